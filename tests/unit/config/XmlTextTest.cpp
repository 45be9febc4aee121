#include "analyzers/config/XmlText.h"

#include <gtest/gtest.h>

namespace naru::analyzers::config {
namespace {

TEST(XmlText, LinesAndPrefixes)
{
    const XmlText xml("<a>\n <p:b x='1'/>\n\n <c>t</c>\n</a>", "x.xml");
    ASSERT_TRUE(xml.complete());
    const pugi::xml_node b = xml.root().first_child();
    EXPECT_EQ(localName(b), "b");
    EXPECT_EQ(xml.line(b), 2U);
    EXPECT_EQ(xml.line(b.next_sibling()), 4U);
    EXPECT_EQ(childText(xml.root(), "c"), "t");
}

TEST(XmlText, BrokenXmlKeepsItsHead)
{
    XmlText xml("<a>\n<b id='1'/>\n<c></d>\n</a>", "x.xml");
    EXPECT_FALSE(xml.complete());
    ASSERT_EQ(xml.diagnostics().size(), 1U);
    EXPECT_EQ(xml.diagnostics()[0].code, "config.xml.broken");
    EXPECT_EQ(xml.diagnostics()[0].line, 3);
    EXPECT_EQ(attribute(xml.root().child("b"), "id"), "1");
}

TEST(XmlText, EntitiesAreNeverExpanded)
{
    std::string bomb = "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c <= 'z'; ++c) {
        bomb += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i) {
            bomb += std::string("&") + static_cast<char>(c - 1) + ";";
        }
        bomb += "\">";
    }
    bomb += "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&z;&x;&lt;</r>";
    const XmlText xml(bomb, "bomb.xml");
    EXPECT_EQ(text(xml.root()), "&z;&x;<");
}

TEST(XmlText, DeepNestingEnds)
{
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<a>";
    }
    const XmlText open(deep, "deep.xml");
    int seen = 0;
    eachElement(open.root(), [&](pugi::xml_node) { ++seen; });
    EXPECT_LE(seen, 201);
}

TEST(XmlText, RootName)
{
    EXPECT_EQ(rootName("<?xml version='1.0'?><!-- <x> --><!DOCTYPE mapper [<!ENTITY a '>'>]>\n<m:mapper namespace='x'>"), "mapper");
    EXPECT_EQ(rootName("no xml"), "");
    EXPECT_EQ(rootName("<"), "");
}

} // namespace
} // namespace naru::analyzers::config
