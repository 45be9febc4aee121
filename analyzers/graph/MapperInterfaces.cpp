#include "analyzers/graph/MapperInterfaces.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_set>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class MapperInterfaces {
public:
    MapperInterfaces(const CodeIndex& index, const CodeLookup& lookup, const RunStatement& run)
        : m_model(index.model),
          m_lookup(lookup),
          m_run(run)
    {
    }

    void link()
    {
        for (std::size_t i = 0; i < m_model.statements.size(); ++i) { // running one may add further statements
            const TypeId mapper = m_model.statements[i].mapper;
            if (m_model.statements[i].origin != StatementOrigin::Mapper || !mapper.valid())
                continue;
            for (const MemberId method : m_lookup.methodsInherited(mapper, simpleName(m_model.text(m_model.statements[i].id)))) {
                if (m_model[method].owner == mapper)
                    m_run(method, StatementId(i), m_model[method].at);
                else
                    m_inherited[method].statements.emplace_back(i);
            }
        }
        for (const CallEdge& edge : m_model.calls)
            if (const auto found = m_inherited.find(edge.to); found != m_inherited.end() && edge.from != edge.to)
                found->second.callers.push_back(edge);
        for (const auto& [method, base] : m_inherited)
            linkBase(method, base);
    }

private:
    struct BaseMethod {
        std::vector<StatementId> statements;
        std::vector<CallEdge> callers;
    };

    void linkBase(MemberId method, const BaseMethod& base)
    {
        if (base.statements.size() == 1 || base.callers.empty()) {
            for (const StatementId statement : base.statements)
                m_run(method, statement, m_model[method].at);
            return;
        }
        for (const CallEdge& edge : base.callers) {
            const TypeId caller = m_model[edge.from].owner;
            const auto own = [&](StatementId statement) { return worksWith(caller, m_model[statement].mapper); };
            const bool all = std::ranges::none_of(base.statements, own) && worksWith(caller, m_model[method].owner);
            for (const StatementId statement : base.statements)
                if (all || own(statement))
                    m_run(edge.from, statement, edge.at);
        }
    }

    /// A class, or one above it, has, takes or makes something of a type, or is that type.
    bool worksWith(TypeId type, TypeId used)
    {
        const auto pair = [](TypeId from, TypeId to) { return (std::uint64_t{from.value} << 32U) | to.value; };
        if (m_uses.empty())
            for (const TypeUseEdge& use : m_model.typeUses)
                m_uses.insert(pair(use.from, use.to));
        return type.valid() && (type == used || std::ranges::any_of(m_lookup.ancestry(type), [&](TypeId above) { return m_uses.contains(pair(above, used)); }));
    }

    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const RunStatement& m_run;
    std::map<MemberId, BaseMethod> m_inherited; ///< methods of bases of mappers
    std::unordered_set<std::uint64_t> m_uses;   ///< types and what they use
};

} // namespace

void linkMapperInterfaces(const CodeIndex& index, const CodeLookup& lookup, const RunStatement& run)
{
    MapperInterfaces(index, lookup, run).link();
}

} // namespace naru::analyzers::graph
