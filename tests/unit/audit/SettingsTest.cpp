#include "analyzers/audit/Settings.h"
#include "analyzers/audit/Dependencies.h"

#include <gtest/gtest.h>

namespace {

using namespace naru::analyzers::audit;

std::string dump(const std::vector<Setting>& settings)
{
    std::string out;
    for (const Setting& one : settings)
        out += std::to_string(one.line) + " " + one.key + "=" + one.value + "\n";
    return out;
}

TEST(Settings, properties)
{
    EXPECT_EQ(dump(propertySettings("# c\na=1\n! c\nb : two words\nc\\ d=x\\\n  y\ne\n\nf=D:\\\\t\n")),
              "2 a=1\n4 b=two words\n5 c d=xy\n7 e=\n9 f=D:\\t\n");
    EXPECT_EQ(dump(propertySettings("a=1\\")), "1 a=1\n");
}

TEST(Settings, aPathWithSingleBackslashesStaysOne)
{
    EXPECT_EQ(dump(propertySettings("log=C:\\sme\\log\\a.log\n; ini comment\nx=1\n")), "1 log=C:\\sme\\log\\a.log\n3 x=1\n");
}

TEST(Settings, json)
{
    EXPECT_EQ(
        dump(jsonSettings(
            "\xEF\xBB\xBF{\n // c\n \"a\": {\"b\": \"x\\\"y\", 'c': 12},\n \"l\": [ \"p\",\n {\"q\": null}, ],\n /* c */ \"t\": true\n}")),
        "3 a.b=x\"y\n3 a.c=12\n4 l[0]=p\n5 l[1].q=null\n6 t=true\n");
    EXPECT_EQ(dump(jsonSettings("{\"a\": 1,\n \"b\" 2, \"c\": 3}")), "1 a=1\n");
    EXPECT_EQ(jsonSettings(std::string(5000, '[')).size(), 0U);
}

TEST(Settings, yaml)
{
    const std::string text = "a:\n  b: 1 # c\n  c: \"x # y\"\n# c\nl:\n  - n: p\n    v: q\n  - n: r\nm: |\n  k: not a key\nz: 'end'\n";
    EXPECT_EQ(dump(yamlSettings(text)), "1 a=\n2 a.b=1\n3 a.c=x # y\n5 l=\n6 l[0].n=p\n7 l[0].v=q\n8 l[1].n=r\n9 m=|\n11 z=end\n");
}

TEST(Settings, yamlListAtTheIndentOfItsKey)
{
    EXPECT_EQ(dump(yamlSettings("env:\n- name: A\n  value: 1\n- name: B\nx: 2\n")),
              "1 env=\n2 env[0].name=A\n3 env[0].value=1\n4 env[1].name=B\n5 x=2\n");
}

TEST(Settings, xmlPairsAttributesAndTexts)
{
    const auto xml = XmlText::parse(
        "<b:beans xmlns:b=\"http://n\">\n<b:property name=\"url\"\n value=\"jdbc:x\"/>\n<!-- <x>no</x> -->\n"
        "<entry key=\"k\"><value>v</value></entry>\n<init-param><param-name>p</param-name><param-value>q</param-value></init-param>\n"
        "<t a=\"1\">text</t></b:beans>",
        "f.xml");
    ASSERT_TRUE(xml);
    const std::string all = dump(xmlSettings(*xml));
    EXPECT_NE(all.find("3 url=jdbc:x\n"), std::string::npos) << all;
    EXPECT_NE(all.find("5 k=v\n"), std::string::npos) << all;
    EXPECT_NE(all.find("6 p=q\n"), std::string::npos) << all;
    EXPECT_NE(all.find("7 t@a=1\n"), std::string::npos) << all;
    EXPECT_NE(all.find("7 t=text\n"), std::string::npos) << all;
    EXPECT_EQ(all.find("http://n"), std::string::npos) << all;
    EXPECT_EQ(all.find("no"), std::string::npos) << all;
}

TEST(Settings, brokenXmlNamesItsLine)
{
    const auto xml = XmlText::parse("<a>\n<b>\n</a>", "f.xml");
    ASSERT_FALSE(xml);
    EXPECT_EQ(xml.error().line, 3);
    std::string deep;
    for (int i = 0; i < 2000; ++i)
        deep += "<a>";
    for (int i = 0; i < 2000; ++i)
        deep += "</a>";
    const auto refused = XmlText::parse(deep, "f.xml");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "audit.xml.too-deep");
}

TEST(Dependencies, mavenGradleIvyJar)
{
    const auto pom = readDependencies(
        "pom.xml", "<project><properties><v>2.1</v></properties><dependencies>\n<dependency><groupId>g</groupId><artifactId>a</artifactId>"
                   "<version>${v}</version></dependency></dependencies></project>");
    ASSERT_EQ(pom.size(), 1U);
    EXPECT_EQ(pom[0].id() + " " + pom[0].version + " " + pom[0].scope, "g:a 2.1 compile");
    EXPECT_EQ(pom[0].line, 2);
    const auto gradle = readDependencies(
        "build.gradle", "dependencies {\n  // implementation 'no:no:1'\n  implementation 'g:a:1.2'\n  testImplementation(\"h:b:3\")\n}");
    ASSERT_EQ(gradle.size(), 2U);
    EXPECT_EQ(gradle[0].id() + ":" + gradle[0].version, "g:a:1.2");
    EXPECT_EQ(gradle[0].line, 3);
    EXPECT_EQ(gradle[1].scope, "testImplementation");
    const auto ivy =
        readDependencies("ivy.xml", "<ivy-module><dependencies><dependency org=\"o\" name=\"n\" rev=\"1\"/></dependencies></ivy-module>");
    ASSERT_EQ(ivy.size(), 1U);
    EXPECT_EQ(ivy[0].id(), "o:n");
    EXPECT_EQ(dependencyOfJar("lib/commons-io-2.4.jar").name, "commons-io");
    EXPECT_EQ(dependencyOfJar("lib/commons-io-2.4.jar").version, "2.4");
    EXPECT_EQ(dependencyOfJar("lib/ojdbc6.jar").name, "ojdbc6");
    EXPECT_TRUE(readDependencies("pom.xml", "<project").empty());
}

} // namespace
