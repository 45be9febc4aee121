#include "analyzers/sql/RoutineReader.h"

#include <gtest/gtest.h>

namespace naru::analyzers::sql {
namespace {

/// "NAME[table events]: r t@line, w t@line | calls" of each routine.
std::string routines(std::string_view text)
{
    std::string result;
    for (const Routine& routine : readRoutines(text)) {
        result += routine.name;
        if (!routine.table.empty()) {
            result += "[" + routine.table + " " + std::to_string(routine.events) + "]";
        }
        result += "@" + std::to_string(routine.line) + ":";
        for (const RoutineTable& table : routine.tables) {
            result += std::string(table.mode == core::AccessMode::Read ? " r " : " w ") + table.name + "@" + std::to_string(table.line);
        }
        for (const std::string& call : routine.calls) {
            result += " >" + call;
        }
        result += "\n";
    }
    return result;
}

TEST(RoutineReader, OverloadsOfAPackageAreOne)
{
    EXPECT_EQ(routines("CREATE PACKAGE BODY pay AS\n"
                       "FUNCTION next_no RETURN NUMBER IS v NUMBER; BEGIN SELECT seq.NEXTVAL INTO v FROM dual; RETURN v; END next_no;\n"
                       "FUNCTION next_no(a NUMBER) RETURN NUMBER IS v NUMBER; BEGIN SELECT MAX(no) INTO v FROM slip; log_it(a); RETURN v; END next_no;\n"
                       "PROCEDURE log_it(a NUMBER) IS BEGIN INSERT INTO slip_log VALUES (a); END;\nEND pay;\n/\n"
                       // The same package once more, as scripts of several editions have it, is a copy.
                       "CREATE PACKAGE BODY pay AS PROCEDURE log_it(a NUMBER) IS BEGIN DELETE FROM old_log; END; END pay;\n/\n"),
              "PAY.NEXT_NO@2: r slip@3 >MAX >PAY.MAX >LOG_IT >PAY.LOG_IT\nPAY.LOG_IT@4: w slip_log@4\n");
}

TEST(RoutineReader, CursorsAndRoutinesInsideOfAPackage)
{
    EXPECT_EQ(routines("CREATE PACKAGE BODY pay AS\nCURSOR g_cur IS SELECT * FROM emp_all;\n"
                       "FUNCTION f RETURN NUMBER IS LANGUAGE JAVA NAME 'a.B.c';\n"
                       "PROCEDURE outer_p IS\n CURSOR c IS SELECT CASE WHEN 1 = 1 THEN 2 END x FROM dual;\n"
                       " PROCEDURE inner_p IS BEGIN IF a THEN UPDATE emp_inner SET a = 1; END IF; END;\n"
                       " FUNCTION inner_f RETURN NUMBER IS v NUMBER; BEGIN SELECT 1 INTO v FROM emp_f; RETURN v; END inner_f;\n"
                       "BEGIN\n inner_p; DELETE FROM emp_outer; END outer_p;\n"
                       "PROCEDURE all_p IS BEGIN FOR r IN g_cur LOOP NULL; END LOOP; END all_p;\n"
                       "PROCEDURE none_p IS BEGIN NULL; END;\nEND pay;\n/\n"),
              "PAY.F@3:\n"
              "PAY.OUTER_P@4: w emp_inner@6 r emp_f@7 w emp_outer@9 >INNER_P >PAY.INNER_P >INNER_F >PAY.INNER_F\n"
              "PAY.ALL_P@10: r emp_all@2\nPAY.NONE_P@11:\n");
}

TEST(RoutineReader, OracleProceduresAndPackages)
{
    EXPECT_EQ(routines(R"sql(create table t (a int);
CREATE OR REPLACE PROCEDURE hr.close_month(p_ym IN VARCHAR2) IS
  v_cnt NUMBER;
  CURSOR c IS SELECT e.id FROM emp e;
BEGIN
  SELECT COUNT(*) INTO v_cnt FROM closing WHERE ym = p_ym;
  IF v_cnt = 0 THEN
    INSERT INTO closing (ym, st) SELECT p_ym, CASE WHEN x > 0 THEN 'Y' ELSE 'N' END FROM config;
  END IF;
  FOR r IN (SELECT id FROM dept) LOOP
    UPDATE dept_sum SET n = n + 1 WHERE id = r.id;
  END LOOP;
  pay_pkg.run(p_ym);
  EXECUTE IMMEDIATE 'DELETE FROM tmp_close WHERE ym = 1';
END close_month;
/
CREATE OR REPLACE PACKAGE pay_pkg AS PROCEDURE run(a VARCHAR2); END;
/
CREATE OR REPLACE PACKAGE BODY pay_pkg AS
  PROCEDURE inner_step(a VARCHAR2);
  FUNCTION rate(a NUMBER) RETURN NUMBER IS v NUMBER; BEGIN SELECT r INTO v FROM pay_rate; RETURN v; END rate;
  PROCEDURE inner_step(a VARCHAR2) IS BEGIN DELETE FROM pay_tmp; END;
  PROCEDURE run(a VARCHAR2) AS BEGIN
    inner_step(a);
    MERGE INTO pay p USING emp e ON (p.id = e.id) WHEN MATCHED THEN UPDATE SET p.amt = rate(1) WHEN NOT MATCHED THEN INSERT (id) VALUES (e.id);
  END run;
END pay_pkg;
/
INSERT INTO seed VALUES (1);
)sql"),
              "CLOSE_MONTH@2: r emp@4 r closing@6 w closing@8 r config@8 r dept@10 w dept_sum@11 w tmp_close@14 >COUNT >PAY_PKG.RUN\n"
              "PAY_PKG.RATE@21: r pay_rate@21\n"
              "PAY_PKG.INNER_STEP@22: w pay_tmp@22\n"
              "PAY_PKG.RUN@23: w pay@25 r emp@25 >INNER_STEP >PAY_PKG.INNER_STEP >RATE >PAY_PKG.RATE\n");
}

TEST(RoutineReader, MySqlWithDelimiters)
{
    EXPECT_EQ(routines(R"sql(DELIMITER $$
CREATE DEFINER=`root`@`%` PROCEDURE `add_order`(IN p INT)
BEGIN
  DECLARE v INT;
  SELECT stock INTO v FROM item WHERE id = p FOR UPDATE;
  IF v > 0 THEN
    INSERT INTO orders(id) VALUES (p) ON DUPLICATE KEY UPDATE id = p;
    CALL write_log('x');
  END IF;
END$$
CREATE TRIGGER trg_o AFTER INSERT ON orders FOR EACH ROW
BEGIN
  INSERT INTO order_hist VALUES (NEW.id);
END$$
DELIMITER ;
CREATE PROCEDURE write_log(m TEXT) INSERT INTO log_tbl(msg) VALUES (m);
INSERT INTO orders VALUES (1);
)sql"),
              "ADD_ORDER@2: r item@5 w orders@7 >WRITE_LOG\n"
              "TRG_O[ORDERS 1]@11: w order_hist@13\n"
              "WRITE_LOG@16: w log_tbl@16\n");
}

TEST(RoutineReader, MySqlDumpsPutRoutinesIntoVersionComments)
{
    EXPECT_EQ(routines(R"sql(DELIMITER $$
/*!50003 CREATE DEFINER=`root`@`localhost` PROCEDURE `addDep`(in n int)
begin
  insert into department set name=n; /* a plain comment ends by itself */
  update company set isParent=true where id=1;
end */$$
DELIMITER ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`%`*/ /*!50003 TRIGGER t1 AFTER INSERT ON orders FOR EACH ROW
BEGIN
  INSERT INTO order_hist VALUES (NEW.id);
END */;;
DELIMITER ;
/*!40101 SET NAMES utf8 */;
)sql"),
              "ADDDEP@2: w department@4 w company@5\n"
              "T1[ORDERS 1]@9: w order_hist@11\n");
}

TEST(RoutineReader, PostgresDollarQuotes)
{
    EXPECT_EQ(routines(R"sql(CREATE OR REPLACE FUNCTION app.touch() RETURNS trigger AS $body$
BEGIN
  UPDATE account SET seen = now() WHERE id = NEW.id;
  PERFORM refresh_sum(NEW.id);
  RETURN NEW;
END;
$body$ LANGUAGE plpgsql;
CREATE TRIGGER t1 BEFORE UPDATE OR DELETE ON app.visit FOR EACH ROW EXECUTE PROCEDURE app.touch();
CREATE FUNCTION total(int) RETURNS numeric AS $$ SELECT sum(x) FROM line WHERE o = $1 $$ LANGUAGE sql;
INSERT INTO other VALUES (1);
)sql"),
              "TOUCH@1: w account@3 >NOW >REFRESH_SUM\n"
              "T1[VISIT 6]@8: >APP.TOUCH\n"
              "TOTAL@9: r line@9 >SUM\n");
}

TEST(RoutineReader, TransactSqlWithoutSemicolons)
{
    EXPECT_EQ(routines(R"sql(CREATE PROCEDURE [dbo].[usp_pay] @id int
AS
BEGIN TRY
  IF EXISTS (SELECT 1 FROM pay WHERE id = @id)
    UPDATE pay SET amt = 1 FROM pay p JOIN emp e ON e.id = p.id WHERE p.id = @id
  ELSE
    INSERT INTO pay (id) SELECT id FROM emp WHERE id = @id
  DELETE FROM pay_tmp WHERE id = @id
  EXEC dbo.usp_log @id
END TRY
BEGIN CATCH
  INSERT INTO err_log SELECT ERROR_MESSAGE()
END CATCH
GO
CREATE TRIGGER tr ON pay AFTER INSERT, DELETE AS
  INSERT INTO pay_hist SELECT * FROM inserted
GO
INSERT INTO seed VALUES (1)
GO
)sql"),
              "USP_PAY@1: r pay@4 w pay@5 r emp@5 w pay_tmp@8 w err_log@12 >DBO.USP_LOG >ERROR_MESSAGE\n"
              "TR[PAY 5]@15: w pay_hist@16\n");
}

TEST(RoutineReader, NothingInProseAndDumps)
{
    EXPECT_EQ(routines("create table t (a int); insert into t values ('create procedure x');"), "");
    EXPECT_EQ(routines(""), "");
    EXPECT_FALSE(readRoutines("CREATE PROCEDURE p IS BEGIN " + std::string(50'000, '(')).empty());
}

/// Statements that are put together before they run: parts, variables that are added to, CONCAT, and what only begins a name.
TEST(RoutineReader, StatementsPutTogether)
{
    EXPECT_EQ(routines(R"sql(CREATE OR REPLACE PROCEDURE P_DYN(P_TAB VARCHAR2) AS
  V_SQL VARCHAR2(4000);
BEGIN
  V_SQL := 'INSERT INTO DYN_LOG (A, B) ' || ' SELECT A, B FROM DYN_SRC WHERE C = ''' || P_TAB || '''';
  EXECUTE IMMEDIATE V_SQL;
  V_SQL := 'UPDATE ';
  V_SQL := V_SQL || ' DYN_UPD SET A = 1';
  V_SQL := V_SQL || ' WHERE ID IN (SELECT ID FROM DYN_SUB)';
  EXECUTE IMMEDIATE V_SQL;
  EXECUTE IMMEDIATE 'DELETE FROM ' || 'DYN_DEL' || ' WHERE X = :1' USING P_TAB;
  EXECUTE IMMEDIATE 'TRUNCATE TABLE LOG_' || P_TAB;
  OPEN C FOR 'SELECT * FROM DYN_CUR WHERE ' || P_TAB;
  DBMS_OUTPUT.PUT_LINE('select your name from ' || 'the list');
END;
/
)sql"),
              "P_DYN@1: w DYN_LOG@4 r DYN_SRC@4 w DYN_DEL@10 r DYN_CUR@12 w DYN_UPD@7 r DYN_SUB@8 >VARCHAR2 >DBMS_OUTPUT.PUT_LINE\n");
    EXPECT_EQ(routines(R"sql(DELIMITER $$
CREATE PROCEDURE mp(IN t VARCHAR(10))
BEGIN
  SET @s = CONCAT('INSERT INTO MY_DYN SELECT * FROM ', 'MY_SRC', ' WHERE a = ', t);
  PREPARE st FROM @s; EXECUTE st;
END$$
)sql"),
              "MP@2: w MY_DYN@4 r MY_SRC@4 >VARCHAR >CONCAT >ST\n");
    EXPECT_EQ(routines(R"sql(CREATE PROCEDURE dbo.ms @t INT AS
BEGIN
  DECLARE @q NVARCHAR(MAX)
  SET @q = N'SELECT * FROM MS_ONE'
  SET @q += N' JOIN MS_TWO ON 1 = 1'
  EXEC(@q)
END
GO
)sql"),
              "MS@1: r MS_ONE@4 r MS_TWO@5 >NVARCHAR\n");
}

TEST(RoutineReader, TextsThatDoubleEnd)
{
    std::string body = "CREATE PROCEDURE p AS v VARCHAR2(9); BEGIN v := '';\n";
    for (int i = 0; i < 200; ++i)
        body += "v := v || v || '';\n";
    body += "v := '" + std::string(1000, 'x') + "';\n";
    for (int i = 0; i < 200; ++i)
        body += "v := v || v;\n";
    body += std::string(20000, '(') + "'a' || 'b'; DELETE FROM t; END;\n/\n";
    const auto found = readRoutines(body);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().name, "P");
}

} // namespace
} // namespace naru::analyzers::sql
