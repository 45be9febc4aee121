// What a builder of text holds, followed from call to call.

#include "analyzers/graph/BodyResolver.h"
#include "analyzers/graph/ConstantTable.h"

#include "analyzers/sql/FragmentReader.h"
#include "analyzers/sql/SqlReader.h"
#include "analyzers/sql/SqlTokens.h"
#include "core/base/Blanks.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;
using java::Op;

namespace {

constexpr std::size_t kLongestBuilder = std::size_t{64} * 1024; ///< characters

/// The first or last word of a text, in capitals.
std::string wordAt(std::string_view text, bool last)
{
    text = trimmed(text);
    text = last ? text.substr(text.find_last_of(" \t\r\n)") + 1) : text.substr(0, text.find_first_of(" \t\r\n("));
    return sql::upper(text);
}

/// What is appended begins another statement: branches that each put theirs into one builder.
bool beginsAnother(std::string_view text, std::string_view piece)
{
    if (wordAt(text, false) != "SELECT" || wordAt(piece, false) != "SELECT" ||
        std::ranges::count(text, '(') != std::ranges::count(text, ')'))
        return false;
    const std::string end = wordAt(text, true);
    return end != "UNION" && end != "ALL" && end != "DISTINCT" && end != "MINUS" && end != "EXCEPT" && end != "INTERSECT" &&
           !end.ends_with(',') && sql::readSql(text).plausible;
}

} // namespace

/// The object at the beginning of a chain of appends.
std::uint32_t BodyResolver::appendedTo(std::uint32_t at) const
{
    const auto& code = m_facts->code;
    while (code[at].op == Op::Call && code[at].flags != 0 && code[at].size > 1 && code[at].name() == m_append)
        ++at;
    return at;
}

/// sb.append(x) on a builder that is followed; also at the end of a chain sb.append(x).append(y).
bool BodyResolver::appendCall(std::uint32_t at, TypeRef receiver)
{
    const auto& code = m_facts->code;
    const std::uint32_t object = appendedTo(at); // inner appends were added when the receiver was read
    LocalText* text = localText(object);
    if (text == nullptr && m_libraryTypes.isStringBuilder(receiver))
        if (const StringId field = ownField(object); field.valid() && fieldText(field) == nullptr) {
            m_fieldTexts.push_back({field, receiver, static_cast<std::uint32_t>(m_texts.size())});
            m_texts.push_back({{}, true, false, false, code[at].line});
            text = &m_texts.back();
        }
    if (text == nullptr)
        return false;
    const std::uint32_t first = at + 1 + code[at + 1].size;
    if (first >= at + code[at].size)
        return true;
    Folded piece;
    const bool constant = fold(first, piece);
    const bool ofField = code[object].op != Op::Name || variable(code[object].name()) == nullptr;
    if (constant && ofField && beginsAnother(text->text, piece.text)) {
        flush(*text);
        *text = {{}, text->dynamic, false, false, code[at].line};
    } else if (constant && ofField && text->text.ends_with('?') && sql::startsWithFrom(piece.text)) {
        emit(piece, {.context = StringContext::Local}, code[at].line); // behind columns that only run time knows
    }
    if (text->text.size() + piece.text.size() <= kLongestBuilder)
        text->text += constant ? piece.text : std::string("?");
    text->dynamic = text->dynamic || !constant || piece.dynamic;
    text->constant = text->constant || (constant && piece.constant);
    text->used = false;
    return true;
}

/// sb.setLength(0), sb.delete(0, sb.length()): the builder is used again, for another text.
bool BodyResolver::resetCall(std::uint32_t at)
{
    const auto& code = m_facts->code;
    const std::string_view name = m_table.text(code[at].name());
    if (name != "setLength" && name != "delete")
        return false;
    const std::uint32_t first = at + 1 + code[at + 1].size;
    if (first >= at + code[at].size || code[first].op != Op::Literal || literalText(code[first], *m_table.strings) != "0")
        return false;
    LocalText* text = localText(at + 1);
    if (text == nullptr)
        return false;
    flush(*text);
    *text = {{}, false, false, false, code[at].line};
    return true;
}

} // namespace naru::analyzers::graph
