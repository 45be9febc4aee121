#ifndef NARU_MYSQL_H
#define NARU_MYSQL_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct st_mysql MYSQL;
typedef struct st_mysql_res MYSQL_RES;
typedef struct st_mysql_stmt MYSQL_STMT;
typedef char** MYSQL_ROW;
MYSQL* mysql_init(MYSQL* mysql);
MYSQL* mysql_real_connect(MYSQL* mysql, const char* host, const char* user, const char* password, const char* db, unsigned int port,
                          const char* socket, unsigned long flags);
void mysql_close(MYSQL* mysql);
int mysql_query(MYSQL* mysql, const char* query);
int mysql_real_query(MYSQL* mysql, const char* query, unsigned long length);
MYSQL_RES* mysql_store_result(MYSQL* mysql);
MYSQL_RES* mysql_use_result(MYSQL* mysql);
MYSQL_ROW mysql_fetch_row(MYSQL_RES* result);
unsigned long long mysql_num_rows(MYSQL_RES* result);
void mysql_free_result(MYSQL_RES* result);
const char* mysql_error(MYSQL* mysql);
unsigned int mysql_errno(MYSQL* mysql);
MYSQL_STMT* mysql_stmt_init(MYSQL* mysql);
int mysql_stmt_prepare(MYSQL_STMT* stmt, const char* query, unsigned long length);
int mysql_stmt_execute(MYSQL_STMT* stmt);
char mysql_commit(MYSQL* mysql);
char mysql_rollback(MYSQL* mysql);
char mysql_autocommit(MYSQL* mysql, char mode);
#ifdef __cplusplus
}
#endif
#endif
