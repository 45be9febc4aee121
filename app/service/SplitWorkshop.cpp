#include "app/service/SplitWorkshop.h"

#include "app/service/SplitExchange.h"
#include "app/service/SplitGranularity.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

namespace naru::service {

namespace decompose = analyzers::decompose;

namespace {

/// What evidence a proposal was made from.
struct Basis {
    std::shared_ptr<const core::CodeModel> code;
    std::filesystem::path root;
    std::map<std::string, double> weights;
    bool maskPackages = false;
    bool history = false;
    friend bool operator==(const Basis&, const Basis&) = default;
};

bool hasNote(const core::Partition& partition, std::string_view note)
{
    return std::ranges::find(partition.notes, note) != partition.notes.end();
}

Basis basisOf(const SplitInput& input)
{
    Basis out{.code = input.code, .root = input.root};
    if (input.proposed && !input.proposed->weights.empty()) { // a partition from elsewhere tells nothing
        out.weights = input.proposed->weights;
        out.maskPackages = hasNote(*input.proposed, "split.note.packages-masked");
        out.history = !hasNote(*input.proposed, "split.note.no-evidence.cochange");
    }
    return out;
}

} // namespace

struct SplitWorkshop::State {
    std::filesystem::path resources;
    std::mutex mutex;
    Basis basis;
    std::optional<decompose::PreparedSplit> prepared;

    core::Result<decompose::PreparedSplit*> ready(const SplitInput& input, core::Job& job)
    {
        if (!input.code)
            return core::failure(core::ErrorCode::NotFound, "service.no-split");
        Basis wanted = basisOf(input);
        if (prepared && basis == wanted)
            return &*prepared;
        prepared.reset();
        auto options =
            decomposeOptions(*input.code, input.root, resources, {.maskPackages = wanted.maskPackages, .history = wanted.history}, job);
        if (!options)
            return std::unexpected(options.error());
        for (const auto& [layer, weight] : wanted.weights)
            if (std::ranges::any_of(options->data.layers, [&](const decompose::LayerInfo& info) { return nameOf(info.id) == layer; }))
                options->weights.emplace(layer, weight); // an older project may name evidence of another edition
        auto made = decompose::PreparedSplit::prepare(input.code, *options, job);
        if (!made)
            return std::unexpected(made.error());
        prepared.emplace(std::move(*made));
        basis = std::move(wanted);
        return &*prepared;
    }
};

SplitWorkshop::SplitWorkshop(std::filesystem::path resources) : m_state(std::make_unique<State>())
{
    m_state->resources = std::move(resources);
}

SplitWorkshop::~SplitWorkshop() = default;

core::Result<core::Partition> SplitWorkshop::applyDecisions(const SplitInput& input, core::Job& job)
{
    if (!input.code || !input.proposed)
        return core::failure(core::ErrorCode::NotFound, "service.no-split");
    core::Partition edited = *input.proposed;
    std::vector<core::Decision> decisions = input.decisions;
    std::erase_if(decisions, [](const core::Decision& d) { return d.area == kAlternativeArea; });
    for (const core::Decision& decision : decisions)
        if (decision.area == kImportedArea)
            edited.alternatives.push_back(importedAlternative(decision, *input.code));
        else if (decision.area == kCutArea)
            edited.alternatives.push_back(cutAlternative(decision, *input.code));
    if (!decisions.empty()) {
        const std::scoped_lock lock(m_state->mutex);
        const auto prepared = m_state->ready(input, job);
        if (!prepared)
            return std::unexpected(prepared.error());
        auto applied = (*prepared)->apply(std::move(edited), decisions, job);
        if (!applied)
            return applied;
        edited = std::move(*applied);
    }
    putChosenFirst(edited, input.decisions);
    return edited;
}

core::Result<std::vector<decompose::ContextPart>> SplitWorkshop::parts(const SplitInput& input, const core::Alternative& alternative,
                                                                       const std::string& context, core::Job& job)
{
    const std::scoped_lock lock(m_state->mutex);
    const auto prepared = m_state->ready(input, job);
    if (!prepared)
        return std::unexpected(prepared.error());
    return (*prepared)->parts(alternative, context, job);
}

} // namespace naru::service
