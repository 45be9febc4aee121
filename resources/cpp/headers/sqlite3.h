#ifndef NARU_SQLITE3_H
#define NARU_SQLITE3_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;
typedef long long sqlite3_int64;
#define SQLITE_OK 0
#define SQLITE_ROW 100
#define SQLITE_DONE 101
int sqlite3_open(const char* name, sqlite3** db);
int sqlite3_close(sqlite3* db);
int sqlite3_exec(sqlite3* db, const char* sql, int (*callback)(void*, int, char**, char**), void* data, char** error);
int sqlite3_prepare(sqlite3* db, const char* sql, int length, sqlite3_stmt** stmt, const char** tail);
int sqlite3_prepare_v2(sqlite3* db, const char* sql, int length, sqlite3_stmt** stmt, const char** tail);
int sqlite3_step(sqlite3_stmt* stmt);
int sqlite3_reset(sqlite3_stmt* stmt);
int sqlite3_finalize(sqlite3_stmt* stmt);
const unsigned char* sqlite3_column_text(sqlite3_stmt* stmt, int column);
int sqlite3_column_int(sqlite3_stmt* stmt, int column);
double sqlite3_column_double(sqlite3_stmt* stmt, int column);
const char* sqlite3_errmsg(sqlite3* db);
sqlite3_int64 sqlite3_last_insert_rowid(sqlite3* db);
void sqlite3_free(void* data);
#ifdef __cplusplus
}
#endif
#endif
