#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::sql {

/// Words of SQL that decide about the structure of a statement. All others are `None`.
enum class Word : std::uint8_t {
    None,
    Add,
    All,
    Alter,
    And,
    As,
    Asc,
    Begin,
    By,
    Call,
    Cascade,
    Case,
    Check,
    Column,
    Comment,
    Connect,
    Constraint,
    Create,
    Cross,
    Declare,
    Default,
    Delayed,
    Delete,
    Desc,
    Distinct,
    Do,
    Drop,
    Duplicate,
    Else,
    End,
    Except,
    Exec,
    Exists,
    Fetch,
    For,
    Foreign,
    From,
    Full,
    Go,
    Group,
    Having,
    Ignore,
    In,
    Index,
    Inner,
    Insert,
    Intersect,
    Into,
    Is,
    Join,
    Key,
    Lateral,
    Left,
    Like,
    Limit,
    Loop,
    LowPriority,
    Matched,
    Materialized,
    Merge,
    Minus,
    Natural,
    New,
    Not,
    Null,
    Offset,
    On,
    Only,
    Or,
    Order,
    Outer,
    Output,
    Overwrite,
    Partition,
    Pivot,
    Primary,
    Quick,
    Recursive,
    References,
    Replace,
    Returning,
    Right,
    Select,
    Set,
    Start,
    StraightJoin,
    Table,
    Temporary,
    Then,
    Top,
    Truncate,
    Union,
    Unique,
    Unpivot,
    Update,
    Using,
    Values,
    View,
    When,
    Where,
    Window,
    With,
};

/// A set of words, for tests of membership.
class WordSet {
public:
    constexpr WordSet(std::initializer_list<Word> words)
    {
        for (const Word word : words) {
            const auto bit = static_cast<unsigned>(word);
            m_bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
        }
    }
    [[nodiscard]] constexpr bool contains(Word word) const
    {
        const auto bit = static_cast<unsigned>(word);
        return (m_bits[bit / 64] >> (bit % 64) & 1U) != 0;
    }

private:
    std::array<std::uint64_t, 2> m_bits{};
};

enum class TokenKind : std::uint8_t {
    Name,   ///< word, keyword or identifier
    Quoted, ///< "x", `x`, [x]
    String, ///< 'x'
    Number,
    Placeholder, ///< #{x} ${x} #x# $x$ ? :x @x
    Symbol,
    Control, ///< marks of alternatives, see below
};

/// Marks that the readers of dynamic SQL put into the text: what lies between
/// kAlternativesBegin and kAlternativesEnd are alternatives of one place, parted by kAlternativeNext.
inline constexpr char kAlternativesBegin = '\x0e';
inline constexpr char kAlternativeNext = '\x0f';
inline constexpr char kAlternativesEnd = '\x10';

struct Token {
    TokenKind kind = TokenKind::Symbol;
    Word word = Word::None;
    char symbol = 0;     ///< for Symbol and Control
    bool spaced = false; ///< white space or a comment stands before it
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

/// A word or a quoted name.
constexpr bool isName(const Token& token)
{
    return token.kind == TokenKind::Name || token.kind == TokenKind::Quoted;
}

struct TokenOptions {
    bool backslashEscapes = false; ///< MySQL: \' inside strings
    bool hashComments = true;      ///< MySQL: `# text` to the end of the line
};

/// Splits any text into tokens in linear time; nothing is an error. Comments and hints are dropped.
std::vector<Token> tokenize(std::string_view text, const TokenOptions& options = {});

/// Where the first token begins, behind blanks and comments.
std::size_t firstToken(std::string_view text, const TokenOptions& options = {});

/// The word as it is written, quotes removed.
std::string_view spelling(std::string_view text, const Token& token);

/// ASCII upper case; other characters stay.
std::string upper(std::string_view text);

/// upper(text) == upperCase, without making the text.
bool isAnyCase(std::string_view text, std::string_view upperCase);

Word wordOf(std::string_view spelling);

} // namespace naru::analyzers::sql
