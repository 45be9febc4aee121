#include "analyzers/graph/CamelLinker.h"

#include "analyzers/graph/CamelTexts.h"
#include "analyzers/graph/CamelUris.h"
#include "analyzers/graph/EntryCollector.h"
#include "analyzers/graph/MessageConsumers.h"
#include "core/base/Words.h"

#include <algorithm>
#include <map>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class CamelLinker {
public:
    CamelLinker(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans,
                std::span<const CamelRoute> routes)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_beans(beans),
          m_routes(routes),
          m_working(workingMembers(routes)),
          m_texts(lookup, facts, m_working),
          m_consumers(index.model, lookup, facts)
    {
    }

    void run()
    {
        addEntries();
        m_consumers.read();
        for (std::size_t i = 0; i < m_index.externalCalls.size(); ++i) {
            const ExternalCall& call = m_index.externalCalls[i];
            if (!call.from.valid() || m_lookup.test(call.at))
                continue;
            if (m_working.contains(call.from))
                step(call);
            else if (isTemplate(call))
                sent(call);
        }
        for (const CamelRoute& route : m_routes) {
            if (route.member == route.builder)
                continue;
            const Location last{route.at.file, m_model[route.member].endLine}; // after what the route itself does
            lead(route.member, route.builder, last.line, last, Rule::Injected);
        }
        insertCalls();
    }

private:
    static std::set<MemberId> workingMembers(std::span<const CamelRoute> routes)
    {
        std::set<MemberId> working;
        for (const CamelRoute& route : routes) {
            working.insert(route.member);
            working.insert(route.builder); // what belongs to all its routes
        }
        return working;
    }

    void unresolved(UnresolvedReason reason, MemberId from, std::string_view text, Location at)
    {
        m_model.unresolved.push_back({reason, m_model[from].id, m_model.intern(text), at});
    }

    // --- where routes begin ----------------------------------------------------------------------------------------------

    void addEntries()
    {
        EntryCollector entries(m_model, m_lookup);
        std::set<std::string> ids;
        for (const CamelRoute& route : m_routes) {
            const std::string name = std::string(m_lookup.text(m_model[m_model[route.member].owner].name)) + "." +
                                     std::string(m_lookup.text(m_model[route.member].name));
            if (!route.method.empty()) {
                entries.add(EntryPointKind::Http, route.method, route.path, route.member, {}, route.at);
                continue;
            }
            const std::string text =
                m_texts.settled(route.uri.valid() ? m_lookup.text(route.uri) : m_texts.mentioned(route.member, route.at).text);
            if (text.empty()) {
                unresolved(UnresolvedReason::DynamicString, route.member, "from", route.at);
                entries.add(EntryPointKind::Message, {}, {}, route.member, {}, route.at, "message " + name);
                continue;
            }
            CamelUri uri = readCamelUri(text);
            if (uri.end == CamelEnd::Http && uri.path.empty()) // host and port are joined to a path that a setting tells
                uri.path = m_texts.mentioned(route.member, route.at).text;
            if (uri.end == CamelEnd::Route || uri.end == CamelEnd::Message)
                m_begin[uri.whole].push_back({route.member, {}});
            if (uri.end == CamelEnd::Route)
                continue;
            const std::size_t before = m_model.entryPoints.size();
            if (uri.end == CamelEnd::Http) {
                const std::string method(uri.option("httpMethodRestrict"));
                entries.add(EntryPointKind::Http, method.find(',') == std::string::npos ? method : std::string(),
                            uri.path.starts_with('/') ? uri.path : "/" + uri.path, route.member, {}, route.at);
            } else if (uri.end == CamelEnd::Message || uri.end == CamelEnd::Bean || uri.end == CamelEnd::Client) {
                const std::string id = "message " + uri.whole;
                entries.add(EntryPointKind::Message, {}, uri.whole, route.member, {}, route.at,
                            ids.insert(id).second ? id : id + " " + name);
            } else {
                entries.add(EntryPointKind::Scheduled, {}, uri.whole, route.member, {}, route.at, "scheduled " + uri.whole + " " + name);
            }
            if (uri.end == CamelEnd::Message && m_model.entryPoints.size() > before)
                m_begin[uri.whole].back().second = EntryPointId(before);
        }
    }

    // --- what routes do --------------------------------------------------------------------------------------------------

    void step(const ExternalCall& call)
    {
        const std::string_view name = m_lookup.text(call.name);
        if (isOneOf(name,
                    {"to", "toD", "toF", "inOnly", "inOut", "wireTap", "enrich", "pollEnrich", "deadLetterChannel", "recipientList"})) {
            address(call, name);
        } else if (isOneOf(name, {"bean", "beanRef", "method"})) {
            const TypeId type = !call.argTypes.empty() && call.argTypes.front().valid() ? call.argTypes.front()
                                                                                        : m_beans.typeOf(m_texts.written(call, 0).text);
            if (type.valid())
                bean(call.from, call.at, type, m_texts.written(call, 1).text, call.args.size() > 1);
        } else if (isOneOf(name, {"process", "processRef"}) && !m_texts.written(call, 0).text.empty()) {
            function(call, m_beans.typeOf(beanName(m_texts.written(call, 0).text)));
        } else if (!call.argTypes.empty() && name != "<init>") {
            for (const TypeId type : call.argTypes)
                function(call, type);
        }
    }

    static std::string_view beanName(std::string_view text) { return text.starts_with("#bean:") ? text.substr(6) : text; }

    /// What the library calls of an object that it is given.
    void function(const ExternalCall& call, TypeId type)
    {
        if (!type.valid())
            return;
        for (const auto& [kind, method] : {std::pair("Processor", "process"),
                                           {"AsyncProcessor", "process"},
                                           {"AggregationStrategy", "aggregate"},
                                           {"Predicate", "matches"},
                                           {"Expression", "evaluate"}})
            if (m_lookup.extendsExternal(type, kind))
                for (const MemberId member : m_lookup.methodsInherited(type, method))
                    lead(call.from, member, call.at.line, call.at, Rule::Injected);
    }

    void address(const ExternalCall& call, std::string_view name)
    {
        if (call.args.empty())
            return; // wireTap(x).to(y), endpoints in further calls
        const std::size_t at = call.args.size() > 1 && !call.args[0].valid() && call.args[1].valid() ? 1 : 0; // an ExchangePattern before
        CamelTexts::Text given = m_texts.written(call, at);
        if (given.text.find(':') == std::string::npos && given.text != "{}")
            if (CamelTexts::Text other = m_texts.mentioned(call.from, call.at); !other.text.empty())
                given = std::move(other);
        if (given.text.find(':') != std::string::npos || given.text == "{}")
            deliver(call.from, call.at, given);
        else if (isOneOf(name, {"to", "toD", "wireTap", "inOnly", "inOut"}) && (call.argTypes.empty() || !call.argTypes[at].valid()))
            unresolved(UnresolvedReason::DynamicString, call.from, name, call.at);
    }

    /// Only run time knows the end of an address, by which sender and receiver find each other ({}: a setting that nothing tells).
    static bool open(const CamelTexts::Text& given, const CamelUri& uri)
    {
        return (given.cut && uri.path.empty()) ||
               (uri.end == CamelEnd::Route ? uri.whole.find("{}") != std::string::npos : uri.whole.ends_with("{}"));
    }

    void deliver(MemberId from, Location at, const CamelTexts::Text& given)
    {
        const CamelUri uri = readCamelUri(given.text);
        if (open(given, uri) && (uri.end == CamelEnd::Route || uri.end == CamelEnd::Message || uri.whole == "{}")) {
            unresolved(UnresolvedReason::DynamicString, from, uri.whole, at);
            return;
        }
        switch (uri.end) {
        case CamelEnd::Route: {
            const auto begun = m_begin.find(uri.whole);
            if (begun == m_begin.end())
                unresolved(given.cut ? UnresolvedReason::DynamicString : UnresolvedReason::MissingHandler, from, uri.whole, at);
            else
                for (const auto& [route, entry] : begun->second)
                    lead(from, route, at.line, at, Rule::Message);
            break;
        }
        case CamelEnd::Message: {
            std::set<EntryPointId> listening;
            if (const auto begun = m_begin.find(uri.whole); begun != m_begin.end())
                for (const auto& [route, entry] : begun->second)
                    if (entry.valid())
                        listening.insert(entry);
            for (const EntryPointId entry : m_consumers.of(uri.whole))
                listening.insert(entry);
            for (const EntryPointId entry : listening)
                addMessage(m_model, from, at, uri.whole, entry, Rule::Message);
            if (listening.empty())
                addMessage(m_model, from, at, uri.whole, {}, Rule::Message);
            break;
        }
        case CamelEnd::Bean:
            if (const TypeId type = m_beans.typeOf(uri.path).valid() ? m_beans.typeOf(uri.path) : m_lookup.type(uri.path); type.valid())
                bean(from, at, type, std::string(uri.option("method")), !uri.option("method").empty());
            break;
        case CamelEnd::Client:
            client(from, at, given.text);
            break;
        default:
            break;
        }
    }

    void client(MemberId from, Location at, const std::string& text)
    {
        std::string url = text.substr(0, text.find('?'));
        if (const auto scheme = url.find("4:"); scheme != std::string::npos && scheme < 6)
            url.erase(scheme, 1); // http4: is http:
        const auto host = url.find("://");
        const auto below = host == std::string::npos ? host : url.find('/', host + 3);
        RemoteCall made;
        made.from = from;
        made.service = m_model.intern(
            host == std::string::npos ? std::string() : url.substr(host + 3, below == std::string::npos ? below : below - host - 3));
        made.method = StringId(0U);
        made.url = m_model.intern(url);
        made.at = at;
        m_model.remoteCalls.push_back(made);
    }

    /// The method that is named, the one that is made for it, or the only public one.
    void bean(MemberId from, Location at, TypeId type, const std::string& method, bool named)
    {
        std::vector<MemberId> found;
        if (!method.empty()) {
            found = m_lookup.methodsInherited(type, method.substr(0, method.find('(')));
        } else if (!named) {
            std::vector<MemberId> open;
            for (const MemberId member : m_lookup.members(type)) {
                const Member& one = m_model[member];
                if (m_lookup.annotation(member, "Handler") != nullptr)
                    found.push_back(member);
                else if (one.kind == MemberKind::Method && has(one.flags, MemberFlag::Public) &&
                         !m_lookup.text(one.name).starts_with("set"))
                    open.push_back(member);
            }
            if (found.empty() && open.size() == 1)
                found = open;
        }
        for (const MemberId member : found)
            lead(from, member, at.line, at, Rule::Injected);
        if (found.empty())
            unresolved(UnresolvedReason::UnknownMember, from,
                       std::string(m_lookup.text(m_model[type].name)) + (method.empty() ? "" : "." + method), at);
    }

    // --- who else sends --------------------------------------------------------------------------------------------------

    [[nodiscard]] bool isTemplate(const ExternalCall& call) const
    {
        const std::string_view receiver = call.receiverType.valid() ? simpleName(m_lookup.text(call.receiverType)) : std::string_view();
        return isOneOf(receiver, {"ProducerTemplate", "FluentProducerTemplate"}) &&
               isOneOf(m_lookup.text(call.name),
                       {"sendBody", "sendBodyAndHeader", "sendBodyAndHeaders", "sendBodyAndProperty", "requestBody", "requestBodyAndHeader",
                        "requestBodyAndHeaders", "send", "request", "asyncSend", "asyncSendBody", "asyncRequestBody", "to"});
    }

    void sent(const ExternalCall& call)
    {
        CamelTexts::Text given = m_texts.written(call, 0);
        if (given.text.find(':') == std::string::npos)
            given = m_texts.mentioned(call.from, call.at);
        if (!given.text.empty())
            deliver(call.from, call.at, given);
        else
            unresolved(UnresolvedReason::DynamicString, call.from, m_lookup.text(call.name), call.at);
    }

    // --- calls at their places -------------------------------------------------------------------------------------------

    void lead(MemberId from, MemberId to, std::uint32_t line, Location at, Rule rule)
    {
        if (from != to && m_made.emplace(from, to, line).second)
            m_calls[from].emplace_back(line, CallEdge{from, to, at, rule});
    }

    /// The order of the calls is that in which they are made.
    void insertCalls()
    {
        if (m_calls.empty())
            return;
        for (auto& [from, calls] : m_calls)
            std::ranges::stable_sort(calls, {}, &std::pair<std::uint32_t, CallEdge>::first);
        std::map<MemberId, std::size_t> next;
        std::vector<CallEdge> all;
        all.reserve(m_model.calls.size() + m_made.size());
        for (const CallEdge& edge : m_model.calls) {
            if (const auto own = m_calls.find(edge.from); own != m_calls.end())
                for (std::size_t& i = next[edge.from]; i < own->second.size() && own->second[i].first < edge.at.line; ++i)
                    all.push_back(own->second[i].second);
            all.push_back(edge);
        }
        for (const auto& [from, calls] : m_calls)
            for (std::size_t i = next[from]; i < calls.size(); ++i)
                all.push_back(calls[i].second);
        m_model.calls = std::move(all);
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const BeanNames& m_beans;
    std::span<const CamelRoute> m_routes;
    const std::set<MemberId> m_working;
    const CamelTexts m_texts;
    MessageConsumers m_consumers;
    std::map<std::string, std::vector<std::pair<MemberId, EntryPointId>>> m_begin; ///< routes behind an address
    std::map<MemberId, std::vector<std::pair<std::uint32_t, CallEdge>>> m_calls;   ///< what is added, by line
    std::set<std::tuple<MemberId, MemberId, std::uint32_t>> m_made;
};

} // namespace

void linkCamel(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans,
               std::span<const CamelRoute> routes)
{
    if (!routes.empty())
        CamelLinker(index, lookup, facts, beans, routes).run();
}

} // namespace naru::analyzers::graph
