#include "analyzers/graph/MessageConsumers.h"

#include "analyzers/graph/QueueBindings.h"
#include "core/base/Words.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// The part of a name by which it is known everywhere: java:comp/env/jms/Q, topic/Q and ejb#Q are Q.
std::string_view plainName(std::string_view name)
{
    return name.substr(name.find_last_of("/:#") + 1);
}

} // namespace

std::string settledName(const ProjectFacts& facts, std::string_view written)
{
    std::string settled = facts.settled(written);
    return settled.find("{}") == std::string::npos ? settled : std::string(written);
}

namespace {

/// The name that a @Bean method gives the queue or topic it makes; else the name of the bean.
std::string madeByMethod(const CodeLookup& lookup, std::string_view bean)
{
    const CodeModel& model = lookup.index().model;
    for (const AnnotationUse& use : lookup.index().annotations) {
        if (use.target != AnnotationTarget::Method || simpleName(lookup.text(use.name)) != "Bean" || !use.member.valid())
            continue;
        const std::string_view named = argument(lookup, use, argument(lookup, use, "name").empty() ? "value" : "name");
        if ((named.empty() ? lookup.text(model[use.member].name) : named) != bean)
            continue;
        for (const StringUse& text : lookup.index().strings)
            if (text.in == use.member && text.context == StringContext::Argument && text.argument == 0 && !text.dynamic)
                return std::string(lookup.text(text.text));
    }
    return std::string(bean);
}

} // namespace

void MessageConsumers::read()
{
    std::map<MemberId, std::vector<EntryPointId>> byHandler;
    for (std::size_t i = 0; i < m_model.entryPoints.size(); ++i) {
        const EntryPoint& entry = m_model.entryPoints[i];
        if (entry.kind != EntryPointKind::Message)
            continue;
        byHandler[entry.handler].emplace_back(i);
        const std::string_view id = m_lookup.text(entry.id);
        if (id.starts_with("message "))
            listens(id.substr(8), EntryPointId(i));
    }
    for (const auto& [handler, entries] : byHandler) {
        if (!handler.valid())
            continue;
        for (const AnnotationUse* use : m_lookup.annotations(handler)) // bindings of Rabbit: the exchange and the key lead there, too
            if (isOneOf(simpleName(m_lookup.text(use->name)), {"Queue", "Exchange", "QueueBinding"}))
                for (const std::string_view key : {"value", "name", "key"})
                    for (const std::string_view name : arguments(m_lookup, *use, key))
                        listens(name, entries.front());
        describedBean(m_model[handler].owner, entries.front());
    }
    for (const auto& file : m_facts.springs)
        for (const config::MessageListener& listener : file.facts.listeners)
            if (const TypeId type = beanType(listener.ref); type.valid())
                for (const MemberId method : m_lookup.methodsInherited(type, listener.method.empty() ? "onMessage" : listener.method))
                    if (const auto known = byHandler.find(method); known != byHandler.end())
                        listens(destination(listener.destination), known->second.front());
    for (const config::QueueBinding& binding : queueBindings(m_lookup, m_facts))
        bound(binding);
}

/// What is sent to the exchange under the key reaches those that listen to the queue.
void MessageConsumers::bound(const config::QueueBinding& binding)
{
    const std::vector<EntryPointId> listening = of(destination(binding.queue));
    if (binding.key.find_first_of("*#") != std::string::npos)
        m_patterns.emplace_back(settledName(m_facts, binding.key), listening);
    for (const EntryPointId entry : listening) {
        if (!binding.key.empty() && binding.key.find_first_of("*#") == std::string::npos)
            listens(binding.key, entry);
        if (!binding.exchange.empty())
            listens(destination(binding.exchange), entry);
    }
}

void MessageConsumers::listens(std::string_view name, EntryPointId entry)
{
    auto& entries = m_entries[std::string(plainName(settledName(m_facts, name)))];
    if (std::ranges::find(entries, entry) == entries.end())
        entries.push_back(entry);
}

/// ejb-jar.xml, or the descriptor of the server, names the destination of a message-driven bean.
void MessageConsumers::describedBean(TypeId type, EntryPointId entry)
{
    for (const auto& file : m_facts.ejbs)
        for (const config::EjbDeclaration& bean : file.facts.beans)
            if (!bean.destination.empty() && m_lookup.anyType(bean.className) == type) {
                listens(bean.destination, entry);
                listens(m_jndi.bound(bean.destination), entry);
            }
    for (const auto& file : m_facts.servers)
        for (const config::ServerBean& bean : file.facts.beans)
            if (!bean.destination.empty() && m_jndi.classOf(bean.ejb) == type)
                listens(bean.destination, entry);
}

const config::SpringBean* MessageConsumers::bean(std::string_view id)
{
    if (m_beans.empty())
        for (const auto& file : m_facts.springs)
            for (const config::SpringBean& known : file.facts.beans) {
                m_beans.emplace(known.id, &known);
                for (const std::string& name : known.names)
                    m_beans.emplace(name, &known);
            }
    const auto found = m_beans.find(id);
    return found == m_beans.end() ? nullptr : found->second;
}

TypeId MessageConsumers::beanType(std::string_view reference)
{
    if (reference.starts_with("class:"))
        return m_lookup.anyType(reference.substr(6));
    const config::SpringBean* known = bean(reference);
    if (known == nullptr)
        for (const std::string_view kind : {"Component", "Service"})
            for (const AnnotationUse& use : m_lookup.index().annotations)
                if (use.target == AnnotationTarget::Type && simpleName(m_lookup.text(use.name)) == kind &&
                    (argument(m_lookup, use, "value") == reference ||
                     decapitalized(m_lookup.text(m_model[use.type].simple)) == reference))
                    return use.type;
    return known == nullptr ? TypeId() : m_lookup.anyType(known->className);
}

/// The name that a bean for a queue holds; else the name as it is.
std::string MessageConsumers::destination(std::string_view name)
{
    const config::SpringBean* known = bean(name);
    if (known == nullptr)
        return madeByMethod(m_lookup, name);
    for (const std::string_view key : {"physicalName", "queueName", "topicName", "jndiName", "baseQueueName", "name"})
        if (std::string value = known->value(key); !value.empty())
            return value;
    for (const config::SpringProperty& property : known->properties)
        if (property.name.empty() && !property.value.empty())
            return property.value;
    return std::string(name);
}

std::vector<EntryPointId> MessageConsumers::of(std::string_view name) const
{
    const std::string settled = settledName(m_facts, name);
    auto known = m_entries.find(plainName(settled));
    if (known == m_entries.end()) // a reference of the code that a descriptor binds to the destination
        known = m_entries.find(plainName(m_jndi.bound(settled)));
    const auto pattern =
        std::ranges::find_if(m_patterns, [&](const auto& one) { return known == m_entries.end() && fitsKey(one.first, settled); });
    if (pattern != m_patterns.end())
        return pattern->second;
    return known == m_entries.end() ? std::vector<EntryPointId>() : known->second;
}

void addMessage(CodeModel& model, MemberId from, Location at, std::string_view destination, EntryPointId to, Rule rule)
{
    RemoteCall made;
    made.from = from;
    made.kind = RemoteKind::Messaging;
    made.service = model.intern(destination);
    made.method = StringId(0U);
    made.url = StringId(0U);
    made.toEntry = to;
    made.at = at;
    made.rule = rule;
    model.remoteCalls.push_back(made);
}

} // namespace naru::analyzers::graph
