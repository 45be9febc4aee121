#include "analyzers/graph/RemoteClients.h"

#include "analyzers/graph/EntryPointContext.h"
#include "core/base/Words.h"

#include <optional>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr auto kMappings = std::to_array<RemoteVerb>({{"GetMapping", "GET"},
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

std::string_view firstArgument(const CodeLookup& lookup, const AnnotationUse& use, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys)
        if (const std::string_view value = argument(lookup, use, key); !value.empty())
            return value;
    return {};
}

class RemoteClients {
public:
    RemoteClients(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, RemoteTargets& targets)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_targets(targets)
    {
    }

    void run()
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
            else if (m_model[type].kind == TypeKind::Interface)
                retrofitClient(type);
        }
    }

private:
    /// Retrofit: methods with @GET("path"); the base URL where the system names only one.
    void retrofitClient(TypeId type)
    {
        for (const MemberId member : m_lookup.members(type))
            for (const AnnotationUse* use : m_lookup.annotations(member)) {
                const std::string_view name = m_lookup.text(use->name);
                if (!name.starts_with("retrofit2.http.") && !name.starts_with("retrofit.http."))
                    continue;
                const std::string_view verb = simpleName(name);
                if (!isOneOf(verb, {"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"}))
                    continue;
                const RemoteTarget base = retrofitBase();
                RemoteTarget own = remoteTarget(m_facts.settled(argument(m_lookup, *use, "value")));
                own.path = own.path == "." ? std::string() : own.path; // the base itself
                m_targets.add(member, RemoteKind::Http, own.service.empty() ? base.service : own.service, verb,
                    own.service.empty() && !own.path.starts_with('/') ? EntryPointContext::joined(base.path, own.path) : own.path, use->at);
            }
    }

    [[nodiscard]] RemoteTarget retrofitBase()
    {
        if (!m_retrofit) {
            std::set<std::string> bases;
            for (const StringUse& use : m_index.strings)
                if (use.context == StringContext::Argument && m_lookup.text(use.callee) == "baseUrl" && !m_lookup.test(use.at))
                    bases.insert(m_facts.settled(m_lookup.text(use.text)));
            m_retrofit = bases.size() == 1 ? remoteTarget(*bases.begin()) : RemoteTarget();
        }
        return *m_retrofit;
    }

    void client(TypeId type, const AnnotationUse& use, RemoteKind kind)
    {
        const RemoteTarget base = remoteTarget(m_facts.settled(firstArgument(m_lookup, use, {"url"})));
        std::string service = m_facts.settled(firstArgument(m_lookup, use, {"name", "value", "serviceId"}));
        service = service.empty() || kind != RemoteKind::Feign ? base.service : service;
        std::string prefix = EntryPointContext::joined(base.path, m_facts.settled(firstArgument(m_lookup, use, {"path"})));
        if (const AnnotationUse* mapping = m_lookup.annotation(type, "RequestMapping"))
            prefix = EntryPointContext::joined(prefix, firstArgument(m_lookup, *mapping, {"value", "path"}));
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
            m_targets.add(member, kind, service, line.substr(0, blank),
                EntryPointContext::joined(prefix, line.substr(std::min(blank + 1, line.size()))), mapping.at);
            return;
        }
        const RemoteVerb* verb = verbOf(kMappings, name);
        if (verb == nullptr)
            return;
        std::string_view method = verb->method;
        method = method.empty() ? EntryPointContext::lastPart(firstArgument(m_lookup, mapping, {"method"})) : method;
        m_targets.add(member, kind, service, method,
                      EntryPointContext::joined(prefix, m_facts.settled(firstArgument(m_lookup, mapping, {"value", "path", "url"}))),
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
                    m_targets.add(member, RemoteKind::Http, {}, verb,
                        EntryPointContext::joined(prefix, path ? argument(m_lookup, *path, "value") : std::string_view()), use->at);
                }
    }

    /// JAX-WS: who asks the generated class for a port calls the service.
    void soapClient(TypeId type, const AnnotationUse& use)
    {
        const std::string service(firstArgument(m_lookup, use, {"name"}));
        const RemoteTarget at = remoteTarget(firstArgument(m_lookup, use, {"wsdlLocation"}));
        for (const CallEdge& edge : m_model.calls)
            if (m_model[edge.to].owner == type && m_lookup.annotation(edge.to, "WebEndpoint") && m_model[edge.from].owner != type)
                m_targets.add(edge.from, RemoteKind::Soap, service, {}, at.path, edge.at);
    }

    const CodeIndex& m_index;
    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    RemoteTargets& m_targets;
    std::optional<RemoteTarget> m_retrofit; ///< base URL, when it was looked for
};

} // namespace

void linkRemoteClients(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, RemoteTargets& targets)
{
    RemoteClients(index, lookup, facts, targets).run();
}

} // namespace naru::analyzers::graph
