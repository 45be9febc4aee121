#include "analyzers/graph/HandedEntities.h"

#include "analyzers/graph/PersistenceCalls.h"
#include "core/base/Ascii.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

using Operation = std::pair<AccessMode, StatementKind>;

class HandedEntities {
public:
    HandedEntities(const CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, EntityUses& uses)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_entities(entities),
          m_uses(uses)
    {
    }

    void run()
    {
        collectGeneral();
        if (m_general.empty())
            return;
        collectBindings();
        for (const HandedCall& call : m_index.handedCalls)
            if (!m_lookup.test(call.at))
                m_handed.push_back(&call);
        constexpr int kRounds = 3; // services that hand on to services that hand on to what stores
        for (int round = 0; round < kRounds && spread(); ++round) {
        }
        for (const HandedCall* call : m_handed)
            link(*call);
    }

private:
    /// Members that do something to what they were given, whatever it is.
    void collectGeneral()
    {
        for (const ExternalCall& call : m_index.externalCalls) {
            if (!call.from.valid() || !call.receiverType.valid() || m_lookup.test(call.at))
                continue;
            Operation operation;
            if (entityOperation(m_lookup.text(call.receiverType), m_lookup.text(call.name), operation.first, operation.second) && !told(call))
                addGeneral(call.from, operation);
        }
        for (const StringUse& use : m_index.strings)
            if (use.dynamic && use.in.valid() && use.context == StringContext::Argument && !m_lookup.test(use.at) &&
                jpqlCallee(m_lookup.text(use.callee), m_lookup.text(use.receiverType)))
                if (const auto operation = operationOn(m_lookup.text(use.text)))
                    addGeneral(use.in, *operation);
    }

    /// "from " + type.getName(): HQL whose entity only the caller knows.
    static std::optional<Operation> operationOn(std::string_view text)
    {
        const std::string small = smallLetters(text.substr(0, 200));
        const bool removes = small.starts_with("delete ");
        if (small.starts_with("update ?"))
            return Operation{AccessMode::Write, StatementKind::Update};
        if (small.starts_with("delete ?") || (removes && small.contains("from ?")))
            return Operation{AccessMode::Write, StatementKind::Delete};
        if (small.contains("from ?"))
            return Operation{AccessMode::Read, StatementKind::Select};
        return std::nullopt;
    }

    [[nodiscard]] bool told(const ExternalCall& call) const
    {
        return m_entities.among(call.argTypes) != nullptr || m_entities.of(call.resultType) != nullptr;
    }

    [[nodiscard]] std::size_t parameters(MemberId member) const
    {
        const MethodDetail* detail = m_lookup.detail(member);
        return detail != nullptr ? detail->parameters.size() : 0;
    }

    /// The method and those that it overrides, also of interfaces that only subclasses name.
    void addGeneral(MemberId member, Operation operation)
    {
        if (!m_general[member].insert(operation).second || m_model[member].kind != MemberKind::Method)
            return;
        const std::string_view name = m_lookup.text(m_model[member].name);
        for (const TypeId type : family(m_model[member].owner))
            for (const MemberId other : m_lookup.methods(type, name))
                if (parameters(other) == parameters(member))
                    m_general[other].insert(operation);
    }

    const std::vector<TypeId>& family(TypeId type)
    {
        const auto [known, added] = m_families.try_emplace(type.value);
        if (added) {
            constexpr std::size_t kMost = 200; // subclasses; more say nothing new
            std::set<TypeId> all;
            const std::vector<TypeId> below = m_lookup.descendants(type);
            for (std::size_t i = 0; i < below.size() && i < kMost; ++i)
                for (const TypeId above : m_lookup.ancestry(below[i]))
                    all.insert(above);
            for (const TypeId own : below) // what a subclass does instead it does itself
                if (own != type)
                    all.erase(own);
            known->second.assign(all.begin(), all.end());
        }
        return known->second;
    }

    /// OrderDao extends GenericDao<Order>: the entity among the type arguments of its declaration.
    void collectBindings()
    {
        for (const TypeUseEdge& edge : m_model.typeUses) {
            const Entity* entity = edge.kind == UseKind::Generic ? m_entities.of(edge.to) : nullptr;
            entity = entity == nullptr && edge.kind == UseKind::Generic ? m_entities.onlyBehind(edge.to) : entity;
            if (entity != nullptr && edge.at.file == m_model[edge.from].at.file && edge.at.line == m_model[edge.from].at.line)
                m_bindings.try_emplace(edge.from.value, entity);
        }
    }

    [[nodiscard]] const Entity* bound(TypeId type) const
    {
        for (const TypeId above : m_lookup.ancestry(type))
            if (const auto found = m_bindings.find(above.value); found != m_bindings.end())
                return found->second;
        return nullptr;
    }

    [[nodiscard]] std::set<Operation> operations(const HandedCall& call) const
    {
        std::set<Operation> all;
        const std::vector<MemberId> methods = m_lookup.methodsInherited(call.receiver, m_lookup.text(call.method));
        for (const std::size_t more : {0U, 1U}) { // the last parameter may stand for none: save(T, Option...)
            for (const MemberId method : methods)
                if (const auto found = m_general.find(method); found != m_general.end() && parameters(method) == call.argTypes.size() + more)
                    all.insert(found->second.begin(), found->second.end());
            if (std::ranges::any_of(methods, [&](MemberId method) { return parameters(method) == call.argTypes.size(); }))
                break;
        }
        return all;
    }

    [[nodiscard]] const Entity* entityOf(const HandedCall& call) const
    {
        const Entity* entity = m_entities.among(call.argTypes);
        return entity != nullptr ? entity : bound(call.receiver);
    }

    /// Methods that hand what they are given on to a general one do the same. False when there are no more.
    bool spread()
    {
        std::set<std::tuple<MemberId, std::uint32_t>> concrete; // places where the entity is known
        for (const HandedCall* call : m_handed)
            if (entityOf(*call) != nullptr)
                concrete.emplace(call->from, call->at.line);
        std::vector<std::pair<MemberId, Operation>> more;
        for (const CallEdge& edge : m_model.calls) {
            const auto found = m_general.find(edge.to);
            if (found == m_general.end() || edge.from == edge.to || concrete.contains({edge.from, edge.at.line}))
                continue;
            Operation own;
            if (!modeOf(m_lookup.text(m_model[edge.from].name), own.first, own.second))
                continue;
            for (const Operation& operation : found->second)
                if (operation.first == own.first)
                    more.emplace_back(edge.from, operation);
        }
        const std::size_t before = m_general.size();
        for (const auto& [member, operation] : more)
            if (!m_lookup.test(m_model[member].at))
                addGeneral(member, operation);
        return m_general.size() > before;
    }

    void link(const HandedCall& call)
    {
        const std::set<Operation> all = operations(call);
        const Entity* entity = all.empty() ? nullptr : entityOf(call);
        if (entity != nullptr)
            for (const auto& [mode, kind] : all)
                m_uses.add(call.from, *entity, mode, kind, StatementOrigin::EntityUse, call.at);
    }

    const CodeIndex& m_index;
    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const EntityMap& m_entities;
    EntityUses& m_uses;
    std::map<MemberId, std::set<Operation>> m_general;
    std::unordered_map<std::uint32_t, std::vector<TypeId>> m_families;
    std::unordered_map<std::uint32_t, const Entity*> m_bindings;
    std::vector<const HandedCall*> m_handed;
};

} // namespace

void linkHandedEntities(const CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, EntityUses& uses)
{
    if (!entities.empty())
        HandedEntities(index, lookup, entities, uses).run();
}

} // namespace naru::analyzers::graph
