#include "analyzers/graph/MessageLinker.h"

#include "analyzers/graph/FieldSettings.h"
#include "analyzers/graph/MessageConsumers.h"
#include "core/base/Words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace naru::analyzers::graph {

using namespace core;

namespace {

bool isTemplate(std::string_view type)
{
    return isOneOf(type, {"JmsTemplate", "JmsOperations", "JmsMessagingTemplate", "JmsMessageOperations", "RabbitTemplate",
                          "RabbitOperations", "AmqpTemplate", "RabbitMessagingTemplate", "KafkaTemplate", "KafkaOperations",
                          "ReactiveKafkaProducerTemplate", "StreamBridge"});
}

bool isProducer(std::string_view type)
{
    return isOneOf(type, {"JMSProducer", "MessageProducer", "QueueSender", "TopicPublisher"});
}

bool isDestination(std::string_view type)
{
    return isOneOf(simpleName(type), {"Queue", "Topic", "Destination"});
}

class MessageLinker {
public:
    MessageLinker(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_consumers(index.model, lookup, facts)
    {
    }

    void run()
    {
        collectSends();
        if (m_sends.empty())
            return;
        m_consumers.read();
        m_settings.emplace(m_lookup);
        places();
        for (const auto& [call, how] : m_sends)
            send(*call, how);
    }

private:
    enum class How : std::uint8_t { Template, Producer, Emitter, Record /* new ProducerRecord(topic, ..) */ };

    /// A name that a member may send to, at the line where it is mentioned.
    struct Place {
        std::uint32_t line = 0;
        std::string name;
        MemberId field; ///< that holds it; invalid for others
    };

    // --- who sends -----------------------------------------------------------------------------------------------------

    void collectSends()
    {
        std::set<MemberId> producing; // members that make a producer themselves
        std::vector<const ExternalCall*> unknown;
        const KnownWords sending(*m_model.strings, {"send", "publish", "convertAndSend", "convertSendAndReceive", "sendAndReceive"});
        const KnownWords making(*m_model.strings, {"createProducer", "createSender", "createPublisher"});
        const StringId constructor = m_model.strings->find("<init>");
        for (const ExternalCall& call : m_index.externalCalls) {
            const bool makes = making.contains(call.name);
            const bool record = call.name == constructor && call.receiverType.valid();
            if ((!makes && !record && !sending.contains(call.name)) || !call.from.valid() || m_lookup.test(call.at))
                continue;
            const std::string_view receiver = simpleName(m_lookup.text(call.receiverType));
            if (makes)
                producing.insert(call.from);
            else if (record && receiver == "ProducerRecord")
                m_sends.emplace_back(&call, How::Record);
            else if (record)
                continue;
            else if (isTemplate(receiver))
                m_sends.emplace_back(&call, How::Template);
            else if (isProducer(receiver))
                m_sends.emplace_back(&call, How::Producer);
            else if (isOneOf(receiver, {"Emitter", "MutinyEmitter"}) && m_lookup.text(call.name) == "send")
                m_sends.emplace_back(&call, How::Emitter);
            else if (receiver.empty())
                unknown.push_back(&call); // context.createProducer().send(..)
        }
        for (const ExternalCall* call : unknown)
            if (producing.contains(call->from))
                m_sends.emplace_back(call, How::Producer);
    }

    // --- which destination ---------------------------------------------------------------------------------------------

    /// What the senders mention: fields for destinations, and names that they look up.
    void places()
    {
        std::set<MemberId> senders;
        for (const auto& [call, how] : m_sends) {
            senders.insert(call->from);
            if (takesDestination(call->from))
                m_callers.try_emplace(call->from);
        }
        if (!m_callers.empty())
            for (const CallEdge& edge : m_model.calls)
                if (const auto given = m_callers.find(edge.to); given != m_callers.end()) {
                    senders.insert(edge.from);
                    if (!m_lookup.test(edge.at))
                        given->second.push_back(edge);
                }
        std::map<std::pair<MemberId, std::uint32_t>, MemberId> written; // destinations that are set, by place
        for (const FieldAccessEdge& access : m_model.fieldAccesses) {
            if (access.mode == AccessMode::Write && isDestination(m_lookup.text(m_model[access.to].valueType)))
                written[{access.from, access.at.line}] = access.to;
            if (senders.contains(access.from))
                m_fieldUses[access.from].emplace_back(access.at.line, access.to);
        }
        for (const StringUse& use : m_index.strings) {
            if (use.context != StringContext::Argument || !use.in.valid() || use.dynamic)
                continue;
            const std::string_view callee = m_lookup.text(use.callee);
            const bool looks = callee == "lookup" || callee == "doLookup";
            const bool makes = isOneOf(callee, {"createQueue", "createTopic", "ActiveMQQueue", "ActiveMQTopic"});
            const bool locates = use.calleeMember.valid() && isDestination(m_lookup.text(m_model[use.calleeMember].valueType));
            if (!looks && !makes && !locates)
                continue;
            if (const auto set = written.find({use.in, use.at.line}); set != written.end())
                m_ofField.emplace(set->second, m_lookup.text(use.text));
            else if (senders.contains(use.in) && (!looks || !m_consumers.of(m_lookup.text(use.text)).empty()))
                m_mentioned[use.in].push_back({use.at.line, std::string(m_lookup.text(use.text)), {}});
        }
    }

    [[nodiscard]] bool takesDestination(MemberId member) const
    {
        const MethodDetail* detail = m_lookup.detail(member);
        return detail != nullptr &&
               std::ranges::any_of(detail->parameters, [&](const Parameter& one) { return isDestination(m_lookup.text(one.type)); });
    }

    /// The name that a field stands for; empty when it stands for none.
    [[nodiscard]] std::string nameOfField(MemberId field)
    {
        const Member& member = m_model[field];
        if (const AnnotationUse* channel = m_lookup.annotation(field, "Channel"))
            return std::string(argument(m_lookup, *channel, "value"));
        if (const std::string_view value = m_settings->of(field); !value.empty() && m_lookup.text(member.valueType) == "String")
            return settledName(m_facts, value);
        if (!isDestination(m_lookup.text(member.valueType)))
            return {};
        if (const AnnotationUse* resource = m_lookup.annotation(field, "Resource"))
            for (const std::string_view key : {"lookup", "mappedName", "name"})
                if (const std::string_view name = argument(m_lookup, *resource, key); !name.empty())
                    return m_consumers.destination(name);
        if (const AnnotationUse* qualifier = m_lookup.annotation(field, "Qualifier"))
            return m_consumers.destination(argument(m_lookup, *qualifier, "value"));
        if (const auto known = m_ofField.find(field); known != m_ofField.end())
            return known->second;
        if (std::string given = configured(member); !given.empty())
            return m_consumers.destination(given);
        return m_consumers.destination(m_lookup.text(member.name));
    }

    /// The bean that XML gives to a field by its name, where all files agree.
    [[nodiscard]] std::string configured(const Member& field) const
    {
        std::set<std::string> given;
        for (const auto& file : m_facts.springs)
            for (const config::SpringBean& bean : file.facts.beans)
                if (const config::SpringProperty* property = bean.property(m_lookup.text(field.name)); property != nullptr && !property->ref.empty())
                    if (const auto above = m_lookup.ancestry(m_lookup.anyType(bean.className)); std::ranges::find(above, field.owner) != above.end())
                        given.insert(property->ref);
        return given.size() == 1 ? *given.begin() : std::string();
    }

    /// What a member mentions nearest to a line: on it, else above, else below.
    [[nodiscard]] Place nearest(MemberId member, std::uint32_t line, How how)
    {
        std::vector<Place> places;
        if (const auto uses = m_fieldUses.find(member); uses != m_fieldUses.end())
            for (const auto& [at, field] : uses->second) {
                const bool emitter = m_lookup.annotation(field, "Channel") != nullptr;
                if (std::string name = emitter == (how == How::Emitter) ? nameOfField(field) : std::string(); !name.empty())
                    places.push_back({at, std::move(name), field});
            }
        if (const auto mentioned = m_mentioned.find(member); mentioned != m_mentioned.end())
            places.insert(places.end(), mentioned->second.begin(), mentioned->second.end());
        const auto distance = [&](const Place& place) { return place.line <= line ? line - place.line : place.line - line + 100'000; };
        const auto best = std::ranges::min_element(places, {}, distance);
        return best == places.end() ? Place() : *best;
    }

    // --- a send --------------------------------------------------------------------------------------------------------

    void send(const ExternalCall& call, How how)
    {
        std::vector<std::string> written; // arguments that may name the destination, the best first
        if (how == How::Template || how == How::Record)
            for (std::size_t i = 0; i < call.args.size() && i < 2; ++i)
                if (call.args[i].valid() && !m_lookup.text(call.args[i]).empty())
                    written.push_back(settledName(m_facts, m_lookup.text(call.args[i])));
        const bool rabbit = m_lookup.text(call.receiverType).find("abbit") != std::string_view::npos ||
                            m_lookup.text(call.receiverType).find("mqp") != std::string_view::npos;
        if (rabbit && written.size() == 2 && call.args.size() > 2)
            std::swap(written[0], written[1]); // (exchange, routing key, message)
        for (const std::string& name : written)
            if (deliver(call.from, call.at, name, Rule::Message))
                return;
        if (!written.empty() && call.args.front().valid()) {
            addMessage(m_model, call.from, call.at, written.front(), {}, Rule::Message);
            return;
        }
        const Place place = nearest(call.from, call.at.line, how);
        if (place.name.empty() && takesDestination(call.from)) {
            throughCallers(call, how);
            return;
        }
        toPlace(call.from, call.at, place);
    }

    /// A method that is given the destination: its callers name it.
    void throughCallers(const ExternalCall& call, How how)
    {
        const std::vector<CallEdge>& edges = m_callers.at(call.from);
        for (const CallEdge& edge : edges)
            toPlace(edge.from, edge.at, nearest(edge.from, edge.at.line, how));
        if (edges.empty())
            addMessage(m_model, call.from, call.at, {}, {}, Rule::Message);
    }

    void toPlace(MemberId from, Location at, const Place& place)
    {
        if (place.name.empty()) {
            const std::string only = onlyTemplateDestination();
            if (only.empty() || !deliver(from, at, only, Rule::Message))
                addMessage(m_model, from, at, only, {}, Rule::Message);
        } else if (!deliver(from, at, place.name, Rule::Message)) {
            // A resource whose name is bound elsewhere: the field may be called like the destination.
            if (!place.field.valid() || !deliver(from, at, capitalized(m_lookup.text(m_model[place.field].name)), Rule::NameOnly))
                addMessage(m_model, from, at, place.name, {}, Rule::Message);
        }
    }

    /// The default destination of the system's templates, when there is only one.
    [[nodiscard]] std::string onlyTemplateDestination()
    {
        std::set<std::string> found;
        for (const auto& file : m_facts.springs)
            for (const config::SpringBean& known : file.facts.beans)
                if (isTemplate(simpleName(known.className)))
                    for (const std::string_view key :
                         {"defaultDestination", "defaultDestinationName", "queue", "routingKey", "defaultTopic"})
                        if (const std::string name = known.value(key); !name.empty())
                            found.insert(settledName(m_facts, m_consumers.destination(name)));
        return found.size() == 1 ? *found.begin() : std::string();
    }

    bool deliver(MemberId from, Location at, const std::string& name, Rule rule)
    {
        const auto entries = m_consumers.of(name);
        for (const EntryPointId entry : entries)
            addMessage(m_model, from, at, settledName(m_facts, name), entry, rule);
        return !entries.empty();
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    std::vector<std::pair<const ExternalCall*, How>> m_sends;
    MessageConsumers m_consumers;
    std::optional<FieldSettings> m_settings; ///< made when somebody sends
    std::unordered_map<MemberId, std::vector<CallEdge>> m_callers; ///< of those that are given a destination, outside of tests
    std::unordered_map<MemberId, std::vector<std::pair<std::uint32_t, MemberId>>> m_fieldUses; ///< line and field
    std::unordered_map<MemberId, std::vector<Place>> m_mentioned;
    std::map<MemberId, std::string> m_ofField; ///< name that was looked up for a field
};

} // namespace

void linkMessages(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
{
    MessageLinker(index, lookup, facts).run();
}

} // namespace naru::analyzers::graph
