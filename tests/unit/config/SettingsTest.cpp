#include "analyzers/config/DataDescriptors.h"

#include <gtest/gtest.h>

namespace naru::analyzers::config {
namespace {

std::string joined(const std::vector<Setting>& settings)
{
    std::string result;
    for (const Setting& setting : settings) {
        result += std::to_string(setting.line) + ":" + setting.key + "=" + setting.value + ";";
    }
    return result;
}

TEST(Settings, Properties)
{
    EXPECT_EQ(joined(readProperties("# c\na.b = 1\n\nc: x \\\n  y\nd e\nk=\\uD55C\\u0041\n!x\nempty=\n")),
              "2:a.b=1;4:c=x y;6:d=e;7:k=한A;9:empty=;");
}

TEST(Settings, ServicesOfNexacro)
{
    EXPECT_EQ(joined(readScreenServices("<TypeDefinition>\n<Services>\n<Service prefixid='a' url='http://h:8080/acc/x'/>\n<Service prefixid='b' url='./Work/'/>\n<Service prefixid='c' url='/y/'/>\n"
                                        "<Service url='z'/><Service prefixid='d' url='https://h'/></Services></TypeDefinition>", "front/typedefinition.xml")),
              "3:screen.service.a=/acc/x/;4:screen.service.b=front/Work/;5:screen.service.c=/y/;6:screen.service.d=;");
    EXPECT_TRUE(readScreenServices("<TypeDefinition><Services><Service prefix", "t.xml").empty());
}

TEST(Settings, Yaml)
{
    std::vector<core::Diagnostic> diagnostics;
    EXPECT_EQ(joined(readYaml("spring:\n  mvc:\n    view:\n      prefix: /WEB-INF/\nlist:\n - a\n - b\n", "a.yml", diagnostics)),
              "4:spring.mvc.view.prefix=/WEB-INF/;6:list[0]=a;7:list[1]=b;");
    EXPECT_TRUE(diagnostics.empty());
    EXPECT_TRUE(readYaml("a: [1, 2\nb: {", "b.yml", diagnostics).empty());
    EXPECT_EQ(diagnostics.size(), 1U);
}

TEST(Settings, YamlBombsEnd)
{
    std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
    for (char c = 'b'; c <= 'z'; ++c) {
        bomb += std::string(1, c) + ": &" + c + " [";
        for (int i = 0; i < 9; ++i) {
            bomb += std::string(i ? "," : "") + "*" + static_cast<char>(c - 1);
        }
        bomb += "]\n";
    }
    std::vector<core::Diagnostic> diagnostics;
    EXPECT_LE(readYaml(bomb, "bomb.yml", diagnostics).size(), 100'000U);
    EXPECT_TRUE(readYaml(std::string(100'000, '['), "deep.yml", diagnostics).empty());
    std::string empty = "a: &a []\n";
    for (char c = 'b'; c <= 'z'; ++c) {
        empty += std::string(1, c) + ": &" + c + " [*" + static_cast<char>(c - 1) + ",*" + static_cast<char>(c - 1) + ",*" +
                 static_cast<char>(c - 1) + "]\n";
    }
    readYaml(empty, "empty.yml", diagnostics);
}

} // namespace
} // namespace naru::analyzers::config
