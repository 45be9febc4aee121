#include "analyzers/graph/Dispatch.h"

#include "analyzers/graph/BeanChoice.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class Implementations {
public:
    explicit Implementations(const SymbolTable& table) : m_table(table)
    {
        for (std::uint32_t type = 0; type < table.types.size(); ++type)
            if (table.types[type].kind != TypeKind::Annotation)
                readType(type);
        std::ranges::sort(m_pairs);
        m_pairs.erase(std::ranges::unique(m_pairs).begin(), m_pairs.end());
    }

    /// Implementations of an abstract method of the model, ordered.
    [[nodiscard]] auto of(MemberId declared) const
    {
        return std::ranges::equal_range(m_pairs, declared, {}, &std::pair<MemberId, MemberId>::first);
    }

private:
    void readType(std::uint32_t type)
    {
        // Every method a type has, its own and those it inherits from classes, may implement what its supertypes declare.
        std::vector<std::uint32_t> supers{type};
        std::vector<std::uint32_t> classes{type};
        for (std::size_t i = 0; i < supers.size(); ++i) {
            m_table.eachSuper(supers[i], [&](TypeRef super) {
                if (super->form == TypeForm::Project && std::ranges::find(supers, super->id) == supers.end())
                    supers.push_back(super->id);
                return false;
            });
            if (supers.size() > kMostSupers)
                return;
        }
        for (std::size_t i = 0; i < classes.size() && i < kMostSupers; ++i) {
            const TypeRef super = m_table.types[classes[i]].superclass;
            if (super != nullptr && super->form == TypeForm::Project && std::ranges::find(classes, super->id) == classes.end())
                classes.push_back(super->id);
        }
        if (supers.size() == 1)
            return;
        for (std::size_t i = 1; i < supers.size(); ++i)
            for (std::uint32_t at = m_table.types[supers[i]].firstMember; at != kNoIndex; at = m_table.members[at].nextInOwner) {
                const MemberSymbol& declared = m_table.members[at];
                if (!declared.isCallable() || !has(declared.flags, MemberFlag::Abstract) || !declared.model.valid() ||
                    m_table.types[declared.owner].hidden)
                    continue;
                if (const std::uint32_t found = implementation(declared, classes); found != kNoIndex)
                    m_pairs.emplace_back(declared.model, m_table.members[found].model);
            }
    }

    [[nodiscard]] std::uint32_t implementation(const MemberSymbol& declared, const std::vector<std::uint32_t>& classes) const
    {
        for (const std::uint32_t owner : classes)
            for (std::uint32_t at = m_table.member(owner, declared.name); at != kNoIndex; at = m_table.members[at].nextSameName)
                if (implements(m_table.members[at], declared))
                    return at;
        return kNoIndex;
    }

    [[nodiscard]] bool implements(const MemberSymbol& method, const MemberSymbol& declared) const
    {
        if (!method.isCallable() || !method.model.valid() || m_table.types[method.owner].hidden || method.model == declared.model ||
            has(method.flags, MemberFlag::Abstract) || has(method.flags, MemberFlag::Static) || has(method.flags, MemberFlag::Private) ||
            method.parameters.size() != declared.parameters.size())
            return false;
        for (std::size_t i = 0; i < method.parameters.size(); ++i)
            if (!sameParameter(method.parameters[i], declared.parameters[i]))
                return false;
        return true;
    }

    /// A type variable of the supertype may be anything here.
    [[nodiscard]] bool sameParameter(TypeRef own, TypeRef declared) const
    {
        if (own == nullptr || declared == nullptr || declared->form == TypeForm::Variable || own->form == TypeForm::Variable)
            return true;
        return own->form == declared->form && own->dimensions == declared->dimensions &&
               (own->id == declared->id || sameSimple(own, declared));
    }

    /// The same library type may be qualified in one file and not in another.
    [[nodiscard]] bool sameSimple(TypeRef a, TypeRef b) const
    {
        if (a->form != TypeForm::External)
            return false;
        const std::string_view left = m_table.text(a->externalName());
        const std::string_view right = m_table.text(b->externalName());
        return left.substr(left.rfind('.') + 1) == right.substr(right.rfind('.') + 1);
    }

    static constexpr std::size_t kMostSupers = 200;

    const SymbolTable& m_table;
    std::vector<std::pair<MemberId, MemberId>> m_pairs; ///< (abstract method, implementation)
};

} // namespace

void addDispatchEdges(const SymbolTable& table, CodeIndex& index)
{
    constexpr std::size_t kMany = 16;
    CodeModel& model = index.model;
    const Implementations implementations(table);
    const BeanChoice beans(table, index);
    const auto isTest = [&](MemberId member) { return model.files[model[member].at.file.value].test; };
    const std::size_t calls = model.calls.size();
    std::vector<bool> linked(model.members.size());
    std::vector<MemberId> targets;
    std::vector<TypeId> owners;
    for (std::size_t i = 0; i < calls; ++i) {
        const CallEdge call = model.calls[i];
        if (!has(model[call.to].flags, MemberFlag::Abstract))
            continue;
        targets.clear();
        owners.clear();
        const bool fromTest = isTest(call.from);
        for (const auto& [declared, implementation] : implementations.of(call.to))
            if (fromTest || !isTest(implementation)) { // the system itself never runs what its tests put in
                targets.push_back(implementation);
                owners.push_back(model[implementation].owner);
            }
        const TypeId chosen = targets.size() > 1 ? beans.chosen(model[call.from].owner, model[call.to].owner, owners) : TypeId();
        if (targets.size() <= kMany || chosen.valid()) {
            for (const MemberId target : targets)
                if (target != call.from && (!chosen.valid() || model[target].owner == chosen))
                    model.calls.push_back({call.from, target, call.at, Rule::Dispatch});
        } else if (!linked[call.to.value]) {
            linked[call.to.value] = true;
            for (const MemberId target : targets)
                model.calls.push_back({call.to, target, model[target].at, Rule::Dispatch});
        }
    }
}

} // namespace naru::analyzers::graph
