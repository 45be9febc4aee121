#ifndef NARU_SQL_H
#define NARU_SQL_H
/* Each EXEC SQL statement of a source is read as a call of this. */
#ifdef __cplusplus
extern "C"
#endif
int naru_sql(int statement, ...);
#endif
