#include "app/service/Planning.h"
#include "app/service/Services.h"
#include "app/service/SplitEditing.h"

#include "core/base/Files.h"
#include "core/model/PlanJson.h"

#include <algorithm>

namespace naru::service {

namespace fs = std::filesystem;

namespace {

constexpr const char* kLoad = "load";
constexpr const char* kPrices = "prices";

const nlohmann::json* decided(const std::vector<core::Decision>& decisions, std::string_view key)
{
    const auto found = std::ranges::find_if(decisions, [&](const core::Decision& one) { return one.area == "plan" && one.key == key; });
    return found == decisions.end() ? nullptr : &found->value;
}

/// The busiest hour of each context against that of the busiest one.
std::map<std::string, double> loadsOf(const core::Capacity& capacity)
{
    double most = 0;
    for (const core::ServiceCapacity& one : capacity.services)
        most = std::max(most, one.context.empty() ? 0 : one.peak);
    std::map<std::string, double> out;
    for (const core::ServiceCapacity& one : capacity.services)
        if (!one.context.empty() && most > 0)
            out[one.context] = one.peak / most;
    return out;
}

/// Changes by context as an earlier plan counted them.
std::map<std::string, int> changesOf(const core::Plan& plan)
{
    std::map<std::string, int> out;
    for (const core::Wave& wave : plan.waves)
        for (const core::PlannedContext& context : wave.contexts)
            for (const auto& [id, value] : context.facts)
                if (id == planning::kChangesFact)
                    out[context.context] = value;
    return out;
}

} // namespace

core::Result<PlanData> PlanData::load(const fs::path& resources)
{
    auto weights = planning::PlanWeights::load(resources);
    if (!weights)
        return std::unexpected(weights.error());
    auto architecture = planning::ArchitectureCatalog::load(resources);
    if (!architecture)
        return std::unexpected(architecture.error());
    auto capacity = planning::CapacityDefaults::load(resources);
    if (!capacity)
        return std::unexpected(capacity.error());
    auto costs = planning::RunningCostCatalog::load(resources);
    if (!costs)
        return std::unexpected(costs.error());
    auto models = planning::ServiceModelCatalog::load(resources);
    if (!models)
        return std::unexpected(models.error());
    return PlanData{std::move(*weights), std::move(*architecture), std::move(*capacity), std::move(*costs), std::move(*models)};
}

core::Result<core::Plan> makePlan(planning::PlanInput input, const PlanData& data, const PlanBefore& before, core::Job& job)
{
    std::optional<core::Capacity> capacity;
    std::optional<core::RunningCost> cost;
    if (before.plan != nullptr && before.capacity) {
        capacity = before.plan->capacity;
    } else if (const nlohmann::json* load = decided(input.decisions, kLoad)) {
        const auto profiles = planning::loadFromJson(*load, kLoad);
        if (!profiles)
            return std::unexpected(profiles.error());
        auto simulated = planning::simulateCapacity(*profiles, input.split, data.capacity, job);
        if (!simulated)
            return std::unexpected(simulated.error());
        capacity = std::move(*simulated);
    }
    if (before.plan != nullptr && before.cost) {
        cost = before.plan->runningCost;
    } else if (const nlohmann::json* entered = decided(input.decisions, kPrices)) {
        const auto prices = planning::pricesFromJson(*entered, data.costs, kPrices);
        if (!prices)
            return std::unexpected(prices.error());
        cost = planning::compareRunningCost(*prices, data.costs);
    }
    if (capacity)
        input.loads = loadsOf(*capacity);
    if (before.plan != nullptr && input.history == nullptr)
        input.changes = changesOf(*before.plan);
    auto made = planning::plan(input, data.weights, data.architecture, job);
    if (!made)
        return made;
    if (!capacity)
        made->gaps.emplace_back("planning.gap.load-profile");
    if (!cost || !cost->missing.empty())
        made->gaps.emplace_back("planning.gap.prices");
    made->capacity = std::move(capacity);
    made->runningCost = std::move(cost);
    made->responsibility = planning::responsibilityOf(data.models, input.decisions);
    if (!made->responsibility->chosen || made->responsibility->deployment.empty())
        made->gaps.emplace_back("planning.gap.platform");
    return made;
}

core::Result<core::Plan> planOf(const PlanParts& parts, std::vector<core::Decision> decisions, const PlanData& data,
                                const PlanBefore& before, core::Job& job)
{
    planning::PlanInput input{.code = parts.code,
                              .count = parts.count,
                              .estimate = parts.estimate,
                              .audit = parts.audit,
                              .decisions = std::move(decisions),
                              .history = parts.history};
    if (parts.split != nullptr && !parts.split->alternatives.empty())
        input.split = &parts.split->alternatives.front();
    return makePlan(std::move(input), data, before, job);
}

core::Result<core::Plan> ProjectService::plan(core::SystemId system, core::Job& job, bool history)
{
    const auto model = code(system, job);
    if (!model)
        return std::unexpected(model.error());
    auto partition = storedSplit(system);
    if (!partition) {
        auto made = split(system, {.history = history}, job);
        if (!made)
            return std::unexpected(made.error());
        partition = std::move(*made);
    }
    const auto data = PlanData::load(m_resources);
    if (!data)
        return std::unexpected(data.error());
    const auto counted = storedCount(system);
    const auto estimated = storedEstimate(system);
    const auto audited = storedAudit(system);
    std::optional<core::SourceHistory> past;
    if (const auto roots = m_session.roots(system); history && !roots.empty()) {
        auto read = historyOf(**model, roots.front(), job);
        if (!read)
            return std::unexpected(read.error());
        past = std::move(*read);
    }
    const PlanParts parts{.code = model->get(),
                          .split = &*partition,
                          .count = counted ? &*counted : nullptr,
                          .estimate = estimated ? &*estimated : nullptr,
                          .audit = audited ? &*audited : nullptr,
                          .history = past ? &*past : nullptr};
    auto made = planOf(parts, m_session.decisions(system, "plan"), *data, {}, job);
    if (!made)
        return made;
    if (const auto kept = store(system, core::ResultKind::Plan, core::toJson(*made)); !kept)
        return std::unexpected(kept.error());
    return made;
}

core::Result<nlohmann::json> readLoadDecision(const fs::path& file)
{
    const auto profiles = planning::readLoadFile(file);
    if (!profiles)
        return std::unexpected(profiles.error());
    if (auto checked = planning::checkLoad(*profiles); !checked) {
        checked.error().path = core::toUtf8(file);
        return std::unexpected(checked.error());
    }
    return planning::toJson(*profiles);
}

core::Result<nlohmann::json> readPricesDecision(const fs::path& file, const fs::path& resources)
{
    const auto catalog = planning::RunningCostCatalog::load(resources);
    if (!catalog)
        return std::unexpected(catalog.error());
    return planning::readPrices(file, *catalog);
}

core::Result<void> ProjectService::choosePlan(core::SystemId system, const fs::path& load, const fs::path& prices)
{
    nlohmann::json loadValue;
    nlohmann::json pricesValue;
    if (!load.empty()) {
        auto read = readLoadDecision(load);
        if (!read)
            return std::unexpected(read.error());
        loadValue = std::move(*read);
    }
    if (!prices.empty()) {
        auto read = readPricesDecision(prices, m_resources);
        if (!read)
            return std::unexpected(read.error());
        pricesValue = std::move(*read);
    }
    for (const auto& [key, value] : {std::pair{kLoad, &loadValue}, std::pair{kPrices, &pricesValue}}) {
        if (value->is_null() || m_session.decision(system, "plan", key) == *value)
            continue;
        const auto applied = m_session.apply(m_session.change(system, "plan", key, *value, "service.edit.plan"));
        if (!applied)
            return std::unexpected(applied.error());
    }
    return {};
}

} // namespace naru::service
