#include "analyzers/sql/ScriptSplitter.h"

#include "analyzers/sql/SqlTokens.h"

#include <algorithm>

namespace naru::analyzers::sql {

std::string_view ScriptSplitter::next()
{
    while (m_at < m_text.size()) {
        const std::size_t start = m_at;
        const std::size_t end = statementEnd();
        m_at = std::max(end + 1, m_at);
        const std::string_view statement = m_text.substr(start, end - start);
        if (statement.find_first_not_of(" \t\r\n;/") != std::string_view::npos) {
            return statement;
        }
    }
    return {};
}

std::size_t ScriptSplitter::statementEnd() const
{
    std::size_t i = m_at;
    while (i < m_text.size()) {
        const char c = m_text[i];
        if (c == ';') {
            return i;
        }
        if (c == '\'' || c == '"' || c == '`') {
            i = quoteEnd(i, c);
        } else if (c == '-' && m_text.substr(i, 2) == "--") {
            i = std::min(m_text.find('\n', i), m_text.size());
        } else if (c == '/' && m_text.substr(i, 2) == "/*") {
            const auto end = m_text.find("*/", i + 2);
            i = end == std::string_view::npos ? m_text.size() : end + 2;
        } else if (c == '\n' && separatorLine(i + 1)) {
            return i;
        } else {
            ++i;
        }
    }
    return m_text.size();
}

std::size_t ScriptSplitter::quoteEnd(std::size_t i, char quote) const
{
    for (++i; i < m_text.size(); ++i) {
        if (m_text[i] == '\\' && m_backslash && quote == '\'') {
            ++i;
        } else if (m_text[i] == quote) {
            return i + 1;
        }
    }
    return i;
}

/// A line that is only `GO` or `/`, or one on which a table is created after a forgotten `;`.
bool ScriptSplitter::separatorLine(std::size_t i) const
{
    const auto end = std::min(m_text.find('\n', i), m_text.size());
    std::string_view line = m_text.substr(i, end - i);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) {
        line.remove_suffix(1);
    }
    if (line == "/" || (line.size() == 2 && upper(line) == "GO")) {
        return true;
    }
    return line.size() > 12 && (line[0] == 'C' || line[0] == 'c') && upper(line.substr(0, 13)) == "CREATE TABLE ";
}

} // namespace naru::analyzers::sql
