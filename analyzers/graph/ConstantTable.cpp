#include "analyzers/graph/ConstantTable.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;
using java::Code;
using java::LiteralKind;
using java::Op;
using java::Operator;

std::string literalText(const Code& literal, const StringPool& strings)
{
    std::string text(strings.view(literal.name()));
    switch (static_cast<LiteralKind>(literal.extra)) {
    case LiteralKind::Null:
        return "null";
    case LiteralKind::Long:
    case LiteralKind::Float:
        text.pop_back();
        break;
    case LiteralKind::Char:
        if (text.size() == 3)
            return text.substr(1, 1);
        if (text.size() > 3 && text.front() == '\'')
            return text == "'\\n'" || text == "'\\t'" || text == "'\\r'" ? std::string(" ")
                   : text[1] == '\\'                                     ? text.substr(2, text.size() - 3)
                                                                         : text.substr(1, text.size() - 2);
        break;
    default:
        break;
    }
    return text;
}

ConstantTable::ConstantTable(const SymbolTable& table, NameResolver& names, MemberLookup& lookup)
    : m_table(table),
      m_names(names),
      m_lookup(lookup),
      m_values(table.members.size()),
      m_states(table.members.size(), State::Open)
{
}

ConstantTable::ConstantTable(const ConstantTable& built, MemberLookup& lookup)
    : m_table(built.m_table),
      m_names(built.m_names),
      m_lookup(lookup),
      m_values(built.m_values),
      m_states(built.m_states)
{
}

bool ConstantTable::mayBeConstant(const MemberSymbol& field) const
{
    if (field.kind != MemberKind::Field || field.fact == kNoIndex || field.enumConstant || field.type == nullptr || field.type->isArray())
        return false;
    // A field that is private or static and has a constant as its first value is as good as final in legacy code.
    const bool steady =
        has(field.flags, MemberFlag::Final) || has(field.flags, MemberFlag::Static) || has(field.flags, MemberFlag::Private);
    const bool simple = field.type->form == TypeForm::Primitive || field.type->id == m_names.library().string->id;
    return steady && simple && m_table.factOf(field).body != java::kNone;
}

void ConstantTable::build()
{
    for (std::uint32_t member = 0; member < m_table.members.size(); ++member)
        if (m_table.members[member].kind == MemberKind::Field)
            fieldValue(member, 0);
    for (std::uint32_t member = 0; member < m_table.members.size(); ++member)
        noteAnswer(member);
}

/// A method whose only statement gives back a constant word: a name, no text for people and no query.
void ConstantTable::noteAnswer(std::uint32_t method)
{
    constexpr std::size_t kLongestName = 128;
    const MemberSymbol& symbol = m_table.members[method];
    if (symbol.kind != MemberKind::Method || symbol.fact == kNoIndex || !symbol.parameters.empty() || symbol.type == nullptr ||
        !symbol.type->is(TypeForm::External) || symbol.type->id != m_names.library().string->id)
        return;
    const std::uint32_t file = m_table.types[symbol.owner].file;
    const java::FileFacts& facts = m_table.files[file];
    const std::uint32_t body = m_table.factOf(symbol).body;
    if (body == java::kNone || facts.code[body].op != Op::Block || facts.code[body].size < 3)
        return;
    const Code& only = facts.code[body + 1];
    if (only.op != Op::Return || only.size < 2 || only.size + 1 != facts.code[body].size)
        return;
    const auto text = fold(facts, body + 2, {file, symbol.owner, method});
    if (!text || text->empty() || text->size() > kLongestName || text->find_first_of(" \t\r\n") != std::string::npos)
        return;
    m_answered.insert(symbol.name.value);
    noteAnswerOf(symbol.owner, symbol.name, {method, m_table.strings->intern(*text)});
}

/// Notes an answer for the method itself and for those above that it overrides.
void ConstantTable::noteAnswerOf(std::uint32_t type, StringId name, const ConstantAnswer& answer)
{
    std::vector<std::uint32_t> open{type};
    for (std::size_t i = 0; i < open.size(); ++i) {
        for (std::uint32_t member = m_table.member(open[i], name); member != kNoIndex; member = m_table.members[member].nextSameName)
            if (m_table.members[member].kind == MemberKind::Method && m_table.members[member].parameters.empty())
                m_answers[member].push_back(answer);
        m_table.eachSuper(open[i], [&](TypeRef super) {
            if (super->form == TypeForm::Project && std::ranges::find(open, super->id) == open.end())
                open.push_back(super->id);
            return false;
        });
    }
}

std::span<const ConstantAnswer> ConstantTable::answers(std::uint32_t method) const
{
    const auto found = m_answers.find(method);
    return found == m_answers.end() ? std::span<const ConstantAnswer>() : std::span<const ConstantAnswer>(found->second);
}

StringId ConstantTable::fieldValue(std::uint32_t member, int depth)
{
    if (m_states[member] != State::Open)
        return m_values[member];
    m_states[member] = State::Running;
    const MemberSymbol& field = m_table.members[member];
    if (mayBeConstant(field)) {
        const std::uint32_t file = m_table.types[field.owner].file;
        const auto folded = fold(m_table.files[file], m_table.factOf(field).body, {file, field.owner, kNoIndex}, depth + 1);
        if (folded)
            m_values[member] = m_table.strings->intern(*folded);
    }
    m_states[member] = State::Done;
    return m_values[member];
}

std::uint32_t ConstantTable::fieldNamed(StringId name, const NameContext& context)
{
    for (std::uint32_t type = context.type; type != kNoIndex; type = m_table.types[type].outer)
        if (const FieldHit hit = m_lookup.field(m_lookup.self(type), name))
            return hit.member;
    for (const StaticImport& import : m_names.staticImports(context.file))
        if (import.type.isProject() && (!import.member.valid() || import.member == name))
            if (const FieldHit hit = m_lookup.field(m_lookup.self(import.type.project), name))
                return hit.member;
    return kNoIndex;
}

void ConstantTable::dotted(const java::FileFacts& facts, std::uint32_t at, std::string& name) const
{
    const Code& element = facts.code[at];
    if (element.op == Op::Field && element.size > 1) {
        dotted(facts, at + 1, name);
        if (!name.empty())
            name.append(".").append(m_table.text(element.name()));
    } else if (element.op == Op::Name) {
        name = m_table.text(element.name());
    } else {
        name.clear();
    }
}

std::uint32_t ConstantTable::fieldOf(const java::FileFacts& facts, std::uint32_t at, const NameContext& context)
{
    const Code& element = facts.code[at];
    if (element.op == Op::Name)
        return fieldNamed(element.name(), context);
    if (element.op != Op::Field)
        return kNoIndex;
    std::string owner;
    dotted(facts, at + 1, owner);
    if (owner.empty())
        return kNoIndex;
    const NamedType type = m_names.resolve(m_table.strings->intern(owner), context);
    if (!type.isProject())
        return kNoIndex;
    return m_lookup.field(m_lookup.self(type.project), element.name()).member;
}

std::optional<std::string> ConstantTable::fold(const java::FileFacts& facts, std::uint32_t at, const NameContext& context, int depth)
{
    constexpr int kDeepest = 200;
    constexpr std::size_t kLongest = std::size_t{64} * 1024;
    const Code& element = facts.code[at];
    if (depth > kDeepest)
        return std::nullopt;
    switch (element.op) {
    case Op::Literal:
        return literalText(element, *m_table.strings);
    case Op::Cast:
        return element.size > 2 ? fold(facts, at + 1 + facts.code[at + 1].size, context, depth + 1) : std::nullopt;
    case Op::Binary: {
        if (static_cast<Operator>(element.extra) != Operator::Add)
            return std::nullopt;
        std::string text;
        bool good = true;
        java::eachChild(facts.code, at, [&](std::uint32_t child) {
            const auto part = good ? fold(facts, child, context, depth + 1) : std::nullopt;
            good = good && part.has_value() && text.size() + part->size() <= kLongest;
            if (good)
                text += *part;
        });
        return good ? std::optional(text) : std::nullopt;
    }
    case Op::Name:
    case Op::Field: {
        const std::uint32_t field = fieldOf(facts, at, context);
        if (field == kNoIndex)
            return std::nullopt;
        const StringId value = fieldValue(field, depth);
        return value.valid() ? std::optional(std::string(m_table.text(value))) : std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

} // namespace naru::analyzers::graph
