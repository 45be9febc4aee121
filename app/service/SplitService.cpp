#include "app/service/Services.h"

#include "analyzers/decompose/Decompose.h"
#include "analyzers/decompose/Metrics.h"
#include "analyzers/history/GitHistory.h"
#include "core/base/Files.h"
#include "core/model/PartitionJson.h"

namespace naru::service {

namespace fs = std::filesystem;
namespace decompose = analyzers::decompose;

namespace {

core::Result<core::ChangeHistory> changesOf(const core::CodeModel& code, const fs::path& root, core::Job& job)
{
    analyzers::history::HistoryOptions options;
    for (const core::SourceFile& file : code.files)
        options.files.emplace_back(code.text(file.path));
    auto reading = analyzers::history::readGitHistory(root, options, job);
    if (!reading)
        return std::unexpected(reading.error());
    return std::move(reading->history.changes);
}

core::Result<decompose::DecomposeOptions> optionsFor(const core::CodeModel& code, const fs::path& root, const fs::path& resources,
                                                     const SplitOptions& given, core::Job& job)
{
    decompose::DecomposeOptions options;
    auto data = decompose::loadSplitData(resources);
    if (!data)
        return std::unexpected(data.error());
    options.data = std::move(*data);
    options.contexts = given.contexts;
    options.alternatives = given.alternatives;
    options.resolution = given.resolution;
    options.maskPackages = given.maskPackages;
    if (!given.constraints.empty()) {
        auto constraints = decompose::readConstraints(given.constraints);
        if (!constraints)
            return std::unexpected(constraints.error());
        options.constraints = std::move(*constraints);
    }
    if (given.history) {
        auto changes = changesOf(code, root, job);
        if (!changes)
            return std::unexpected(changes.error());
        options.history = std::move(*changes);
    }
    return options;
}

core::Result<nlohmann::json> metricsOf(const core::CodeModel& code, const fs::path& partition)
{
    const auto json = core::readJson(partition);
    if (!json)
        return std::unexpected(json.error());
    const auto membership = core::membershipFromJson(*json);
    if (!membership) {
        core::Error error = membership.error();
        error.path = core::toUtf8(partition);
        return std::unexpected(std::move(error));
    }
    const auto result = decompose::metricsOf(code, *membership);
    return nlohmann::json{{"metrics", result.metrics}, {"members", result.members},     {"placed", result.placed},
                          {"unknown", result.unknown}, {"ambiguous", result.ambiguous}, {"doubled", result.doubled}};
}

/// Decisions of a person that shape a split.
std::vector<core::Decision> splitDecisions(const core::ProjectSession& session, core::SystemId system)
{
    std::vector<core::Decision> all;
    for (const char* area : {"member", "context", "merge", "split", "role", "pin"})
        for (core::Decision& decision : session.decisions(system, area))
            all.push_back(std::move(decision));
    return all;
}

} // namespace

core::Result<core::Partition> splitTree(const fs::path& root, const fs::path& resources, const SplitOptions& options, core::Job& job)
{
    const auto analysis = analyze(root, resources, {.history = options.history, .audit = false}, job);
    if (!analysis)
        return std::unexpected(analysis.error());
    const auto made = optionsFor(*analysis->code, root, resources, options, job);
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
    const auto roots = m_session.roots(system);
    auto options = optionsFor(**model, roots.empty() ? fs::path() : roots.front(), m_resources, given, job);
    if (!options)
        return std::unexpected(options.error());
    options->decisions = splitDecisions(m_session, system);
    if (const auto before = storedSplit(system); before && !before->alternatives.empty())
        options->previous = before->alternatives.front();
    auto partition = decompose::decompose(**model, *options, job);
    if (!partition)
        return partition;
    if (const auto kept = store(system, core::ResultKind::Split, core::toJson(*partition)); !kept)
        return std::unexpected(kept.error());
    return partition;
}

core::Result<core::Partition> ProjectService::applySplitEdits(core::SystemId system, core::Job& job)
{
    const auto model = code(system, job);
    if (!model)
        return std::unexpected(model.error());
    auto before = storedSplit(system);
    if (!before)
        return split(system, {}, job);
    SplitOptions given;
    given.history = false; // an edit re-describes the division; it weighs no evidence anew
    auto options = optionsFor(**model, {}, m_resources, given, job);
    if (!options)
        return std::unexpected(options.error());
    options->decisions = splitDecisions(m_session, system);
    auto partition = decompose::applyDecisions(**model, std::move(*before), *options, job);
    if (!partition)
        return partition;
    if (const auto kept = store(system, core::ResultKind::Split, core::toJson(*partition)); !kept)
        return std::unexpected(kept.error());
    return partition;
}

core::Result<nlohmann::json> ProjectService::metrics(core::SystemId system, const fs::path& partition, core::Job& job)
{
    const auto model = code(system, job);
    if (!model)
        return std::unexpected(model.error());
    return metricsOf(**model, partition);
}

} // namespace naru::service
