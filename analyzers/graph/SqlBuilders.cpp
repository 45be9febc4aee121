#include "analyzers/graph/SqlBuilders.h"

#include "analyzers/graph/BuilderWords.h"
#include "analyzers/sql/SqlReader.h"
#include "analyzers/sql/SqlTokens.h"
#include "core/base/Blanks.h"
#include "core/base/Words.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// What a clause was given, and where.
struct ClauseText {
    std::string_view text;
    Location at;
};

std::string listed(const std::vector<ClauseText>& clauses)
{
    std::string all;
    for (const ClauseText& one : clauses)
        all.append(all.empty() ? "" : ", ").append(one.text);
    return all;
}

bool holdsQuery(std::string_view text)
{
    const std::string upper = sql::upper(text);
    for (const std::string_view word : {"SELECT", "FROM"})
        for (std::size_t at = upper.find(word); at != std::string::npos; at = upper.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            const bool begins = at == 0 || upper[at - 1] == '(' || kBlanks.contains(upper[at - 1]);
            if (begins && end < upper.size() && kBlanks.contains(upper[end]))
                return true;
        }
    return false;
}

/// What is joined; some say so again: LEFT_OUTER_JOIN("LEFT JOIN orders ..").
std::string joinClause(std::string_view text)
{
    const std::string first = sql::upper(text.substr(0, text.find_first_of(kBlanks)));
    return (isOneOf(first, {"JOIN", "LEFT", "RIGHT", "INNER", "OUTER", "FULL", "CROSS"}) ? " " : " JOIN ") + std::string(text);
}

/// Some clauses of a statement as SQL that can be read by itself.
struct BuiltPart {
    std::string text;
    Location at;
    sql::SqlFacts facts;
};

/// A statement while its clauses come.
struct Built {
    StatementKind kind = StatementKind::Select;
    Location at;
    std::string_view target;    ///< of a change
    std::vector<ClauseText> columns; ///< selected or set; may go on with FROM
    std::vector<ClauseText> tables;
    std::vector<ClauseText> joins;
    std::vector<ClauseText> conditions;
    std::vector<std::size_t> strings; ///< it is made of

    /// A SELECT to which nobody said FROM yet.
    [[nodiscard]] bool lacksTables() const
    {
        return kind == StatementKind::Select && tables.empty() && joins.empty() &&
               std::ranges::none_of(columns, holdsQuery, &ClauseText::text);
    }

    /// The statement as far as its first clauses go.
    [[nodiscard]] std::string main() const
    {
        const std::string some = columns.empty() ? "*" : listed(columns);
        if (kind == StatementKind::Select)
            return "SELECT " + some + (tables.empty() ? std::string() : " FROM " + listed(tables));
        if (target.empty())
            return {};
        if (kind == StatementKind::Insert)
            return "INSERT INTO " + std::string(target) + (columns.empty() ? std::string() : " (" + some + ")") + " VALUES (?)";
        if (kind == StatementKind::Delete)
            return "DELETE FROM " + std::string(target);
        std::string text = "UPDATE " + std::string(target) + " SET " + (columns.empty() ? "x = ?" : some);
        if (!tables.empty()) // of SQL Server: the target may be an alias
            text += " FROM " + listed(tables);
        for (const ClauseText& join : joins)
            text += joinClause(join.text);
        return text;
    }

    /// Its other clauses, each as a query at its line: code often leaves one of them unfinished.
    [[nodiscard]] std::vector<BuiltPart> others() const
    {
        std::vector<BuiltPart> parts;
        if (kind == StatementKind::Select) {
            for (const ClauseText& table : tables)
                parts.push_back({"SELECT * FROM " + std::string(table.text), table.at, {}});
            for (const ClauseText& join : joins)
                parts.push_back({"SELECT * FROM ?" + joinClause(join.text), join.at, {}});
        }
        for (const ClauseText& condition : conditions)
            if (holdsQuery(condition.text))
                parts.push_back({"SELECT * FROM ? WHERE " + std::string(condition.text), condition.at, {}});
        return parts;
    }
};

class SqlBuilderLinker {
public:
    SqlBuilderLinker(const CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements,
                     std::vector<bool>& used)
        : m_index(index),
          m_lookup(lookup),
          m_entities(entities),
          m_statements(statements),
          m_used(used),
          m_words(index, lookup)
    {
    }

    void run()
    {
        if (m_words.empty())
            return;
        std::map<MemberId, std::vector<std::size_t>> given; // strings by member, in the order of the text
        for (std::size_t i = 0; i < m_index.strings.size(); ++i) {
            const StringUse& use = m_index.strings[i];
            if (!m_used[i] && use.in.valid() && !m_lookup.test(use.at) && m_index.model[use.in].kind != MemberKind::Field &&
                m_words.of(use, true))
                given[use.in].push_back(i);
        }
        std::map<MemberId, std::vector<std::pair<std::uint32_t, BuilderWord>>> textless; // by member and line
        for (const CallEdge& edge : m_index.model.calls)
            if (const auto word = m_words.ofTextless(edge.to); word && word->begins && given.contains(edge.from))
                textless[edge.from].emplace_back(edge.at.line, *word);
        for (const auto& [member, strings] : given) {
            auto& calls = textless[member];
            std::ranges::stable_sort(calls, {}, &std::pair<std::uint32_t, BuilderWord>::first);
            read(member, strings, calls);
        }
    }

private:
    void read(MemberId member, const std::vector<std::size_t>& strings, const std::vector<std::pair<std::uint32_t, BuilderWord>>& calls)
    {
        m_open = false;
        auto call = calls.begin();
        for (const std::size_t i : strings) {
            const StringUse& use = m_index.strings[i];
            for (; call != calls.end() && call->first <= use.at.line; ++call)
                begin(member, call->second.clause, use.at);
            const std::optional<BuilderWord> word = m_words.of(use, m_open);
            const std::string_view text = trimmed(m_lookup.text(use.text));
            if (!word || text.empty() || (word->clause == Clause::Where && !m_open))
                continue;
            add(member, *word, use, text);
            m_built.strings.push_back(i);
        }
        finish(member);
    }

    void begin(MemberId member, Clause clause, Location at)
    {
        finish(member);
        m_open = true;
        m_built = {};
        m_built.at = at;
        m_built.kind = clause == Clause::Insert   ? StatementKind::Insert
                       : clause == Clause::Update ? StatementKind::Update
                       : clause == Clause::Delete ? StatementKind::Delete
                                                  : StatementKind::Select;
    }

    void add(MemberId member, const BuilderWord& word, const StringUse& use, std::string_view text)
    {
        switch (word.clause) {
        case Clause::Select:
            if (!m_open || !m_built.lacksTables())
                begin(member, word.clause, use.at);
            m_built.columns.push_back({text, use.at});
            break;
        case Clause::From:
            if (m_open && m_built.kind == StatementKind::Delete && m_built.target.empty()) {
                m_built.target = text;
                break;
            }
            if (const bool further = use.argument > word.first; !takesTables() || (word.begins && !further))
                begin(member, word.clause, use.at);
            m_built.tables.push_back({text, use.at});
            break;
        case Clause::Join:
            if (!m_open)
                begin(member, word.clause, use.at);
            m_built.joins.push_back({text, use.at});
            break;
        case Clause::Where:
            m_built.conditions.push_back({text, use.at});
            break;
        case Clause::Set:
            if (use.argument == 0)
                m_built.columns.push_back({text, use.at});
            break;
        case Clause::Insert:
        case Clause::Update:
        case Clause::Delete:
            begin(member, word.clause, use.at);
            m_built.target = text;
            break;
        }
    }

    [[nodiscard]] bool takesTables() const
    {
        return m_open && (m_built.kind == StatementKind::Select || m_built.kind == StatementKind::Update);
    }

    void finish(MemberId member)
    {
        if (!std::exchange(m_open, false))
            return;
        std::vector<BuiltPart> parts = m_built.others();
        parts.push_back({m_built.main(), m_built.at, {}});
        bool tables = false;
        for (BuiltPart& part : parts) {
            part.facts = sql::readSql(part.text);
            tables = tables || !part.facts.tables.empty();
        }
        if (!tables)
            return;
        const StatementId made = m_statements.held(member, StatementOrigin::StringSql, m_built.kind, m_built.at);
        for (const BuiltPart& part : parts) {
            m_statements[made].columns.clear(); // those of the last part count
            addTables(made, part);
        }
        m_statements.execute(member, made, m_built.at, Rule::SqlText);
        for (const std::size_t string : m_built.strings)
            m_used[string] = true;
    }

    void addTables(StatementId made, const BuiltPart& part)
    {
        const auto ofEntity = [&](const sql::TableUse& use) {
            return m_statements.tables().stored(use.name).valid()
                       ? nullptr
                       : m_entities.named(use.name, m_index.model[m_statements[made].holder].owner, part.text);
        };
        if (std::ranges::none_of(part.facts.tables, ofEntity))
            m_statements.addSql(made, part.facts, part.text, part.at, TextLines::OfString);
        else
            for (const sql::TableUse& use : part.facts.tables)
                for (const Entity* entity = ofEntity(use); const TableId table : entity != nullptr ? entity->tables : stored(use.name))
                    m_statements.access(made, table, use.mode, part.at);
    }

    [[nodiscard]] std::vector<TableId> stored(const std::string& name) const
    {
        const TableId table = m_statements.tables().stored(name);
        return table.valid() ? std::vector{table} : std::vector<TableId>();
    }

    const CodeIndex& m_index;
    const CodeLookup& m_lookup;
    const EntityMap& m_entities;
    StatementTable& m_statements;
    std::vector<bool>& m_used;
    const BuilderWords m_words;
    Built m_built;
    bool m_open = false;
};

} // namespace

void linkSqlBuilders(const CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements,
                     std::vector<bool>& usedStrings)
{
    SqlBuilderLinker(index, lookup, entities, statements, usedStrings).run();
}

void linkMapperProviders(CodeIndex& index, const CodeLookup& lookup)
{
    CodeModel& model = index.model;
    for (const AnnotationUse& use : index.annotations) {
        const std::string_view name = simpleName(lookup.text(use.name));
        if (!name.ends_with("Provider") || use.target != AnnotationTarget::Method || !use.member.valid() ||
            !isOneOf(name, {"SelectProvider", "InsertProvider", "UpdateProvider", "DeleteProvider"}))
            continue;
        const std::string_view type = argument(lookup, use, "type");
        const TypeId provider = lookup.anyType(type.empty() ? argument(lookup, use, "value") : type);
        const std::string_view named = argument(lookup, use, "method");
        std::vector<MemberId> methods = lookup.methodsInherited(provider, named.empty() ? lookup.text(model[use.member].name) : named);
        if (methods.empty() && named.empty())
            methods = lookup.methodsInherited(provider, "provideSql");
        for (const MemberId method : methods)
            model.calls.push_back({use.member, method, use.at, Rule::Declared});
    }
}

} // namespace naru::analyzers::graph
