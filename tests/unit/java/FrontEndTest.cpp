#include "analyzers/java/DocComment.h"
#include "analyzers/java/JavaFrontEnd.h"
#include "analyzers/java/StringLiterals.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace naru;
using analyzers::java::FileFacts;
using analyzers::java::JavaFrontEnd;
using analyzers::java::Op;

class FrontEnd : public ::testing::Test {
protected:
    FileFacts read(std::string_view text) { return m_frontEnd.read(text); }
    [[nodiscard]] std::string text(core::StringId id) const { return std::string(m_pool.view(id)); }
    [[nodiscard]] static std::size_t count(const FileFacts& facts, Op op)
    {
        return static_cast<std::size_t>(std::ranges::count(facts.code, op, &analyzers::java::Code::op));
    }

    core::StringPool m_pool;
    JavaFrontEnd m_frontEnd{m_pool};
};

TEST_F(FrontEnd, NamesMayHoldCharactersWithoutWidth)
{
    const FileFacts facts = read("class A {\n void list\u200bAll(int a\u00adb) { run(a\u00adb); }\n String s = \"\u200b\"; }");
    EXPECT_TRUE(facts.errorLines.empty());
    ASSERT_EQ(facts.members.size(), 2U);
    EXPECT_EQ(text(facts.members[0].name), "list\u200bAll");
    EXPECT_EQ(count(facts, Op::Call), 1U);
}

TEST_F(FrontEnd, PackageImportsAndTypes)
{
    const FileFacts facts =
        read("package a.b;\nimport java.util.*;\nimport static a.X.f;\nimport a . Y ;\nclass A<T extends Y> { class B {} }");
    EXPECT_EQ(text(facts.package), "a.b");
    ASSERT_EQ(facts.imports.size(), 3U);
    EXPECT_EQ(text(facts.imports[0].name), "java.util");
    EXPECT_TRUE(facts.imports[0].wildcard);
    EXPECT_TRUE(facts.imports[1].isStatic);
    EXPECT_EQ(text(facts.imports[1].name), "a.X.f");
    EXPECT_EQ(text(facts.imports[2].name), "a.Y");
    ASSERT_EQ(facts.types.size(), 2U);
    EXPECT_EQ(facts.types[1].outer, 0U);
    EXPECT_EQ(facts.types[0].typeParameters.count, 1U);
    EXPECT_TRUE(facts.errorLines.empty());
}

TEST_F(FrontEnd, CodeIsAWellFormedTree)
{
    const FileFacts facts = read("class A { int f(int x) { for (int i = 0; i < x; i++) { g(i, h(x) + 1); } return x > 0 ? 1 : 2; } }");
    for (std::size_t i = 0; i < facts.code.size(); ++i) {
        std::uint32_t inner = 1;
        analyzers::java::eachChild(facts.code, static_cast<std::uint32_t>(i),
                                   [&](std::uint32_t child) { inner += facts.code[child].size; });
        ASSERT_EQ(inner, facts.code[i].size) << "element " << i;
    }
    EXPECT_EQ(count(facts, Op::Call), 2U);
    EXPECT_EQ(count(facts, Op::Ternary), 1U);
}

TEST_F(FrontEnd, SyntaxOfAllAges)
{
    EXPECT_TRUE(read("class Old { void f() { java.util.Vector v = new java.util.Vector(); synchronized (v) { v.add(null); } } }")
                    .errorLines.empty());
    const FileFacts modern = read(R"(
sealed interface Shape permits Circle {}
record Circle(double r) implements Shape { Circle { if (r < 0) throw new IllegalArgumentException(); } }
class M { String f(Object o) { return switch (o) { case Circle(double r) when r > 1 -> "big"; case Circle c -> c.toString(); default -> { yield """
    text"""; } }; } })");
    EXPECT_TRUE(modern.errorLines.empty());
    EXPECT_EQ(modern.types.size(), 3U);
    EXPECT_EQ(count(modern, Op::RecordPattern), 1U);
}

TEST_F(FrontEnd, ErrorsHaveLinesAndTheRestIsRead)
{
    const FileFacts facts = read("class A {\n void f() { g(); }\n void h( { ]\n}\n");
    ASSERT_FALSE(facts.errorLines.empty());
    EXPECT_GE(facts.errorLines.front(), 3U);
    EXPECT_EQ(count(facts, Op::Call), 1U);
    EXPECT_TRUE(read("").types.empty());
    EXPECT_TRUE(read("// only a comment").errorLines.empty());
    EXPECT_FALSE(read("\x01\x02 not java {{{ ]]").errorLines.empty());
}

TEST_F(FrontEnd, FirstSentences)
{
    using analyzers::java::firstSentence;
    EXPECT_EQ(firstSentence("/** One. Two. */"), "One.");
    EXPECT_EQ(firstSentence("/**\n * 회의실을 예약한다. 그리고\n */"), "회의실을 예약한다.");
    EXPECT_EQ(firstSentence("/** Uses {@link A#b the b} of v1.2 here. X */"), "Uses the b of v1.2 here.");
    EXPECT_EQ(firstSentence("/**\n * @Class Name : A.java\n * @Description : 공지사항 관리\n */"), "공지사항 관리");
    EXPECT_EQ(firstSentence("/**\n * @fn          : saveDefectItem\n * @brief       : 불량항목 등록/수정\n * @remark\n */"), "불량항목 등록/수정");
    EXPECT_EQ(firstSentence("/**\n * <pre>\n * @desc 첨부 파일 삭제\n * @param\n */"), "첨부 파일 삭제");
    EXPECT_EQ(firstSentence("/** 실적 조회 (Lot No. 검색). 그리고 */"), "실적 조회 (Lot No. 검색).");
    EXPECT_EQ(firstSentence("/**\n * @brief : 함수 간략한 설명\n */"), "");
    EXPECT_EQ(firstSentence("/**\n * @brief : saveDefectItem\n */"), "");
    EXPECT_EQ(firstSentence("/** @return x */"), "");
    EXPECT_EQ(firstSentence("/***/"), "");
}

TEST_F(FrontEnd, FormsOfLabels)
{
    using analyzers::java::firstSentence;
    EXPECT_EQ(firstSentence("/**\n * <PRE>\n * 1. ClassName :\n * 2. FileName  : A.java\n * 4. Comment  : 물리모델 등록 요청\n * 5. 작성일 : 2014. 5. 1.\n * </PRE>\n */"), "물리모델 등록 요청");
    EXPECT_EQ(firstSentence("/**\n * 1. ClassName :\n * 4. Comment  : \n * 5. 작성자 : kim\n */"), "");
    EXPECT_EQ(firstSentence("/**\n *\n * 설  명 :\n * @modify 2016\n * This Area Change Content Write\n */"), "");
    EXPECT_EQ(firstSentence("/** 1. 목록을 조회한다. 2. 저장한다. */"), "목록을 조회한다.");
    EXPECT_EQ(firstSentence("/** 팝업창 호출 @return kim */"), "팝업창 호출");
    EXPECT_EQ(firstSentence("/**\n * @Class Name : .java\n * @Description :  Class\n */"), "");
    EXPECT_EQ(firstSentence("/** Warning: this writes. Twice. */"), "Warning: this writes.");
}

TEST_F(FrontEnd, LabelsAboveMethods)
{
    const auto labelled = [&](const std::string& above) {
        const FileFacts facts = read("class A {\n  int x; // 번호\n" + above + "\n  @GetMapping(\"/a\")\n  void f() {}\n}\n");
        for (const auto& member : facts.members)
            if (text(member.name) == "f")
                return std::string(member.comment.valid() ? text(member.comment) : "");
        return std::string("none");
    };
    EXPECT_EQ(labelled("  // 회의실 예약 취소"), "회의실 예약 취소");
    EXPECT_EQ(labelled("  /*통계 조회*/"), "통계 조회");
    EXPECT_EQ(labelled("  // 화면 ******"), "화면");
    EXPECT_EQ(labelled("  /** 설명이다. */"), "설명이다.");
    EXPECT_EQ(labelled("  /** 설명이다. */\n  // 회의실"), "설명이다.");
    EXPECT_EQ(labelled("  /** 목록 저장 */\n  /** kim */"), "목록 저장");
    for (const char* none : {"", "  // 하나\n  // 둘", "  // 예약(\"회의실\");", "  // ===== 예약 =====", "  // cancel a booking", "  // 회의실\n", "  //@GetMapping(예약)"})
        EXPECT_EQ(labelled(none), "") << none;
}

TEST_F(FrontEnd, Literals)
{
    using analyzers::java::unescape;
    EXPECT_EQ(unescape("\"a\\nb\\\\\""), "a\nb\\");
    EXPECT_EQ(unescape("\"\\uD55C\\uuAE00\""), "한글");
    EXPECT_EQ(unescape("\"\\0\\12x\\q\\u12\""), std::string("\0\nxqu12", 7));
    EXPECT_EQ(unescape("\"\"\"\n  a\n    b\\\n  c\n  \"\"\""), "a\n  bc\n");
}

} // namespace
