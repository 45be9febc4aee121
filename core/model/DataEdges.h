#pragma once

#include "core/model/CodeModel.h"

#include <string_view>
#include <vector>

namespace naru::core {

/// A statement (its id, or the member that holds it) that reads or writes a table.
struct DataEdge {
    std::string_view from;
    std::string_view to;
    Location at;
    Rule rule = Rule::SqlText; ///< how the table was found
};

/// The tables that statements touch in one way, by statement and table. Variants of one statement for several databases have the same
/// id: they give one edge a table.
[[nodiscard]] std::vector<DataEdge> dataEdges(const CodeModel& model, AccessMode mode);

} // namespace naru::core
