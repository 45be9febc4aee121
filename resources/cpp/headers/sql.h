#ifndef NARU_SQL_H
#define NARU_SQL_H
#ifdef __cplusplus
extern "C" {
#endif
typedef short SQLSMALLINT;
typedef unsigned short SQLUSMALLINT;
typedef long SQLINTEGER;
typedef unsigned long SQLUINTEGER;
typedef long SQLLEN;
typedef unsigned long SQLULEN;
typedef unsigned char SQLCHAR;
typedef void* SQLPOINTER;
typedef void* SQLHANDLE;
typedef SQLHANDLE SQLHENV;
typedef SQLHANDLE SQLHDBC;
typedef SQLHANDLE SQLHSTMT;
typedef SQLHENV HENV;
typedef SQLHDBC HDBC;
typedef SQLHSTMT HSTMT;
typedef SQLSMALLINT SQLRETURN;
typedef SQLRETURN RETCODE;
#define SQL_NTS (-3)
#define SQL_SUCCESS 0
#define SQL_SUCCESS_WITH_INFO 1
#define SQL_ERROR (-1)
#define SQL_NO_DATA 100
#define SQL_HANDLE_ENV 1
#define SQL_HANDLE_DBC 2
#define SQL_HANDLE_STMT 3
#define SQL_NULL_HANDLE 0
#define SQL_COMMIT 0
#define SQL_ROLLBACK 1
#define SQL_C_CHAR 1
#define SQL_C_LONG 4
#define SQL_CHAR 1
#define SQL_INTEGER 4
#define SQL_VARCHAR 12
#define SQL_PARAM_INPUT 1
#define SQL_SUCCEEDED(rc) (((rc) & (~1)) == 0)
SQLRETURN SQLAllocHandle(SQLSMALLINT type, SQLHANDLE in, SQLHANDLE* out);
SQLRETURN SQLFreeHandle(SQLSMALLINT type, SQLHANDLE handle);
SQLRETURN SQLSetEnvAttr(SQLHENV env, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER length);
SQLRETURN SQLConnect(SQLHDBC dbc, SQLCHAR* name, SQLSMALLINT l1, SQLCHAR* user, SQLSMALLINT l2, SQLCHAR* password, SQLSMALLINT l3);
SQLRETURN SQLDriverConnect(SQLHDBC dbc, void* window, SQLCHAR* in, SQLSMALLINT l1, SQLCHAR* out, SQLSMALLINT l2, SQLSMALLINT* l3,
                           SQLUSMALLINT completion);
SQLRETURN SQLDisconnect(SQLHDBC dbc);
SQLRETURN SQLExecDirect(SQLHSTMT stmt, SQLCHAR* text, SQLINTEGER length);
SQLRETURN SQLPrepare(SQLHSTMT stmt, SQLCHAR* text, SQLINTEGER length);
SQLRETURN SQLExecute(SQLHSTMT stmt);
SQLRETURN SQLFetch(SQLHSTMT stmt);
SQLRETURN SQLBindCol(SQLHSTMT stmt, SQLUSMALLINT column, SQLSMALLINT type, SQLPOINTER value, SQLLEN length, SQLLEN* indicator);
SQLRETURN SQLBindParameter(SQLHSTMT stmt, SQLUSMALLINT number, SQLSMALLINT io, SQLSMALLINT ctype, SQLSMALLINT type, SQLULEN size,
                           SQLSMALLINT digits, SQLPOINTER value, SQLLEN length, SQLLEN* indicator);
SQLRETURN SQLGetData(SQLHSTMT stmt, SQLUSMALLINT column, SQLSMALLINT type, SQLPOINTER value, SQLLEN length, SQLLEN* indicator);
SQLRETURN SQLCloseCursor(SQLHSTMT stmt);
SQLRETURN SQLEndTran(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT completion);
SQLRETURN SQLError(SQLHENV env, SQLHDBC dbc, SQLHSTMT stmt, SQLCHAR* state, SQLINTEGER* code, SQLCHAR* text, SQLSMALLINT size,
                   SQLSMALLINT* length);
#ifdef __cplusplus
}
#endif
#endif
