#include "app/service/Services.h"

#include "analyzers/decompose/Decompose.h"
#include "analyzers/decompose/Metrics.h"
#include "app/service/SplitEditing.h"
#include "app/service/SplitFile.h"
#include "core/base/Files.h"
#include "core/model/PartitionJson.h"

namespace naru::service {

namespace fs = std::filesystem;
namespace decompose = analyzers::decompose;

namespace {

core::Result<nlohmann::json> metricsOf(const core::CodeModel& code, const fs::path& partition)
{
    const auto membership = readMembership(partition);
    if (!membership)
        return std::unexpected(membership.error());
    const auto result = decompose::metricsOf(code, *membership);
    return nlohmann::json{{"metrics", result.metrics}, {"members", result.members},     {"placed", result.placed},
                          {"unknown", result.unknown}, {"ambiguous", result.ambiguous}, {"doubled", result.doubled}};
}

/// The person's decisions on the proposal of `input`, stored as the split of the system.
core::Result<core::Partition> keepEdited(core::ProjectSession& session, core::SystemId system, const SplitInput& input,
                                         const fs::path& resources, core::Job& job)
{
    auto edited = applySplitDecisions(input, resources, job);
    if (!edited)
        return edited;
    if (const auto kept = storeSplit(session, system, *input.proposed, *edited); !kept)
        return std::unexpected(kept.error());
    return edited;
}

} // namespace

core::Result<core::Partition> splitTree(const fs::path& root, const fs::path& resources, const SplitOptions& options, core::Job& job)
{
    const auto analysis = analyze(root, resources, {.history = options.history, .native = options.native, .audit = false}, job);
    if (!analysis)
        return std::unexpected(analysis.error());
    const auto made = decomposeOptions(*analysis->code, root, resources, options, job);
    if (!made)
        return std::unexpected(made.error());
    return decompose::decompose(*analysis->code, *made, job);
}

core::Result<nlohmann::json> metricsOfTree(const fs::path& root, const fs::path& resources, const fs::path& partition, core::Job& job)
{
    const auto analysis = analyze(root, resources, {.audit = false}, job);
    if (!analysis)
        return std::unexpected(analysis.error());
    return metricsOf(*analysis->code, partition);
}

core::Result<core::Partition> ProjectService::split(core::SystemId system, const SplitOptions& given, core::Job& job)
{
    const auto model = code(system, job);
    if (!model)
        return std::unexpected(model.error());
    SplitInput input = splitInput(m_session, system);
    input.code = *model;
    auto proposed = proposeSplit(input, m_resources, given, job);
    if (!proposed)
        return proposed;
    input.proposed = std::make_shared<const core::Partition>(std::move(*proposed));
    return keepEdited(m_session, system, input, m_resources, job);
}

core::Result<core::Partition> ProjectService::applySplitEdits(core::SystemId system, core::Job& job)
{
    const auto model = code(system, job);
    if (!model)
        return std::unexpected(model.error());
    SplitInput input = splitInput(m_session, system);
    input.code = *model;
    if (!input.proposed)
        return split(system, {}, job);
    return keepEdited(m_session, system, input, m_resources, job);
}

core::Result<nlohmann::json> ProjectService::metrics(core::SystemId system, const fs::path& partition, core::Job& job)
{
    const auto model = code(system, job);
    if (!model)
        return std::unexpected(model.error());
    return metricsOf(**model, partition);
}

} // namespace naru::service
