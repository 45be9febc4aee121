#include "analyzers/java/ReadingContext.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace naru::analyzers::java {

ReadingContext::ReadingContext(std::string_view source, const FlatTree& syntax, Interner& interner, FileFacts& out)
    : text(source),
      tree(syntax),
      intern(interner),
      facts(out)
{
    m_lineStarts.reserve(source.size() / 32 + 2);
    m_lineStarts.push_back(0);
    const char* const begin = source.data();
    const char* const end = begin + source.size();
    for (const char* at = begin; at < end;) {
        const auto* found = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (found == nullptr)
            break;
        at = found + 1;
        m_lineStarts.push_back(static_cast<std::uint32_t>(at - begin));
    }
}

std::uint32_t ReadingContext::lineAt(std::uint32_t offset)
{
    constexpr std::size_t kNear = 8;
    std::size_t line = m_lastLine;
    if (offset >= m_lineStarts[line]) {
        const std::size_t stop = std::min(line + kNear, m_lineStarts.size() - 1);
        while (line < stop && m_lineStarts[line + 1] <= offset)
            ++line;
        if (line < stop || line + 1 == m_lineStarts.size() || m_lineStarts[line + 1] > offset) {
            m_lastLine = line;
            return static_cast<std::uint32_t>(line + 1);
        }
    }
    const auto after = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), offset);
    m_lastLine = static_cast<std::size_t>(after - m_lineStarts.begin()) - 1;
    return static_cast<std::uint32_t>(m_lastLine + 1);
}

std::uint32_t ReadingContext::endLineOf(std::uint32_t node)
{
    const FlatNode& flat = tree.nodes[node];
    return lineAt(flat.end > flat.start ? flat.end - 1 : flat.end);
}

core::StringId ReadingContext::dottedName(std::uint32_t node)
{
    const std::string_view written = textOf(node);
    const bool plain = std::ranges::none_of(
        written, [](char c) { return c == '<' || c == '@' || c == '/' || c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    if (plain)
        return intern(written);
    std::string name;
    const std::uint32_t end = tree.nodes[node].next;
    for (std::uint32_t i = node; i < end;) {
        const Syntax kind = tree.kind(i);
        if (kind == Syntax::TypeArguments || kind == Syntax::Annotation || kind == Syntax::MarkerAnnotation) {
            i = tree.nodes[i].next;
            continue;
        }
        if (kind == Syntax::TypeIdentifier || kind == Syntax::Identifier) {
            if (!name.empty())
                name += '.';
            name += textOf(i);
        }
        ++i;
    }
    return intern(name);
}

} // namespace naru::analyzers::java
