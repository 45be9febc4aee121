#pragma once

#include "analyzers/graph/CodeLookup.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// Ends that a method of the system puts behind the name of a statement which it is given: `total = queryForObject(id + "Count", params)` in
/// a base class that reads pages. Who hands "emp.list" to it runs emp.listCount, too.
class StatementEnds {
public:
    /// `executes` tells the methods that run a statement by its name.
    StatementEnds(const CodeIndex& index, const CodeLookup& lookup, bool (*executes)(std::string_view method));

    /// The ends that a call of the method may lead to, also through further methods of its class.
    [[nodiscard]] const std::vector<std::string>& of(core::MemberId called) const;

private:
    std::unordered_map<std::uint32_t, std::vector<std::string>> m_of; ///< by member
};

} // namespace naru::analyzers::graph
