#include "app/service/Services.h"

#include "core/model/PlanJson.h"
#include "planning/Planner.h"

namespace naru::service {

core::Result<core::Plan> ProjectService::plan(core::SystemId system)
{
    core::Job job;
    const auto model = code(system, job);
    if (!model)
        return std::unexpected(model.error());
    auto partition = storedSplit(system);
    if (!partition) {
        auto made = split(system, {}, job);
        if (!made)
            return std::unexpected(made.error());
        partition = std::move(*made);
    }
    const auto weights = planning::PlanWeights::load(m_resources);
    if (!weights)
        return std::unexpected(weights.error());
    const auto catalog = planning::ArchitectureCatalog::load(m_resources);
    if (!catalog)
        return std::unexpected(catalog.error());
    const auto counted = storedCount(system);
    const auto estimated = storedEstimate(system);
    const auto audited = storedAudit(system);
    planning::PlanInput input{.code = model->get(),
                              .count = counted ? &*counted : nullptr,
                              .estimate = estimated ? &*estimated : nullptr,
                              .audit = audited ? &*audited : nullptr,
                              .decisions = m_session.decisions(system, "plan")};
    if (!partition->alternatives.empty())
        input.split = &partition->alternatives.front();
    auto made = planning::plan(input, *weights, *catalog, job);
    if (!made)
        return made;
    if (const auto kept = store(system, core::ResultKind::Plan, core::toJson(*made)); !kept)
        return std::unexpected(kept.error());
    return made;
}

} // namespace naru::service
