#include "analyzers/graph/CamelUris.h"

#include "core/base/Words.h"

#include <algorithm>

namespace naru::analyzers::graph {

using core::isOneOf;

namespace {

CamelEnd endOfComponent(std::string_view component)
{
    if (isOneOf(component, {"direct", "direct-vm"}))
        return CamelEnd::Route;
    if (isOneOf(component, {"seda", "vm", "disruptor", "jms", "activemq", "activemq6", "amqp", "sjms", "sjms2", "wmq", "ibmmq", "rabbitmq",
                            "spring-rabbitmq", "kafka", "google-pubsub", "aws-sqs", "aws2-sqs", "aws-sns", "aws2-sns", "azure-servicebus",
                            "azure-eventhubs", "azure-storage-queue", "nats", "mqtt", "paho", "paho-mqtt5", "pulsar", "rocketmq", "stomp",
                            "hazelcast-queue", "hazelcast-topic", "hazelcast-seda", "spring-redis", "spring-event"}))
        return CamelEnd::Message;
    if (isOneOf(component, {"timer", "quartz", "quartz2", "scheduler", "cron"}))
        return CamelEnd::Timer;
    if (isOneOf(component, {"jetty", "servlet", "netty-http", "netty4-http", "undertow", "restlet", "platform-http", "websocket"}))
        return CamelEnd::Http;
    if (component == "bean" || component == "class")
        return CamelEnd::Bean;
    return isOneOf(component, {"http", "https", "http4", "https4", "vertx-http", "ahc"}) ? CamelEnd::Client : CamelEnd::Other;
}

/// What stands below the host of "http://0.0.0.0:8080/api/x", and of "//api/x".
std::string_view belowHost(std::string_view path)
{
    if (const auto scheme = path.find("://"); scheme != std::string_view::npos) {
        const auto slash = path.find('/', scheme + 3);
        return slash == std::string_view::npos ? std::string_view() : path.substr(slash);
    }
    while (path.starts_with("//"))
        path.remove_prefix(1);
    return path;
}

} // namespace

std::string_view CamelUri::option(std::string_view key) const
{
    for (std::string_view rest = options; !rest.empty();) {
        const std::string_view one = rest.substr(0, rest.find('&'));
        if (one.starts_with(key) && one.size() > key.size() && one[key.size()] == '=')
            return one.substr(key.size() + 1);
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
    }
    return {};
}

CamelUri readCamelUri(std::string_view text)
{
    while (text.starts_with("master:")) {
        const auto lock = text.find(':', 7);
        if (lock == std::string_view::npos)
            break;
        text.remove_prefix(lock + 1);
    }
    CamelUri uri;
    auto question = std::string_view::npos; // a question mark within ${...} belongs to the placeholder
    for (std::size_t i = 0, depth = 0; i < text.size() && question == std::string_view::npos; ++i) {
        if (text[i] == '{')
            ++depth;
        else if (text[i] == '}' && depth > 0)
            --depth;
        else if (text[i] == '?' && depth == 0)
            question = i;
    }
    if (question != std::string_view::npos)
        uri.options = text.substr(question + 1);
    text = text.substr(0, question);
    const auto colon = text.find(':');
    uri.end = colon == std::string_view::npos ? CamelEnd::Other : endOfComponent(text.substr(0, colon));
    std::string_view path = colon == std::string_view::npos ? text : text.substr(colon + 1);
    if (uri.end == CamelEnd::Other && (path.starts_with("queue:") || path.starts_with("topic:")))
        uri.end = CamelEnd::Message; // a component under a name of the system's own
    if (uri.end == CamelEnd::Http)
        path = belowHost(path);
    else if (uri.end != CamelEnd::Client && uri.end != CamelEnd::Other)
        while (path.starts_with('/')) // direct:x and direct://x are one
            path.remove_prefix(1);
    uri.path = path;
    uri.whole = uri.end == CamelEnd::Route || uri.end == CamelEnd::Message ? std::string(text.substr(0, colon + 1)) + uri.path : std::string(text);
    return uri;
}

std::string camelPlaceholders(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text.substr(i, 2) == "{{") {
            out += "${";
            i += text.substr(i + 2, 1) == "?" ? 2 : 1; // {{?key}} is left out where nothing sets it
        } else if (text.substr(i, 2) == "}}") {
            out += '}';
            ++i;
        } else {
            out += text[i];
        }
    return out;
}

} // namespace naru::analyzers::graph
