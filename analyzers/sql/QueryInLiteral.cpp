#include "analyzers/sql/QueryInLiteral.h"

namespace naru::analyzers::sql {

namespace {

/// Whether the parenthesis around a token is that of a call: a plain name stands before it.
bool isArgumentOfCall(const std::vector<Token>& tokens, std::size_t at)
{
    int depth = 0;
    while (at-- > 0) {
        const Token& token = tokens[at];
        if (token.kind != TokenKind::Symbol)
            continue;
        if (token.symbol == ')')
            ++depth;
        else if (token.symbol == '(' && depth-- == 0)
            return at > 0 && tokens[at - 1].kind == TokenKind::Name && tokens[at - 1].word == Word::None &&
                   (at < 2 || tokens[at - 2].word != Word::Into);
    }
    return false;
}

} // namespace

std::string queryInLiteral(std::string_view text, const std::vector<Token>& tokens, std::size_t at)
{
    constexpr std::size_t kShortest = 16; // select a from b
    const Token& token = tokens[at];
    if (token.kind != TokenKind::String || token.length < kShortest)
        return {};
    const std::string_view written = spelling(text, token);
    const auto start = written.find_first_not_of(" \t\r\n(");
    if (start == std::string_view::npos || wordOf(written.substr(start, written.find_first_of(" \t\r\n", start) - start)) != Word::Select ||
        !isArgumentOfCall(tokens, at))
        return {};
    std::string query;
    query.reserve(written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
        query += written[i];
        if (written[i] == '\'' && i + 1 < written.size() && written[i + 1] == '\'')
            ++i;
    }
    return query;
}

} // namespace naru::analyzers::sql
