#include "analyzers/clones/CloneFinder.h"

#include <gtest/gtest.h>

namespace {

using namespace naru;
using analyzers::SourceTexts;
using analyzers::clones::CloneOptions;
using analyzers::clones::findDuplicates;

class Tree {
public:
    void add(const std::string& path, const std::string& text, core::Language language = core::Language::Java, bool test = false)
    {
        core::SourceFile file;
        file.path = m_model.intern(path);
        file.language = language;
        file.test = test;
        m_model.files.push_back(file);
        m_texts.push_back(text);
    }
    core::CodeModel& model() { return m_model; }
    core::Duplication find(int tokens)
    {
        SourceTexts texts(m_texts.size());
        for (std::uint32_t i = 0; i < m_texts.size(); ++i)
            texts.keep(core::FileId(i), m_texts[i]);
        core::Job job;
        return findDuplicates(m_model, texts, {.minimumTokens = tokens}, job).value();
    }

private:
    core::CodeModel m_model;
    std::vector<std::string> m_texts;
};

std::string statements(const std::string& name, int count)
{
    std::string out;
    for (int i = 0; i < count; ++i)
        out += "  " + name + std::to_string(i) + ".call(a, " + std::to_string(i) + ");\n"; // 9 tokens
    return out;
}

TEST(CloneFinder, theSameBodyAtTwoPlaces)
{
    Tree tree;
    tree.add("a/A.java", "class A {\n void m() {\n" + statements("x", 10) + " }\n}\n");
    tree.add("b/B.java", "class B {\n // something else\n int f;\n void n() {\n" + statements("x", 10) + "  end();\n }\n}\n");
    const auto found = tree.find(50);
    ASSERT_EQ(found.blocks.size(), 1U);
    EXPECT_EQ(found.blocks[0], (core::DuplicateBlock{"a/A.java", 3, 12, "b/B.java", 5, 14, 90}));
    EXPECT_EQ(found.duplicated, 20);
    EXPECT_EQ(found.lines, 14 + 16);
    EXPECT_EQ(found.minimumTokens, 50);
}

TEST(CloneFinder, shorterRunsAndOtherNamesAreNone)
{
    Tree tree;
    tree.add("A.java", "class A { void m() {\n" + statements("x", 4) + "} }");
    tree.add("B.java", "class B { void m() {\n" + statements("x", 4) + "} }");
    tree.add("C.java", "class C { void m() {\n" + statements("y", 10) + "} }");
    EXPECT_TRUE(tree.find(50).blocks.empty());
    EXPECT_EQ(tree.find(50).duplicated, 0);
    EXPECT_EQ(tree.find(30).blocks.size(), 1U);
}

TEST(CloneFinder, aCopyIsPairedWithTheFirstPlace)
{
    Tree tree;
    for (const char* path : {"A.java", "B.java", "C.java"})
        tree.add(path, std::string("class ") + path[0] + " { void m() {\n" + statements("x", 10) + "} }");
    const auto found = tree.find(50);
    ASSERT_EQ(found.blocks.size(), 2U);
    EXPECT_EQ(found.blocks[0].file, "A.java");
    EXPECT_EQ(found.blocks[0].otherFile, "B.java");
    EXPECT_EQ(found.blocks[1].file, "A.java");
    EXPECT_EQ(found.blocks[1].otherFile, "C.java");
}

TEST(CloneFinder, withinOneFileButNeverOfItself)
{
    Tree tree;
    tree.add("A.java", "class A {\n void m() {\n" + statements("x", 8) + " }\n void n() {\n" + statements("x", 8) + " }\n}\n");
    const auto found = tree.find(50);
    ASSERT_EQ(found.blocks.size(), 1U);
    EXPECT_EQ(found.blocks[0].line, 3);
    EXPECT_EQ(found.blocks[0].otherLine, 13);
    Tree table;
    std::string rows;
    for (int i = 0; i < 60; ++i)
        rows += "  add(0);\n";
    table.add("T.java", "class T { void m() {\n" + rows + "} }");
    for (const core::DuplicateBlock& block : table.find(50).blocks)
        EXPECT_LT(block.endLine, block.otherLine);
}

TEST(CloneFinder, testsGeneratedTypesAndOtherLanguagesStayOut)
{
    Tree tree;
    const std::string text = "class A { void m() {\n" + statements("x", 10) + "} }";
    tree.add("A.java", text);
    tree.add("ATest.java", text, core::Language::Java, true);
    tree.add("a.js", text, core::Language::JavaScript);
    tree.add("G.java", text);
    core::Type generated;
    generated.flags = static_cast<std::uint32_t>(core::TypeFlag::Generated);
    generated.at = {core::FileId(std::uint32_t{3}), 1};
    tree.model().types.push_back(generated);
    EXPECT_TRUE(tree.find(50).blocks.empty());
    tree.add("a.c", text, core::Language::C);
    EXPECT_EQ(tree.find(50).blocks.size(), 1U);
}

TEST(CloneFinder, tooFewTokensAreRefused)
{
    core::CodeModel model;
    core::Job job;
    const auto found = findDuplicates(model, SourceTexts(), {.minimumTokens = 3}, job);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().key, "audit.clones.too-few-tokens");
}

TEST(CloneFinder, anEmptySystemHasNoShare)
{
    Tree tree;
    EXPECT_DOUBLE_EQ(tree.find(50).share(), 0);
    tree.add("A.java", "");
    EXPECT_EQ(tree.find(50).lines, 0);
}

} // namespace
