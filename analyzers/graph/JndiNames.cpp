#include "analyzers/graph/JndiNames.h"

namespace naru::analyzers::graph {

using namespace core;

namespace {

std::string_view plain(std::string_view name)
{
    for (const std::string_view before : {"java:comp/env/", "java:global/", "java:app/", "java:module/", "java:/", "java:"})
        if (name.starts_with(before))
            return name.substr(before.size());
    return name;
}

} // namespace

JndiNames::JndiNames(const CodeLookup& lookup, const ProjectFacts& facts) : m_lookup(lookup)
{
    for (const auto& file : facts.ejbs)
        for (const config::EjbDeclaration& bean : file.facts.beans)
            m_classes.try_emplace(bean.name, bean.className);
    for (const auto& file : facts.servers) {
        for (const auto& [from, to] : file.facts.aliases)
            m_aliases.try_emplace(std::string(plain(from)), plain(to));
        for (const config::ServerBean& bean : file.facts.beans)
            if (!bean.jndi.empty())
                m_ejbAt.try_emplace(std::string(plain(bean.jndi)), bean.ejb);
    }
}

std::string JndiNames::bound(std::string_view name) const
{
    constexpr int kLongestChain = 5;
    std::string at(plain(name));
    for (int i = 0; i < kLongestChain; ++i) {
        const auto next = m_aliases.find(at);
        if (next == m_aliases.end())
            return i == 0 ? std::string(name) : at;
        at = next->second;
    }
    return at;
}

TypeId JndiNames::classOf(std::string_view ejb) const
{
    const auto declared = m_classes.find(ejb);
    return m_lookup.anyType(declared == m_classes.end() ? ejb : std::string_view(declared->second)); // by annotation: the class's own name
}

TypeId JndiNames::beanAt(std::string_view name) const
{
    const std::string at = bound(name);
    if (const auto found = m_ejbAt.find(plain(at)); found != m_ejbAt.end())
        return classOf(found->second);
    return m_classes.contains(at) ? classOf(at) : TypeId(); // ejb-link
}

} // namespace naru::analyzers::graph
