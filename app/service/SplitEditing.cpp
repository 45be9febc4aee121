#include "app/service/SplitEditing.h"

#include "app/service/SplitExchange.h"
#include "core/model/PartitionJson.h"

#include <algorithm>

namespace naru::service {

namespace decompose = analyzers::decompose;

namespace {

constexpr const char* kProposal = "proposal";
constexpr const char* kAlternativeArea = "alternative";
constexpr const char* kChosenKey = "chosen";

core::Result<core::ChangeHistory> changesOf(const core::CodeModel& code, const std::filesystem::path& root, core::Job& job)
{
    analyzers::history::HistoryOptions options;
    for (const core::SourceFile& file : code.files)
        options.files.emplace_back(code.text(file.path));
    auto reading = analyzers::history::readGitHistory(root, options, job);
    if (!reading)
        return std::unexpected(reading.error());
    return std::move(reading->history.changes);
}

/// The alternative that a person took stands first, where everything that follows looks for it.
void putChosenFirst(core::Partition& partition, const std::vector<core::Decision>& decisions)
{
    const auto chosen =
        std::ranges::find_if(decisions, [](const core::Decision& d) { return d.area == kAlternativeArea && d.key == kChosenKey; });
    if (chosen == decisions.end() || !chosen->value.is_string())
        return;
    auto& all = partition.alternatives;
    const auto at = std::ranges::find(all, chosen->value.get_ref<const std::string&>(), &core::Alternative::id);
    if (at != all.end())
        std::rotate(all.begin(), at, at + 1);
}

} // namespace

core::Result<decompose::DecomposeOptions> decomposeOptions(const core::CodeModel& code, const std::filesystem::path& root,
                                                           const std::filesystem::path& resources, const SplitOptions& given,
                                                           core::Job& job)
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

SplitInput splitInput(const core::ProjectSession& session, core::SystemId system)
{
    SplitInput input;
    input.code = session.codeModel(system);
    const auto roots = session.roots(system);
    if (!roots.empty())
        input.root = roots.front();
    for (const char* area : {"member", "context", "merge", "split", "role", "pin", kAlternativeArea, kImportedArea})
        std::ranges::move(session.decisions(system, area), std::back_inserter(input.decisions));
    input.proposed = proposedSplit(session, system);
    return input;
}

core::Result<core::Partition> proposeSplit(const SplitInput& input, const std::filesystem::path& resources, const SplitOptions& given,
                                           core::Job& job)
{
    auto options = decomposeOptions(*input.code, input.root, resources, given, job);
    if (!options)
        return std::unexpected(options.error());
    if (input.proposed && !input.proposed->alternatives.empty())
        options->previous = input.proposed->alternatives.front();
    return decompose::decompose(*input.code, *options, job);
}

core::Result<core::Partition> applySplitDecisions(const SplitInput& input, const std::filesystem::path& resources, core::Job& job)
{
    if (!input.code || !input.proposed)
        return core::failure(core::ErrorCode::NotFound, "service.no-split");
    core::Partition edited = *input.proposed;
    std::vector<core::Decision> decisions = input.decisions;
    std::erase_if(decisions, [](const core::Decision& d) { return d.area == kAlternativeArea; });
    for (const core::Decision& decision : decisions)
        if (decision.area == kImportedArea)
            edited.alternatives.push_back(importedAlternative(decision, *input.code));
    if (!decisions.empty()) {
        auto options = decomposeOptions(*input.code, input.root, resources, {.history = false}, job); // an edit weighs no evidence anew
        if (!options)
            return std::unexpected(options.error());
        options->decisions = std::move(decisions);
        auto applied = decompose::applyDecisions(*input.code, std::move(edited), *options, job);
        if (!applied)
            return applied;
        edited = std::move(*applied);
    }
    putChosenFirst(edited, input.decisions);
    return edited;
}

core::Result<std::vector<decompose::ContextPart>> proposeParts(const SplitInput& input, const core::Alternative& alternative,
                                                               const std::string& context, const std::filesystem::path& resources,
                                                               core::Job& job)
{
    const auto options = decomposeOptions(*input.code, input.root, resources, {.history = false}, job);
    if (!options)
        return std::unexpected(options.error());
    return decompose::proposeParts(*input.code, alternative, context, *options, job);
}

core::Result<void> storeSplit(core::ProjectSession& session, core::SystemId system, const core::Partition& proposed,
                              const core::Partition& edited)
{
    nlohmann::json value = core::toJson(edited);
    value[kProposal] = core::toJson(proposed);
    return session.storeResult(system, core::ResultKind::Split, value, session.currentInputs(system, core::ResultKind::Split));
}

std::optional<core::Partition> proposedSplit(const core::ProjectSession& session, core::SystemId system)
{
    const auto stored = session.result(system, core::ResultKind::Split);
    if (!stored)
        return {};
    const auto proposal = stored->value.find(kProposal);
    auto partition = core::partitionFromJson(proposal == stored->value.end() ? stored->value : *proposal);
    return partition ? std::optional(std::move(*partition)) : std::nullopt;
}

} // namespace naru::service
