#include "analyzers/sql/StatementReader.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::sql {

using core::AccessMode;
using core::StatementKind;

namespace {

bool isName(const Token& token)
{
    return token.kind == TokenKind::Name || token.kind == TokenKind::Quoted;
}

bool aggregateName(std::string_view name)
{
    static constexpr auto kNames = std::to_array<std::string_view>({"AVG", "COUNT", "GROUP_CONCAT", "LISTAGG", "MAX", "MEDIAN", "MIN",
                                                                    "STDDEV", "STRING_AGG", "SUM", "VARIANCE", "WM_CONCAT", "XMLAGG"});
    return std::ranges::binary_search(kNames, upper(name));
}

/// A statement cannot go on with one of these where a table is expected.
bool endsExpectation(Word word)
{
    switch (word) {
    case Word::Select: case Word::Where: case Word::On: case Word::Set: case Word::Values: case Word::Union: case Word::Except:
    case Word::Intersect: case Word::Minus: case Word::Having: case Word::Using: case Word::When: case Word::With: case Word::Join:
    case Word::Inner: case Word::Cross: case Word::And: case Word::Or: case Word::End: case Word::Then: case Word::Delete:
    case Word::Insert: case Word::Update: case Word::Merge: case Word::From: case Word::Into: case Word::As:
        return true;
    default:
        return false;
    }
}

} // namespace

StatementReader::StatementReader(std::string_view text, const std::vector<Token>& tokens, const SqlOptions& options)
    : m_text(text), m_tokens(tokens), m_options(options)
{
    m_scopes.emplace_back();
}

bool StatementReader::nextIs(Word word, std::size_t ahead) const
{
    const Token* token = peek(ahead);
    return token && token->kind == TokenKind::Name && token->word == word;
}

bool StatementReader::nextIs(char symbol, std::size_t ahead) const
{
    const Token* token = peek(ahead);
    return token && token->kind == TokenKind::Symbol && token->symbol == symbol;
}

SqlFacts StatementReader::run()
{
    for (m_at = 0; m_at < m_tokens.size(); ++m_at) {
        step();
    }
    endStatement();
    return collect();
}

void StatementReader::step()
{
    const Token& token = m_tokens[m_at];
    switch (token.kind) {
    case TokenKind::Control:
        control(token.symbol);
        break;
    case TokenKind::Symbol:
        symbol(token);
        break;
    case TokenKind::Placeholder:
        if (top().expectTable) {
            if (nextIs('.') && !peek()->spaced) { // ${schema}.TABLE
                ++m_at;
                return;
            }
            top().expectTable = false;
            m_facts.dynamicTable = true;
        }
        break;
    case TokenKind::Name:
    case TokenKind::Quoted:
        if (top().expectCteName) {
            cteName();
        } else if (top().expectTable) {
            table();
        } else if (token.word != Word::None && token.kind == TokenKind::Name) {
            word(token);
        } else {
            name(token);
        }
        break;
    case TokenKind::String:
    case TokenKind::Number:
        top().expectTable = false;
        break;
    }
}

void StatementReader::control(char mark)
{
    if (mark == kAlternativesBegin) {
        m_alternatives.push_back({m_scopes.size(), top()});
    } else if (!m_alternatives.empty()) {
        const Alternatives& saved = m_alternatives.back();
        if (mark == kAlternativeNext && m_scopes.size() >= saved.depth) {
            m_scopes.resize(saved.depth);
            top() = saved.top;
        } else if (mark == kAlternativesEnd) {
            m_alternatives.pop_back();
        }
    }
}

void StatementReader::symbol(const Token& token)
{
    switch (token.symbol) {
    case '(':
        open();
        break;
    case ')':
        close();
        break;
    case ',':
        if (top().clause == Clause::SelectList) {
            endColumn();
        }
        if (top().clause == Clause::From || top().clause == Clause::Target) {
            top().expectTable = true;
        }
        break;
    case ';':
        endStatement();
        break;
    default:
        break;
    }
}

void StatementReader::open()
{
    Scope inner;
    inner.cte = top().cte || !top().closesCte.empty();
    inner.firstRef = m_refs.size();
    if (top().expectTable) {
        top().expectTable = false;
        inner.table = true;
        inner.verb = Verb::Select;
        inner.clause = Clause::From;
        inner.expectTable = true;
        inner.mode = top().mode;
        inner.writeFirst = top().mode == AccessMode::Write;
    } else if (top().verb == Verb::Insert && top().into && top().clause == Clause::Target) {
        top().clause = Clause::Other;
        if (!nextIs(Word::Select) && !nextIs(Word::With)) {
            insertColumns();
        }
    }
    m_scopes.push_back(std::move(inner));
}

void StatementReader::close()
{
    if (m_scopes.size() <= 1) {
        return;
    }
    endColumn();
    resolveTargets(top().firstRef);
    m_scopes.pop_back();
    if (!top().closesCte.empty()) {
        m_ctes.insert(std::move(top().closesCte));
        top().closesCte.clear();
        if (nextIs(',')) {
            top().expectCteName = true;
            ++m_at;
        }
    } else if (top().clause == Clause::Target && top().verb == Verb::Insert) {
        top().into = true; // INSERT INTO (SELECT ...)
    }
}

void StatementReader::endStatement()
{
    endColumn();
    const std::size_t first = m_scopes.front().firstRef;
    resolveTargets(first);
    resolveSet(first);
    m_scopes.resize(1);
    m_scopes.front() = Scope{};
    m_scopes.front().firstRef = m_refs.size();
    m_ctes.clear();
}

void StatementReader::name(const Token& token)
{
    Scope& scope = top();
    if (scope.clause == Clause::Set && m_scopes.size() == 1) {
        setColumn(token);
    }
    const bool call = nextIs('(');
    if (call && scope.verb != Verb::None && aggregateName(spelling(m_text, token))) {
        m_facts.aggregates = true;
    }
    if ((call || nextIs('.')) && scope.verb == Verb::None && m_block && before() && (before()->word == Word::Begin || before()->symbol == ';')) {
        procedure();
    }
    if (m_options.jpql && nextIs('.')) {
        aliasPath();
    }
}

/// alias.attribute.attribute outside FROM.
void StatementReader::aliasPath()
{
    std::vector<std::string> chain{std::string(spelling(m_text, m_tokens[m_at]))};
    while (nextIs('.') && peek(2) && isName(*peek(2))) {
        chain.emplace_back(spelling(m_text, *peek(2)));
        m_at += 2;
    }
    for (auto ref = m_refs.rbegin(); ref != m_refs.rend(); ++ref) {
        if (ref->alias == chain.front()) {
            chain.front() = ref->name;
            break;
        }
    }
    m_facts.paths.push_back(std::move(chain));
}

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

void StatementReader::startVerb(const Token& token)
{
    switch (token.word) {
    case Word::Select:
        if (top().verb == Verb::Insert || top().verb == Verb::None || top().verb == Verb::Select || startsStatement()) {
            setKind(StatementKind::Select);
            begin(Verb::Select, Clause::SelectList, false, AccessMode::Read);
        }
        break;
    case Word::Insert:
        if (startsStatement() && !nextIs('(')) { // INSERT(x, 1, 2, y) is a function of MySQL
            setKind(StatementKind::Insert);
            begin(Verb::Insert, Clause::Target, true, AccessMode::Write);
        }
        break;
    case Word::Replace:
        if (startsStatement() && nextIs(Word::Into)) {
            setKind(StatementKind::Insert);
            begin(Verb::Insert, Clause::Target, true, AccessMode::Write);
        }
        break;
    case Word::Update:
        if (startsStatement()) {
            setKind(StatementKind::Update);
            begin(Verb::Update, Clause::Target, true, AccessMode::Write);
        }
        break;
    case Word::Delete:
        if (startsStatement()) {
            setKind(StatementKind::Delete);
            begin(Verb::Delete, Clause::Target, true, AccessMode::Write);
        }
        break;
    case Word::Merge:
        if (startsStatement()) {
            setKind(StatementKind::Merge);
            begin(Verb::Merge, Clause::Target, true, AccessMode::Write);
        }
        break;
    case Word::Truncate:
        if (startsStatement() && !nextIs('(')) {
            setKind(StatementKind::Delete);
            begin(Verb::Delete, Clause::Target, true, AccessMode::Write);
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
    switch (token.word) {
    case Word::Select: case Word::Insert: case Word::Replace: case Word::Update: case Word::Delete: case Word::Merge:
    case Word::Truncate: case Word::Call: case Word::Exec:
        startVerb(token);
        break;
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
    case Word::Group:
        if (nextIs(Word::By)) {
            m_facts.aggregates = true;
        }
        [[fallthrough]];
    case Word::Where: case Word::Having: case Word::Order: case Word::Connect: case Word::Start: case Word::Limit: case Word::Offset:
    case Word::Union: case Word::Except: case Word::Intersect: case Word::Minus: case Word::Window: case Word::Duplicate: case Word::Do:
    case Word::Returning: case Word::Output: case Word::For: case Word::Pivot: case Word::Unpivot:
        if (scope.verb != Verb::None) {
            endColumn();
            scope.clause = Clause::Other;
        }
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
    if (scope.verb == Verb::None && m_scopes.size() == 1 && m_options.jpql) {
        setKind(StatementKind::Select); // HQL without SELECT
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
    if (name == 2) {
        ++m_at;
    }
}

void StatementReader::cteName()
{
    top().expectCteName = false;
    const std::string cte = upper(spelling(m_text, m_tokens[m_at]));
    const bool recursive = before() && before()->word == Word::Recursive;
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
    if (recursive || columns) {
        m_ctes.insert(cte); // may name itself
    }
    top().closesCte = cte;
}

/// From an opening parenthesis at m_at to its closing one.
void StatementReader::skipParentheses()
{
    int depth = 0;
    for (; m_at < m_tokens.size(); ++m_at) {
        const Token& token = m_tokens[m_at];
        if (token.kind == TokenKind::Symbol && token.symbol == '(') {
            ++depth;
        } else if (token.kind == TokenKind::Symbol && token.symbol == ')' && --depth == 0) {
            return;
        }
    }
}

void StatementReader::procedure()
{
    std::string name(spelling(m_text, m_tokens[m_at]));
    while (nextIs('.') && peek(2) && isName(*peek(2))) {
        name += '.';
        name += spelling(m_text, *peek(2));
        m_at += 2;
    }
    setKind(StatementKind::Call);
    m_callShape = m_callShape || nextIs('(') || m_tokens.front().symbol == '{';
    m_facts.procedures.push_back(std::move(name));
}

/// Words that stand between the keyword and the table. True when the token was consumed.
bool StatementReader::skipBeforeTable(const Token& token)
{
    if (token.kind == TokenKind::Quoted) {
        return false;
    }
    switch (token.word) {
    case Word::Into: case Word::Ignore: case Word::LowPriority: case Word::Delayed: case Word::Quick: case Word::Overwrite:
        return top().mode == AccessMode::Write;
    case Word::From:
        if (top().verb == Verb::Delete && top().clause == Clause::Target) {
            m_hasFrom = true;
            return !top().into;
        }
        return false;
    case Word::All: // INSERT ALL
        return top().verb == Verb::Insert && before() && before()->word == Word::Insert;
    case Word::Top:
        if (nextIs('(')) {
            ++m_at;
            skipParentheses();
            return true;
        }
        return false;
    case Word::Only: case Word::Lateral: case Word::Fetch:
        return peek() && (isName(*peek()) || nextIs('('));
    case Word::Table: // TRUNCATE TABLE t, TABLE(f(x))
        return true;
    default:
        return false;
    }
}

void StatementReader::table()
{
    const Token& first = m_tokens[m_at];
    if (skipBeforeTable(first)) {
        return;
    }
    if (first.kind == TokenKind::Name && endsExpectation(first.word) && !(m_options.jpql && nextIs('.'))) {
        top().expectTable = false;
        word(first);
        return;
    }
    if (first.kind == TokenKind::Name && (first.word == Word::Order || first.word == Word::Group) && nextIs(Word::By)) {
        top().expectTable = false;
        word(first);
        return;
    }
    Ref ref;
    ref.offset = first.offset;
    std::vector<std::string> chain{std::string(spelling(m_text, first))};
    const bool schemaUnknown = before() && before()->symbol == '.' && before()->kind == TokenKind::Symbol;
    while (nextIs('.') && peek(2) && (isName(*peek(2)) || nextIs('.', 2))) {
        m_at += nextIs('.', 2) ? 3 : 2;
        if (m_at >= m_tokens.size()) {
            return;
        }
        chain.emplace_back(spelling(m_text, m_tokens[m_at]));
    }
    addTable(std::move(ref), std::move(chain), schemaUnknown);
}

} // namespace naru::analyzers::sql
