#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::sql {

/// A script of routines made plain: what parts statements in some clients (DELIMITER of MySQL, lines of GO and `/`, quotes of dollars
/// of PostgreSQL) is blanked out or replaced by `;`. Every character keeps its place.
struct RoutineText {
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> dollarBodies; ///< begin and end of $tag$...$tag$, in order
    std::vector<std::size_t> separators;                           ///< offsets of lines that are only GO or `/`, in order
    bool goLines = false;                                          ///< T-SQL: batches end at GO
};

RoutineText plainRoutineText(std::string_view text);

/// A cheap look: could there be a routine in this script?
bool mentionsRoutine(std::string_view text);

} // namespace naru::analyzers::sql
