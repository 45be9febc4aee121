#include "analyzers/java/CodeElement.h"
#include "analyzers/java/StringLiterals.h"

#include <vector>

namespace naru::analyzers::java {

std::uint32_t CodeWriter::leaf(Op op, std::uint32_t node, core::StringId text, std::uint16_t extra)
{
    const Element element(*this, op, m_context.lineOf(node), text, extra);
    return element.index();
}

std::uint32_t CodeWriter::expression(std::uint32_t node)
{
    const auto index = static_cast<std::uint32_t>(m_code.size());
    while (m_tree.kind(node) == Syntax::ParenthesizedExpression) { // without recursion: generated code nests them deeply
        const std::uint32_t inner = m_tree.firstChild(node);
        if (inner == 0)
            break;
        node = inner;
    }
    if (m_depth >= kDeepest) {
        m_context.facts.tooDeepLines.push_back(m_context.lineOf(node));
        return leaf(Op::Group, node);
    }
    ++m_depth;
    value(node);
    --m_depth;
    return index;
}

void CodeWriter::value(std::uint32_t node)
{
    switch (m_tree.kind(node)) {
    case Syntax::Identifier:
        leaf(Op::Name, node, m_context.nameOf(node));
        return;
    case Syntax::This:
        leaf(Op::This, node);
        return;
    case Syntax::Super:
        leaf(Op::Super, node);
        return;
    case Syntax::FieldAccess:
    case Syntax::ScopedIdentifier:
        fieldAccess(node);
        return;
    case Syntax::MethodInvocation:
        call(node);
        return;
    case Syntax::ObjectCreation:
        creation(node);
        return;
    case Syntax::ArrayCreation:
        arrayCreation(node);
        return;
    case Syntax::BinaryExpression:
        binary(node);
        return;
    case Syntax::AssignmentExpression:
        assignment(node);
        return;
    case Syntax::InstanceofExpression:
        instanceOf(node);
        return;
    case Syntax::CastExpression:
        cast(node);
        return;
    case Syntax::LambdaExpression:
        lambda(node);
        return;
    case Syntax::MethodReference:
        methodReference(node);
        return;
    case Syntax::StringLiteral:
        stringLiteral(node);
        return;
    case Syntax::DecimalInteger:
    case Syntax::HexInteger:
    case Syntax::OctalInteger:
    case Syntax::BinaryInteger: {
        const std::string_view text = m_context.textOf(node);
        literal(node, text.ends_with('l') || text.ends_with('L') ? LiteralKind::Long : LiteralKind::Int);
        return;
    }
    case Syntax::DecimalFloat:
    case Syntax::HexFloat: {
        const std::string_view text = m_context.textOf(node);
        literal(node, text.ends_with('f') || text.ends_with('F') ? LiteralKind::Float : LiteralKind::Double);
        return;
    }
    case Syntax::TrueLiteral:
    case Syntax::FalseLiteral:
        literal(node, LiteralKind::Boolean);
        return;
    case Syntax::NullLiteral:
        literal(node, LiteralKind::Null);
        return;
    case Syntax::CharacterLiteral:
        literal(node, LiteralKind::Char);
        return;
    case Syntax::SwitchExpression: {
        const Element element(*this, Op::Switch, m_context.lineOf(node));
        children(node);
        return;
    }
    case Syntax::TernaryExpression:
    case Syntax::ArrayAccess:
    case Syntax::UpdateExpression: {
        const Syntax kind = m_tree.kind(node);
        const Op op = kind == Syntax::TernaryExpression ? Op::Ternary : kind == Syntax::ArrayAccess ? Op::Index : Op::Update;
        const Element element(*this, op, m_context.lineOf(node));
        children(node);
        return;
    }
    case Syntax::UnaryExpression: {
        const Element element(*this, Op::Unary, m_context.lineOf(node), {},
                              static_cast<std::uint16_t>(m_tree.child(node, Syntax::SymbolNot) != 0 ? Operator::Not : Operator::Negate));
        children(node);
        return;
    }
    case Syntax::ArrayInitializer:
    case Syntax::ElementValueArray: {
        const Element element(*this, Op::ArrayInit, m_context.lineOf(node));
        children(node);
        return;
    }
    case Syntax::ClassLiteral: {
        const Element element(*this, Op::ClassLit, m_context.lineOf(node));
        if (const std::uint32_t named = m_tree.firstChild(node); named != 0)
            anyType(named);
        return;
    }
    case Syntax::Annotation:
    case Syntax::MarkerAnnotation: {
        const std::uint32_t name = m_tree.firstChild(node);
        leaf(Op::AnnotationValue, node, name != 0 ? m_context.dottedName(name) : core::StringId());
        return;
    }
    default: {
        if (isType(m_tree.kind(node))) {
            type(node);
            return;
        }
        const Element element(*this, Op::Group, m_context.lineOf(node));
        children(node);
    }
    }
}

void CodeWriter::literal(std::uint32_t node, LiteralKind kind)
{
    // Numbers keep their text: constants are folded into strings and URLs.
    const core::StringId text = kind == LiteralKind::Null ? core::StringId() : m_context.nameOf(node);
    leaf(Op::Literal, node, text, static_cast<std::uint16_t>(kind));
}

/// "a \{x} b" of a string template: "a " + x + " b".
void CodeWriter::interpolated(std::uint32_t node)
{
    const Element sum(*this, Op::Binary, m_context.lineOf(node), {}, static_cast<std::uint16_t>(Operator::Add));
    const std::string_view text = m_context.textOf(node);
    const std::size_t quotes = text.starts_with("\"\"\"") ? 3 : 1;
    std::size_t at = quotes;
    const auto piece = [&](std::size_t end) {
        if (end > at)
            leaf(Op::Literal, node, m_context.intern(unescape("\"" + std::string(text.substr(at, end - at)) + "\"")),
                 static_cast<std::uint16_t>(LiteralKind::String));
    };
    m_tree.eachChild(node, [&](std::uint32_t child) {
        if (m_tree.kind(child) != Syntax::StringInterpolation)
            return;
        const std::string_view inner = m_context.textOf(child);
        const auto start = static_cast<std::size_t>(inner.data() - text.data());
        piece(start);
        at = start + inner.size();
        m_tree.eachChild(child, [&](std::uint32_t part) { expression(part); });
    });
    piece(text.size() >= at + quotes ? text.size() - quotes : at);
}

void CodeWriter::stringLiteral(std::uint32_t node)
{
    const std::string_view text = m_context.textOf(node);
    if (text.contains("\\{") && m_tree.child(node, Syntax::StringInterpolation) != 0) {
        interpolated(node);
        return;
    }
    leaf(Op::Literal, node, m_context.intern(isPlainLiteral(text) ? text.substr(1, text.size() - 2) : std::string_view(unescape(text))),
         static_cast<std::uint16_t>(LiteralKind::String));
}

void CodeWriter::fieldAccess(std::uint32_t node)
{
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool throughSuper = false;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        first = first == 0 ? child : first;
        throughSuper = throughSuper || (child != first && m_tree.kind(child) == Syntax::Super);
        last = child;
    });
    if (first == 0 || first == last) {
        leaf(Op::Group, node);
        return;
    }
    if (m_tree.kind(last) == Syntax::This || m_tree.kind(last) == Syntax::Super) {
        leaf(m_tree.kind(last) == Syntax::This ? Op::This : Op::Super, node, m_context.dottedName(first));
        return;
    }
    const Element element(*this, Op::Field, m_context.lineOf(last), m_context.nameOf(last));
    if (throughSuper)
        leaf(Op::Super, first, m_context.dottedName(first));
    else
        expression(first);
}

Operator CodeWriter::operatorOf(Syntax kind) const
{
    switch (kind) {
    case Syntax::SymbolPlus:
        return Operator::Add;
    case Syntax::SymbolMinus:
    case Syntax::SymbolStar:
    case Syntax::SymbolSlash:
    case Syntax::SymbolPercent:
        return Operator::Arithmetic;
    case Syntax::SymbolShiftLeft:
    case Syntax::SymbolShiftRight:
    case Syntax::SymbolShiftRightUnsigned:
        return Operator::Shift;
    case Syntax::SymbolAnd:
    case Syntax::SymbolOr:
    case Syntax::SymbolXor:
        return Operator::Bit;
    case Syntax::SymbolAndAnd:
    case Syntax::SymbolOrOr:
        return Operator::Logic;
    case Syntax::SymbolLess:
    case Syntax::SymbolGreater:
    case Syntax::SymbolLessEqual:
    case Syntax::SymbolGreaterEqual:
    case Syntax::SymbolEqual:
    case Syntax::SymbolNotEqual:
        return Operator::Compare;
    default:
        return Operator::None;
    }
}

void CodeWriter::binary(std::uint32_t node)
{
    // The left spine of a chain like a + b + c ... is followed in a loop: concatenated SQL can have hundreds of parts.
    struct Parts {
        std::uint32_t left = 0;
        std::uint32_t right = 0;
        Operator op = Operator::None;
    };
    const auto split = [&](std::uint32_t at) {
        Parts parts;
        m_tree.eachChild(at, [&](std::uint32_t child) {
            const Operator op = operatorOf(m_tree.kind(child));
            if (op != Operator::None)
                parts.op = op;
            else
                (parts.left == 0 ? parts.left : parts.right) = child;
        });
        return parts;
    };
    Parts parts = split(node);
    const Operator op = parts.op;
    std::vector<std::uint32_t> rights;
    std::uint32_t left = parts.left;
    rights.push_back(parts.right);
    while (left != 0 && m_tree.kind(left) == Syntax::BinaryExpression) {
        parts = split(left);
        if (parts.op != op)
            break;
        rights.push_back(parts.right);
        left = parts.left;
    }
    const Element element(*this, Op::Binary, m_context.lineOf(node), {}, static_cast<std::uint16_t>(op));
    if (left != 0)
        expression(left);
    for (auto right = rights.rbegin(); right != rights.rend(); ++right)
        if (*right != 0)
            expression(*right);
}

void CodeWriter::assignment(std::uint32_t node)
{
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        if (m_tree.kind(child) != Syntax::SymbolAddAssign)
            (left == 0 ? left : right) = child;
    });
    Operator op = Operator::None;
    if (m_tree.child(node, Syntax::SymbolAddAssign) != 0)
        op = Operator::Add;
    else if (left != 0 && right != 0) { // other compound operators are no nodes of the flat tree
        const std::uint32_t from = m_tree.nodes[left].end;
        const std::string_view between = m_context.text.substr(from, m_tree.nodes[right].start - from);
        const std::size_t equals = between.find('=');
        if (equals != std::string_view::npos && equals > 0 && std::string_view("-*/&|^%<>").contains(between[equals - 1]))
            op = Operator::Arithmetic;
    }
    const Element element(*this, Op::Assign, m_context.lineOf(node), {}, static_cast<std::uint16_t>(op));
    if (left != 0)
        expression(left);
    if (right != 0)
        expression(right);
}

void CodeWriter::instanceOf(std::uint32_t node)
{
    const Element element(*this, Op::InstanceOf, m_context.lineOf(node));
    std::vector<std::uint32_t> parts;
    m_tree.eachChild(node, [&](std::uint32_t child) { parts.push_back(child); });
    if (parts.empty())
        return;
    expression(parts[0]);
    if (parts.size() == 1)
        return;
    if (m_tree.kind(parts[1]) == Syntax::RecordPattern) {
        pattern(parts[1]);
    } else if (parts.size() > 2 && m_tree.kind(parts[2]) == Syntax::Identifier) {
        const Element bound(*this, Op::Pattern, m_context.lineOf(parts[2]), m_context.nameOf(parts[2]));
        anyType(parts[1]);
    } else {
        anyType(parts[1]);
    }
}

void CodeWriter::cast(std::uint32_t node)
{
    const Element element(*this, Op::Cast, m_context.lineOf(node));
    std::uint32_t named = 0;
    std::uint32_t operand = 0;
    m_tree.eachChild(node, [&](std::uint32_t child) {
        if (named == 0)
            named = child;
        operand = child;
    });
    if (named == 0 || operand == named)
        return;
    anyType(named);
    expression(operand);
}

} // namespace naru::analyzers::java
