#include "analyzers/cpp/KnownCalls.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace naru::analyzers::cpp {

namespace {

constexpr std::pair<std::string_view, KnownCall> kCalls[] = {
    {"tpcall", KnownCall::ServiceCall},
    {"tpacall", KnownCall::ServiceCall},
    {"tpconnect", KnownCall::ServiceCall},
    {"tpforward", KnownCall::ServiceCall},
    {"tmax_call", KnownCall::ServiceCall},
    {"tpadvertise", KnownCall::Advertise},
    {"tpadvertisex", KnownCall::Advertise},
    {"tpbegin", KnownCall::Boundary},
    {"tpcommit", KnownCall::Boundary},
    {"tpabort", KnownCall::Boundary},
    {"tx_begin", KnownCall::Boundary},
    {"tx_commit", KnownCall::Boundary},
    {"tx_rollback", KnownCall::Boundary},
    {"OCITransStart", KnownCall::Boundary},
    {"OCITransCommit", KnownCall::Boundary},
    {"OCITransRollback", KnownCall::Boundary},
    {"SQLEndTran", KnownCall::Boundary},
    {"SQLTransact", KnownCall::Boundary},
    {"mysql_commit", KnownCall::Boundary},
    {"mysql_rollback", KnownCall::Boundary},
    {"mysql_autocommit", KnownCall::Boundary},
    {"ocommit", KnownCall::Boundary},
    {"orol", KnownCall::Boundary},
    {"PQexec", KnownCall::BoundaryText},
    {"PQexecParams", KnownCall::BoundaryText},
    {"PQsendQuery", KnownCall::BoundaryText},
    {"sqlite3_exec", KnownCall::BoundaryText},
    {"sqlite3_prepare_v2", KnownCall::BoundaryText},
    {"mysql_query", KnownCall::BoundaryText},
    {"mysql_real_query", KnownCall::BoundaryText},
    {"SQLExecDirect", KnownCall::BoundaryText},
    {"exec", KnownCall::BoundaryText},
    {"accept", KnownCall::Listen},
    {"accept4", KnownCall::Listen},
    {"pthread_create", KnownCall::Thread},
    {"thrd_create", KnownCall::Thread},
    {"CreateThread", KnownCall::Thread},
    {"_beginthread", KnownCall::Thread},
    {"_beginthreadex", KnownCall::Thread},
    {"g_thread_new", KnownCall::Thread},
    {"thread", KnownCall::Thread},
    {"jthread", KnownCall::Thread},
    {"strcmp", KnownCall::Compare},
    {"strncmp", KnownCall::Compare},
    {"strcasecmp", KnownCall::Compare},
    {"strncasecmp", KnownCall::Compare},
    {"memcmp", KnownCall::Compare},
    {"operator==", KnownCall::Compare},
    {"svc_register", KnownCall::RpcRegister},
    {"svc_reg", KnownCall::RpcRegister},
    {"registerrpc", KnownCall::RpcRegister},
    {"rpc_reg", KnownCall::RpcRegister},
    {"Get", KnownCall::Route},
    {"Post", KnownCall::Route},
    {"Put", KnownCall::Route},
    {"Patch", KnownCall::Route},
    {"Delete", KnownCall::Route},
    {"Options", KnownCall::Route},
    {"mg_set_request_handler", KnownCall::RouteHandler},
    {"mg_register_http_endpoint", KnownCall::RouteHandler},
    {"evhttp_set_cb", KnownCall::RouteHandler},
    {"registerHandler", KnownCall::RouteHandler},
    {"bindRoute", KnownCall::RouteHandler},
    {"addRoute", KnownCall::RouteHandler},
    {"route", KnownCall::RouteHandler},
    {"CROW_ROUTE", KnownCall::RouteHandler},
    {"CROW_BP_ROUTE", KnownCall::RouteHandler},
    {"registerMethod", KnownCall::RouteHandler},
    {"registerSelf__", KnownCall::RouteHandler},
    {"connect", KnownCall::Connect},
    {"singleShot", KnownCall::Connect},
    {"getenv", KnownCall::CgiVariable},
    {"FCGI_Accept", KnownCall::CgiLoop},
    {"FCGX_Accept_r", KnownCall::CgiLoop},
    {"FCGX_Accept", KnownCall::CgiLoop},
    {"qEntry", KnownCall::CgiLoop},
    {"strcpy", KnownCall::Copy},
    {"strncpy", KnownCall::Copy},
    {"sprintf", KnownCall::Copy},
    {"snprintf", KnownCall::Copy},
    {"vsprintf", KnownCall::Copy},
    {"asprintf", KnownCall::Copy},
    {"strcat", KnownCall::Append},
    {"strncat", KnownCall::Append},
};

} // namespace

KnownCall knownCall(std::string_view name)
{
    static const std::unordered_map<std::string_view, KnownCall> kByName(std::begin(kCalls), std::end(kCalls));
    const auto found = kByName.find(name);
    return found == kByName.end() ? KnownCall::None : found->second;
}

int textArgument(std::string_view name)
{
    return name == "snprintf" || name == "vsnprintf" ? 2 : 1;
}

bool isBoundaryText(std::string_view text)
{
    std::string head;
    for (const char c : text.substr(0, 24))
        if (c >= 'a' && c <= 'z')
            head += static_cast<char>(c - 'a' + 'A');
        else if (c != ' ' || !head.empty())
            head += c;
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"BEGIN", "COMMIT", "ROLLBACK", "START TRANSACTION", "END TRANSACTION"},
        [&](std::string_view word) { return head.starts_with(word) && (head.size() == word.size() || !std::isalnum(head[word.size()])); });
}

std::string_view routeMethod(std::string_view name)
{
    constexpr std::pair<std::string_view, std::string_view> kMethods[] = {{"Get", "GET"},     {"Post", "POST"},     {"Put", "PUT"},
                                                                          {"Patch", "PATCH"}, {"Delete", "DELETE"}, {"Options", "OPTIONS"}};
    for (const auto& [called, method] : kMethods)
        if (name == called)
            return method;
    return {};
}

} // namespace naru::analyzers::cpp
