#include "analyzers/graph/FlowLinker.h"

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/EntryCollector.h"
#include "analyzers/graph/MessageConsumers.h"
#include "core/base/Words.h"

#include <algorithm>
#include <map>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class FlowLinker {
public:
    FlowLinker(CodeIndex& index, const CodeLookup& lookup, ProjectFacts& facts, const BeanNames& beans)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_beans(beans),
          m_entries(index.model, lookup)
    {
    }

    std::vector<CallEdge> run()
    {
        described();
        annotated();
        builtInCode();
        if (m_ends.empty() && m_gateways.empty())
            return {};
        queuedChannels();
        addEntries();
        for (const End& end : m_ends)
            if (end.handler.valid() && !end.output.empty())
                deliver(end.handler, end.at, end.output);
        gatewayCalls();
        channelSends();
        return std::move(m_steps);
    }

private:
    struct End {
        std::string kind;
        std::string input;
        std::string output;
        std::string path;
        MemberId handler; ///< invalid for an end without code of the system
        Location at;
    };

    // --- what there is ---------------------------------------------------------------------------------------------------

    void described()
    {
        for (auto& file : m_facts.springs)
            for (const config::FlowEndpoint& given : file.facts.flows.endpoints) {
                const Location at{file.file, given.line};
                if (!given.interface.empty()) {
                    gateway(m_lookup.anyType(given.interface), given.output);
                    continue;
                }
                m_ends.push_back({given.kind, given.input, given.output, given.path, handlerOf(m_beans.typeOf(given.ref), given.method), at});
                if (!given.destination.empty() && !given.output.empty())
                    m_queues.push_back({given.destination, given.output, &file.facts, given.line});
            }
    }

    /// The method that an end calls: the one that is named, the one with the annotation of its kind, or the only public one.
    [[nodiscard]] MemberId handlerOf(TypeId type, std::string_view said) const
    {
        if (!type.valid())
            return {};
        if (!said.empty()) {
            const auto named = m_lookup.methodsInherited(type, said);
            return named.empty() ? MemberId() : named.front();
        }
        std::vector<MemberId> open;
        for (const TypeId above : m_lookup.ancestry(type))
            for (const MemberId member : m_lookup.members(above)) {
                const Member& method = m_model[member];
                if (method.kind != MemberKind::Method || !has(method.flags, MemberFlag::Public) || has(method.flags, MemberFlag::Static) ||
                    has(method.flags, MemberFlag::Abstract))
                    continue;
                if (isOneOf(m_lookup.text(method.name), {"onMessage", "handleMessage", "handleRequestMessage", "receive"}) ||
                    std::ranges::any_of(m_lookup.annotations(member),
                                        [&](const AnnotationUse* use) { return isEnd(simpleName(m_lookup.text(use->name))); }))
                    return member;
                const std::string_view name = m_lookup.text(method.name);
                if (!(name.starts_with("set") || name.starts_with("get")))
                    open.push_back(member);
            }
        return open.size() == 1 ? open.front() : MemberId();
    }

    static bool isEnd(std::string_view annotation)
    {
        return isOneOf(annotation, {"ServiceActivator", "Transformer", "Splitter", "Aggregator", "Filter", "Router"});
    }

    void annotated()
    {
        for (const AnnotationUse& use : m_index.annotations) {
            const std::string_view written = m_lookup.text(use.name); // without its package after an import of all
            const std::string_view name = simpleName(written);
            if (m_lookup.test(use.at) || (written != name && !written.starts_with("org.springframework.integration.")))
                continue;
            const auto value = [&](std::string_view key) { return m_facts.settled(argument(m_lookup, use, key)); };
            if (use.target == AnnotationTarget::Type && name == "MessagingGateway") {
                gateway(use.type, value("defaultRequestChannel"));
            } else if (use.target != AnnotationTarget::Method || !use.member.valid()) {
                continue;
            } else if (name == "Gateway" && !value("requestChannel").empty()) {
                m_gateways[use.member] = value("requestChannel");
            } else if (isEnd(name) && !value("inputChannel").empty()) {
                m_ends.push_back({std::string(name), value("inputChannel"),
                                  value(name == "Router" ? "defaultOutputChannel" : "outputChannel"), {}, use.member, use.at});
            } else if (name == "InboundChannelAdapter") {
                const std::string channel = value("channel");
                m_ends.push_back({"inbound-channel-adapter", {}, channel.empty() ? value("value") : channel, {}, use.member, use.at});
            }
        }
    }

    void gateway(TypeId type, const std::string& channel)
    {
        if (!type.valid())
            return;
        for (const MemberId member : m_lookup.members(type))
            if (m_model[member].kind == MemberKind::Method) {
                std::string& known = m_gateways[member];
                if (known.empty())
                    known = channel;
            }
    }

    /// IntegrationFlows.from("in").handle(service, "work").channel("out").get(): the method that makes the flow stands for its code.
    void builtInCode()
    {
        std::map<MemberId, End> flows;
        for (const ExternalCall& call : m_index.externalCalls) {
            if (!call.from.valid() || m_lookup.test(call.at) ||
                !isOneOf(simpleName(m_lookup.text(m_model[call.from].valueType)), {"IntegrationFlow", "StandardIntegrationFlow"}))
                continue;
            const auto [found, added] = flows.try_emplace(call.from);
            End& flow = found->second;
            if (added)
                flow = {"flow", {}, {}, {}, call.from, m_model[call.from].at};
            step(flow, call);
        }
        for (auto& [member, flow] : flows) {
            if (flow.input.empty())
                flow.input = std::string(m_lookup.text(m_model[member].name)) + ".input";
            m_ends.push_back(std::move(flow));
        }
    }

    void step(End& flow, const ExternalCall& call)
    {
        const std::string_view name = m_lookup.text(call.name);
        const auto text = [&](std::size_t i) {
            return i < call.args.size() && call.args[i].valid() ? m_facts.settled(m_lookup.text(call.args[i])) : std::string();
        };
        const TypeId first = call.argTypes.empty() ? TypeId() : call.argTypes.front();
        if (name == "from" && flow.input.empty()) {
            flow.input = text(0);
            if (flow.input.empty() && call.argTypes.size() == 2)
                flow.kind = "inbound-channel-adapter"; // a source and how often it is asked
            if (first.valid() && m_model[first].kind == TypeKind::Interface) {
                flow.input = std::string(m_lookup.text(m_model[first].name));
                gateway(first, flow.input);
            }
        } else if (name == "channel" && !text(0).empty()) {
            flow.output = text(0); // the last one, to which the flow leads
        } else if (isOneOf(name, {"handle", "transform", "filter", "split", "route"}) && !text(1).empty()) {
            const TypeId type = first.valid() ? first : m_beans.typeOf(text(0));
            if (type.valid())
                for (const MemberId method : m_lookup.methodsInherited(type, text(1)))
                    m_model.calls.push_back({call.from, method, call.at, Rule::Injected});
        } else if (name == "handle" && call.argTypes.size() == 1) {
            if (const MemberId handler = handlerOf(first, {}); handler.valid()) // handle(new Store()), handle(handler)
                m_model.calls.push_back({call.from, handler, call.at, Rule::Injected});
        }
    }

    // --- entry points and messages ---------------------------------------------------------------------------------------

    void addEntries()
    {
        std::map<std::string, std::vector<std::string>> paths; // of adapters for HTTP, by the channel that they fill
        for (const End& end : m_ends)
            if (!end.path.empty() && !end.output.empty())
                paths[end.output].push_back(end.path);
        for (const End& end : m_ends) {
            if (!end.handler.valid())
                continue;
            const std::string handler = std::string(m_lookup.text(m_model[m_model[end.handler].owner].name)) + "." +
                                        std::string(m_lookup.text(m_model[end.handler].name));
            if (end.kind == "inbound-channel-adapter") {
                if (!m_entries.known(end.handler, EntryPointKind::Scheduled))
                    m_entries.add(EntryPointKind::Scheduled, {}, {}, end.handler, {}, end.at, "scheduled " + handler);
                continue;
            }
            if (const auto web = paths.find(end.input); web != paths.end())
                for (const std::string& path : web->second)
                    m_entries.add(EntryPointKind::Http, "*", path.starts_with('/') ? path : "/" + path, end.handler, {}, end.at);
            const std::size_t before = m_model.entryPoints.size();
            m_entries.add(EntryPointKind::Message, {}, end.input, end.handler, {}, end.at, "message " + end.input + " " + handler);
            for (std::size_t i = before; i < m_model.entryPoints.size(); ++i)
                m_consumers[end.input].emplace_back(i);
        }
        for (const Queue& queue : m_queues) // who takes from the channel listens to the queue
            for (const config::FlowEndpoint& end : queue.file->flows.endpoints)
                if (end.input == queue.channel && !end.ref.empty())
                    queue.file->listeners.push_back({queue.destination, end.ref, end.method, queue.line});
    }

    /// Channels that hand over to another thread or wait to be asked: everything else is called within the sender.
    void queuedChannels()
    {
        for (const auto& file : m_facts.springs)
            m_queued.insert(file.facts.flows.queued.begin(), file.facts.flows.queued.end());
        std::map<MemberId, std::string> made; // methods that make a channel, and its name
        for (const AnnotationUse& use : m_index.annotations)
            if (use.target == AnnotationTarget::Method && use.member.valid() && simpleName(m_lookup.text(use.name)) == "Bean" &&
                m_lookup.text(m_model[use.member].valueType).ends_with("Channel")) {
                std::string_view name = argument(m_lookup, use, "name");
                name = name.empty() ? argument(m_lookup, use, "value") : name;
                made.emplace(use.member, name.empty() ? m_lookup.text(m_model[use.member].name) : name);
            }
        static constexpr auto kWaits = {"QueueChannel", "PriorityChannel", "RendezvousChannel", "ExecutorChannel", "PollableChannel", "FluxMessageChannel"};
        const auto waits = [](std::string_view type) { return std::ranges::find(kWaits, simpleName(type)) != kWaits.end(); };
        for (const auto& [method, name] : made)
            if (waits(m_lookup.text(m_model[method].valueType)))
                m_queued.insert(name);
        for (const ExternalCall& call : m_index.externalCalls)
            if (const auto channel = made.find(call.from); channel != made.end()) {
                const std::string_view name = m_lookup.text(call.name);
                if ((name == "<init>" && waits(m_lookup.text(call.receiverType))) ||
                    (simpleName(m_lookup.text(call.receiverType)) == "MessageChannels" && isOneOf(name, {"queue", "executor", "priority", "rendezvous", "flux"})))
                    m_queued.insert(channel->second);
            }
    }

    /// An entry point that a message reaches, and whether the sender waits until it has worked.
    struct Receiver {
        EntryPointId entry;
        bool direct = false;
        friend auto operator<=>(const Receiver&, const Receiver&) = default;
    };

    /// The entry points that a message to a channel reaches, also through ends without code.
    [[nodiscard]] std::vector<Receiver> reached(const std::string& channel) const
    {
        std::vector<Receiver> found;
        std::set<std::string> seen{channel};
        std::vector<std::pair<std::string, bool>> open{{channel, !m_queued.contains(channel)}};
        while (!open.empty()) {
            const auto [at, direct] = std::move(open.back());
            open.pop_back();
            if (const auto known = m_consumers.find(at); known != m_consumers.end())
                for (const EntryPointId entry : known->second)
                    found.push_back({entry, direct});
            for (const End& end : m_ends)
                if (!end.handler.valid() && end.input == at && !end.output.empty() && seen.insert(end.output).second)
                    open.emplace_back(end.output, direct && !m_queued.contains(end.output));
        }
        std::ranges::sort(found);
        return found;
    }

    /// A message; where the channel is direct the receiver also works within the transaction of the sender.
    void deliver(MemberId from, Location at, const std::string& channel)
    {
        for (const Receiver& receiver : reached(channel)) {
            addMessage(m_model, from, at, channel, receiver.entry, Rule::Message);
            if (const MemberId handler = m_model[receiver.entry].handler; receiver.direct && handler.valid() && handler != from)
                m_steps.push_back({from, handler, at, Rule::Message});
        }
    }

    /// A gateway whose method gives a future does not wait.
    [[nodiscard]] bool waitsFor(MemberId gateway) const
    {
        const std::string_view made = m_lookup.text(m_model[gateway].valueType);
        return !(made.contains("Future") || simpleName(made) == "Mono");
    }

    void gatewayCalls()
    {
        if (m_gateways.empty())
            return;
        for (const CallEdge& edge : std::vector(m_model.calls))
            if (const auto found = m_gateways.find(edge.to); found != m_gateways.end() && !found->second.empty() && !m_lookup.test(edge.at)) {
                const std::size_t before = m_steps.size();
                deliver(edge.from, edge.at, found->second);
                if (!waitsFor(edge.to))
                    m_steps.resize(before);
            }
    }

    /// channel.send(message), where the field is called like the channel, or its qualifier is.
    void channelSends()
    {
        std::map<MemberId, std::vector<std::pair<std::uint32_t, std::string>>> fields; // channels that a member mentions, by line
        for (const FieldAccessEdge& access : m_model.fieldAccesses) {
            const std::string_view type = simpleName(m_lookup.text(m_model[access.to].valueType));
            if (access.mode != AccessMode::Read || !type.ends_with("Channel"))
                continue;
            const AnnotationUse* qualifier = m_lookup.annotation(access.to, "Qualifier");
            fields[access.from].emplace_back(
                access.at.line, std::string(qualifier ? argument(m_lookup, *qualifier, "value") : m_lookup.text(m_model[access.to].name)));
        }
        const KnownWords sending(*m_model.strings, {"send", "convertAndSend"});
        for (const ExternalCall& call : m_index.externalCalls) {
            if (!sending.contains(call.name) || !call.from.valid() || m_lookup.test(call.at))
                continue;
            const std::string_view receiver = simpleName(m_lookup.text(call.receiverType));
            if (receiver == "MessagingTemplate" && !call.args.empty() && call.args.front().valid()) {
                deliver(call.from, call.at, m_facts.settled(m_lookup.text(call.args.front())));
            } else if (receiver.ends_with("Channel")) {
                if (const auto known = fields.find(call.from); known != fields.end())
                    for (const auto& [line, channel] : known->second)
                        if (line == call.at.line)
                            deliver(call.from, call.at, channel);
            }
        }
    }

    struct Queue {
        std::string destination;
        std::string channel;
        config::SpringFile* file = nullptr;
        std::uint32_t line = 0;
    };

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    ProjectFacts& m_facts;
    const BeanNames& m_beans;
    EntryCollector m_entries;
    std::vector<End> m_ends;
    std::vector<Queue> m_queues;
    std::map<MemberId, std::string> m_gateways; ///< method of an interface that callers use, and its channel
    std::map<std::string, std::vector<EntryPointId>> m_consumers; ///< by channel
    std::set<std::string> m_queued;                               ///< channels that are not direct
    std::vector<CallEdge> m_steps;                                ///< senders to those that work before they go on
};

} // namespace

std::vector<CallEdge> linkFlows(CodeIndex& index, const CodeLookup& lookup, ProjectFacts& facts, const BeanNames& beans)
{
    return FlowLinker(index, lookup, facts, beans).run();
}

} // namespace naru::analyzers::graph
