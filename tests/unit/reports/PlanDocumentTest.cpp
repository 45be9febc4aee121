// The plan as a document: who manages what, all systems, effects, stages and the hybrid contract, capacity and running cost.

#include "core/base/Texts.h"
#include "reports/builders/ReportInput.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <variant>

using namespace naru;
using namespace naru::core;

namespace {

ReportModel planDocument(const reports::ReportInput& input, const char* language = "ko")
{
    const auto texts = Texts::load(NARU_RESOURCES, language);
    EXPECT_TRUE(texts);
    const auto model = reports::buildReport("plan", input, *texts);
    EXPECT_TRUE(model) << (model ? "" : model.error().key);
    return model.value_or(ReportModel());
}

const ReportTable* tableOf(const ReportModel& model, const std::string& anchor)
{
    for (const Block& block : model.blocks)
        if (const auto* table = std::get_if<ReportTable>(&block); table && table->anchor == anchor)
            return table;
    return nullptr;
}

std::string textOf(const Cell& cell)
{
    std::string out;
    for (const auto& run : cell.runs)
        out += run.text;
    return out;
}

reports::ReportInput inputWith(std::size_t systems)
{
    reports::ReportInput input{.projectName = "사업", .systemName = "총무"};
    Plan plan;
    plan.waves = {{.number = 0, .nameKey = "planning.wave.preparation"},
                  {.number = 1, .nameKey = "planning.wave.pilot", .pilot = true, .contexts = {{.context = "a", .name = "게시판"}}}};
    plan.fpPerManMonth = 22.9;
    plan.productivity = {.kind = "tariff", .source = "2025"};
    plan.responsibility =
        Responsibility{.layers = {{"os", {"운영체제", "Operating system"}}, {"network", {"네트워크", "Network"}}},
                       .models = {{"iaas", {"IaaS", "IaaS"}, {"가", "a"}, {{"os", "agency"}, {"network", "provider"}}},
                                  {"saas", {"SaaS", "SaaS"}, {"나", "b"}, {{"os", "provider"}, {"network", "provider"}}}},
                       .platforms = {{"logs", {"로그", "Logs"}, {"cf logs", "cf logs"}, {"kubectl logs", "kubectl logs"}}},
                       .model = "saas",
                       .chosen = true};
    input.plan = std::move(plan);
    Portfolio portfolio;
    for (std::size_t i = 0; i < systems; ++i)
        portfolio.systems.push_back({.system = static_cast<SystemId>(i + 1),
                                     .name = "시스템 " + std::to_string(i + 1),
                                     .rank = static_cast<int>(i + 1),
                                     .readiness = 80,
                                     .segment = i % 2 == 0 ? "refactor" : "keep",
                                     .reasonKey = "planning.portfolio.reason.refactor",
                                     .reasonArgs = {{"readiness", "80"}, {"value", "-"}},
                                     .cost = "1200000000"});
    portfolio.roadmap = {{.year = 2027, .targetPercent = 70, .systems = 1, .reachedPercent = 50, .budget = "1200000000"}};
    portfolio.effects = {{.id = "agility",
                          .name = {"민첩성", "Agility"},
                          .text = {"빠르게", "fast"},
                          .findings = 2,
                          .factors = {3, 0},
                          .systems = {{"총무", 2}}}};
    AuditReport audit{.factors = {{.id = 3, .name = {"설정", "Config"}, .violations = 1}}};
    audit.findings = {{.rule = "a", .factor = 3}, {.rule = "b", .factor = 0}, {.rule = "c", .factor = 3, .suppressed = true}};
    input.audit = std::move(audit);
    portfolio.contract = {{"method", {"계약방식", "Contract"}, {"확정 계약", "fixed"}}};
    portfolio.checklist = {{{"기획", "Planning"}, {"대상을 정한다", "choose"}}};
    input.portfolio = std::move(portfolio);
    return input;
}

} // namespace

TEST(PlanDocument, ThePreparationAndEachContextStandWithStepsReasonsAndTests)
{
    reports::ReportInput input = inputWith(1);
    input.plan->waves[0].steps = {
        {.id = "prepare/tests", .kind = "tests", .textKey = "planning.prepare.tests", .rollbackKey = "planning.prepare.rollback.tests"}};
    PlannedContext& context = input.plan->waves[1].contexts[0];
    context.reasonKey = "planning.reason.moved";
    context.cost = "55819285";
    context.testsFirst = {"GET /a", "GET /b", "GET /c", "GET /d", "GET /e"};
    context.compatible = {"GET /a"};
    const ReportModel model = planDocument(input);
    const ReportTable* preparation = tableOf(model, "report.plan.steps.0.own");
    ASSERT_NE(preparation, nullptr) << "the refactoring architecture is a stage of its own";
    EXPECT_EQ(preparation->rows.size(), 2U);
    EXPECT_FALSE(textOf(preparation->rows[1][1]).empty());
    const ReportTable* reasons = tableOf(model, "report.plan.reasons.1");
    ASSERT_NE(reasons, nullptr);
    EXPECT_NE(textOf(reasons->rows[1][1]).find("담당자"), std::string::npos);
    EXPECT_NE(textOf(reasons->rows[1][2]).find("+1"), std::string::npos);
    const ReportTable* order = tableOf(model, "report.plan.order");
    ASSERT_NE(order, nullptr);
    EXPECT_EQ(textOf(order->rows[1].back()), "55,819,285");
}

TEST(PlanDocument, NamesWhoManagesEachLayer)
{
    const ReportModel model = planDocument(inputWith(1));
    const ReportTable* table = tableOf(model, "report.responsibility.table");
    ASSERT_NE(table, nullptr);
    ASSERT_EQ(table->rows.size(), 3U);
    EXPECT_EQ(textOf(table->rows[0][2]), "SaaS *");
    EXPECT_EQ(textOf(table->rows[1][0]), "운영체제");
    EXPECT_EQ(textOf(table->rows[1][1]), "이용기관");
    EXPECT_EQ(textOf(table->rows[1][2]), "공급자");
    EXPECT_EQ(table->widths.size(), table->rows[0].size());
    const ReportTable* platforms = tableOf(model, "report.responsibility.platforms");
    ASSERT_NE(platforms, nullptr);
    EXPECT_EQ(textOf(platforms->rows[1][2]), "kubectl logs");
}

TEST(PlanDocument, TheRoadmapNeedsSeveralSystemsButTheEffectsDoNot)
{
    const ReportModel one = planDocument(inputWith(1));
    EXPECT_EQ(tableOf(one, "report.portfolio.ranking"), nullptr);
    const ReportTable* effects = tableOf(one, "report.effects.table");
    ASSERT_NE(effects, nullptr);
    EXPECT_EQ(textOf(effects->rows[1][2]), "설정 1, 그 밖의 점검 결과 1") << "what was accepted does not count";
    EXPECT_NE(tableOf(one, "report.effects.stages"), nullptr);
    EXPECT_NE(tableOf(one, "report.effects.contract"), nullptr);

    const ReportModel many = planDocument(inputWith(5), "en");
    const ReportTable* ranking = tableOf(many, "report.portfolio.ranking");
    ASSERT_NE(ranking, nullptr);
    EXPECT_EQ(ranking->rows.size(), 6U);
    EXPECT_EQ(textOf(ranking->rows[1][6]), "1,200,000,000");
    const ReportTable* segments = tableOf(many, "report.portfolio.segments");
    ASSERT_NE(segments, nullptr);
    EXPECT_EQ(textOf(segments->rows[1][1]), "3");
    const ReportTable* roadmap = tableOf(many, "report.portfolio.roadmap");
    ASSERT_NE(roadmap, nullptr);
    EXPECT_EQ(textOf(roadmap->rows[1][4]), "1,200,000,000");
    EXPECT_TRUE(std::ranges::any_of(many.blocks, [](const Block& block) {
        const auto* figure = std::get_if<Figure>(&block);
        return figure && figure->svg.find("2027") != std::string::npos;
    }));
}

TEST(PlanDocument, LongListsAreCutAndSaySo)
{
    const ReportModel model = planDocument(inputWith(250));
    const ReportTable* ranking = tableOf(model, "report.portfolio.ranking");
    ASSERT_NE(ranking, nullptr);
    EXPECT_EQ(ranking->rows.size(), 201U);
}

TEST(PlanDocument, CapacityAndRunningCostStandWhenTheyAreKnown)
{
    reports::ReportInput input = inputWith(1);
    EXPECT_EQ(tableOf(planDocument(input), "report.capacity.table"), nullptr);
    EXPECT_EQ(tableOf(planDocument(input), "report.running.items"), nullptr);
    input.plan->capacity = Capacity{.services = {{.name = "게시판", .peak = 1000, .fixed = {.most = 2}}}};
    input.plan->runningCost = RunningCost{.years = 3,
                                          .items = {{.id = "vm.server", .name = {"가상머신", "VM"}, .formula = "2 x 3", .total = "6"}},
                                          .perYear = {{1, "6", "5", "6", "5"}},
                                          .breakEvenMonth = 1};
    const ReportModel model = planDocument(input);
    const ReportTable* capacity = tableOf(model, "report.capacity.table");
    ASSERT_NE(capacity, nullptr);
    EXPECT_EQ(textOf(capacity->rows[1][1]), "1,000");
    const ReportTable* items = tableOf(model, "report.running.items");
    ASSERT_NE(items, nullptr);
    EXPECT_EQ(textOf(items->rows[1][2]), "2 x 3");
}
