#include "analyzers/web/TagScanner.h"

#include "analyzers/web/Letters.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::web {

namespace {

constexpr auto kNameChars = [] {
    std::array<bool, 256> chars{};
    for (std::size_t c = 0; c < 128; ++c) {
        chars[c] = isWordChar(static_cast<char>(c)) || c == ':' || c == '-' || c == '.' || c == '@';
    }
    return chars;
}();
constexpr bool isNameChar(char c)
{
    return kNameChars[static_cast<unsigned char>(c)];
}

bool same(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) { return core::smallLetter(x) == core::smallLetter(y); });
}

} // namespace

std::string_view Piece::operator[](std::string_view attribute) const
{
    for (const TagAttribute& candidate : attributes) {
        if (same(candidate.name, attribute)) {
            return candidate.value;
        }
    }
    return {};
}

std::size_t TagScanner::after(std::string_view closing, std::size_t from) const
{
    const auto end = m_text.find(closing, from);
    return end == std::string_view::npos ? m_text.size() : end + closing.size();
}

Piece& TagScanner::begin(Piece::Kind kind, std::size_t offset)
{
    m_piece.kind = kind;
    m_piece.name = {};
    m_piece.body = {};
    m_piece.attributes.clear();
    m_piece.offset = offset;
    return m_piece;
}

const Piece& TagScanner::next()
{
    while (m_at < m_text.size()) {
        if (m_text[m_at] == '<') {
            const std::size_t start = m_at;
            if (markup()) {
                return m_piece;
            }
            if (m_at == start) { // a lone `<`
                ++m_at;
            }
            continue;
        }
        Piece& piece = begin(Piece::Kind::Text, m_at);
        auto end = m_text.find('<', m_at);
        if (m_script) { // tags of the server inside scripts are rewritten before, so scripts go to their end tag
            end = m_at;
            while (end < m_text.size()) {
                end = m_text.find('<', end);
                if (end == std::string_view::npos) {
                    break;
                }
                const bool closes = m_text.substr(end, 2) == "</" && same(m_text.substr(end + 2, m_scriptName.size()), m_scriptName);
                if (closes || m_text.substr(end, 4) == "<%--") {
                    break;
                }
                ++end;
            }
        }
        m_at = std::min(end, m_text.size());
        piece.body = m_text.substr(piece.offset, m_at - piece.offset);
        return piece;
    }
    return begin(Piece::Kind::End, 0);
}

/// False: a comment or the like, or a lone `<`.
bool TagScanner::markup()
{
    const std::string_view rest = m_text.substr(m_at, 9);
    if (rest.starts_with("<%--")) {
        m_at = after("--%>", m_at + 4);
    } else if (rest.starts_with("<%")) {
        scriptlet();
        return true;
    } else if (rest.starts_with("<!--")) {
        m_at = after("-->", m_at + 4);
    } else if (rest.starts_with("<![CDATA[")) {
        Piece& piece = begin(Piece::Kind::Text, m_at + 9);
        m_at = after("]]>", m_at);
        piece.body = m_text.substr(piece.offset, m_at - piece.offset);
        piece.name = "cdata";
        return true;
    } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
        m_at = after(">", m_at);
    } else if (rest.size() > 1 && (isLetter(rest[1]) || rest[1] == '/')) {
        tag();
        return true;
    }
    return false;
}

void TagScanner::scriptlet()
{
    Piece& piece = begin(Piece::Kind::Scriptlet, m_at);
    const std::size_t end = m_text.find("%>", m_at + 2);
    std::size_t from = m_at + 2;
    const std::size_t to = std::min(end, m_text.size());
    m_at = end == std::string_view::npos ? m_text.size() : end + 2;
    if (from < to && m_text[from] == '@') {
        piece.kind = Piece::Kind::Directive;
        const std::size_t resume = m_at;
        m_at = from + 1;
        while (m_at < to && isBlank(m_text[m_at])) {
            ++m_at;
        }
        const std::size_t start = m_at;
        while (m_at < to && isNameChar(m_text[m_at])) {
            ++m_at;
        }
        piece.name = m_text.substr(start, m_at - start);
        attributes(piece);
        m_at = std::max(resume, std::min(m_at, m_text.size()));
        return;
    }
    from += from < to && (m_text[from] == '=' || m_text[from] == '!') ? 1 : 0;
    piece.body = m_text.substr(from, to - from);
}

void TagScanner::tag()
{
    const bool end = m_text[m_at + 1] == '/';
    Piece& piece = begin(end ? Piece::Kind::EndTag : Piece::Kind::Tag, m_at);
    std::size_t at = m_at + (end ? 2 : 1);
    const std::size_t start = at;
    while (at < m_text.size() && isNameChar(m_text[at])) {
        ++at;
    }
    piece.name = m_text.substr(start, at - start);
    m_at = at;
    if (end) {
        m_at = after(">", m_at);
        m_script = m_script && !same(piece.name, m_scriptName);
        return;
    }
    attributes(piece);
    const bool closed = m_at >= 2 && m_text[m_at - 1] == '>' && m_text[m_at - 2] == '/';
    if ((same(piece.name, "script") || same(piece.name, "style")) && !closed) {
        m_script = true;
        m_scriptName = piece.name;
    }
}

/// End of a quoted value: scriptlets in it may hold the same quote.
std::size_t TagScanner::valueEnd(std::size_t from, char quote) const
{
    std::size_t i = from;
    while (i < m_text.size() && m_text[i] != quote) {
        if (m_text[i] == '<' && i + 1 < m_text.size() && m_text[i + 1] == '%') {
            i = after("%>", i);
        } else {
            ++i;
        }
    }
    return std::min(i, m_text.size());
}

void TagScanner::attributes(Piece& piece)
{
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == '>') {
            ++m_at;
            return;
        }
        if (c == '%' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '>') {
            m_at += 2;
            return;
        }
        if (c == '<') {
            if (m_text.substr(m_at, 2) != "<%") {
                return; // an unclosed tag: the next one starts here
            }
            m_at = after("%>", m_at);
            continue;
        }
        if (!isNameChar(c)) {
            ++m_at;
            continue;
        }
        const std::size_t start = m_at;
        while (m_at < m_text.size() && isNameChar(m_text[m_at])) {
            ++m_at;
        }
        TagAttribute made{m_text.substr(start, m_at - start), {}};
        std::size_t at = m_at;
        while (at < m_text.size() && isBlank(m_text[at])) {
            ++at;
        }
        if (at < m_text.size() && m_text[at] == '=') {
            ++at;
            while (at < m_text.size() && isBlank(m_text[at])) {
                ++at;
            }
            if (at < m_text.size() && (m_text[at] == '"' || m_text[at] == '\'')) {
                const std::size_t end = valueEnd(at + 1, m_text[at]);
                made.value = m_text.substr(at + 1, end - at - 1);
                m_at = std::min(end + 1, m_text.size());
            } else {
                const std::size_t value = at;
                while (at < m_text.size() && !isBlank(m_text[at]) && m_text[at] != '>') {
                    ++at;
                }
                made.value = m_text.substr(value, at - value);
                m_at = at;
            }
        }
        piece.attributes.push_back(made);
    }
}

} // namespace naru::analyzers::web
