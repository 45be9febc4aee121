/* 전문 처리 */
#include <stdio.h>
#include <string.h>
#include "fee_common.h"

long g_call_count = 0;

/* 이름=값; 으로 이어진 전문에서 값을 꺼낸다 */
int in_field(const char *data, const char *name, char *out, int size)
{
    const char *at = data ? strstr(data, name) : NULL;
    int n = 0;

    out[0] = 0;
    if (at == NULL)
        return -1;
    at += strlen(name) + 1;
    while (n < size - 1 && at[n] && at[n] != ';') {
        out[n] = at[n];
        n++;
    }
    out[n] = 0;
    return n;
}

void out_row(char *data, int row, const char *key, const unsigned char *value)
{
    sprintf(data + row * 220, "%s=%s;", key, (const char *)value);
}

void log_start(service, data)
    const char *service;
    const char *data;
{
    g_call_count++;
    log_write(1, "%s %s\n", service, data ? data : "");
}

void svc_error(TPSVCINFO *rqst, int code, const char *what)
{
    log_write(0, "오류 %d %s\n", code, what);
    if (tpgetlev() > 0)
        tpabort(0);
    tpreturn(TPFAIL, code, rqst->data, rqst->len, 0);
}

void svc_done(TPSVCINFO *rqst)
{
    tpreturn(TPSUCCESS, 0, rqst->data, rqst->len, 0);
}
