#ifndef NARU_OCI_H
#define NARU_OCI_H
#ifdef __cplusplus
extern "C" {
#endif
typedef unsigned char text;
typedef text OraText;
typedef int sword;
typedef unsigned int ub4;
typedef unsigned short ub2;
typedef int sb4;
typedef short sb2;
typedef void dvoid;
typedef struct OCIEnv OCIEnv;
typedef struct OCIError OCIError;
typedef struct OCISvcCtx OCISvcCtx;
typedef struct OCIStmt OCIStmt;
typedef struct OCIServer OCIServer;
typedef struct OCISession OCISession;
typedef struct OCIDefine OCIDefine;
typedef struct OCIBind OCIBind;
#define OCI_SUCCESS 0
#define OCI_ERROR (-1)
#define OCI_NO_DATA 100
#define OCI_DEFAULT 0
#define OCI_NTV_SYNTAX 1
#define OCI_HTYPE_STMT 4
#define OCI_HTYPE_ERROR 2
sword OCIHandleAlloc(const void* parent, void** handle, ub4 type, unsigned long extra, void** user);
sword OCIHandleFree(void* handle, ub4 type);
sword OCILogon(OCIEnv* env, OCIError* error, OCISvcCtx** context, const OraText* user, ub4 l1, const OraText* password, ub4 l2,
               const OraText* db, ub4 l3);
sword OCILogoff(OCISvcCtx* context, OCIError* error);
sword OCIStmtPrepare(OCIStmt* stmt, OCIError* error, const OraText* sql, ub4 length, ub4 language, ub4 mode);
sword OCIStmtExecute(OCISvcCtx* context, OCIStmt* stmt, OCIError* error, ub4 iterations, ub4 offset, const void* in, void* out, ub4 mode);
sword OCIStmtFetch(OCIStmt* stmt, OCIError* error, ub4 rows, ub2 orientation, ub4 mode);
sword OCITransStart(OCISvcCtx* context, OCIError* error, unsigned timeout, ub4 flags);
sword OCITransCommit(OCISvcCtx* context, OCIError* error, ub4 flags);
sword OCITransRollback(OCISvcCtx* context, OCIError* error, ub4 flags);
sword OCIErrorGet(void* handle, ub4 number, OraText* state, sb4* code, OraText* buffer, ub4 size, ub4 type);
#ifdef __cplusplus
}
#endif
#endif
