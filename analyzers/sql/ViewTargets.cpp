// The part of StatementReader that finds the table behind a query that is updated.

#include "analyzers/sql/StatementReader.h"

#include <algorithm>

namespace naru::analyzers::sql {

using core::AccessMode;

/// The alias before a column that the query of a view gives: `b` for Z where it is SELECT a.x, b.y z.
std::string StatementReader::ownerInView(std::string_view column) const
{
    std::size_t depth = 0;
    std::size_t first = m_view + 1;
    while (first < m_tokens.size() && (m_tokens[first].word == Word::Select || m_tokens[first].word == Word::Distinct)) {
        ++first;
    }
    for (std::size_t at = first; at < m_tokens.size(); ++at) {
        const Token& token = m_tokens[at];
        depth += token.symbol == '(' ? 1 : 0;
        if (token.symbol == ')' && depth-- == 0) {
            break;
        }
        if (depth > 0 || (token.symbol != ',' && token.word != Word::From)) {
            continue;
        }
        const bool owned = at >= first + 3 && m_tokens[first + 1].symbol == '.';
        if (owned && isName(m_tokens[at - 1]) && upper(spelling(m_text, m_tokens[at - 1])) == column) {
            return upper(spelling(m_text, m_tokens[first]));
        }
        if (token.word == Word::From) {
            break;
        }
        first = at + 1;
    }
    return {};
}

/// UPDATE (SELECT a.x, b.y FROM a, b) SET y = 1: the table whose column is set is written; where that is not told, the first one.
void StatementReader::resolveView(std::size_t first)
{
    constexpr std::size_t kDepth = 2; // of the query
    std::unordered_set<std::string> owners;
    for (const std::string& column : m_facts.columns) {
        owners.insert(m_view > 0 ? ownerInView(column) : std::string());
    }
    m_view = 0;
    const auto owner = [&](const Ref& ref) {
        return ref.depth == kDepth && owners.contains(upper(ref.alias.empty() ? ref.name : ref.alias));
    };
    const auto begin = m_refs.begin() + static_cast<std::ptrdiff_t>(std::min(first, m_refs.size()));
    if (owners.contains({}) || std::none_of(begin, m_refs.end(), owner)) {
        return;
    }
    for (auto ref = begin; ref != m_refs.end(); ++ref) {
        if (ref->depth == kDepth) {
            ref->mode = owner(*ref) ? AccessMode::Write : AccessMode::Read;
        }
    }
}

} // namespace naru::analyzers::sql
