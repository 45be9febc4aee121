#include "SourceFixture.h"

#include <gmock/gmock.h>

namespace {

using naru::analyzers::StringContext;
using naru::tests::SourceFixture;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class Strings : public SourceFixture {};

TEST_F(Strings, FoldConstantsAcrossClasses)
{
    write("a/Names.java", "package a; public interface Names { String TABLE = \"T_\" + \"USER\"; int LIMIT = 10; }");
    write("b/Dao.java", R"(package b;
import a.Names;
class Dao {
    private static final String SQL = "SELECT * FROM " + Names.TABLE + " WHERE N < " + Names.LIMIT;
    void f(java.sql.Connection c, String x) throws Exception {
        c.prepareStatement(SQL);
        c.prepareStatement("DELETE FROM " + Names.TABLE + " WHERE ID = '" + x + "'");
    }
})");
    analyse();
    EXPECT_THAT(strings(StringContext::Argument),
                UnorderedElementsAre("SELECT * FROM T_USER WHERE N < 10", "~DELETE FROM T_USER WHERE ID = '?'"));
    EXPECT_THAT(strings(StringContext::Field), Contains("SELECT * FROM T_USER WHERE N < 10"));
}

TEST_F(Strings, FollowBuildersAndGrowingLocals)
{
    write("a/A.java", R"(package a;
class A {
    void f(java.sql.Statement s, String id, boolean all) throws Exception {
        StringBuilder sb = new StringBuilder("SELECT A");
        sb.append(" FROM T1").append(" WHERE ID = ").append(id);
        if (all) sb.append(" AND B = 1");
        s.executeQuery(sb.toString());
        String sql = "UPDATE T2";
        sql += " SET C = ";
        sql = sql + id;
        s.executeUpdate(sql);
    }
    String g() { StringBuffer b = new StringBuffer(); b.append("x"); b.append("y"); return b.toString(); }
})");
    analyse();
    EXPECT_THAT(strings(StringContext::Argument), UnorderedElementsAre("~SELECT A FROM T1 WHERE ID = ? AND B = 1", "~UPDATE T2 SET C = ?"));
    EXPECT_THAT(strings(StringContext::Return), UnorderedElementsAre("xy"));
    EXPECT_THAT(strings(StringContext::Local), IsEmpty());
}

TEST_F(Strings, BuildersAreUsedAgain)
{
    write("a/A.java", R"(package a;
class A {
    void f(java.sql.Connection c, String id) throws Exception {
        StringBuffer sql = new StringBuffer();
        sql.append("delete T1 where ID = ").append(id);
        c.prepareStatement(sql.toString());
        sql.setLength(0);
        sql.append("delete T2 where A = 1");
        c.prepareStatement(sql.toString());
        sql.delete(0, sql.length());
        sql.append("delete T3 where A = 1,");
        sql.setLength(sql.length() - 1);
        c.prepareStatement(sql.toString());
    }
})");
    analyse();
    EXPECT_THAT(strings(StringContext::Argument),
                UnorderedElementsAre("~delete T1 where ID = ?", "delete T2 where A = 1", "delete T3 where A = 1,"));
}

TEST_F(Strings, WhatAChainAppendsIsThereOnce)
{
    write("a/A.java", R"(package a;
class A {
    void f(java.sql.Statement s, String id) throws Exception {
        StringBuilder one = new StringBuilder();
        one = one.append("SELECT A, ").append("B ").append("FROM T1");
        one.append(" WHERE ID = ").append(id);
        s.executeQuery(one.toString());
        StringBuilder two = new StringBuilder("SELECT C");
        s.executeQuery(two.append(" FROM T2").append(" WHERE D = 1").toString());
        StringBuilder three = two.append(" AND E = 2");
        s.executeQuery(three.toString());
    }
})");
    analyse();
    EXPECT_THAT(strings(StringContext::Argument), UnorderedElementsAre("~SELECT A, B FROM T1 WHERE ID = ?", "SELECT C FROM T2 WHERE D = 1",
                                                                       "SELECT C FROM T2 WHERE D = 1 AND E = 2"));
}

TEST_F(Strings, RoomOfABuilderIsNoText)
{
    write("a/A.java", R"(package a;
class A {
    static final int ROOM = 500;
    void f(java.sql.Statement s, String id) throws Exception {
        StringBuffer one = new StringBuffer(300);
        one.append("SELECT A FROM T1");
        s.executeQuery(one.toString());
        StringBuilder two = new StringBuilder(ROOM);
        two.append("DELETE FROM T2 WHERE ID = ").append(id);
        s.executeUpdate(two.toString());
    }
})");
    analyse();
    EXPECT_THAT(strings(StringContext::Argument), UnorderedElementsAre("SELECT A FROM T1", "~DELETE FROM T2 WHERE ID = ?"));
}

TEST_F(Strings, KeepBothBranchesAndOverwrittenTexts)
{
    write("a/A.java", R"(package a;
class A {
    String view(boolean b) { return b ? "list" : "detail"; }
    void f(java.sql.Statement s, boolean b) throws Exception {
        String sql;
        if (b) sql = "SELECT 1 FROM T1"; else sql = "SELECT 2 FROM T2";
        s.executeQuery(sql);
    }
})");
    analyse();
    EXPECT_THAT(strings(StringContext::Return), UnorderedElementsAre("list", "detail"));
    EXPECT_THAT(strings(StringContext::Argument), UnorderedElementsAre("SELECT 2 FROM T2"));
    EXPECT_THAT(strings(StringContext::Local), UnorderedElementsAre("SELECT 1 FROM T1"));
}

TEST_F(Strings, NameTheCalleeAndItsReceiver)
{
    write("a/A.java", R"(package a;
import org.springframework.ui.Model;
class A extends egovframework.rte.psl.dataaccess.EgovAbstractDAO {
    void log(String level, String text) {}
    void f(Model model) { model.addAttribute("key", "value"); log("info", "text"); list("Notice.select", null); }
})");
    analyse();
    bool seen = false;
    for (const auto& use : index().strings) {
        if (text(use.text) == "value") {
            seen = true;
            EXPECT_EQ(text(use.callee), "addAttribute");
            EXPECT_EQ(text(use.receiverType), "org.springframework.ui.Model");
            EXPECT_EQ(use.argument, 1);
            EXPECT_EQ(use.at.line, 5U);
        }
        if (text(use.text) == "info") {
            EXPECT_EQ(memberId(use.calleeMember), "a.A#log(String,String)");
        }
    }
    EXPECT_TRUE(seen);
    bool listed = false;
    for (const auto& call : index().externalCalls)
        if (text(call.name) == "list") {
            listed = true;
            ASSERT_EQ(call.args.size(), 2U);
            EXPECT_EQ(text(call.args[0]), "Notice.select");
            EXPECT_FALSE(call.args[1].valid());
            EXPECT_EQ(text(call.receiverType), "a.A");
        }
    EXPECT_TRUE(listed);
}

TEST_F(Strings, ReadEscapesAndTextBlocks)
{
    write("a/A.java", "package a; class A { String f() { return \"a\\tb\\u0041\\\"\\101\"; } String g() { return \"\"\"\n"
                      "        SELECT *\n          FROM T -- \\\"x\\\"\n        \"\"\"; } }");
    analyse();
    EXPECT_THAT(strings(StringContext::Return), UnorderedElementsAre("a\tbA\"A", "SELECT *\n  FROM T -- \"x\"\n"));
}

TEST_F(Strings, FoldAnnotationValues)
{
    write("a/Paths.java", "package a; public class Paths { public static final String BASE = \"/api\"; }");
    write("b/C.java", R"(package b;
import a.Paths;
import org.springframework.web.bind.annotation.*;
@RestController @RequestMapping(Paths.BASE + "/v1")
class C { @RequestMapping(value = {"/x", "/y"}, method = {RequestMethod.GET, RequestMethod.POST}) void f(@RequestParam("q") String q) {} })");
    analyse();
    EXPECT_THAT(entryIds(),
                UnorderedElementsAre("GET /api/v1/x = b.C.f", "POST /api/v1/x = b.C.f", "GET /api/v1/y = b.C.f", "POST /api/v1/y = b.C.f"));
    bool parameter = false;
    for (const auto& use : index().annotations)
        if (use.target == naru::analyzers::AnnotationTarget::Parameter) {
            parameter = true;
            EXPECT_EQ(text(use.name), "org.springframework.web.bind.annotation.RequestParam");
            EXPECT_EQ(text(use.args.at(0).values[0]), "q");
        }
    EXPECT_TRUE(parameter);
}

} // namespace
