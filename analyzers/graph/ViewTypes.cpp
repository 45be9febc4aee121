#include "analyzers/graph/ViewTypes.h"

#include "analyzers/graph/FacesEntries.h"

#include <map>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class ViewTypeLinker {
public:
    ViewTypeLinker(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_views(views)
    {
    }

    void run()
    {
        m_beans = namedBeans(m_index, m_lookup, m_facts, {"Named", "ManagedBean", "ModelAttribute"});
        for (std::size_t i = 0; i < m_views.size(); ++i) {
            types(ViewId(i));
            vocabulary(ViewId(i));
        }
    }

private:
    void types(ViewId from)
    {
        const web::ViewFacts& facts = m_views.facts(from);
        const FileId file = m_model[from].file;
        std::set<std::uint32_t> seen;
        const auto add = [&](TypeId type, Rule rule, std::uint32_t line) {
            if (type.valid() && seen.insert(type.value).second) {
                m_model.viewTypes.push_back({from, type, rule, {file, line}});
            }
        };
        for (const web::UsedBean& bean : facts.beans) {
            add(m_lookup.anyType(bean.className), Rule::Declared, bean.line);
        }
        for (const web::NameUse& use : facts.scriptletTypes) {
            add(imported(facts, use.name), Rule::Declared, use.line);
        }
        for (const web::NameUse& use : facts.elRoots) {
            add(beanType(use.name), Rule::ElExpression, use.line);
        }
    }

    TypeId imported(const web::ViewFacts& facts, const std::string& name) const
    {
        if (const TypeId type = m_lookup.type(name); type.valid()) {
            return type;
        }
        for (const std::string& import : facts.imports) {
            if (import.ends_with("." + name)) {
                return m_lookup.type(import);
            }
            if (import.ends_with(".*")) {
                if (const TypeId type = m_lookup.type(import.substr(0, import.size() - 1) + name); type.valid()) {
                    return type;
                }
            }
        }
        return {};
    }

    /// The type behind an EL root: a managed or named bean, a Spring bean, or the only type that is called so.
    TypeId beanType(const std::string& name)
    {
        if (const auto found = m_beans.find(name); found != m_beans.end()) {
            return found->second;
        }
        std::string capital = name;
        if (!capital.empty() && capital[0] >= 'a' && capital[0] <= 'z') {
            capital[0] = static_cast<char>(capital[0] - 32);
        }
        const auto named = m_lookup.typesNamed(capital);
        return named.size() == 1 ? named.front() : TypeId();
    }

    void vocabulary(ViewId id)
    {
        const web::ViewFacts& facts = m_views.facts(id);
        std::set<std::string> literals(facts.fields.begin(), facts.fields.end());
        for (const web::NameUse& use : facts.elRoots) {
            literals.insert(use.name);
        }
        for (const web::UsedBean& bean : facts.beans) {
            literals.insert(bean.id);
        }
        std::set<std::string> words;
        for (const web::NameUse& use : facts.elMethods) {
            words.insert(use.name.substr(use.name.find('.') + 1));
        }
        View& view = m_model.views[id.value];
        for (const std::string& text : literals) {
            view.literals.push_back(m_model.intern(text));
        }
        for (const std::string& text : facts.calls) {
            view.calls.push_back(m_model.intern(text));
        }
        for (const std::string& text : words) {
            view.words.push_back(m_model.intern(text));
        }
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    const ViewCatalog& m_views;
    std::map<std::string, TypeId> m_beans;
};

} // namespace

void linkViewTypes(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views)
{
    ViewTypeLinker(index, lookup, facts, views).run();
}

} // namespace naru::analyzers::graph
