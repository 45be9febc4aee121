#include "analyzers/sql/ScriptSplitter.h"

#include "analyzers/sql/SqlTokens.h"

#include <algorithm>
#include <array>

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

namespace {

/// The characters at which a script can change its state; all others are passed over at once.
constexpr auto kStops = [] {
    std::array<bool, 256> stops{};
    for (const char c : {';', '\'', '"', '`', '-', '/', '\n'}) {
        stops[static_cast<unsigned char>(c)] = true;
    }
    return stops;
}();

} // namespace

std::size_t ScriptSplitter::statementEnd() const
{
    const auto at = [&](std::size_t i) { return i < m_text.size() ? m_text[i] : '\0'; };
    std::size_t i = m_at;
    while (i < m_text.size()) {
        const char c = m_text[i];
        if (!kStops[static_cast<unsigned char>(c)]) {
            ++i;
        } else if (c == ';') {
            return i;
        } else if (c == '\'' || c == '"' || c == '`') {
            i = quoteEnd(i, c);
        } else if (c == '-' && at(i + 1) == '-') {
            i = std::min(m_text.find('\n', i), m_text.size());
        } else if (c == '/' && at(i + 1) == '*') {
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
    const char first = i < m_text.size() ? m_text[i] : '\0';
    if (first != '/' && first != 'G' && first != 'g' && first != 'C' && first != 'c') {
        return false;
    }
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

bool isDdl(std::string_view statement)
{
    // What stands before the first word is white space and comments; they are short enough to look through.
    std::size_t at = 0;
    while (at < statement.size()) {
        if (statement.substr(at, 2) == "--" || statement[at] == '#') {
            at = std::min(statement.find('\n', at), statement.size());
        } else if (statement.substr(at, 2) == "/*") {
            const auto end = statement.find("*/", at + 2);
            at = end == std::string_view::npos ? statement.size() : end + 2;
        } else if ((statement[at] >= 'A' && statement[at] <= 'Z') || (statement[at] >= 'a' && statement[at] <= 'z')) {
            break;
        } else {
            ++at;
        }
    }
    std::size_t end = at;
    while (end < statement.size() && statement[end] > ' ') {
        ++end;
    }
    const Word word = wordOf(statement.substr(at, end - at));
    if (word == Word::Go) {
        return isDdl(statement.substr(end));
    }
    return word == Word::Create || word == Word::Alter || word == Word::Comment || word == Word::Exec ||
           word == Word::Drop || upper(statement.substr(at, end - at)) == "RENAME";
}

} // namespace naru::analyzers::sql
