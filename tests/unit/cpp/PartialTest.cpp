#include "CppFixture.h"

#include "analyzers/cpp/LooseCode.h"

#include <gmock/gmock.h>

// What is read of units that clang understands in part: libraries are missing, classes are unknown.

namespace naru::tests {
namespace {

using analyzers::cpp::LooseBody;
using analyzers::cpp::LooseCall;
using analyzers::cpp::LooseRoot;
using analyzers::cpp::readLoose;
using core::Rule;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::Not;

class CppPartial : public CppFixture {
protected:
    [[nodiscard]] std::set<std::string> callsBy(Rule rule) const
    {
        std::set<std::string> found;
        for (const auto& call : model().calls)
            if (call.rule == rule)
                found.insert(memberId(call.from) + " -> " + memberId(call.to));
        return found;
    }
};

std::vector<std::string> namesOf(const LooseBody& body)
{
    std::vector<std::string> out;
    for (const LooseCall& call : body.calls)
        out.push_back(call.name);
    return out;
}

TEST(LooseCode, FindsBodiesAndTheirCalls)
{
    const auto bodies = readLoose("namespace x {\nclass A : public B {\n  int f() const { return g(1); }\n};\n}\n"
                                  "#define SKIP(x) { ( \n"
                                  "A::A(int n)\n  : B(n), m_v(h()) { init(); }\n"
                                  "A::~A() {}\n"
                                  "bool A::operator==(const A& o) const { return same(o); }\n"
                                  "int old(a, b)\n  int a;\n  char *b;\n{ return use(a); }\n"
                                  "static int table[] = { f(1), 2 };\n");
    ASSERT_EQ(bodies.size(), 5U);
    EXPECT_EQ(bodies[0].scope + "." + bodies[0].name, "A.f");
    EXPECT_THAT(namesOf(bodies[0]), ElementsAre("g"));
    EXPECT_EQ(bodies[1].scope + "." + bodies[1].name, "A.A");
    EXPECT_EQ(bodies[1].parameters, "int");
    EXPECT_THAT(namesOf(bodies[1]), ElementsAre("init"));
    EXPECT_EQ(bodies[2].name, "~A");
    EXPECT_EQ(bodies[3].name, "operator==");
    EXPECT_EQ(bodies[4].name, "old");
    EXPECT_EQ(bodies[4].line, 11U);
    EXPECT_THAT(namesOf(bodies[4]), ElementsAre("use"));
}

TEST(LooseCode, KnowsWhatStandsBeforeACall)
{
    const auto bodies = readLoose("void f(const QList<Acc>& list) {\n  Acc a; QList<Acc>::Iterator it;\n  a.one(); this->two(); m_x.y->three();\n"
                                  "  Acc::four(); File::instance()->five(); (*it).six(); static_cast<Acc*>(p)->seven(); list[0].eight();\n"
                                  "  if (x) return; for (int i = 0; i < nine(); ++i) sizeof(a);\n  Acc b(ten());\n}\n");
    ASSERT_EQ(bodies.size(), 1U);
    std::map<std::string, LooseCall> by;
    for (const LooseCall& call : bodies.front().calls)
        by[call.name] = call;
    EXPECT_EQ(by["one"].rootText, "Acc");
    EXPECT_EQ(by["two"].root, LooseRoot::This);
    EXPECT_EQ(by["three"].rootText, "m_x");
    EXPECT_THAT(by["three"].fields, ElementsAre("y"));
    EXPECT_EQ(by["four"].rootText, "Acc");
    EXPECT_EQ(by["five"].root, LooseRoot::Call);
    EXPECT_EQ(bodies.front().calls[by["five"].rootCall].name, "instance");
    EXPECT_EQ(by["six"].rootText, "QList<Acc>::Iterator");
    EXPECT_TRUE(by["six"].element);
    EXPECT_EQ(by["seven"].rootText, "Acc");
    EXPECT_EQ(by["eight"].rootText, "QList<Acc>");
    EXPECT_TRUE(by["eight"].element);
    EXPECT_TRUE(by.contains("nine") && by.contains("ten") && !by.contains("sizeof") && !by.contains("return"));
}

TEST(LooseCode, SurvivesWhatNeverEnds)
{
    for (const std::string text : {"void f( {", "void f() { g(", "\"", "/*", "#if 1\n#else", "}}}}", "class A { void f() { if (", "R\"x("})
        (void)readLoose(text);
    std::string deep;
    for (int i = 0; i < 20000; ++i)
        deep += "{(";
    (void)readLoose(deep);
    const auto bodies = readLoose("#if 0\nvoid no() {}\n#else\nvoid yes() {\n#ifdef A\n  if (a) {\n#else\n  if (b) {\n#endif\n  c();\n  }\n}\n#endif\nvoid next() {}\n");
    ASSERT_EQ(bodies.size(), 2U);
    EXPECT_EQ(bodies[0].name, "yes");
    EXPECT_THAT(namesOf(bodies[0]), ElementsAre("c"));
}

TEST_F(CppPartial, CallsThatClangDropsAreFoundByTheirNames)
{
    write("acc.h", "#include <qstring.h>\nclass Acc { public: QString name() const; void post(int v); static Acc* self(); Acc* parentAcc(); };\n");
    write("acc.cpp", "#include \"acc.h\"\nQString Acc::name() const { return QString(); }\nvoid Acc::post(int) {}\nAcc* Acc::self() { return 0; }\n"
                     "Acc* Acc::parentAcc() { return 0; }\n");
    write("use.h", "#include <qwidget.h>\n#include \"acc.h\"\nclass Use : public QWidget { void run(const QString& s); QValueList<Acc> m_list; Later* m_later; };\n"
                   "class Later { public: void goOn(); };\n");
    write("use.cpp", "#include \"use.h\"\nvoid Later::goOn() {}\nvoid Use::run(const QString& s) {\n  QString t = Acc::self()->name();\n"
                     "  m_later->goOn();\n  QValueList<Acc>::Iterator it;\n  for (it = m_list.begin(); it != m_list.end(); ++it)\n    (*it).post(1);\n"
                     "  Acc a;\n  if (a.parentAcc()->name() == s) a.post(2);\n  s.append(\"x\");\n}\n");
    analyse();
    EXPECT_THAT(calls(), IsSupersetOf({"Use#run(QString) -> Acc#self()", "Use#run(QString) -> Acc#name()", "Use#run(QString) -> Later#goOn()",
                                       "Use#run(QString) -> Acc#post(int)", "Use#run(QString) -> Acc#parentAcc()"}));
    EXPECT_THAT(callsBy(Rule::Written), Contains("Use#run(QString) -> Later#goOn()"));
}

TEST_F(CppPartial, FunctionsOfUnknownClassesAreKept)
{
    write("a.cpp", "#include \"ui_made.h\"\nint helper(int v) { return v; }\nvoid Made::open() { helper(1); }\n");
    analyse();
    EXPECT_THAT(memberIds(), Contains("a#Made.open()"));
    EXPECT_THAT(calls(), Contains("a#Made.open() -> a#helper(int)"));
}

TEST_F(CppPartial, WhatTheCompilerUnderstandsIsNotToldTwice)
{
    write("a.cpp", "#include <gone.h>\nvoid g();\nvoid f() { g(); }\nvoid g() {}\n");
    analyse();
    EXPECT_TRUE(callsBy(Rule::Written).empty());
    EXPECT_THAT(calls(), ElementsAre("a#f() -> a#g()"));
}

TEST_F(CppPartial, OverloadsWithTooManyParametersAreNotMeant)
{
    write("a.cpp", "#include <gone.h>\nvoid post(int a, const char* b);\nvoid post(int a, const char* b, const char* c);\n"
                   "void post(int a, const char* b, int c, int d = 0);\nvoid post(int, const char*) {}\n"
                   "void post(int, const char*, const char*) {}\nvoid post(int, const char*, int, int) {}\nvoid f() { post(1, gone); }\n");
    analyse();
    EXPECT_THAT(calls(), Contains("a#f() -> a#post(int,char*)"));
    EXPECT_THAT(calls(), Not(Contains("a#f() -> a#post(int,char*,char*)")));
}

TEST_F(CppPartial, OnlyOneFunctionOfANameIsTakenWithoutAType)
{
    write("a.h", "class One { public: void renderReport(); void update(); };\nclass Two { public: void update(); };\n");
    write("a.cpp", "#include \"a.h\"\n#include <gone.h>\nvoid One::renderReport() {}\nvoid One::update() {}\nvoid Two::update() {}\n"
                   "void f() { gone()->renderReport(); gone()->update(); }\n");
    write("b.cpp", "#include <gone.h>\nvoid g() { gone()->renderReport(); }\n"); // does not include the class: one of a library
    analyse();
    EXPECT_THAT(callsBy(Rule::NameOnly), ElementsAre("a#f() -> One#renderReport()"));
}

TEST_F(CppPartial, SignalsLeadToTheirSlots)
{
    write("w.h", "#include <qobject.h>\nclass Doc : public QObject { Q_OBJECT\nsignals:\n  void changed();\n};\n"
                 "class View : public QObject { Q_OBJECT\npublic:\n  View(Doc* d);\npublic slots:\n  void slotRedraw();\n  void slotOpen();\n};\n");
    write("w.cpp", "#include \"w.h\"\nView::View(Doc* d) {\n  connect(d, SIGNAL(changed()), this, SLOT(slotRedraw()));\n"
                   "  new KAction(i18n(\"&Open file...\"), 0, this, SLOT(slotOpen()), 0, \"open\");\n}\n"
                   "void View::slotRedraw() {}\nvoid View::slotOpen() {}\n");
    analyse();
    EXPECT_THAT(callsBy(Rule::Signal), ElementsAre("Doc#changed() -> View#slotRedraw()", "View#View(Doc*) -> View#slotOpen()"));
    EXPECT_THAT(entryIds(), Contains("slot View.slotOpen = View.slotOpen"));
    for (const auto& entry : model().entryPoints)
        if (text(entry.id) == "slot View.slotOpen") {
            EXPECT_EQ(text(entry.title), "Open file");
        }
}

TEST_F(CppPartial, SlotsByFunctionPointers)
{
    write("q.h", "struct QObject { template <class A, class S, class B, class T> static void connect(A*, S, B*, T) {} };\n"
                 "struct Doc : QObject { void changed(int); };\nstruct View : QObject { void redraw(int); void wire(Doc* d); };\n");
    write("q.cpp", "#include \"q.h\"\nvoid View::wire(Doc* d) { connect(d, &Doc::changed, this, &View::redraw); }\nvoid View::redraw(int) {}\n");
    analyse();
    EXPECT_THAT(callsBy(Rule::Signal), ElementsAre("Doc#changed(int) -> View#redraw(int)"));
    EXPECT_THAT(calls(), Not(Contains("View#wire(Doc*) -> Doc#changed(int)")));
}

TEST_F(CppPartial, ConstructorsAndDestructorsThatNobodyWrites)
{
    write("a.cpp", "struct Lock { Lock(); ~Lock(); };\nLock::Lock() {}\nLock::~Lock() {}\nstruct Held { Lock lock; int n; };\n"
                   "struct Base { virtual ~Base(); };\nBase::~Base() {}\nstruct Own : Base { Own(); ~Own(); Lock l; };\nOwn::Own() {}\nOwn::~Own() {}\n"
                   "void scope() { Lock l; }\nvoid part() { Held h; }\nLock make();\nvoid temporary() { make(); }\n"
                   "Lock make() { return Lock(); }\nvoid heap() { new Lock; }\nvoid pointer(Lock *p) { Lock *q = p; (void)q; }\n");
    analyse();
    EXPECT_THAT(callsBy(Rule::Implicit),
                ElementsAre("Own#Own() -> Lock#Lock()", "Own#~Own() -> Base#~Base()", "Own#~Own() -> Lock#~Lock()", "a#part() -> Lock#Lock()",
                            "a#part() -> Lock#~Lock()", "a#scope() -> Lock#~Lock()", "a#temporary() -> Lock#~Lock()"));
    EXPECT_THAT(calls(), IsSupersetOf({"Own#Own() -> Lock#Lock()", "a#scope() -> Lock#Lock()", "a#heap() -> Lock#Lock()", "a#make() -> Lock#Lock()"}));
}

TEST_F(CppPartial, MacrosThatCallRegisterAndDefine)
{
    write("m.h", "typedef void (*fn)(void);\nstruct Reg { Reg(const char *n, fn f); };\n#define CHECK(x) do { if (!(x)) fail(#x); } while (0)\n"
                 "#define REGISTER(name) static Reg reg_##name(#name, name)\n#define HANDLER(name) void name(void)\n#define RUN(f) (f)()\n"
                 "void fail(const char *);\n");
    write("m.cpp", "#include \"m.h\"\nvoid fail(const char *) {}\nReg::Reg(const char *, fn) {}\nHANDLER(pay) { CHECK(1); }\nREGISTER(pay);\n"
                   "void go() { RUN(pay); }\n");
    analyse();
    EXPECT_THAT(calls(true), IsSupersetOf({"m#pay() -> m#fail(char*)", "m#reg_pay -> Reg#Reg(char*,fn)", "m#go() -> m#pay()"}));
}

TEST_F(CppPartial, LargeFilesAreDividedByWhatFunctionsShare)
{
    std::string source = "struct meter { int v; };\nstruct bill { int v; };\nstatic struct meter meters[9];\nstatic struct bill bills[9];\n"
                         "static int meter_count;\nstatic int bill_count;\n";
    for (int i = 0; i < 16; ++i) {
        const std::string n = std::to_string(i);
        source += "int meter_f" + n + "(void) { meters[1].v++; return meter_count++" + (i > 0 ? " + meter_f" + std::to_string(i - 1) + "()" : "") + "; }\n";
        source += "int bill_f" + n + "(void) { bills[1].v++; return bill_count++" + (i > 0 ? " + bill_f" + std::to_string(i - 1) + "()" : "") + "; }\n";
    }
    write("src/fee.c", source);
    write("src/small.c", "static int a, b;\nint f(void) { return a; }\nint g(void) { return b; }\n");
    analyse();
    std::set<std::string> modules;
    for (const auto& type : model().types)
        if (type.kind == core::TypeKind::Module)
            modules.insert(text(type.name));
    EXPECT_THAT(modules, ElementsAre("src.fee", "src.fee_bill", "src.small"));
    EXPECT_THAT(memberIds(), IsSupersetOf({"src.fee#meter_f3()", "src.fee_bill#bill_f3()"}));
}

TEST_F(CppPartial, JavaAndCAreOneModel)
{
    write("web/src/main/java/kr/Fee.java", "package kr; public class Fee { void a() { b(); } void b() { String s = \"select * from FEE_BILL\"; } }\n");
    write("server/fee.c", "int PQexec(void *c, const char *q);\nvoid pay(void *c) { PQexec(c, \"UPDATE FEE_BILL SET PAID = 1\"); }\n");
    analyse();
    EXPECT_THAT(typeNames(), IsSupersetOf({"kr.Fee", "server.fee"}));
    EXPECT_THAT(tables("server.fee#pay(void*)"), ElementsAre("FEE_BILL w"));
    EXPECT_EQ(model().tables.size(), 1U);
}

} // namespace
} // namespace naru::tests
