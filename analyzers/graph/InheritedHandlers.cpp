#include "analyzers/graph/InheritedHandlers.h"

#include "core/model/CallReach.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

InheritedHandlers::InheritedHandlers(const CodeModel& model, const CodeLookup& lookup)
{
    const std::vector<TypeId> answering = answeringTypes(model);
    for (std::size_t i = 0; i < model.entryPoints.size(); ++i) {
        const MemberId handler = model.entryPoints[i].handler;
        if (!handler.valid() || answering[i] == model[handler].owner)
            continue;
        std::vector<TypeId> above = lookup.ancestry(answering[i]);
        for (const TypeId one : above)
            m_below[one.value];
        std::ranges::sort(above);
        m_above[static_cast<std::uint32_t>(i)] = std::move(above);
    }
    for (std::uint32_t type = 0; type < model.types.size() && !m_below.empty(); ++type)
        for (const TypeId above : lookup.ancestry(TypeId(type)))
            if (const auto found = m_below.find(above.value); found != m_below.end() && above.value != type)
                found->second.emplace_back(type); // in the order of the types
}

const std::vector<TypeId>* InheritedHandlers::above(EntryPointId entry) const
{
    const auto found = m_above.find(entry.value);
    return found == m_above.end() ? nullptr : &found->second;
}

bool InheritedHandlers::isBelow(TypeId type, TypeId above) const
{
    const auto found = m_below.find(above.value);
    return found != m_below.end() && std::ranges::binary_search(found->second, type);
}

} // namespace naru::analyzers::graph
