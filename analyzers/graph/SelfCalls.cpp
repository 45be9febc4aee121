#include "analyzers/graph/TransactionBuilder.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class SelfCalls {
public:
    SelfCalls(const CodeModel& model, const CodeLookup& lookup, const std::vector<TransactionUse>& uses)
        : m_model(model),
          m_lookup(lookup),
          m_transactions(uses)
    {
    }

    std::vector<bool> run()
    {
        readUses();
        std::vector<bool> found(m_model.calls.size(), false);
        for (std::size_t i = 0; i < m_model.calls.size(); ++i) {
            const CallEdge& edge = m_model.calls[i];
            if (edge.rule != Rule::Dispatch && matters(edge))
                found[i] = ofItself(edge);
            if (found[i])
                m_called.insert_or_assign(keyOf(edge), true);
            else if (edge.rule != Rule::Dispatch && m_answered.contains(keyOf(edge)))
                m_called.try_emplace(keyOf(edge), false);
        }
        for (std::size_t i = 0; i < m_model.calls.size(); ++i)
            if (const CallEdge& edge = m_model.calls[i]; edge.rule == Rule::Dispatch && proxied(edge.to)) {
                const auto called = m_called.find(keyOf(edge));
                found[i] = called != m_called.end() && called->second;
            }
        return found;
    }

private:
    /// Calls of one name on one line of a member: what is called, and what answers.
    using Key = std::tuple<MemberId, Location, StringId>;
    [[nodiscard]] Key keyOf(const CallEdge& edge) const { return {edge.from, edge.at, m_model[edge.to].name}; }

    [[nodiscard]] bool proxied(MemberId member) const { return m_transactions[member.value] != TransactionUse::Callers; }

    /// Types whose objects a class has in fields; one of its own kind may be its proxy.
    void readUses()
    {
        for (const TypeUseEdge& use : m_model.typeUses)
            if (use.kind == UseKind::Field)
                m_uses.emplace_back(use.from, use.to);
        for (const Member& field : m_model.members)
            if (field.kind == MemberKind::Field && field.owner.valid() && !has(field.flags, MemberFlag::Static) &&
                simpleName(m_model.text(field.valueType)) == simpleName(m_model.text(m_model[field.owner].name)))
                m_uses.emplace_back(field.owner, field.owner);
        for (const ExternalCall& call : m_lookup.index().externalCalls)
            if (const std::string_view name = m_model.text(call.name); name == "getBusinessObject" || name == "currentProxy")
                m_uses.emplace_back(call.fromType, call.fromType);
        std::ranges::sort(m_uses);
        for (const CallEdge& edge : m_model.calls)
            if (edge.rule == Rule::Dispatch && proxied(edge.to) && related(edge))
                m_answered.insert(keyOf(edge));
    }

    [[nodiscard]] bool matters(const CallEdge& edge) const { return proxied(edge.to) || m_answered.contains(keyOf(edge)); }

    /// Whether an object of the caller may be the one that answers.
    [[nodiscard]] bool related(const CallEdge& edge) const
    {
        const TypeId from = m_model[edge.from].owner;
        const TypeId to = m_model[edge.to].owner;
        return from.valid() && to.valid() && (inherits(to, from) || inherits(from, to));
    }

    [[nodiscard]] bool inherits(TypeId type, TypeId from) const
    {
        if (type == from || m_lookup.supers(type).empty())
            return type == from;
        const std::vector<TypeId> above = m_lookup.ancestry(type);
        return std::ranges::find(above, from) != above.end();
    }

    /// An unqualified call, or one of `this` or `super`. Others look alike where the class has objects of such a type.
    [[nodiscard]] bool ofItself(const CallEdge& edge) const
    {
        if (edge.rule == Rule::SameType)
            return true;
        const TypeId from = m_model[edge.from].owner;
        const TypeId to = m_model[edge.to].owner;
        if ((edge.rule != Rule::TypedReceiver && edge.rule != Rule::Inherited) || !from.valid() || !to.valid() || !inherits(from, to) ||
            m_model[to].kind == TypeKind::Interface)
            return false;
        const auto uses = std::ranges::equal_range(m_uses, from, {}, &std::pair<TypeId, TypeId>::first);
        return std::ranges::none_of(uses, [&](const auto& use) { return inherits(use.second, to); });
    }

    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const std::vector<TransactionUse>& m_transactions;
    std::vector<std::pair<TypeId, TypeId>> m_uses;
    std::set<Key> m_answered;     ///< calls that a member with a transaction answers in place of the called one, perhaps of the same object
    std::map<Key, bool> m_called; ///< of these, whether the object calls itself
};

} // namespace

std::vector<bool> selfCalls(const CodeModel& model, const CodeLookup& lookup, const std::vector<TransactionUse>& uses)
{
    return SelfCalls(model, lookup, uses).run();
}

} // namespace naru::analyzers::graph
