#include "analyzers/decompose/Parts.h"

#include "analyzers/decompose/SplitRun.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::decompose {

namespace {

constexpr std::array kResolutions = {1.0, 1.5, 2.0, 3.0, 4.0};
constexpr std::size_t kLeastPart = 2;

/// Hands parts that are too small to the part they are tied to most, the smallest first.
void absorb(const WeightedGraph& graph, Labels& parts)
{
    for (std::uint32_t count = renumber(parts); count > 1; count = renumber(parts)) {
        std::vector<std::size_t> sizes(count, 0);
        for (const std::uint32_t part : parts)
            ++sizes[part];
        const auto smallest = static_cast<std::uint32_t>(std::ranges::min_element(sizes) - sizes.begin());
        if (sizes[smallest] >= kLeastPart)
            return;
        std::vector<double> ties(count, 0);
        for (std::uint32_t i = 0; i < graph.size(); ++i)
            for (std::uint32_t e = graph.start[i]; parts[i] == smallest && e < graph.start[i + 1]; ++e)
                ties[parts[graph.target[e]]] += graph.weight[e];
        ties[smallest] = -1;
        const auto into = static_cast<std::uint32_t>(std::ranges::max_element(ties) - ties.begin());
        std::ranges::replace(parts, smallest, into);
    }
}

std::vector<ContextPart> described(const core::CodeModel& code, const EvidenceBase& base, const std::vector<std::uint32_t>& members,
                                   const Labels& parts, std::uint32_t count)
{
    Placement placement;
    placement.division.assign(base.set.size(), kNoMember);
    std::vector<ContextPart> out(count);
    for (std::size_t i = 0; i < members.size(); ++i) {
        placement.division[members[i]] = parts[i];
        out[parts[i]].members.push_back(base.set.members[members[i]]);
    }
    core::Alternative sketch;
    sketch.contexts.resize(count);
    nameContexts(base, code, placement, sketch);
    for (std::uint32_t part = 0; part < count; ++part) {
        out[part].name = sketch.contexts[part].name;
        out[part].words = sketch.contexts[part].words;
    }
    std::ranges::stable_sort(out, std::greater(), [](const ContextPart& part) { return part.members.size(); });
    return out;
}

} // namespace

core::Result<std::vector<ContextPart>> partsOf(const core::CodeModel& code, const EvidenceBase& base, const WeightedGraph& graph,
                                               const core::Alternative& alternative, const std::string& context)
{
    const auto wanted = std::ranges::find(alternative.contexts, context, &core::Context::id);
    if (wanted == alternative.contexts.end())
        return core::failure(core::ErrorCode::NotFound, "split.parts.no-context", {{"context", context}});
    std::vector<std::uint32_t> members;
    for (const core::PartitionMember& member : wanted->members)
        if (const auto found = base.set.byId.find(member.id); found != base.set.byId.end())
            members.push_back(found->second);
    std::ranges::sort(members);
    const WeightedGraph inner = graph.induced(members);
    for (const double resolution : kResolutions) {
        if (members.size() < 2 * kLeastPart || inner.total <= 0)
            break;
        auto parts = leiden(inner, {.resolution = resolution});
        if (!parts)
            return std::unexpected(parts.error());
        absorb(inner, *parts);
        if (const std::uint32_t count = renumber(*parts); count > 1)
            return described(code, base, members, *parts, count);
    }
    return core::failure(core::ErrorCode::InvalidArgument, "split.parts.whole", {{"context", wanted->name}});
}

core::Result<std::vector<ContextPart>> proposeParts(const core::CodeModel& code, const core::Alternative& alternative,
                                                    const std::string& context, const DecomposeOptions& options, core::Job& job)
{
    auto run = SplitRun::gather(code, options, job);
    return run ? (*run)->parts(alternative, context) : std::unexpected(run.error());
}

} // namespace naru::analyzers::decompose
