#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace naru::analyzers::graph {

/// SQL that Spring's XML gives to beans becomes code: text of the field of a class of the system that holds it, else of a member that is
/// called like the bean, in a type that is called like the path of the file. Only then are there such types. Comes before CodeLookup.
void declareBeanSql(CodeIndex& index, const ProjectFacts& facts);

/// Finds those members again.
class BeanSql {
public:
    BeanSql(const CodeLookup& lookup, const ProjectFacts& facts);
    /// The member for a bean of that name, first of all of that file; invalid when there is none.
    [[nodiscard]] core::MemberId member(std::string_view bean, core::FileId file) const;

private:
    std::map<std::string, std::map<std::uint32_t, core::MemberId>, std::less<>> m_members; ///< by bean and file
};

} // namespace naru::analyzers::graph
