#pragma once

#include "analyzers/java/Interner.h"
#include "analyzers/java/JavaFacts.h"

#include <algorithm>
#include <deque>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace naru::analyzers::bytecode {

/// One element of code while it is put together from instructions: java::Code with its children.
struct Node {
    java::Op op = java::Op::Group;
    std::uint8_t flags = 0;
    std::uint16_t extra = 0;
    std::uint32_t text = core::StringId::kNone;
    std::uint32_t line = 0;
    std::uint16_t depth = 1;
    bool wide = false;          ///< a long or double: two places of the operand stack
    bool pure = false;          ///< nothing happens when it is left out or read twice
    bool unfinished = false;    ///< a `new` whose constructor was not called yet
    const Node* type = nullptr; ///< a Type, when the static type is a reference and known
    std::vector<Node*> children;
};

/// Owns the nodes of one file.
class NodePool {
public:
    explicit NodePool(java::Interner& intern) : m_intern(intern) {}

    Node* make(java::Op op, std::uint32_t line, std::initializer_list<Node*> children = {})
    {
        Node& node = m_nodes.emplace_back();
        node.op = op;
        node.line = line;
        for (Node* child : children)
            add(node, child);
        return &node;
    }
    Node* named(java::Op op, std::uint32_t line, std::string_view text, std::initializer_list<Node*> children = {})
    {
        Node* node = make(op, line, children);
        node->text = m_intern(text).value;
        return node;
    }
    Node* literal(java::LiteralKind kind, std::uint32_t line, std::string_view text)
    {
        Node* node = named(java::Op::Literal, line, text);
        node->extra = static_cast<std::uint16_t>(kind);
        node->pure = true;
        return node;
    }
    static void add(Node& parent, Node* child)
    {
        parent.children.push_back(child);
        parent.depth = std::max<std::uint16_t>(parent.depth, static_cast<std::uint16_t>(child->depth + 1));
    }
    [[nodiscard]] java::Interner& intern() { return m_intern; }

    /// Appends a node with its children; returns its index.
    static std::uint32_t write(const Node& node, std::vector<java::Code>& code)
    {
        const auto index = static_cast<std::uint32_t>(code.size());
        code.push_back({node.op, node.flags, node.extra, 1, node.text, node.line});
        for (const Node* child : node.children)
            write(*child, code);
        code[index].size = static_cast<std::uint32_t>(code.size()) - index;
        return index;
    }

private:
    java::Interner& m_intern;
    std::deque<Node> m_nodes;
};

} // namespace naru::analyzers::bytecode
