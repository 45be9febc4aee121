#include "analyzers/cpp/EsqlWords.h"

#include "core/base/Ascii.h"

#include <cctype>

namespace naru::analyzers::cpp {

bool wordChar(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$';
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n\"<");
    const std::size_t last = text.find_last_not_of(" \t\r\n\">");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1);
}

/// Where the query of a cursor starts.
std::size_t queryOf(std::string_view upperText)
{
    std::size_t at = upperText.find("CURSOR");
    at = at == std::string_view::npos ? at : upperText.find("FOR", at);
    if (at == std::string_view::npos)
        return at;
    at = upperText.find_first_not_of(" \t\r\n", at + 3);
    return at != std::string_view::npos && (upperText.substr(at).starts_with("SELECT") || upperText.substr(at).starts_with("WITH") ||
                                            upperText.substr(at).starts_with("("))
               ? at
               : std::string_view::npos;
}

bool hostFollows(std::string_view text, std::size_t at)
{
    at = text.find_first_not_of(" \t\r\n", at);
    return at != std::string_view::npos && text[at] == ':';
}

std::string cursorName(std::string_view sql)
{
    const std::string all = core::capitalLetters(sql);
    std::size_t at = all.find("OPEN");
    at = at == std::string::npos ? at : all.find_first_not_of(" \t\r\n", at + 4);
    std::string name;
    for (; at < all.size() && wordChar(all[at]); ++at)
        name += all[at];
    return name;
}

/// The C expression of a host variable that starts at the colon; indicators behind it are passed over.
std::string hostVariable(std::string_view text, std::size_t& i)
{
    ++i;
    while (i < text.size() && text[i] == ' ')
        ++i;
    std::string name;
    int brackets = 0;
    while (i < text.size()) {
        const char c = text[i];
        if (wordChar(c) || c == '.' || brackets > 0) {
            name += c;
        } else if (c == '-' && i + 1 < text.size() && text[i + 1] == '>') {
            name += "->";
            ++i;
        } else if (c != '[') {
            break;
        } else {
            name += c;
        }
        brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
        ++i;
    }
    if (i < text.size() && text[i] == ':' && i + 1 < text.size() && wordChar(text[i + 1])) // :value:indicator
        for (++i; i < text.size() && (wordChar(text[i]) || text[i] == '.' || text[i] == '[' || text[i] == ']');)
            ++i;
    return brackets == 0 ? name : std::string();
}

} // namespace naru::analyzers::cpp
