#include "analyzers/graph/BodyResolver.h"

#include "analyzers/sql/SqlReader.h"

#include <algorithm>
#include <cctype>
#include <charconv>

// Texts with a part that a method of the class, or of each subclass, gives: "select * from " + getTable().

namespace naru::analyzers::graph {

using namespace core;
using java::Code;
using java::Op;

namespace {

/// orderMapper.list: what names a statement.
bool isStatementName(std::string_view text)
{
    return text.find('.') != std::string_view::npos && text.front() != '.' && text.back() != '.' && std::ranges::all_of(text, [](unsigned char c) {
               return std::isalnum(c) != 0 || c == '.' || c == '_' || c == '$' || c == '-';
           });
}

} // namespace

/// getTable() or this.getTable(), where it gives back a constant. Where only subclasses say it, a mark stands for what they say.
bool BodyResolver::foldAnswer(std::uint32_t at, Folded& folded)
{
    const Code& element = m_facts->code[at];
    const bool plain = element.flags == 0 && element.size == 1;
    const bool ofThis = element.flags != 0 && element.size == 2 && m_facts->code[at + 1].op == Op::This;
    if ((!plain && !ofThis) || !m_constants.answered(element.name()))
        return false;
    MethodHit hit;
    for (auto type = m_types.rbegin(); type != m_types.rend() && !hit; ++type)
        hit = m_lookup.method(type->self, element.name(), {});
    const std::span<const ConstantAnswer> answers = hit ? m_constants.answers(hit.member) : std::span<const ConstantAnswer>();
    if (answers.empty())
        return false;
    folded.constant = true;
    if (answers.size() == 1 && answers.front().member == hit.member) {
        folded.text = m_table.text(answers.front().text);
        return true;
    }
    folded.dynamic = true;
    folded.text = kAnswerMark + std::to_string(m_answers.size()) + kAnswerMark;
    m_answers.push_back(answers);
    return true;
}

/// The text as an object of the type `owner` makes it: '?' where it says nothing. No owner: all marks become '?'.
std::string BodyResolver::answeredBy(std::string_view text, std::uint32_t owner) const
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t mark = std::min(text.find(kAnswerMark, at), text.size());
        out += text.substr(at, mark - at);
        const std::size_t end = mark < text.size() ? text.find(kAnswerMark, mark + 1) : std::string_view::npos;
        if (end == std::string_view::npos)
            break;
        std::size_t number = m_answers.size();
        std::from_chars(text.data() + mark + 1, text.data() + end, number);
        const ConstantAnswer* best = nullptr;
        if (owner != kNoIndex && number < m_answers.size())
            for (const ConstantAnswer& answer : m_answers[number]) {
                const std::uint32_t of = m_table.members[answer.member].owner;
                if (of == owner || (best == nullptr && m_table.inherits(owner, of)))
                    best = &answer;
            }
        out += best != nullptr ? m_table.text(best->text) : std::string_view("?");
        at = end + 1;
    }
    return out;
}

/// SQL, or the name of a statement, for each subclass: it belongs to the method that completes it.
void BodyResolver::emitAnswers(const Folded& folded, const StringPlace& place, std::uint32_t line)
{
    std::size_t number = m_answers.size();
    const std::size_t mark = folded.text.find(kAnswerMark);
    std::from_chars(folded.text.data() + mark + 1, folded.text.data() + folded.text.size(), number);
    const MemberId from = m_from;
    const TypeId fromType = m_fromType;
    bool told = false;
    for (const ConstantAnswer& answer : number < m_answers.size() ? m_answers[number] : std::span<const ConstantAnswer>()) {
        const MemberSymbol& symbol = m_table.members[answer.member];
        const std::string text = answeredBy(folded.text, symbol.owner);
        const bool counts = sql::startsLikeSql(text) || (place.context == StringContext::Argument && isStatementName(text));
        if (!counts || !symbol.model.valid())
            continue;
        m_from = symbol.model;
        m_fromType = m_table.types[symbol.owner].model;
        emit({text, text.find('?') != std::string::npos, true}, place, line);
        told = true;
    }
    m_from = from;
    m_fromType = fromType;
    if (told)
        return;
    if (const std::string text = answeredBy(folded.text, kNoIndex); text.find_first_not_of('?') != std::string::npos)
        emit({text, true, true}, place, line);
}

} // namespace naru::analyzers::graph
