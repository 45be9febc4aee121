#pragma once

#include "core/base/Error.h"
#include "core/model/Partition.h"

#include <string>
#include <string_view>
#include <vector>

namespace naru::bench {

/// One line of a label file: Components,Type,Label.
struct LabelledItem {
    std::string name;
    core::MemberRole role = core::MemberRole::Class;
    std::string label;
};

/// Reads a label file; items labelled C (common), N, U and N/U are kept, score() leaves them out.
/// A role in the name, as in `order(jsp)`, wins over the type column. Errors: Malformed with the line.
core::Result<std::vector<LabelledItem>> readLabels(std::string_view csv, const std::string& origin);

struct Score {
    double mojoFm = 0;
    double ari = 0;
    std::size_t labelled = 0;           ///< items with a context label
    std::size_t placed = 0;             ///< of these, found in a context
    std::vector<std::string> missing;   ///< labelled items that are no members of the system
    std::vector<std::string> apart;     ///< labelled items that are shared, unused or unassigned
    std::vector<std::string> misplaced; ///< "item: label, mostly-label of its context"
};

/// Compares an alternative with labels. Items that are shared, unused or unassigned count as one cluster of
/// their own each kind; items that are no members are left out and listed. `without`: items with this label are left out.
Score score(const core::Alternative& alternative, const std::vector<LabelledItem>& labels, std::string_view without = {});

} // namespace naru::bench
