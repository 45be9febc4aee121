#include "analyzers/graph/RemoteLinker.h"

#include "analyzers/graph/EntryPointContext.h"
#include "analyzers/graph/FieldSettings.h"
#include "analyzers/graph/RemoteClients.h"
#include "core/base/Words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr auto kTemplateCalls = std::to_array<RemoteVerb>({{"getForObject", "GET"},
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
constexpr auto kRequests = std::to_array<RemoteVerb>({{"HttpGet", "GET"},
                                                      {"HttpPost", "POST"},
                                                      {"HttpPut", "PUT"},
                                                      {"HttpDelete", "DELETE"},
                                                      {"HttpPatch", "PATCH"},
                                                      {"GetMethod", "GET"},
                                                      {"PostMethod", "POST"},
                                                      {"PutMethod", "PUT"},
                                                      {"DeleteMethod", "DELETE"}});
/// Classes whose static methods make a request: RequestBuilder.get("..").
constexpr auto kRequestMakers = std::to_array<std::string_view>(
    {"RequestBuilder", "ClassicRequestBuilder", "SimpleRequestBuilder", "Request", "Unirest", "HttpUtil", "HttpRequest"});
constexpr auto kHttpVerbs = std::to_array<std::string_view>({"get", "post", "put", "delete", "patch", "head"});
/// Methods with which a call of one of the clients begins, or its URL is set.
constexpr auto kClientMethods =
    std::to_array<std::string_view>({"<init>", "create", "resource", "setURI", "setUri", "target", "uri", "url"});

class RemoteLinker {
public:
    RemoteLinker(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_targets(index.model, lookup)
    {
    }

    void run()
    {
        linkRemoteClients(m_index, m_lookup, m_facts, m_targets);
        std::set<StringId> methods;
        const auto interesting = [&](std::string_view name) {
            if (const StringId id = m_model.strings->find(name); id.valid())
                methods.insert(id);
        };
        std::ranges::for_each(kClientMethods, interesting);
        for (const std::string_view verb : kHttpVerbs) {
            interesting(verb);
            interesting(capitalized(verb)); // of Apache's fluent client
        }
        for (const RemoteVerb& verb : kTemplateCalls)
            interesting(verb.name);
        std::set<MemberId> calling;
        for (const ExternalCall& call : m_index.externalCalls)
            if (call.from.valid() && methods.contains(call.name) && wayOf(call) != Way::None && !m_lookup.test(call.at))
                calling.insert(call.from);
        if (calling.empty())
            return;
        for (const StringUse& use : m_index.strings)
            if (use.context == StringContext::Argument && use.argument == 0 && calling.contains(use.in))
                m_urls.emplace(std::tuple(use.in, use.at.line, m_lookup.text(use.callee)), &use);
        for (const ExternalCall& call : m_index.externalCalls)
            if (calling.contains(call.from))
                m_calls[call.from].push_back(&call);
        collectBases(calling);
        for (const auto& [member, calls] : m_calls)
            for (const ExternalCall* call : calls)
                follow(*call, calls);
    }

private:
    // --- calls ---------------------------------------------------------------------------------------------------------

    /// The URL in the first argument, with `{}` for what is not constant; empty when nothing is.
    [[nodiscard]] std::string urlOf(const ExternalCall& call, std::string_view callee) const
    {
        std::string_view text;
        if (!call.args.empty() && call.args.front().valid())
            text = m_lookup.text(call.args.front());
        else if (const auto use = m_urls.find({call.from, call.at.line, callee}); use != m_urls.end())
            text = m_lookup.text(use->second->text);
        return withHoles(text);
    }

    [[nodiscard]] std::string withHoles(std::string_view text) const
    {
        std::string out;
        bool query = false;
        for (std::size_t i = 0; i < text.size(); ++i) { // `?` stands for a part that is not constant, or begins the query
            const bool hole = text[i] == '?' && !query && (i == 0 || i + 1 == text.size() || text[i - 1] == '/' || text[i + 1] == '/');
            query = query || (text[i] == '?' && !hole);
            out += hole ? std::string("{}") : std::string(1, text[i]);
        }
        return m_facts.settled(out);
    }

    /// What fields with @Value hold, also those that a constructor sets from such a parameter.
    void collectBases(const std::set<MemberId>& calling)
    {
        std::map<MemberId, std::string> values;
        const FieldSettings settings(m_lookup);
        for (const auto& [field, written] : settings.all())
            values.emplace(field, m_facts.settled(written));
        if (values.empty())
            return;
        for (const FieldAccessEdge& access : m_model.fieldAccesses)
            if (calling.contains(access.from))
                if (const auto value = values.find(access.to); value != values.end() && value->second.find("://") != std::string::npos)
                    m_bases[access.from].emplace_back(access.at.line, value->second);
    }

    /// The setting with which a URL begins that is not constant: the one on its line, else the only one of the member.
    [[nodiscard]] std::string baseAt(const ExternalCall& call) const
    {
        const auto bases = m_bases.find(call.from);
        if (bases == m_bases.end())
            return {};
        std::set<std::string> near;
        std::set<std::string> all;
        for (const auto& [line, value] : bases->second) {
            all.insert(value);
            if (line == call.at.line)
                near.insert(value);
        }
        const auto& chosen = near.empty() ? all : near;
        return chosen.size() == 1 ? *chosen.begin() : std::string();
    }

    void http(const ExternalCall& call, std::string_view callee, std::string_view method, std::string_view more = {})
    {
        std::string url = urlOf(call, callee);
        if (url.empty() && callee != "create")
            for (const std::string_view maker : {"fromHttpUrl", "fromUriString", "fromPath"})
                if (const auto use = builtAbove(call, maker); use != nullptr && url.empty())
                    url = withHoles(m_lookup.text(use->text));
        if (url.empty() || url.starts_with("{}"))
            if (std::string base = baseAt(call); !base.empty()) {
                while (base.ends_with('/'))
                    base.pop_back();
                url = base + (url.empty() ? std::string() : EntryPointContext::joined({}, url.substr(2)));
            }
        const RemoteTarget target = remoteTarget(url);
        std::string path = target.path;
        if (target.service.empty() && path.starts_with("{}") && path.size() > 3) // base + "/path"
            path = path.substr(2);
        m_targets.add(call.from, RemoteKind::Http, target.service, method, more.empty() ? path : EntryPointContext::joined(path, more),
                      call.at);
    }

    /// The URL that a builder of URLs was given above a call.
    [[nodiscard]] const StringUse* builtAbove(const ExternalCall& call, std::string_view maker) const
    {
        const StringUse* found = nullptr;
        for (auto use = m_urls.lower_bound({call.from, 0, std::string_view()}); use != m_urls.end() && std::get<0>(use->first) == call.from;
             ++use)
            if (std::get<1>(use->first) <= call.at.line && std::get<2>(use->first) == maker)
                found = use->second;
        return found;
    }

    [[nodiscard]] bool also(const std::vector<const ExternalCall*>& calls, std::initializer_list<std::string_view> names) const
    {
        return std::ranges::any_of(calls, [&](const ExternalCall* other) { return isOneOf(m_lookup.text(other->name), names); });
    }

    static std::string upper(std::string_view name)
    {
        std::string out(name);
        std::ranges::transform(out, out.begin(), [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c); });
        return out;
    }

    /// get(), post() ... of a fluent client nearest above a uri().
    [[nodiscard]] std::string verbAbove(const ExternalCall& call, const std::vector<const ExternalCall*>& calls) const
    {
        std::string found;
        for (const ExternalCall* other : calls) {
            const std::string_view name = m_lookup.text(other->name);
            if (other->at.line <= call.at.line && std::ranges::find(kHttpVerbs, name) != kHttpVerbs.end() && other->args.empty())
                found = upper(name);
        }
        return found;
    }

    /// GET() or post(body) behind the URL, in the same chain as far as lines tell.
    [[nodiscard]] std::string verbBehind(const ExternalCall& call, const std::vector<const ExternalCall*>& calls) const
    {
        constexpr std::uint32_t kChain = 8; // lines
        std::string found;
        for (const ExternalCall* other : calls) {
            std::string name(m_lookup.text(other->name));
            const std::string_view receiver = simpleName(m_lookup.text(other->receiverType));
            const bool chained = receiver.empty() || receiver == "Builder" || receiver == "HttpRequest" || receiver.ends_with("Target");
            std::ranges::transform(name, name.begin(), [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
            const bool near = other->at.line + 2 >= call.at.line && other->at.line <= call.at.line + kChain;
            if (found.empty() && chained && near && std::ranges::find(kHttpVerbs, name) != kHttpVerbs.end())
                found = upper(name);
        }
        return found;
    }

    /// The constant parts that path("..") adds to a target, in the same chain as far as lines tell.
    [[nodiscard]] std::string pathsBehind(const ExternalCall& call, const std::vector<const ExternalCall*>& calls) const
    {
        constexpr std::uint32_t kChain = 4; // lines
        std::string found;
        for (const ExternalCall* other : calls)
            if (m_lookup.text(other->name) == "path" && other->at.line >= call.at.line && other->at.line <= call.at.line + kChain)
                if (const std::string part = urlOf(*other, "path"); !part.empty())
                    found = EntryPointContext::joined(found, part);
        return found;
    }

    /// In which way a call may name the URL of a request.
    enum class Way : std::uint8_t { None, Template, Constructor, Url, Uri, UriCreate, Target, Builder, Maker, Setter };

    [[nodiscard]] Way wayOf(const ExternalCall& call) const
    {
        const std::string_view receiver = simpleName(m_lookup.text(call.receiverType));
        const std::string_view name = m_lookup.text(call.name);
        if (isOneOf(receiver, {"RestTemplate", "AsyncRestTemplate", "RestOperations", "TestRestTemplate"}))
            return verbOf(kTemplateCalls, name) != nullptr && !call.args.empty() ? Way::Template : Way::None;
        if (name == "<init>")
            return verbOf(kRequests, receiver) != nullptr ? Way::Constructor : receiver == "URL" ? Way::Url : Way::None;
        if (name == "uri" && (receiver.empty() || receiver.ends_with("UriSpec")))
            return Way::Uri;
        if (name == "create" && receiver == "URI")
            return Way::UriCreate;
        if ((name == "target" || name == "resource") &&
            isOneOf(receiver, {"Client", "ResteasyClient", "JerseyClient", "ResteasyWebTarget"}))
            return Way::Target;
        if (name == "url" && (receiver.empty() || receiver == "Builder" || receiver == "Request.Builder"))
            return Way::Builder;
        if ((name == "setURI" || name == "setUri") &&
            (receiver.empty() || verbOf(kRequests, receiver) != nullptr || receiver == "RequestBuilder"))
            return Way::Setter;
        if (std::ranges::find(kRequestMakers, receiver) != kRequestMakers.end() && !call.args.empty() &&
            std::ranges::find(kHttpVerbs, decapitalized(name)) != kHttpVerbs.end())
            return Way::Maker;
        return Way::None;
    }

    void follow(const ExternalCall& call, const std::vector<const ExternalCall*>& calls)
    {
        const std::string_view receiver = simpleName(m_lookup.text(call.receiverType));
        const std::string_view name = m_lookup.text(call.name);
        switch (wayOf(call)) {
        case Way::Template:
            http(call, name, verbOf(kTemplateCalls, name)->method);
            break;
        case Way::Constructor:
            if (!call.args.empty() || !also(calls, {"setURI"}))
                http(call, name, verbOf(kRequests, receiver)->method);
            break;
        case Way::Url:
            if (also(calls, {"openConnection", "openStream"}))
                http(call, name, {});
            break;
        case Way::Uri:
            if (fluent(calls))
                http(call, name, verbAbove(call, calls));
            break;
        case Way::UriCreate:
            if (also(calls, {"newBuilder"}) && also(calls, {"send", "sendAsync", "build"}))
                http(call, name, verbBehind(call, calls));
            break;
        case Way::Target:
            http(call, name, verbBehind(call, calls), pathsBehind(call, calls));
            break;
        case Way::Builder:
            if (okHttp(calls)) {
                const std::string verb = verbBehind(call, calls);
                http(call, name, verb.empty() ? std::string("GET") : verb);
            }
            break;
        case Way::Maker:
            http(call, name, upper(name));
            break;
        case Way::Setter: // setURI(new URI("..")), setURI(URI.create(".."))
            http(call, !urlOf(call, name).empty() ? name : !urlOf(call, "<init>").empty() ? "<init>" : "create", requestVerb(calls));
            break;
        case Way::None:
            break;
        }
    }

    [[nodiscard]] bool okHttp(const std::vector<const ExternalCall*>& calls) const
    {
        return std::ranges::any_of(calls, [&](const ExternalCall* other) {
            const std::string_view type = m_lookup.text(other->receiverType);
            return m_lookup.text(other->name) == "<init>" && type.ends_with("Request.Builder");
        });
    }

    /// Of the request whose URL is set later: new HttpPost(), RequestBuilder.post().
    [[nodiscard]] std::string requestVerb(const std::vector<const ExternalCall*>& calls) const
    {
        for (const ExternalCall* other : calls) {
            const std::string_view receiver = simpleName(m_lookup.text(other->receiverType));
            if (const RemoteVerb* verb = m_lookup.text(other->name) == "<init>" ? verbOf(kRequests, receiver) : nullptr)
                return std::string(verb->method);
            if (std::ranges::find(kRequestMakers, receiver) != kRequestMakers.end())
                return upper(m_lookup.text(other->name));
        }
        return {};
    }

    [[nodiscard]] bool fluent(const std::vector<const ExternalCall*>& calls) const
    {
        return std::ranges::any_of(calls, [&](const ExternalCall* other) {
            return isOneOf(simpleName(m_lookup.text(other->receiverType)), {"WebClient", "RestClient"});
        });
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    RemoteTargets m_targets;
    std::map<std::tuple<MemberId, std::uint32_t, std::string_view>, const StringUse*> m_urls;
    std::map<MemberId, std::vector<const ExternalCall*>> m_calls;
    std::map<MemberId, std::vector<std::pair<std::uint32_t, std::string>>> m_bases; ///< URLs of settings that a member reads, by line
};

} // namespace

void linkRemoteCalls(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
{
    RemoteLinker(index, lookup, facts).run();
}

} // namespace naru::analyzers::graph
