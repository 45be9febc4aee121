#include "checklist/Catalog.h"
#include "checklist/Comparison.h"
#include "checklist/KonveyorQuestionnaire.h"
#include "checklist/Scoring.h"

#include "core/base/Files.h"

#include <gtest/gtest.h>

namespace {

using namespace naru;
using namespace naru::checklist;

Catalog catalogOf(const std::string& id)
{
    auto found = findCatalog(std::filesystem::path(NARU_RESOURCES) / "questionnaires", id);
    EXPECT_TRUE(found);
    return std::move(*found);
}

constexpr const char* kYaml = R"(name: Pathfinder sample
description: A short one
sections:
  - order: 1
    name: Application
    questions:
      - order: 1
        text: Does it hold state?
        explanation: Sessions and files
        answers:
          - {order: 1, text: None, risk: green}
          - {order: 2, text: In a database, risk: yellow, mitigation: Look at it}
          - {order: 3, text: In memory, risk: red, rationale: It is lost}
          - {order: 4, text: Not known, risk: unknown}
      - text: Is it tested?
        answers:
          - {text: Yes, risk: green}
          - {text: No, risk: red}
thresholds: {red: 50%, yellow: 50, unknown: 5}
riskMessages: {red: Harsh, green: Easy}
)";

TEST(CatalogText, everyShippedQuestionnaireReadsBackAsItIs)
{
    const auto all = loadCatalogs(std::filesystem::path(NARU_RESOURCES) / "questionnaires");
    ASSERT_TRUE(all);
    for (const Catalog& one : *all) {
        const std::string text = catalogText(one);
        const auto again = parseCatalog(text, "x.json");
        ASSERT_TRUE(again) << one.id << " " << again.error().key << " line " << again.error().line;
        EXPECT_EQ(catalogText(*again), text);
        EXPECT_EQ(again->items.size(), one.items.size());
    }
}

TEST(Konveyor, questionsBecomeItemsWithTheirRisks)
{
    const auto read = parseKonveyor(kYaml, "k.yaml");
    ASSERT_TRUE(read) << read.error().key;
    EXPECT_EQ(read->id, "pathfinder-sample");
    ASSERT_EQ(read->items.size(), 2U);
    const Item& first = read->items[0];
    EXPECT_EQ(first.question.en, "Does it hold state?");
    EXPECT_EQ(first.explanation.en, "Sessions and files\nYES: None\nNO: In a database\nNO: In memory\n?: Not known");
    EXPECT_EQ(first.riskNo.ko, "Look at it It is lost");
    EXPECT_EQ(read->scoring.keepAt, 1);
    EXPECT_EQ(read->scoring.adoptAt, 2);
    EXPECT_EQ(read->scoring.outcomes.at(core::Verdict::Keep).en, "Harsh");
}

TEST(Konveyor, aCatalogGoesOutAndComesBack)
{
    for (const char* id : {"self-diagnosis", "target-business", "stage-checklist"}) {
        const Catalog catalog = catalogOf(id);
        const auto again = parseKonveyor(konveyorText(catalog, "ko"), "k.yaml");
        ASSERT_TRUE(again) << id << " " << again.error().key;
        ASSERT_EQ(again->items.size(), catalog.items.size()) << id;
        for (std::size_t i = 0; i < catalog.items.size(); ++i)
            EXPECT_EQ(again->items[i].question.ko, catalog.items[i].question.ko);
        EXPECT_EQ(again->groups.size(), catalog.groups.size());
    }
    const auto again = parseKonveyor(konveyorText(catalogOf("self-diagnosis"), "en"), "k.yaml");
    ASSERT_TRUE(again);
    EXPECT_EQ(again->scoring.adoptAt, 6);
    EXPECT_EQ(again->scoring.keepAt, 3);
}

TEST(Konveyor, faultsNameLineAndKey)
{
    const auto fault = [](const std::string& yaml) { return parseKonveyor(yaml, "k.yaml").error(); };
    EXPECT_EQ(fault("a: [1").key, "checklist.konveyor.no-yaml");
    EXPECT_EQ(fault("name: x\nsections: no\n").line, 2);
    EXPECT_EQ(fault("name: x\nsections:\n - name: s\n   questions:\n    - text: q\n      answers:\n       - {text: a, risk: blue}\n").line,
              7);
    EXPECT_EQ(fault("name: x\nsections: []\n").key, "checklist.konveyor.expected");
    EXPECT_EQ(fault("- a\n").key, "checklist.konveyor.expected");
    EXPECT_EQ(fault("").key, "checklist.konveyor.expected");
}

TEST(Comparison, namesWhatChanged)
{
    const Catalog catalog = catalogOf("self-diagnosis");
    AnswerSheet sheet;
    sheet.answers["1"].value = core::Answer::Yes;
    sheet.answers["2"].value = core::Answer::No;
    const core::Assessment before = score(catalog, sheet);
    sheet.answers["2"].value = core::Answer::Yes;
    sheet.answers["3"].value = core::Answer::Unknown;
    const AssessmentComparison both = compare(before, score(catalog, sheet));
    ASSERT_EQ(both.changed.size(), 2U);
    EXPECT_EQ(both.changed[0].id, "2");
    EXPECT_EQ(both.changed[0].before.value, core::Answer::No);
    EXPECT_EQ(both.changed[0].after.value, core::Answer::Yes);
    EXPECT_EQ(both.changed[1].before.value, core::Answer::Unanswered);
    EXPECT_EQ(both.before.yes, 1);
    EXPECT_EQ(both.after.yes, 2);
    EXPECT_TRUE(compare(before, before).changed.empty());
}

} // namespace
