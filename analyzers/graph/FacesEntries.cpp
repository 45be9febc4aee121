#include "analyzers/graph/FacesEntries.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class FacesEntries {
public:
    FacesEntries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& names,
                 const ViewCatalog& views, EntryCollector& entries)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_names(names),
          m_views(views),
          m_entries(entries)
    {
    }

    void run()
    {
        m_beans = namedBeans(m_index, m_lookup, m_facts, {"Named", "ManagedBean"});
        for (const AnnotationUse& use : m_index.annotations) {
            if (use.target == AnnotationTarget::Method && use.member.valid() && simpleName(m_lookup.text(use.name)) == "PostConstruct") {
                m_loads.insert(use.member.value);
            }
        }
        for (std::size_t i = 0; i < m_views.size(); ++i) {
            for (const web::NameUse& use : m_views.facts(ViewId(i)).actions) {
                action(use, m_model[ViewId(i)].file);
            }
        }
        for (std::size_t i = 0; i < m_views.size() && !m_loads.empty(); ++i) {
            for (const web::NameUse& use : m_views.facts(ViewId(i)).elRoots) {
                const auto bean = m_beans.find(use.name);
                if (bean != m_beans.end() && bean->second.valid() && !m_acting.contains(bean->second.value)) {
                    pageLoad(bean->second, {m_model[ViewId(i)].file, use.line});
                }
            }
        }
    }

private:
    /// A bean of JSF or CDI, else one of Spring; else the class that is called so, whatever makes it a bean.
    [[nodiscard]] TypeId beanOf(const std::string& name) const
    {
        const auto bean = m_beans.find(name);
        return bean != m_beans.end() ? bean->second : m_names.typeOf(name);
    }

    /// #{bean.method} of an action attribute.
    void action(const web::NameUse& use, FileId file)
    {
        const auto dot = std::min(use.name.find('.'), use.name.size());
        const TypeId bean = beanOf(use.name.substr(0, dot));
        const auto found =
            bean.valid() && dot < use.name.size() ? m_lookup.methodsInherited(bean, use.name.substr(dot + 1)) : std::vector<MemberId>();
        if (!found.empty()) {
            m_acting.insert(bean.value);
            const std::string name = std::string(m_lookup.text(m_model[bean].name)) + use.name.substr(dot);
            m_entries.add(EntryPointKind::Action, {}, {}, found.front(), name, {file, use.line}, "action " + name);
        }
    }

    /// A page that names a bean has it made, and with it what the bean loads at once.
    void pageLoad(TypeId bean, Location at)
    {
        for (const TypeId owner : m_lookup.ancestry(bean)) {
            for (const MemberId member : m_lookup.members(owner)) {
                if (m_loads.contains(member.value)) {
                    const std::string name =
                        std::string(m_lookup.text(m_model[bean].name)) + "." + std::string(m_lookup.text(m_model[member].name));
                    m_entries.add(EntryPointKind::Action, {}, {}, member, name, at, "action " + name);
                }
            }
        }
    }

    const CodeIndex& m_index;
    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    const BeanNames& m_names;
    const ViewCatalog& m_views;
    EntryCollector& m_entries;
    std::map<std::string, TypeId> m_beans;
    std::set<std::uint32_t> m_acting; ///< types whose methods pages call
    std::set<std::uint32_t> m_loads;  ///< members that run when their bean is made
};

} // namespace

std::map<std::string, TypeId> namedBeans(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts,
                                         std::initializer_list<std::string_view> annotations)
{
    std::map<std::string, TypeId> beans;
    for (const auto& file : facts.faces) {
        for (const config::ManagedBean& bean : file.facts.beans) {
            beans.try_emplace(bean.name, lookup.anyType(bean.className));
        }
    }
    for (const AnnotationUse& use : index.annotations) {
        const std::string_view name = simpleName(lookup.text(use.name));
        if (use.target != AnnotationTarget::Type || !use.type.valid() || std::ranges::find(annotations, name) == annotations.end()) {
            continue;
        }
        const std::string_view stated = argument(lookup, use, name == "ManagedBean" ? "name" : "value");
        beans.try_emplace(stated.empty() ? decapitalized(lookup.text(index.model[use.type].simple)) : std::string(stated), use.type);
    }
    return beans;
}

void addFacesEntries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& names,
                     const ViewCatalog& views, EntryCollector& entries)
{
    FacesEntries(index, lookup, facts, names, views, entries).run();
}

} // namespace naru::analyzers::graph
