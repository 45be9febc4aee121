#include "analyzers/java/DocComment.h"

#include "core/base/Blanks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace naru::analyzers::java {

namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(core::kBlanks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(core::kBlanks) - first + 1);
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
            const std::size_t space = text.find_first_of(core::kBlanks, at);
            if (space < close) {
                std::string_view content = trimmed(text.substr(space, close - space));
                const std::size_t label =
                    text.substr(at).starts_with("{@link") ? content.find_first_of(core::kBlanks) : std::string_view::npos;
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
        const bool space = core::kBlanks.contains(c);
        if (!space)
            folded += c;
        else if (!folded.empty() && folded.back() != ' ')
            folded += ' ';
    }
    return std::string(trimmed(folded));
}

std::string sentenceOf(const std::string& text)
{
    for (std::size_t at = text.find('.'); at != std::string::npos; at = text.find('.', at + 1)) {
        const auto before = std::string_view(text).substr(0, at);
        const bool within = std::ranges::count(before, '(') > std::ranges::count(before, ')'); // (Lot No. search)
        if (!within && (at + 1 == text.size() || text[at + 1] == ' '))
            return text.substr(0, at + 1);
    }
    return text;
}

/// "Description : text" -> text, behind the name of a tag.
std::string behindName(std::string_view line, std::size_t name)
{
    std::string_view rest = trimmed(line.substr(name));
    if (rest.starts_with(':'))
        rest.remove_prefix(1);
    return sentenceOf(withoutMarkup(rest));
}

/// "@Description : text" -> text, for tags whose name holds one of the words.
std::string tagText(const std::vector<std::string_view>& lines, std::string_view word)
{
    for (const std::string_view line : lines) {
        if (!line.starts_with('@') || !line.contains(word))
            continue;
        const std::size_t colon = line.find(':');
        if (std::string text = behindName(line, colon != std::string_view::npos ? colon : line.find(word) + word.size()); !text.empty())
            return text;
    }
    return {};
}

/// What a form of the editor left for people to write: "함수 간략한 설명". Such a text, or one name of code, says nothing.
bool saysNothing(std::string_view text)
{
    static constexpr auto kFormWords = std::to_array<std::string_view>(
        {"함수", "메소드", "메서드", "클래스", "기능", "간략한", "간단한", "간략", "상세", "설명", "내용", "입력", "작성", "method", "function", "description", "brief"});
    const bool oneName = std::ranges::all_of(text, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; });
    bool form = true;
    for (std::string_view rest = text; form && !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(" ."), rest.size());
        form = end == 0 || std::ranges::find(kFormWords, rest.substr(0, end)) != kFormWords.end();
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return oneName || form;
}

/// The text of "@brief : text" and its like, which forms of editors put before each method.
std::string briefText(const std::vector<std::string_view>& lines)
{
    for (const std::string_view line : lines)
        for (const std::string_view tag : {"@brief", "@desc", "@description"})
            if (line.starts_with(tag) && line.size() > tag.size() && (line[tag.size()] == ':' || core::kBlanks.contains(line[tag.size()])))
                if (std::string text = behindName(line, tag.size()); !saysNothing(text))
                    return text;
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
    if (sentence.empty())
        sentence = briefText(lines);
    constexpr std::size_t kLongest = 300;
    if (sentence.size() > kLongest) {
        std::size_t end = kLongest;
        while (end > 0 && (static_cast<unsigned char>(sentence[end]) & 0xC0U) == 0x80U) // not within a character
            --end;
        sentence.resize(end);
    }
    return sentence;
}

std::string labelAbove(std::string_view text, std::size_t start)
{
    const auto lineBefore = [&](std::size_t end) { // without its break; `end` is where the next line begins
        const std::size_t last = end == 0 ? 0 : end - 1;
        const std::size_t first = last == 0 ? std::string_view::npos : text.rfind('\n', last - 1);
        return std::pair(first == std::string_view::npos ? 0 : first + 1, last);
    };
    const std::size_t own = text.rfind('\n', start);
    if (own == std::string_view::npos || !trimmed(text.substr(own, start - own)).empty())
        return {};
    const auto [first, last] = lineBefore(own + 1);
    std::string_view line = trimmed(text.substr(first, last - first));
    if (!line.starts_with("//") || (first > 0 && trimmed(text.substr(lineBefore(first).first, first - lineBefore(first).first)).starts_with("//")))
        return {};
    line = trimmed(line.substr(2));
    constexpr std::size_t kLongest = 120;
    const bool code = line.find_first_of(";{}=\"") != std::string_view::npos || line.starts_with('@') || line.starts_with('/') || line.starts_with('-');
    const bool words = std::ranges::any_of(line, [](char c) { return static_cast<unsigned char>(c) >= 0xE0; }); // three bytes: no Latin letters
    return code || !words || line.size() > kLongest ? std::string() : std::string(line);
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
