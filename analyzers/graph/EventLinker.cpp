#include "analyzers/graph/EventLinker.h"

#include "core/base/Words.h"

#include <algorithm>
#include <map>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

enum class Bus : std::uint8_t { Spring, Cdi, Guava };

using Qualifiers = std::set<StringId>;

struct Observer {
    Bus bus = Bus::Spring;
    MemberId member;
    TypeId type;           ///< of the event; invalid: a type outside the system
    Qualifiers qualifiers; ///< CDI only
};

class EventLinker {
public:
    EventLinker(CodeIndex& index, const CodeLookup& lookup) : m_index(index), m_model(index.model), m_lookup(lookup) {}

    void run()
    {
        observers();
        if (m_observers.empty())
            return;
        std::vector<CallEdge> found;
        const KnownWords publishing(*m_model.strings, {"publishEvent", "registerEvent", "multicastEvent", "fire", "fireAsync", "post"});
        for (const ExternalCall& call : m_index.externalCalls)
            if (publishing.contains(call.name) && call.from.valid() && !m_lookup.test(call.at))
                publisher(call, found);
        m_model.calls.insert(m_model.calls.end(), found.begin(), found.end());
    }

private:
    // --- who observes ------------------------------------------------------------------------------------------------

    void observers()
    {
        std::vector<std::pair<MemberId, std::uint16_t>> observed; // parameters of CDI
        std::map<std::pair<MemberId, std::uint16_t>, Qualifiers> qualifiers;
        for (const AnnotationUse& use : m_index.annotations) {
            if (!use.member.valid() || m_lookup.test(use.at))
                continue;
            const std::string_view name = simpleName(m_lookup.text(use.name));
            if (use.target == AnnotationTarget::Parameter) {
                if (isOneOf(name, {"Observes", "ObservesAsync"}))
                    observed.emplace_back(use.member, use.parameter);
                else if (isQualifier(name))
                    qualifiers[{use.member, use.parameter}].insert(use.name);
            } else if (use.target == AnnotationTarget::Method && isOneOf(name, {"EventListener", "TransactionalEventListener"})) {
                springListener(use);
            } else if (use.target == AnnotationTarget::Method && name == "Subscribe") {
                add({Bus::Guava, use.member, parameterType(use.member, 0), {}});
            }
        }
        for (const auto& parameter : observed)
            m_observers.push_back({Bus::Cdi, parameter.first, parameterType(parameter.first, parameter.second), qualifiers[parameter]});
        for (std::size_t i = 0; i < m_model.types.size(); ++i)
            for (const StringId super : m_model.types[i].externalSupers)
                if (simpleName(m_lookup.text(super)) == "ApplicationListener" && !has(m_model.types[i].flags, TypeFlag::Test))
                    for (const MemberId member : m_lookup.methods(TypeId(i), "onApplicationEvent"))
                        add({Bus::Spring, member, parameterType(member, 0), {}});
    }

    static bool isQualifier(std::string_view name)
    {
        return !isOneOf(name, {"Inject", "Priority", "Any", "Default", "NotNull", "Valid", "NonNull", "Nonnull"});
    }

    /// Events of types outside the system come from elsewhere.
    void add(Observer observer)
    {
        if (observer.type.valid())
            m_observers.push_back(std::move(observer));
    }

    void springListener(const AnnotationUse& use)
    {
        bool named = false;
        for (const std::string_view key : {"value", "classes"})
            for (const std::string_view type : arguments(m_lookup, use, key)) {
                add({Bus::Spring, use.member, m_lookup.anyType(type), {}});
                named = true;
            }
        if (!named)
            add({Bus::Spring, use.member, parameterType(use.member, 0), {}});
    }

    [[nodiscard]] TypeId parameterType(MemberId member, std::size_t at) const
    {
        const MethodDetail* detail = m_lookup.detail(member);
        return detail != nullptr && at < detail->parameters.size() ? m_lookup.anyType(m_lookup.text(detail->parameters[at].type))
                                                                   : TypeId();
    }

    // --- who publishes -----------------------------------------------------------------------------------------------

    void publisher(const ExternalCall& call, std::vector<CallEdge>& found)
    {
        const std::string_view name = m_lookup.text(call.name);
        const std::string_view receiver = simpleName(m_lookup.text(call.receiverType));
        const TypeId event = call.argTypes.empty() ? TypeId() : call.argTypes.front();
        if (isOneOf(name, {"publishEvent", "registerEvent", "multicastEvent"})) {
            deliver(Bus::Spring, call, event, {}, found);
        } else if (isOneOf(name, {"fire", "fireAsync"}) && receiver == "Event") {
            deliver(Bus::Cdi, call, event, firedWith(call), found);
        } else if (name == "post" && receiver.ends_with("EventBus")) {
            deliver(Bus::Guava, call, event, {}, found);
        }
    }

    /// The qualifiers of the field Event<T> through which an event is fired.
    [[nodiscard]] Qualifiers firedWith(const ExternalCall& call)
    {
        if (m_eventFields.empty())
            for (const FieldAccessEdge& access : m_model.fieldAccesses)
                if (simpleName(m_lookup.text(m_model[access.to].valueType)) == "Event")
                    m_eventFields[{access.from, access.at.line}].push_back(access.to);
        Qualifiers found;
        const auto fields = m_eventFields.find({call.from, call.at.line});
        if (fields != m_eventFields.end() && fields->second.size() == 1)
            for (const AnnotationUse* use : m_lookup.annotations(fields->second.front()))
                if (isQualifier(simpleName(m_lookup.text(use->name))))
                    found.insert(use->name);
        return found;
    }

    void deliver(Bus bus, const ExternalCall& call, TypeId event, const Qualifiers& qualifiers, std::vector<CallEdge>& found)
    {
        const auto above = event.valid() ? m_lookup.ancestry(event) : std::vector<TypeId>();
        std::set<MemberId> receivers;
        for (const Observer& observer : m_observers) {
            if (observer.bus != bus || !std::ranges::includes(qualifiers, observer.qualifiers))
                continue;
            const bool byType = observer.type.valid() && std::ranges::find(above, observer.type) != above.end();
            const bool byQualifiers = !event.valid() && !observer.type.valid() && !qualifiers.empty() && observer.qualifiers == qualifiers;
            if (byType || byQualifiers)
                receivers.insert(observer.member);
        }
        for (const MemberId receiver : receivers)
            if (receiver != call.from)
                found.push_back({call.from, receiver, call.at, Rule::Event});
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    std::vector<Observer> m_observers;
    std::map<std::pair<MemberId, std::uint32_t>, std::vector<MemberId>> m_eventFields; ///< fields Event<T>, by member and line of their use
};

} // namespace

void linkEvents(CodeIndex& index, const CodeLookup& lookup)
{
    EventLinker(index, lookup).run();
}

} // namespace naru::analyzers::graph
