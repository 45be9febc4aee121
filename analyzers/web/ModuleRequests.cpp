#include "analyzers/web/ModuleRequests.h"

#include "core/base/Ascii.h"
#include "core/base/ByteScan.h"
#include "core/base/Words.h"

#include <algorithm>

namespace naru::analyzers::web {

namespace {

using Kind = ScriptToken::Kind;

bool isMethod(std::string_view name)
{
    return core::isOneOf(name, {"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"});
}

/// The method of a function that is called like one; `ANY` for those that are told, empty for other functions.
std::string_view methodOf(std::string_view name)
{
    if (core::isOneOf(name, {"get", "getJSON", "httpResource", "useSWR", "EventSource", "$get", "open"}))
        return "GET";
    if (core::isOneOf(name, {"post", "postForm", "sendBeacon", "$post"}))
        return "POST";
    if (core::isOneOf(name, {"put", "$put"}))
        return "PUT";
    if (core::isOneOf(name, {"patch", "$patch"}))
        return "PATCH";
    if (core::isOneOf(name, {"delete", "del", "$delete"}))
        return "DELETE";
    return core::isOneOf(name, {"fetch", "$fetch", "useFetch", "axios", "ajax", "request", "$http", "useAxios", "useLazyFetch"}) ? "ANY" : "";
}

/// Functions that are handed paths of the screens, not of the server, or texts of any kind.
bool isNoRequest(std::string_view name)
{
    return core::isOneOf(name, {"push", "replace", "navigate", "navigateByUrl", "redirect", "require", "import", "startsWith", "endsWith", "includes", "indexOf", "split", "join",
                                "match", "test", "log", "warn", "error", "t", "use", "set", "has", "append", "format", "describe", "it", "expect", "resolve", "lazy", "createElement",
                                "if", "for", "while", "switch", "catch", "return", "function"});
}

/// The name of a client: axios, http, apiClient, $http, requestService.
bool isClient(std::string_view name)
{
    const std::string small = core::smallLetters(name);
    return std::ranges::any_of(std::to_array<std::string_view>({"http", "axios", "api", "request", "client", "fetch", "rest", "instance"}),
                               [&](std::string_view part) { return small.find(part) != std::string::npos; });
}

} // namespace

void ModuleRequests::name(std::uint32_t at, bool member, bool key, std::uint32_t region)
{
    const std::string_view word = m_script.text(at);
    const std::uint32_t open = behindTypes(m_script, at + 1);
    if (m_script.symbol(open, "(") && m_script.tokens[open].partner != kNowhere) {
        call(at, open, region);
    } else if (key && word == "url") {
        options(at, region);
    } else if ((word == "method" || word == "type") && key) {
        const std::uint32_t object = objectAround(at);
        if (object != kNowhere && object > 1 && m_script.symbol(object - 1, "=") && m_script.name(object - 2))
            m_methods[m_script.text(object - 2)] = methodValue(at + 2);
    } else if (m_script.symbol(at + 1, "=") && core::isOneOf(word, {"href", "src", "action"}) && (member || m_script.markup)) {
        opened(at + 2, region);
    } else if (m_script.symbol(at + 1, "=") && word == "location" && member) {
        opened(at + 2, region);
    } else if (m_script.symbol(at + 1, "=") && !member) {
        if (std::string stated = methodValue(at + 2); !stated.empty()) // const method = id ? 'PUT' : 'POST'
            m_methods[word] = std::move(stated);
    }
}

std::string ModuleRequests::calleeOf(std::uint32_t named) const
{
    std::string made(m_script.text(named));
    std::uint32_t at = named;
    for (int parts = 1; at > 1 && (m_script.symbol(at - 1, ".") || m_script.symbol(at - 1, "?.")); ++parts) {
        if (!m_script.name(at - 2) || parts > 3)
            return "." + made;
        at -= 2;
        made = std::string(m_script.text(at)) + "." + made;
    }
    return made;
}

/// What a method is told to be, `PUT|POST` where it is one of several: method: 'POST' in the objects between two tokens, or in a variable that is named there.
std::string ModuleRequests::statedMethod(std::uint32_t from, std::uint32_t to) const
{
    constexpr std::uint32_t kFar = 300;
    for (std::uint32_t i = from; i < std::min(to, from + kFar); ++i) {
        if (!m_script.name(i))
            continue;
        const std::string_view word = m_script.text(i);
        if ((word == "method" || word == "type") && m_script.symbol(i + 1, ":"))
            if (std::string stated = methodValue(i + 2); !stated.empty())
                return stated;
        const bool alone = m_script.symbol(i + 1, ",") || m_script.symbol(i + 1, ")");
        if (const auto known = alone ? m_methods.find(word) : m_methods.end(); known != m_methods.end())
            return known->second;
    }
    return {};
}

std::string ModuleRequests::methodValue(std::uint32_t at) const
{
    constexpr std::uint32_t kFar = 12; // also id ? 'PUT' : 'POST', Method.POST
    std::string all;
    for (std::uint32_t i = at; i < at + kFar && i < m_script.tokens.size() && !m_script.symbol(i, ",") && !m_script.symbol(i, "}") && !m_script.symbol(i, ";") &&
                               !m_script.symbol(i, "=") && !m_script.symbol(i, "=>");
         ++i) {
        const bool text = m_script.is(i, Kind::String);
        std::string value = text || (i > at && m_script.name(i) && m_script.symbol(i - 1, ".")) ? core::capitalLetters(m_script.text(i)) : std::string();
        if (!isMethod(value) && i == at && m_script.name(i))
            if (const auto known = m_methods.find(m_script.text(i)); known != m_methods.end())
                value = known->second;
        if (isMethod(value.substr(0, value.find('|'))))
            all += (all.empty() ? "" : "|") + value;
    }
    return all;
}

/// The `{` of the object in which a key stands.
std::uint32_t ModuleRequests::objectAround(std::uint32_t at) const
{
    constexpr std::uint32_t kFar = 200;
    for (std::uint32_t steps = 0; at > 0 && steps < kFar; ++steps) {
        --at;
        const std::uint32_t partner = m_script.tokens[at].partner;
        if (partner != kNowhere && partner < at)
            at = partner;
        else if (m_script.symbol(at, "{"))
            return at;
        else if (m_script.symbol(at, "(") || m_script.symbol(at, "["))
            return kNowhere;
    }
    return kNowhere;
}

std::string ModuleRequests::methodBeside(std::uint32_t key) const
{
    const std::uint32_t object = objectAround(key);
    return object == kNowhere || m_script.tokens[object].partner == kNowhere ? std::string() : statedMethod(object + 1, m_script.tokens[object].partner);
}

void ModuleRequests::call(std::uint32_t named, std::uint32_t open, std::uint32_t region)
{
    const std::string_view name = m_script.text(named);
    if (isNoRequest(name) || (named > 0 && (m_script.name(named - 1, "function") || m_script.name(named - 1, "class"))))
        return;
    const std::uint32_t end = m_script.tokens[open].partner;
    const bool typed = m_script.name(open + 1) && (m_script.symbol(open + 2, ":") || (m_script.symbol(open + 2, "?") && m_script.symbol(open + 3, ":")));
    if (typed || m_script.symbol(end + 1, "{"))
        return; // of a method the parameters
    constexpr std::size_t kMostArguments = 8;
    ScriptRequest made;
    made.region = region;
    bool address = false;
    bool told = true; // what options there are stand here
    for (std::uint32_t i = open + 1; i < end && made.args.size() < kMostArguments;) {
        std::uint32_t key = i; // of an array or a function: useSWR(() => ['/x', id])
        const bool kind = methodOf(name) == "GET" && (m_script.symbol(i, "(") || m_script.symbol(i, "["));
        for (std::uint32_t j = i; kind && j < std::min(end, i + 40); ++j)
            if (m_script.is(j, Kind::Template) || m_script.is(j, Kind::String)) {
                if (std::string text = m_values.valueAt(j); mayBeAddress(text)) {
                    key = j;
                    break;
                }
            }
        told = told && (made.args.size() != 1 || m_script.symbol(i, "{"));
        made.args.push_back(m_script.symbol(i, "{") ? std::string("{}") : m_values.valueAt(key));
        address = address || mayBeAddress(made.args.back());
        while (i < end && !m_script.symbol(i, ","))
            i = m_script.behind(i);
        ++i;
    }
    if (made.args.empty())
        return;
    made.callee = calleeOf(named);
    const std::string_view method = methodOf(name);
    std::size_t at = 0;
    std::string stated(method);
    if (const std::string first = core::capitalLetters(made.args[0]); made.args.size() > 1 && isMethod(first)) { // request('POST', url)
        stated = first;
        at = 1;
    } else if (method == "ANY" || method.empty()) {
        stated = statedMethod(open + 1, end);
    }
    if (!method.empty()) {
        const std::string& url = made.args[at];
        const bool plain = m_script.is(open + 1, Kind::String) && made.callee.find('.') != std::string::npos && isClient(std::string_view(made.callee).substr(0, made.callee.rfind('.'))) && url.find_first_of(" .") == std::string::npos && !url.empty();
        if (mayBeAddress(url) || plain)
            made.url = url;
    }
    if (made.url.empty() && (!address || made.callee.starts_with('.')))
        return;
    made.method = stated.empty() && told && core::isOneOf(name, {"fetch", "axios", "ajax", "$http"}) ? "GET" : std::move(stated);
    made.link = name == "open";
    add(std::move(made), named);
}

/// The name of the function whose arguments open at a token; kNowhere when there is none.
std::uint32_t ModuleRequests::calledBefore(std::uint32_t open) const
{
    constexpr std::uint32_t kFar = 60;
    if (open > 0 && m_script.name(open - 1))
        return open - 1;
    for (std::uint32_t at = open; at > 0 && open - at < kFar && m_script.symbol(open - 1, ">"); --at) // client.get<Page<Order>>(
        if (m_script.symbol(at, "<") && m_script.name(at - 1) && behindTypes(m_script, at) == open)
            return at - 1;
    return kNowhere;
}

/// { url: '/orders', method: 'post' }
void ModuleRequests::options(std::uint32_t at, std::uint32_t region)
{
    const std::uint32_t object = objectAround(at);
    if (object == kNowhere || object == 0)
        return;
    const std::uint32_t end = m_script.tokens[object].partner;
    ScriptRequest made;
    made.method = end == kNowhere ? std::string() : statedMethod(object + 1, end);
    if (m_script.symbol(object - 1, "(") && object > 1) {
        const std::uint32_t named = calledBefore(object - 1);
        made.callee = named == kNowhere ? std::string() : calleeOf(named);
        if (named != kNowhere && isNoRequest(m_script.text(named)))
            return;
        if (made.method.empty() && (named == kNowhere || (methodOf(m_script.text(named)).empty() && !isClient(made.callee) && made.callee != "service")))
            return; // the state of a screen: setMode({ url })
        if (made.method.empty()) // client.get({ url }), client.postJson({ url })
            for (const std::string_view verb : {"get", "post", "put", "delete", "patch"})
                if (m_script.text(named).starts_with(verb))
                    made.method = core::capitalLetters(verb);
    } else if (made.method.empty() && !m_script.name(object - 1, "return")) {
        return; // an entry of a menu
    }
    made.url = m_values.valueAt(at + 2);
    made.region = region;
    if (mayBeAddress(made.url) || (!made.method.empty() && m_script.is(at + 2, Kind::String)))
        add(std::move(made), at);
}

/// <a href=..>, <form action=..>, location.href = ..
void ModuleRequests::opened(std::uint32_t at, std::uint32_t region)
{
    if (m_script.symbol(at, "{"))
        ++at;
    ScriptRequest made;
    made.url = m_values.valueAt(at);
    made.region = region;
    made.link = true;
    if (mayBeAddress(made.url) && made.url[0] != kParameterMark)
        add(std::move(made), at);
}

void ModuleRequests::add(ScriptRequest made, std::uint32_t at)
{
    const std::size_t offset = m_script.tokens[at].offset;
    if (offset > m_counted) {
        m_line += static_cast<std::uint32_t>(core::countByte(m_script.code.substr(m_counted, offset - m_counted), '\n'));
        m_counted = offset;
    }
    made.line = m_line;
    m_out.push_back(std::move(made));
}

} // namespace naru::analyzers::web
