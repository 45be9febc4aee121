#include "SourceFixture.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace {

using naru::core::MemberFlag;
using naru::core::ParseState;
using naru::core::TypeFlag;
using naru::core::TypeKind;
using naru::core::UseKind;
using naru::tests::SourceFixture;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class Model : public SourceFixture {};

TEST_F(Model, TypesWithKindsPlacesAndComments)
{
    write("a/A.java", R"(package a;

/**
 * 회의실 예약을 관리한다. 두 번째 문장.
 * @author x
 */
public abstract class A {
    enum Kind { ONE }
    interface Part { }
    @interface Mark { String value() default "x"; }
    record Pair(int a, String b) { }
    /** Adds <b>one</b> {@code item}. More. */
    abstract void add();
}
)");
    analyse();
    ASSERT_THAT(typeNames(), UnorderedElementsAre("a.A", "a.A.Kind", "a.A.Part", "a.A.Mark", "a.A.Pair"));
    const auto& type = model().types[0];
    EXPECT_EQ(text(type.name), "a.A");
    EXPECT_EQ(text(type.comment), "회의실 예약을 관리한다.");
    EXPECT_EQ(type.at.line, 7U);
    EXPECT_EQ(type.endLine, 14U);
    EXPECT_TRUE(has(type.flags, TypeFlag::Abstract));
    EXPECT_TRUE(std::ranges::any_of(model().members, [&](const auto& member) { return text(member.comment) == "Adds one item."; }));
    EXPECT_THAT(memberIds(), Contains("a.A.Pair#<init>(int,String)"));
    EXPECT_THAT(memberIds(), Contains("a.A.Kind#values()"));
}

TEST_F(Model, ComplexityAfterItsDefinitions)
{
    write("a/A.java", R"(package a;
class A {
    int plain() { return 1; }
    int some(int a, boolean b, boolean c) {
        if (a > 0 && b && c) {            // +1 if, +1 for the run of &&
            for (int i = 0; i < a; i++) { // +2
                if (b || c) a++;          // +3, +1
                else a--;                 // +1
            }
        }
        switch (a) { case 1: break; case 2: return 2; default: break; } // +1
        return b ? 1 : 2;                 // +1
    }
})");
    analyse();
    const auto find = [&](const char* id) {
        return *std::ranges::find_if(model().members, [&](const auto& member) { return text(member.id) == id; });
    };
    EXPECT_EQ(find("a.A#plain()").cyclomatic, 1);
    EXPECT_EQ(find("a.A#plain()").cognitive, 0);
    EXPECT_EQ(find("a.A#some(int,boolean,boolean)").cyclomatic, 1 + 1 + 2 + 1 + 1 + 1 + 2 + 1);
    EXPECT_EQ(find("a.A#some(int,boolean,boolean)").cognitive, 11);
}

TEST_F(Model, UsesOfTypesByKind)
{
    write("a/T.java", "package a; public class T { public static int n; public int field; static class X extends Exception {} }");
    write("a/P.java", "package a; public class P {}");
    write("b/U.java", R"(package b;
import a.*;
import java.util.List;
class U {
    List<P> many;
    T one;
    T f(T p) throws T.X { Object o = (T) null; T local = new T(); return local; }
    int g() { return T.n + one.field; }
})");
    analyse();
    EXPECT_THAT(uses(UseKind::Generic), UnorderedElementsAre("b.U -> a.P"));
    EXPECT_THAT(uses(UseKind::Field), UnorderedElementsAre("b.U -> a.T"));
    EXPECT_THAT(uses(UseKind::Parameter), UnorderedElementsAre("b.U -> a.T"));
    EXPECT_THAT(uses(UseKind::Return), UnorderedElementsAre("b.U -> a.T"));
    EXPECT_THAT(uses(UseKind::Throws), UnorderedElementsAre("b.U -> a.T.X"));
    EXPECT_THAT(uses(UseKind::Cast), UnorderedElementsAre("b.U -> a.T"));
    EXPECT_THAT(uses(UseKind::Local), UnorderedElementsAre("b.U -> a.T"));
    EXPECT_THAT(uses(UseKind::New), UnorderedElementsAre("b.U -> a.T"));
    EXPECT_THAT(uses(UseKind::Static), UnorderedElementsAre("b.U -> a.T"));
    EXPECT_THAT(uses(UseKind::FieldAccess), UnorderedElementsAre("b.U -> a.T"));
}

TEST_F(Model, NamesThroughImportsPackagesAndWildcards)
{
    write("a/X.java", "package a; public class X { public void inA() {} }");
    write("b/X.java", "package b; public class X { public void inB() {} }");
    write("c/Single.java", "package c; import a.X; import b.*; class Single { void f(X x) { x.inA(); } }");
    write("b/Same.java", "package b; class Same { void f(X x) { x.inB(); } }");
    write("c/Wild.java", "package c; import b.*; class Wild { void f(X x) { x.inB(); } }");
    write("c/Full.java", "package c; import b.*; class Full { void f(a.X x) { x.inA(); } }");
    write("c/List.java", "package c; class List { void mine() {} }");
    write("c/Shadow.java", "package c; import java.util.*; class Shadow { void f(List l) { l.mine(); } }");
    analyse();
    EXPECT_THAT(calls(), UnorderedElementsAre("c.Single#f(X) -> a.X#inA()", "b.Same#f(X) -> b.X#inB()", "c.Wild#f(X) -> b.X#inB()",
                                              "c.Full#f(X) -> a.X#inA()", "c.Shadow#f(List) -> c.List#mine()"));
}

TEST_F(Model, ParenthesesThatStayOpenCostTheirStatementOnly)
{
    write("a/Open.java", "package a; class Open { void first() { last(); if (second( { last(); } } void second() { last(); } void third() { second(); last(; }\n"
                         "  void last() { } void fourth() { third(); } }");
    analyse();
    EXPECT_EQ(calls(), (std::set<std::string>{"a.Open#first() -> a.Open#last()", "a.Open#second() -> a.Open#last()", "a.Open#third() -> a.Open#second()",
                                              "a.Open#fourth() -> a.Open#third()"}));
    EXPECT_EQ(model().diagnostics.size(), 1U);
}

TEST_F(Model, BadFilesCostOnlyThemselves)
{
    write("a/Good.java", "package a; class Good { void f() { g(); } void g() {} }");
    write("a/Half.java", "package a; class Half { void f() { g(); } void g() {} void broken( { int x = ; ");
    write("a/Binary.java", std::string_view("package a;\0\0\0 class Binary {}", 30));
    write("a/Old.java", "package a; class Old { Object enum; void assertIt() { int assert_ = 1; f(); } void f() {} }");
    write("a/Empty.java", "");
    analyse();
    EXPECT_THAT(calls(), Contains("a.Good#f() -> a.Good#g()"));
    EXPECT_THAT(calls(), Contains("a.Half#f() -> a.Half#g()"));
    EXPECT_THAT(calls(), Contains("a.Old#assertIt() -> a.Old#f()"));
    const auto state = [&](const char* path) {
        return std::ranges::find_if(model().files, [&](const auto& file) { return text(file.path) == path; })->state;
    };
    EXPECT_EQ(state("a/Good.java"), ParseState::Parsed);
    EXPECT_EQ(state("a/Half.java"), ParseState::Partial);
    EXPECT_EQ(state("a/Binary.java"), ParseState::Failed);
    EXPECT_EQ(state("a/Empty.java"), ParseState::Parsed);
    EXPECT_TRUE(std::ranges::any_of(model().diagnostics, [](const auto& item) {
        return item.code == "analysis.java.syntax" && item.file == "a/Half.java" && item.line == 1;
    }));
    EXPECT_TRUE(std::ranges::any_of(model().diagnostics,
                                    [](const auto& item) { return item.code == "analysis.file.binary" && item.file == "a/Binary.java"; }));
}

TEST_F(Model, KoreanEncodings)
{
    // "회의실" in EUC-KR, in a comment and in a string.
    write("a/A.java", "package a; /** \xC8\xB8\xC0\xC7\xBD\xC7. */ class A { String f() { return \"\xC8\xB8\xC0\xC7\xBD\xC7\"; } }");
    // "뷁" exists in CP949 only.
    write("a/B.java", "package a; class B { String g() { return \"\x94\xEE\"; } }");
    analyse();
    EXPECT_EQ(text(model().types[0].comment), "회의실.");
    EXPECT_THAT(strings(naru::analyzers::StringContext::Return), UnorderedElementsAre("회의실", "뷁"));
}

TEST_F(Model, DeepNestingDoesNotExhaustTheStack)
{
    const std::string open(10000, '(');
    const std::string close(10000, ')');
    write("a/Parens.java", "package a; class Parens { int f() { return " + open + "1" + close + "; } void g() { f(); } }");
    std::string chain = "package a; class Chain { String f(StringBuilder b) { return b";
    for (int i = 0; i < 5000; ++i)
        chain += ".append(\"x\")";
    write("a/Chain.java", chain + ".toString(); } void g() { f(null); } }");
    std::string sum = "package a; class Sum { String f() { return \"x\"";
    for (int i = 0; i < 5000; ++i)
        sum += " + \"y\"";
    write("a/Sum.java", sum + "; } }");
    std::string nested = "package a; class Nested { void f() { ";
    for (int i = 0; i < 3000; ++i)
        nested += "if (true) {";
    nested += "g();";
    nested.append(3000, '}');
    write("a/Nested.java", nested + "} void g() {} void h() { g(); } }");
    analyse(2);
    EXPECT_THAT(calls(), Contains("a.Parens#g() -> a.Parens#f()"));
    EXPECT_THAT(calls(), Contains("a.Chain#g() -> a.Chain#f(StringBuilder)"));
    EXPECT_THAT(calls(), Contains("a.Nested#h() -> a.Nested#g()"));
    EXPECT_THAT(strings(naru::analyzers::StringContext::Return), Contains("x" + std::string(5000, 'y')));
    EXPECT_TRUE(std::ranges::any_of(model().diagnostics, [](const auto& item) { return item.code == "analysis.java.too-deep"; }));
}

TEST_F(Model, LinksLoopsAndStrangeNames)
{
    write("a/A.java", "package a; class A {}");
    std::filesystem::create_directory_symlink(m_root, m_root / "a/loop");
    std::filesystem::create_directory_symlink("/", m_root / "outside");
    write("한글 폴더/B.java", "package b; class B {}");
    write("bad\xFF/C.java", "package c; class C {}");
    write("target/classes/D.java", "class D {}");
    write("pom.xml", "<project/>");
    analyse();
    EXPECT_THAT(typeNames(), UnorderedElementsAre("a.A", "b.B", "c.C"));
    EXPECT_TRUE(std::ranges::any_of(model().files, [&](const auto& file) { return text(file.path) == "bad\\xFF/C.java"; }));
}

TEST_F(Model, ErrorsOfTheRoot)
{
    naru::core::Job job;
    const auto missing = naru::analyzers::graph::analyzeTree(m_root / "none", {}, job);
    ASSERT_FALSE(missing.has_value());
    EXPECT_EQ(missing.error().code, naru::core::ErrorCode::NotFound);
    write("file.txt", "x");
    const auto file = naru::analyzers::graph::analyzeTree(m_root / "file.txt", {}, job);
    ASSERT_FALSE(file.has_value());
    EXPECT_EQ(file.error().code, naru::core::ErrorCode::InvalidArgument);
    std::stop_source stop;
    stop.request_stop();
    naru::core::Job cancelled(2, stop.get_token());
    const auto stopped = naru::analyzers::graph::analyzeTree(m_root, {}, cancelled);
    ASSERT_FALSE(stopped.has_value());
    EXPECT_EQ(stopped.error().code, naru::core::ErrorCode::Cancelled);
}

} // namespace
