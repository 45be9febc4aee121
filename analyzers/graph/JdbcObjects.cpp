#include "analyzers/graph/JdbcObjects.h"

#include "core/base/Words.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// org.springframework.jdbc.object.
bool isOperation(const CodeLookup& lookup, TypeId type)
{
    constexpr std::string_view kBases[] = {"BatchSqlUpdate", "MappingSqlQuery", "MappingSqlQueryWithParameters",
                                           "SqlCall",        "SqlFunction",     "SqlQuery",
                                           "SqlUpdate",      "StoredProcedure", "UpdatableSqlQuery"};
    return std::ranges::any_of(kBases, [&](std::string_view base) { return lookup.extendsExternal(type, base); });
}

class JdbcObjects {
public:
    JdbcObjects(const CodeIndex& index, const CodeLookup& lookup, StatementTable& statements)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_statements(statements)
    {
    }

    void run()
    {
        collect();
        if (m_made.empty())
            return;
        std::set<std::pair<MemberId, StatementId>> known;
        for (const ExecuteEdge& edge : m_model.executes)
            known.emplace(edge.from, edge.to);
        for (const ExternalCall& call : m_index.externalCalls) {
            if (!call.from.valid() || m_lookup.test(call.at))
                continue;
            for (const StatementId statement : runBy(call))
                if (known.emplace(call.from, statement).second)
                    m_statements.execute(call.from, statement, call.at, Rule::SqlText);
        }
    }

private:
    /// Statements that constructors of such classes hold, and those of classes that configure inserts.
    void collect()
    {
        std::unordered_map<std::uint32_t, bool> operations; // by type
        std::set<MemberId> configuring;
        for (const ExternalCall& call : m_index.externalCalls)
            if (call.from.valid() && isInsert(call))
                configuring.insert(call.from);
        for (const ExecuteEdge& edge : m_model.executes) {
            const TypeId owner = m_model[edge.from].owner;
            const bool configures = configuring.contains(edge.from) && m_model[edge.to].kind == StatementKind::Insert;
            if (m_model[edge.from].kind == MemberKind::Constructor && !configures) {
                const auto [found, added] = operations.try_emplace(owner.value, false);
                if (added)
                    found->second = isOperation(m_lookup, owner);
                if (found->second)
                    m_made[owner.value].push_back(edge.to);
            } else if (configures) {
                m_made[owner.value].push_back(edge.to);
            }
        }
    }

    [[nodiscard]] bool isInsert(const ExternalCall& call) const
    {
        return simpleName(m_lookup.text(call.receiverType)) == "SimpleJdbcInsert";
    }

    [[nodiscard]] std::vector<StatementId> runBy(const ExternalCall& call) const
    {
        const std::string_view name = m_lookup.text(call.name);
        std::vector<StatementId> run;
        const auto add = [&](TypeId type) {
            if (const auto found = m_made.find(type.value); found != m_made.end())
                run.insert(run.end(), found->second.begin(), found->second.end());
        };
        if (isInsert(call) && name.starts_with("execute"))
            add(call.fromType);
        else if (const TypeId called = name == "<init>" ? TypeId() : m_lookup.type(m_lookup.text(call.receiverType)); called.valid())
            for (const TypeId above : m_lookup.ancestry(called))
                add(above);
        return run;
    }

    const CodeIndex& m_index;
    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    StatementTable& m_statements;
    std::map<std::uint32_t, std::vector<StatementId>> m_made; ///< by class of the operation, or that uses the insert
};

} // namespace

void linkJdbcObjects(const CodeIndex& index, const CodeLookup& lookup, StatementTable& statements)
{
    JdbcObjects(index, lookup, statements).run();
}

} // namespace naru::analyzers::graph
