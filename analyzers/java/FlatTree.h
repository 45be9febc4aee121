#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace naru::analyzers::java {

/// The kinds of syntax nodes that are kept of a parse tree.
enum class Syntax : std::uint8_t {
    None, ///< dropped (punctuation and the like)
    Error,
#define NARU_SYNTAX(name, text, named) name,
#include "analyzers/java/SyntaxKinds.def"
#undef NARU_SYNTAX
    Count
};

/// A node of the flattened tree, in pre-order: the first child follows its parent, `next` is the index behind the subtree.
struct FlatNode {
    Syntax kind = Syntax::None;
    std::uint8_t missing = 0; ///< inserted by error recovery
    std::uint32_t start = 0;  ///< byte offsets
    std::uint32_t end = 0;
    std::uint32_t next = 0;
};

struct ByteRange {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
};

/// A parse tree as one array: cheap to walk many times, and reused from file to file.
struct FlatTree {
    std::vector<FlatNode> nodes;
    std::vector<ByteRange> docComments; ///< "/** ... */", by place
    std::size_t faults = 0;             ///< nodes that are errors, or were inserted by error recovery

    /// Calls f(index) for each child.
    template <typename F> void eachChild(std::uint32_t parent, F&& f) const
    {
        for (std::uint32_t child = parent + 1; child < nodes[parent].next; child = nodes[child].next)
            f(child);
    }
    /// The first child of a kind, or 0 (the root is nobody's child).
    [[nodiscard]] std::uint32_t child(std::uint32_t parent, Syntax kind) const
    {
        for (std::uint32_t child = parent + 1; child < nodes[parent].next; child = nodes[child].next)
            if (nodes[child].kind == kind)
                return child;
        return 0;
    }
    [[nodiscard]] std::uint32_t firstChild(std::uint32_t parent) const { return parent + 1 < nodes[parent].next ? parent + 1 : 0; }
    [[nodiscard]] Syntax kind(std::uint32_t node) const { return nodes[node].kind; }
};

/// A Java parser with its buffers. One per thread; not shared.
class JavaParser {
public:
    JavaParser();
    JavaParser(const JavaParser&) = delete;
    JavaParser& operator=(const JavaParser&) = delete;
    ~JavaParser();

    /// Parses UTF-8 text. The tree is valid until the next call; null when the parser gave up: text that is no Java
    /// may take it minutes, which it does not get.
    const FlatTree* parse(std::string_view text);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace naru::analyzers::java
