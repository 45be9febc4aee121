#include "checklist/Scoring.h"

#include "core/model/AssessmentJson.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace {

using namespace naru;
using namespace naru::checklist;
using core::Answer;
using core::Verdict;

const std::filesystem::path kQuestionnaires = std::filesystem::path(NARU_RESOURCES) / "questionnaires";

Catalog shippedCatalog(const std::string& id)
{
    auto catalog = findCatalog(kQuestionnaires, id);
    EXPECT_TRUE(catalog);
    return *catalog;
}

/// `yes` items, then `unknown` items, then `open` unanswered ones; the rest is NO.
core::Assessment scored(int yes, int unknown = 0, int open = 0)
{
    AnswerSheet sheet;
    for (int i = 1; i <= 10 - open; ++i)
        sheet.answers[std::to_string(i)].value = i <= yes ? Answer::Yes : i <= yes + unknown ? Answer::Unknown : Answer::No;
    return score(shippedCatalog("self-diagnosis"), sheet);
}

TEST(Scoring, verdictByTheNumberOfYes)
{
    for (int yes = 0; yes <= 10; ++yes) {
        const auto result = scored(yes);
        EXPECT_EQ(result.yes, yes);
        EXPECT_EQ(result.verdict, yes >= 6 ? Verdict::Adopt : yes <= 3 ? Verdict::Keep : Verdict::Review) << yes;
        EXPECT_EQ(result.ownReading, yes == 4 || yes == 5) << yes;
        EXPECT_TRUE(result.missing.empty());
    }
}

TEST(Scoring, anUnansweredItemLeavesItIncompleteWhateverTheOthersSay)
{
    const auto decided = scored(9, 0, 1);
    EXPECT_EQ(decided.verdict, Verdict::Incomplete);
    EXPECT_EQ(decided.missing, (std::vector<std::string>{"10"}));
    EXPECT_EQ(decided.possible, (std::vector<Verdict>{Verdict::Adopt}));
    const auto nothing = scored(0, 0, 10);
    EXPECT_EQ(nothing.verdict, Verdict::Incomplete);
    EXPECT_EQ(nothing.missing.size(), 10U);
    EXPECT_EQ(nothing.possible, (std::vector<Verdict>{Verdict::Keep, Verdict::Review, Verdict::Adopt}));
}

TEST(Scoring, unknownCountsNeitherAsYesNorAsNo)
{
    EXPECT_EQ(scored(6, 4).verdict, Verdict::Adopt);
    EXPECT_EQ(scored(2, 1).verdict, Verdict::Keep);
    EXPECT_EQ(scored(4, 1).verdict, Verdict::Review);
    EXPECT_EQ(scored(5, 1).verdict, Verdict::Incomplete);
    EXPECT_EQ(scored(3, 1).verdict, Verdict::Incomplete);
    const auto all = scored(0, 10);
    EXPECT_EQ(all.verdict, Verdict::Incomplete);
    EXPECT_EQ(all.missing.size(), 10U);
    EXPECT_EQ(all.unknown, 10);
    EXPECT_EQ(all.yes, 0);
}

TEST(Scoring, aRiderAnsweredWithNoTakesTheYesAway)
{
    Catalog catalog = shippedCatalog("self-diagnosis");
    AnswerSheet sheet;
    for (int i = 1; i <= 10; ++i)
        sheet.answers[std::to_string(i)].value = i <= 6 ? Answer::Yes : Answer::No;
    EXPECT_EQ(score(catalog, sheet).verdict, Verdict::Adopt);
    sheet.riders["1"] = true;
    EXPECT_EQ(score(catalog, sheet).yes, 6);
    sheet.riders["1"] = false;
    const auto without = score(catalog, sheet);
    EXPECT_EQ(without.yes, 5);
    EXPECT_EQ(without.verdict, Verdict::Review);
    EXPECT_EQ(without.items[0].answer.value, Answer::Yes);
    EXPECT_EQ(without.items[0].counted, Answer::No);
    catalog.scoring.rider = RiderMode::Ignore;
    EXPECT_EQ(score(catalog, sheet).yes, 6);
    catalog.scoring.rider = RiderMode::Required;
    sheet.riders.clear();
    const auto required = score(catalog, sheet);
    EXPECT_EQ(required.verdict, Verdict::Incomplete);
    EXPECT_EQ(required.missing, (std::vector<std::string>{"1"}));
}

TEST(Scoring, workedExamplesOfTheGuide)
{
    const Catalog catalog = shippedCatalog("self-diagnosis");
    const auto portal = loadAnswers(kQuestionnaires / "examples" / "egovframe-portal.json", catalog);
    ASSERT_TRUE(portal);
    const auto kept = score(catalog, *portal);
    EXPECT_EQ(kept.yes, 3);
    EXPECT_EQ(kept.verdict, Verdict::Keep);
    const auto shopping = loadAnswers(kQuestionnaires / "examples" / "public-home-shopping.json", catalog);
    ASSERT_TRUE(shopping);
    const auto adopted = score(catalog, *shopping);
    EXPECT_EQ(adopted.yes, 6);
    EXPECT_EQ(adopted.verdict, Verdict::Adopt);
    std::vector<std::string> yes;
    for (const auto& item : adopted.items)
        if (item.answer.value == Answer::Yes)
            yes.push_back(item.id);
    EXPECT_EQ(yes, (std::vector<std::string>{"1", "4", "6", "8", "9", "10"}));
}

TEST(Scoring, aNoCanSpeakForAdoption)
{
    const Catalog catalog = shippedCatalog("adoption-conditions");
    AnswerSheet sheet;
    for (const auto& [id, answer] : std::initializer_list<std::pair<const char*, Answer>>{
             {"1", Answer::Yes}, {"2", Answer::No}, {"3", Answer::No}, {"4", Answer::Yes}, {"5", Answer::Yes}})
        sheet.answers[id].value = answer;
    const auto good = score(catalog, sheet);
    EXPECT_EQ(good.yes, 3);
    EXPECT_EQ(good.favourable, 5);
    EXPECT_EQ(good.verdict, Verdict::Adopt);
    sheet.answers["3"].value = Answer::Yes;
    EXPECT_EQ(score(catalog, sheet).verdict, Verdict::Review);
}

TEST(Scoring, theChosenReadingDecidesAConflict)
{
    const Catalog catalog = shippedCatalog("target-business");
    AnswerSheet sheet;
    for (const Item& item : catalog.items)
        sheet.answers[item.id].value = Answer::No;
    sheet.answers["common"].value = Answer::Yes;
    const int official = score(catalog, sheet).favourable;
    sheet.readings["common"] = "2023";
    EXPECT_EQ(score(catalog, sheet).favourable, official + 1);
}

TEST(Scoring, answersToAnOlderEditionAreKeptAndMarked)
{
    Catalog catalog = shippedCatalog("self-diagnosis");
    AnswerSheet sheet;
    sheet.answers["4"].value = Answer::Yes;
    sheet.answers["4"].edition = catalog.edition;
    sheet.answers["5"].value = Answer::Yes; // nobody noted the edition
    sheet.answers["11"].value = Answer::No;
    EXPECT_FALSE(score(catalog, sheet).items[3].review);
    catalog.edition = "NIA-2030";
    const core::Assessment later = score(catalog, sheet);
    EXPECT_TRUE(later.items[3].review);
    EXPECT_FALSE(later.items[4].review);
    EXPECT_EQ(later.items[3].answer.value, Answer::Yes);
    EXPECT_EQ(later.yes, 2);
    EXPECT_EQ(later.strangers, (std::vector<std::string>{"11"}));
}

TEST(AssessmentJson, keysOfTheContractAndBack)
{
    const Catalog catalog = shippedCatalog("self-diagnosis");
    AnswerSheet sheet;
    sheet.answers["1"].value = Answer::Yes;
    Proposals proposals;
    proposals["8"] = {Answer::Yes, 0.5, {{"code", "a/B.java", 7, "x", ""}}, "checklist.reason.complexity", {{"share", "3"}}};
    const auto before = score(catalog, sheet, proposals);
    const auto json = core::toJson(before);
    EXPECT_EQ(json.at("schema"), "naru.assess/1");
    EXPECT_EQ(json.at("verdict"), "incomplete");
    EXPECT_EQ(json.at("items")[0].at("answer"), "yes");
    EXPECT_TRUE(json.at("items")[1].at("answer").is_null());
    EXPECT_EQ(json.at("items")[7].at("proposed"), "yes");
    EXPECT_EQ(json.at("items")[7].at("evidence")[0].at("line"), 7);
    EXPECT_DOUBLE_EQ(json.at("items")[7].at("confidence").get<double>(), 0.5);
    const auto after = core::assessmentFromJson(json);
    ASSERT_TRUE(after);
    EXPECT_EQ(core::toJson(*after), json);
    EXPECT_FALSE(core::assessmentFromJson(nlohmann::json{{"catalog", "x"}}));
}

} // namespace
