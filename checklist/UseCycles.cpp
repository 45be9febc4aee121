#include "checklist/UseCycles.h"

#include "core/base/StronglyConnected.h"

#include <algorithm>

namespace naru::checklist {

using core::TypeId;

namespace {

/// The nodes of the largest component of more than one; of several as large, of the first.
std::vector<std::uint32_t> largestComponent(const std::vector<std::vector<std::uint32_t>>& edges)
{
    const std::vector<std::uint32_t> component = core::stronglyConnected(
        static_cast<std::uint32_t>(edges.size()), [&](std::uint32_t v) { return edges[v].size(); },
        [&](std::uint32_t v, std::size_t i) { return edges[v][i]; });
    std::vector<std::uint32_t> sizes(edges.size(), 0);
    for (const std::uint32_t number : component)
        ++sizes[number];
    const auto largest = std::ranges::max_element(sizes);
    std::vector<std::uint32_t> nodes;
    if (largest == sizes.end() || *largest < 2)
        return nodes;
    for (std::uint32_t v = 0; v < component.size(); ++v)
        if (component[v] == static_cast<std::uint32_t>(largest - sizes.begin()))
            nodes.push_back(v);
    return nodes;
}

} // namespace

TypeId outermostType(const core::CodeModel& code, TypeId type)
{
    for (int guard = 0; guard < 64 && code[type].outer.valid(); ++guard)
        type = code[type].outer;
    return type;
}

std::vector<TypeId> largestUseCycle(const core::CodeModel& code)
{
    std::vector<std::vector<std::uint32_t>> edges(code.types.size());
    const auto counts = [&code](TypeId type) {
        const core::Location& at = code[type].at;
        return at.file.valid() && !code[at.file].test;
    };
    for (const core::TypeUseEdge& use : code.typeUses) {
        const TypeId from = outermostType(code, use.from);
        const TypeId to = outermostType(code, use.to);
        if (from != to && counts(from) && counts(to))
            edges[from.value].push_back(to.value);
    }
    std::vector<TypeId> out;
    for (const std::uint32_t type : largestComponent(edges))
        out.emplace_back(type);
    return out;
}

} // namespace naru::checklist
