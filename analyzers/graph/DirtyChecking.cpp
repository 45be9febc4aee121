#include "analyzers/graph/DirtyChecking.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class DirtyChecking {
public:
    DirtyChecking(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, const std::vector<bool>& boundaries,
                  StatementTable& statements)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_entities(entities),
          m_statements(statements),
          m_inTransaction(boundaries)
    {
    }

    void run()
    {
        if (m_entities.empty()) {
            return;
        }
        readModel();
        spread();
        for (const auto& [member, changed] : m_changed) {
            for (const auto& [type, at] : changed) {
                const bool applies = m_inTransaction[member.value] && !readOnly(member) && loads(member, type) && !m_made.contains({member, type}) &&
                                     !stores(member, type);
                if (applies) {
                    write(member, type, at);
                }
            }
        }
    }

private:
    void readModel()
    {
        std::vector<bool> setting(m_model.members.size()); // methods that set a field of their own class
        for (const FieldAccessEdge& edge : m_model.fieldAccesses) {
            const bool own = m_model[edge.from].owner.valid() && m_model[edge.from].owner == m_model[edge.to].owner;
            const bool kept = own && edge.mode == AccessMode::Write && m_lookup.annotation(edge.to, "Transient") == nullptr;
            if (kept && m_model[edge.from].kind == MemberKind::Method && !transientGetter(edge.to) && !fillsWhenAsked(edge.from, edge.to)) {
                setting[edge.from.value] = true;
            }
        }
        orderCalls();
        for (const CallEdge& edge : m_model.calls) {
            const TypeId type = m_model[edge.to].owner;
            const Entity* entity = m_entities.of(type);
            if (entity == nullptr || entity->detached || m_model[edge.from].owner == type || m_lookup.test(edge.at)) {
                continue;
            }
            const std::string_view name = m_lookup.text(m_model[edge.to].name);
            const MemberId field = name.size() > 3 ? m_lookup.field(type, decapitalized(name.substr(3))) : MemberId();
            const bool setter = edge.rule == Rule::Synthetic && name.starts_with("set") &&
                                !(field.valid() && m_lookup.annotation(field, "Transient") != nullptr);
            if (m_model[edge.to].kind == MemberKind::Constructor || name == "build") {
                m_made.emplace(edge.from, type);
            } else if (setter || setting[edge.to.value]) {
                m_changed[edge.from].try_emplace(type, edge.at);
            }
        }
        for (const TypeUseEdge& edge : m_model.typeUses) {
            if (edge.kind == UseKind::New && m_entities.of(edge.to)) {
                m_newIn[{edge.from, edge.to}] = edge;
            }
        }
        for (const ExecuteEdge& edge : m_model.executes) {
            const Statement& statement = m_model[edge.to];
            for (const TableAccess& access : statement.accesses) {
                (access.mode == AccessMode::Read ? m_reads : m_writes)[edge.from].insert(access.table);
            }
        }
    }

    /// What each member calls, one after the other, in the order of the model.
    void orderCalls()
    {
        m_firstCall.assign(m_model.members.size() + 1, 0);
        for (const CallEdge& edge : m_model.calls) {
            ++m_firstCall[edge.from.value + 1];
        }
        std::partial_sum(m_firstCall.begin(), m_firstCall.end(), m_firstCall.begin());
        m_called.resize(m_model.calls.size());
        std::vector<std::uint32_t> next = m_firstCall;
        for (const CallEdge& edge : m_model.calls) {
            m_called[next[edge.from.value]++] = edge.to;
        }
    }

    /// A getter that gives its field an empty collection, or what it reckons, when it is asked for the first time.
    [[nodiscard]] bool fillsWhenAsked(MemberId method, MemberId field) const
    {
        const std::string_view name = m_lookup.text(m_model[method].name);
        return name.size() > 3 && name.starts_with("get") && decapitalized(name.substr(3)) == m_lookup.text(m_model[field].name);
    }

    /// Where getters are mapped, theirs says that a field is not kept.
    [[nodiscard]] bool transientGetter(MemberId field) const
    {
        std::string name(m_lookup.text(m_model[field].name));
        if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
            name[0] = static_cast<char>(name[0] - 32);
        return std::ranges::any_of(m_lookup.methods(m_model[field].owner, "get" + name),
                                   [&](MemberId getter) { return m_lookup.annotation(getter, "Transient") != nullptr; });
    }

    /// What a boundary calls in its own class runs in its transaction.
    void spread()
    {
        std::vector<MemberId> open;
        for (std::size_t i = 0; i < m_inTransaction.size(); ++i) {
            if (m_inTransaction[i]) {
                open.emplace_back(i);
            }
        }
        while (!open.empty()) {
            const MemberId member = open.back();
            open.pop_back();
            for (const MemberId called : callsOf(member)) {
                if (m_model[called].owner == m_model[member].owner && !m_inTransaction[called.value] && !readOnly(member)) {
                    m_inTransaction[called.value] = true;
                    open.push_back(called);
                }
            }
        }
    }

    [[nodiscard]] std::span<const MemberId> callsOf(MemberId member) const
    {
        const std::uint32_t first = m_firstCall[member.value];
        return std::span(m_called).subspan(first, m_firstCall[member.value + 1] - first);
    }

    [[nodiscard]] bool readOnly(MemberId member) const
    {
        const AnnotationUse* use = m_lookup.annotation(member, "Transactional");
        const TypeId owner = m_model[member].owner;
        use = use == nullptr && owner.valid() ? m_lookup.annotation(owner, "Transactional") : use;
        return use != nullptr && argument(m_lookup, *use, "readOnly") == "true";
    }

    /// It reads the table itself, through a method that gives the entity back, or through a relation of an entity that it loads.
    [[nodiscard]] bool loads(MemberId member, TypeId type, int depth = 0) const
    {
        constexpr int kLongestPath = 3;
        const TableId table = m_entities.of(type)->tables.front();
        if (touches(m_reads, member, table)) {
            return true;
        }
        for (const MemberId called : callsOf(member)) {
            const MethodDetail* detail = m_lookup.detail(called);
            if (detail == nullptr || detail->returnProjectType != type) {
                continue;
            }
            const TypeId owner = m_model[called].owner;
            const bool relation = m_entities.of(owner) != nullptr; // its getter
            if (relation ? owner != type && depth < kLongestPath && loads(member, owner, depth + 1) : reaches(called, table)) {
                return true;
            }
        }
        return false;
    }

    /// Reads of a finder, a few calls deep (service, DAO, repository).
    [[nodiscard]] bool reaches(MemberId member, TableId table) const
    {
        constexpr std::size_t kMostMembers = 24;
        std::vector<MemberId> open{member};
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (touches(m_reads, open[i], table)) {
                return true;
            }
            for (const MemberId next : callsOf(open[i])) {
                if (open.size() < kMostMembers && std::ranges::find(open, next) == open.end()) {
                    open.push_back(next);
                }
            }
        }
        return false;
    }

    /// It says in so many words that it stores the entity, is given one, or makes one: then the change may be to something else.
    [[nodiscard]] bool stores(MemberId member, TypeId type) const
    {
        const auto made = m_newIn.find({m_model[member].owner, type});
        const bool makes = made != m_newIn.end() && (made->second.count > 1 || (m_model[member].at.line <= made->second.at.line &&
                                                                               made->second.at.line <= m_model[member].endLine));
        const MethodDetail* detail = m_lookup.detail(member);
        const bool given = detail != nullptr && std::ranges::any_of(detail->parameters, [&](const Parameter& parameter) {
            return simpleName(m_lookup.text(parameter.type)) == m_lookup.text(m_model[type].simple);
        });
        return makes || given || touches(m_writes, member, m_entities.of(type)->tables.front());
    }

    using Tables = std::map<MemberId, std::set<TableId>>;
    static bool touches(const Tables& tables, MemberId member, TableId table)
    {
        const auto found = tables.find(member);
        return found != tables.end() && found->second.contains(table);
    }

    void write(MemberId member, TypeId type, Location at)
    {
        const StatementId statement = m_statements.held(member, StatementOrigin::EntityUse, StatementKind::Update, at);
        m_statements.access(statement, m_entities.of(type)->tables.front(), AccessMode::Write, at);
        if (const TableId history = m_entities.of(type)->history; history.valid())
            m_statements.access(statement, history, AccessMode::Write, at);
        m_statements.execute(member, statement, at, Rule::DirtyChecking);
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const EntityMap& m_entities;
    StatementTable& m_statements;
    std::vector<bool> m_inTransaction;
    std::vector<std::uint32_t> m_firstCall; ///< by member: its place in m_called; one more at the end
    std::vector<MemberId> m_called;
    std::map<MemberId, std::map<TypeId, Location>> m_changed;
    std::set<std::pair<MemberId, TypeId>> m_made;
    std::map<std::pair<TypeId, TypeId>, TypeUseEdge> m_newIn; ///< a class makes objects of an entity: how often, and where first
    Tables m_reads;
    Tables m_writes;
};

} // namespace

void linkDirtyChecking(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, const std::vector<bool>& boundaries,
                       StatementTable& statements)
{
    DirtyChecking(index, lookup, entities, boundaries, statements).run();
}

} // namespace naru::analyzers::graph
