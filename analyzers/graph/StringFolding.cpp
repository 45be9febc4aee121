#include "analyzers/graph/BodyResolver.h"

#include "analyzers/sql/FragmentReader.h"
#include "analyzers/sql/SqlReader.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;
using java::Code;
using java::LiteralKind;
using java::Op;
using java::Operator;

namespace {

constexpr std::size_t kLongest = std::size_t{64} * 1024;

} // namespace

/// Cheap test before anything is folded.
bool BodyResolver::mayBeString(std::uint32_t at) const
{
    const Code& element = m_facts->code[at];
    switch (element.op) {
    case Op::Literal:
        return static_cast<LiteralKind>(element.extra) == LiteralKind::String;
    case Op::Name:
    case Op::Field:
    case Op::Ternary:
    case Op::Switch:
    case Op::Cast:
    case Op::Call:
        return true;
    case Op::Binary:
        return static_cast<Operator>(element.extra) == Operator::Add;
    default:
        return false;
    }
}

BodyResolver::LocalText* BodyResolver::localText(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    const Variable* known = element.op == Op::Name ? variable(element.name()) : nullptr;
    if (known == nullptr && !m_fieldTexts.empty())
        known = fieldText(ownField(at));
    return known != nullptr && known->text != kNoIndex ? &m_texts[known->text] : nullptr;
}

bool BodyResolver::isText(TypeRef type) const
{
    return m_libraryTypes.isStringBuilder(type) || (type != nullptr && type->is(TypeForm::External) && type->id == m_library.string->id);
}

/// The field of an own type that `sql` or `this.sql` names; invalid when it is none.
StringId BodyResolver::ownField(std::uint32_t at)
{
    const Code& element = m_facts->code[at];
    const bool plain = element.op == Op::Name && variable(element.name()) == nullptr;
    const bool ofThis = element.op == Op::Field && element.size > 1 && m_facts->code[at + 1].op == Op::This;
    for (auto type = m_types.rbegin(); (plain || ofThis) && type != m_types.rend(); ++type)
        if (m_lookup.field(type->self, element.name()))
            return element.name();
    return {};
}

BodyResolver::Variable* BodyResolver::fieldText(StringId name)
{
    const auto known = std::ranges::find(m_fieldTexts, name, &Variable::name);
    return known == m_fieldTexts.end() || !name.valid() ? nullptr : &*known;
}

/// Follows the text that a member gives a field of its own type: sql = "select .."; sql += " from T"; run(sql). False where it is no
/// text, or none that begins like SQL: such are strings of their own.
bool BodyResolver::trackField(std::uint32_t at, TypeRef type, std::uint32_t value)
{
    if (!isText(type))
        return false;
    const StringId name = ownField(at + 1);
    if (!name.valid())
        return false;
    if (fieldText(name) == nullptr)
        m_fieldTexts.push_back({name, type, kNoIndex});
    Variable& field = *fieldText(name);
    trackLocal(at, field, value);
    if (m_libraryTypes.isStringBuilder(type))
        return true;
    if (field.text != kNoIndex && sql::startsLikeSql(m_texts[field.text].text))
        return true;
    field.text = kNoIndex; // its parts are noted one by one
    return false;
}

void BodyResolver::append(Folded& folded, std::uint32_t part, int depth)
{
    Folded piece;
    if (!fold(part, piece, depth + 1)) {
        folded.text += '?';
        folded.dynamic = true;
        return;
    }
    if (folded.text.size() + piece.text.size() <= kLongest)
        folded.text += piece.text;
    folded.dynamic = folded.dynamic || piece.dynamic;
    folded.constant = folded.constant || piece.constant;
}

/// Folds an expression whose names were resolved already. False when nothing of it is constant.
bool BodyResolver::fold(std::uint32_t at, Folded& folded, int depth)
{
    constexpr int kDeepest = 100;
    const Code& element = m_facts->code[at];
    const auto& code = m_facts->code;
    if (depth > kDeepest)
        return false;
    switch (element.op) {
    case Op::Literal:
        if (static_cast<LiteralKind>(element.extra) == LiteralKind::Null)
            return false;
        folded.text = literalText(element, *m_table.strings);
        folded.constant = true;
        return true;
    case Op::Name:
    case Op::Field: {
        if (LocalText* local = localText(at); local != nullptr) {
            local->used = true;
            folded = {local->text, local->dynamic, local->constant};
            return local->constant;
        }
        if (element.op == Op::Name && variable(element.name()) != nullptr)
            return false;
        FieldHit hit;
        if (element.op == Op::Name) {
            for (auto type = m_types.rbegin(); type != m_types.rend() && !hit; ++type)
                hit = m_lookup.field(type->self, element.name());
            if (!hit)
                for (const StaticImport& import : m_names.staticImports(m_context.file))
                    if (import.type.isProject() && (!import.member.valid() || import.member == element.name()) && !hit)
                        hit = m_lookup.field(m_lookup.self(import.type.project), element.name());
        } else if (element.size > 1) {
            const Op object = code[at + 1].op;
            if (object != Op::Name && object != Op::Field && object != Op::This)
                return false;
            const std::size_t accesses = m_out.fieldAccesses.size();
            const std::size_t uses = m_out.typeUses.size();
            const Value owner = expression(at + 1); // noted before: what it notes again is taken back
            m_out.fieldAccesses.resize(accesses);
            m_out.typeUses.resize(uses);
            if (owner.type != nullptr)
                hit = m_lookup.field(owner.type, element.name());
        }
        if (!hit)
            return false;
        const StringId value = m_constants.value(hit.member);
        if (!value.valid())
            return false;
        folded.text = m_table.text(value);
        folded.constant = true;
        return true;
    }
    case Op::Cast:
        return element.size > 2 && fold(at + 1 + code[at + 1].size, folded, depth + 1);
    case Op::Binary:
        if (static_cast<Operator>(element.extra) != Operator::Add)
            return false;
        java::eachChild(code, at, [&](std::uint32_t child) { append(folded, child, depth); });
        return folded.constant;
    case Op::Call: {
        if (depth > 0 && foldAnswer(at, folded)) // alone it is told where it is written
            return true;
        if (element.flags == 0 || element.size < 2)
            return false;
        const std::uint32_t object = at + 1;
        const std::uint32_t first = object + code[object].size;
        const bool hasArgument = first < at + element.size;
        if (element.name() == m_toString && !hasArgument)
            return fold(object, folded, depth + 1);
        if (element.name() == m_append && hasArgument) { // new StringBuilder().append("a").append(b)
            if (const std::uint32_t builder = appendedTo(at); localText(builder) != nullptr)
                return fold(builder, folded, depth + 1); // it has them since they were read
            if (!fold(object, folded, depth + 1))
                folded = {};
            append(folded, first, depth);
            return folded.constant;
        }
        if (element.name() == m_concat && hasArgument) {
            append(folded, object, depth);
            append(folded, first, depth);
            return folded.constant;
        }
        const bool format = element.name() == m_format && code[object].op == Op::Name && m_table.text(code[object].name()) == "String";
        if (format && hasArgument && fold(first, folded, depth + 1)) {
            folded.dynamic = true;
            return folded.constant;
        }
        return false;
    }
    case Op::New: { // new StringBuilder("SELECT ...")
        const std::uint32_t type = at + 1;
        const std::uint32_t first = type + code[type].size;
        const std::string_view name = m_table.text(code[type].name());
        if (name != "StringBuilder" && name != "StringBuffer" && name != "String")
            return false;
        Folded given;
        if (first >= at + element.size || !fold(first, given, depth + 1))
            return false;
        if (std::ranges::all_of(given.text, [](char c) { return c >= '0' && c <= '9'; }))
            return false; // nothing but room: new StringBuilder(300)
        folded.text += given.text;
        folded.dynamic = folded.dynamic || given.dynamic;
        folded.constant = folded.constant || given.constant;
        return given.constant;
    }
    default:
        return false;
    }
}

void BodyResolver::emit(const Folded& folded, const StringPlace& place, std::uint32_t line)
{
    if (!m_answers.empty() && folded.text.contains(kAnswerMark)) {
        emitAnswers(folded, place, line);
        return;
    }
    StringUse use;
    use.in = m_from;
    use.inType = m_fromType;
    use.text = m_table.strings->intern(folded.text);
    use.context = place.context;
    use.callee = place.callee;
    use.receiverType = place.receiverType;
    use.calleeMember = place.calleeMember;
    use.argument = place.argument;
    use.dynamic = folded.dynamic;
    use.at = at(line);
    m_out.strings.push_back(use);
}

/// Notes the strings an expression stands for at a place: both branches of a condition, the cases of a switch.
void BodyResolver::strings(std::uint32_t at, const StringPlace& place)
{
    const Code& element = m_facts->code[at];
    if (!mayBeString(at))
        return;
    if (element.op == Op::Ternary) {
        unsigned index = 0;
        java::eachChild(m_facts->code, at, [&](std::uint32_t child) {
            if (index++ > 0)
                strings(child, place);
        });
        return;
    }
    if (element.op == Op::Switch) {
        java::eachChild(m_facts->code, at, [&](std::uint32_t group) {
            if (m_facts->code[group].op == Op::Case)
                caseStrings(group, place);
        });
        return;
    }
    const bool plain = element.op == Op::Name || element.op == Op::Field;
    if (plain && place.context == StringContext::Other)
        return;
    Folded folded;
    if (!fold(at, folded) || !folded.constant)
        return;
    emit(folded, place, element.line);
}

/// The value of `case X -> value` stands last.
void BodyResolver::caseStrings(std::uint32_t group, const StringPlace& place)
{
    std::uint32_t last = group;
    java::eachChild(m_facts->code, group, [&](std::uint32_t part) { last = part; });
    while (m_facts->code[last].op == Op::Group && m_facts->code[last].size > 1)
        ++last;
    strings(last, place);
}

void BodyResolver::flush(LocalText& text)
{
    if (!text.constant || text.used)
        return;
    emit({text.text, text.dynamic, text.constant}, {.context = StringContext::Local}, text.line);
}

/// What a field holds at the end of a member. A part of SQL, also one that stood in a text with an unknown beginning, is noted by itself.
void BodyResolver::flushField(LocalText& text)
{
    if (!sql::startsLikeSql(text.text) || sql::startsWithFrom(text.text))
        text.used = false;
    flush(text);
}

/// Follows the text of a local variable: `at` is its declaration (then it equals `value`) or an assignment.
void BodyResolver::trackLocal(std::uint32_t at, Variable& variable, std::uint32_t value)
{
    const bool builder = m_libraryTypes.isStringBuilder(variable.type);
    if (!isText(variable.type)) {
        strings(value, {.context = StringContext::Local});
        return;
    }
    const Code& element = m_facts->code[at];
    Folded folded;
    const bool constant = fold(value, folded, m_facts->code[value].op == Op::Call ? 1 : 0);
    if (element.op == Op::Assign && static_cast<Operator>(element.extra) == Operator::Add) {
        if (variable.text == kNoIndex) {
            variable.text = static_cast<std::uint32_t>(m_texts.size());
            m_texts.push_back({"?", true, false, false, element.line});
        }
        LocalText& text = m_texts[variable.text];
        if (text.text.size() + folded.text.size() <= kLongest)
            text.text += constant ? folded.text : std::string("?");
        text.dynamic = text.dynamic || !constant || folded.dynamic;
        text.constant = text.constant || (constant && folded.constant);
        text.used = false;
        return;
    }
    if (variable.text != kNoIndex) {
        LocalText& old = m_texts[variable.text];
        const bool extends = folded.text.starts_with(old.text) && !old.text.empty(); // s = s + x
        if (!extends)
            flush(old);
        if (!constant && !builder) {
            variable.text = kNoIndex;
            return;
        }
    }
    if (!constant && !builder)
        return;
    variable.text = static_cast<std::uint32_t>(m_texts.size());
    m_texts.push_back({folded.text, folded.dynamic, constant && folded.constant, false, m_facts->code[value].line});
}

} // namespace naru::analyzers::graph
