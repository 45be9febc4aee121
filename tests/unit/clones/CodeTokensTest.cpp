#include "analyzers/clones/CodeTokens.h"

#include <gtest/gtest.h>

namespace {

using namespace naru;
using analyzers::clones::readTokens;
using analyzers::clones::Token;

std::vector<Token> tokens(std::string_view text, core::Language language = core::Language::Java)
{
    std::vector<Token> out;
    readTokens(text, language, out);
    return out;
}

std::vector<std::uint32_t> hashes(std::string_view text, core::Language language = core::Language::Java)
{
    std::vector<std::uint32_t> out;
    for (const Token& token : tokens(text, language))
        out.push_back(token.hash);
    return out;
}

TEST(CodeTokens, layoutAndCommentsPlayNoPart)
{
    EXPECT_EQ(hashes("int a = b + 1; // one\n"), hashes("int a/* x\n y */=\n  b+1 ;"));
    EXPECT_NE(hashes("int a = 1;"), hashes("int c = 1;")) << "names count";
    EXPECT_NE(hashes("f(\"a\");"), hashes("f(\"b\");")) << "constants count";
}

TEST(CodeTokens, importsAndPackagesAreLeftOut)
{
    EXPECT_EQ(hashes("package a.b;\nimport c.d.E;\nimport static x.Y.*;\nclass A {}"), hashes("class A {}"));
    EXPECT_EQ(hashes("void m() { use.import_(1); }").size(), 13U) << "a name that begins like the keyword is no import";
}

TEST(CodeTokens, linesAreThoseOfTheText)
{
    const auto all = tokens("class A {\n  String s = \"\"\"\n    two\n    lines\"\"\";\n  int x;\n}\n");
    EXPECT_EQ(all.front().line, 1U);
    EXPECT_EQ(all.back().line, 6U);
    EXPECT_EQ(tokens("/* a\n b\n*/ int x;").front().line, 3U);
}

TEST(CodeTokens, preprocessorLinesOfCAreLeftOutWithWhatTheyJoin)
{
    EXPECT_EQ(hashes("#include <a.h>\n#define F(x) \\\n  g(x); \\\n  h(x)\nint a;", core::Language::C), hashes("int a;", core::Language::C));
    EXPECT_EQ(tokens("#define F \\\n 1\nint a;", core::Language::C).front().line, 3U);
}

TEST(CodeTokens, anythingIsTaken)
{
    EXPECT_FALSE(tokens("String s = \"never closed\nint b;").empty());
    EXPECT_TRUE(tokens("/* never closed").empty());
    EXPECT_FALSE(tokens("\"\"\"open").empty());
    EXPECT_FALSE(tokens("'\\").empty());
    EXPECT_TRUE(tokens("import a").empty());
    EXPECT_FALSE(tokens("int \xEA\xB0\x80\xFF\xC3 = 1;").empty());
}

TEST(CodeTokens, aStatementBeginsBehindItsForerunner)
{
    const auto all = tokens("a; b { c } d");
    std::vector<bool> begins;
    for (const Token& token : all)
        begins.push_back(token.begins);
    EXPECT_EQ(begins, (std::vector<bool>{true, false, true, false, true, false, true}));
}

} // namespace
