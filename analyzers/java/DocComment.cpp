#include "analyzers/java/DocComment.h"

#include "core/base/Blanks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>
#include <vector>

namespace naru::analyzers::java {

namespace {

/// The lines between the delimiters, without the stars at their begin.
std::vector<std::string_view> linesOf(std::string_view comment)
{
    comment.remove_prefix(std::min<std::size_t>(3, comment.size()));
    if (comment.ends_with("*/"))
        comment.remove_suffix(2);
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= comment.size();) {
        const std::size_t end = std::min(comment.find('\n', at), comment.size());
        std::string_view line = core::trimmed(comment.substr(at, end - at));
        while (line.starts_with('*'))
            line.remove_prefix(1);
        lines.push_back(core::trimmed(line));
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
                std::string_view content = core::trimmed(text.substr(space, close - space));
                const std::size_t label =
                    text.substr(at).starts_with("{@link") ? content.find_first_of(core::kBlanks) : std::string_view::npos;
                plain += label == std::string_view::npos ? content : core::trimmed(content.substr(label));
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
    return std::string(core::trimmed(folded));
}

bool onlyFormWords(std::string_view text)
{
    static constexpr auto kFormWords = std::to_array<std::string_view>(
        {"함수", "메소드", "메서드", "클래스", "기능", "간략한", "간단한", "간략", "상세", "설명", "내용", "입력", "작성", "method", "function", "description", "brief", "Class", "class"});
    bool form = true;
    for (std::string_view rest = text; form && !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(" ."), rest.size());
        form = end == 0 || std::ranges::find(kFormWords, rest.substr(0, end)) != kFormWords.end();
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return form;
}

bool digitsOnly(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Up to the first period that ends a sentence; "1. " before it only numbers it, and a tag on its line is none of it.
std::string sentenceOf(std::string text)
{
    for (const std::string_view tag : {" @return", " @param", " @author", " @throws", " @exception", " @see", " @since"})
        text.resize(std::min(text.find(tag), text.size()));
    if (const std::size_t number = text.find(". "); number != std::string::npos && digitsOnly(std::string_view(text).substr(0, number)))
        text.erase(0, number + 2);
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
    std::string_view rest = core::trimmed(line.substr(name));
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
        if (std::string text = behindName(line, colon != std::string_view::npos ? colon : line.find(word) + word.size()); !onlyFormWords(text))
            return text;
    }
    return {};
}

/// What a form of the editor left for people to write: "함수 간략한 설명". Such a text, or one name of code, says nothing.
bool saysNothing(std::string_view text)
{
    return isOneName(text) || onlyFormWords(text);
}

/// How people write the label of a line: "4. Comment  : ", "설  명 :" -> "comment", "설명"; empty for a line without one. Takes it from the line.
std::string takeLabel(std::string_view& line)
{
    constexpr std::size_t kLongestLabel = 40;
    std::string_view rest = line;
    if (const std::size_t number = rest.find('.'); number != std::string_view::npos && digitsOnly(rest.substr(0, number)))
        rest = core::trimmed(rest.substr(number + 1));
    const std::size_t colon = rest.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > kLongestLabel)
        return {};
    std::string label;
    for (const char c : rest.substr(0, colon))
        if (!core::kBlanks.contains(c) && c != '@')
            label += static_cast<char>(static_cast<unsigned char>(c) < 0x80 ? std::tolower(c) : c);
    line = core::trimmed(rest.substr(colon + 1));
    return label;
}

/// Whether a comment is a form of labels and values, and what it says of its subject: empty where that was not written.
std::optional<std::string> formText(const std::vector<std::string_view>& lines)
{
    static constexpr auto kDescribing = std::to_array<std::string_view>({"comment", "comments", "description", "desc", "설명", "기능", "기능설명", "기능내용", "프로그램설명", "클래스설명",
                                                                         "메소드설명", "메서드설명", "제목", "개요", "내용", "처리내용", "업무내용", "화면명", "메뉴명", "업무명"});
    static constexpr auto kOther = std::to_array<std::string_view>({"classname", "filename", "package", "packagename", "project", "projectname", "programname", "methodname", "method", "author",
                                                                    "date", "version", "파일명", "클래스명", "프로그램명", "프로그램id", "프로젝트명", "패키지명", "메소드명", "메서드명", "함수명",
                                                                    "작성자", "작성일", "작성일자", "작성", "버전", "버젼", "환경", "수정", "수정일", "수정자", "시스템명", "화면id", "업무구분"});
    bool form = false;
    for (std::string_view line : lines) {
        if (line.empty() || line.starts_with('<'))
            continue;
        const std::string label = takeLabel(line);
        const bool describing = std::ranges::find(kDescribing, label) != kDescribing.end();
        if (!form && !describing && std::ranges::find(kOther, label) == kOther.end())
            return std::nullopt; // a text begins otherwise
        form = true;
        if (describing && !line.empty())
            if (std::string text = sentenceOf(withoutMarkup(line)); !saysNothing(text))
                return text;
    }
    return form ? std::optional<std::string>(std::in_place) : std::nullopt;
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

std::string shortened(std::string sentence)
{
    constexpr std::size_t kLongest = 300;
    if (sentence.size() > kLongest) {
        std::size_t end = kLongest;
        while (end > 0 && (static_cast<unsigned char>(sentence[end]) & 0xC0U) == 0x80U) // not within a character
            --end;
        sentence.resize(end);
    }
    return sentence;
}

} // namespace

std::string firstSentence(std::string_view comment)
{
    const std::vector<std::string_view> lines = linesOf(comment);
    std::string text;
    const std::optional<std::string> form = formText(lines);
    if (form)
        return shortened(form->empty() ? tagText(lines, "Description") : *form);
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
    return shortened(std::move(sentence));
}

bool isOneName(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; });
}

std::string labelAbove(std::string_view text, std::size_t start)
{
    const auto lineBefore = [&](std::size_t end) { // without its break; `end` is where the next line begins
        const std::size_t last = end == 0 ? 0 : end - 1;
        const std::size_t first = last == 0 ? std::string_view::npos : text.rfind('\n', last - 1);
        return std::pair(first == std::string_view::npos ? 0 : first + 1, last);
    };
    const std::size_t own = text.rfind('\n', start);
    if (own == std::string_view::npos || !core::trimmed(text.substr(own, start - own)).empty())
        return {};
    const auto [first, last] = lineBefore(own + 1);
    std::string_view line = core::trimmed(text.substr(first, last - first));
    const bool block = line.starts_with("/*") && !line.starts_with("/**") && line.size() > 4 && line.find("*/") == line.size() - 2; // of one line
    if (block)
        line.remove_suffix(2);
    if ((!line.starts_with("//") && !block) || (first > 0 && core::trimmed(text.substr(lineBefore(first).first, first - lineBefore(first).first)).starts_with("//")))
        return {};
    line = core::trimmed(line.substr(2));
    line = line.substr(0, line.find_last_not_of("* ") + 1); // npos + 1 is 0
    constexpr std::size_t kLongest = 120;
    const bool code = line.find_first_of(";{}=\"") != std::string_view::npos || line.starts_with('@') || line.starts_with('/') || line.starts_with('-');
    const bool words = std::ranges::any_of(line, [](char c) { return static_cast<unsigned char>(c) >= 0xE0; }); // three bytes: no Latin letters
    return code || !words || line.size() > kLongest ? std::string() : std::string(line);
}

bool onlyComments(std::string_view text)
{
    for (;;) {
        text = core::trimmed(text);
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
