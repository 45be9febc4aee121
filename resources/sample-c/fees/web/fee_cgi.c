/* 과태료 조회 CGI: 주민이 쓰는 화면 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <libpq-fe.h>

/* 차량번호로 과태료를 찾는다 */
static int show(PGconn *db, const char *number)
{
    char sql[512];
    PGresult *rows;
    int n;

    sprintf(sql, "SELECT FINE_NO, FINE_AMT FROM TB_FINE WHERE FINE_NO = '%s'", number);
    strcat(sql, " AND STAT_CD IN (SELECT CD FROM TB_CODE WHERE GRP_CD = 'FINE')");
    rows = PQexec(db, sql);
    n = PQntuples(rows);
    printf("<p>%d</p>", n);
    PQclear(rows);
    return n;
}

int main(void)
{
    const char *query = getenv("QUERY_STRING");
    PGconn *db = PQconnectdb("host=192.168.10.21 dbname=fee user=web password=web1234");

    printf("Content-Type: text/html\n\n");
    show(db, query ? query : "");
    PQfinish(db);
    return 0;
}
