#include "analyzers/bytecode/BodyDecoder.h"

#include <algorithm>
#include <bit>

namespace naru::analyzers::bytecode {

using java::LiteralKind;
using java::Op;
using java::Operator;

namespace {

/// Of the four kinds int, long, float, double the second and the fourth take two places.
bool wideKind(unsigned kind)
{
    return kind == 1 || kind == 3;
}

LiteralKind numberKind(unsigned kind)
{
    constexpr LiteralKind kKinds[] = {LiteralKind::Int, LiteralKind::Long, LiteralKind::Float, LiteralKind::Double};
    return kKinds[kind & 3U];
}

} // namespace

void BodyDecoder::instruction(std::uint8_t op)
{
    const auto number = [&](unsigned kind, std::int64_t value) {
        Node* literal = m_nodes.literal(numberKind(kind), m_line, std::to_string(value) + (kind == 1 ? "L" : kind == 2 ? "f" : ""));
        literal->wide = wideKind(kind);
        push(literal);
    };
    if (op == 1)
        push(m_nodes.literal(LiteralKind::Null, m_line, "null"));
    else if (op >= 2 && op <= 8)
        number(0, op - 3);
    else if (op >= 9 && op <= 15)
        number(op <= 10 ? 1 : op <= 13 ? 2 : 3, op <= 10 ? op - 9 : op <= 13 ? op - 11 : op - 14);
    else if (op == 16)
        number(0, static_cast<std::int8_t>(m_in.u1()));
    else if (op == 17)
        number(0, m_in.s2());
    else if (op == 18)
        constantInstruction(m_in.u1());
    else if (op == 19 || op == 20)
        constantInstruction(m_in.u2());
    else if (op >= 21 && op <= 25)
        load(m_in.u1(), wideKind(op - 21U));
    else if (op >= 26 && op <= 45)
        load((op - 26U) % 4, wideKind((op - 26U) / 4));
    else if (op >= 46 && op <= 53) {
        Node* index = pop();
        Node* array = pop();
        Node* element = make(Op::Index, {array, index});
        element->wide = op == 47 || op == 49;
        element->pure = array->pure && index->pure;
        push(bounded(element));
    } else if (op >= 54 && op <= 58)
        store(m_in.u1());
    else if (op >= 59 && op <= 78)
        store((op - 59U) % 4);
    else if (op >= 79 && op <= 86)
        arrayStore();
    else if (op >= 87 && op <= 95)
        stackInstruction(op);
    else if (op >= 96 && op <= 152)
        arithmetic(op);
    else if ((op >= 153 && op <= 166) || op == 198 || op == 199) {
        const std::int64_t target = std::int64_t{m_pc} + m_in.s2();
        condition(op >= 159 && op <= 166 ? 2 : 1);
        jump(target, true);
    } else if (op == 167 || op == 200)
        jump(std::int64_t{m_pc} + (op == 167 ? m_in.s2() : m_in.s4()), false);
    else if (op == 168 || op == 201) { // jsr of old compilers: the subroutine is read where it stands
        m_in.skip(op == 168 ? 2 : 4);
    } else if (op == 169)
        m_in.skip(1);
    else if (op == 170 || op == 171)
        switchInstruction(op == 170);
    else if (op >= 172 && op <= 177) {
        Node* value = op == 177 ? nullptr : pop();
        if (m_inlined)
            m_result = value;
        else if (value != nullptr)
            emit(make(Op::Return, {value}));
        jump(-1, false);
    } else if (op >= 178 && op <= 181)
        fieldInstruction(op);
    else if (op >= 182 && op <= 185)
        invoke(op);
    else if (op == 186)
        invokeDynamic();
    else if (op == 187) {
        Node* created = make(Op::New, {m_types.classNamed(m_file.named(m_in.u2()))});
        created->unfinished = true;
        created->type = created->children.front();
        push(created);
    } else if (op == 188) {
        constexpr std::string_view kTags = "ZCFDBSIJ";
        const unsigned tag = m_in.u1();
        const char letter = tag >= 4 && tag < 12 ? kTags[tag - 4] : 'I';
        newArray(m_types.type(std::string{'[', letter}), 1);
    } else if (op == 189) {
        const std::string_view element = m_file.named(m_in.u2());
        newArray(m_types.type(element.starts_with('[') ? "[" + std::string(element) : "[L" + std::string(element) + ";"), 1);
    } else if (op == 197) {
        Node* type = m_types.classNamed(m_file.named(m_in.u2()));
        newArray(type, m_in.u1());
    } else if (op == 190) {
        Node* length = m_nodes.named(Op::Field, m_line, "length", {pop()});
        length->pure = length->children.front()->pure;
        push(length);
    } else if (op == 191) {
        emit(pop());
        jump(-1, false);
    } else if (op == 192) {
        Node* type = m_types.classNamed(m_file.named(m_in.u2()));
        Node* value = pop();
        Node* cast = make(Op::Cast, {type, value});
        cast->type = type;
        cast->pure = value->pure;
        push(bounded(cast));
    } else if (op == 193) {
        Node* type = m_types.classNamed(m_file.named(m_in.u2()));
        push(bounded(make(Op::InstanceOf, {pop(), type})));
    } else if (op == 194 || op == 195)
        drop(pop());
    else if (op == 196)
        wideInstruction();
}

void BodyDecoder::wideInstruction()
{
    const std::uint8_t op = m_in.u1();
    const unsigned slot = m_in.u2();
    if (op >= 21 && op <= 25)
        load(slot, wideKind(op - 21U));
    else if (op >= 54 && op <= 58)
        store(slot);
    else if (op == 132) {
        increment(slot);
        m_in.skip(2);
    }
}

Node* constantNode(const ClassFile& file, std::uint32_t index, NodePool& nodes, std::uint32_t line)
{
    const Constant& constant = file.constant(index);
    switch (constant.tag) {
    case ConstantTag::String: {
        Node* text = nodes.literal(LiteralKind::String, line, fromModifiedUtf8(file.named(index)));
        text->type = nodes.named(Op::Type, line, "String");
        return text;
    }
    case ConstantTag::Class: {
        Node* type = nodes.make(Op::ClassLit, line, {SignatureReader(file, nodes, line).classNamed(file.named(index))});
        type->pure = true;
        return type;
    }
    case ConstantTag::Long: {
        Node* number = nodes.literal(LiteralKind::Long, line, std::to_string(static_cast<std::int64_t>(constant.number)) + "L");
        number->wide = true;
        return number;
    }
    case ConstantTag::Float:
        return nodes.literal(LiteralKind::Float, line,
                             std::to_string(std::bit_cast<float>(static_cast<std::uint32_t>(constant.number))) + "f");
    case ConstantTag::Double: {
        Node* number = nodes.literal(LiteralKind::Double, line, std::to_string(std::bit_cast<double>(constant.number)));
        number->wide = true;
        return number;
    }
    case ConstantTag::Integer:
        return nodes.literal(LiteralKind::Int, line, std::to_string(static_cast<std::int32_t>(constant.number)));
    default: {
        Node* unknown = nodes.literal(LiteralKind::Null, line, "null");
        const std::string_view type = file.reference(index).descriptor;
        unknown->wide = type == "J" || type == "D";
        return unknown;
    }
    }
}

void BodyDecoder::constantInstruction(std::uint32_t index)
{
    push(constantNode(m_file, index, m_nodes, m_line));
}

void BodyDecoder::stackInstruction(std::uint8_t op)
{
    const auto wideTop = [&](std::size_t below = 0) { return below < m_stack.size() && m_stack[m_stack.size() - 1 - below]->wide; };
    const auto insert = [&](Node* node, std::size_t below) {
        const std::size_t place = m_stack.size() >= below ? m_stack.size() - below : 0;
        m_stack.insert(m_stack.begin() + static_cast<std::ptrdiff_t>(place), node);
    };
    switch (op) {
    case 87:
        drop(pop());
        return;
    case 88:
        if (!wideTop())
            drop(pop());
        drop(pop());
        return;
    case 89:
        push(shared(0));
        return;
    case 90:
        insert(shared(0), 2);
        return;
    case 91:
        insert(shared(0), wideTop(1) ? 2 : 3);
        return;
    case 92:
    case 93:
    case 94: {
        const bool one = wideTop();
        const std::size_t width = one ? 1 : 2;
        std::size_t below = width;
        if (op >= 93)
            below += 1;
        if (op == 94 && !wideTop(width))
            below += 1;
        Node* first = shared(0);
        Node* second = one ? nullptr : shared(1);
        if (second != nullptr) {
            insert(second, below);
            insert(first, below);
        } else {
            insert(first, below);
        }
        return;
    }
    default: {
        Node* first = pop();
        Node* second = pop();
        push(first);
        push(second);
    }
    }
}

void BodyDecoder::arithmetic(std::uint8_t op)
{
    if (op == 132) {
        increment(m_in.u1());
        m_in.skip(1);
        return;
    }
    const bool negation = op >= 116 && op <= 119;
    const bool conversion = op >= 133 && op <= 147;
    if (negation)
        return;
    if (conversion) {
        constexpr std::uint8_t kWide[] = {133, 135, 138, 140, 141, 143};
        constexpr std::string_view kTypes[] = {"long",   "float", "double", "int",   "float", "double", "int",  "long",
                                               "double", "int",   "long",   "float", "byte",  "char",   "short"};
        Node* value = pop();
        Node* converted = make(Op::Cast, {m_nodes.named(Op::Type, m_line, kTypes[op - 133]), value});
        converted->wide = std::ranges::find(kWide, op) != std::end(kWide);
        converted->pure = value->pure;
        push(bounded(converted));
        return;
    }
    Node* right = pop();
    Node* left = pop();
    Node* result = make(Op::Binary, {left, right});
    result->extra = static_cast<std::uint16_t>(op >= 148 ? Operator::Compare : op >= 126 ? Operator::Bit : Operator::Arithmetic);
    result->pure = left->pure && right->pure;
    result->wide = op < 120 ? wideKind((op - 96U) % 4) : op < 132 && op % 2 == 1;
    push(bounded(result));
}

/// Several ways lead to one place, each with its own values (`c ? a : b`, switch expressions): all of them are kept.
void BodyDecoder::join(Stack& kept, const Stack& others)
{
    if (others.size() != kept.size()) {
        for (Node* left : others)
            if (std::ranges::find(kept, left) == kept.end())
                drop(left);
        return;
    }
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (kept[i] != others[i]) {
            const Node* type = kept[i]->type != nullptr ? kept[i]->type : others[i]->type;
            const bool wide = kept[i]->wide;
            kept[i] = bounded(make(Op::Ternary, {m_nodes.literal(LiteralKind::Boolean, m_line, "true"), others[i], kept[i]}));
            kept[i]->type = type;
            kept[i]->wide = wide;
            kept[i]->pure = false;
        }
}

void BodyDecoder::switchInstruction(bool table)
{
    m_in.skip((4 - m_in.at() % 4) % 4);
    drop(pop());
    std::vector<std::int64_t> targets{std::int64_t{m_pc} + m_in.s4()};
    if (table) {
        const std::int64_t low = m_in.s4();
        const std::int64_t high = m_in.s4();
        for (std::int64_t i = low; i <= high && m_in.ok(); ++i)
            targets.push_back(std::int64_t{m_pc} + m_in.s4());
    } else {
        const std::uint32_t pairs = m_in.u4();
        for (std::uint32_t i = 0; i < pairs && m_in.ok(); ++i) {
            m_in.skip(4);
            targets.push_back(std::int64_t{m_pc} + m_in.s4());
        }
    }
    for (const std::int64_t target : targets)
        jump(target, true);
    --m_complexity; // the default label
    jump(-1, false);
}

} // namespace naru::analyzers::bytecode
