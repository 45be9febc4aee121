#include "analyzers/graph/SqlFragments.h"

#include "analyzers/sql/FragmentReader.h"
#include "analyzers/sql/SqlTokens.h"

#include <algorithm>
#include <unordered_set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class FragmentLinker {
public:
    FragmentLinker(const CodeIndex& index, const CodeLookup& lookup, StatementTable& statements, const EntityMap& entities)
        : m_index(index),
          m_lookup(lookup),
          m_statements(statements),
          m_entities(entities)
    {
        for (const Statement& statement : index.model.statements)
            for (const TableAccess& access : statement.accesses)
                if (statement.holder.valid() && access.mode == AccessMode::Read)
                    m_read.insert(key(statement.holder, access.table));
    }

    void run(const std::vector<bool>& used)
    {
        for (std::size_t i = 0; i < m_index.strings.size(); ++i) {
            const StringUse& use = m_index.strings[i];
            if (used[i] || !use.in.valid() || m_lookup.test(use.at))
                continue;
            const std::string_view text = m_lookup.text(use.text);
            const sql::SqlFacts facts = read(text);
            if (facts.tables.empty())
                continue;
            if (m_index.model[use.in].kind == MemberKind::Field)
                m_ofFields[use.in.value].push_back(i);
            else
                add(use.in, facts, text, use.at);
        }
        readersOfFields();
    }

private:
    static std::uint64_t key(MemberId member, TableId table) { return (std::uint64_t{member.value} << 32) | table.value; }

    [[nodiscard]] sql::SqlFacts read(std::string_view text) const
    {
        sql::SqlFacts facts = sql::readFragment(text);
        const bool names = !m_entities.empty() && std::ranges::any_of(facts.tables, [&](const sql::TableUse& use) {
            return !m_statements.tables().stored(use.name).valid() && m_entities.named(use.name) != nullptr;
        });
        return names ? sql::readFragment(text, {.jpql = true}) : facts;
    }

    /// The tables that a name in a query stands for: an entity's where it is written as the entity is.
    [[nodiscard]] std::vector<TableId> tablesOf(const std::string& name, MemberId holder, std::string_view text) const
    {
        const bool hql = sql::startsWithFrom(text) && sql::upper(name) != name && m_entities.named(name) != nullptr;
        if (const TableId table = m_statements.tables().stored(name); table.valid() && !hql)
            return {table};
        if (const Entity* entity = m_entities.named(name, m_index.model[holder].owner, text))
            return entity->tables;
        const TableId table = m_statements.tables().find(name);
        return table.valid() ? std::vector{table} : std::vector<TableId>();
    }

    /// All fragments of a member are one statement: its text was only written in pieces.
    void add(MemberId holder, const sql::SqlFacts& facts, std::string_view text, Location at)
    {
        for (const sql::TableUse& use : facts.tables) {
            const std::vector<TableId> tables = tablesOf(use.name, holder, text);
            for (const TableId table : tables)
                addRead(holder, table, at);
            if (tables.empty() && inSchema(use, text))
                addRead(holder, m_statements.tables().table(use.name, TableOrigin::Sql, at), at);
        }
    }

    /// from sbr.contexts_view c: what stands behind a schema is a table though nothing else names it, unless it may be a path of an entity.
    [[nodiscard]] bool inSchema(const sql::TableUse& use, std::string_view text) const
    {
        return m_entities.empty() && use.name.contains('_') && use.offset < text.size() && text.substr(use.offset, use.name.size()) != use.name &&
               text[std::min(text.find_first_of(". \t\n", use.offset), text.size() - 1)] == '.';
    }

    void addRead(MemberId holder, TableId table, Location at)
    {
        if (m_read.insert(key(holder, table)).second) {
            StatementId& statement = m_made[holder.value];
            if (!statement.valid()) {
                statement = m_statements.held(holder, StatementOrigin::StringSql, StatementKind::Select, at);
                m_statements.execute(holder, statement, at, Rule::SqlText);
            }
            m_statements.access(statement, table, AccessMode::Read, at);
        }
    }

    void readersOfFields()
    {
        for (const FieldAccessEdge& edge : m_index.model.fieldAccesses) {
            const auto found = m_ofFields.find(edge.to.value);
            if (found == m_ofFields.end() || edge.mode != AccessMode::Read || m_index.model[edge.from].kind == MemberKind::Field)
                continue;
            for (const std::size_t i : found->second) {
                const std::string_view text = m_lookup.text(m_index.strings[i].text);
                add(edge.from, read(text), text, edge.at);
            }
        }
    }

    const CodeIndex& m_index;
    const CodeLookup& m_lookup;
    StatementTable& m_statements;
    const EntityMap& m_entities;
    std::unordered_set<std::uint64_t> m_read; ///< reads that whole statements, or earlier fragments, tell
    std::unordered_map<std::uint32_t, StatementId> m_made;
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> m_ofFields;
};

} // namespace

void linkFragments(const CodeIndex& index, const CodeLookup& lookup, StatementTable& statements, const EntityMap& entities,
                   const std::vector<bool>& usedStrings)
{
    FragmentLinker(index, lookup, statements, entities).run(usedStrings);
}

} // namespace naru::analyzers::graph
