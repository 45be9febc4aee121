#pragma once

#include "core/base/Texts.h"
#include "core/model/PlanJson.h"
#include "planning/Planner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace naru::tests {

using core::Plan;
using namespace planning;

/// Four contexts: reviews (easy), orders and stock (tied), codes (generic).
struct Shop {
    core::Alternative split;
    core::CodeModel code;
    core::FunctionPointCount count;
    core::Estimate estimate{.edition = "2024", .fp = "400", .developmentCost = "240000000", .productivity = "20"};

    Shop()
    {
        const auto context = [](std::string id, core::SubdomainKind kind, std::vector<std::string> tables, int entries) {
            core::Context out{.id = id, .name = id, .kind = kind, .owns = std::move(tables)};
            for (int i = 0; i < entries; ++i)
                out.entryPoints.push_back("GET /" + id + "/" + std::to_string(i));
            return out;
        };
        split.contexts = {
            context("order", core::SubdomainKind::Core, {"ORDERS"}, 6), context("stock", core::SubdomainKind::Core, {"STOCK"}, 4),
            context("review", core::SubdomainKind::Supporting, {"REVIEW"}, 5), context("code", core::SubdomainKind::Generic, {"CODE"}, 1)};
        split.interfaces = {{.from = "order",
                             .to = "stock",
                             .kind = core::InterfaceKind::Call,
                             .functions = {{.from = "a", .to = "b", .calls = 2}, {.from = "a", .to = "c"}}},
                            {.from = "stock", .to = "order", .kind = core::InterfaceKind::Call, .functions = {{.from = "x", .to = "y"}}}};
        split.sharedTables = {{.table = "STOCK", .proposedOwner = "stock", .readers = {"order"}, .writers = {"order", "stock"}}};
        split.distributedTransactions = {{.entryPoint = "GET /order/0", .contexts = {"order", "stock"}, .writes = {"ORDERS", "STOCK"}}};
        for (const auto& [id, points] :
             std::map<std::string, std::string>{{"order", "200"}, {"stock", "100"}, {"review", "60"}, {"code", "40"}})
            count.functions.push_back({.id = id, .fp = points, .context = id});
    }

    [[nodiscard]] PlanInput input(std::vector<core::Decision> decisions = {}) const
    {
        return {.split = &split, .code = &code, .count = &count, .estimate = &estimate, .decisions = std::move(decisions)};
    }
};

inline Plan planned(const PlanInput& input)
{
    const auto weights = PlanWeights::load(NARU_RESOURCES);
    const auto catalog = ArchitectureCatalog::load(NARU_RESOURCES);
    EXPECT_TRUE(weights) << (weights ? "" : weights.error().key);
    EXPECT_TRUE(catalog) << (catalog ? "" : catalog.error().key);
    core::Job job;
    const auto result = plan(input, *weights, *catalog, job);
    EXPECT_TRUE(result) << (result ? "" : result.error().key);
    return result.value_or(Plan());
}

inline int waveOf(const Plan& plan, std::string_view context)
{
    for (const core::Wave& wave : plan.waves)
        for (const core::PlannedContext& one : wave.contexts)
            if (one.context == context)
                return wave.number;
    return -1;
}

/// All steps in an order in which each comes after what it waits for; empty when there is none.
inline std::vector<std::string> sorted(const Plan& plan)
{
    std::map<std::string, std::vector<std::string>> after;
    for (const core::Wave& wave : plan.waves) {
        for (const core::PlanStep& step : wave.steps)
            after[step.id] = step.after;
        for (const core::PlannedContext& context : wave.contexts)
            for (const core::PlanStep& step : context.steps)
                after[step.id] = step.after;
    }
    std::vector<std::string> done;
    std::set<std::string> known;
    for (bool moved = true; moved;) {
        moved = false;
        for (const auto& [id, before] : after)
            if (!known.contains(id) && std::ranges::all_of(before, [&](const std::string& one) { return known.contains(one); })) {
                known.insert(id);
                done.push_back(id);
                moved = true;
            }
    }
    return done.size() == after.size() ? done : std::vector<std::string>();
}

inline std::size_t stepCount(const Plan& plan)
{
    std::size_t steps = 0;
    for (const core::Wave& wave : plan.waves) {
        steps += wave.steps.size();
        for (const core::PlannedContext& context : wave.contexts)
            steps += context.steps.size();
    }
    return steps;
}

inline core::Decision decided(std::string key, nlohmann::json value)
{
    return {.area = "plan", .key = std::move(key), .value = std::move(value)};
}

} // namespace naru::tests
