#pragma once

#include "analyzers/java/JavaFacts.h"
#include "analyzers/spi/CodeIndex.h"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

/// Where the lines of a file went that says what it said before: comments, empty lines and other layout have changed.
class LineMap {
public:
    /// Empty when the facts differ in more than their lines, or when what stood on one line no longer does, or the other way round.
    static std::optional<LineMap> between(java::FileFacts before, java::FileFacts after);

    /// The new line of an old one: that of a fact on it, or of a line between two facts that moved alike. Empty for any other.
    [[nodiscard]] std::optional<std::uint32_t> operator()(std::uint32_t line) const;

private:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_lines; ///< (before, after) of the lines with facts, both ascending
};

/// Moves every place of the given files in the index. Nothing else changes, and neither does any order: lines keep theirs. False when a
/// line is not known; then some places have moved and some have not.
bool moveLines(CodeIndex& index, const std::map<core::FileId, LineMap>& maps);

} // namespace naru::analyzers::graph
