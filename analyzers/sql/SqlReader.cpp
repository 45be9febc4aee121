#include "analyzers/sql/SqlReader.h"

#include "analyzers/sql/SqlTokens.h"
#include "analyzers/sql/StatementReader.h"
#include "core/base/ByteScan.h"

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
    static constexpr WordSet kStarts{Word::Select, Word::Insert, Word::Update, Word::Delete,  Word::Merge,    Word::Replace, Word::With,
                                     Word::Call,   Word::Exec,   Word::Begin,  Word::Declare, Word::Truncate, Word::From};
    return kStarts.contains(wordOf(text.substr(at, end - at)));
}

std::uint32_t lineOf(std::string_view text, std::size_t offset)
{
    return static_cast<std::uint32_t>(core::countByte(text.substr(0, offset), '\n'));
}

} // namespace naru::analyzers::sql
