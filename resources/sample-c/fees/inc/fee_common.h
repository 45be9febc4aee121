#ifndef FEE_COMMON_H
#define FEE_COMMON_H
/* 사용료·과태료 징수 시스템 공통 */
#include <stdlib.h>
#include "atmi.h"

#define MAX_ROWS 200
#define TX_TIMEOUT 30

#define ERR_NODATA 100
#define ERR_INSERT 201
#define ERR_UPDATE 202
#define ERR_DELETE 203
#define ERR_CALL 301
#define ERR_TX 302

#define SQLNOTFOUND (sqlca.sqlcode == 1403)
#define SQLFAILED (sqlca.sqlcode != 0)

/* 전문 머리부 */
typedef struct msg_head {
    char service[16];
    char user[20];
    int length;
} MSG_HEAD;

extern int g_log_level;
extern long g_call_count;

void log_open(const char *name);
void log_write(int level, const char *format, ...);
void log_start(const char *service, const char *data);
int in_field(const char *data, const char *name, char *out, int size);
void out_row(char *data, int row, const char *key, const unsigned char *value);
void svc_error(TPSVCINFO *rqst, int code, const char *what);
void svc_done(TPSVCINFO *rqst);
int db_connect(void);
void db_close(void);
char *today(char *out);
#endif
