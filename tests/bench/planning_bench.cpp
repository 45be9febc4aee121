// Speed of the plan: what a person waits for, beside what it does at least. Prints both sides and the ratio.

#include "app/service/Planning.h"
#include "app/service/Services.h"
#include "core/model/EstimateJson.h"
#include "core/model/PlanJson.h"
#include "planning/capacity/CapacityPlan.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <unistd.h>

using namespace naru;
namespace fs = std::filesystem;

namespace {

template <typename Work> double milliseconds(Work work)
{
    double best = 1e18;
    for (int i = 0; i < 5; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

void row(const char* name, double took, double limit)
{
    std::printf("%-58s %10.1f ms   limit %7.0f ms   ratio %.3f\n", name, took, limit, took / limit);
}

/// `count` contexts in a net of calls, shared tables and transactions.
core::Alternative split(int count)
{
    core::Alternative out;
    const auto id = [&](int i) { return "c" + std::to_string(i % count); };
    for (int i = 0; i < count; ++i) {
        out.contexts.push_back({.id = id(i), .name = id(i), .owns = {"T" + id(i)}, .entryPoints = {"GET /" + id(i)}});
        for (int k = 1; k <= 8; ++k)
            out.interfaces.push_back({.from = id(i), .to = id(i * 7 + k), .functions = {{.from = "a", .to = id(i)}, {.from = "b", .to = id(k)}}});
        out.sharedTables.push_back({.table = "T" + id(i), .proposedOwner = id(i), .readers = {id(i + 3)}, .writers = {id(i + 5)}});
        out.distributedTransactions.push_back({.entryPoint = "GET /" + id(i), .contexts = {id(i), id(i + 11)}});
    }
    return out;
}

void benchPlan(const service::PlanData& data)
{
    const core::Alternative alternative = split(200);
    const core::CodeModel code;
    core::FunctionPointCount count;
    for (const core::Context& context : alternative.contexts)
        count.functions.push_back({.id = context.id, .fp = "20", .context = context.id});
    core::Job job;
    planning::PlanInput input{.split = &alternative, .code = &code, .count = &count};
    const auto first = service::makePlan(input, data, {}, job);
    row("plan of 200 contexts", milliseconds([&] { (void)service::makePlan(input, data, {}, job); }), 1000);
    input.decisions = {{.area = "plan", .key = "wave/c17", .value = 1}};
    row("a context of 200 moved to wave 1 (one frame)", milliseconds([&] { (void)service::makePlan(input, data, {.plan = &*first}, job); }), 16.7);
}

void benchCapacity(const service::PlanData& data)
{
    planning::LoadSet load;
    for (int i = 0; i < 50; ++i) {
        planning::LoadProfile profile{.id = "s" + std::to_string(i), .name = "s", .serviceMs = 80};
        for (int hour = 0; hour < 8760; ++hour)
            profile.hourly.emplace_back(20000.0 * (1 + (hour + i * 5) % 24));
        load.profiles.push_back(std::move(profile));
    }
    core::Job job;
    row("a year by the hour for 50 services", milliseconds([&] { (void)planning::simulateCapacity(load, nullptr, data.capacity, job); }), 2000);
}

void benchPortfolio(const fs::path& resources)
{
    const fs::path file = fs::temp_directory_path() / ("naru-portfolio-bench-" + std::to_string(::getpid()) + ".naru");
    const fs::path list = fs::path(file).replace_extension(".csv");
    {
        std::FILE* csv = std::fopen(list.c_str(), "w");
        std::fputs("name,yes,level,value,fp,cost\n", csv);
        for (int i = 0; i < 1000; ++i)
            std::fprintf(csv, "system %d,%d,%d,%d,%d,%d000000\n", i, i % 11, i % 4, i % 101, 500 + i, 300 + i);
        std::fclose(csv);
        auto session = core::ProjectSession::create(file, "bench");
        if (!session || !service::ProjectService(**session, resources).addSystems(list) || !(*session)->save()) {
            std::puts("the project of the portfolio could not be made");
            return;
        }
        core::Estimate estimate{.edition = "2024", .fp = "500", .developmentCost = "300000000", .total = "330000000"};
        for (const core::System& system : (*session)->project().systems)
            (void)(*session)->storeResult(system.id, core::ResultKind::Estimate, core::toJson(estimate), {});
        (void)(*session)->save();
    }
    row("portfolio of 1,000 systems, from the file to the ranking", milliseconds([&] {
            auto session = core::ProjectSession::open(file);
            if (!session || !service::ProjectService(**session, resources).portfolio())
                std::puts("the portfolio could not be made");
        }),
        1000);
    std::error_code error;
    fs::remove(file, error);
    fs::remove(list, error);
}

} // namespace

int main()
{
    const fs::path resources = NARU_RESOURCES;
    const auto data = service::PlanData::load(resources);
    if (!data)
        return 1;
    benchPlan(*data);
    benchCapacity(*data);
    benchPortfolio(resources);
    return 0;
}
