/* 로그 공통 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "fee_common.h"

int g_log_level = 1;
static FILE *log_file;

/* 로그 파일을 연다 */
void log_open(const char *name)
{
    char path[200];

    sprintf(path, "/app/fee/log/%s.log", name);
    log_file = fopen(path, "a");
    if (log_file == NULL)
        log_file = fopen("/app/fee/log/fee.log", "a");
}

void log_write(int level, const char *format, ...)
{
    va_list args;

    if (level > g_log_level || log_file == NULL)
        return;
    va_start(args, format);
    vfprintf(log_file, format, args);
    va_end(args);
}

char *today(char *out)
{
    time_t now = time(NULL);

    strftime(out, 9, "%Y%m%d", localtime(&now));
    return out;
}
