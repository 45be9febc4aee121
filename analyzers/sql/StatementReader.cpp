#include "analyzers/sql/StatementReader.h"

#include "analyzers/sql/QueryInLiteral.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::sql {

using core::AccessMode;
using core::StatementKind;

namespace {

bool aggregateName(std::string_view name)
{
    static constexpr auto kNames = std::to_array<std::string_view>({"AVG", "COUNT", "GROUP_CONCAT", "LISTAGG", "MAX", "MEDIAN", "MIN",
                                                                    "STDDEV", "STRING_AGG", "SUM", "VARIANCE", "WM_CONCAT", "XMLAGG"});
    return std::ranges::binary_search(kNames, upper(name));
}

/// A statement cannot go on with one of these where a table is expected.
constexpr WordSet kEndsExpectation{Word::Select, Word::Where,  Word::On,    Word::Set,  Word::Values, Word::Union, Word::Except,
                                   Word::Minus,  Word::Having, Word::Using, Word::When, Word::With,   Word::Join,  Word::Intersect,
                                   Word::Inner,  Word::Cross,  Word::And,   Word::Or,   Word::End,    Word::Then,  Word::Delete,
                                   Word::Insert, Word::Update, Word::Merge, Word::From, Word::Into,   Word::As};

} // namespace

StatementReader::StatementReader(std::string_view text, const std::vector<Token>& tokens, const SqlOptions& options)
    : m_text(text),
      m_tokens(tokens),
      m_options(options)
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
            if (beginsTable(token)) {
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
        literal();
        break;
    case TokenKind::Number:
        top().expectTable = false;
        break;
    }
}

/// What a query reads that a literal hands to a function is read here.
void StatementReader::literal()
{
    top().expectTable = false;
    const std::string query = queryInLiteral(m_text, m_tokens, m_at);
    if (query.empty())
        return;
    for (TableUse& use : readSql(query, m_options).tables) {
        Ref ref;
        ref.name = std::move(use.name);
        ref.offset = m_tokens[m_at].offset;
        ref.depth = m_scopes.size() + 1;
        ref.verb = Verb::Select;
        m_refs.push_back(std::move(ref));
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
    case '+':
    case '-':
    case '*':
    case '/':
        arithmetic();
        break;
    default:
        break;
    }
}

/// Two columns of the result list reckoned with each other: END_KM - BGN_KM, PRICE * QTY.
void StatementReader::arithmetic()
{
    const auto column = [&](const Token* token) {
        if (token == nullptr || token->word != Word::None || !isName(*token))
            return false;
        const std::string name = upper(spelling(m_text, *token));
        return !name.starts_with("SYS") && !name.starts_with("CURRENT") && !name.starts_with("ROW") && name != "NOW" && name != "LEVEL";
    };
    const Token* after = peek(1);
    const bool call = after != nullptr && peek(2) != nullptr && peek(2)->symbol == '(';
    if (m_scopes.size() == 1 && top().clause == Clause::SelectList && column(before()) && column(after) && !call)
        m_facts.aggregates = true;
}

void StatementReader::open()
{
    Scope inner;
    inner.cte = top().cte || !top().closesCte.empty();
    inner.itself = top().closesCte;
    inner.firstRef = m_refs.size();
    if (top().expectTable) {
        top().expectTable = false;
        inner.table = true;
        inner.verb = Verb::Select;
        inner.clause = Clause::From;
        inner.expectTable = true;
        inner.mode = top().mode;
        inner.writeFirst = top().mode == AccessMode::Write;
        if (inner.writeFirst && m_scopes.size() == 1 && top().verb == Verb::Update) {
            m_view = m_at;
        }
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
        std::size_t comma = 1;
        while (peek(comma) && peek(comma)->kind == TokenKind::Control) { // the next one may stand in a branch
            ++comma;
        }
        if (nextIs(',', comma)) {
            for (; comma > 1; --comma) {
                ++m_at;
                control(m_tokens[m_at].symbol);
            }
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
    resolveView(first);
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
    const bool given = before() && before()->symbol == '=' && m_at > 1 && m_tokens[m_at - 2].symbol == ':'; // :1 := f(x)
    if ((call || nextIs('.')) && scope.verb == Verb::None && m_block && before() &&
        (before()->word == Word::Begin || before()->symbol == ';' || given)) {
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
    if (const auto joined = m_pathAliases.find(chain.front()); joined != m_pathAliases.end()) {
        chain.erase(chain.begin());
        chain.insert(chain.begin(), joined->second.begin(), joined->second.end());
        m_facts.paths.push_back(std::move(chain));
        return;
    }
    for (auto ref = m_refs.rbegin(); ref != m_refs.rend(); ++ref) {
        if (ref->alias == chain.front()) {
            chain.front() = ref->name;
            break;
        }
    }
    m_facts.paths.push_back(std::move(chain));
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
    m_callShape = m_callShape || nextIs('(') || m_tokens.front().symbol == '{' || (m_block && nextIs(';') && name.contains('.'));
    m_facts.procedures.push_back(std::move(name));
}

/// Words that stand between the keyword and the table. True when the token was consumed.
bool StatementReader::skipBeforeTable(const Token& token)
{
    if (token.kind == TokenKind::Quoted) {
        return false;
    }
    switch (token.word) {
    case Word::Into:
    case Word::Ignore:
    case Word::LowPriority:
    case Word::Delayed:
    case Word::Quick:
    case Word::Overwrite:
        return top().mode == AccessMode::Write;
    case Word::From:
        if (top().verb == Verb::Delete && top().clause == Clause::Target) {
            m_hasFrom = true;
            return !top().into;
        }
        return false;
    case Word::All: // INSERT ALL; FROM ALL t of CUBRID
        return before() && ((top().verb == Verb::Insert && before()->word == Word::Insert) ||
                            (before()->word == Word::From && peek() && isName(*peek()) && peek()->word == Word::None));
    case Word::Top:
        if (nextIs('(')) {
            ++m_at;
            skipParentheses();
            return true;
        }
        return false;
    case Word::Only:
    case Word::Lateral:
    case Word::Fetch:
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
    if (first.kind == TokenKind::Name && kEndsExpectation.contains(first.word) && !(m_options.jpql && nextIs('.'))) {
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
    const bool prefixed = before() && before()->kind == TokenKind::Placeholder && !first.spaced;
    const bool schemaUnknown = prefixed || (before() && before()->symbol == '.' && before()->kind == TokenKind::Symbol);
    if (prefixed) {
        chain.front().erase(0, chain.front().find_first_not_of('_'));
    }
    while (nextIs('.') && peek(2) && (isName(*peek(2)) || nextIs('.', 2))) {
        m_at += nextIs('.', 2) ? 3 : 2;
        if (m_at >= m_tokens.size()) {
            return;
        }
        chain.emplace_back(spelling(m_text, m_tokens[m_at]));
    }
    if (nextIs('=')) { // UPDATE t a = 1, b = 2: the SET is missing
        top().expectTable = false;
        return;
    }
    addTable(std::move(ref), std::move(chain), schemaUnknown);
}

} // namespace naru::analyzers::sql
