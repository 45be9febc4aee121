#ifndef NARU_SQLCA_H
#define NARU_SQLCA_H
struct sqlca {
    char sqlcaid[8];
    int sqlabc;
    int sqlcode;
    struct {
        unsigned short sqlerrml;
        char sqlerrmc[70];
    } sqlerrm;
    char sqlerrp[8];
    int sqlerrd[6];
    char sqlwarn[8];
    char sqlext[8];
    char sqlstate[6];
};
extern struct sqlca sqlca;
extern int SQLCODE;
extern char SQLSTATE[6];
#endif
