#include "analyzers/java/StringLiterals.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace naru::analyzers::java {

namespace {

void appendUtf8(std::string& out, std::uint32_t c)
{
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0U | (c >> 6U));
        out += static_cast<char>(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0U | (c >> 12U));
        out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (c & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | (c >> 18U));
        out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
        out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (c & 0x3FU));
    }
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// Reads the four digits of \uXXXX (any number of u); returns the place behind, or `at` when there are none.
std::size_t readUnicode(std::string_view text, std::size_t at, std::uint32_t& unit)
{
    std::size_t digits = at;
    while (digits < text.size() && text[digits] == 'u')
        ++digits;
    if (digits + 4 > text.size())
        return at;
    unit = 0;
    for (std::size_t i = digits; i < digits + 4; ++i) {
        const int digit = hexDigit(text[i]);
        if (digit < 0)
            return at;
        unit = unit * 16 + static_cast<std::uint32_t>(digit);
    }
    return digits + 4;
}

class Unescaper {
public:
    explicit Unescaper(std::string_view text) : m_text(text) {}

    std::string run()
    {
        m_out.reserve(m_text.size());
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c != '\\' || m_at == m_text.size())
                m_out += c;
            else
                escape();
        }
        return std::move(m_out);
    }

private:
    void escape()
    {
        const char c = m_text[m_at++];
        switch (c) {
        case 'n':
            m_out += '\n';
            return;
        case 't':
            m_out += '\t';
            return;
        case 'r':
            m_out += '\r';
            return;
        case 'b':
            m_out += '\b';
            return;
        case 'f':
            m_out += '\f';
            return;
        case 's':
            m_out += ' ';
            return;
        case '\n':
            return; // line continuation in a text block
        case 'u':
            unicode();
            return;
        default:
            break;
        }
        if (c < '0' || c > '7') {
            m_out += c;
            return;
        }
        std::uint32_t value = static_cast<std::uint32_t>(c - '0');
        for (int i = 0; i < 2 && m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '7' && value * 8 < 256; ++i)
            value = value * 8 + static_cast<std::uint32_t>(m_text[m_at++] - '0');
        appendUtf8(m_out, value);
    }

    void unicode()
    {
        std::uint32_t unit = 0;
        const std::size_t behind = readUnicode(m_text, m_at - 1, unit);
        if (behind == m_at - 1) {
            m_out += 'u';
            return;
        }
        m_at = behind;
        const bool high = unit >= 0xD800 && unit < 0xDC00;
        if (high && m_text.substr(m_at).starts_with("\\u")) {
            std::uint32_t low = 0;
            const std::size_t end = readUnicode(m_text, m_at + 1, low);
            if (end != m_at + 1 && low >= 0xDC00 && low < 0xE000) {
                m_at = end;
                unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
            }
        }
        appendUtf8(m_out, unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_out;
};

/// The lines of a text block without the indentation that all of them share (JLS 3.10.6).
std::string stripIndentation(std::string_view block)
{
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= block.size();) {
        const std::size_t end = std::min(block.find('\n', at), block.size());
        std::string_view line = block.substr(at, end - at);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back(line);
        at = end + 1;
    }
    std::size_t shared = std::string_view::npos;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t indent = lines[i].find_first_not_of(" \t\f");
        const bool blank = indent == std::string_view::npos;
        if (!blank || i + 1 == lines.size())
            shared = std::min(shared, blank ? lines[i].size() : indent);
    }
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view line = lines[i].substr(std::min(shared, lines[i].size()));
        const std::size_t last = line.find_last_not_of(" \t\f");
        line = line.substr(0, last == std::string_view::npos ? 0 : last + 1);
        text += line;
        if (i + 1 < lines.size())
            text += '\n';
    }
    return text;
}

} // namespace

bool isPlainLiteral(std::string_view literal)
{
    return literal.size() >= 2 && !literal.starts_with("\"\"\"") && literal.ends_with('"') && !literal.contains('\\');
}

std::string unescape(std::string_view literal)
{
    if (literal.starts_with("\"\"\"")) {
        literal.remove_prefix(3);
        if (literal.ends_with("\"\"\""))
            literal.remove_suffix(3);
        const std::size_t first = literal.find('\n');
        return Unescaper(stripIndentation(first == std::string_view::npos ? literal : literal.substr(first + 1))).run();
    }
    if (literal.starts_with('"'))
        literal.remove_prefix(1);
    if (literal.ends_with('"'))
        literal.remove_suffix(1);
    return Unescaper(literal).run();
}

} // namespace naru::analyzers::java
