/*
 * 은행 입금 통지를 받아 서비스로 넘기는 중계 데몬
 */
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include "fee_common.h"
#include "gw.h"

static volatile int stopping;

static void on_signal(int number)
{
    stopping = number;
}

/* 전문 종류에 따라 처리 함수를 고른다 */
static int dispatch(GW_MSG *msg)
{
    int i;

    for (i = 0; gw_table[i].type != NULL; i++)
        if (strcmp(gw_table[i].type, msg->type) == 0)
            return gw_table[i].handle(msg);
    return -1;
}

static void serve(int port)
{
    struct sockaddr_in at;
    GW_MSG msg;
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    memset(&at, 0, sizeof(at));
    at.sin_family = AF_INET;
    at.sin_port = htons(port);
    at.sin_addr.s_addr = inet_addr("10.20.30.40");
    bind(listener, (struct sockaddr *)&at, sizeof(at));
    listen(listener, 5);
    while (!stopping) {
        int peer = accept(listener, NULL, NULL);

        if (peer < 0)
            continue;
        if (fork() == 0) {
            if (read(peer, &msg, sizeof(msg)) > 0)
                dispatch(&msg);
            close(peer);
            _exit(0);
        }
        close(peer);
    }
}

int main(int argc, char **argv)
{
    signal(SIGTERM, on_signal);
    log_open("gateway");
    serve(argc > 1 ? atoi(argv[1]) : 9100);
    return 0;
}
