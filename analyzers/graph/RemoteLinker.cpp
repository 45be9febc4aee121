#include "analyzers/graph/RemoteLinker.h"

#include "analyzers/graph/EntryPointContext.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

struct Verb {
    std::string_view name;
    std::string_view method; ///< HTTP method; empty: said elsewhere or not at all
};

constexpr auto kTemplateCalls = std::to_array<Verb>({{"getForObject", "GET"},
                                                     {"getForEntity", "GET"},
                                                     {"postForObject", "POST"},
                                                     {"postForEntity", "POST"},
                                                     {"postForLocation", "POST"},
                                                     {"patchForObject", "PATCH"},
                                                     {"headForHeaders", "HEAD"},
                                                     {"put", "PUT"},
                                                     {"delete", "DELETE"},
                                                     {"exchange", ""},
                                                     {"execute", ""}});
/// Objects whose constructor takes the URL.
constexpr auto kRequests = std::to_array<Verb>({{"HttpGet", "GET"},
                                                {"HttpPost", "POST"},
                                                {"HttpPut", "PUT"},
                                                {"HttpDelete", "DELETE"},
                                                {"HttpPatch", "PATCH"},
                                                {"GetMethod", "GET"},
                                                {"PostMethod", "POST"},
                                                {"PutMethod", "PUT"},
                                                {"DeleteMethod", "DELETE"}});
constexpr auto kMappings = std::to_array<Verb>({{"GetMapping", "GET"},
                                                {"PostMapping", "POST"},
                                                {"PutMapping", "PUT"},
                                                {"DeleteMapping", "DELETE"},
                                                {"PatchMapping", "PATCH"},
                                                {"GetExchange", "GET"},
                                                {"PostExchange", "POST"},
                                                {"PutExchange", "PUT"},
                                                {"DeleteExchange", "DELETE"},
                                                {"PatchExchange", "PATCH"},
                                                {"RequestMapping", ""},
                                                {"HttpExchange", ""}});

template <std::size_t N> const Verb* of(const std::array<Verb, N>& verbs, std::string_view name)
{
    const auto found = std::ranges::find(verbs, name, &Verb::name);
    return found == verbs.end() ? nullptr : &*found;
}

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::ranges::find(names, name) != names.end();
}

std::string_view firstOf(const CodeLookup& lookup, const AnnotationUse& use, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys)
        if (const std::string_view value = argument(lookup, use, key); !value.empty())
            return value;
    return {};
}

/// The host of an absolute URL, and the path.
struct Target {
    std::string service;
    std::string path;
};

Target targetOf(std::string_view url)
{
    Target out;
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos) {
        std::string_view rest = url.substr(scheme + 3);
        const auto slash = std::min(rest.find('/'), rest.size());
        const std::string_view host = rest.substr(0, std::min(rest.find_first_of(":/?"), rest.size()));
        out.service = host.find('{') == std::string_view::npos ? std::string(host) : std::string();
        url = rest.substr(slash);
    }
    out.path = url.substr(0, url.find('?'));
    return out;
}

class RemoteLinker {
public:
    RemoteLinker(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts)
    {
        for (std::size_t i = 0; i < m_model.entryPoints.size(); ++i) {
            const EntryPoint& entry = m_model.entryPoints[i];
            if (!m_lookup.text(entry.path).empty())
                m_entries[shapeOf(m_lookup.text(entry.path))].push_back(EntryPointId(i));
        }
    }

    void run()
    {
        clients();
        for (const StringUse& use : m_index.strings)
            if (use.context == StringContext::Argument && use.argument == 0)
                m_urls.emplace(std::tuple(use.in, use.at.line, m_lookup.text(use.callee)), &use);
        for (const ExternalCall& call : m_index.externalCalls)
            if (call.from.valid() && !m_lookup.test(call.at))
                m_calls[call.from].push_back(&call);
        for (const auto& [member, calls] : m_calls)
            for (const ExternalCall* call : calls)
                follow(*call, calls);
    }

private:
    /// A path in which every variable is `{}`.
    static std::string shapeOf(std::string_view path)
    {
        std::string shape;
        for (std::size_t i = 0; i < path.size(); ++i) {
            shape += path[i];
            if (path[i] == '{') {
                i = std::min(path.find('}', i), path.size());
                shape += '}';
            }
        }
        return shape.ends_with('/') && shape.size() > 1 ? shape.substr(0, shape.size() - 1) : shape;
    }

    [[nodiscard]] EntryPointId entryAt(std::string_view path, std::string_view method, TypeId caller) const
    {
        const auto found = path.size() > 1 ? m_entries.find(shapeOf(path)) : m_entries.end();
        for (std::size_t i = 0; found != m_entries.end() && i < found->second.size(); ++i) {
            const EntryPoint& entry = m_model[found->second[i]];
            const std::string_view own = m_lookup.text(entry.method);
            const bool fits = method.empty() || own.empty() || own == "*" || own == method;
            if (fits && !(entry.handler.valid() && m_model[entry.handler].owner == caller))
                return found->second[i];
        }
        return {};
    }

    void add(MemberId from, RemoteKind kind, std::string service, std::string_view method, const std::string& path, Location at)
    {
        RemoteCall call;
        call.from = from;
        call.kind = kind;
        call.service = m_model.intern(service);
        call.method = m_model.intern(method);
        call.url = m_model.intern(path);
        const bool elsewhere = service.find('.') != std::string::npos && !service.starts_with("127.") && !service.starts_with("0.");
        call.toEntry = elsewhere ? EntryPointId() : entryAt(path, method, m_model[from].owner);
        call.at = at;
        m_model.remoteCalls.push_back(call);
    }

    /// ${key} or ${key:default} of settings; `{}` for what nothing tells.
    [[nodiscard]] std::string settled(std::string_view text) const
    {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool setting = text.substr(i).starts_with("${");
            const auto end = setting ? text.find('}', i) : std::string_view::npos;
            if (end == std::string_view::npos) {
                out += text[i];
                continue;
            }
            const std::string_view inside = text.substr(i + 2, end - i - 2);
            const auto colon = inside.find(':');
            const std::string_view known = m_facts.setting(inside.substr(0, colon));
            out += !known.empty() ? known : (colon != std::string_view::npos ? inside.substr(colon + 1) : std::string_view("{}"));
            i = end;
        }
        return out;
    }

    // --- interfaces that are clients ----------------------------------------------------------------------------------

    void clients()
    {
        for (std::size_t i = 0; i < m_model.types.size(); ++i) {
            const TypeId type(i);
            if (m_lookup.test(m_model[type].at))
                continue;
            if (const AnnotationUse* feign = m_lookup.annotation(type, "FeignClient"))
                client(type, *feign, RemoteKind::Feign);
            else if (const AnnotationUse* exchange = m_lookup.annotation(type, "HttpExchange"))
                client(type, *exchange, RemoteKind::Http);
            else if (m_lookup.annotation(type, "RegisterRestClient"))
                restClient(type);
            else if (const AnnotationUse* soap = m_lookup.annotation(type, "WebServiceClient"))
                soapClient(type, *soap);
        }
    }

    void client(TypeId type, const AnnotationUse& use, RemoteKind kind)
    {
        const Target base = targetOf(settled(firstOf(m_lookup, use, {"url"})));
        std::string service = settled(firstOf(m_lookup, use, {"name", "value", "serviceId"}));
        service = service.empty() || kind != RemoteKind::Feign ? base.service : service;
        std::string prefix = EntryPointContext::joined(base.path, settled(firstOf(m_lookup, use, {"path"})));
        if (const AnnotationUse* mapping = m_lookup.annotation(type, "RequestMapping"))
            prefix = EntryPointContext::joined(prefix, firstOf(m_lookup, *mapping, {"value", "path"}));
        for (const TypeId owner : m_lookup.ancestry(type))
            for (const MemberId member : m_lookup.members(owner))
                for (const AnnotationUse* mapping : m_lookup.annotations(member))
                    mapped(member, *mapping, kind, service, prefix);
    }

    void mapped(MemberId member, const AnnotationUse& mapping, RemoteKind kind, const std::string& service, const std::string& prefix)
    {
        const std::string_view name = simpleName(m_lookup.text(mapping.name));
        if (name == "RequestLine") { // Feign's own: "GET /a/{b}"
            const std::string_view line = argument(m_lookup, mapping, "value");
            const auto blank = std::min(line.find(' '), line.size());
            add(member, kind, service, line.substr(0, blank),
                EntryPointContext::joined(prefix, line.substr(std::min(blank + 1, line.size()))), mapping.at);
            return;
        }
        const Verb* verb = of(kMappings, name);
        if (verb == nullptr)
            return;
        std::string_view method = verb->method;
        method = method.empty() ? EntryPointContext::lastPart(firstOf(m_lookup, mapping, {"method"})) : method;
        add(member, kind, service, method, EntryPointContext::joined(prefix, settled(firstOf(m_lookup, mapping, {"value", "path", "url"}))),
            mapping.at);
    }

    /// MicroProfile: an interface with the annotations of JAX-RS.
    void restClient(TypeId type)
    {
        const AnnotationUse* root = m_lookup.annotation(type, "Path");
        const std::string prefix(root ? argument(m_lookup, *root, "value") : std::string_view());
        for (const MemberId member : m_lookup.members(type))
            for (const std::string_view verb : {"GET", "POST", "PUT", "DELETE", "PATCH"})
                if (const AnnotationUse* use = m_lookup.annotation(member, verb)) {
                    const AnnotationUse* path = m_lookup.annotation(member, "Path");
                    add(member, RemoteKind::Http, {}, verb,
                        EntryPointContext::joined(prefix, path ? argument(m_lookup, *path, "value") : std::string_view()), use->at);
                }
    }

    /// JAX-WS: who asks the generated class for a port calls the service.
    void soapClient(TypeId type, const AnnotationUse& use)
    {
        const std::string service(firstOf(m_lookup, use, {"name"}));
        const Target at = targetOf(firstOf(m_lookup, use, {"wsdlLocation"}));
        for (const CallEdge& edge : m_model.calls)
            if (m_model[edge.to].owner == type && m_lookup.annotation(edge.to, "WebEndpoint") && m_model[edge.from].owner != type)
                add(edge.from, RemoteKind::Soap, service, {}, at.path, edge.at);
    }

    // --- calls ---------------------------------------------------------------------------------------------------------

    /// The URL in the first argument, with `{}` for what is not constant; empty when nothing is.
    [[nodiscard]] std::string urlOf(const ExternalCall& call, std::string_view callee) const
    {
        std::string_view text;
        if (!call.args.empty() && call.args.front().valid())
            text = m_lookup.text(call.args.front());
        else if (const auto use = m_urls.find({call.from, call.at.line, callee}); use != m_urls.end())
            text = m_lookup.text(use->second->text);
        std::string out;
        bool query = false;
        for (std::size_t i = 0; i < text.size(); ++i) { // `?` stands for a part that is not constant, or begins the query
            const bool hole = text[i] == '?' && !query && (i == 0 || i + 1 == text.size() || text[i - 1] == '/' || text[i + 1] == '/');
            query = query || (text[i] == '?' && !hole);
            out += hole ? std::string("{}") : std::string(1, text[i]);
        }
        return settled(out);
    }

    void http(const ExternalCall& call, std::string_view callee, std::string_view method)
    {
        const Target target = targetOf(urlOf(call, callee));
        std::string path = target.path;
        if (target.service.empty() && path.starts_with("{}") && path.size() > 3) // base + "/path"
            path = path.substr(2);
        add(call.from, RemoteKind::Http, target.service, method, path, call.at);
    }

    [[nodiscard]] bool also(const std::vector<const ExternalCall*>& calls, std::initializer_list<std::string_view> names) const
    {
        return std::ranges::any_of(calls, [&](const ExternalCall* other) { return isOneOf(m_lookup.text(other->name), names); });
    }

    /// get(), post() ... of a fluent client nearest above a uri().
    [[nodiscard]] std::string verbAbove(const ExternalCall& call, const std::vector<const ExternalCall*>& calls) const
    {
        std::string found;
        for (const ExternalCall* other : calls) {
            const std::string_view name = m_lookup.text(other->name);
            if (other->at.line <= call.at.line && isOneOf(name, {"get", "post", "put", "delete", "patch", "head"}) && other->args.empty()) {
                found = name;
                std::ranges::transform(found, found.begin(), [](char c) { return static_cast<char>(c - 32); });
            }
        }
        return found;
    }

    void follow(const ExternalCall& call, const std::vector<const ExternalCall*>& calls)
    {
        const std::string_view receiver = simpleName(m_lookup.text(call.receiverType));
        const std::string_view name = m_lookup.text(call.name);
        if (isOneOf(receiver, {"RestTemplate", "AsyncRestTemplate", "RestOperations"})) {
            if (const Verb* verb = of(kTemplateCalls, name); verb != nullptr && !call.args.empty())
                http(call, name, verb->method);
        } else if (name == "<init>") {
            if (const Verb* verb = of(kRequests, receiver); verb != nullptr)
                http(call, name, verb->method);
            else if (receiver == "URL" && also(calls, {"openConnection", "openStream"}))
                http(call, name, {});
        } else if (name == "uri" && (receiver.empty() || receiver.ends_with("UriSpec")) && fluent(calls)) {
            http(call, name, verbAbove(call, calls));
        } else if (name == "create" && receiver == "URI" && also(calls, {"newBuilder"}) && also(calls, {"send", "sendAsync", "build"})) {
            http(call, name, {});
        } else if (name == "target" && isOneOf(receiver, {"Client", "ResteasyClient", "JerseyClient"})) {
            http(call, name, {});
        } else {
            message(call, receiver, name);
        }
    }

    [[nodiscard]] bool fluent(const std::vector<const ExternalCall*>& calls) const
    {
        return std::ranges::any_of(calls, [&](const ExternalCall* other) {
            return isOneOf(simpleName(m_lookup.text(other->receiverType)), {"WebClient", "RestClient"});
        });
    }

    void message(const ExternalCall& call, std::string_view receiver, std::string_view name)
    {
        const bool sends = (isOneOf(receiver, {"JmsTemplate", "JmsOperations", "RabbitTemplate", "AmqpTemplate", "JmsMessagingTemplate"}) &&
                            (name == "convertAndSend" || name == "send" || name == "convertSendAndReceive")) ||
                           (isOneOf(receiver, {"KafkaTemplate", "KafkaOperations", "StreamBridge"}) && name == "send");
        if (sends) {
            const std::string destination = urlOf(call, name);
            add(call.from, RemoteKind::Messaging, destination, {}, {}, call.at);
            for (std::size_t i = 0; i < m_model.entryPoints.size() && !destination.empty(); ++i)
                if (const EntryPoint& entry = m_model.entryPoints[i];
                    entry.kind == EntryPointKind::Message && m_lookup.text(entry.id) == "message " + destination)
                    m_model.remoteCalls.back().toEntry = EntryPointId(i);
        }
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    std::map<std::string, std::vector<EntryPointId>> m_entries; ///< by the shape of the path
    std::map<std::tuple<MemberId, std::uint32_t, std::string_view>, const StringUse*> m_urls;
    std::map<MemberId, std::vector<const ExternalCall*>> m_calls;
};

} // namespace

void linkRemoteCalls(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
{
    RemoteLinker(index, lookup, facts).run();
}

} // namespace naru::analyzers::graph
