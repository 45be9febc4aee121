#pragma once

#include "analyzers/sql/SqlReader.h"
#include "analyzers/sql/SqlTokens.h"

#include <unordered_map>
#include <unordered_set>

namespace naru::analyzers::sql {

/// The state machine behind readSql: one pass over the tokens with an explicit
/// stack of parentheses, so that depth costs no recursion.
class StatementReader {
public:
    StatementReader(std::string_view text, const std::vector<Token>& tokens, const SqlOptions& options);
    SqlFacts run();

private:
    enum class Verb : std::uint8_t { None, Select, Insert, Update, Delete, Merge, Call };
    enum class Clause : std::uint8_t { None, SelectList, Target, From, Set, Other };

    /// One level of parentheses.
    struct Scope {
        Verb verb = Verb::None;
        Clause clause = Clause::None;
        core::AccessMode mode = core::AccessMode::Read;
        bool expectTable = false;
        bool table = false;      ///< parentheses around a joined table or a derived table
        bool cte = false;        ///< inside the body of a WITH query
        bool into = false;       ///< INSERT or DELETE has its target
        bool writeFirst = false; ///< UPDATE (SELECT ... FROM a, b): the first table is the target
        bool expectCteName = false;
        bool recursive = false; ///< WITH RECURSIVE: each of its queries may name itself
        std::string closesCte;    ///< name that becomes known when this level closes
        std::string itself;       ///< the name of the WITH query whose body this level is
        std::size_t firstRef = 0; ///< references of the statement at this level start here
        std::size_t columnStart = 0;
    };

    struct Ref {
        std::string name;
        std::string alias;
        core::AccessMode mode = core::AccessMode::Read;
        std::uint32_t offset = 0;
        std::size_t depth = 0;
        Verb verb = Verb::None;
        bool target = false; ///< written before the FROM of DELETE or UPDATE: may be an alias
        bool remote = false;
    };

    /// State kept while alternatives of dynamic SQL are read one after the other.
    struct Alternatives {
        std::size_t depth = 0;
        Scope top;
    };

    const Token* peek(std::size_t ahead = 1) const { return m_at + ahead < m_tokens.size() ? &m_tokens[m_at + ahead] : nullptr; }
    const Token* before() const { return m_at > 0 ? &m_tokens[m_at - 1] : nullptr; }
    bool nextIs(Word word, std::size_t ahead = 1) const;
    bool nextIs(char symbol, std::size_t ahead = 1) const;
    Scope& top() { return m_scopes.back(); }

    void step();
    void control(char mark);
    void symbol(const Token& token);
    void arithmetic();
    void open();
    void close();
    void endStatement();
    void word(const Token& token);
    void clauseWord(const Token& token);
    void startVerb(const Token& token);
    bool startsStatement() const;
    [[nodiscard]] bool followsWithoutSemicolon() const;
    bool startWrite(core::StatementKind kind, Verb verb, bool fits);
    void setKind(core::StatementKind kind);
    void begin(Verb verb, Clause clause, bool expect, core::AccessMode mode);
    void from();
    void with();
    void cteName();
    void recursion();
    void table();
    [[nodiscard]] bool beginsTable(const Token& token) const;
    bool skipBeforeTable(const Token& token);
    void addTable(Ref ref, std::vector<std::string> chain, bool schemaUnknown);
    void alias(Ref& ref);
    void skipParentheses();
    void procedure();
    void name(const Token& token);
    void literal();
    void endColumn();
    void insertColumns();
    void setColumn(const Token& token);
    void aliasPath();
    void resolveTargets(std::size_t first);
    void resolveSet(std::size_t first);
    void resolveView(std::size_t first);
    [[nodiscard]] std::string ownerInView(std::string_view column) const;
    void judge();
    [[nodiscard]] bool hasCondition() const;
    [[nodiscard]] bool setsUnknown() const;
    [[nodiscard]] bool deletesWhatIsNotThere() const;
    SqlFacts collect();

    std::string_view m_text;
    const std::vector<Token>& m_tokens;
    SqlOptions m_options;
    std::size_t m_at = 0;
    std::vector<Scope> m_scopes;
    std::vector<Alternatives> m_alternatives;
    std::vector<Ref> m_refs;
    std::vector<std::string> m_setTargets; ///< aliases on the left of SET assignments
    std::unordered_set<std::string> m_ctes;
    std::unordered_map<std::string, std::vector<std::string>> m_pathAliases; ///< JPQL: alias of a joined path
    SqlFacts m_facts;
    bool m_kindKnown = false;
    bool m_english = false;
    bool m_hasSet = false;
    bool m_hasValues = false;
    bool m_hasFrom = false;
    bool m_block = false; ///< PL/SQL: SELECT INTO fills variables
    bool m_columnsDone = false;
    bool m_callShape = false;
    std::size_t m_view = 0; ///< UPDATE (SELECT ...): the token of the parenthesis
    std::size_t m_junk = 0; ///< adjacent words that no SQL has
};

} // namespace naru::analyzers::sql
