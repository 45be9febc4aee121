#ifndef NARU_ATMI_H
#define NARU_ATMI_H
/* Stand-in for the header of Tuxedo and Tmax: the names that services are written with. */
#ifdef __cplusplus
extern "C" {
#endif
#define TPNOFLAGS 0x0
#define TPNOBLOCK 0x1
#define TPSIGRSTRT 0x2
#define TPNOREPLY 0x4
#define TPNOTRAN 0x8
#define TPTRAN 0x10
#define TPNOTIME 0x20
#define TPGETANY 0x80
#define TPNOCHANGE 0x100
#define TPCONV 0x400
#define TPSENDONLY 0x800
#define TPRECVONLY 0x1000
#define TPFAIL 0x1
#define TPSUCCESS 0x2
#define TPEXIT 0x8000000
typedef struct clientid_t {
    long clientdata[4];
} CLIENTID;
typedef struct tpsvcinfo {
    char name[128];
    long flags;
    char* data;
    long len;
    int cd;
    long appkey;
    CLIENTID cltid;
} TPSVCINFO;
typedef struct tpinfo_t {
    char usrname[32];
    char cltname[32];
    char passwd[32];
    long flags;
} TPINIT;
typedef struct tpqctl_t {
    long flags;
} TPQCTL;
typedef struct tpstart_t {
    char usrname[32];
    char cltname[32];
    char dompwd[32];
    char usrpwd[32];
    int flags;
} TPSTART_T;
extern int tperrno;
extern long tpurcode;
char* tpalloc(const char* type, const char* subtype, long size);
char* tprealloc(char* ptr, long size);
void tpfree(char* ptr);
int tpinit(void* info);
int tpstart(TPSTART_T* info);
int tpterm(void);
int tpend(void);
int tpcall(const char* service, char* in, long inLength, char** out, long* outLength, long flags);
int tpacall(const char* service, char* in, long inLength, long flags);
int tpgetrply(int* handle, char** out, long* outLength, long flags);
int tpcancel(int handle);
int tpconnect(const char* service, char* data, long length, long flags);
int tpsend(int handle, char* data, long length, long flags, long* event);
int tprecv(int handle, char** data, long* length, long flags, long* event);
int tpdiscon(int handle);
void tpreturn(int rval, long rcode, char* data, long length, long flags);
void tpforward(const char* service, char* data, long length, long flags);
int tpadvertise(const char* service, void (*function)(TPSVCINFO*));
int tpunadvertise(const char* service);
int tpenqueue(const char* space, const char* queue, TPQCTL* control, char* data, long length, long flags);
int tpdequeue(const char* space, const char* queue, TPQCTL* control, char** data, long* length, long flags);
int tpbegin(unsigned long timeout, long flags);
int tpcommit(long flags);
int tpabort(long flags);
int tpopen(void);
int tpclose(void);
int tpgetlev(void);
char* tpstrerror(int error);
int tx_open(void);
int tx_close(void);
int tx_begin(void);
int tx_commit(void);
int tx_rollback(void);
int userlog(const char* format, ...);
int tpsvrinit(int argc, char** argv);
void tpsvrdone(void);
#ifdef __cplusplus
}
#endif
#endif
