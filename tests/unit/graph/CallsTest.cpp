#include "SourceFixture.h"

#include <gmock/gmock.h>

namespace {

using naru::core::UseKind;
using naru::tests::SourceFixture;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class Calls : public SourceFixture {};

TEST_F(Calls, FollowTypedFieldsLocalsAndParameters)
{
    write("a/Dao.java", "package a; public class Dao { public String find(String id) { return id; } }");
    write("b/Service.java", R"(package b;
import a.Dao;
public class Service {
    private final Dao dao = new Dao();
    public String one(Dao given) {
        Dao local = given;
        local.find("x");
        given.find("y");
        return this.dao.find("z");
    }
    void none(java.util.List<String> list) { list.find("x"); }
})");
    analyse();
    EXPECT_THAT(calls(), UnorderedElementsAre("b.Service#one(Dao) -> a.Dao#find(String)"));
    EXPECT_EQ(model().calls.size(), 3U) << "one edge for each line";
    EXPECT_THAT(externals(), Contains("java.util.List.find"));
    EXPECT_THAT(unresolved(), IsEmpty());
}

TEST_F(Calls, ChooseOverloadsByArityAndArgumentTypes)
{
    write("a/A.java", R"(package a;
public class A {
    void f(String s) {}
    void f(int i) {}
    void f(String s, int i) {}
    void f(A a) {}
    void g() { f("x"); f(1); f("x", 2); f(this); f(new A()); }
})");
    analyse();
    EXPECT_THAT(calls(), UnorderedElementsAre("a.A#g() -> a.A#f(String)", "a.A#g() -> a.A#f(int)", "a.A#g() -> a.A#f(String,int)",
                                              "a.A#g() -> a.A#f(A)"));
}

TEST_F(Calls, PreferTheMoreSpecificOverload)
{
    write("a/A.java", R"(package a;
class Base {} class Sub extends Base {}
public class A {
    void f(Base b) {} void f(Sub s) {} void f(Object o) {}
    void viaSub(Sub s) { f(s); }
    void viaBase(Base b) { f(b); }
    void viaOther(Integer i) { f(i); }
})");
    analyse();
    EXPECT_THAT(calls(), UnorderedElementsAre("a.A#viaSub(Sub) -> a.A#f(Sub)", "a.A#viaBase(Base) -> a.A#f(Base)",
                                              "a.A#viaOther(Integer) -> a.A#f(Object)"));
}

TEST_F(Calls, FindInheritedMembersAndDispatch)
{
    write("a/Shape.java", "package a; public interface Shape { double area(); default String label() { return name(); } String name(); }");
    write("a/Base.java", "package a; public abstract class Base implements Shape { public String name() { return \"b\"; } }");
    write("a/Square.java", "package a; public class Square extends Base { public double area() { return 1; } }");
    write("b/Use.java", "package b; import a.*; class Use { void f(Square s, Shape any) { s.name(); any.area(); any.name(); } }");
    analyse();
    EXPECT_THAT(calls(), UnorderedElementsAre("a.Shape#label() -> a.Shape#name()", "b.Use#f(Square,Shape) -> a.Base#name()",
                                              "b.Use#f(Square,Shape) -> a.Shape#area()", "b.Use#f(Square,Shape) -> a.Shape#name()"));
    EXPECT_THAT(calls(true), Contains("b.Use#f(Square,Shape) -> a.Square#area()"));
}

TEST_F(Calls, FollowChainsThroughReturnTypesAndGenerics)
{
    write("a/Repo.java", R"(package a;
public class Repo<T> { public T load(long id) { return null; } public java.util.List<T> all() { return null; } })");
    write("a/Item.java", "package a; public class Item { public Item next() { return this; } public String title() { return null; } }");
    write("a/ItemRepo.java", "package a; public class ItemRepo extends Repo<Item> { }");
    write("b/Use.java", R"(package b;
import a.*;
import java.util.*;
class Use {
    private ItemRepo items;
    private Map<String, Item> byName;
    void chain() { items.load(1).next().title(); }
    void each() { for (Item item : items.all()) item.next(); for (var item : items.all()) item.title(); }
    void get() { items.all().get(0).title(); byName.get("x").next(); for (Item i : byName.values()) i.title(); }
    void stream() { items.all().stream().filter(i -> i.next() != null).map(Item::title).forEach(System.out::println); }
})");
    analyse();
    EXPECT_THAT(calls(), UnorderedElementsAre(
                             "b.Use#chain() -> a.Repo#load(long)", "b.Use#chain() -> a.Item#next()", "b.Use#chain() -> a.Item#title()",
                             "b.Use#each() -> a.Repo#all()", "b.Use#each() -> a.Item#next()", "b.Use#each() -> a.Item#title()",
                             "b.Use#get() -> a.Repo#all()", "b.Use#get() -> a.Item#title()", "b.Use#get() -> a.Item#next()",
                             "b.Use#stream() -> a.Repo#all()", "b.Use#stream() -> a.Item#next()", "b.Use#stream() -> a.Item#title()"));
}

TEST_F(Calls, FollowFactoriesAndCollectorsOfTheLibrary)
{
    write("a/Item.java", "package a; public class Item { public Item next() { return this; } public String title() { return null; } public Owner owner() { return null; } }");
    write("a/Owner.java", "package a; public class Owner { public void mail() {} }");
    write("a/Kind.java", "package a; public enum Kind { A, B; public int rank() { return 1; } static Kind of(int r) { return java.util.Arrays.stream(values()).filter(k -> k.rank() == r).findFirst().get(); } }");
    write("b/Use.java", R"(package b;
import a.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.*;
class Use {
    void optional(Item item) { Optional.ofNullable(item).map(i -> i.owner()).ifPresent(o -> o.mail()); }
    void orElse(Item item) { Optional.of(item).map(Item::next).orElseGet(() -> new Item()).title(); }
    void of(Item one, Item two) { Stream.of(one, two).forEach(i -> i.title()); for (Item i : List.of(one)) i.next(); Arrays.asList(one, two).get(0).owner(); }
    void array(Item[] all) { Arrays.stream(all).map(i -> i.owner()).forEach(Owner::mail); Arrays.stream(Kind.values()).forEach(k -> k.rank()); }
    void group(List<Item> all) { Map<String, List<Item>> m = null; all.stream().collect(Collectors.groupingBy(i -> i.title())).forEach((k, v) -> v.get(0).next()); }
    void map(List<Item> all) { all.stream().collect(Collectors.toMap(i -> i.title(), i -> i.owner())).get("x").mail(); }
    void self(List<Item> all) { all.stream().collect(Collectors.toMap(Item::title, Function.identity())).values().forEach(i -> i.next()); }
    void mapped(List<Item> all) { all.stream().collect(Collectors.groupingBy(Item::title, Collectors.mapping(i -> i.owner(), Collectors.toSet()))).forEach((k, v) -> v.forEach(o -> o.mail())); }
    void later(Item item) { CompletableFuture.supplyAsync(() -> item.next()).thenApply(i -> i.owner()).thenAccept(o -> o.mail()); }
    void entries(Map<String, Item> m) { m.forEach((k, v) -> v.title()); m.entrySet().stream().map(e -> e.getValue()).forEach(i -> i.owner()); }
})");
    analyse();
    const auto all = calls();
    for (const char* edge : {"Use#optional(Item) -> a.Item#owner()", "Use#optional(Item) -> a.Owner#mail()", "Use#orElse(Item) -> a.Item#title()", "Use#orElse(Item) -> a.Item#next()",
                             "Use#of(Item,Item) -> a.Item#title()", "Use#of(Item,Item) -> a.Item#next()", "Use#of(Item,Item) -> a.Item#owner()", "Use#array(Item[]) -> a.Owner#mail()",
                             "Use#array(Item[]) -> a.Kind#rank()", "Use#group(List) -> a.Item#next()", "Use#map(List) -> a.Owner#mail()", "Use#self(List) -> a.Item#next()",
                             "Use#mapped(List) -> a.Owner#mail()", "Use#later(Item) -> a.Owner#mail()", "Use#entries(Map) -> a.Item#title()", "Use#entries(Map) -> a.Item#owner()"})
        EXPECT_TRUE(all.contains("b." + std::string(edge))) << edge;
    EXPECT_TRUE(all.contains("a.Kind#of(int) -> a.Kind#rank()"));
}

TEST_F(Calls, AttributeAnonymousAndLocalClassesToTheEnclosingMember)
{
    write("a/A.java", R"(package a;
public class A {
    void work() {}
    void f() {
        Runnable r = new Runnable() { public void run() { work(); helper(); } void helper() { work(); } };
        class Local { void go() { A.this.work(); } }
        new Local().go();
        Runnable l = () -> work();
    }
})");
    analyse();
    EXPECT_THAT(typeNames(), UnorderedElementsAre("a.A"));
    EXPECT_THAT(calls(), UnorderedElementsAre("a.A#f() -> a.A#work()"));
    EXPECT_THAT(unresolved(), IsEmpty());
}

TEST_F(Calls, FollowConstructorsThisAndSuper)
{
    write("a/A.java", R"(package a;
public class A {
    A() { this(1); }
    A(int i) {}
    static class B extends A { B() { super(2); } void f() { super.toString(); new A(); new B(); } }
    static class NoConstructor {}
    Object g() { return new NoConstructor(); }
})");
    analyse();
    EXPECT_THAT(calls(), UnorderedElementsAre("a.A#<init>() -> a.A#<init>(int)", "a.A.B#<init>() -> a.A#<init>(int)",
                                              "a.A.B#f() -> a.A#<init>()", "a.A.B#f() -> a.A.B#<init>()"));
    EXPECT_THAT(uses(UseKind::New), UnorderedElementsAre("a.A -> a.A.NoConstructor", "a.A.B -> a.A"));
}

TEST_F(Calls, ResolveStaticImportsAndStaticCalls)
{
    write("a/Util.java", "package a; public class Util { public static int twice(int i) { return i; } public static final int MAX = 3; }");
    write("b/B.java", R"(package b;
import static a.Util.twice;
import static a.Util.*;
import a.Util;
class B { int f() { return twice(MAX) + Util.twice(1) + a.Util.twice(2); } })");
    analyse();
    EXPECT_THAT(calls(), UnorderedElementsAre("b.B#f() -> a.Util#twice(int)"));
    EXPECT_THAT(unresolved(), IsEmpty());
    ASSERT_EQ(model().fieldAccesses.size(), 1U);
    EXPECT_EQ(memberId(model().fieldAccesses[0].to), "a.Util#MAX");
}

TEST_F(Calls, NameWhatIsMissingAndOnlyThat)
{
    write("a/A.java", R"(package a;
public class A extends javax.servlet.http.HttpServlet { void f() { getServletContext(); log("x"); } }
class B { void g(B other) { missing(); other.gone(); other.hashCode(); nothing.call(); String s = ""; s.length(); } })");
    analyse();
    EXPECT_THAT(unresolved(), UnorderedElementsAre("missing", "a.B.gone", "nothing.call"));
    EXPECT_THAT(externals(), Contains("a.A.getServletContext"));
}

TEST_F(Calls, TypePatternsCastsCatchesAndResources)
{
    write("a/A.java", R"(package a;
public class A implements AutoCloseable {
    void m() {}
    public void close() {}
    static class Trouble extends Exception { void explain() {} }
    void f(Object o) throws Trouble {
        if (o instanceof A other) other.m();
        ((A) o).m();
        try (A opened = new A()) { opened.m(); } catch (Trouble t) { t.explain(); }
        A[] many = new A[3];
        many[0].close();
        var v = new A(); v.m();
        switch (o) { case A x -> x.close(); default -> {} }
    }
})");
    analyse();
    EXPECT_THAT(calls(),
                UnorderedElementsAre("a.A#f(Object) -> a.A#m()", "a.A#f(Object) -> a.A#close()", "a.A#f(Object) -> a.A.Trouble#explain()"));
}

TEST_F(Calls, MembersThatLombokRecordsAndEnumsMake)
{
    write("a/Person.java", R"(package a;
import lombok.*;
@Data @Builder public class Person { private String name; private boolean active; private final int no; static int count; })");
    write("a/Point.java", "package a; public record Point(int x, Person owner) { int twice() { return x() * 2; } }");
    write("a/Color.java", "package a; public enum Color { RED, GREEN { void paint() {} }; void paint() {} }");
    write("a/Plain.java", "package a; public class Plain { private String name; }");
    write("b/B.java", R"(package b;
import a.*;
class B {
    void f(Person p, Point q, Plain r) {
        p.getName(); p.setName("x"); p.isActive(); p.getNo();
        q.owner().getName();
        Person.builder().name("x").build().getName();
        for (Color c : Color.values()) c.paint();
        Color.valueOf("RED");
        r.getName();
        p.setNo(1);
    }
})");
    analyse();
    EXPECT_THAT(calls(), Contains("b.B#f(Person,Point,Plain) -> a.Person#getName()"));
    EXPECT_THAT(calls(), Contains("b.B#f(Person,Point,Plain) -> a.Person#setName(String)"));
    EXPECT_THAT(calls(), Contains("b.B#f(Person,Point,Plain) -> a.Person#isActive()"));
    EXPECT_THAT(calls(), Contains("b.B#f(Person,Point,Plain) -> a.Person#builder()"));
    EXPECT_THAT(calls(), Contains("b.B#f(Person,Point,Plain) -> a.Point#owner()"));
    EXPECT_THAT(calls(), Contains("b.B#f(Person,Point,Plain) -> a.Color#values()"));
    EXPECT_THAT(calls(), Contains("b.B#f(Person,Point,Plain) -> a.Color#paint()"));
    EXPECT_THAT(calls(), Contains("a.Point#twice() -> a.Point#x()"));
    EXPECT_THAT(unresolved(), UnorderedElementsAre("a.Plain.getName", "a.Person.setNo"));
    EXPECT_THAT(memberIds(), Not(Contains("a.Person#getCount()")));
}

TEST_F(Calls, LombokConfigNamesAccessors)
{
    write("lombok.config", "lombok.accessors.chain = true\nlombok.accessors.prefix += m_\n");
    write("f/lombok.config", "config.stopBubbling = true\nlombok.accessors.fluent = true\nlombok.log.fieldName = LOG\n");
    write("a/P.java", "package a; import lombok.*; @Data public class P { private String m_name; private int m_no; private int other; @Getter private boolean m_isOn; }");
    write("f/F.java", "package f; import lombok.*; @Data public class F { private String name; }");
    write("f/G.java", "package f; import lombok.*; import lombok.experimental.Accessors; @Data @Accessors(prefix = {\"f\", \"\"}) public class G { private String fName; private String free; }");
    write("a/Use.java", "package a; import f.*; class Use { void u(P p, F f, G g) { p.setName(\"x\").setNo(1); p.getNo(); p.isOn(); f.name(\"x\").name(); g.getName(); g.getFree(); } void none(P p) { p.getOther(); } }");
    analyse();
    const auto all = calls();
    for (const char* to : {"a.P#setName(String)", "a.P#setNo(int)", "a.P#getNo()", "a.P#isOn()", "f.F#name(String)", "f.F#name()", "f.G#getName()", "f.G#getFree()"})
        EXPECT_TRUE(all.contains(std::string("a.Use#u(P,F,G) -> ") + to)) << to;
    EXPECT_FALSE(all.contains("a.Use#none(P) -> a.P#getOther()"));
}

TEST_F(Calls, ConstructorCallsAfterOtherStatements)
{
    write("a/Base.java", "package a; public class Base { protected Base(int n) { } }");
    write("a/Sub.java", R"(package a; public class Sub extends Base {
  Sub(int n, String s) { super(n); }
  Sub(String s) { int n = s.length(); if (n > 3) { n = cut(n); }
    this(n, s); open(); }
  Sub(long l) { check(l); // Java 25
    super((int) l); }
  static int cut(int n) { return n; } static void check(long l) { } void open() { } })");
    analyse();
    const auto all = calls();
    for (const char* edge : {"<init>(String) -> a.Sub#cut(int)", "<init>(String) -> a.Sub#<init>(int,String)", "<init>(String) -> a.Sub#open()", "<init>(long) -> a.Sub#check(long)",
                             "<init>(long) -> a.Base#<init>(int)", "<init>(int,String) -> a.Base#<init>(int)"})
        EXPECT_TRUE(all.contains("a.Sub#" + std::string(edge))) << edge;
    EXPECT_TRUE(model().diagnostics.empty());
}

TEST_F(Calls, LombokBuildersOfConstructorsAndMethods)
{
    write("a/Base.java", "package a; import lombok.experimental.SuperBuilder; @SuperBuilder public abstract class Base { private int id; }");
    write("a/Board.java", R"(package a; import lombok.Builder;
public class Board extends Base { private String name; private Team team; private String made;
  @Builder public Board(String name, Team team) { this.name = name; }
  public void open() { } })");
    write("a/Team.java", R"(package a; import lombok.Builder;
public class Team { private Team(String label) { }
  @Builder(builderMethodName = "make", buildMethodName = "finish") public static Team of(String label, int size) { return new Team(label); }
  public static class TeamBuilder { public TeamBuilder twice(int n) { return this; } } })");
    write("a/Use.java", R"(package a; class Use {
  void m(Team t) { Board.builder().name("x").team(t).build().open(); }
  Team n() { return Team.make().label("x").twice(2).size(1).finish(); } })");
    analyse();
    const auto all = calls();
    for (const char* edge : {"m(Team) -> a.Board#builder()", "m(Team) -> a.Board#open()", "n() -> a.Team#make()", "n() -> a.Team.TeamBuilder#twice(int)"})
        EXPECT_TRUE(all.contains("a.Use#" + std::string(edge))) << edge;
    EXPECT_FALSE(all.contains("a.Use#m(Team) -> a.Base#builder()"));
    EXPECT_TRUE(model().unresolved.empty());
}

TEST_F(Calls, LombokFluentAccessorsDelegatesAndInheritedBuilders)
{
    write("a/Model.java", R"(package a; import lombok.*; import lombok.experimental.Accessors;
@Data @Accessors(fluent = true) public class Model { private String name; private boolean open; private Part part; })");
    write("a/Part.java", "package a; import lombok.*; import lombok.experimental.*; @Setter @Accessors(chain = true) "
                         "public class Part { private int x; private int y; @Delegate private Engine engine; }");
    write("a/Engine.java", "package a; public class Engine { public void start() {} void inner() {} }");
    write("a/Base.java", "package a; import lombok.experimental.SuperBuilder; @SuperBuilder public class Base { private int id; }");
    write("a/Sub.java", "package a; import lombok.experimental.SuperBuilder; @SuperBuilder public class Sub extends Base { private int no; "
                        "void done() {} }");
    write("b/B.java", R"(package b; import a.*;
class B { void f(Model m, Part p) { m.name(); m.open(true).part(); p.setX(1).setY(2); p.start(); p.inner(); p.getX();
    Sub.builder().id(1).no(2).build().done(); } })");
    analyse();
    for (const char* callee : {"a.Model#name()", "a.Model#open(boolean)", "a.Model#part()", "a.Part#setX(int)", "a.Part#setY(int)",
                               "a.Part#start()", "a.Sub#builder()", "a.Sub#done()"})
        EXPECT_THAT(calls(), Contains(std::string("b.B#f(Model,Part) -> ") + callee));
    EXPECT_THAT(unresolved(), UnorderedElementsAre("a.Part.inner", "a.Part.getX"));
}

TEST_F(Calls, ReturnedLambdasAndVariablesOfEarlierCases)
{
    write("a/A.java", R"(package a; import java.util.function.*;
class A {
    Predicate<Item> chosen(int kind) { return switch (kind) { case 1 -> (p) -> p.open(); default -> p -> p.closed(); }; }
    Function<Item, String> plain() { return i -> { return i.name(); }; }
    void old(int kind) { switch (kind) { case 1: Item i = new Item(); i.open(); break; case 2: i = new Item(); i.closed(); break; } }
})");
    write("a/Item.java",
          "package a; class Item { boolean open() { return true; } boolean closed() { return true; } String name() { return null; } }");
    analyse();
    EXPECT_THAT(calls(), ::testing::IsSupersetOf({"a.A#chosen(int) -> a.Item#open()", "a.A#chosen(int) -> a.Item#closed()",
                                                  "a.A#plain() -> a.Item#name()", "a.A#old(int) -> a.Item#open()",
                                                  "a.A#old(int) -> a.Item#closed()"}));
    EXPECT_TRUE(unresolved().empty());
}

TEST_F(Calls, InjectedBeansAreChosenByTheirNames)
{
    write("src/main/java/a/Api.java", "package a; public interface Api { void run(); }");
    write("src/main/java/a/One.java",
          "package a; @org.springframework.stereotype.Service(\"first\") class One implements Api { public void run() {} }");
    write("src/main/java/a/Two.java",
          "package a; @org.springframework.stereotype.Service class Two implements Api { public void run() {} }");
    write("src/test/java/a/Fake.java", "package a; class Fake implements Api { public void run() {} }");
    write("src/main/java/a/Users.java", R"(package a;
class ByResource { @javax.annotation.Resource(name = "first") private Api api; void f() { api.run(); } }
class ByQualifier { @Autowired @Qualifier("two") private Api api; void f() { api.run(); } }
class ByField { @Autowired private Api two; void f() { two.run(); } }
class Unknown { @Autowired private Api api; void f() { api.run(); } })");
    analyse();
    const auto all = calls(true);
    EXPECT_TRUE(all.contains("a.ByResource#f() -> a.One#run()"));
    EXPECT_FALSE(all.contains("a.ByResource#f() -> a.Two#run()"));
    EXPECT_TRUE(all.contains("a.ByQualifier#f() -> a.Two#run()"));
    EXPECT_FALSE(all.contains("a.ByQualifier#f() -> a.One#run()"));
    EXPECT_TRUE(all.contains("a.ByField#f() -> a.Two#run()"));
    EXPECT_FALSE(all.contains("a.ByField#f() -> a.One#run()"));
    EXPECT_TRUE(all.contains("a.Unknown#f() -> a.One#run()") && all.contains("a.Unknown#f() -> a.Two#run()"));
    EXPECT_FALSE(all.contains("a.Unknown#f() -> a.Fake#run()")) << "main code never runs the doubles of tests";
}

TEST_F(Calls, LoggersThatLombokMakes)
{
    write("a/A.java", "package a; import lombok.extern.slf4j.Slf4j; @Slf4j class A { void f() { log.info(\"x\"); } }");
    write("a/B.java", "package a; import other.Slf4j; @Slf4j class B { void f() { log.info(\"x\"); } }");
    analyse();
    EXPECT_THAT(externals(), Contains("org.slf4j.Logger.info"));
    EXPECT_THAT(unresolved(), UnorderedElementsAre("log.info"));
    EXPECT_EQ(model().unresolved.size(), 1U) << "only the one that is not Lombok's";
}

TEST_F(Calls, SameResultOnOneAndFourThreads)
{
    for (int i = 0; i < 40; ++i) {
        const std::string name = "C" + std::to_string(i);
        const std::string next = "C" + std::to_string((i + 1) % 40);
        write("p/" + name + ".java", "package p; import q.*; class " + name + " { " + next + " n; void f() { n.f(); n.g(\"" + name +
                                         "\"); } void g(String s) { System.out.println(s + 1); } }");
    }
    analyse(1);
    const auto first = calls(true);
    const auto firstStrings = strings(naru::analyzers::StringContext::Argument);
    const auto firstEdges = model().calls;
    analyse(4);
    EXPECT_EQ(first, calls(true));
    EXPECT_EQ(firstStrings, strings(naru::analyzers::StringContext::Argument));
    EXPECT_EQ(firstEdges, model().calls);
    EXPECT_EQ(firstEdges.size(), 80U);
}

} // namespace
