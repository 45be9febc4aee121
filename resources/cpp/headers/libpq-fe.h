#ifndef NARU_LIBPQ_FE_H
#define NARU_LIBPQ_FE_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
typedef unsigned int Oid;
typedef enum { CONNECTION_OK, CONNECTION_BAD } ConnStatusType;
typedef enum { PGRES_EMPTY_QUERY = 0, PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_OUT, PGRES_COPY_IN, PGRES_FATAL_ERROR = 7 } ExecStatusType;
PGconn* PQconnectdb(const char* info);
PGconn* PQsetdbLogin(const char* host, const char* port, const char* options, const char* tty, const char* name, const char* user,
                     const char* password);
void PQfinish(PGconn* conn);
void PQreset(PGconn* conn);
ConnStatusType PQstatus(const PGconn* conn);
char* PQerrorMessage(const PGconn* conn);
PGresult* PQexec(PGconn* conn, const char* query);
PGresult* PQexecParams(PGconn* conn, const char* command, int count, const Oid* types, const char* const* values, const int* lengths,
                       const int* formats, int format);
PGresult* PQprepare(PGconn* conn, const char* name, const char* query, int count, const Oid* types);
PGresult* PQexecPrepared(PGconn* conn, const char* name, int count, const char* const* values, const int* lengths, const int* formats,
                         int format);
int PQsendQuery(PGconn* conn, const char* query);
PGresult* PQgetResult(PGconn* conn);
ExecStatusType PQresultStatus(const PGresult* result);
char* PQresultErrorMessage(const PGresult* result);
int PQntuples(const PGresult* result);
int PQnfields(const PGresult* result);
char* PQfname(const PGresult* result, int field);
int PQfnumber(const PGresult* result, const char* name);
char* PQgetvalue(const PGresult* result, int row, int field);
int PQgetisnull(const PGresult* result, int row, int field);
char* PQcmdTuples(PGresult* result);
void PQclear(PGresult* result);
#ifdef __cplusplus
}
#endif
#endif
