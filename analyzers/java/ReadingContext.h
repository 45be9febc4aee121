#pragma once

#include "analyzers/java/FlatTree.h"
#include "analyzers/java/Interner.h"
#include "analyzers/java/JavaFacts.h"

#include <string_view>
#include <vector>

namespace naru::analyzers::java {

/// A local or anonymous class met in a body; its members are read after the body is done.
struct PendingType {
    std::uint32_t node = 0;
    std::uint32_t type = 0;
};

/// What stands for `this` and `super` while a file is parsed where they call a constructor after other statements (Java 25), which the
/// grammar does not know: names of the same length.
inline constexpr std::string_view kLateThis = "thi$";
inline constexpr std::string_view kLateSuper = "supe$";

/// What the readers of one file share.
struct ReadingContext {
    std::string_view text;
    const FlatTree& tree;
    Interner& intern;
    FileFacts& facts;
    std::vector<PendingType> pending;
    std::uint32_t currentType = kNone;
    std::uint32_t currentMember = kNone;

    ReadingContext(std::string_view source, const FlatTree& syntax, Interner& interner, FileFacts& out);

    [[nodiscard]] std::string_view textOf(std::uint32_t node) const
    {
        return text.substr(tree.nodes[node].start, tree.nodes[node].end - tree.nodes[node].start);
    }
    [[nodiscard]] core::StringId nameOf(std::uint32_t node) { return intern(textOf(node)); }
    /// A dotted name without the white space and annotations that may stand in it.
    [[nodiscard]] core::StringId dottedName(std::uint32_t node);
    /// 1-based line of a byte offset; fast when asked for nearby places in turn.
    [[nodiscard]] std::uint32_t lineAt(std::uint32_t offset);
    [[nodiscard]] std::uint32_t lineOf(std::uint32_t node) { return lineAt(tree.nodes[node].start); }
    [[nodiscard]] std::uint32_t endLineOf(std::uint32_t node);

private:
    std::vector<std::uint32_t> m_lineStarts;
    std::size_t m_lastLine = 0;
};

} // namespace naru::analyzers::java
