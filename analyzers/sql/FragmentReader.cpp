#include "analyzers/sql/FragmentReader.h"

#include "analyzers/sql/QueryInLiteral.h"
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
    Word first = Word::None;    ///< the first of FROM and JOIN
    std::size_t firstToken = 0; ///< where it stands; of a join its first word (LEFT, INNER ...)
    bool condition = false;     ///< JOIN .. ON, or WHERE with a comparison
    bool qualified = false;     ///< a.b
};

/// LEFT [OUTER] JOIN and the like.
constexpr WordSet kBeforeJoin{Word::Left, Word::Right, Word::Full, Word::Inner, Word::Outer, Word::Cross, Word::Natural};

constexpr bool compares(const Token& token)
{
    constexpr WordSet kWords{Word::In, Word::Like, Word::Is, Word::Exists};
    return token.kind == TokenKind::Symbol ? token.symbol == '=' || token.symbol == '<' || token.symbol == '>'
                                           : kWords.contains(token.word);
}

Shape shapeOf(const std::vector<Token>& tokens)
{
    Shape shape;
    bool join = false;
    bool where = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const bool name = token.kind == TokenKind::Name;
        if (name && shape.first == Word::None && (token.word == Word::From || token.word == Word::Join)) {
            shape.first = token.word;
            shape.firstToken = i;
            while (token.word == Word::Join && shape.firstToken > 0 && kBeforeJoin.contains(tokens[shape.firstToken - 1].word))
                --shape.firstToken;
        }
        join = join || (name && token.word == Word::Join);
        where = where || (name && token.word == Word::Where);
        shape.condition =
            shape.condition || (join && name && (token.word == Word::On || token.word == Word::Using)) || (where && compares(token));
        shape.qualified =
            shape.qualified || (i > 0 && i + 1 < tokens.size() && token.kind == TokenKind::Symbol && token.symbol == '.' && !token.spaced &&
                                !tokens[i + 1].spaced && tokens[i - 1].kind == TokenKind::Name && tokens[i + 1].kind == TokenKind::Name);
    }
    return shape;
}

/// A part without a query of its own, but with one in a literal: crosstab('SELECT ...') as t.
SqlFacts readLiterals(std::string_view text, const std::vector<Token>& tokens, const SqlOptions& options)
{
    SqlFacts found;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (const std::string query = queryInLiteral(text, tokens, i); !query.empty()) {
            for (TableUse& use : readSql(query, options).tables) {
                use.offset = tokens[i].offset;
                found.tables.push_back(std::move(use));
            }
            found.kind = core::StatementKind::Select;
            found.plausible = true;
        }
    return found;
}

} // namespace

bool startsWithFrom(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    const std::string_view word = text.substr(0, text.find_first_of(" \t\r\n"));
    return wordOf(word) == Word::From;
}

SqlFacts readFragment(std::string_view text, const SqlOptions& options)
{
    if (!namesATable(text))
        return {};
    const std::vector<Token> tokens = tokenize(text);
    const Shape shape = shapeOf(tokens);
    // A text that starts as SQL is a whole statement, unless what it reads from was put in: "select ? join b on ...".
    if (shape.first == Word::None)
        return readLiterals(text, tokens, options);
    const auto word = std::ranges::find(tokens, TokenKind::Name, &Token::kind); // what only run time knows may stand before it: ? from a
    if (shape.first == Word::From && word->word != Word::From && startsLikeSql(text))
        return {};
    const bool from = shape.first == Word::From;
    const std::string_view before = from ? "select " : "select * from ? ";
    const std::size_t start = from ? 0 : tokens[shape.firstToken].offset;
    SqlFacts facts = readSql(std::string(before).append(text.substr(start)), options);
    if (!facts.plausible || facts.kind != core::StatementKind::Select)
        return {};
    const bool looksLikeSql = shape.condition || shape.qualified;
    std::erase_if(facts.tables, [&](const TableUse& use) { // client_order is no word of a sentence
        return use.mode != core::AccessMode::Read || !(looksLikeSql || use.name.find('_') != std::string::npos);
    });
    for (TableUse& use : facts.tables)
        use.offset = static_cast<std::uint32_t>(use.offset + start - std::min(use.offset + start, before.size()));
    return facts;
}

} // namespace naru::analyzers::sql
