#include "LinkFixture.h"

namespace naru::tests {
namespace {

class RoutineLinks : public LinkFixture {};

TEST_F(RoutineLinks, ScriptsBelowAHeaderOfSigns)
{
    write("db/close.sql", "/* ===================== */\n/* name : sp_close       */\n/* ===================== */\nCREATE OR REPLACE PROCEDURE sp_close(a IN VARCHAR2) IS\nBEGIN\n  UPDATE TB_MONTH SET CLOSED = 'Y' WHERE M = a;\nEND sp_close;\n/\n");
    write("a/Dao.java", "package a; class Dao { void close(java.sql.Connection c) throws Exception { c.prepareCall(\"{call sp_close(?)}\"); } }");
    analyse();
    EXPECT_EQ(writes(), Names{"SP_CLOSE TB_MONTH"});
}

TEST_F(RoutineLinks, CallsReachTheTablesOfBodies)
{
    write("db/proc.sql", "CREATE PROCEDURE P_CLOSE(a INT)\nIS BEGIN\n UPDATE closing SET x = 1;\n pkg.step(a); END;\n/\n"
                         "CREATE PACKAGE BODY pkg AS PROCEDURE step(a INT) IS BEGIN INSERT INTO step_log VALUES (1); P_CLOSE(a); END; END;\n/\n"
                         "CREATE FUNCTION f_name(a INT) RETURN VARCHAR IS v VARCHAR(9); BEGIN SELECT nm INTO v FROM names; RETURN v; END;\n/\n"
                         "CREATE TRIGGER tr AFTER DELETE ON emp FOR EACH ROW BEGIN INSERT INTO emp_hist VALUES (1); END;\n/\n");
    write("m.xml", "<mapper namespace='a.M'><update id='close' statementType='CALLABLE'>{call hr.p_close(#{a})}</update>"
                   "<select id='list'>SELECT id, F_NAME(id) FROM emp</select><delete id='del'>DELETE FROM emp</delete>"
                   "<update id='upd'>UPDATE emp SET a = 1</update></mapper>");
    write("a/M.java", "package a; interface M { void close(int a); Object list(); void del(); void upd(); }");
    write("a/D.java", R"x(package a; import javax.persistence.*; class D { EntityManager em; java.sql.Connection c;
  void jdbc() throws Exception { c.prepareCall("{ call P_CLOSE(?) }").execute(); }
  void jpa() { em.createStoredProcedureQuery("P_CLOSE").execute(); }
  void tpl() { new SimpleJdbcCall(ds).withProcedureName("step").execute(); } })x");
    analyse();
    EXPECT_EQ(writes(), (Names{"a.M.del EMP", "a.M.upd EMP", "P_CLOSE CLOSING", "PKG.STEP STEP_LOG", "TR EMP_HIST"}));
    EXPECT_EQ(reads(), (Names{"a.M.list EMP", "F_NAME NAMES"}));
    Names run;
    for (const auto& edge : model().executes)
        if (edge.rule == core::Rule::StoredRoutine)
            run.insert(memberId(edge.from) + " " + text(model()[edge.to].id));
    EXPECT_EQ(run, (Names{"a.M#close(int) P_CLOSE", "a.M#close(int) PKG.STEP", "a.M#list() F_NAME", "a.M#del() TR", "a.D#jdbc() P_CLOSE",
                          "a.D#jdbc() PKG.STEP", "a.D#jpa() P_CLOSE", "a.D#jpa() PKG.STEP"}));
    for (const auto& statement : model().statements)
        if (text(statement.id) == "P_CLOSE") {
            EXPECT_EQ(model().path(statement.accesses.at(0).at), "db/proc.sql");
            EXPECT_EQ(statement.accesses.at(0).at.line, 3U);
        }
}

} // namespace
} // namespace naru::tests
