#include "analyzers/graph/OjbQueries.h"

#include "core/base/Words.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// What a call has to do with queries of OJB.
enum class Part : std::uint8_t { None, Query, Removal };

class OjbQueries {
public:
    OjbQueries(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements)
        : m_index(index),
          m_lookup(lookup),
          m_entities(entities),
          m_statements(statements)
    {
    }

    void run()
    {
        for (const ExternalCall& call : m_index.externalCalls)
            if (call.from.valid() && call.receiverType.valid() && part(call) == Part::Query && !m_lookup.test(call.at))
                if (const Entity* entity = m_entities.among(call.argTypes))
                    m_queries[call.from.value].push_back({entity, call.at});
        if (m_queries.empty())
            return;
        for (const ExternalCall& call : m_index.externalCalls)
            if (call.from.valid() && call.receiverType.valid() && part(call) == Part::Removal)
                removes(call);
        std::vector<std::uint32_t> members;
        for (const auto& [member, queries] : m_queries)
            members.push_back(member);
        std::ranges::sort(members);
        for (const std::uint32_t member : members)
            for (const Query& query : m_queries[member])
                add(MemberId(member), query);
    }

private:
    struct Query {
        const Entity* entity = nullptr;
        Location at;
        bool removes = false;
    };

    [[nodiscard]] Part part(const ExternalCall& call)
    {
        const auto [known, added] = m_receivers.try_emplace(call.receiverType.value, Part::None);
        if (added) {
            const std::string_view type = simpleName(m_lookup.text(call.receiverType));
            known->second = isOneOf(type, {"QueryByCriteria", "QueryByExample", "QueryByIdentity", "QueryFactory", "ReportQueryByCriteria"})
                                ? Part::Query
                            : type == "PersistenceBroker" || type == "PersistenceBrokerTemplate" ? Part::Removal
                                                                                                  : Part::None;
        }
        if (known->second == Part::None)
            return Part::None;
        const std::string_view name = m_lookup.text(call.name);
        const bool fits = known->second == Part::Removal ? name == "deleteByQuery" : name == "<init>" || name.starts_with("new");
        return fits ? known->second : Part::None;
    }

    /// The query that stands nearest before the call, or within it, on a later line.
    void removes(const ExternalCall& call)
    {
        const auto found = m_queries.find(call.from.value);
        if (found == m_queries.end())
            return;
        Query* nearest = nullptr;
        for (Query& query : found->second)
            if (!query.removes && (query.at.line <= call.at.line || nearest == nullptr))
                nearest = &query;
        if (nearest != nullptr)
            nearest->removes = true;
    }

    void add(MemberId member, const Query& query)
    {
        if (!m_done.emplace(member, query.entity->type, query.removes).second)
            return;
        const StatementKind kind = query.removes ? StatementKind::Delete : StatementKind::Select;
        const StatementId made = m_statements.held(member, StatementOrigin::EntityUse, kind, query.at);
        for (const TableId table : query.entity->tables)
            m_statements.access(made, table, query.removes ? AccessMode::Write : AccessMode::Read, query.at);
        m_statements.execute(member, made, query.at, Rule::EntityMapping);
    }

    CodeIndex& m_index;
    const CodeLookup& m_lookup;
    const EntityMap& m_entities;
    StatementTable& m_statements;
    std::unordered_map<std::uint32_t, Part> m_receivers;
    std::unordered_map<std::uint32_t, std::vector<Query>> m_queries; ///< by member
    std::set<std::tuple<MemberId, TypeId, bool>> m_done;
};

} // namespace

void linkOjbQueries(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements)
{
    if (!entities.empty())
        OjbQueries(index, lookup, entities, statements).run();
}

} // namespace naru::analyzers::graph
