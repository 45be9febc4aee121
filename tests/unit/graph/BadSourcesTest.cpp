#include "SourceFixture.h"

#include <gmock/gmock.h>

namespace naru::tests {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;

class BadSources : public SourceFixture {};

TEST_F(BadSources, HalfAFileGivesItsFirstHalfAndCostsNoOther)
{
    write("a/Half.java", "package a; class Half { void whole() { new Good().go(); } void broken() { if (x ");
    write("a/Good.java", "package a; class Good { void go() { new Half().whole(); } }");
    write("a/Empty.java", "");
    write("a/Noise.java", std::string("\xFF\xFE\x80{{{{;;;class", 16));
    analyse();
    EXPECT_THAT(calls(), IsSupersetOf({"a.Half#whole() -> a.Good#go()", "a.Good#go() -> a.Half#whole()"}));
}

TEST_F(BadSources, TextThatIsNoJavaIsGivenUpInTime)
{
    std::string table;
    for (int i = 0; i < 8000; ++i)
        table += "\"ab\",\"cd\",12\n"; // the parser alone would take minutes
    write("a/Table.java", table);
    write("a/Good.java", "package a; class Good { void go() { stop(); } void stop() {} }");
    analyse();
    EXPECT_THAT(calls(), Contains("a.Good#go() -> a.Good#stop()"));
    for (const auto& file : model().files)
        EXPECT_EQ(file.state, text(file.path) == "a/Table.java" ? core::ParseState::Failed : core::ParseState::Parsed);
}

TEST_F(BadSources, GeneratedClassOfFiftyThousandLines)
{
    std::string text = "package a;\nclass Big {\n";
    for (int i = 0; i < 25'000; ++i)
        text += "  int f" + std::to_string(i) + ";\n  int get" + std::to_string(i) + "() { return f" + std::to_string(i) + "; }\n";
    write("a/Big.java", text + "}\n");
    write("a/User.java", "package a; class User { int f(Big b) { return b.get24999() + b.get0(); } }");
    analyse();
    EXPECT_THAT(calls(), IsSupersetOf({"a.User#f(Big) -> a.Big#get24999()", "a.User#f(Big) -> a.Big#get0()"}));
    EXPECT_TRUE(unresolved().empty());
}

TEST_F(BadSources, MappersWithUnknownTagsAndTextThatIsNoSql)
{
    write("m/Odd.xml", "<mapper namespace=\"odd\"><future mode=\"x\"><deep/></future>"
                       "<select id=\"one\">SELECT * FROM ORDERS <when-ever test=\"a\">JOIN ITEMS ON 1=1</when-ever></select>"
                       "<select id=\"two\">please see the manual from page 3</select></mapper>");
    write("m/Prose.sql", "Dear reader, this text is no script; update nothing, select a seat from the list; (((");
    analyse();
    std::set<std::string> tables;
    for (const auto& table : model().tables)
        tables.insert(text(table.name));
    EXPECT_THAT(tables, Contains("ORDERS"));
    EXPECT_THAT(tables, Contains("ITEMS"));
    EXPECT_THAT(tables, ::testing::Not(Contains("SEAT")));
    EXPECT_THAT(tables, ::testing::Not(Contains("THE")));
}

} // namespace
} // namespace naru::tests
