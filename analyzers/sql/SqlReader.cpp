#include "analyzers/sql/SqlReader.h"

#include "analyzers/sql/SqlTokens.h"
#include "analyzers/sql/StatementReader.h"

#include <algorithm>

namespace naru::analyzers::sql {

SqlFacts readSql(std::string_view text, const SqlOptions& options)
{
    if (!startsLikeSql(text)) {
        return {};
    }
    const std::vector<Token> tokens = tokenize(text);
    return StatementReader(text, tokens, options).run();
}

bool startsLikeSql(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at];
        const bool comment = c == '/' && at + 1 < text.size() && text[at + 1] == '*';
        if (comment) {
            const auto end = text.find("*/", at + 2);
            at = end == std::string_view::npos ? text.size() : end + 2;
        } else if (c == '-' && at + 1 < text.size() && text[at + 1] == '-') {
            const auto end = text.find('\n', at);
            at = end == std::string_view::npos ? text.size() : end;
        } else if (c == ' ' || (c >= '\t' && c <= '\r') || c == '(' || c == '{' || c == '?' || c == '=' || c == ';' ||
                   (c >= kAlternativesBegin && c <= kAlternativesEnd)) {
            ++at;
        } else {
            break;
        }
    }
    std::size_t end = at;
    while (end < text.size() && ((text[end] >= 'A' && text[end] <= 'Z') || (text[end] >= 'a' && text[end] <= 'z') || text[end] == '_')) {
        ++end;
    }
    switch (wordOf(text.substr(at, end - at))) {
    case Word::Select: case Word::Insert: case Word::Update: case Word::Delete: case Word::Merge: case Word::Replace: case Word::With:
    case Word::Call: case Word::Exec: case Word::Begin: case Word::Declare: case Word::Truncate: case Word::From:
        return true;
    default:
        return false;
    }
}

std::uint32_t lineOf(std::string_view text, std::size_t offset)
{
    return static_cast<std::uint32_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

} // namespace naru::analyzers::sql
