#include "analyzers/graph/NamedQueries.h"

#include "core/base/PathNames.h"

namespace naru::analyzers::graph {

NamedQueries::NamedQueries(const CodeLookup& lookup, const ProjectFacts& facts)
{
    for (const AnnotationUse& use : lookup.index().annotations) {
        const std::string_view name = core::simpleName(lookup.text(use.name));
        if (name == "NamedQuery" || name == "NamedNativeQuery")
            m_named.try_emplace(std::string(argument(lookup, use, "name")),
                                NamedQuery{std::string(argument(lookup, use, "query")), name == "NamedNativeQuery"});
    }
    for (const auto& file : facts.mappings)
        for (const config::NamedSql& query : file.facts.queries)
            m_named.try_emplace(query.name, NamedQuery{query.text, query.native});
}

const NamedQuery* NamedQueries::find(std::string_view name) const
{
    const auto found = m_named.find(std::string(name));
    return found == m_named.end() ? nullptr : &found->second;
}

} // namespace naru::analyzers::graph
