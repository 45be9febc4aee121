// The part of StatementReader that turns names after FROM, JOIN, INTO ... into references.

#include "analyzers/sql/StatementReader.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::sql {

using core::AccessMode;
using core::StatementKind;

namespace {

/// Words of prose that are never a table.
bool proseWord(std::string_view name)
{
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"AN", "ANOTHER", "EACH", "EVERY", "IT", "ITS", "MY", "OUR", "SOME", "THAT", "THE", "THEIR", "THESE", "THIS", "THOSE", "YOUR"});
    return std::ranges::binary_search(kWords, name);
}

/// The one-row tables of Oracle, Tibero, Altibase, CUBRID and DB2, and catalogs, hold no data of the system.
bool pseudoTable(std::string_view name)
{
    return name == "DUAL" || name == "DB_ROOT" || name == "SYSDUMMY1" || name == "SYS_DUMMY";
}

bool catalogSchema(std::string_view schema)
{
    return schema == "INFORMATION_SCHEMA" || schema == "PG_CATALOG" || schema == "SYSIBM" || schema == "SYSCAT" || schema == "SYS";
}

bool tableHint(std::string_view name)
{
    static constexpr auto kHints =
        std::to_array<std::string_view>({"HOLDLOCK", "NOLOCK", "PAGLOCK", "READCOMMITTED", "READPAST", "READUNCOMMITTED", "ROWLOCK",
                                         "TABLOCK", "TABLOCKX", "UPDLOCK", "XLOCK"});
    return std::ranges::binary_search(kHints, name);
}

/// Words that may be an alias although they have a meaning elsewhere.
constexpr WordSet kSoftWords{Word::None, Word::Key,   Word::Comment, Word::View, Word::Index, Word::Check, Word::Column,
                             Word::New,  Word::Quick, Word::Go,      Word::Desc, Word::Begin, Word::Do};

constexpr std::size_t kShortestStem = 4; ///< of the name of a table of which only run time knows the beginning or the end

} // namespace

/// $SCHEMA$TB_ORDER, ${prefix}_ORDER: what a mapper puts before a name holds the schema with its dot, or what tables of one system or
/// tenant have in common; the rest of the name stands for the table.
bool StatementReader::beginsTable(const Token& token) const
{
    const Token* name = peek();
    const std::string_view put = spelling(m_text, token);
    if (m_options.jpql || name == nullptr || name->spaced || !isName(*name) || (name->kind == TokenKind::Name && name->word != Word::None) ||
        (!put.starts_with("${") && !(put.size() > 2 && put.starts_with('$') && put.ends_with('$'))))
        return false;
    const std::string_view stem = spelling(m_text, *name);
    return stem.size() - std::min(stem.find_first_not_of('_'), stem.size()) >= kShortestStem;
}

void StatementReader::addTable(Ref ref, std::vector<std::string> chain, bool schemaUnknown)
{
    Scope& scope = top();
    scope.expectTable = false;
    const Token* next = peek();
    if (next && next->kind == TokenKind::Placeholder && !next->spaced) { // TB_${year}
        ++m_at;
        const Token* behind = peek();
        std::string& stem = chain.back();
        const bool put = spelling(m_text, *next).starts_with('$'); // by a mapper; what code adds may be any part of the name
        const bool ends = behind == nullptr || behind->spaced || behind->kind != TokenKind::Name;
        stem.resize(stem.find_last_not_of('_') + 1); // npos + 1 is 0
        if (!ends || !put || m_options.jpql || stem.size() < kShortestStem) {
            m_facts.dynamicTable = true;
            alias(ref);
            return;
        }
        // Tables of one kind, by year or by tenant: their common name stands for them.
    }
    if (nextIs('@') && peek(2) && isName(*peek(2))) {
        ref.remote = true;
        m_at += 2;
        while (nextIs('.') && peek(2) && isName(*peek(2))) {
            m_at += 2;
        }
    }
    if (m_options.jpql && chain.size() > 1) {
        const auto joined = m_pathAliases.find(chain.front());
        if (joined != m_pathAliases.end()) { // JOIN i.product where i is o.items
            chain.erase(chain.begin());
            chain.insert(chain.begin(), joined->second.begin(), joined->second.end());
            alias(ref);
            chain.emplace_back();
            m_facts.paths.push_back(std::move(chain));
            return;
        }
        const auto owner = std::find_if(m_refs.rbegin(), m_refs.rend(), [&](const Ref& r) { return r.alias == chain.front(); });
        if (owner != m_refs.rend()) {
            chain.front() = owner->name;
            ref.name = chain.back();
            alias(ref);
            constexpr std::size_t kLongestPath = 16;
            if (!ref.alias.empty() && chain.size() < kLongestPath) {
                m_pathAliases[ref.alias] = chain;
            }
            chain.emplace_back();
            m_facts.paths.push_back(std::move(chain));
            return;
        }
    }
    if (nextIs('(') && scope.mode == AccessMode::Read) {
        if (peek(2) && peek(2)->kind == TokenKind::Name && tableHint(upper(spelling(m_text, *peek(2))))) {
            ++m_at;
            skipParentheses();
        } else {
            return; // a table function: what is inside is read as an expression
        }
    }
    ref.name = std::move(chain.back());
    const bool catalog = chain.size() > 1 && catalogSchema(upper(chain[chain.size() - 2]));
    ref.mode = scope.mode;
    ref.depth = m_scopes.size();
    ref.verb = scope.verb;
    ref.target = scope.clause == Clause::Target && (scope.verb == Verb::Delete || scope.verb == Verb::Update);
    if (scope.table && scope.mode == AccessMode::Write) {
        scope.mode = AccessMode::Read; // UPDATE (SELECT ... FROM a, b): only the first can be meant
    }
    if (scope.verb == Verb::Insert || scope.verb == Verb::Delete) {
        scope.into = true;
    }
    alias(ref);
    const std::string name = upper(ref.name);
    if (chain.size() == 1 && !schemaUnknown && proseWord(name)) {
        m_english = true;
        return;
    }
    if (scope.verb == Verb::Update && scope.clause == Clause::Target) {
        scope.mode = AccessMode::Read; // UPDATE a, b SET
    }
    const bool cte = chain.size() == 1 && !schemaUnknown && m_ctes.contains(name);
    if (!catalog && !cte && !pseudoTable(name) && !name.empty()) {
        m_refs.push_back(std::move(ref));
    }
}

/// [AS] alias
void StatementReader::alias(Ref& ref)
{
    std::size_t at = 1;
    if (nextIs(Word::As)) {
        at = 2;
    }
    const Token* token = peek(at);
    if (!token || !isName(*token) || (token->kind == TokenKind::Name && !kSoftWords.contains(token->word)) || nextIs('.', at + 1)) {
        return;
    }
    ref.alias = spelling(m_text, *token);
    m_at += at;
    const Token* after = peek();
    static constexpr auto kOptions = std::to_array<std::string_view>({"FORCE", "OF", "SAMPLE", "TABLESAMPLE", "TIMESTAMP", "USE"});
    if (after && std::ranges::binary_search(kOptions, upper(spelling(m_text, *after)))) {
        return;
    }
    if (after && after->kind == TokenKind::Name && after->word == Word::None && after->spaced && ref.mode == AccessMode::Read) {
        ++m_junk; // two words after a table
    }
}

/// UPDATE t SET ... FROM table t, DELETE t FROM table t: an alias before FROM stands for the table behind it.
void StatementReader::resolveTargets(std::size_t first)
{
    const auto same = [](std::string_view a, std::string_view b) { return upper(a) == upper(b); };
    if (std::none_of(m_refs.begin() + static_cast<std::ptrdiff_t>(first), m_refs.end(), [](const Ref& ref) { return ref.target; })) {
        return;
    }
    std::vector<bool> drop(m_refs.size(), false);
    for (std::size_t i = first; i < m_refs.size(); ++i) {
        if (!m_refs[i].target || m_refs[i].mode != AccessMode::Write) {
            continue;
        }
        for (std::size_t j = first; j < m_refs.size(); ++j) {
            const Ref& other = m_refs[j];
            if (j == i || other.target || other.mode != AccessMode::Read || other.depth != m_refs[i].depth) {
                continue;
            }
            if (same(other.alias, m_refs[i].name) || (same(other.name, m_refs[i].name) && m_refs[i].verb == Verb::Delete)) {
                m_refs[i].name = other.name;
                drop[j] = true;
            }
        }
        m_refs[i].target = false;
    }
    std::size_t kept = first;
    for (std::size_t i = first; i < m_refs.size(); ++i) {
        if (!drop[i]) {
            if (kept != i) {
                m_refs[kept] = std::move(m_refs[i]);
            }
            ++kept;
        }
    }
    m_refs.resize(kept);
}

/// Several tables under UPDATE: those whose columns are set are written.
void StatementReader::resolveSet(std::size_t first)
{
    const auto isSet = [&](const Ref& ref) {
        return std::ranges::any_of(
            m_setTargets, [&](const std::string& target) { return upper(target) == upper(ref.alias) || upper(target) == upper(ref.name); });
    };
    const auto of = [](const Ref& ref) { return ref.verb == Verb::Update && ref.depth == 1; };
    bool found = false;
    for (std::size_t i = first; !m_setTargets.empty() && i < m_refs.size(); ++i) {
        found = found || (of(m_refs[i]) && isSet(m_refs[i]));
    }
    for (std::size_t i = first; found && i < m_refs.size(); ++i) {
        if (of(m_refs[i])) {
            m_refs[i].mode = isSet(m_refs[i]) ? AccessMode::Write : AccessMode::Read;
        }
    }
    m_setTargets.clear();
}

/// A result column ends at `,` and FROM: its alias, or the last part of its name.
void StatementReader::endColumn()
{
    Scope& scope = top();
    if (scope.clause != Clause::SelectList) {
        return;
    }
    const std::size_t first = scope.columnStart;
    scope.columnStart = m_at + 1;
    if (m_scopes.size() != 1 || m_at <= first || m_columnsDone || m_facts.kind != StatementKind::Select) {
        return;
    }
    const Token& last = m_tokens[m_at - 1];
    if (isName(last) && (last.kind == TokenKind::Quoted || last.word != Word::End)) {
        m_facts.columns.push_back(upper(spelling(m_text, last)));
    }
}

/// INSERT INTO t (a, b, c)
void StatementReader::insertColumns()
{
    if (m_scopes.size() != 1) {
        return;
    }
    for (std::size_t i = m_at + 1; i < m_tokens.size() && m_tokens[i].symbol != ')' && m_tokens[i].symbol != '('; ++i) {
        if (isName(m_tokens[i])) {
            m_facts.columns.push_back(upper(spelling(m_text, m_tokens[i])));
        }
    }
    m_hasValues = true;
}

/// SET a = 1, t.b = 2
void StatementReader::setColumn(const Token& token)
{
    const Token* previous = before();
    const bool starts = previous && (previous->word == Word::Set || (previous->kind == TokenKind::Symbol && previous->symbol == ','));
    if (!starts && !(previous && previous->kind == TokenKind::Control)) {
        return;
    }
    if (nextIs('.') && peek(2) && isName(*peek(2)) && nextIs('=', 3)) {
        m_setTargets.emplace_back(spelling(m_text, token));
        m_facts.columns.push_back(upper(spelling(m_text, *peek(2))));
        m_at += 2;
    } else if (nextIs('=')) {
        m_facts.columns.push_back(upper(spelling(m_text, token)));
    }
}

/// DELETE t WHERE a = 1 (a LIKE 'x%', a IN (1, 2), a IS NULL), as Oracle and Tibero take it: prose has no such condition.
bool StatementReader::hasCondition() const
{
    const auto where = std::ranges::find(m_tokens, Word::Where, &Token::word);
    if (where == m_tokens.end()) {
        return false;
    }
    if (m_text.contains('=')) {
        return true;
    }
    constexpr std::ptrdiff_t kFarthest = 6; // NOT T.NAME LIKE
    const auto end = where + std::min<std::ptrdiff_t>(kFarthest, m_tokens.end() - where - 1);
    return std::any_of(where, end, [&](const Token& token) {
        const Token& next = *(&token + 1);
        switch (token.word) {
        case Word::Like:
            return next.kind == TokenKind::String || next.kind == TokenKind::Placeholder || next.kind == TokenKind::Symbol;
        case Word::In:
        case Word::Exists:
            return next.symbol == '(';
        case Word::Is:
            return next.word == Word::Not || isAnyCase(spelling(m_text, next), "NULL");
        default:
            return token.kind == TokenKind::Symbol && (token.symbol == '<' || token.symbol == '>');
        }
    });
}

/// "UPDATE T " + changes + " WHERE A = 1": only run time knows what is set.
bool StatementReader::setsUnknown() const
{
    constexpr std::size_t kShortest = 4;
    return m_tokens.size() > kShortest && m_tokens[0].word == Word::Update && isName(m_tokens[1]) &&
           m_tokens[2].kind == TokenKind::Placeholder && m_tokens[3].word == Word::Where && hasCondition();
}

/// "Delete event from a study": what stands before FROM must be one of the tables, or an alias, behind it.
bool StatementReader::deletesWhatIsNotThere() const
{
    if (m_tokens.size() < 4 || m_tokens[0].word != Word::Delete || !isName(m_tokens[1]) || m_tokens[2].word != Word::From)
        return false;
    const std::string wanted = upper(spelling(m_text, m_tokens[1]));
    if (wanted == "LOW_PRIORITY" || wanted == "QUICK" || wanted == "IGNORE") // of MySQL
        return false;
    return std::none_of(m_tokens.begin() + 3, m_tokens.end(),
                        [&](const Token& token) { return isName(token) && upper(spelling(m_text, token)) == wanted; });
}

void StatementReader::judge()
{
    bool plausible = !m_english && m_junk == 0;
    switch (m_facts.kind) {
    case StatementKind::Select:
        plausible = plausible && m_hasFrom && (!m_facts.tables.empty() || m_facts.dynamicTable);
        break;
    case StatementKind::Insert:
        plausible = plausible && (m_hasValues || (m_hasFrom && upper(m_text).contains("SELECT"))) && (!m_facts.tables.empty() || m_facts.dynamicTable);
        break;
    case StatementKind::Update:
        plausible = plausible && (m_hasSet || setsUnknown()) && (!m_facts.tables.empty() || m_facts.dynamicTable);
        break;
    case StatementKind::Delete:
        plausible = plausible && (m_hasFrom || m_options.jpql || m_options.run || hasCondition()) && !deletesWhatIsNotThere() &&
                    (!m_facts.tables.empty() || m_facts.dynamicTable);
        break;
    case StatementKind::Merge:
        plausible = plausible && !m_facts.tables.empty();
        break;
    case StatementKind::Call:
        plausible = m_callShape && !m_facts.procedures.empty();
        break;
    case StatementKind::Other:
        plausible = false;
        break;
    }
    m_facts.plausible = plausible;
}

SqlFacts StatementReader::collect()
{
    std::unordered_set<std::string> seen;
    for (const Ref& ref : m_refs) {
        if (seen.insert(upper(ref.name) + (ref.mode == AccessMode::Read ? "\nr" : "\nw")).second) {
            m_facts.tables.push_back({ref.name, ref.mode, ref.remote, ref.offset});
        }
    }
    std::ranges::stable_sort(m_facts.tables, {}, &TableUse::offset);
    judge();
    return std::move(m_facts);
}

} // namespace naru::analyzers::sql
