#ifndef NARU_ORACA_H
#define NARU_ORACA_H
struct oraca {
    char oracaid[8];
    int oracabc;
    int oracchf;
    int oradbgf;
};
extern struct oraca oraca;
#endif
