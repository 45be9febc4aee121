#include "analyzers/sql/RoutineReader.h"

#include "analyzers/sql/DdlCursor.h"
#include "analyzers/sql/RoutineBody.h"
#include "analyzers/sql/RoutineText.h"
#include "core/base/ByteScan.h"

#include <algorithm>

namespace naru::analyzers::sql {

namespace {

/// Finds the routines of a script and where their bodies end.
class RoutineParser : private DdlCursor {
public:
    explicit RoutineParser(const RoutineText& plain) : m_plain(plain)
    {
        m_statement = plain.text;
        m_tokens = tokenize(m_statement, {.backslashEscapes = false, .hashComments = false});
    }

    std::vector<Routine> run()
    {
        while (m_at < m_tokens.size()) {
            const bool starts = is(Word::Create) || (is(Word::Alter) && !is(Word::Table, 1));
            if (!starts || !header()) {
                ++m_at;
            }
        }
        return std::move(m_routines);
    }

private:
    [[nodiscard]] std::size_t offset() const { return token() ? token()->offset : m_statement.size(); }

    std::uint32_t lineAt(std::size_t offset)
    {
        // Asked in rising order nearly always: what was counted is kept.
        if (offset < m_counted) {
            m_counted = 0;
            m_line = 1;
        }
        m_line += static_cast<std::uint32_t>(core::countByte(m_statement.substr(m_counted, offset - m_counted), '\n'));
        m_counted = offset;
        return m_line;
    }

    /// CREATE [OR REPLACE] [...] PROCEDURE name: m_at ends behind the routine. False: no routine, and m_at as before.
    bool header()
    {
        constexpr std::size_t kMostWords = 14;
        const std::size_t start = m_at;
        for (++m_at; token() && m_at < start + kMostWords; ++m_at) {
            if (is(';') || is('(') || is(Word::Table) || is(Word::View) || is(Word::Index) || is(Word::Create)) {
                break;
            }
            if (isText("PROCEDURE") || isText("PROC")) {
                routine(RoutineKind::Procedure);
                return true;
            }
            if (isText("FUNCTION")) {
                routine(RoutineKind::Function);
                return true;
            }
            if (isText("TRIGGER")) {
                trigger();
                return true;
            }
            if (isText("PACKAGE")) {
                return package();
            }
        }
        m_at = start;
        return false;
    }

    void skipIfNotExists()
    {
        while (isText("IF") || is(Word::Not) || is(Word::Exists)) {
            ++m_at;
        }
    }

    void routine(RoutineKind kind)
    {
        ++m_at;
        skipIfNotExists();
        Routine made;
        made.kind = kind;
        made.line = lineAt(offset());
        made.name = qualifiedName();
        const std::size_t first = m_at;
        const std::size_t last = endOfRoutine();
        keep(std::move(made), first, last, {});
    }

    void trigger()
    {
        ++m_at;
        skipIfNotExists();
        Routine made;
        made.kind = RoutineKind::Trigger;
        made.line = lineAt(offset());
        made.name = qualifiedName();
        const std::size_t first = m_at;
        const std::size_t last = endOfRoutine();
        std::size_t body = first;
        readWatch(made, first, last, body);
        keep(std::move(made), body, last, {});
    }

    /// The table and events of a trigger, in any order; `body` is where they end.
    void readWatch(Routine& made, std::size_t first, std::size_t last, std::size_t& body)
    {
        const std::size_t back = m_at;
        for (m_at = first; m_at < last; ++m_at) {
            if (is(Word::Insert)) {
                made.events |= static_cast<std::uint8_t>(TriggerEvent::Insert);
            } else if (is(Word::Update)) {
                made.events |= static_cast<std::uint8_t>(TriggerEvent::Update);
            } else if (is(Word::Delete)) {
                made.events |= static_cast<std::uint8_t>(TriggerEvent::Delete);
            } else if (is(Word::On) && made.table.empty()) {
                ++m_at;
                made.table = qualifiedName();
                --m_at;
            } else if (is(Word::For) || is(Word::Begin) || is(Word::Declare) || is(Word::When) || is(Word::As) || isText("EXECUTE")) {
                if (!made.table.empty() && made.events != 0) {
                    break; // T-SQL says FOR before its events
                }
            }
        }
        body = m_at;
        m_at = back;
    }

    bool package()
    {
        const std::size_t start = m_at;
        ++m_at;
        if (!isText("BODY")) {
            m_at = start;
            return false;
        }
        ++m_at;
        const std::string name = qualifiedName();
        std::vector<std::size_t> starts; ///< PROCEDURE and FUNCTION words that have a body
        std::size_t last = m_at;
        for (; last < m_tokens.size() && !endsPackage(last); ++last) {
            m_at = last;
            if ((isText("PROCEDURE") || isText("FUNCTION")) && hasBody(last)) {
                starts.push_back(last);
            }
        }
        m_firstOfPackage = m_routines.size();
        dropNested(starts, last);
        m_at = start;
        const std::vector<Routine> cursors = cursorsOf(starts.empty() ? last : starts.front());
        for (std::size_t i = 0; i < starts.size(); ++i) {
            Routine made;
            m_at = starts[i];
            made.kind = isText("FUNCTION") ? RoutineKind::Function : RoutineKind::Procedure;
            ++m_at;
            made.line = lineAt(offset());
            made.name = name + "." + qualifiedName();
            const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : last;
            for (const Routine& cursor : cursors)
                if (names(m_at, end, cursor.name))
                    made.tables.insert(made.tables.end(), cursor.tables.begin(), cursor.tables.end());
            keep(std::move(made), m_at, end, name);
        }
        m_at = last;
        return true;
    }

    /// Routines declared inside another one belong to it: they stand before its BEGIN.
    void dropNested(std::vector<std::size_t>& starts, std::size_t last) const
    {
        std::vector<std::size_t> kept;
        std::vector<bool> begun; ///< of the member and the routines inside it that are open: its BEGIN was seen
        int depth = 0;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            if (begun.empty() || begun.back() || isForeign(starts[i - 1], starts[i])) {
                kept.push_back(starts[i]);
                begun.clear();
                depth = 0; // whatever went before: one member that is read wrongly costs no other
            }
            begun.push_back(false);
            const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : last;
            for (std::size_t at = starts[i]; at < end; ++at) {
                const Word word = m_tokens[at].kind == TokenKind::Name ? m_tokens[at].word : Word::None;
                const bool ends = word == Word::End && at > 0 && m_tokens[at - 1].word != Word::End;
                if (word == Word::Begin || (word == Word::Case && depth > 0 && m_tokens[at - 1].word != Word::End)) {
                    begun.back() = begun.back() || word == Word::Begin;
                    ++depth;
                } else if (ends && depth > 0 && !closesOther(at + 1) && --depth == 0 && begun.size() > 1) {
                    begun.pop_back();
                }
            }
        }
        starts = std::move(kept);
    }

    /// END IF, END LOOP
    [[nodiscard]] bool closesOther(std::size_t at) const
    {
        return at < m_tokens.size() && (m_tokens[at].word == Word::Loop || isAnyCase(spelling(m_statement, m_tokens[at]), "IF"));
    }

    /// IS LANGUAGE JAVA NAME '..': without a BEGIN.
    [[nodiscard]] bool isForeign(std::size_t from, std::size_t to) const
    {
        for (std::size_t at = from; at + 1 < to; ++at) {
            const std::string_view next = spelling(m_statement, m_tokens[at + 1]);
            if ((m_tokens[at].word == Word::Is || m_tokens[at].word == Word::As) && (isAnyCase(next, "LANGUAGE") || isAnyCase(next, "EXTERNAL")))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool names(std::size_t from, std::size_t to, std::string_view name) const
    {
        return std::any_of(m_tokens.begin() + static_cast<std::ptrdiff_t>(from), m_tokens.begin() + static_cast<std::ptrdiff_t>(std::max(from, to)),
                           [&](const Token& token) { return token.kind == TokenKind::Name && isAnyCase(spelling(m_statement, token), name); });
    }

    /// CURSOR name IS SELECT ..; before the first member: who names it reads its tables.
    std::vector<Routine> cursorsOf(std::size_t last)
    {
        std::vector<Routine> cursors;
        for (; m_at < last; ++m_at) {
            if (!isText("CURSOR") || !token(1) || !isName(*token(1)))
                continue;
            Routine made;
            ++m_at;
            made.name = qualifiedName();
            const std::size_t first = m_at;
            while (m_at < last && !is(';'))
                ++m_at;
            readRoutineBody(m_statement, std::span<const Token>(m_tokens).subspan(first, m_at - first), {}, made);
            cursors.push_back(std::move(made));
        }
        return cursors;
    }

    bool endsPackage(std::size_t at)
    {
        m_at = at;
        return startsRoutine() || separatorBefore(m_tokens[at].offset, m_tokens[at - 1].offset);
    }

    /// Between its parameters and the next `;` a member with a body says IS or AS.
    [[nodiscard]] bool hasBody(std::size_t at) const
    {
        int depth = 0;
        for (; at < m_tokens.size(); ++at) {
            const Token& t = m_tokens[at];
            if (t.kind == TokenKind::Symbol) {
                depth += t.symbol == '(' ? 1 : (t.symbol == ')' ? -1 : 0);
                if (t.symbol == ';' && depth <= 0) {
                    return false;
                }
            }
            if (depth <= 0 && t.kind == TokenKind::Name && (t.word == Word::Is || t.word == Word::As)) {
                return true;
            }
        }
        return false;
    }

    /// True at CREATE [OR REPLACE] PROCEDURE and the like.
    [[nodiscard]] bool startsRoutine() const
    {
        if (!is(Word::Create)) {
            return false;
        }
        constexpr std::size_t kMostWords = 8;
        for (std::size_t i = 1; i < kMostWords && token(i) && !is(';', i) && !is('(', i); ++i) {
            if (isText("PROCEDURE", i) || isText("PROC", i) || isText("FUNCTION", i) || isText("TRIGGER", i) || isText("PACKAGE", i) ||
                is(Word::View, i)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool separatorBefore(std::size_t offset, std::size_t previous) const
    {
        const auto found = std::ranges::upper_bound(m_plain.separators, previous);
        return found != m_plain.separators.end() && *found <= offset;
    }

    /// Where the routine whose name ends at m_at is over; m_at moves there.
    std::size_t endOfRoutine()
    {
        const auto dollar = std::ranges::upper_bound(m_plain.dollarBodies, offset(), {}, &std::pair<std::size_t, std::size_t>::first);
        if (dollar != m_plain.dollarBodies.end() && !statementEndsBefore(dollar->first)) {
            while (token() && token()->offset < dollar->second) {
                ++m_at;
            }
            return m_at;
        }
        int depth = 0;
        int cases = 0;
        int parentheses = 0;
        bool block = false;
        bool declares = false; ///< IS or AS opened a part of declarations: a `;` ends nothing
        for (; token(); ++m_at) {
            if (startsRoutine() || separatorBefore(token()->offset, m_tokens[m_at - 1].offset)) {
                return m_at;
            }
            parentheses += is('(') ? 1 : (is(')') ? -1 : 0);
            if (is(Word::Begin) && !isText("TRAN", 1) && !isText("TRANSACTION", 1) && !isText("WORK", 1)) {
                block = true;
                ++depth;
            } else if (is(Word::Case) && !(m_at > 0 && m_tokens[m_at - 1].word == Word::End)) {
                ++cases;
            } else if (is(Word::End) && cases > 0 && !isText("IF", 1) && !is(Word::Loop, 1)) {
                --cases;
            } else if (is(Word::End) && !isText("IF", 1) && !is(Word::Loop, 1) && !isText("WHILE", 1) && !isText("REPEAT", 1)) {
                if (--depth <= 0 && block && !m_plain.goLines) {
                    ++m_at;
                    return m_at;
                }
            } else if ((is(Word::Is) || is(Word::As) || is(Word::Declare)) && parentheses == 0) {
                declares = true;
            } else if (is(';') && !block && !declares) {
                return m_at;
            }
        }
        return m_at;
    }

    [[nodiscard]] bool statementEndsBefore(std::size_t limit) const
    {
        for (std::size_t i = 0; token(i) && token(i)->offset < limit; ++i) {
            if (is(';', i)) {
                return true;
            }
        }
        return false;
    }

    void keep(Routine made, std::size_t first, std::size_t last, const std::string& package)
    {
        if (made.name.empty()) {
            return;
        }
        readRoutineBody(m_statement, std::span<const Token>(m_tokens).subspan(first, last - std::min(first, last)), package, made);
        for (RoutineTable& table : made.tables) { // the body gives offsets
            table.line = lineAt(table.line);
        }
        const auto known = std::ranges::find(m_routines, made.name, &Routine::name);
        if (known == m_routines.end()) {
            m_routines.push_back(std::move(made));
        } else if (!package.empty() && known - m_routines.begin() >= static_cast<std::ptrdiff_t>(m_firstOfPackage)) {
            addOverload(*known, made);
        }
    }

    /// Members of one name differ in their parameters only, which a caller's text does not tell apart: the name stands for all of them.
    static void addOverload(Routine& known, Routine& made)
    {
        for (RoutineTable& table : made.tables) {
            const bool named = std::ranges::any_of(
                known.tables, [&](const RoutineTable& other) { return other.mode == table.mode && upper(other.name) == upper(table.name); });
            if (!named) {
                known.tables.push_back(std::move(table));
            }
        }
        for (std::string& call : made.calls) {
            if (std::ranges::find(known.calls, call) == known.calls.end()) {
                known.calls.push_back(std::move(call));
            }
        }
    }

    const RoutineText& m_plain;
    std::vector<Routine> m_routines;
    std::size_t m_firstOfPackage = 0; ///< the routine with which the package that is read begins
    std::size_t m_counted = 0;
    std::uint32_t m_line = 1;
};

} // namespace

std::vector<Routine> readRoutines(std::string_view text)
{
    if (!mentionsRoutine(text)) {
        return {};
    }
    const RoutineText plain = plainRoutineText(text);
    return RoutineParser(plain).run();
}

} // namespace naru::analyzers::sql
