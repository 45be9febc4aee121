#include "CppFixture.h"

#include <gmock/gmock.h>

namespace naru::tests {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class CppCalls : public CppFixture {};

TEST_F(CppCalls, FunctionsOfCBelongToTheModuleOfTheirFile)
{
    write("src/fee.h", "int fee_total(int a, const char *name);\n");
    write("src/fee.c", "#include \"fee.h\"\nstatic int half(int a) { return a / 2; }\n"
                       "/* 합계 */\nint fee_total(int a, const char *name) { return half(a) + (name != 0); }\n");
    write("src/main.c", "#include \"fee.h\"\nint main(void) { return fee_total(2, \"x\"); }\n");
    analyse();
    EXPECT_THAT(typeNames(), UnorderedElementsAre("src.fee", "src.main"));
    EXPECT_THAT(memberIds(), UnorderedElementsAre("src.fee#half(int)", "src.fee#fee_total(int,char*)", "src.main#main()"));
    EXPECT_THAT(calls(), UnorderedElementsAre("src.fee#fee_total(int,char*) -> src.fee#half(int)",
                                              "src.main#main() -> src.fee#fee_total(int,char*)"));
    EXPECT_THAT(uses(core::UseKind::Include), UnorderedElementsAre("src.main -> src.fee"));
}

TEST_F(CppCalls, StaticFunctionsOfOneNameStayApart)
{
    write("a/x.c", "static void init(void) {}\nvoid a(void) { init(); }\n");
    write("b/x.c", "static void init(void) {}\nvoid b(void) { init(); }\n");
    analyse();
    EXPECT_THAT(calls(), UnorderedElementsAre("a.x#a() -> a.x#init()", "b.x#b() -> b.x#init()"));
}

TEST_F(CppCalls, ProgramsOfOneTreeKeepTheirOwnFunctions)
{
    write("one/main.c", "int run(void);\nint main(void) { return run(); }\n");
    write("one/run.c", "int run(void) { return 1; }\n");
    write("two/main.c", "int run(void);\nint main(void) { return run(); }\n");
    write("two/run.c", "int run(void) { return 2; }\n");
    analyse();
    EXPECT_THAT(calls(), UnorderedElementsAre("one.main#main() -> one.run#run()", "two.main#main() -> two.run#run()"));
}

TEST_F(CppCalls, VirtualCallsLeadToTheOverridersBelowTheReceiver)
{
    write("shape.h", "struct Shape { virtual ~Shape() {} virtual int area() const = 0; };\n"
                     "struct Box : Shape { int area() const override; };\n"
                     "struct Cube : Box { int area() const override { return 6; } };\n"
                     "struct Disc : Shape { int area() const override { return 3; } };\n");
    write("shape.cpp", "#include \"shape.h\"\nint Box::area() const { return 4; }\n"
                       "int any(const Shape &s) { return s.area(); }\nint box(Box *b) { return b->area(); }\n"
                       "int exact(Box *b) { return b->Box::area(); }\n");
    analyse();
    EXPECT_THAT(calls(true),
                IsSupersetOf({"shape#any(Shape) -> Shape#area()", "shape#any(Shape) -> Box#area()", "shape#any(Shape) -> Cube#area()",
                              "shape#any(Shape) -> Disc#area()", "shape#box(Box*) -> Box#area()", "shape#box(Box*) -> Cube#area()",
                              "shape#exact(Box*) -> Box#area()"}));
    EXPECT_THAT(calls(true), Not(Contains("shape#box(Box*) -> Disc#area()")));
    EXPECT_THAT(calls(true), Not(Contains("shape#exact(Box*) -> Cube#area()")));
}

TEST_F(CppCalls, TablesOfFunctionPointersAreFollowed)
{
    write("table.c", "typedef int (*handler)(int);\nstruct row { const char *name; handler fn; int flags; };\n"
                     "static int add(int a) { return a; }\nstatic int del(int a) { return -a; }\nstatic int idle(int a) { return a; }\n"
                     "static struct row rows[] = { { \"ADD\", add, 1 }, { .name = \"DEL\", .fn = del } };\n"
                     "static handler plain[2] = { idle };\n"
                     "int serve(int i) { return rows[i].fn(i); }\nint other(int i) { return plain[i](i); }\n");
    analyse();
    EXPECT_THAT(calls(true), UnorderedElementsAre("table#serve(int) -> table#add(int)", "table#serve(int) -> table#del(int)",
                                                  "table#other(int) -> table#idle(int)"));
    EXPECT_THAT(entryIds(), IsSupersetOf({"service ADD = table.add", "service DEL = table.del"}));
}

TEST_F(CppCalls, CallbacksAreFollowedThroughParameters)
{
    write("each.c", "typedef void (*visit)(int);\nstatic void show(int a) { (void)a; }\n"
                    "void each(int n, visit v) { for (int i = 0; i < n; ++i) v(i); }\nvoid all(void) { each(3, show); }\n");
    analyse();
    EXPECT_THAT(calls(true), UnorderedElementsAre("each#all() -> each#each(int,visit)", "each#each(int,visit) -> each#show(int)"));
}

TEST_F(CppCalls, MembersOfClassesAndNamespaces)
{
    write("pay.h",
          "namespace city { namespace fee {\n/** 수납 */\nclass Payment { public: Payment(int a); int amount() const { return m_amount; }\n"
          "  static Payment none(); private: int m_amount; };\ntemplate <typename T> T twice(T v) { return v + v; }\n} }\n");
    write("pay.cpp", "#include \"pay.h\"\nusing namespace city::fee;\nPayment::Payment(int a) : m_amount(a) {}\n"
                     "Payment Payment::none() { return Payment(0); }\n"
                     "int use() { Payment p(3); return twice(p.amount()) + Payment::none().amount(); }\n");
    analyse();
    EXPECT_THAT(typeNames(), IsSupersetOf({"city.fee.Payment", "pay"}));
    EXPECT_THAT(calls(), IsSupersetOf({"pay#use() -> city.fee.Payment#Payment(int)", "pay#use() -> city.fee.Payment#amount()",
                                       "pay#use() -> pay#city.fee.twice(T)", "pay#use() -> city.fee.Payment#none()",
                                       "city.fee.Payment#none() -> city.fee.Payment#Payment(int)"}));
    EXPECT_THAT(accesses(), IsSupersetOf({"city.fee.Payment#Payment(int) w city.fee.Payment#m_amount",
                                          "city.fee.Payment#amount() r city.fee.Payment#m_amount"}));
}

TEST_F(CppCalls, GlobalsAndFieldsAreReadAndWritten)
{
    write("g.c", "struct acc { int sum; int n; };\nint total; static struct acc all;\n"
                 "void put(int v) { total += v; all.sum = v; all.n++; }\nint get(void) { return total + all.sum; }\n");
    analyse();
    EXPECT_THAT(accesses(), IsSupersetOf({"g#put(int) w g#total", "g#put(int) r g#total", "g#put(int) w acc#sum", "g#put(int) w acc#n",
                                          "g#get() r g#total", "g#get() r acc#sum"}));
    EXPECT_THAT(accesses(), Not(Contains("g#get() w g#total")));
}

TEST_F(CppCalls, InheritanceOutsideTheSystemIsKept)
{
    write("w.cpp", "#include <gone.h>\nclass Base {};\nclass Dialog : public Base, public QDialog { public: int go() { return 1; } };\n"
                   "int f(Dialog &d) { return d.go(); }\n");
    analyse();
    ASSERT_EQ(model().inherits.size(), 1U);
    EXPECT_THAT(calls(), Contains("w#f(Dialog) -> Dialog#go()"));
    EXPECT_THAT(diagnosticCodes(), Contains("analysis.cpp.missing-header"));
}

TEST_F(CppCalls, ComplexityCountsBranches)
{
    write("c.c", "int f(int a) { if (a > 1 && a < 5) { for (;;) { if (a) break; } } else if (a) return 2; return a ? 1 : 0; }\n");
    analyse();
    ASSERT_EQ(model().members.size(), 1U);
    EXPECT_EQ(model().members[0].cyclomatic, 7);
}

TEST_F(CppCalls, SqlTextsReachTheirTables)
{
    write("db.cpp",
          "#include <string>\nstruct PGconn; struct PGresult;\nPGresult *PQexec(PGconn *, const char *);\n"
          "extern \"C\" int sprintf(char *, const char *, ...);\nextern \"C\" char *strcat(char *, const char *);\n"
          "void a(PGconn *c) { PQexec(c, \"SELECT ID, NM FROM TB_FEE WHERE ID = 1\"); }\n"
          "void b(PGconn *c, int id) { char sql[200]; sprintf(sql, \"UPDATE TB_FEE SET NM = 'x' WHERE ID = %d\", id); PQexec(c, sql); }\n"
          "void d(PGconn *c) { std::string s = \"SELECT A.ID FROM TB_A A \"; s += \"JOIN TB_B B ON A.ID = B.ID\"; PQexec(c, s.c_str()); }\n"
          "void e(PGconn *c) { char s[99] = \"\"; strcat(s, \"DELETE \"); strcat(s, \"FROM TB_C WHERE ID = 1\"); PQexec(c, s); }\n"
          "void t(PGconn *c) { PQexec(c, \"BEGIN\"); b(c, 1); PQexec(c, \"COMMIT\"); }\n");
    analyse();
    EXPECT_THAT(tables("db#a(PGconn*)"), UnorderedElementsAre("TB_FEE r"));
    EXPECT_THAT(tables("db#b(PGconn*,int)"), UnorderedElementsAre("TB_FEE w"));
    EXPECT_THAT(tables("db#d(PGconn*)"), UnorderedElementsAre("TB_A r", "TB_B r"));
    EXPECT_THAT(tables("db#e(PGconn*)"), UnorderedElementsAre("TB_C w"));
    ASSERT_EQ(index().boundaries.size(), 1U);
    EXPECT_EQ(memberId(index().boundaries[0]), "db#t(PGconn*)");
}

} // namespace
} // namespace naru::tests
