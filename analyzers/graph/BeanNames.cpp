#include "analyzers/graph/BeanNames.h"

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr int kDeepest = 10; ///< parents of a bean

} // namespace

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
    for (const AnnotationUse& use : lookup.index().annotations) {
        const std::string_view kind = simpleName(lookup.text(use.name));
        const bool component = kind == "Component" || kind == "Service" || kind == "Repository" || kind == "Controller" || kind == "Named";
        if (component && use.target == AnnotationTarget::Type)
            m_components.try_emplace(std::string(argument(lookup, use, "value")), use.type);
    }
}

const config::SpringBean* BeanNames::declared(std::string_view name) const
{
    const auto found = m_beans.find(name);
    return found == m_beans.end() ? nullptr : found->second;
}

TypeId BeanNames::typeOf(std::string_view reference) const
{
    if (reference.starts_with("class:"))
        return m_lookup.anyType(reference.substr(6));
    if (reference.starts_with('#'))
        reference.remove_prefix(1);
    if (reference.empty())
        return {};
    const config::SpringBean* bean = declared(reference);
    for (int depth = 0; bean != nullptr && bean->className.empty() && !bean->parent.empty() && depth < kDeepest; ++depth)
        bean = declared(bean->parent);
    if (bean != nullptr)
        return m_lookup.anyType(bean->className);
    // A component: @Service("name"), or the class name with a small first letter.
    if (const auto component = m_components.find(reference); component != m_components.end())
        return component->second;
    return m_lookup.anyType(reference.contains('.') ? std::string(reference) : capitalized(reference)); // JSR 352 also takes classes
}

} // namespace naru::analyzers::graph
