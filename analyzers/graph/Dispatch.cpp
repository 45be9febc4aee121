#include "analyzers/graph/Dispatch.h"

#include "analyzers/graph/BeanChoice.h"

#include <algorithm>
#include <map>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// A method that may answer in place of the one that is called.
struct Answer {
    MemberId called; ///< as it is declared
    MemberId method;
    std::uint32_t type = kNoIndex;   ///< symbol of the type whose objects answer so
    std::uint32_t symbol = kNoIndex; ///< of the method
    friend auto operator<=>(const Answer&, const Answer&) = default;
};

/// Which methods implement or override which.
class Overrides {
public:
    explicit Overrides(const SymbolTable& table) : m_table(table)
    {
        std::vector<bool> extended(table.types.size());
        for (const TypeSymbol& type : table.types)
            if (type.superclass != nullptr && type.superclass->form == TypeForm::Project)
                extended[type.superclass->id] = true;
        for (std::uint32_t type = 0; type < table.types.size(); ++type)
            if (table.types[type].kind != TypeKind::Annotation)
                readType(type, extended[type]);
        std::ranges::sort(m_answers);
        m_answers.erase(std::ranges::unique(m_answers).begin(), m_answers.end());
    }

    /// The answers of objects that the type of the receiver (its symbol) allows, ordered.
    [[nodiscard]] const std::vector<Answer>& of(MemberId called, std::uint32_t receiver)
    {
        const auto [known, added] = m_known.try_emplace({called, receiver});
        if (added)
            for (const Answer& answer : std::ranges::equal_range(m_answers, called, {}, &Answer::called))
                if (m_table.inherits(answer.type, receiver))
                    known->second.push_back(answer);
        return known->second;
    }

    [[nodiscard]] auto all(MemberId called) const { return std::ranges::equal_range(m_answers, called, {}, &Answer::called); }

private:
    /// `extended`: classes of the system extend it, so that of an abstract class only their objects answer.
    void readType(std::uint32_t type, bool extended)
    {
        std::vector<std::uint32_t> supers{type};
        for (std::size_t i = 0; i < supers.size(); ++i) {
            m_table.eachSuper(supers[i], [&](TypeRef super) {
                if (super->form == TypeForm::Project && std::ranges::find(supers, super->id) == supers.end())
                    supers.push_back(super->id);
                return false;
            });
            if (supers.size() > kMostSupers)
                return;
        }
        if (supers.size() == 1)
            return;
        if (!extended || !has(m_table.types[type].flags, TypeFlag::Abstract))
            implemented(type, supers);
        overridden(type, supers);
    }

    /// Every method a type has, its own and those it inherits from classes, may implement what its supertypes declare.
    void implemented(std::uint32_t type, const std::vector<std::uint32_t>& supers)
    {
        std::vector<std::uint32_t> classes{type};
        for (std::size_t i = 0; i < classes.size() && i < kMostSupers; ++i) {
            const TypeRef super = m_table.types[classes[i]].superclass;
            if (super != nullptr && super->form == TypeForm::Project && std::ranges::find(classes, super->id) == classes.end())
                classes.push_back(super->id);
        }
        for (std::size_t i = 1; i < supers.size(); ++i)
            for (std::uint32_t at = m_table.types[supers[i]].firstMember; at != kNoIndex; at = m_table.members[at].nextInOwner) {
                const MemberSymbol& declared = m_table.members[at];
                if (!declared.isCallable() || !has(declared.flags, MemberFlag::Abstract) || !declared.model.valid() ||
                    m_table.types[declared.owner].hidden)
                    continue;
                if (const std::uint32_t found = implementation(declared, classes); found != kNoIndex)
                    m_answers.push_back({declared.model, m_table.members[found].model, type, found});
            }
    }

    /// What a type writes anew although a supertype has code for it.
    void overridden(std::uint32_t type, const std::vector<std::uint32_t>& supers)
    {
        for (std::uint32_t at = m_table.types[type].firstMember; at != kNoIndex; at = m_table.members[at].nextInOwner) {
            const MemberSymbol& own = m_table.members[at];
            if (!answers(own))
                continue;
            for (std::size_t i = 1; i < supers.size(); ++i)
                for (std::uint32_t other = m_table.member(supers[i], own.name); other != kNoIndex; other = m_table.members[other].nextSameName)
                    if (answers(m_table.members[other]) && implements(own, m_table.members[other]))
                        m_answers.push_back({m_table.members[other].model, own.model, type, at});
        }
    }

    [[nodiscard]] std::uint32_t implementation(const MemberSymbol& declared, const std::vector<std::uint32_t>& classes) const
    {
        for (const std::uint32_t owner : classes)
            for (std::uint32_t at = m_table.member(owner, declared.name); at != kNoIndex; at = m_table.members[at].nextSameName)
                if (answers(m_table.members[at]) && implements(m_table.members[at], declared))
                    return at;
        return kNoIndex;
    }

    /// A method with code that an object is asked for.
    [[nodiscard]] bool answers(const MemberSymbol& method) const
    {
        return method.isCallable() && method.kind == MemberKind::Method && method.model.valid() && !m_table.types[method.owner].hidden &&
               !has(method.flags, MemberFlag::Abstract) && !has(method.flags, MemberFlag::Static) && !has(method.flags, MemberFlag::Private);
    }

    [[nodiscard]] bool implements(const MemberSymbol& method, const MemberSymbol& declared) const
    {
        if (method.model == declared.model || method.parameters.size() != declared.parameters.size())
            return false;
        if (sameParameters(method, declared, false))
            return true;
        if (!sameParameters(method, declared, true))
            return false;
        // convert(Foo) may stand for convert(T), unless it stands for the overload convert(List<T>) beside it.
        for (std::uint32_t at = m_table.member(declared.owner, declared.name); at != kNoIndex; at = m_table.members[at].nextSameName)
            if (m_table.members[at].parameters.size() == method.parameters.size() && sameParameters(method, m_table.members[at], false))
                return false;
        return true;
    }

    /// `loosely`: a type variable may be anything.
    [[nodiscard]] bool sameParameters(const MemberSymbol& method, const MemberSymbol& declared, bool loosely) const
    {
        for (std::size_t i = 0; i < method.parameters.size(); ++i)
            if (!sameParameter(method.parameters[i], declared.parameters[i], loosely))
                return false;
        return true;
    }

    [[nodiscard]] bool sameParameter(TypeRef own, TypeRef declared, bool loosely) const
    {
        if (own == nullptr || declared == nullptr)
            return true;
        if (declared->form == TypeForm::Variable || own->form == TypeForm::Variable)
            return loosely || (own->form == declared->form && own->dimensions == declared->dimensions);
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
    std::vector<Answer> m_answers;
    std::map<std::pair<MemberId, std::uint32_t>, std::vector<Answer>> m_known;
};

class Dispatcher {
public:
    Dispatcher(const SymbolTable& table, CodeIndex& index)
        : m_table(table),
          m_model(index.model),
          m_overrides(table),
          m_fit(table),
          m_beans(table, index),
          m_linked(index.model.members.size())
    {
    }

    /// `generic`: what the call says of type arguments, or nullptr.
    void call(const CallEdge& call, std::uint32_t receiver, const GenericCall* generic)
    {
        constexpr std::size_t kMany = 16;
        m_targets.clear();
        m_types.clear();
        const bool fromTest = isTest(call.from);
        for (const Answer& answer : m_overrides.of(call.to, receiver)) {
            if (generic != nullptr && !m_fit.mayAnswer(*generic, answer.type, answer.symbol))
                continue;
            if (fromTest || !isTest(answer.method)) { // the system itself never runs what its tests put in
                if (m_targets.empty() || m_targets.back() != answer.method)
                    m_targets.push_back(answer.method);
                m_types.push_back(m_table.types[answer.type].model);
            }
        }
        if (m_targets.size() > 1 && narrowed(call, receiver))
            return;
        if (m_targets.size() <= kMany) {
            for (const MemberId target : m_targets)
                add(call, target);
        } else if (!m_linked[call.to.value]) {
            m_linked[call.to.value] = true;
            MemberId last;
            for (const Answer& answer : m_overrides.all(call.to))
                if (answer.method != std::exchange(last, answer.method) && (fromTest || !isTest(answer.method)))
                    m_model.calls.push_back({call.to, answer.method, m_model[answer.method].at, Rule::Dispatch});
        }
    }

private:
    [[nodiscard]] bool isTest(MemberId member) const { return m_model.files[m_model[member].at.file.value].test; }

    void add(const CallEdge& call, MemberId target)
    {
        if (target != call.from)
            m_model.calls.push_back({call.from, target, call.at, Rule::Dispatch});
    }

    /// Names say which bean is injected: only its method is called.
    bool narrowed(const CallEdge& call, std::uint32_t receiver)
    {
        const TypeId user = m_model[call.from].owner;
        TypeId chosen = m_beans.chosen(user, m_table.types[receiver].model, m_types);
        if (!chosen.valid())
            chosen = m_beans.chosen(user, m_model[call.to].owner, m_types);
        if (!chosen.valid())
            return false;
        for (const Answer& answer : m_overrides.of(call.to, receiver))
            if (m_table.types[answer.type].model == chosen)
                add(call, answer.method);
        return true;
    }

    const SymbolTable& m_table;
    CodeModel& m_model;
    Overrides m_overrides;
    GenericFit m_fit;
    const BeanChoice m_beans;
    std::vector<bool> m_linked; ///< by member: edges from it to all its answers are made
    std::vector<MemberId> m_targets;
    std::vector<TypeId> m_types;
};

} // namespace

void addDispatchEdges(const SymbolTable& table, std::span<const std::uint32_t> receivers, std::span<const GenericCall> generic,
                      CodeIndex& index)
{
    Dispatcher dispatcher(table, index);
    auto next = generic.begin();
    for (std::size_t i = 0; i < receivers.size(); ++i) {
        const GenericCall* types = next != generic.end() && next->call == i ? &*next++ : nullptr;
        const CallEdge call = index.model.calls[i];
        const Member& called = index.model[call.to];
        if (receivers[i] != kNoIndex && called.kind == MemberKind::Method && !has(called.flags, MemberFlag::Static) &&
            !has(called.flags, MemberFlag::Private))
            dispatcher.call(call, receivers[i], types);
    }
}

} // namespace naru::analyzers::graph
