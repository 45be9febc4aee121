#include "SourceFixture.h"

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

} // namespace
