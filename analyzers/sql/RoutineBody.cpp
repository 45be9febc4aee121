#include "analyzers/sql/RoutineBody.h"

#include "analyzers/sql/RoutineStrings.h"
#include "analyzers/sql/SqlReader.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::sql {

namespace {

constexpr WordSet kRoutineVerbs{Word::Select, Word::Insert, Word::Update,   Word::Delete,
                                Word::Merge,  Word::With,   Word::Truncate, Word::Replace};
/// After these an UPDATE or DELETE is part of the statement: FOR UPDATE, ON DELETE, ON DUPLICATE KEY UPDATE.
constexpr WordSet kInside{Word::For, Word::On, Word::Key, Word::Union, Word::All, Word::Except, Word::Intersect, Word::Minus};
/// Words of the procedural language that end a statement without `;` (T-SQL).
constexpr WordSet kBlockWords{Word::Begin, Word::End, Word::Else, Word::Declare, Word::Loop, Word::Exec};

class BodyReader {
public:
    BodyReader(std::string_view text, std::span<const Token> body, const std::string& package, Routine& out)
        : m_text(text),
          m_body(body),
          m_package(package),
          m_out(out)
    {
    }

    void run()
    {
        for (m_at = 0; m_at < m_body.size(); ++m_at) {
            const Token& token = m_body[m_at];
            if (token.kind == TokenKind::Symbol) {
                symbol(token.symbol);
            } else if (token.kind == TokenKind::String) {
                dynamicSql(token);
            } else if (token.kind == TokenKind::Name || token.kind == TokenKind::Quoted) {
                word(token);
            }
        }
        finish();
        m_active = false;
        for (const RoutineString& made : routineStrings(m_text, m_body)) {
            dynamicSql(made);
        }
    }

private:
    [[nodiscard]] const Token* before() const { return m_at > 0 ? &m_body[m_at - 1] : nullptr; }
    [[nodiscard]] bool nextIs(char symbol, std::size_t ahead = 1) const
    {
        return m_at + ahead < m_body.size() && m_body[m_at + ahead].kind == TokenKind::Symbol && m_body[m_at + ahead].symbol == symbol;
    }

    void symbol(char c)
    {
        if (c == ';') {
            finish();
            m_depth = 0;
        } else if (c == '(') {
            ++m_depth;
        } else if (c == ')') {
            if (--m_depth < m_startDepth) {
                finish();
            }
        }
    }

    void word(const Token& token)
    {
        const bool keyword = token.kind == TokenKind::Name;
        m_cases += keyword && token.word == Word::Case && !(before() && before()->word == Word::End) ? 1 : 0;
        if (keyword && token.word == Word::End && m_cases > 0) {
            --m_cases;
            return;
        }
        if (keyword && kRoutineVerbs.contains(token.word)) {
            verb(token.word);
        } else if (keyword && m_active && m_cases == 0 && m_depth == m_startDepth && kBlockWords.contains(token.word)) {
            finish();
        }
        call(token);
    }

    /// A verb starts a statement, or belongs to the one that it stands in.
    void verb(Word word)
    {
        if (word == Word::Replace && !(m_at + 1 < m_body.size() && m_body[m_at + 1].word == Word::Into)) {
            return; // the function
        }
        if (!m_active) {
            const bool columnList = before() && (before()->word == Word::On || before()->word == Word::Key);
            if (!columnList) {
                start(word);
            }
            return;
        }
        if (m_depth > m_startDepth || m_verb == Word::Merge || (before() && kInside.contains(before()->word))) {
            return;
        }
        if (m_verb == Word::With) { // WITH x AS (...) INSERT
            m_verb = word;
            return;
        }
        if (word == Word::Select && m_verb == Word::Insert && !m_selected) {
            m_selected = true;
            return;
        }
        if (word == Word::With && m_verb == Word::Insert) {
            return;
        }
        const bool withHint = word == Word::With;
        if (!withHint) {
            finish();
            start(word);
        }
    }

    void start(Word verb)
    {
        m_active = true;
        m_verb = verb;
        m_selected = false;
        m_start = m_at;
        m_startDepth = m_depth;
    }

    void finish()
    {
        if (m_active && m_start < m_at) {
            const std::size_t from = m_body[m_start].offset;
            const Token& last = m_body[std::min(m_at, m_body.size()) - 1];
            read(m_text.substr(from, last.offset + last.length - from), from);
        }
        m_active = false;
        m_cases = 0;
        m_startDepth = 0;
    }

    void read(std::string_view statement, std::size_t offset)
    {
        // In a block SELECT ... INTO fills variables.
        constexpr std::string_view kBlock = "BEGIN ";
        const SqlFacts facts = readSql(std::string(kBlock) + std::string(statement));
        for (const TableUse& use : facts.tables) {
            add(use.name, use.mode, offset + use.offset - kBlock.size());
        }
    }

    void add(const std::string& name, core::AccessMode mode, std::size_t offset)
    {
        static constexpr auto kRows = std::to_array<std::string_view>({"DELETED", "INSERTED", "NEW", "OLD"});
        const std::string key = upper(name);
        const bool known = std::ranges::any_of(
            m_out.tables, [&](const RoutineTable& table) { return table.mode == mode && upper(table.name) == key; });
        if (!known && std::ranges::find(kRows, key) == kRows.end()) {
            m_out.tables.push_back({name, mode, static_cast<std::uint32_t>(offset)});
        }
    }

    /// EXECUTE IMMEDIATE 'delete from t': a string that is plainly a statement.
    void dynamicSql(const Token& token)
    {
        const std::string_view text = spelling(m_text, token);
        if (m_active || text.size() < 12 || !startsLikeSql(text) || partOfString(m_body, m_at)) {
            return;
        }
        const SqlFacts facts = readSql(text);
        if (facts.plausible) {
            for (const TableUse& use : facts.tables) {
                add(use.name, use.mode, token.offset + 1 + use.offset);
            }
        }
    }

    /// A statement put together of parts: v := 'delete from ' || t || ' where ..'. What a part only begins (LOG_?) names no table.
    void dynamicSql(const RoutineString& made)
    {
        const SqlFacts facts = startsLikeSql(made.text) ? readSql(made.text) : SqlFacts();
        for (const TableUse& use : facts.plausible ? facts.tables : std::vector<TableUse>()) {
            const std::size_t end = use.offset + use.name.size();
            const bool begun = use.name.contains('?') || (end < made.text.size() && made.text[end] == '?') ||
                               (use.offset > 0 && made.text[use.offset - 1] == '?');
            if (!begun) {
                add(use.name, use.mode, made.source(use.offset));
            }
        }
    }

    /// A name before a parenthesis, after CALL and EXEC, or alone between `;` may be a routine.
    void call(const Token& token)
    {
        const Token* previous = before();
        if (token.kind == TokenKind::Name && token.word != Word::None) {
            return;
        }
        if (previous && previous->kind == TokenKind::Symbol && previous->symbol == '.') {
            return; // read with its first part
        }
        std::string name = upper(spelling(m_text, token));
        if (name == "PROCEDURE" || name == "FUNCTION" || name == "IMMEDIATE" || (previous && previous->word == Word::Into)) {
            return; // EXECUTE PROCEDURE name; a table with its columns
        }
        std::size_t length = 1;
        while (nextIs('.', length) && m_at + length + 1 < m_body.size() &&
               (m_body[m_at + length + 1].kind == TokenKind::Name || m_body[m_at + length + 1].kind == TokenKind::Quoted)) {
            name += "." + upper(spelling(m_text, m_body[m_at + length + 1]));
            length += 2;
        }
        const bool starts = !m_active && (!previous || (previous->kind == TokenKind::Symbol && previous->symbol == ';') ||
                                          previous->word == Word::Begin || previous->word == Word::Then || previous->word == Word::Else ||
                                          previous->word == Word::Loop);
        const std::string verb = previous ? upper(spelling(m_text, *previous)) : std::string();
        const bool called = verb == "CALL" || verb == "EXEC" || verb == "EXECUTE" || verb == "PERFORM" || verb == "FUNCTION" ||
                            verb == "PROCEDURE" || nextIs('(', length) || (starts && nextIs(';', length));
        if (!called) {
            return;
        }
        note(name);
        if (!m_package.empty() && name.find('.') == std::string::npos) {
            note(m_package + "." + name);
        }
    }

    void note(const std::string& name)
    {
        if (std::ranges::find(m_out.calls, name) == m_out.calls.end()) {
            m_out.calls.push_back(name);
        }
    }

    std::string_view m_text;
    std::span<const Token> m_body;
    const std::string& m_package;
    Routine& m_out;
    std::size_t m_at = 0;
    std::size_t m_start = 0;
    int m_depth = 0;
    int m_startDepth = 0;
    int m_cases = 0;
    bool m_active = false;
    bool m_selected = false; ///< an INSERT has its SELECT
    Word m_verb = Word::None;
};

} // namespace

void readRoutineBody(std::string_view text, std::span<const Token> body, const std::string& package, Routine& out)
{
    BodyReader(text, body, package, out).run();
}

} // namespace naru::analyzers::sql
