#pragma once

#include "core/model/FunctionPointCount.h"

#include <string>
#include <vector>

namespace naru::costing {

enum class ChangeKind { Added, Removed, Changed };

/// One function that differs between two counts.
struct FunctionChange {
    ChangeKind kind = ChangeKind::Changed;
    std::string id;
    std::string name;
    std::string before; ///< type and points, "EQ 3.9"; empty when added
    std::string after;
    std::string difference;              ///< function points, signed decimal text
    std::vector<std::string> reasonKeys; ///< text keys: type, complexity, state, counted, not counted any more
};

struct CountComparison {
    std::vector<FunctionChange> changes; ///< the largest difference first
    std::string before;                  ///< totals, decimal text
    std::string after;
    std::string difference;
};

/// What was added, changed and removed between two counts, and by how much each moved the total.
CountComparison compareCounts(const core::FunctionPointCount& before, const core::FunctionPointCount& after);

} // namespace naru::costing
