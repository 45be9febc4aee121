#include "analyzers/config/SpringXml.h"

#include "analyzers/config/XmlText.h"

#include <map>

namespace naru::analyzers::config {

namespace {

/// A bean reference in any of its spellings, or the class of an inner bean.
std::string referenceOf(pugi::xml_node node)
{
    const std::string_view name = localName(node);
    if (name == "ref") {
        for (const char* key : {"bean", "local", "parent"}) {
            if (const auto value = attribute(node, key); !value.empty()) {
                return std::string(value);
            }
        }
    } else if (name == "bean") {
        return "class:" + std::string(trimmed(attribute(node, "class")));
    }
    return {};
}

std::string valueOrReference(pugi::xml_node node)
{
    const std::string ref = referenceOf(node);
    return ref.empty() ? text(node) : ref;
}

void entries(pugi::xml_node map, SpringProperty& out)
{
    for (const pugi::xml_node& entry : map.children()) {
        if (entry.type() != pugi::node_element) {
            continue;
        }
        std::string key(attribute(entry, "key"));
        std::string value(attribute(entry, "value"));
        if (value.empty()) {
            value = attribute(entry, "value-ref");
        }
        for (const pugi::xml_node& child : entry.children()) {
            if (localName(child) == "key") {
                key = childText(child, "value").empty() ? text(child) : childText(child, "value");
            } else if (child.type() == pugi::node_element && value.empty()) {
                value = valueOrReference(child);
            }
        }
        out.entries.emplace_back(std::move(key), value.empty() ? text(entry) : std::move(value));
    }
}

constexpr const char* kPropertiesBean = "org.springframework.beans.factory.config.PropertiesFactoryBean";

/// `key=value` lines of a property value that is read as java.util.Properties.
void propertyLines(std::string_view text, SpringProperty& out)
{
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, end));
        if (const auto equals = line.find('='); equals != std::string_view::npos) {
            out.entries.emplace_back(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
        }
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
}

SpringProperty property(pugi::xml_node node)
{
    SpringProperty made;
    made.name = attribute(node, "name");
    made.value = attribute(node, "value");
    made.ref = attribute(node, "ref");
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() != pugi::node_element) {
            continue;
        }
        const std::string_view name = localName(child);
        if (name == "value") {
            made.value = text(child);
            propertyLines(made.value, made);
        } else if (name == "list" || name == "set" || name == "array") {
            for (const pugi::xml_node& item : child.children()) {
                if (item.type() == pugi::node_element) {
                    made.list.push_back(valueOrReference(item));
                }
            }
        } else if (name == "map" || name == "props") {
            entries(child, made);
        } else if (name == "properties" && made.ref.empty()) {
            made.ref = std::string("class:") + kPropertiesBean;
        } else if (made.ref.empty()) {
            made.ref = referenceOf(child);
        }
    }
    return made;
}

std::vector<std::string> names(std::string_view text)
{
    std::vector<std::string> result;
    std::string current;
    for (const char c : text) {
        if (c == ',' || c == ';' || c == ' ') {
            if (!current.empty()) {
                result.push_back(std::move(current));
                current.clear();
            }
        } else {
            current += c;
        }
    }
    if (!current.empty()) {
        result.push_back(std::move(current));
    }
    return result;
}

SpringBean bean(pugi::xml_node node, const XmlText& xml)
{
    SpringBean made;
    made.line = xml.line(node);
    made.className = trimmed(attribute(node, "class")); // as Spring does
    made.parent = attribute(node, "parent");
    made.factoryMethod = attribute(node, "factory-method");
    made.factoryBean = attribute(node, "factory-bean");
    made.autowire = attribute(node, "autowire");
    if (made.autowire.empty() || made.autowire == "default") {
        made.autowire = attribute(xml.root(), "default-autowire");
    }
    if (made.autowire == "no") {
        made.autowire.clear();
    }
    for (const pugi::xml_attribute& candidate : node.attributes()) {
        const std::string_view name = candidate.name();
        if (name == "id") {
            made.id = candidate.value();
        } else if (name == "name") {
            made.names = names(candidate.value());
        } else if (name.starts_with("p:")) {
            SpringProperty short_;
            const bool ref = name.ends_with("-ref");
            short_.name = name.substr(2, name.size() - 2 - (ref ? 4 : 0));
            (ref ? short_.ref : short_.value) = candidate.value();
            made.properties.push_back(std::move(short_));
        }
    }
    if (made.id.empty() && !made.names.empty()) {
        made.id = made.names.front();
    }
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view name = localName(child);
        if (name == "property" || name == "constructor-arg") {
            made.properties.push_back(property(child));
            if (name == "constructor-arg") {
                made.properties.back().name.clear();
            }
        }
    }
    return made;
}

TransactionAdvice::Method adviceMethod(std::string_view pattern, std::string_view attributes)
{
    TransactionAdvice::Method method;
    method.pattern = pattern;
    method.readOnly = attributes.find("readOnly") != std::string_view::npos;
    if (const auto at = attributes.find("PROPAGATION_"); at != std::string_view::npos) {
        const auto end = attributes.find(',', at);
        method.propagation = attributes.substr(at + 12, end == std::string_view::npos ? end : end - at - 12);
    }
    return method;
}

class SpringReader {
public:
    SpringReader(SpringFile& out, const XmlText& xml) : m_out(out), m_xml(xml) {}

    void read(pugi::xml_node root)
    {
        eachElement(root, [&](pugi::xml_node node) { pointcut(node); });
        eachElement(root, [&](pugi::xml_node node) { element(node); });
        for (MessageListener& listener : m_out.listeners) {
            behindAdapter(listener);
        }
    }

private:
    void pointcut(pugi::xml_node node)
    {
        if (localName(node) == "pointcut") {
            m_pointcuts[std::string(attribute(node, "id"))] = attribute(node, "expression");
        }
    }

    void element(pugi::xml_node node)
    {
        const std::string_view name = localName(node);
        if (name == "bean") {
            m_out.beans.push_back(bean(node, m_xml));
            transactionProxy(m_out.beans.back());
            if (m_out.beans.back().className.ends_with("MessageListenerContainer")) {
                listenerContainer(m_out.beans.back());
            }
        } else if (name == "jndi-lookup") { // a bean like any other
            SpringBean made;
            made.id = attribute(node, "id");
            made.className = "org.springframework.jndi.JndiObjectFactoryBean";
            made.line = m_xml.line(node);
            made.properties.push_back({"jndiName", std::string(attribute(node, "jndi-name")), {}, {}, {}});
            m_out.beans.push_back(std::move(made));
        } else if (name == "properties") { // <util:properties>, the same
            SpringBean made;
            made.id = attribute(node, "id");
            made.className = kPropertiesBean;
            made.line = m_xml.line(node);
            made.properties.push_back({"location", std::string(attribute(node, "location")), {}, {}, {}});
            made.properties.push_back({"properties", {}, {}, {}, {}});
            entries(node, made.properties.back());
            m_out.beans.push_back(std::move(made));
        } else if (name == "template" && !attribute(node, "routing-key").empty()) { // of Rabbit
            SpringBean made;
            made.id = attribute(node, "id");
            made.className = "org.springframework.amqp.rabbit.core.RabbitTemplate";
            made.line = m_xml.line(node);
            made.properties.push_back({"routingKey", std::string(attribute(node, "routing-key")), {}, {}, {}});
            m_out.beans.push_back(std::move(made));
        } else if (name == "binding" && localName(node.parent().parent()).ends_with("-exchange")) {
            const pugi::xml_node exchange = node.parent().parent();
            const std::string_view key = attribute(node, attribute(node, "pattern").empty() ? "key" : "pattern");
            const std::string_view all = localName(exchange) == "fanout-exchange" ? attribute(exchange, "name") : std::string_view();
            m_out.bindings.push_back({std::string(all), std::string(key), std::string(attribute(node, "queue"))});
        } else if (name == "advice") {
            advice(node);
        } else if (name == "advisor") {
            std::string expression(attribute(node, "pointcut"));
            if (expression.empty()) {
                expression = m_pointcuts[std::string(attribute(node, "pointcut-ref"))];
            }
            m_out.advisors.push_back({std::string(attribute(node, "advice-ref")), std::move(expression), m_xml.line(node)});
        } else if (name == "view-controller") {
            m_out.viewControllers.push_back(
                {std::string(attribute(node, "path")), std::string(attribute(node, "view-name")), m_xml.line(node)});
        } else if (name == "scheduled") {
            m_out.tasks.push_back({std::string(attribute(node, "ref")), std::string(attribute(node, "method")),
                                   std::string(attribute(node, "cron")), m_xml.line(node)});
        } else if (name == "listener" && !attribute(node, "ref").empty()) {
            messageListener(node);
        } else if (name == "endpoint" && !attribute(node, "address").empty()) {
            m_out.endpoints.push_back(
                {std::string(attribute(node, "implementor")), std::string(attribute(node, "address")), m_xml.line(node)});
        }
    }

    /// Of the jms and rabbit name spaces.
    void messageListener(pugi::xml_node node)
    {
        for (const char* key : {"destination", "queue-names", "queues"}) {
            for (const std::string& destination : names(attribute(node, key))) {
                m_out.listeners.push_back(
                    {destination, std::string(attribute(node, "ref")), std::string(attribute(node, "method")), m_xml.line(node)});
            }
        }
    }

    /// A listener container; the listener may stand behind an adapter that calls any method.
    void listenerContainer(const SpringBean& container)
    {
        std::string destination;
        for (const char* key : {"destination", "destinationName", "queueNames", "queues"}) {
            destination = destination.empty() ? container.value(key) : destination;
        }
        const std::string listener = container.value("messageListener");
        if (!destination.empty() && !listener.empty()) {
            m_out.listeners.push_back({destination, listener, {}, container.line});
        }
    }

    void behindAdapter(MessageListener& listener) const
    {
        for (const SpringBean& adapter : m_out.beans) {
            if (adapter.id == listener.ref && adapter.className.ends_with("MessageListenerAdapter")) {
                const std::string delegate = adapter.value("delegate");
                const std::string method = adapter.value("defaultListenerMethod");
                listener.ref = delegate.empty() && !adapter.properties.empty() ? adapter.properties.front().ref : delegate;
                listener.method = method.empty() ? "handleMessage" : method;
                return;
            }
        }
    }

    void advice(pugi::xml_node node)
    {
        TransactionAdvice made;
        made.id = attribute(node, "id");
        eachElement(node, [&](pugi::xml_node child) {
            if (localName(child) == "method") {
                made.methods.push_back({std::string(attribute(child, "name")), attribute(child, "read-only") == "true",
                                        std::string(attribute(child, "propagation"))});
            }
        });
        m_out.advices.push_back(std::move(made));
    }

    /// TransactionProxyFactoryBean of Spring 1: the methods are a map of patterns, the target is the advised bean.
    void transactionProxy(const SpringBean& made)
    {
        const SpringProperty* attributes = made.property("transactionAttributes");
        if (!attributes) {
            return;
        }
        TransactionAdvice advice;
        advice.id = "proxy:" + (made.id.empty() ? made.value("target") : made.id);
        for (const auto& [pattern, text] : attributes->entries) {
            advice.methods.push_back(adviceMethod(pattern, text));
        }
        m_out.advices.push_back(std::move(advice));
    }

    SpringFile& m_out;
    const XmlText& m_xml;
    std::map<std::string, std::string> m_pointcuts;
};

} // namespace

const SpringProperty* SpringBean::property(std::string_view name) const
{
    for (const SpringProperty& candidate : properties) {
        if (candidate.name == name) {
            return &candidate;
        }
    }
    return nullptr;
}

std::string SpringBean::value(std::string_view name) const
{
    const SpringProperty* found = property(name);
    return found ? (found->value.empty() ? found->ref : found->value) : std::string();
}

SpringFile readSpring(std::string_view text, std::string_view path)
{
    SpringFile out;
    XmlText xml(text, path);
    SpringReader(out, xml).read(xml.root());
    out.flows = readFlows(xml.root(), xml);
    out.sqls = readConfiguredSql(xml.root(), xml);
    if (text.find("dwr:") != std::string_view::npos)
        out.scriptObjects = readScriptObjects(xml);
    out.diagnostics = std::move(xml.diagnostics());
    return out;
}

} // namespace naru::analyzers::config
