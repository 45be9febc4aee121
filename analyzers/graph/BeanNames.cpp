#include "analyzers/graph/BeanNames.h"

#include "core/base/Words.h"

namespace naru::analyzers::graph {

using namespace core;

bool isComponent(const CodeLookup& lookup, const AnnotationUse& use)
{
    return use.target == AnnotationTarget::Type &&
           isOneOf(simpleName(lookup.text(use.name)), {"Component", "Service", "Repository", "Controller", "Named"});
}

std::string componentName(const CodeLookup& lookup, const AnnotationUse& use)
{
    const std::string_view given = argument(lookup, use, "value");
    return given.empty() ? decapitalized(lookup.text(lookup.index().model[use.type].simple)) : std::string(given);
}

BeanNames::BeanNames(const CodeLookup& lookup, const ProjectFacts& facts) : m_lookup(lookup)
{
    for (const auto& file : facts.springs)
        for (const config::SpringBean& bean : file.facts.beans) {
            if (!bean.id.empty())
                m_beans.try_emplace(bean.id, &bean);
            for (const std::string& name : bean.names)
                if (!name.empty())
                    m_beans.try_emplace(name, &bean);
        }
    for (const AnnotationUse& use : lookup.index().annotations)
        if (isComponent(lookup, use))
            m_components.try_emplace(std::string(argument(lookup, use, "value")), use.type);
}

const config::SpringBean* BeanNames::declared(std::string_view name) const
{
    const auto found = m_beans.find(name);
    return found == m_beans.end() ? nullptr : found->second;
}

std::string_view BeanNames::classOf(const config::SpringBean& of) const
{
    return telling(of, [](const config::SpringBean& one) { return !one.className.empty(); }).className;
}

TypeId BeanNames::typeOf(std::string_view reference) const
{
    if (reference.starts_with("class:"))
        return m_lookup.anyType(reference.substr(6));
    if (reference.starts_with('#'))
        reference.remove_prefix(1);
    if (reference.empty())
        return {};
    if (const config::SpringBean* bean = declared(reference); bean != nullptr)
        return m_lookup.anyType(classOf(*bean));
    // A component: @Service("name"), or the class name with a small first letter.
    if (const auto component = m_components.find(reference); component != m_components.end())
        return component->second;
    return m_lookup.anyType(reference.contains('.') ? std::string(reference) : capitalized(reference)); // JSR 352 also takes classes
}

} // namespace naru::analyzers::graph
