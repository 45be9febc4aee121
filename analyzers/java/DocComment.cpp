#include "analyzers/java/DocComment.h"

#include <algorithm>
#include <vector>

namespace naru::analyzers::java {

namespace {

constexpr std::string_view kSpace = " \t\r\n\f";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kSpace);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

/// The lines between the delimiters, without the stars at their begin.
std::vector<std::string_view> linesOf(std::string_view comment)
{
    comment.remove_prefix(std::min<std::size_t>(3, comment.size()));
    if (comment.ends_with("*/"))
        comment.remove_suffix(2);
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= comment.size();) {
        const std::size_t end = std::min(comment.find('\n', at), comment.size());
        std::string_view line = trimmed(comment.substr(at, end - at));
        while (line.starts_with('*'))
            line.remove_prefix(1);
        lines.push_back(trimmed(line));
        at = end + 1;
    }
    return lines;
}

/// {@code x}, {@link T label} -> their text; <b>x</b> -> x; entities that matter.
std::string withoutMarkup(std::string_view text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with("{@")) {
            const std::size_t close = std::min(text.find('}', at), text.size());
            const std::size_t space = text.find_first_of(kSpace, at);
            if (space < close) {
                std::string_view content = trimmed(text.substr(space, close - space));
                const std::size_t label = text.substr(at).starts_with("{@link") ? content.find_first_of(kSpace) : std::string_view::npos;
                plain += label == std::string_view::npos ? content : trimmed(content.substr(label));
            }
            at = std::min(close + 1, text.size());
        } else if (text[at] == '<' && at + 1 < text.size() &&
                   (std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0 || text[at + 1] == '/')) {
            const std::size_t close = text.find('>', at);
            if (close == std::string_view::npos)
                break;
            plain += ' ';
            at = close + 1;
        } else {
            plain += text[at++];
        }
    }
    std::string folded;
    for (const char c : plain) {
        const bool space = kSpace.contains(c);
        if (!space)
            folded += c;
        else if (!folded.empty() && folded.back() != ' ')
            folded += ' ';
    }
    return std::string(trimmed(folded));
}

std::string sentenceOf(const std::string& text)
{
    for (std::size_t at = text.find('.'); at != std::string::npos; at = text.find('.', at + 1))
        if (at + 1 == text.size() || text[at + 1] == ' ')
            return text.substr(0, at + 1);
    return text;
}

/// "@Description : text" -> text, for tags whose name holds one of the words.
std::string tagText(const std::vector<std::string_view>& lines, std::string_view word)
{
    for (const std::string_view line : lines) {
        if (!line.starts_with('@') || !line.contains(word))
            continue;
        const std::size_t colon = line.find(':');
        const std::size_t behind = colon != std::string_view::npos ? colon + 1 : line.find(word) + word.size();
        if (std::string text = withoutMarkup(line.substr(behind)); !text.empty())
            return sentenceOf(text);
    }
    return {};
}

} // namespace

std::string firstSentence(std::string_view comment)
{
    const std::vector<std::string_view> lines = linesOf(comment);
    std::string text;
    for (const std::string_view line : lines) {
        if (line.starts_with('@') || (line.empty() && !text.empty()) || (line.starts_with("<p") && !text.empty()) ||
            line.starts_with("<pre"))
            break;
        if (!text.empty())
            text += ' ';
        text += line;
    }
    std::string sentence = sentenceOf(withoutMarkup(text));
    if (sentence.empty())
        sentence = tagText(lines, "Description");
    constexpr std::size_t kLongest = 300;
    if (sentence.size() > kLongest) {
        std::size_t end = kLongest;
        while (end > 0 && (static_cast<unsigned char>(sentence[end]) & 0xC0U) == 0x80U) // not within a character
            --end;
        sentence.resize(end);
    }
    return sentence;
}

bool onlyComments(std::string_view text)
{
    for (;;) {
        text = trimmed(text);
        if (text.empty())
            return true;
        if (text.starts_with("//")) {
            text.remove_prefix(std::min(text.find('\n'), text.size()));
        } else if (text.starts_with("/*")) {
            const std::size_t close = text.find("*/", 2);
            if (close == std::string_view::npos)
                return false;
            text.remove_prefix(close + 2);
        } else {
            return false;
        }
    }
}

} // namespace naru::analyzers::java
