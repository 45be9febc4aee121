#include "analyzers/cpp/EntryTitle.h"

#include <cctype>

namespace naru::analyzers::cpp {

namespace {

constexpr std::size_t kLetters = 60;

bool startsLetter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Rulers, numbers and the like around words: "=== 1) order ===".
bool isMark(char c)
{
    return std::isspace(static_cast<unsigned char>(c)) != 0 || std::string_view("-=*_#~+|/\\<>!.:;").contains(c);
}

/// End of the first sentence.
std::size_t sentenceEnd(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n')
            return at;
        const bool last = at + 1 == text.size() || text[at + 1] == ' ';
        if (last && (text[at] == '.' || text[at] == '!' || text[at] == '?' || text[at] == ';'))
            return at;
    }
    return text.size();
}

} // namespace

std::string entryTitle(std::string_view comment)
{
    while (!comment.empty() && isMark(comment.front()))
        comment.remove_prefix(1);
    std::string_view text = comment.substr(0, sentenceEnd(comment));
    while (!text.empty() && isMark(text.back()))
        text.remove_suffix(1);
    std::size_t letters = 0;
    std::size_t space = 0; // last place between two words
    bool any = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!startsLetter(text[at]))
            continue;
        if (++letters > kLetters)
            return std::string(text.substr(0, space > 0 ? space : at)) + "…";
        if (text[at] == ' ')
            space = at;
        any = any || std::isalpha(static_cast<unsigned char>(text[at])) != 0 || static_cast<unsigned char>(text[at]) >= 0x80;
    }
    return any ? std::string(text) : std::string();
}

} // namespace naru::analyzers::cpp
