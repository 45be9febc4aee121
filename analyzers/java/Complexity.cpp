#include "analyzers/java/Complexity.h"

#include <algorithm>
#include <limits>

namespace naru::analyzers::java {

namespace {

bool isClassLike(Syntax kind)
{
    return kind == Syntax::ClassBody || kind == Syntax::InterfaceBody || kind == Syntax::EnumBody;
}

class CognitiveCounter {
public:
    CognitiveCounter(const FlatTree& tree, std::string_view text, std::string_view method) : m_tree(tree), m_text(text), m_method(method) {}

    void visitChildren(std::uint32_t node, unsigned nesting)
    {
        constexpr unsigned kDeepest = 1000;
        if (m_depth >= kDeepest)
            return;
        ++m_depth;
        m_tree.eachChild(node, [&](std::uint32_t child) { visit(child, nesting); });
        --m_depth;
    }
    [[nodiscard]] unsigned total() const { return m_total; }

private:
    void visit(std::uint32_t node, unsigned nesting)
    {
        const Syntax kind = m_tree.kind(node);
        switch (kind) {
        case Syntax::IfStatement:
            ifStatement(node, nesting, false);
            return;
        case Syntax::TernaryExpression:
        case Syntax::SwitchExpression:
        case Syntax::ForStatement:
        case Syntax::EnhancedFor:
        case Syntax::WhileStatement:
        case Syntax::DoStatement:
        case Syntax::CatchClause:
            m_total += 1 + nesting;
            visitChildren(node, nesting + 1);
            return;
        case Syntax::LambdaExpression:
            visitChildren(node, nesting + 1);
            return;
        case Syntax::BreakStatement:
        case Syntax::ContinueStatement:
            if (m_tree.firstChild(node) != 0) // with a label
                ++m_total;
            return;
        case Syntax::BinaryExpression: {
            if (const Syntax op = logicOf(node); op != Syntax::None)
                logic(node, op, nesting);
            else
                visitChildren(node, nesting);
            return;
        }
        case Syntax::MethodInvocation:
            if (isRecursion(node))
                ++m_total;
            visitChildren(node, nesting);
            return;
        default:
            if (!isClassLike(kind))
                visitChildren(node, nesting);
        }
    }

    void ifStatement(std::uint32_t node, unsigned nesting, bool isElseIf)
    {
        for (bool more = true; more;) { // an else-if ladder in a loop, not by recursion
            more = false;
            m_total += isElseIf ? 1 : 1 + nesting;
            std::uint32_t parts[3] = {};
            std::size_t count = 0;
            m_tree.eachChild(node, [&](std::uint32_t child) {
                if (count < 3)
                    parts[count++] = child;
            });
            if (count > 0)
                visit(parts[0], nesting);
            if (count > 1)
                visitChildrenOf(parts[1], nesting + 1);
            if (count < 3)
                return;
            if (m_tree.kind(parts[2]) == Syntax::IfStatement) {
                node = parts[2];
                isElseIf = true;
                more = true;
            } else {
                ++m_total;
                visitChildrenOf(parts[2], nesting + 1);
            }
        }
    }

    void visitChildrenOf(std::uint32_t statement, unsigned nesting)
    {
        if (m_tree.kind(statement) == Syntax::Block)
            visitChildren(statement, nesting);
        else
            visit(statement, nesting);
    }

    [[nodiscard]] Syntax logicOf(std::uint32_t node) const
    {
        if (m_tree.child(node, Syntax::SymbolAndAnd) != 0)
            return Syntax::SymbolAndAnd;
        return m_tree.child(node, Syntax::SymbolOrOr) != 0 ? Syntax::SymbolOrOr : Syntax::None;
    }

    /// A run of the same operator counts once.
    void logic(std::uint32_t node, Syntax op, unsigned nesting)
    {
        ++m_total;
        for (bool more = true; more;) {
            more = false;
            std::uint32_t left = 0;
            m_tree.eachChild(node, [&](std::uint32_t child) {
                if (left == 0) {
                    left = child;
                } else if (m_tree.kind(child) < Syntax::SymbolPlus) {
                    visit(child, nesting);
                }
            });
            if (left != 0 && m_tree.kind(left) == Syntax::BinaryExpression && logicOf(left) == op) {
                node = left;
                more = true;
            } else if (left != 0) {
                visit(left, nesting);
            }
        }
    }

    [[nodiscard]] bool isRecursion(std::uint32_t node) const
    {
        const std::uint32_t first = m_tree.firstChild(node);
        if (first == 0 || m_tree.kind(first) != Syntax::Identifier)
            return false;
        const std::uint32_t second = m_tree.nodes[first].next;
        if (second >= m_tree.nodes[node].next || m_tree.kind(second) != Syntax::ArgumentList)
            return false;
        return m_text.substr(m_tree.nodes[first].start, m_tree.nodes[first].end - m_tree.nodes[first].start) == m_method;
    }

    const FlatTree& m_tree;
    std::string_view m_text;
    std::string_view m_method;
    unsigned m_total = 0;
    unsigned m_depth = 0;
};

std::uint16_t bounded(std::size_t value)
{
    return static_cast<std::uint16_t>(std::min<std::size_t>(value, std::numeric_limits<std::uint16_t>::max()));
}

} // namespace

Complexity complexityOf(const FlatTree& tree, std::string_view text, std::uint32_t block, core::StringId method, Interner& intern)
{
    std::size_t decisions = 0;
    bool cognitive = false;
    const std::uint32_t end = tree.nodes[block].next;
    for (std::uint32_t i = block + 1; i < end;) {
        const Syntax kind = tree.kind(i);
        if (isClassLike(kind)) {
            i = tree.nodes[i].next;
            continue;
        }
        switch (kind) {
        case Syntax::IfStatement:
        case Syntax::ForStatement:
        case Syntax::EnhancedFor:
        case Syntax::WhileStatement:
        case Syntax::DoStatement:
        case Syntax::CatchClause:
        case Syntax::TernaryExpression:
        case Syntax::SymbolAndAnd:
        case Syntax::SymbolOrOr:
            ++decisions;
            break;
        case Syntax::SwitchLabel:
            if (tree.firstChild(i) != 0) // `default` has none
                ++decisions;
            break;
        case Syntax::SwitchExpression:
        case Syntax::LambdaExpression:
        case Syntax::BreakStatement:
        case Syntax::MethodInvocation:
            cognitive = true;
            break;
        default:
            break;
        }
        ++i;
    }
    Complexity result;
    result.cyclomatic = bounded(decisions + 1);
    if (decisions == 0 && !cognitive)
        return result;
    CognitiveCounter counter(tree, text, intern.pool().view(method));
    counter.visitChildren(block, 0);
    result.cognitive = bounded(counter.total());
    return result;
}

} // namespace naru::analyzers::java
