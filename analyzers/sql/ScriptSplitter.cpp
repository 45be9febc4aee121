#include "analyzers/sql/ScriptSplitter.h"

#include "analyzers/sql/SqlTokens.h"
#include "core/base/ByteScan.h"

#include <algorithm>
#include <bit>
#include <cstdint>

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

/// Each bit the parity of those up to it: quotes become what lies within them, the closing one left out.
constexpr std::uint64_t parity(std::uint64_t bits)
{
    for (int shift = 1; shift < 64; shift *= 2) {
        bits ^= bits << shift;
    }
    return bits;
}

/// The places of 64 at which a script outside of strings can change its state. Two characters decide about some of them.
std::uint64_t stopsAt(const char* at)
{
    const core::Bytes64 here(at);
    const core::Bytes64 next(at + 1);
    std::uint64_t stops = here.equal(';') | here.equal('"') | here.equal('`');
    if (const std::uint64_t dashes = here.equal('-'); dashes != 0) {
        stops |= dashes & next.equal('-');
    }
    if (const std::uint64_t slashes = here.equal('/'); slashes != 0) {
        stops |= slashes & next.equal('*');
    }
    if (const std::uint64_t ends = here.equal('\n'); ends != 0) {
        stops |= ends & (next.equal('/') | next.letter('g') | next.letter('c'));
    }
    return stops;
}

} // namespace

std::size_t ScriptSplitter::statementEnd() const
{
    std::size_t i = m_at;
    bool within = false; // a string of single quotes, which a script of seeds is full of
    while (i + core::Bytes64::kSize < m_text.size()) {
        const core::Bytes64 here(m_text.data() + i);
        const std::uint64_t strings = parity(here.equal('\'')) ^ (within ? ~std::uint64_t{0} : 0);
        const std::uint64_t escapes = m_backslash ? here.equal('\\') & strings : 0;
        std::uint64_t stops = stopsAt(m_text.data() + i) & ~strings;
        if (escapes != 0) { // behind it, quotes count anew
            const int first = std::countr_zero(escapes);
            stops &= (std::uint64_t{1} << first) - 1;
            if (stops == 0) {
                i += static_cast<std::size_t>(first) + 2;
                within = true;
                continue;
            }
        }
        if (stops == 0) {
            i += core::Bytes64::kSize;
            within = strings >> 63U != 0;
            continue;
        }
        i += static_cast<std::size_t>(std::countr_zero(stops));
        within = false;
        if (const std::size_t behind = behindStop(i); behind != i) {
            i = behind;
        } else {
            return i;
        }
    }
    if (within) {
        i = quoteEnd(i - 1, '\'');
    }
    while (i < m_text.size()) {
        const std::size_t behind = behindStop(i);
        if (behind == i) {
            return i;
        }
        i = behind;
    }
    return m_text.size();
}

/// Where the script goes on behind what begins at i, outside of strings and comments; i itself where the statement ends.
std::size_t ScriptSplitter::behindStop(std::size_t i) const
{
    const char c = m_text[i];
    const char next = i + 1 < m_text.size() ? m_text[i + 1] : '\0';
    if (c == ';' || (c == '\n' && separatorLine(i + 1))) {
        return i;
    }
    if (c == '\'' || c == '"' || c == '`') {
        return quoteEnd(i, c);
    }
    if (c == '-' && next == '-') {
        return std::min(m_text.find('\n', i), m_text.size());
    }
    if (c == '/' && next == '*') {
        const auto end = m_text.find("*/", i + 2);
        return end == std::string_view::npos ? m_text.size() : end + 2;
    }
    return i + 1;
}

std::size_t ScriptSplitter::quoteEnd(std::size_t i, char quote) const
{
    const bool escapes = m_backslash && quote == '\'';
    if (!escapes) {
        const auto end = m_text.find(quote, i + 1);
        return end == std::string_view::npos ? m_text.size() : end + 1;
    }
    for (++i; i < m_text.size(); ++i) {
        if (m_text[i] == '\\') {
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
    return line == "/" || isAnyCase(line, "GO") || isAnyCase(line.substr(0, 13), "CREATE TABLE ");
}

bool isDdl(std::string_view statement)
{
    // What stands before the first word is white space and comments; they are short enough to look through.
    std::size_t at = 0;
    while (at < statement.size()) {
        const char c = statement[at];
        const char next = at + 1 < statement.size() ? statement[at + 1] : '\0';
        if (c == '#' || (c == '-' && next == '-')) {
            at = std::min(statement.find('\n', at), statement.size());
        } else if (c == '/' && next == '*') {
            const auto end = statement.find("*/", at + 2);
            at = end == std::string_view::npos ? statement.size() : end + 2;
        } else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
            break;
        } else {
            ++at;
        }
    }
    std::size_t end = at;
    while (end < statement.size() && statement[end] > ' ') {
        ++end;
    }
    const std::string_view first = statement.substr(at, end - at);
    const Word word = wordOf(first);
    if (word == Word::Go) {
        return isDdl(statement.substr(end));
    }
    return word == Word::Create || word == Word::Alter || word == Word::Comment || word == Word::Exec || word == Word::Drop ||
           isAnyCase(first, "RENAME");
}

} // namespace naru::analyzers::sql
