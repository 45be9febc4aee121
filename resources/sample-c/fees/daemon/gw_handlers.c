#include <stdio.h>
#include <string.h>
#include "fee_common.h"
#include "gw.h"

static int forward(const char *service, GW_MSG *msg)
{
    char *out = tpalloc("STRING", NULL, 1024);
    long len = 0;
    int result;

    strcpy(out, msg->body);
    result = tpcall(service, out, strlen(out), &out, &len, TPNOFLAGS);
    tpfree(out);
    return result;
}

/* 입금 통지 */
static int deposit(GW_MSG *msg)
{
    char *out = tpalloc("STRING", NULL, 1024);
    long len = 0;

    strcpy(out, msg->body);
    if (tpcall("VACCT_NTI", out, strlen(out), &out, &len, TPNOFLAGS) < 0)
        log_write(0, "입금 통지 실패\n");
    tpfree(out);
    return 0;
}

/* 계좌 확인 */
static int confirm(GW_MSG *msg)
{
    return forward("VACCT_SEL", msg);
}

static int ping(GW_MSG *msg)
{
    memset(msg->body, 0, sizeof(msg->body));
    return 0;
}

struct gw_entry gw_table[] = {
    {"DEPOSIT", deposit},
    {"CONFIRM", confirm},
    {.type = "PING", .handle = ping},
    {NULL, NULL},
};
