#include "app/service/SplitEditing.h"

#include "analyzers/decompose/MapLayout.h"
#include "app/service/SplitExchange.h"
#include "app/service/SplitGranularity.h"
#include "app/service/SplitWorkshop.h"
#include "core/model/PartitionJson.h"

#include <algorithm>
#include <cmath>

namespace naru::service {

namespace decompose = analyzers::decompose;

namespace {

constexpr const char* kProposal = "proposal";
constexpr const char* kMap = "map";
constexpr const char* kChosenKey = "chosen";

} // namespace

core::Result<core::SourceHistory> historyOf(const core::CodeModel& code, const std::filesystem::path& root, core::Job& job)
{
    analyzers::history::HistoryOptions options;
    for (const core::SourceFile& file : code.files)
        options.files.emplace_back(code.text(file.path));
    auto reading = analyzers::history::readGitHistory(root, options, job);
    if (!reading)
        return std::unexpected(reading.error());
    return std::move(reading->history);
}

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

namespace {

/// A layout of the map: {context id: [x, y]}. Contexts that are not in the alternative keep the places they had.
nlohmann::json mapOf(const core::Alternative& alternative, const MapPlaces& before)
{
    std::vector<decompose::MapSize> sizes;
    std::vector<std::optional<decompose::MapPoint>> known;
    for (const core::Context& context : alternative.contexts) {
        sizes.push_back(decompose::closedSize(context));
        const auto at = before.find(context.id);
        known.push_back(at == before.end() ? std::nullopt : std::optional<decompose::MapPoint>({at->second.first, at->second.second}));
    }
    const auto at = decompose::layoutMap(sizes, decompose::tiesOf(decompose::bundlesOf(alternative)), known);
    nlohmann::json map = nlohmann::json::object();
    for (const auto& [id, place] : before)
        map[id] = {std::round(place.first), std::round(place.second)};
    for (std::size_t i = 0; i < at.size(); ++i)
        map[alternative.contexts[i].id] = {std::round(at[i].x), std::round(at[i].y)};
    return map;
}

std::optional<std::pair<double, double>> placeIn(const nlohmann::json& value)
{
    if (!value.is_array() || value.size() != 2 || !value[0].is_number() || !value[1].is_number())
        return std::nullopt;
    return std::pair(value[0].get<double>(), value[1].get<double>());
}

} // namespace

MapPlaces storedLayout(const core::ProjectSession& session, core::SystemId system)
{
    MapPlaces places;
    if (const nlohmann::json* stored = session.storedValue(system, core::ResultKind::Split))
        if (const auto map = stored->find(kMap); map != stored->end() && map->is_object())
            for (const auto& [id, value] : map->items())
                if (const auto place = placeIn(value))
                    places[id] = *place;
    return places;
}

MapPlaces placesOfPerson(const core::ProjectSession& session, core::SystemId system)
{
    MapPlaces places;
    for (const core::Decision& decision : session.decisions(system, kPlaceArea))
        if (const auto place = placeIn(decision.value))
            places[decision.key] = *place;
    return places;
}

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
        auto past = historyOf(code, root, job);
        if (!past)
            return std::unexpected(past.error());
        options.history = std::move(past->changes);
    }
    return options;
}

SplitInput splitInput(const core::ProjectSession& session, core::SystemId system, std::shared_ptr<const core::Partition> known)
{
    SplitInput input;
    input.code = session.codeModel(system);
    const auto roots = session.roots(system);
    if (!roots.empty())
        input.root = roots.front();
    for (const char* area : {"member", "context", "merge", "split", "role", "pin", kAlternativeArea, kImportedArea, kCutArea})
        std::ranges::move(session.decisions(system, area), std::back_inserter(input.decisions));
    if (known)
        input.proposed = std::move(known);
    else if (auto stored = proposedSplit(session, system))
        input.proposed = std::make_shared<const core::Partition>(std::move(*stored));
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
    return SplitWorkshop(resources).applyDecisions(input, job);
}

core::Result<std::vector<decompose::ContextPart>> proposeParts(const SplitInput& input, const core::Alternative& alternative,
                                                               const std::string& context, const std::filesystem::path& resources,
                                                               core::Job& job)
{
    return SplitWorkshop(resources).parts(input, alternative, context, job);
}

core::Result<void> storeSplit(core::ProjectSession& session, core::SystemId system, const core::Partition& proposed,
                              const core::Partition& edited)
{
    nlohmann::json value = core::toJson(edited);
    value[kProposal] = core::toJson(proposed);
    if (!edited.alternatives.empty()) {
        MapPlaces before = placesOfPerson(session, system);
        before.merge(storedLayout(session, system));
        value[kMap] = mapOf(edited.alternatives.front(), before);
    }
    return session.storeResult(system, core::ResultKind::Split, std::move(value), session.currentInputs(system, core::ResultKind::Split));
}

std::optional<core::Partition> proposedSplit(const core::ProjectSession& session, core::SystemId system)
{
    const nlohmann::json* stored = session.storedValue(system, core::ResultKind::Split);
    if (!stored)
        return {};
    const auto proposal = stored->find(kProposal);
    auto partition = core::partitionFromJson(proposal == stored->end() ? *stored : *proposal);
    return partition ? std::optional(std::move(*partition)) : std::nullopt;
}

} // namespace naru::service
