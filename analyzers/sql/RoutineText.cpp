#include "analyzers/sql/RoutineText.h"

#include "analyzers/sql/SqlTokens.h"
#include "core/base/Blanks.h"
#include "core/base/ByteScan.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::sql {

namespace {

constexpr bool isPlainWordChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The delimiter lines, and what they declare wherever it stands, become plain `;`.
class Delimiters {
public:
    void line(std::string& text, std::size_t start, std::size_t end)
    {
        const std::string_view content = core::trimmed(std::string_view(text).substr(start, end - start));
        if (content.size() > 10 && isAnyCase(content.substr(0, 9), "DELIMITER") && (content[9] == ' ' || content[9] == '\t')) {
            m_delimiter = std::string(core::trimmed(content.substr(10)));
            std::fill(text.begin() + static_cast<std::ptrdiff_t>(start), text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
            return;
        }
        if (m_delimiter.empty() || m_delimiter == ";") {
            return;
        }
        for (std::size_t at = text.find(m_delimiter, start); at != std::string::npos && at < end; at = text.find(m_delimiter, at + 1)) {
            text.replace(at, m_delimiter.size(), m_delimiter.size(), ' ');
            text[at] = ';';
        }
    }

private:
    std::string m_delimiter;
};

/// Length of $tag$ at an offset, or 0.
std::size_t dollarTag(std::string_view text, std::size_t at)
{
    constexpr std::size_t kLongest = 64;
    std::size_t end = at + 1;
    while (end < text.size() && isPlainWordChar(text[end]) && end - at < kLongest) {
        ++end;
    }
    const bool number = end > at + 1 && text[at + 1] >= '0' && text[at + 1] <= '9'; // $1$ is no tag
    return end < text.size() && text[end] == '$' && !number ? end + 1 - at : 0;
}

/// What dumps of MySQL put into comments for a server of some version is meant to be run: the marks become blanks. A plain comment
/// within one ends by itself.
void blankVersionComments(std::string& text)
{
    bool within = false;
    for (std::size_t at = text.find("/*!"); at < text.size();) {
        const std::string_view rest = std::string_view(text).substr(at);
        if (rest.starts_with("/*!")) {
            std::size_t end = at + 3;
            while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
                ++end;
            }
            std::fill(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
            within = true;
            at = end;
        } else if (rest.starts_with("/*")) {
            const std::size_t close = text.find("*/", at + 2);
            at = close == std::string::npos ? text.size() : close + 2;
        } else if (within && rest.starts_with("*/")) {
            text.replace(at, 2, "  ");
            within = false;
            at += 2;
        } else {
            at = within ? at + 1 : text.find("/*", at);
        }
    }
}

void blankDollars(RoutineText& out)
{
    std::string& text = out.text;
    for (std::size_t at = text.find('$'); at != std::string::npos; at = text.find('$', at + 1)) {
        const std::size_t length = at > 0 && isPlainWordChar(text[at - 1]) ? 0 : dollarTag(text, at);
        if (length == 0) {
            continue;
        }
        const std::string tag = text.substr(at, length);
        const std::size_t close = text.find(tag, at + length);
        if (close == std::string::npos) {
            return;
        }
        out.dollarBodies.emplace_back(at, close);
        text.replace(at, length, length, ' ');
        text.replace(close, length, length, ' ');
        at = close + length - 1;
    }
}

} // namespace

RoutineText plainRoutineText(std::string_view text)
{
    RoutineText out;
    out.text = text;
    blankVersionComments(out.text);
    Delimiters delimiters;
    for (std::size_t start = 0; start < out.text.size();) {
        const std::size_t end = std::min(out.text.find('\n', start), out.text.size());
        const std::string_view line = core::trimmed(std::string_view(out.text).substr(start, end - start));
        const bool go = isAnyCase(line, "GO");
        if (go || line == "/") {
            out.goLines = out.goLines || go;
            out.separators.push_back(start);
            std::fill(out.text.begin() + static_cast<std::ptrdiff_t>(start), out.text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
            out.text[start] = ';';
        } else {
            delimiters.line(out.text, start, end);
        }
        start = end + 1;
    }
    blankDollars(out);
    return out;
}

bool mentionsRoutine(std::string_view text)
{
    static constexpr auto kWords = std::to_array<std::string_view>({"FUNCTION", "PACKAGE", "PROC", "TRIGGER"});
    constexpr std::size_t kNear = 160;
    constexpr std::size_t npos = std::string_view::npos;
    const auto stands = [](std::string_view in) {
        return std::ranges::any_of(kWords, [&](std::string_view word) { return core::findAnyCase(in, word) != npos; });
    };
    // Most scripts create tables and nothing else. Where there is a verb now and then, looking behind each costs less than going through
    // the whole script for each word; of verbs side by side the other way round.
    std::size_t looked = 0;
    bool asked = false;
    for (const std::string_view verb : {"CREATE", "ALTER"}) {
        for (std::size_t at = core::findAnyCase(text, verb); at != npos; at = core::findAnyCase(text, verb, at + verb.size())) {
            looked += kNear;
            if (!asked && looked > text.size() / 2) {
                asked = true;
                if (!stands(text)) {
                    return false;
                }
            }
            if (stands(text.substr(at, kNear))) {
                return true;
            }
        }
    }
    return false;
}

} // namespace naru::analyzers::sql
