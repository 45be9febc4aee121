#include "analyzers/java/CodeElement.h"

#include <algorithm>

namespace naru::analyzers::java {

bool CodeWriter::isType(Syntax kind)
{
    switch (kind) {
    case Syntax::VoidType:
    case Syntax::IntegralType:
    case Syntax::FloatingType:
    case Syntax::BooleanType:
    case Syntax::TypeIdentifier:
    case Syntax::ScopedTypeIdentifier:
    case Syntax::GenericType:
    case Syntax::ArrayType:
    case Syntax::AnnotatedType:
        return true;
    default:
        return false;
    }
}

unsigned CodeWriter::dimensions(std::uint32_t node) const
{
    unsigned count = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        if (m_tree.kind(child) == Syntax::Dimensions)
            count += static_cast<unsigned>(std::ranges::count(m_context.textOf(child), '['));
    });
    return count;
}

std::uint32_t CodeWriter::type(std::uint32_t node, unsigned extraDimensions)
{
    const auto index = static_cast<std::uint32_t>(m_code.size());
    unsigned dims = extraDimensions;
    std::uint32_t at = node;
    for (bool wrapped = true; wrapped;) {
        const Syntax kind = m_tree.kind(at);
        std::uint32_t inner = 0;
        if (kind == Syntax::ArrayType) {
            dims += dimensions(at);
            inner = m_tree.firstChild(at);
        } else if (kind == Syntax::AnnotatedType) {
            m_tree.eachChild(at, [&](std::uint32_t child) { inner = child; });
        }
        wrapped = inner != 0;
        at = wrapped ? inner : at;
    }
    std::uint32_t typeArguments = 0;
    std::uint32_t name = at;
    if (m_tree.kind(at) == Syntax::GenericType) {
        typeArguments = m_tree.child(at, Syntax::TypeArguments);
        name = m_tree.firstChild(at) != 0 ? m_tree.firstChild(at) : at;
    }
    const Element element(*this, Op::Type, m_context.lineOf(at), m_context.dottedName(name), 0, std::min(dims, 255U));
    if (typeArguments == 0 || m_depth >= kDeepest)
        return index;
    ++m_depth;
    m_tree.eachChild(typeArguments, [&](std::uint32_t child) {
        if (isType(m_tree.kind(child)) || m_tree.kind(child) == Syntax::Wildcard) // not the brackets
            anyType(child);
    });
    --m_depth;
    return index;
}

void CodeWriter::anyType(std::uint32_t node)
{
    if (m_tree.kind(node) != Syntax::Wildcard) {
        type(node);
        return;
    }
    std::uint32_t bound = 0;
    bool lower = false;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        lower = lower || m_tree.kind(child) == Syntax::Super;
        bound = isType(m_tree.kind(child)) ? child : bound;
    });
    const Element element(*this, Op::Wildcard, m_context.lineOf(node), {}, 0, bound == 0 ? 0 : (lower ? 2 : 1));
    if (bound != 0)
        type(bound);
}

Range CodeWriter::types(std::uint32_t parent)
{
    Range range{static_cast<std::uint32_t>(m_code.size()), 0};
    m_tree.eachChild(parent, [&](std::uint32_t child) {
        if (isType(m_tree.kind(child))) {
            type(child);
            ++range.count;
        }
    });
    return range;
}

std::uint32_t CodeWriter::body(std::uint32_t block)
{
    const Element element(*this, Op::Block, m_context.lineOf(block));
    children(block);
    return element.index();
}

void CodeWriter::children(std::uint32_t node)
{
    m_tree.eachChild(node, [&](std::uint32_t child) { any(child); });
}

void CodeWriter::any(std::uint32_t node)
{
    if (m_tree.kind(node) >= Syntax::SymbolPlus)
        return; // operators and key words
    if (m_depth >= kDeepest) {
        m_context.facts.tooDeepLines.push_back(m_context.lineOf(node));
        return;
    }
    ++m_depth;
    statement(node);
    --m_depth;
}

void CodeWriter::statement(std::uint32_t node)
{
    const auto scoped = [&](Op op) {
        const Element element(*this, op, m_context.lineOf(node));
        children(node);
    };
    switch (m_tree.kind(node)) {
    case Syntax::None:
    case Syntax::BreakStatement:
    case Syntax::ContinueStatement:
    case Syntax::Modifiers:
    case Syntax::TypeArguments:
    case Syntax::Dimensions:
        return;
    case Syntax::Block:
    case Syntax::ConstructorBody:
    case Syntax::ForStatement:
    case Syntax::TryWithResources:
        scoped(Op::Block);
        return;
    case Syntax::Error:
    case Syntax::IfStatement:
    case Syntax::WhileStatement:
    case Syntax::DoStatement:
    case Syntax::SynchronizedStatement:
    case Syntax::ThrowStatement:
    case Syntax::AssertStatement:
    case Syntax::YieldStatement:
    case Syntax::TryStatement:
    case Syntax::FinallyClause:
    case Syntax::ResourceSpecification:
        scoped(Op::Group);
        return;
    case Syntax::ReturnStatement:
        scoped(Op::Return);
        return;
    case Syntax::ExpressionStatement:
        if (const std::uint32_t inner = m_tree.firstChild(node); inner != 0)
            any(inner);
        return;
    case Syntax::LabeledStatement: {
        const std::uint32_t label = m_tree.firstChild(node);
        m_tree.eachChild(node, [&](std::uint32_t child) {
            if (child != label)
                any(child);
        });
        return;
    }
    case Syntax::LocalVariable:
        localVariables(node);
        return;
    case Syntax::EnhancedFor:
        forEach(node);
        return;
    case Syntax::Resource:
        resource(node);
        return;
    case Syntax::CatchClause:
        catchClause(node);
        return;
    case Syntax::SwitchBlock:
        children(node);
        return;
    case Syntax::SwitchGroup:
    case Syntax::SwitchRule:
        scoped(Op::Case);
        return;
    case Syntax::SwitchLabel:
        caseLabels(node);
        return;
    case Syntax::Pattern:
    case Syntax::TypePattern:
    case Syntax::RecordPattern:
    case Syntax::RecordPatternComponent:
        pattern(node);
        return;
    case Syntax::ExplicitConstructorCall:
        explicitConstructorCall(node);
        return;
    case Syntax::ClassDeclaration:
    case Syntax::InterfaceDeclaration:
    case Syntax::EnumDeclaration:
    case Syntax::RecordDeclaration:
        leaf(Op::LocalType, node, core::StringId(declareLocal(node, kNone)));
        return;
    default:
        expression(node);
        return;
    }
}

void CodeWriter::localVariables(std::uint32_t node)
{
    std::uint32_t typeNode = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        if (typeNode == 0 && isType(m_tree.kind(child)))
            typeNode = child;
        if (m_tree.kind(child) != Syntax::VariableDeclarator || typeNode == 0)
            return;
        const std::uint32_t name = m_tree.firstChild(child);
        if (name == 0)
            return;
        const Element element(*this, Op::Local, m_context.lineOf(child), m_context.nameOf(name));
        type(typeNode, dimensions(child));
        m_tree.eachChild(child, [&](std::uint32_t part) {
            if (part != name && m_tree.kind(part) != Syntax::Dimensions)
                any(part);
        });
    });
}

void CodeWriter::forEach(std::uint32_t node)
{
    std::uint32_t typeNode = 0;
    std::uint32_t name = 0;
    std::vector<std::uint32_t> rest;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        const Syntax kind = m_tree.kind(child);
        if (kind == Syntax::Modifiers || kind == Syntax::Dimensions)
            return;
        if (typeNode == 0 && isType(kind))
            typeNode = child;
        else if (name == 0)
            name = child;
        else
            rest.push_back(child);
    });
    if (typeNode == 0 || name == 0)
        return;
    const Element element(*this, Op::ForEach, m_context.lineOf(node), m_context.nameOf(name));
    type(typeNode, dimensions(node));
    for (const std::uint32_t part : rest)
        any(part);
}

void CodeWriter::resource(std::uint32_t node)
{
    std::uint32_t typeNode = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) { typeNode = isType(m_tree.kind(child)) ? child : typeNode; });
    if (typeNode == 0) {
        children(node);
        return;
    }
    std::uint32_t name = 0;
    std::uint32_t value = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        const Syntax kind = m_tree.kind(child);
        if (child > typeNode && kind != Syntax::Dimensions)
            (name == 0 ? name : value) = child;
    });
    const Element element(*this, Op::Local, m_context.lineOf(node), name != 0 ? m_context.nameOf(name) : core::StringId(0U));
    type(typeNode, dimensions(node));
    if (value != 0)
        any(value);
}

void CodeWriter::catchClause(std::uint32_t node)
{
    const Element element(*this, Op::Catch, m_context.lineOf(node));
    const std::uint32_t header = m_tree.child(node, Syntax::CatchParameter);
    if (header != 0) {
        if (const std::uint32_t name = m_tree.child(header, Syntax::Identifier); name != 0)
            (*element).text = m_context.nameOf(name).value;
        if (const std::uint32_t list = m_tree.child(header, Syntax::CatchType); list != 0)
            (*element).extra = static_cast<std::uint16_t>(types(list).count);
    }
    m_tree.eachChild(node, [&](std::uint32_t child) {
        if (child != header)
            any(child);
    });
}

void CodeWriter::caseLabels(std::uint32_t node)
{
    m_tree.eachChild(node, [&](std::uint32_t child) {
        if (m_tree.kind(child) == Syntax::Guard)
            children(child);
        else
            any(child);
    });
}

void CodeWriter::pattern(std::uint32_t node)
{
    if (m_tree.kind(node) == Syntax::Pattern) {
        children(node);
        return;
    }
    if (m_tree.kind(node) == Syntax::RecordPattern) {
        const Element element(*this, Op::RecordPattern, m_context.lineOf(node));
        const std::uint32_t named = m_tree.firstChild(node);
        if (named != 0)
            anyType(named);
        if (const std::uint32_t parts = m_tree.child(node, Syntax::RecordPatternBody); parts != 0)
            children(parts);
        return;
    }
    std::uint32_t named = 0;
    std::uint32_t name = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) { (named == 0 ? named : name) = child; });
    if (named == 0 || name == 0)
        return;
    const Element element(*this, Op::Pattern, m_context.lineOf(name), m_context.nameOf(name));
    anyType(named);
}

} // namespace naru::analyzers::java
