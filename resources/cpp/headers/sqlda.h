#ifndef NARU_SQLDA_H
#define NARU_SQLDA_H
struct SQLDA {
    int N;
    char** V;
    int* L;
    short* T;
    short** I;
    int F;
};
typedef struct SQLDA SQLDA;
#endif
