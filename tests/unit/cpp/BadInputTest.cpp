#include "CppFixture.h"

#include <gmock/gmock.h>

namespace naru::tests {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;

class CppBadInput : public CppFixture {};

TEST_F(CppBadInput, KernighanAndRitchie)
{
    write("old.c", "int g();\nadd(a, b)\nint a; int b;\n{\n  register int c;\n  c = g(a) + late(b);\n  return c;\n}\nint late(x) int x; { "
                   "return x; }\n");
    analyse();
    EXPECT_THAT(calls(), Contains("old#add(int,int) -> old#late(int)"));
}

TEST_F(CppBadInput, Cp949CommentsAndTexts)
{
    // "수납" in CP949, in a comment and in a literal
    write("kr.c", "#include \"kr.h\"\n/* \xBC\xF6\xB3\xB3 */\nconst char *title(void) { return \"\xBC\xF6\xB3\xB3\"; }\n");
    write("kr.h", "/* \xBC\xF6\xB3\xB3 */\nconst char *title(void);\n");
    analyse();
    EXPECT_THAT(strings(analyzers::StringContext::Return), Contains("수납"));
    ASSERT_EQ(model().members.size(), 1U);
    EXPECT_EQ(text(model().members[0].comment), "수납");
    EXPECT_EQ(stateOf("kr.c"), core::ParseState::Parsed);
}

TEST_F(CppBadInput, BrokenCommandsAndObjectFiles)
{
    write("a.c", "void b(void) {}\nvoid a(void) { b(); }\n");
    write("a.o", std::string("\x7f"
                             "ELF\0\0\0",
                             7));
    write("b.c", std::string("int x;\0\0binary", 14));
    write("compile_commands.json", "[{\"directory\": 3, \"file\": [}");
    analyse();
    EXPECT_THAT(calls(), Contains("a#a() -> a#b()"));
}

TEST_F(CppBadInput, IncludeLoopsEnd)
{
    write("a.h", "#include \"b.h\"\nvoid a(void);\n");
    write("b.h", "#include \"a.h\"\nvoid b(void);\n");
    write("m.c", "#include \"a.h\"\nvoid a(void) {}\nvoid b(void) { a(); }\n");
    analyse();
    EXPECT_THAT(calls(), Contains("m#b() -> m#a()"));
}

TEST_F(CppBadInput, OneBrokenUnitCostsItselfOnly)
{
    write("bad.cpp", "class {{{ ]] template < @@ \x01\x02 int f( {\n#include \"nowhere.h\"\n");
    write("good.cpp", "int g() { return 1; }\nint f() { return g(); }\n");
    analyse();
    EXPECT_THAT(calls(), Contains("good#f() -> good#g()"));
    EXPECT_EQ(stateOf("bad.cpp"), core::ParseState::Partial);
    EXPECT_EQ(stateOf("good.cpp"), core::ParseState::Parsed);
}

TEST_F(CppBadInput, DeepAndLongGeneratedCode)
{
    std::string deep = "int f(int a) { return ";
    for (int i = 0; i < 900; ++i)
        deep += "(a + ";
    deep += "a" + std::string(900, ')') + "; }\n";
    write("deep.c", deep);
    std::string lines = "int v[] = {\n";
    for (int i = 0; i < 100'000; ++i)
        lines += std::to_string(i) + ",\n";
    write("long.c", lines + "0};\nint last(void) { return v[0]; }\n");
    analyse();
    EXPECT_THAT(memberIds(), IsSupersetOf({"long#last()", "long#v"}));
}

TEST_F(CppBadInput, MissingHeadersKeepWhatCanBeKnown)
{
    write("v.cpp",
          "#include <kapplication.h>\n#include \"doc.h\"\nvoid View::load(const QString &name)\n{\n  QStringList all = names(name);\n"
          "  for (QStringList::Iterator it = all.begin(); it != all.end(); ++it)\n    m_doc->open(*it);\n  if (name.isEmpty()) { reset(0); "
          "}\n}\n");
    write(
        "doc.h",
        "class Doc { public: void open(const QString &n); };\nclass View : public QWidget { Doc *m_doc; public: void load(const QString &);"
        " QStringList names(const QString &); void reset(int); };\n");
    analyse();
    std::set<std::string> targets;
    for (const auto& call : model().calls)
        targets.insert(text(model()[call.to].name));
    EXPECT_THAT(targets, Contains("reset"));
    EXPECT_THAT(diagnosticCodes(), Contains("analysis.cpp.syntax")); // reading went on behind the missing header
}

TEST_F(CppBadInput, MarksOfExportedClassesWhoseHeaderIsMissing)
{
    write("x.cpp", "#include <fee_export.h>\nclass FEE_EXPORT Fee : public Base { public: int get() { return half(); } int half(); };\n"
                   "int Fee::half() { return 1; }\n");
    analyse();
    EXPECT_THAT(calls(), Contains("Fee#get() -> Fee#half()"));
}

} // namespace
} // namespace naru::tests
