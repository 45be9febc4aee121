#include "CppFixture.h"

#include "analyzers/cpp/EsqlText.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace naru::tests {
namespace {

using analyzers::cpp::hasEmbeddedSql;
using analyzers::cpp::readEsql;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class Esql : public CppFixture {};

std::ptrdiff_t lines(std::string_view text)
{
    return std::ranges::count(text, '\n');
}

TEST(EsqlText, KeepsLinesAndTakesIntoListsOut)
{
    const std::string source = "EXEC SQL INCLUDE sqlca;\nvoid f(void)\n{\n  EXEC SQL SELECT A, B\n    INTO :a, :s.b:ind\n    FROM T1\n   "
                               "WHERE C = :c;\n  g();\n}\n";
    const auto made = readEsql(source);
    EXPECT_EQ(lines(made.code), lines(source));
    ASSERT_EQ(made.blocks.size(), 1U);
    EXPECT_EQ(made.blocks[0].line, 4U);
    EXPECT_THAT(made.blocks[0].sql, HasSubstr("FROM T1"));
    EXPECT_THAT(made.blocks[0].sql, Not(HasSubstr("INTO")));
    EXPECT_THAT(made.code, HasSubstr("naru_sql(0,a,s.b,c);"));
    EXPECT_EQ(made.blocks[0].writes, (std::vector<bool>{true, true, false}));
    EXPECT_THAT(made.code, HasSubstr("\n  g();\n"));
}

TEST(EsqlText, VarcharAndCommentsAndBlocks)
{
    const auto made =
        readEsql("EXEC SQL BEGIN DECLARE SECTION;\nVARCHAR name[20], city[10][30];\nEXEC SQL END DECLARE SECTION;\n"
                 "/* EXEC SQL DELETE FROM X; */\nvoid f() { EXEC SQL EXECUTE BEGIN P_CALL(:name); UPDATE T SET A = 1; END; END-EXEC; }\n");
    EXPECT_THAT(made.code, HasSubstr("struct{unsigned short len;unsigned char arr[20];}name;"));
    EXPECT_THAT(made.code, HasSubstr("unsigned char arr[30];}city[10];"));
    ASSERT_EQ(made.blocks.size(), 1U);
    EXPECT_THAT(made.blocks[0].sql, HasSubstr("UPDATE T"));
}

TEST(EsqlText, SurvivesWhatNeverEnds)
{
    EXPECT_EQ(readEsql("void f() { EXEC SQL SELECT 'a FROM").blocks.size(), 1U);
    EXPECT_TRUE(readEsql("EXEC").blocks.empty());
    EXPECT_TRUE(readEsql("void f() { EXEC SQL").blocks.size() <= 1U);
    EXPECT_FALSE(hasEmbeddedSql("int execute_sql; // EXECSQL"));
    EXPECT_TRUE(hasEmbeddedSql("\texec  sql commit;"));
}

TEST_F(Esql, StatementsBelongToTheirFunctions)
{
    write(
        "svc/fee.pc",
        "#include <stdio.h>\nEXEC SQL INCLUDE sqlca;\nEXEC SQL BEGIN DECLARE SECTION;\nstatic char h_id[10];\nVARCHAR h_nm[40];\nEXEC SQL "
        "END DECLARE SECTION;\n"
        "void fail(const char *m) { printf(\"%s\", m); }\n"
        "int sel(void)\n{\n  EXEC SQL WHENEVER SQLERROR DO fail(\"sel\");\n"
        "  EXEC SQL SELECT NM INTO :h_nm FROM TB_FEE WHERE ID = :h_id;\n  return sqlca.sqlcode;\n}\n"
        "void put(void)\n{\n  if (sqlca.sqlcode == 0)\n    EXEC SQL INSERT INTO TB_HIST (ID) VALUES (:h_id);\n  EXEC SQL COMMIT WORK;\n}\n"
        "void rows(void)\n{\n  EXEC SQL DECLARE c1 CURSOR FOR SELECT ID FROM TB_PAY;\n  EXEC SQL OPEN c1;\n  EXEC SQL FETCH c1 INTO "
        ":h_id;\n}\n");
    analyse();
    EXPECT_THAT(tables("svc.fee#sel()"), UnorderedElementsAre("TB_FEE r"));
    EXPECT_THAT(tables("svc.fee#put()"), UnorderedElementsAre("TB_HIST w"));
    EXPECT_THAT(tables("svc.fee#rows()"), UnorderedElementsAre("TB_PAY r"));
    EXPECT_THAT(calls(), Contains("svc.fee#sel() -> svc.fee#fail(char*)"));
    EXPECT_THAT(accesses(),
                IsSupersetOf({"svc.fee#sel() r svc.fee#h_id", "svc.fee#sel() w svc.fee#h_nm", "svc.fee#rows() w svc.fee#h_id"}));
    ASSERT_EQ(index().boundaries.size(), 1U);
    EXPECT_EQ(memberId(index().boundaries[0]), "svc.fee#put()");
    for (const auto& statement : model().statements)
        if (statement.kind == core::StatementKind::Insert) {
            EXPECT_EQ(statement.at.line, 17U);
        }
    EXPECT_EQ(stateOf("svc/fee.pc"), core::ParseState::Parsed);
}

} // namespace
} // namespace naru::tests
