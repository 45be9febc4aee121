#include "analyzers/sql/SqlTokens.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::sql {

namespace {

struct Spelled {
    std::string_view text;
    Word word;
};

// Sorted by text: wordOf looks among those of the first letter.
constexpr auto kWords = std::to_array<Spelled>({
    {"ADD", Word::Add},
    {"ALL", Word::All},
    {"ALTER", Word::Alter},
    {"AND", Word::And},
    {"AS", Word::As},
    {"ASC", Word::Asc},
    {"BEGIN", Word::Begin},
    {"BY", Word::By},
    {"CALL", Word::Call},
    {"CASCADE", Word::Cascade},
    {"CASE", Word::Case},
    {"CHECK", Word::Check},
    {"COLUMN", Word::Column},
    {"COMMENT", Word::Comment},
    {"CONNECT", Word::Connect},
    {"CONSTRAINT", Word::Constraint},
    {"CREATE", Word::Create},
    {"CROSS", Word::Cross},
    {"DECLARE", Word::Declare},
    {"DEFAULT", Word::Default},
    {"DELAYED", Word::Delayed},
    {"DELETE", Word::Delete},
    {"DESC", Word::Desc},
    {"DISTINCT", Word::Distinct},
    {"DO", Word::Do},
    {"DROP", Word::Drop},
    {"DUPLICATE", Word::Duplicate},
    {"ELSE", Word::Else},
    {"END", Word::End},
    {"EXCEPT", Word::Except},
    {"EXEC", Word::Exec},
    {"EXECUTE", Word::Exec},
    {"EXISTS", Word::Exists},
    {"FETCH", Word::Fetch},
    {"FOR", Word::For},
    {"FOREIGN", Word::Foreign},
    {"FROM", Word::From},
    {"FULL", Word::Full},
    {"GO", Word::Go},
    {"GROUP", Word::Group},
    {"HAVING", Word::Having},
    {"IGNORE", Word::Ignore},
    {"IN", Word::In},
    {"INDEX", Word::Index},
    {"INNER", Word::Inner},
    {"INSERT", Word::Insert},
    {"INTERSECT", Word::Intersect},
    {"INTO", Word::Into},
    {"IS", Word::Is},
    {"JOIN", Word::Join},
    {"KEY", Word::Key},
    {"LATERAL", Word::Lateral},
    {"LEFT", Word::Left},
    {"LIKE", Word::Like},
    {"LIMIT", Word::Limit},
    {"LOOP", Word::Loop},
    {"LOW_PRIORITY", Word::LowPriority},
    {"MATCHED", Word::Matched},
    {"MATERIALIZED", Word::Materialized},
    {"MERGE", Word::Merge},
    {"MINUS", Word::Minus},
    {"NATURAL", Word::Natural},
    {"NEW", Word::New},
    {"NOT", Word::Not},
    {"NULL", Word::Null},
    {"OFFSET", Word::Offset},
    {"ON", Word::On},
    {"ONLY", Word::Only},
    {"OR", Word::Or},
    {"ORDER", Word::Order},
    {"OUTER", Word::Outer},
    {"OUTPUT", Word::Output},
    {"OVERWRITE", Word::Overwrite},
    {"PARTITION", Word::Partition},
    {"PIVOT", Word::Pivot},
    {"PRIMARY", Word::Primary},
    {"QUICK", Word::Quick},
    {"RECURSIVE", Word::Recursive},
    {"REFERENCES", Word::References},
    {"REPLACE", Word::Replace},
    {"RETURNING", Word::Returning},
    {"RIGHT", Word::Right},
    {"SELECT", Word::Select},
    {"SET", Word::Set},
    {"START", Word::Start},
    {"STRAIGHT_JOIN", Word::StraightJoin},
    {"TABLE", Word::Table},
    {"TEMP", Word::Temporary},
    {"TEMPORARY", Word::Temporary},
    {"THEN", Word::Then},
    {"TOP", Word::Top},
    {"TRUNCATE", Word::Truncate},
    {"UNION", Word::Union},
    {"UNIQUE", Word::Unique},
    {"UNPIVOT", Word::Unpivot},
    {"UPDATE", Word::Update},
    {"USING", Word::Using},
    {"VALUES", Word::Values},
    {"VIEW", Word::View},
    {"WHEN", Word::When},
    {"WHERE", Word::Where},
    {"WINDOW", Word::Window},
    {"WITH", Word::With},
});
static_assert(std::ranges::is_sorted(kWords, {}, &Spelled::text));

/// The words of one first letter, and which lengths they have (a bit each).
struct Letter {
    std::uint8_t first = 0;
    std::uint8_t end = 0;
    std::uint16_t lengths = 0;
};
constexpr auto kLetters = [] {
    std::array<Letter, 26> letters{};
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        Letter& letter = letters[static_cast<std::size_t>(kWords[i].text[0] - 'A')];
        letter.first = letter.lengths == 0 ? static_cast<std::uint8_t>(i) : letter.first;
        letter.end = static_cast<std::uint8_t>(i + 1);
        letter.lengths = static_cast<std::uint16_t>(letter.lengths | 1U << kWords[i].text.size());
    }
    return letters;
}();

constexpr char upperChar(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

} // namespace

std::string upper(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        c = upperChar(c);
    }
    return result;
}

bool isAnyCase(std::string_view text, std::string_view upperCase)
{
    return text.size() == upperCase.size() && std::ranges::equal(text, upperCase, {}, upperChar);
}

Word wordOf(std::string_view spelling)
{
    constexpr std::size_t kLongest = 13;
    if (spelling.size() < 2 || spelling.size() > kLongest) {
        return Word::None;
    }
    const char first = upperChar(spelling[0]);
    if (first < 'A' || first > 'Z') {
        return Word::None;
    }
    const Letter& letter = kLetters[static_cast<std::size_t>(first - 'A')];
    if ((letter.lengths >> spelling.size() & 1U) == 0) {
        return Word::None;
    }
    for (std::size_t i = letter.first; i < letter.end; ++i) {
        if (isAnyCase(spelling, kWords[i].text)) {
            return kWords[i].word;
        }
    }
    return Word::None;
}

} // namespace naru::analyzers::sql
