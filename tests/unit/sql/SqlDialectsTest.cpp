#include "SqlCase.h"

namespace naru::analyzers::sql {
namespace {

using enum core::StatementKind;

class SqlDialects : public ::testing::TestWithParam<SqlCase> {};

TEST_P(SqlDialects, TablesAndKind)
{
    check(GetParam());
}

constexpr SqlCase kDialectCases[] = {
    {"oracleOuterJoin", "SELECT /*+ INDEX(A IX) */ * FROM A, B WHERE A.X = B.X(+)", Select, "A B", ""},
    {"oracleDual", "SELECT SEQ.NEXTVAL FROM DUAL", Select, "", ""},
    {"oracleConnectBy", "SELECT LEVEL FROM TREE START WITH P IS NULL CONNECT BY PRIOR ID = P", Select, "TREE", ""},
    {"oraclePaging", "SELECT * FROM (SELECT ROWNUM RN, A.* FROM (SELECT * FROM T ORDER BY X) A) WHERE RN > #{f} AND RN <= #{l}", Select,
     "T", ""},
    {"oracleInsertAll", "INSERT ALL INTO A (X) VALUES (1) INTO B (X) VALUES (2) SELECT * FROM DUAL", Insert, "", "A B"},
    {"oracleUpdateView", "UPDATE (SELECT A.X, B.Y FROM A, B WHERE A.K=B.K) SET X = Y", Update, "B", "A"},
    {"oracleUpdateViewSecond", "UPDATE (SELECT A.X, B.Y Z FROM A, B WHERE A.K=B.K) V SET V.Z = X", Update, "A", "B"},
    {"oracleUpdateViewPlain", "UPDATE (SELECT X, Y FROM A, B WHERE A.K=B.K) SET Y = X", Update, "B", "A"},
    {"oracleUpdateViewNested", "UPDATE (SELECT NVL(A.X, 0) X, B.Y FROM A, (SELECT K, Y FROM C) B, D E WHERE A.K=B.K) SET Y = X", Update,
     "C D", "A"},
    {"mssqlRecursion", "WITH R AS (SELECT K FROM A UNION ALL SELECT A.K FROM A JOIN R ON A.P = R.K) SELECT * FROM R", Select, "A", ""},
    {"createdCopy", "CREATE TABLE IF NOT EXISTS S.COPY SELECT * FROM T", Insert, "T", "COPY"},
    {"createdCopyAs", "create global temporary table COPY (A INT) AS (SELECT A FROM T, U)", Insert, "T U", "COPY"},
    {"createdCopyOfRunTime", "CREATE TABLE $DB$$name$ AS SELECT * FROM $DB$T_COMMENT;", Insert, "T_COMMENT", ""},
    {"createdTable", "CREATE TABLE T (A INT, B INT)", Other, "", ""},
    {"sameNameInWith", "WITH R AS (SELECT K FROM R UNION ALL SELECT K FROM R) SELECT * FROM R", Select, "R", ""},
    {"oracleLinkedTable", "INSERT INTO T SELECT * FROM HR.EMP@HQ", Insert, "EMP", "T"},
    {"oracleFlashback", "SELECT * FROM T AS OF TIMESTAMP SYSDATE - 1, U", Select, "T U", ""},
    {"oraclePartition", "SELECT * FROM SALES PARTITION (P1) S, B", Select, "SALES B", ""},
    {"oraclePivot", "SELECT * FROM T PIVOT (SUM(X) FOR Y IN (1 AS A, 2 AS B))", Select, "T", ""},
    {"oracleAnalytic", "SELECT ROW_NUMBER() OVER (PARTITION BY A ORDER BY B) FROM T", Select, "T", ""},
    {"oracleXmlTable", "SELECT * FROM T, XMLTABLE('/a' PASSING T.X COLUMNS Y VARCHAR2(10) PATH 'y') X", Select, "T", ""},
    {"tiberoMerge",
     "MERGE INTO T USING DUAL ON (T.A = #a#) WHEN MATCHED THEN UPDATE SET B = #b# WHEN NOT MATCHED THEN INSERT (A) VALUES (#a#)", Merge, "",
     "T"},
    {"altibaseLimit", "SELECT * FROM T LIMIT 1, 10", Select, "T", ""},
    {"altibaseMinus", "SELECT A FROM T MINUS SELECT A FROM U", Select, "T U", ""},
    {"cubridRoot", "SELECT SERIAL_X.NEXT_VALUE FROM db_root", Select, "", ""},
    {"cubridReplace", "REPLACE INTO T (A) VALUES (1)", Insert, "", "T"},
    {"postgresReturning", "INSERT INTO T (A) VALUES (1) RETURNING ID", Insert, "", "T"},
    {"postgresUpdateFrom", "UPDATE T SET A = S.A FROM S WHERE T.ID = S.ID", Update, "S", "T"},
    {"postgresDeleteUsing", "DELETE FROM T USING S, U WHERE T.ID = S.ID", Delete, "S U", "T"},
    {"postgresOnly", "SELECT * FROM ONLY PARENT P", Select, "PARENT", ""},
    {"postgresLateral", "SELECT * FROM A, LATERAL (SELECT * FROM B WHERE B.X = A.X) L", Select, "A B", ""},
    {"postgresCast", "SELECT A::text, '1'::int FROM T WHERE B = ANY(ARRAY[1,2])", Select, "T", ""},
    {"postgresWritingCte", "WITH D AS (DELETE FROM T RETURNING *) INSERT INTO LOG SELECT * FROM D", Insert, "", "T LOG"},
    {"mysqlBackticks", "SELECT * FROM `db`.`my table` AS t FORCE INDEX (ix), b", Select, "MY TABLE B", ""},
    {"mysqlMultiUpdate", "UPDATE A x, B y SET y.v = x.v WHERE x.id = y.id", Update, "A", "B"},
    {"mysqlJoinUpdate", "UPDATE A JOIN B ON A.X=B.X SET A.V = 1", Update, "B", "A"},
    {"mysqlMultiDelete", "DELETE a FROM A_T a JOIN B_T b ON a.x=b.x WHERE b.y=1", Delete, "B_T", "A_T"},
    {"mysqlDeleteUsing", "DELETE FROM A USING A JOIN B ON A.X=B.X", Delete, "B", "A"},
    {"mysqlIgnore", "INSERT IGNORE INTO T SET A = 1, B = 2", Insert, "", "T"},
    {"mysqlStraight", "SELECT * FROM A STRAIGHT_JOIN B", Select, "A B", ""},
    {"mysqlConcat", "SELECT * FROM T WHERE A LIKE CONCAT('%', #{x}, '%') LIMIT #{a} OFFSET #{b}", Select, "T", ""},
    {"mssqlBrackets", "SELECT TOP 10 * FROM [dbo].[Order Details] WITH (NOLOCK), [U] (NOLOCK) JOIN V ON 1=1", Select, "ORDER DETAILS U V",
     ""},
    {"mssqlDots", "SELECT * FROM DB..T", Select, "T", ""},
    {"mssqlUpdateFrom", "UPDATE t SET t.A = s.A FROM TARGET t JOIN SOURCE s ON t.ID = s.ID", Update, "SOURCE", "TARGET"},
    {"mssqlDeleteFrom", "DELETE t FROM TARGET t INNER JOIN S ON 1=1", Delete, "S", "TARGET"},
    {"mssqlDeleteTop", "DELETE TOP (5) FROM T WHERE X = 1", Delete, "", "T"},
    {"mssqlSelectInto", "SELECT * INTO BACKUP_T FROM T", Select, "T", "BACKUP_T"},
    {"mssqlInsertNoInto", "INSERT T (A) VALUES (1)", Insert, "", "T"},
    {"mssqlApply", "SELECT * FROM T CROSS APPLY dbo.F(T.X) F", Select, "T", ""},
    {"mssqlTemp", "SELECT * FROM #TMP, T", Select, "T", ""},
    {"ibatisDynamic", "SELECT * FROM T WHERE A = #a:VARCHAR# ORDER BY $col$ $dir$", Select, "T", ""},
    {"catalogs", "SELECT * FROM INFORMATION_SCHEMA.TABLES, SYS.OBJECTS, T", Select, "T", ""},
};
INSTANTIATE_TEST_SUITE_P(All, SqlDialects, ::testing::ValuesIn(kDialectCases),
                         [](const auto& param) { return std::string(param.param.name); });

} // namespace
} // namespace naru::analyzers::sql
