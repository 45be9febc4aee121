#include "analyzers/java/DocTags.h"

#include "core/base/Blanks.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::java {

namespace {

constexpr std::array<std::string_view, 7> kFamilies{"ejb", "hibernate", "jboss", "spring", "struts", "web", "weblogic"};

bool isNamePart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':';
}

/// Length of the name of a tag behind its sign; 0 for a tag of another kind.
std::size_t familyName(std::string_view text)
{
    const auto family = std::ranges::find_if(kFamilies, [&](std::string_view one) {
        return text.starts_with(one) && text.size() > one.size() && (text[one.size()] == '.' || text[one.size()] == ':');
    });
    return family == kFamilies.end() ? 0 : static_cast<std::size_t>(std::ranges::find_if_not(text, isNamePart) - text.begin());
}

/// Only stars and white space stand before it on its line, or the begin of the comment.
bool beginsLine(std::string_view comment, std::size_t at)
{
    while (at > 0 && (comment[at - 1] == ' ' || comment[at - 1] == '\t' || comment[at - 1] == '*'))
        --at;
    return at <= 1 || comment[at - 1] == '\n' || comment[at - 1] == '\r';
}

/// Where the next block tag of any kind, or the comment, ends what a tag says.
std::size_t endOfTag(std::string_view comment, std::size_t from)
{
    char quote = 0;
    for (std::size_t at = from; at < comment.size(); ++at) {
        const char c = comment[at];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"')
            quote = c;
        else if (c == '@' && beginsLine(comment, at))
            return at;
    }
    return quote == 0 ? comment.size() : std::min(comment.find('\n', from), comment.size()); // a quote that nothing closes
}

/// Text over several lines, without the stars at their begin.
std::string inOneLine(std::string_view text)
{
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        line += text.substr(at, end - at);
        if (end == text.size())
            break;
        while (!line.empty() && core::kBlanks.contains(line.back()))
            line.pop_back();
        line += ' ';
        at = std::min(text.find_first_not_of(" \t\r\n\f*", end), text.size());
    }
    return line;
}

void attributes(std::string_view text, DocTag& tag)
{
    constexpr std::string_view kBetween = " \t\r\n\f*";
    for (std::size_t at = text.find_first_not_of(kBetween); at < text.size(); at = text.find_first_not_of(kBetween, at)) {
        const auto keyEnd = std::min(text.find_first_of(" \t\r\n\f=\"", at), text.size());
        const auto sign = text.find_first_not_of(kBetween, keyEnd);
        if (sign >= text.size() || text[sign] != '=' || keyEnd == at) { // a text without a name
            const bool quoted = text[at] == '"';
            const auto end = std::min(quoted ? text.find('"', at + 1) : keyEnd, text.size());
            if (tag.attributes.empty() && end > at)
                tag.attributes.emplace_back("value", inOneLine(text.substr(at + (quoted ? 1 : 0), end - at - (quoted ? 1 : 0))));
            at = end + (quoted ? 1 : 0) + (end == at ? 1 : 0);
            continue;
        }
        const auto open = text.find_first_not_of(kBetween, sign + 1);
        if (open == std::string_view::npos)
            return;
        const char quote = text[open];
        const bool quoted = quote == '"' || quote == '\'';
        const auto close = std::min(quoted ? text.find(quote, open + 1) : text.find_first_of(core::kBlanks, open), text.size());
        const std::size_t first = open + (quoted ? 1 : 0);
        tag.attributes.emplace_back(text.substr(at, keyEnd - at), inOneLine(text.substr(std::min(first, close), close - std::min(first, close))));
        at = close + (quoted ? 1 : 0);
    }
}

} // namespace

std::vector<DocTag> descriptorTags(std::string_view comment)
{
    std::vector<DocTag> tags;
    if (comment.ends_with("*/"))
        comment.remove_suffix(2);
    for (std::size_t at = comment.find('@'); at != std::string_view::npos; at = comment.find('@', at + 1)) {
        const std::size_t length = familyName(comment.substr(at + 1));
        if (length == 0 || !beginsLine(comment, at))
            continue;
        DocTag& tag = tags.emplace_back(DocTag{.name = std::string(comment.substr(at + 1, length)), .attributes = {}, .at = at});
        std::ranges::replace(tag.name, ':', '.');
        const std::size_t begin = at + 1 + length;
        attributes(comment.substr(begin, endOfTag(comment, begin) - begin), tag);
    }
    return tags;
}

} // namespace naru::analyzers::java
