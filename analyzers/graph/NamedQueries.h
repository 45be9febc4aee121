#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace naru::analyzers::graph {

struct NamedQuery {
    std::string text;
    bool native = false;
};

/// The queries that annotations, orm.xml and hbm.xml give names to; the first of a name.
class NamedQueries {
public:
    NamedQueries(const CodeLookup& lookup, const ProjectFacts& facts);
    [[nodiscard]] const NamedQuery* find(std::string_view name) const;

private:
    std::unordered_map<std::string, NamedQuery> m_named;
};

} // namespace naru::analyzers::graph
