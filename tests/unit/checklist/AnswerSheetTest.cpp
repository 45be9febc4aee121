#include "checklist/AnswerSheet.h"

#include <gtest/gtest.h>

namespace {

using namespace naru;
using namespace naru::checklist;

Catalog selfDiagnosis()
{
    auto catalog = findCatalog(std::filesystem::path(NARU_RESOURCES) / "questionnaires", "self-diagnosis");
    EXPECT_TRUE(catalog);
    return *catalog;
}

TEST(AnswerSheet, readsTheContractOfTheCommandLine)
{
    const auto sheet = parseAnswers(R"({"catalog":"self-diagnosis","answers":{"1":"yes","2":"no","3":"unknown"},"riders":{"1":true}})",
                                    "a.json", selfDiagnosis());
    ASSERT_TRUE(sheet);
    EXPECT_EQ(sheet->answers.at("1").value, core::Answer::Yes);
    EXPECT_EQ(sheet->answers.at("2").value, core::Answer::No);
    EXPECT_EQ(sheet->answers.at("3").value, core::Answer::Unknown);
    EXPECT_EQ(sheet->answers.count("4"), 0U);
    EXPECT_TRUE(sheet->riders.at("1"));
}

struct Broken {
    const char* text;
    const char* key;
    int line;
};

TEST(AnswerSheet, everyFaultNamesItsLine)
{
    const Catalog catalog = selfDiagnosis();
    for (const Broken& broken :
         {Broken{"{\"answers\":{\n\"1\":\"yes\",\n\"11\":\"no\"}}", "checklist.answers.unknown-item", 3},
          Broken{"{\"answers\":{\n\"1\":\"maybe\"}}", "core.json.expected", 2},
          Broken{"{\"answers\":{\n\"1\":true}}", "core.json.expected", 2},
          Broken{"{\n\"catalog\":\"target-business\",\"answers\":{}}", "checklist.answers.other-catalog", 2},
          Broken{"{\"answers\":{},\n\"riders\":{\"2\":true}}", "checklist.answers.no-rider", 2},
          Broken{"{\"answers\":{},\n\"riders\":{\"1\":\"yes\"}}", "core.json.expected", 2},
          Broken{"{\n\"anwsers\":{}}", "core.json.key-unknown", 2}, Broken{"{\n}", "core.json.key-missing", 1},
          Broken{"[1]", "core.json.expected", 1}, Broken{"{\"answers\":{\n\"1\":\"yes\",\"1\":\"no\"}}", "core.json.key-twice", 2},
          Broken{"{\"answers\":\n{", "core.json.malformed", 2}}) {
        const auto sheet = parseAnswers(broken.text, "a.json", catalog);
        ASSERT_FALSE(sheet) << broken.text;
        EXPECT_EQ(sheet.error().key, broken.key) << broken.text;
        EXPECT_EQ(sheet.error().line, broken.line) << broken.text;
        EXPECT_EQ(sheet.error().path, "a.json");
    }
}

} // namespace
