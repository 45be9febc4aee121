#include "analyzers/sql/TemplateWords.h"

#include "analyzers/sql/SqlTokens.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace naru::analyzers::sql {

namespace {

enum class Part : std::uint8_t { None, If, Next, Loop, Line, End };

struct Directive {
    std::string_view name;
    Part part;
    bool condition; ///< has parentheses
};

constexpr auto kDirectives = std::to_array<Directive>({{"elseif", Part::Next, true},
                                                       {"else", Part::Next, false},
                                                       {"end", Part::End, false},
                                                       {"foreach", Part::Loop, true},
                                                       {"if", Part::If, true},
                                                       {"set", Part::Line, true}});

constexpr bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

struct Found {
    Part part = Part::None;
    std::size_t end = 0;
};

/// From an opening parenthesis to behind its closing one; `at` when it has none.
std::size_t behindParentheses(std::string_view text, std::size_t at)
{
    int depth = 0;
    for (std::size_t i = at; i < text.size(); ++i) {
        depth += text[i] == '(' ? 1 : (text[i] == ')' ? -1 : 0);
        if (depth == 0)
            return i + 1;
    }
    return at;
}

Found directiveAt(std::string_view text, std::size_t at)
{
    if (at + 1 >= text.size() || text[at] != '#')
        return {};
    if (text[at + 1] == '#') // a comment
        return {Part::Line, std::min(text.find('\n', at), text.size())};
    const bool braced = text[at + 1] == '{';
    const std::string_view rest = text.substr(at + (braced ? 2 : 1));
    for (const Directive& known : kDirectives) {
        if (!rest.starts_with(known.name))
            continue;
        std::size_t end = static_cast<std::size_t>(rest.data() - text.data()) + known.name.size();
        if (braced && (end >= text.size() || text[end++] != '}'))
            return {};
        if (!known.condition) { // #{end} and #end, but not #{endDate} or #ending, nor #end#, a parameter of iBATIS
            const char next = end < text.size() ? text[end] : ' ';
            return braced || (!isNameChar(next) && next != '#') ? Found{known.part, end} : Found{};
        }
        while (end < text.size() && (text[end] == ' ' || text[end] == '\t'))
            ++end;
        const std::size_t behind = end < text.size() && text[end] == '(' ? behindParentheses(text, end) : end;
        return behind > end ? Found{known.part, behind} : Found{};
    }
    return {};
}

} // namespace

std::size_t directiveEnd(std::string_view text, std::size_t at)
{
    const Found found = directiveAt(text, at);
    return found.part == Part::None ? at : found.end;
}

bool mayHoldDirectives(std::string_view text)
{
    return text.find("#end") != std::string_view::npos || text.find("#{end}") != std::string_view::npos;
}

std::string withoutDirectives(std::string_view text)
{
    std::string plain(text);
    std::vector<Part> open; // what the next #end closes
    for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at)) {
        const Found found = directiveAt(text, at);
        if (found.part == Part::None) {
            ++at;
            continue;
        }
        std::replace_if(plain.begin() + static_cast<std::ptrdiff_t>(at), plain.begin() + static_cast<std::ptrdiff_t>(found.end),
                        [](char c) { return c != '\n'; }, ' ');
        if (found.part == Part::If) {
            plain[at] = kAlternativesBegin;
        } else if (found.part == Part::Next) {
            plain[at] = kAlternativeNext;
        } else if (found.part == Part::End && (open.empty() || open.back() == Part::If)) {
            plain[at] = kAlternativesEnd;
        }
        if (found.part == Part::End && !open.empty())
            open.pop_back();
        else if (found.part == Part::If || found.part == Part::Loop)
            open.push_back(found.part);
        at = found.end;
    }
    return plain;
}

} // namespace naru::analyzers::sql
