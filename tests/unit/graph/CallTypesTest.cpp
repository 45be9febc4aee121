#include "SourceFixture.h"

#include <gmock/gmock.h>

namespace {

/// Types of what a call works on, where the library or the hierarchy decides.
class CallTypes : public naru::tests::SourceFixture {};

TEST_F(CallTypes, ElementsOfSortedListsComparatorsAndCopies)
{
    write("a/Item.java", "package a; public class Item { public Integer rank() { return 1; } public Owner owner() { return null; } public String title() { return null; } }");
    write("a/Owner.java", "package a; public class Owner { public String name() { return null; } public void mail() {} }");
    write("b/Use.java", R"(package b;
import a.*;
import java.util.*;
import java.util.function.Function;
import java.util.stream.*;
import static java.util.Comparator.comparing;
class Use {
    void sort(List<Item> all) { Collections.sort(all, (x, y) -> x.rank().compareTo(y.rank())); }
    void array(Item[] all) { Arrays.sort(all, Comparator.comparing(x -> x.title())); }
    void local() { Comparator<Item> by = Comparator.comparing(x -> x.owner().name()); by = null; }
    Comparator<Item> given() { return comparing(x -> { return x.rank(); }); }
    void copy(Set<Item> all) { new ArrayList<>(all).get(0).owner(); }
    void merged(List<Item> all) { all.stream().collect(Collectors.toMap(i -> i.title(), i -> i.owner(), (p, q) -> p)).values().forEach(o -> o.mail()); }
    void tree(List<Item> all) { all.stream().collect(Collectors.groupingBy(i -> i.owner(), TreeMap::new, Collectors.toList())).keySet().forEach(o -> o.mail()); }
    void mixed(List<Owner> others) { Comparator<Item> by = pick(others.stream().map(o -> o.name())); }
    Comparator<Item> pick(Object o) { return null; }
})");
    analyse();
    const auto all = calls();
    for (const char* edge : {"Use#sort(List) -> a.Item#rank()", "Use#array(Item[]) -> a.Item#title()", "Use#local() -> a.Item#owner()", "Use#local() -> a.Owner#name()",
                             "Use#given() -> a.Item#rank()", "Use#copy(Set) -> a.Item#owner()", "Use#merged(List) -> a.Owner#mail()", "Use#tree(List) -> a.Owner#mail()",
                             "Use#mixed(List) -> a.Owner#name()"})
        EXPECT_TRUE(all.contains("b." + std::string(edge))) << edge;
}

TEST_F(CallTypes, UnnamedVariablesAndStringTemplates)
{
    write("a/Box.java", "package a; public class Box { String label() { return null; } int size() { return 1; } void open() { } }");
    write("a/Use.java", R"x(package a; import java.util.*; record Point(Box x, Box y) { }
class Use { Box box; List<Box> all() { return null; }
  void unnamed() { var _ = box.size(); for (Box _ : all()) box.open(); }
  void part(Object o) { if (o instanceof Point(_, Box y)) y.open(); }
  String text(int n) { return STR."size \{box.size()} of \{n} \{box.label()}"; } })x");
    analyse();
    const auto all = calls();
    for (const char* edge : {"a.Use#unnamed() -> a.Box#size()", "a.Use#unnamed() -> a.Use#all()", "a.Use#unnamed() -> a.Box#open()", "a.Use#part(Object) -> a.Box#open()",
                             "a.Use#text(int) -> a.Box#size()", "a.Use#text(int) -> a.Box#label()"})
        EXPECT_TRUE(all.contains(edge)) << edge;
}

TEST_F(CallTypes, WhatAClassInheritsComesBeforeWhatItsInterfacesDeclare)
{
    write("a/Base.java", "package a; public class Base { public String id() { return null; } }");
    write("a/Middle.java", "package a; public class Middle extends Base { }");
    write("a/Identified.java", "package a; public interface Identified { String id(); }");
    write("a/Order.java", "package a; public class Order extends Middle implements Identified { String own() { return id(); } }");
    write("b/Use.java", "package b; import a.*; class Use { void m(Order o) { o.id(); } }");
    analyse();
    EXPECT_TRUE(calls().contains("b.Use#m(Order) -> a.Base#id()"));
    EXPECT_TRUE(calls().contains("a.Order#own() -> a.Base#id()"));
    EXPECT_FALSE(calls().contains("b.Use#m(Order) -> a.Identified#id()"));
}

TEST_F(CallTypes, OnlyTypesThatTheReceiverMayHaveAnswer)
{
    write("a/Named.java", "package a; public interface Named { String name(); }");
    write("a/User.java", "package a; public class User implements Named { public String name() { return null; } }");
    write("a/Kind.java", "package a; public interface Kind extends Named { }");
    write("a/Small.java", "package a; public class Small implements Kind { public String name() { return null; } }");
    write("a/Root.java", "package a; public abstract class Root implements Named { public String name() { return null; } }");
    write("a/Leaf.java", "package a; public class Leaf extends Root { public String name() { return super.name(); } }");
    write("b/Use.java", "package b; import a.*; class Use { void m(Kind k) { k.name(); } void n(Named n) { n.name(); } }");
    analyse();
    const auto all = calls(true);
    EXPECT_TRUE(all.contains("b.Use#m(Kind) -> a.Small#name()"));
    EXPECT_FALSE(all.contains("b.Use#m(Kind) -> a.User#name()"));
    EXPECT_TRUE(all.contains("b.Use#n(Named) -> a.User#name()") && all.contains("b.Use#n(Named) -> a.Small#name()") && all.contains("b.Use#n(Named) -> a.Leaf#name()"));
    EXPECT_FALSE(all.contains("b.Use#n(Named) -> a.Root#name()")) << "no object is only a Root";
}

TEST_F(CallTypes, OverridesOfMethodsThatHaveCodeAnswerToo)
{
    write("a/Account.java", R"(package a; public class Account {
        public int interest() { return 0; } public static int count() { return 1; } private int own() { return 1; }
        public int total() { return interest() + own() + count(); } })");
    write("a/Fixed.java", R"(package a; public class Fixed extends Account {
        public int interest() { return super.interest() + 1; } public static int count() { return 2; } private int own() { return 2; } })");
    write("b/Use.java", "package b; import a.*; class Use { void any(Account a) { a.interest(); } void one() { new Account().interest(); } void fixed(Fixed f) { f.interest(); } }");
    analyse();
    EXPECT_THAT(calls(true), testing::UnorderedElementsAre(
                                 "a.Account#total() -> a.Account#interest()", "a.Account#total() -> a.Fixed#interest()", "a.Account#total() -> a.Account#own()",
                                 "a.Account#total() -> a.Account#count()", "a.Fixed#interest() -> a.Account#interest()", "b.Use#any(Account) -> a.Account#interest()",
                                 "b.Use#any(Account) -> a.Fixed#interest()", "b.Use#one() -> a.Account#interest()", "b.Use#fixed(Fixed) -> a.Fixed#interest()"));
}

TEST_F(CallTypes, OverloadsWithTypeVariablesStandForTheirOwnKind)
{
    write("a/Builder.java", "package a; import java.util.List; public interface Builder<I, O> { O convert(I one); List<O> convert(List<I> all); }");
    write("a/Base.java", "package a; import java.util.List; public abstract class Base<I, O> implements Builder<I, O> { public O convert(I one) { return null; } public List<O> convert(List<I> all) { return null; } }");
    write("a/Labels.java", "package a; import java.util.*; public class Labels extends Base<Properties, String> { public List<String> convert(List<Properties> all) { return null; } }");
    write("a/Users.java", "package a; public class Users extends Base<String, String> { public String convert(String one) { return null; } }");
    write("b/Use.java", "package b; import a.*; import java.util.*; class Use<X> { void one(Builder<X, X> b, X x) { b.convert(x); } void all(Builder<X, X> b, List<X> l) { b.convert(l); } }");
    analyse();
    const auto all = calls(true);
    for (const char* edge : {"one(Builder,X) -> a.Base#convert(I)", "one(Builder,X) -> a.Users#convert(String)", "all(Builder,List) -> a.Base#convert(List)", "all(Builder,List) -> a.Labels#convert(List)"})
        EXPECT_TRUE(all.contains("b.Use#" + std::string(edge))) << edge;
    EXPECT_FALSE(all.contains("b.Use#one(Builder,X) -> a.Labels#convert(List)"));
    EXPECT_FALSE(all.contains("b.Use#all(Builder,List) -> a.Base#convert(I)"));
}

TEST_F(CallTypes, LambdasThatLambdasGiveBack)
{
    write("a/Item.java", "package a; public class Item { public String title() { return null; } public int rank() { return 1; } }");
    write("a/Use.java", R"(package a; import java.util.*; import java.util.function.*;
class Use {
    Function<String, Predicate<Item>> filters() { return name -> { switch (name) { case "a": return i -> i.title() != null; default: return null; } }; }
    Supplier<Comparator<Item>> orders() { return () -> (x, y) -> x.rank() - y.rank(); }
})");
    analyse();
    EXPECT_THAT(calls(), testing::UnorderedElementsAre("a.Use#filters() -> a.Item#title()", "a.Use#orders() -> a.Item#rank()"));
}

TEST_F(CallTypes, ConstantsOfEnumsThatAreNotHereChooseAnOverload)
{
    write("a/Problem.java", "package a; import javax.ws.rs.core.Response; public class Problem extends Exception { public Problem(String t, Throwable c) {} public Problem(String t, Response.Status s) {} }");
    write("a/Use.java", "package a; import javax.ws.rs.core.Response; class Use { void m() throws Problem { throw new Problem(\"x\", Response.Status.CONFLICT); } "
                        "void n(Exception e) throws Problem { throw new Problem(\"x\", e); } }");
    analyse();
    EXPECT_THAT(calls(), testing::UnorderedElementsAre("a.Use#m() -> a.Problem#<init>(String,Status)", "a.Use#n(Exception) -> a.Problem#<init>(String,Throwable)"));
}

TEST_F(CallTypes, ConstantsAreNoFailures)
{
    write("a/Problem.java", "package a; import org.springframework.http.HttpStatusCode; public class Problem extends Exception { public Problem(String t, Throwable c) {} public Problem(String t, HttpStatusCode s) {} }");
    write("a/Use.java", "package a; import org.springframework.http.HttpStatus; class Use { void m() throws Problem { throw new Problem(\"x\", HttpStatus.CONFLICT); } "
                        "void n(Exception e) throws Problem { throw new Problem(\"x\", e); } }");
    analyse();
    EXPECT_THAT(calls(), testing::UnorderedElementsAre("a.Use#m() -> a.Problem#<init>(String,HttpStatusCode)", "a.Use#n(Exception) -> a.Problem#<init>(String,Throwable)"));
}

TEST_F(CallTypes, QualifiedNamesBesideAWildcardImport)
{
    write("org/shop/Util.java", "package org.shop; public class Util { public static String name(Object o) { return null; } public java.util.List<Util> all() { return null; } void go() {} }");
    write("org/ui/Label.java", "package org.ui; import javax.swing.*; class Label extends JLabel { String m(Object o) { return org.shop.Util.name(o); } void n(org.shop.Util u) { java.util.List<org.shop.Util> l = u.all(); l.get(0).go(); } }");
    analyse();
    EXPECT_THAT(calls(), testing::UnorderedElementsAre("org.ui.Label#m(Object) -> org.shop.Util#name(Object)", "org.ui.Label#n(Util) -> org.shop.Util#all()", "org.ui.Label#n(Util) -> org.shop.Util#go()"));
}

TEST_F(CallTypes, VarIsNoTypeOfALibraryThatAWildcardImports)
{
    write("a/Item.java", "package a; public class Item { public Item(int i) {} public String title() { return null; } public Item next() { return null; } }");
    write("b/Use.java", "package b; import a.Item; import org.jooq.*; class Use { void m() { var item = new Item(1); item.title(); for (var other = item.next();;) other.title(); } }");
    write("b/Short.java", "package b; import a.Item; import lombok.val; class Short { String m(Item i) { val next = i.next(); return next.title(); } }");
    write("b/Walk.java", "package b; import a.Item; import org.springframework.data.util.Streamable; import com.lib.Rows; "
                         "class Walk { void m(Streamable<Item> all, Rows<Item> rows) { for (var i : all) i.title(); for (var r : rows) r.next(); } }");
    analyse();
    EXPECT_THAT(calls(), testing::UnorderedElementsAre("b.Use#m() -> a.Item#<init>(int)", "b.Use#m() -> a.Item#title()", "b.Use#m() -> a.Item#next()", "b.Short#m(Item) -> a.Item#next()",
                                                       "b.Short#m(Item) -> a.Item#title()", "b.Walk#m(Streamable,Rows) -> a.Item#title()", "b.Walk#m(Streamable,Rows) -> a.Item#next()"));
}

TEST_F(CallTypes, MembersOfAnnotationsThatReflectionFinds)
{
    write("a/Dataset.java", "package a; public @interface Dataset { String name(); }");
    write("a/Use.java", "package a; import java.lang.reflect.Field; class Use { String m(Class<?> c) { return c.getAnnotation(Dataset.class).name(); } "
                        "String n(Field f) { return f.getAnnotation(Dataset.class).name(); } }");
    analyse();
    EXPECT_THAT(calls(), testing::UnorderedElementsAre("a.Use#m(Class) -> a.Dataset#name()", "a.Use#n(Field) -> a.Dataset#name()"));
}

TEST_F(CallTypes, ResultsOfTheLibraryChooseAnOverload)
{
    write("a/C.java", R"x(package a; import javax.servlet.http.*; public class C {
 static void n(String s) {} static void n(Class<?> c) {} static void n(Throwable t) {} static void n(int i) {} static void n(long i) {} static void n(boolean b) {}
 static void m(Object o) {} static void m(Object[] o) {}
 void name() { n(getClass()); }
 void message(Exception e) { n(e.getMessage()); }
 void cause(java.sql.SQLException e) { n(e.getCause()); }
 void row(java.sql.ResultSet r) throws Exception { n(r.getInt(1)); }
 void text(HttpServletRequest q) { n(q.getParameter("x")); }
 void number(org.x.Money m) { n(m.longValue()); }
 void array() { m(new String[]{"x"}); }
 void types(C[] all) { m(all); } })x");
    write("a/D.java", "package a; class D extends org.x.Base { void name() { C.n(this.getClass()); } }");
    analyse();
    EXPECT_THAT(calls(), testing::UnorderedElementsAre(
                             "a.C#name() -> a.C#n(Class)", "a.C#message(Exception) -> a.C#n(String)", "a.C#cause(SQLException) -> a.C#n(Throwable)",
                             "a.C#row(ResultSet) -> a.C#n(int)", "a.C#text(HttpServletRequest) -> a.C#n(String)", "a.C#number(Money) -> a.C#n(long)",
                             "a.C#array() -> a.C#m(Object[])", "a.C#types(C[]) -> a.C#m(Object[])", "a.D#name() -> a.C#n(Class)"));
}

TEST_F(CallTypes, QualifiedNamesBesideAWildcardOfAnUnknownLibrary)
{
    write("org/acme/Log.java", "package org.acme; public class Log { public static Log of(Class<?> c) { return null; } public void info() {} }");
    write("b/B.java", "package b; import com.lib.*; class B extends Base { static final org.acme.Log log = org.acme.Log.of(B.class); void f() { org.acme.Log.of(B.class).info(); } }");
    analyse();
    EXPECT_THAT(calls(), testing::UnorderedElementsAre("b.B#log -> org.acme.Log#of(Class)", "b.B#f() -> org.acme.Log#of(Class)", "b.B#f() -> org.acme.Log#info()"));
}

TEST_F(CallTypes, ExceptionsOfOneNameInTwoPackagesThatAreNotHere)
{
    write("a/C.java", "package a; class C { static void up(org.x.api.NotFound e) { } static void up(org.x.core.NotFound e) { } }");
    write("a/B.java", R"x(package a; import org.x.api.NotFound; class B { void f() { try { g(); } catch (org.x.core.NotFound e) { C.up(e); } }
  void g() throws org.x.core.NotFound { } void h(NotFound e) { C.up(e); } })x");
    analyse();
    EXPECT_THAT(calls(), testing::UnorderedElementsAre("a.B#f() -> a.B#g()", "a.B#f() -> a.C#up(NotFound)", "a.B#h(NotFound) -> a.C#up(NotFound)"));
    const auto target = [&](std::string_view from) {
        for (const auto& call : model().calls)
            if (text(model()[call.from].name) == from && text(model()[call.to].name) == "up")
                return call.to;
        return naru::core::MemberId();
    };
    EXPECT_NE(target("f"), target("h"));
}

} // namespace
