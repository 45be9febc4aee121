// Counting 5,000 entry points, and recomputing an estimate with its tornado after one factor changed: the times stand beside a
// frame of 16 ms and beside each other.

#include "costing/Counter.h"
#include "costing/Sensitivity.h"
#include "tests/unit/costing/CodeModelBuilder.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>

using namespace naru;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kEntryPoints = 5000;
constexpr int kTables = 500;
constexpr double kFrame = 16;

double milliseconds(Clock::time_point from)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

/// Of this process alone: what counts on a machine with other work to do.
double processorMilliseconds(std::clock_t from)
{
    return 1000.0 * static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC;
}

/// Lists, details, forms, inputs and deletions on many tables, each through a service and a mapper.
core::CodeModel largeSystem()
{
    test::CodeModelBuilder builder;
    std::vector<core::TableId> tables;
    for (int i = 0; i < kTables; ++i)
        tables.push_back(builder.table("TB_" + std::to_string(i), "업무 " + std::to_string(i),
                                       {"*KEY_" + std::to_string(i), "NAME", "AMOUNT INT", "REMARK", "STATE", "OWNER"}));
    for (int i = 0; i < kEntryPoints; ++i) {
        const core::TableId table = tables[static_cast<std::size_t>(i % kTables)];
        const core::TableId other = tables[static_cast<std::size_t>((i * 7 + 1) % kTables)];
        const std::string number = std::to_string(i);
        const bool writes = i % 3 == 0;
        const auto statement = writes ? builder.statement("m.s" + number, core::StatementKind::Insert, {table})
                                      : builder.statement("m.s" + number, core::StatementKind::Select, {table, other});
        builder.entry(writes ? "POST" : "GET", "/t" + std::to_string(i % kTables) + "/f" + number + ".do",
                      "C" + std::to_string(i % kTables) + "." + (writes ? "insert" : "select") + number, {statement});
    }
    return std::move(builder.model);
}

} // namespace

int main()
{
    const auto conventions = costing::Conventions::load(NARU_RESOURCES);
    const auto tariffs = costing::TariffCatalog::load(NARU_RESOURCES);
    if (!conventions || !tariffs)
        return 1;
    const core::CodeModel model = largeSystem();
    core::Job job;
    auto from = Clock::now();
    std::clock_t worked = std::clock();
    const auto count = costing::count(model, {}, *conventions, tariffs->newest(), job);
    const double counted = milliseconds(from);
    const double countedWork = processorMilliseconds(worked);
    if (!count)
        return 1;
    std::printf("count of %d entry points: %.0f ms, %.0f ms of the processor, %zu functions, %s FP (aim: below 1000 ms)\n", kEntryPoints,
                counted, countedWork, count->functions.size(), count->total.c_str());
    costing::EstimateInput input{.inventory = costing::inventoryOf(*count)};
    constexpr int kTimes = 50;
    from = Clock::now();
    for (int i = 0; i < kTimes; ++i) {
        input.choices.factors.linkage = 1 + i % 5;
        if (!costing::estimate(input, tariffs->newest()))
            return 1;
    }
    const double estimated = milliseconds(from) / kTimes;
    std::printf("estimate after a changed factor: %.2f ms, %.2f of a frame\n", estimated, estimated / kFrame);
    from = Clock::now();
    worked = std::clock();
    for (int i = 0; i < kTimes; ++i)
        if (!costing::sensitivity(input, tariffs->newest()))
            return 1;
    const double range = milliseconds(from) / kTimes;
    std::printf("with the tornado: %.2f ms, %.2f ms of the processor, %.2f of a frame, %.1f estimates\n", range,
                processorMilliseconds(worked) / kTimes, range / kFrame, range / estimated);
    return 0;
}
