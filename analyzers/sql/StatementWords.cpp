// The part of StatementReader that follows the keywords of a statement.

#include "analyzers/sql/StatementReader.h"

#include <algorithm>

namespace naru::analyzers::sql {

using core::AccessMode;
using core::StatementKind;

namespace {

/// With these the FROM clause is over.
constexpr WordSet kNextClause{Word::Where, Word::Group,  Word::Having,    Word::Order,  Word::Connect,   Word::Start,    Word::Limit,
                              Word::Union, Word::Except, Word::Intersect, Word::Minus,  Word::Window,    Word::Offset,   Word::Do,
                              Word::For,   Word::Pivot,  Word::Unpivot,   Word::Output, Word::Duplicate, Word::Returning};

constexpr WordSet kStatementVerbs{Word::Select, Word::Insert,   Word::Replace, Word::Update, Word::Delete,
                                  Word::Merge,  Word::Truncate, Word::Call,    Word::Exec};

} // namespace

void StatementReader::setKind(StatementKind kind)
{
    if (!m_kindKnown && !top().cte) {
        m_facts.kind = kind;
        m_kindKnown = true;
    }
}

bool StatementReader::startsStatement() const
{
    const Scope& scope = m_scopes.back();
    if (scope.verb == Verb::None) {
        return true;
    }
    const Token* previous = before();
    const bool afterBlock = previous && (previous->word == Word::Begin || previous->word == Word::Then || previous->word == Word::Else ||
                                         previous->word == Word::Loop);
    return afterBlock && scope.verb != Verb::Merge;
}

/// T-SQL needs no semicolon: DELETE FROM a WHERE x = 1 DELETE FROM b.
bool StatementReader::followsWithoutSemicolon() const
{
    constexpr WordSet kPartOf{Word::For, Word::On, Word::Key, Word::Then, Word::Else}; // FOR UPDATE, ON DELETE
    const Scope& scope = m_scopes.back();
    if (m_scopes.size() != 1 || scope.verb == Verb::Merge || scope.clause == Clause::Target || (before() && kPartOf.contains(before()->word))) {
        return false;
    }
    switch (m_tokens[m_at].word) {
    case Word::Delete:
        return nextIs(Word::From);
    case Word::Insert:
        return nextIs(Word::Into);
    case Word::Update:
        return peek() && peek()->word == Word::None && (nextIs(Word::Set, 2) || nextIs(Word::Set, 3) || nextIs(Word::Set, 4));
    default:
        return false;
    }
}

void StatementReader::begin(Verb verb, Clause clause, bool expect, AccessMode mode)
{
    Scope& scope = top();
    scope.verb = verb;
    scope.clause = clause;
    scope.expectTable = expect;
    scope.mode = mode;
    scope.into = false;
    scope.columnStart = m_at + 1;
}

bool StatementReader::startWrite(StatementKind kind, Verb verb, bool fits)
{
    if (!fits) {
        return false;
    }
    if (!startsStatement()) {
        if (!followsWithoutSemicolon()) {
            return false;
        }
        endStatement();
    }
    setKind(kind);
    begin(verb, Clause::Target, true, AccessMode::Write);
    return true;
}

void StatementReader::startVerb(const Token& token)
{
    switch (token.word) {
    case Word::Select:
        if (top().verb == Verb::Insert || top().verb == Verb::None || top().verb == Verb::Select || startsStatement()) {
            setKind(StatementKind::Select);
            begin(Verb::Select, Clause::SelectList, false, AccessMode::Read);
        }
        break;
    case Word::Insert: // INSERT(x, 1, 2, y) is a function of MySQL
        startWrite(StatementKind::Insert, Verb::Insert, !nextIs('('));
        break;
    case Word::Replace:
        startWrite(StatementKind::Insert, Verb::Insert, nextIs(Word::Into));
        break;
    case Word::Update:
        startWrite(StatementKind::Update, Verb::Update, true);
        break;
    case Word::Delete:
        startWrite(StatementKind::Delete, Verb::Delete, true);
        break;
    case Word::Merge:
        startWrite(StatementKind::Merge, Verb::Merge, true);
        break;
    case Word::Truncate:
        if (startWrite(StatementKind::Delete, Verb::Delete, !nextIs('('))) {
            m_hasFrom = true;
        }
        break;
    case Word::Call:
    case Word::Exec:
        if (startsStatement() && peek() && isName(*peek())) {
            setKind(StatementKind::Call);
            ++m_at;
            procedure();
            top().verb = Verb::Call;
        }
        break;
    default:
        break;
    }
}

void StatementReader::word(const Token& token)
{
    const Token* previous = before();
    if (kStatementVerbs.contains(token.word)) {
        startVerb(token);
        return;
    }
    switch (token.word) {
    case Word::From:
        if (!(previous && previous->word == Word::Distinct && m_at > 1 && m_tokens[m_at - 2].word != Word::Select)) {
            from();
        }
        break;
    case Word::With:
        with();
        break;
    case Word::Begin:
    case Word::Declare:
        m_block = m_block || m_scopes.size() == 1;
        if (m_block && !m_kindKnown) {
            top() = Scope{};
        }
        break;
    default:
        clauseWord(token);
        break;
    }
}

void StatementReader::clauseWord(const Token& token)
{
    Scope& scope = top();
    if (kNextClause.contains(token.word)) {
        m_facts.aggregates = m_facts.aggregates || (token.word == Word::Group && nextIs(Word::By));
        if (scope.verb != Verb::None) {
            endColumn();
            scope.clause = Clause::Other;
        }
        if (token.word == Word::Union) {
            recursion();
        }
        return;
    }
    switch (token.word) {
    case Word::Join:
    case Word::StraightJoin:
        if (scope.verb != Verb::None) {
            scope.clause = Clause::From;
            scope.expectTable = true;
            scope.mode = AccessMode::Read;
        }
        break;
    case Word::Into:
        if (scope.verb == Verb::Insert) { // INSERT ALL INTO a ... INTO b
            begin(Verb::Insert, Clause::Target, true, AccessMode::Write);
        } else if (scope.verb == Verb::Select && scope.clause == Clause::SelectList && m_scopes.size() == 1 && !m_block) {
            endColumn(); // SELECT ... INTO new_table
            scope.clause = Clause::Other;
            scope.expectTable = true;
            scope.mode = AccessMode::Write;
        }
        break;
    case Word::Using:
        if (scope.verb == Verb::Merge || (scope.verb == Verb::Delete && (!nextIs('(') || nextIs(Word::Select, 2)))) {
            scope.clause = Clause::From;
            scope.expectTable = true;
            scope.mode = AccessMode::Read;
        }
        break;
    case Word::Set:
        m_hasSet = true;
        if (scope.verb == Verb::Update) {
            scope.clause = Clause::Set;
        } else if (scope.verb == Verb::Insert) {
            m_hasValues = true;
            scope.clause = Clause::Other;
        }
        break;
    case Word::Values:
        m_hasValues = true;
        scope.clause = Clause::Other;
        break;
    case Word::When:
        if (scope.verb == Verb::Merge) {
            scope.clause = Clause::Other;
        }
        break;
    default:
        if (scope.clause == Clause::Set || m_options.jpql) {
            name(token); // columns may be named like a soft keyword
        }
        break;
    }
}

void StatementReader::from()
{
    Scope& scope = top();
    const bool whole = m_scopes.size() == 1;
    if (scope.verb == Verb::None && m_options.jpql && (whole || (before() && before()->symbol == '('))) {
        if (whole)
            setKind(StatementKind::Select); // HQL without SELECT, also within: in (from Order o where ...)
        scope.verb = Verb::Select;
    }
    if (scope.verb != Verb::Select && scope.verb != Verb::Delete && scope.verb != Verb::Update) {
        return;
    }
    endColumn();
    m_columnsDone = m_columnsDone || m_scopes.size() == 1;
    m_hasFrom = true;
    scope.clause = Clause::From;
    scope.expectTable = true;
    scope.mode = scope.writeFirst ? AccessMode::Write : AccessMode::Read;
    scope.writeFirst = false;
}

/// WITH [RECURSIVE] name [(columns)] AS (...): anything else called WITH is a hint or an option.
void StatementReader::with()
{
    const std::size_t name = nextIs(Word::Recursive) ? 2 : 1;
    const Token* token = peek(name);
    if (!token || !isName(*token) || (!nextIs(Word::As, name + 1) && !nextIs('(', name + 1))) {
        return;
    }
    top().expectCteName = true;
    top().recursive = name == 2;
    if (name == 2) {
        ++m_at;
    }
}

void StatementReader::cteName()
{
    top().expectCteName = false;
    const std::string cte = upper(spelling(m_text, m_tokens[m_at]));
    bool columns = false;
    if (nextIs('(')) {
        ++m_at;
        skipParentheses();
        columns = true;
    }
    while (nextIs(Word::As) || nextIs(Word::Not) || nextIs(Word::Materialized)) {
        ++m_at;
    }
    if (!nextIs('(')) {
        return;
    }
    if (top().recursive || columns) {
        m_ctes.insert(cte); // may name itself
    }
    top().closesCte = cte;
}

/// WITH a AS (SELECT .. FROM t UNION ALL SELECT .. FROM t JOIN a): SQL Server and DB2 need no RECURSIVE. Where the first branch names
/// `a`, too, it is a table of that name.
void StatementReader::recursion()
{
    const Scope& scope = top();
    const auto first = m_refs.begin() + static_cast<std::ptrdiff_t>(std::min(scope.firstRef, m_refs.size()));
    if (!scope.itself.empty() && nextIs(Word::All) &&
        std::none_of(first, m_refs.end(), [&](const Ref& ref) { return upper(ref.name) == scope.itself; })) {
        m_ctes.insert(scope.itself);
    }
}

} // namespace naru::analyzers::sql
