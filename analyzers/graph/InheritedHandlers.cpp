#include "analyzers/graph/InheritedHandlers.h"

#include <algorithm>
#include <string_view>

namespace naru::analyzers::graph {

using namespace core;

InheritedHandlers::InheritedHandlers(const CodeModel& model, const CodeLookup& lookup)
{
    for (std::size_t i = 0; i < model.entryPoints.size(); ++i) {
        const EntryPoint& entry = model.entryPoints[i];
        const TypeId owner = entry.handler.valid() ? model[entry.handler].owner : TypeId();
        if (!owner.valid())
            continue;
        const std::string_view name = lookup.text(entry.handlerName);
        const std::string_view type = name.substr(0, name.rfind('.'));
        if (type == lookup.text(model[owner].name))
            continue;
        const TypeId answers = lookup.type(type);
        std::vector<TypeId> above = answers.valid() ? lookup.ancestry(answers) : std::vector<TypeId>();
        if (std::ranges::find(above, owner) == above.end())
            continue;
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
