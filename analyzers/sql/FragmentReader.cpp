#include "analyzers/sql/FragmentReader.h"

#include "analyzers/sql/SqlTokens.h"

#include <algorithm>

namespace naru::analyzers::sql {

namespace {

/// A cheap look before anything is cut into tokens.
bool namesATable(std::string_view text)
{
    constexpr std::size_t kShortest = 12; // "from x x.y=?"
    if (text.size() < kShortest)
        return false;
    for (const std::string_view word : {"from ", "FROM ", "join ", "JOIN ", "From ", "Join "})
        if (text.find(word) != std::string_view::npos)
            return true;
    return false;
}

struct Shape {
    Word first = Word::None; ///< the first of FROM and JOIN
    bool condition = false;  ///< JOIN .. ON, or WHERE with a comparison
    bool qualified = false;  ///< a.b
};

constexpr bool compares(const Token& token)
{
    constexpr WordSet kWords{Word::In, Word::Like, Word::Is, Word::Exists};
    return token.kind == TokenKind::Symbol ? token.symbol == '=' || token.symbol == '<' || token.symbol == '>' : kWords.contains(token.word);
}

Shape shapeOf(const std::vector<Token>& tokens)
{
    Shape shape;
    bool join = false;
    bool where = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const bool name = token.kind == TokenKind::Name;
        if (name && shape.first == Word::None && (token.word == Word::From || token.word == Word::Join))
            shape.first = token.word;
        join = join || (name && token.word == Word::Join);
        where = where || (name && token.word == Word::Where);
        shape.condition = shape.condition || (join && name && (token.word == Word::On || token.word == Word::Using)) ||
                          (where && compares(token));
        shape.qualified = shape.qualified || (i > 0 && i + 1 < tokens.size() && token.kind == TokenKind::Symbol && token.symbol == '.' &&
                                              !token.spaced && !tokens[i + 1].spaced && tokens[i - 1].kind == TokenKind::Name &&
                                              tokens[i + 1].kind == TokenKind::Name);
    }
    return shape;
}

} // namespace

SqlFacts readFragment(std::string_view text)
{
    if (!namesATable(text) || startsLikeSql(text))
        return {};
    const Shape shape = shapeOf(tokenize(text));
    if (shape.first == Word::None || !(shape.condition || shape.qualified))
        return {};
    constexpr std::string_view kBeforeFrom = "select ";
    constexpr std::string_view kBeforeJoin = "select * from ? ";
    const std::string_view before = shape.first == Word::From ? kBeforeFrom : kBeforeJoin;
    SqlFacts facts = readSql(std::string(before).append(text));
    if (!facts.plausible || facts.kind != core::StatementKind::Select)
        return {};
    std::erase_if(facts.tables, [&](const TableUse& use) { return use.mode != core::AccessMode::Read; });
    for (TableUse& use : facts.tables)
        use.offset -= std::min(use.offset, static_cast<std::uint32_t>(before.size()));
    return facts;
}

} // namespace naru::analyzers::sql
