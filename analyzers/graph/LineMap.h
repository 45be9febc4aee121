#pragma once

#include "analyzers/java/JavaFacts.h"
#include "analyzers/spi/CodeIndex.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace naru::analyzers::graph {

/// A line of a file and where it went.
struct MovedLine {
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    friend auto operator<=>(const MovedLine&, const MovedLine&) = default;
};

/// Where the lines of a file went that says what it said before: comments, empty lines and other layout have changed.
struct LineMap {
    std::vector<MovedLine> lines; ///< of the lines with facts; both ascending

    /// Empty when the facts differ in more than their lines, or when what stood on one line no longer does, or the other way round.
    static std::optional<LineMap> between(java::FileFacts before, java::FileFacts after);

    /// The new line of an old one: that of a fact on it, or of a line between two facts that moved alike. Empty for any other.
    [[nodiscard]] std::optional<std::uint32_t> operator()(std::uint32_t line) const;
};

/// A file whose layout has changed.
struct MovedFile {
    core::FileId id;
    core::Fingerprint content;
    std::uint64_t bytes = 0;
    std::uint32_t lines = 0;
    LineMap map;
};

/// What makes the result of one run that of the next, where only layout has changed.
struct LayoutChange {
    std::vector<MovedFile> files; ///< by id
    core::Fingerprint source;     ///< CodeModel::source from now on
};

/// Moves every place of the files in the index. Nothing else changes, and neither does any order: lines keep theirs. False when a line
/// is not known; then some places have moved and some have not.
bool apply(const LayoutChange& change, CodeIndex& index);

} // namespace naru::analyzers::graph
