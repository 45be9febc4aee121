#include "analyzers/config/SpringFlows.h"

#include <algorithm>
#include <array>
#include <set>

namespace naru::analyzers::config {

namespace {

/// The name space of an element, after the declarations around it.
std::string_view nameSpace(pugi::xml_node node)
{
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    const std::string key = colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
    for (; node; node = node.parent())
        if (const pugi::xml_attribute declared = node.attribute(key.c_str()))
            return declared.value();
    return {};
}

std::string ancestorId(pugi::xml_node node, std::string_view element)
{
    for (pugi::xml_node above = node.parent(); above; above = above.parent())
        if (localName(above) == element)
            return std::string(attribute(above, "id"));
    return {};
}

/// A bean that an element names, or the class of one inside it.
std::string reference(pugi::xml_node node)
{
    if (const std::string_view ref = attribute(node, "ref"); !ref.empty())
        return std::string(ref);
    for (const pugi::xml_node& child : node.children()) {
        if (localName(child) == "bean" && !attribute(child, "class").empty())
            return "class:" + std::string(attribute(child, "class"));
        if (localName(child) == "ref")
            return std::string(attribute(child, "bean"));
    }
    return {};
}

class FlowReader {
public:
    explicit FlowReader(const XmlText& xml) : m_xml(xml) {}

    SpringFlows run(pugi::xml_node root)
    {
        eachElement(root, [&](pugi::xml_node node) {
            const std::string_view space = nameSpace(node);
            if (space.contains("/schema/batch") || space.ends_with("/ns/javaee") || space.ends_with("/ns/jakartaee"))
                batch(node);
            else if (space.contains("/schema/integration"))
                flow(node);
        });
        inherit();
        return std::move(m_out);
    }

private:
    // --- batch ---------------------------------------------------------------------------------------------------------

    struct Heir {
        std::string job;
        std::string step;
        std::string parent;
        std::uint32_t line = 0;
    };

    /// A step has what the step above it has and it does not say itself: <step id="sum" parent="base"/>. A step of no job then only stands
    /// for its heirs.
    void inherit()
    {
        std::set<std::string> above;
        for (const Heir& heir : m_heirs) {
            const std::vector<BatchPart> known = m_out.parts;
            const auto own = [&](const BatchPart& given) {
                return std::ranges::any_of(known, [&](const BatchPart& part) {
                    return part.job == heir.job && part.step == heir.step && part.role == given.role;
                });
            };
            for (const BatchPart& part : known)
                if (part.step == heir.parent && part.job.empty() && (part.role == "listener" || !own(part))) {
                    m_out.parts.push_back({heir.job, heir.step, part.role, part.ref, part.method, heir.line});
                    above.insert(heir.parent);
                }
        }
        std::erase_if(m_out.parts, [&](const BatchPart& part) { return part.job.empty() && above.contains(part.step); });
    }

    void part(pugi::xml_node node, std::string_view role, std::string ref, std::string_view method = {})
    {
        if (!ref.empty())
            m_out.parts.push_back({ancestorId(node, "job"), ancestorId(node, "step"), std::string(role), std::move(ref), std::string(method),
                                   m_xml.line(node)});
    }

    void batch(pugi::xml_node node)
    {
        const std::string_view name = localName(node);
        if (name == "step" && !attribute(node, "parent").empty())
            m_heirs.push_back(
                {ancestorId(node, "job"), std::string(attribute(node, "id")), std::string(attribute(node, "parent")), m_xml.line(node)});
        if (name == "tasklet" || name == "batchlet") {
            part(node, "tasklet", reference(node), attribute(node, "method"));
        } else if (name == "chunk") {
            for (const auto& [key, role] : kRoles)
                part(node, role, std::string(attribute(node, key)));
        } else if (localName(node.parent()) == "chunk" && isRole(name)) {
            part(node, name, reference(node));
        } else if (name == "listener") {
            listener(node);
        } else if (name == "decision") {
            const std::string_view decider = attribute(node, "decider"); // of Spring; JSR 352: ref
            part(node, "decider", decider.empty() ? reference(node) : std::string(decider));
        } else if (name == "partition" || (name == "mapper" && localName(node.parent()) == "partition")) {
            const std::string_view partitioner = attribute(node, "partitioner");
            part(node, "partitioner", partitioner.empty() ? reference(node) : std::string(partitioner));
        }
    }

    static bool isRole(std::string_view name)
    {
        return std::ranges::any_of(kRoles, [&](const auto& role) { return role.second == name; });
    }

    /// A listener, or methods of any bean that are called like those of one: <listener ref="x" before-step-method="open"/>.
    void listener(pugi::xml_node node)
    {
        std::string ref = reference(node);
        if (ref.empty() && !attribute(node, "class").empty())
            ref = "class:" + std::string(attribute(node, "class"));
        bool named = false;
        for (const pugi::xml_attribute& given : node.attributes())
            if (std::string_view(given.name()).ends_with("-method")) {
                part(node, "listener", ref, given.value());
                named = true;
            }
        if (!named)
            part(node, "listener", ref);
    }

    static constexpr std::array<std::pair<const char*, std::string_view>, 3> kRoles{
        {{"reader", "reader"}, {"processor", "processor"}, {"writer", "writer"}}};

    // --- flows ---------------------------------------------------------------------------------------------------------

    static bool isEnd(std::string_view name)
    {
        static constexpr auto kEnds = std::to_array<std::string_view>(
            {"aggregator", "bridge", "delayer", "enricher", "filter", "gateway", "header-enricher", "header-value-router", "inbound-channel-adapter",
             "inbound-gateway", "message-driven-channel-adapter", "outbound-channel-adapter", "outbound-gateway", "payload-type-router",
             "recipient-list-router", "resequencer", "router", "service-activator", "splitter", "transformer"});
        return std::ranges::binary_search(kEnds, name);
    }

    void flow(pugi::xml_node node)
    {
        const std::string_view name = localName(node);
        if (name == "channel" || name == "publish-subscribe-channel")
            channel(node);
        else if (name == "chain")
            chain(node);
        else if (isEnd(name) && localName(node.parent()) != "chain")
            m_out.endpoints.push_back(end(node));
        else if (isRoute(node)) { // a further way out of a router
            FlowEndpoint made;
            made.kind = "route";
            made.input = attribute(node.parent(), "input-channel");
            made.output = attribute(node, "channel");
            made.line = m_xml.line(node);
            m_out.endpoints.push_back(std::move(made));
        }
    }

    /// A queue, a thread pool, or a channel that is one of a message broker.
    void channel(pugi::xml_node node)
    {
        bool queued = !attribute(node, "task-executor").empty() || !nameSpace(node).ends_with("/schema/integration");
        for (const pugi::xml_node& child : node.children())
            queued = queued || localName(child).ends_with("queue") || !attribute(child, "task-executor").empty();
        if (queued)
            m_out.queued.emplace_back(attribute(node, "id"));
    }

    static bool isRoute(pugi::xml_node node)
    {
        const std::string_view name = localName(node);
        return (name == "mapping" || name == "recipient") && localName(node.parent()).ends_with("router");
    }

    FlowEndpoint end(pugi::xml_node node)
    {
        FlowEndpoint made;
        made.kind = localName(node);
        made.line = m_xml.line(node);
        made.ref = reference(node);
        made.method = attribute(node, "method");
        made.interface = attribute(node, "service-interface");
        made.path = attribute(node, "path");
        const bool inbound = made.kind.starts_with("inbound") || made.kind.starts_with("message-driven");
        const bool gateway = made.kind == "gateway";
        made.input = attribute(node, "input-channel");
        if (!inbound && !gateway && made.input.empty())
            made.input = attribute(node, made.kind == "outbound-gateway" ? "request-channel" : "channel");
        for (const char* key : {"output-channel", "default-output-channel", "default-request-channel", "request-channel"})
            if (made.output.empty() && made.kind != "outbound-gateway")
                made.output = attribute(node, key);
        if (made.kind == "outbound-gateway")
            made.output = attribute(node, "reply-channel");
        if (inbound && made.output.empty())
            made.output = attribute(node, "channel");
        if (inbound)
            for (const char* key : {"destination", "destination-name", "queue-names", "topics", "request-destination", "request-destination-name"})
                if (made.destination.empty())
                    made.destination = attribute(node, key);
        return made;
    }

    /// The links of a chain follow each other over channels that have no name of their own.
    void chain(pugi::xml_node node)
    {
        std::string input(attribute(node, "input-channel"));
        const std::string output(attribute(node, "output-channel"));
        std::vector<FlowEndpoint> links;
        for (const pugi::xml_node& child : node.children())
            if (child.type() == pugi::node_element && isEnd(localName(child)))
                links.push_back(end(child));
        for (std::size_t i = 0; i < links.size(); ++i) {
            links[i].input = input;
            links[i].output = i + 1 == links.size() ? output : std::string(attribute(node, "input-channel")) + "." + std::to_string(i + 1);
            input = links[i].output;
            m_out.endpoints.push_back(std::move(links[i]));
        }
    }

    const XmlText& m_xml;
    SpringFlows m_out;
    std::vector<Heir> m_heirs; ///< steps with a parent, in the order of the file
};

} // namespace

SpringFlows readFlows(pugi::xml_node root, const XmlText& xml)
{
    return FlowReader(xml).run(root);
}

} // namespace naru::analyzers::config
