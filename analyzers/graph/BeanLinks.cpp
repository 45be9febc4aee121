#include "analyzers/graph/BeanLinks.h"

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/JndiNames.h"

#include "core/base/Words.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class BeanLinks {
public:
    BeanLinks(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_jndi(lookup, facts)
    {
    }

    void run()
    {
        enterpriseBeans();
        springBeans();
        namedBeans();
        narrow();
        reflection();
    }

private:
    // --- EJB 2 ---------------------------------------------------------------------------------------------------------

    void enterpriseBeans()
    {
        for (const auto& file : m_facts.ejbs)
            for (const config::EjbDeclaration& bean : file.facts.beans) {
                const TypeId type = m_lookup.anyType(bean.className);
                if (!type.valid())
                    continue;
                for (const std::string* interface : {&bean.remote, &bean.local, &bean.home, &bean.localHome})
                    behind(m_lookup.anyType(*interface), type);
            }
    }

    /// create() of a home is ejbCreate() and ejbPostCreate(), findByX() is ejbFindByX(), total() may be ejbHomeTotal(); other methods have
    /// the same name. Of several with as many parameters those with the same types.
    void behind(TypeId interface, TypeId bean)
    {
        if (!interface.valid() || m_model[interface].kind != TypeKind::Interface || implements(bean, interface))
            return;
        for (const TypeId declaring : m_lookup.ancestry(interface))
            for (const MemberId method : m_lookup.members(declaring)) {
                const std::string_view name = m_lookup.text(m_model[method].name);
                std::vector<std::string> names{std::string(name), "ejb" + capitalized(name), "ejbHome" + capitalized(name)};
                if (name.starts_with("create"))
                    names.push_back("ejbPost" + capitalized(name));
                for (const std::string& wanted : names) {
                    std::vector<MemberId> targets = m_lookup.methodsInherited(bean, wanted);
                    std::erase_if(targets, [&](MemberId target) { return parameters(target) != parameters(method); });
                    const auto same = [&](MemberId target) { return parameterTypesOf(m_model, target) == parameterTypesOf(m_model, method); };
                    const bool exact = std::ranges::any_of(targets, same);
                    for (const MemberId target : targets)
                        if (!exact || same(target))
                            m_model.calls.push_back({method, target, m_model[method].at, Rule::Injected});
                }
            }
    }

    [[nodiscard]] bool implements(TypeId type, TypeId super) const
    {
        const auto ancestry = m_lookup.ancestry(type);
        return std::ranges::find(ancestry, super) != ancestry.end();
    }

    [[nodiscard]] std::size_t parameters(MemberId method) const
    {
        const MethodDetail* detail = m_lookup.detail(method);
        return detail == nullptr ? 0 : detail->parameters.size();
    }

    // --- Spring --------------------------------------------------------------------------------------------------------

    /// The classes of a bean; an invalid one for what is not known.
    [[nodiscard]] std::vector<TypeId> beanTypes(std::string_view reference) const
    {
        if (reference.starts_with("class:"))
            return {m_lookup.anyType(reference.substr(6))};
        const auto found = m_beans.find(reference);
        return found == m_beans.end() ? std::vector<TypeId>(1) : found->second;
    }

    /// Files for other databases or applications declare beans of the same name; those of tests stand for none of them.
    void declare(const std::string& name, TypeId type, FileId file)
    {
        std::vector<TypeId>& known = m_beans[name];
        if (known.empty() || (std::ranges::find(known, type) == known.end() && !m_model[file].test))
            known.push_back(type);
    }

    void springBeans()
    {
        for (const auto& file : m_facts.springs)
            for (const config::SpringBean& bean : file.facts.beans) {
                m_described.emplace(bean.id, &bean);
                for (const std::string& name : bean.names)
                    m_described.emplace(name, &bean);
            }
        for (const auto& file : m_facts.springs)
            for (const config::SpringBean& bean : file.facts.beans) {
                const TypeId type = classOf(bean, kDeepest);
                declare(bean.id, type, file.file);
                for (const std::string& name : bean.names)
                    declare(name, type, file.file);
            }
        for (const AnnotationUse& use : m_index.annotations)
            if (isComponent(m_lookup, use))
                m_beans.try_emplace(componentName(m_lookup, use), 1, use.type);
        for (const auto& file : m_facts.springs)
            for (const config::SpringBean& bean : file.facts.beans)
                if (const TypeId type = classOf(bean, kDeepest); type.valid()) {
                    set(type, bean, kDeepest);
                    autowire(type, bean);
                }
    }

    static constexpr int kDeepest = 8; ///< parents of beans

    /// The class of a bean: its own, that of its parent, or what its factory gives; invalid when it lies outside the system.
    [[nodiscard]] TypeId classOf(const config::SpringBean& bean, int depth) const
    {
        if (!bean.factoryMethod.empty()) {
            TypeId factory = m_lookup.anyType(bean.className);
            if (const auto known = m_described.find(bean.factoryBean); !bean.factoryBean.empty() && known != m_described.end() && depth > 0)
                factory = classOf(*known->second, depth - 1);
            const auto makers = factory.valid() ? m_lookup.methodsInherited(factory, bean.factoryMethod) : std::vector<MemberId>();
            const MethodDetail* detail = makers.empty() ? nullptr : m_lookup.detail(makers.front());
            return detail == nullptr ? TypeId() : detail->returnProjectType;
        }
        if (!bean.className.empty())
            return m_lookup.anyType(bean.className);
        const auto parent = bean.parent.empty() ? m_described.end() : m_described.find(bean.parent);
        return parent == m_described.end() || depth == 0 ? TypeId() : classOf(*parent->second, depth - 1);
    }

    /// The references that a bean states, and those of its parents.
    void set(TypeId type, const config::SpringBean& bean, int depth)
    {
        for (const config::SpringProperty& property : bean.properties)
            if (!property.ref.empty() || property.value.starts_with("#{"))
                inject(type, property);
        if (const auto parent = bean.parent.empty() ? m_described.end() : m_described.find(bean.parent);
            parent != m_described.end() && depth > 0)
            set(type, *parent->second, depth - 1);
    }

    /// autowire="byName": the bean that is called like the property; byType and constructor: the only bean of that type.
    void autowire(TypeId type, const config::SpringBean& bean)
    {
        if (bean.autowire.empty())
            return;
        for (const TypeId declaring : m_lookup.ancestry(type))
            for (const MemberId member : m_lookup.members(declaring)) {
                const bool field = m_model[member].kind == MemberKind::Field && !has(m_model[member].flags, MemberFlag::Static);
                const TypeId declared = field ? typeOfField(member) : TypeId();
                const std::string_view name = m_lookup.text(m_model[member].name);
                if (!declared.valid() || bean.property(name) != nullptr)
                    continue;
                for (const TypeId given : bean.autowire == "byName" ? beanTypes(name) : std::vector{onlyBeanOf(declared)})
                    if (given.valid() && implements(given, declared))
                        m_given[{declaring, declared}].insert(given);
            }
    }

    [[nodiscard]] TypeId onlyBeanOf(TypeId declared) const
    {
        TypeId found;
        for (const auto& [name, types] : m_beans)
            for (const TypeId type : types) {
                if (!type.valid() || type == found || !implements(type, declared))
                    continue;
                if (found.valid())
                    return {};
                found = type;
            }
        return found;
    }

    /// #{new a.b.C()}; invalid for other expressions.
    [[nodiscard]] TypeId expressionType(std::string_view expression) const
    {
        const auto made = expression.find("new ");
        const auto end = expression.find('(');
        return made == std::string_view::npos || end == std::string_view::npos || end < made + 4
                   ? TypeId()
                   : m_lookup.anyType(expression.substr(made + 4, end - made - 4));
    }

    /// The property is a field, or what its setter takes.
    void inject(TypeId type, const config::SpringProperty& property)
    {
        for (const TypeId given : property.ref.empty() ? std::vector{expressionType(property.value)} : beanTypes(property.ref))
            inject(type, property, given);
    }

    void inject(TypeId type, const config::SpringProperty& property, TypeId given)
    {
        for (const TypeId declaring : m_lookup.ancestry(type)) {
            if (property.name.empty()) { // a constructor argument: the fields that can hold it
                for (const MemberId member : m_lookup.members(declaring))
                    if (m_model[member].kind == MemberKind::Field && given.valid())
                        if (const TypeId declared = typeOfField(member); declared.valid() && implements(given, declared))
                            m_given[{declaring, declared}].insert(given);
                continue;
            }
            if (const MemberId field = m_lookup.field(declaring, property.name); field.valid())
                if (const TypeId declared = typeOfField(field); declared.valid())
                    m_given[{declaring, declared}].insert(given); // an invalid one says: something that is not known
        }
    }

    [[nodiscard]] TypeId typeOfField(MemberId field) const { return m_lookup.anyType(m_lookup.text(m_model[field].valueType)); }

    /// (Service) context.getBean("name"), new InitialContext().lookup("java:.../name")
    void namedBeans()
    {
        for (const StringUse& use : m_index.strings) {
            const bool asks = use.context == StringContext::Argument && use.in.valid() && use.argument == 0 && !use.dynamic &&
                              (m_lookup.text(use.callee) == "getBean" || m_lookup.text(use.callee) == "lookup");
            if (!asks)
                continue;
            const std::string_view text = m_lookup.text(use.text);
            const bool looks = m_lookup.text(use.callee) == "lookup";
            const TypeId bound = looks ? m_jndi.beanAt(text) : TypeId();
            for (const TypeId bean : bound.valid() ? std::vector{bound} : beanTypes(looks ? text.substr(text.find_last_of("/:") + 1) : text)) {
                m_asked[use.in].insert(bean);
                if (bean.valid())
                    m_model.typeUses.push_back({m_model[use.in].owner, bean, UseKind::Static, 1, use.at});
            }
        }
    }

    /// Leaves of the implementations of one call those that are given.
    void narrow()
    {
        if (m_given.empty() && m_asked.empty())
            return;
        for (const CallEdge& edge : m_model.calls)
            if (has(m_model[edge.to].flags, MemberFlag::Abstract))
                m_declared[{edge.from, edge.at.line}].push_back(edge.to);
        std::erase_if(m_model.calls, [&](const CallEdge& edge) {
            if (edge.rule != Rule::Dispatch || !m_model[edge.from].owner.valid())
                return false;
            if (m_given.empty() && !m_asked.contains(edge.from))
                return false;
            const std::set<TypeId> allowed = allowedAt(edge);
            const TypeId target = m_model[edge.to].owner;
            return !allowed.empty() && !allowed.contains(TypeId()) && std::ranges::none_of(allowed, [&](TypeId type) {
                return type == target || implements(type, target); // the method may stand in a superclass
            });
        });
    }

    /// The classes that the receiver of a dispatched call may have; empty when nothing tells.
    [[nodiscard]] std::set<TypeId> allowedAt(const CallEdge& edge) const
    {
        std::set<TypeId> allowed;
        const auto callees = m_declared.find({edge.from, edge.at.line});
        if (callees == m_declared.end())
            return allowed;
        const TypeId user = m_model[edge.from].owner;
        const auto asked = m_asked.find(edge.from);
        for (const MemberId callee : callees->second) {
            const TypeId declared = m_model[callee].owner;
            if (m_model[callee].name != m_model[edge.to].name || !implements(m_model[edge.to].owner, declared))
                continue;
            for (const TypeId holder : m_lookup.ancestry(user))
                for (const MemberId member : m_lookup.members(holder)) {
                    const TypeId type = m_model[member].kind == MemberKind::Field ? typeOfField(member) : TypeId();
                    if (!type.valid() || !implements(type, declared))
                        continue;
                    const auto given = m_given.find({holder, type});
                    if (given == m_given.end())
                        return {}; // a field that something else fills
                    allowed.insert(given->second.begin(), given->second.end());
                }
            for (const TypeId bean : asked == m_asked.end() ? std::set<TypeId>() : asked->second)
                if (!bean.valid() || implements(bean, declared))
                    allowed.insert(bean);
        }
        return allowed;
    }

    // --- reflection ----------------------------------------------------------------------------------------------------

    void reflection()
    {
        std::map<MemberId, std::vector<TypeId>> named; // classes that a member names
        for (const StringUse& use : m_index.strings) {
            const bool names = use.context == StringContext::Argument && use.in.valid() && use.argument == 0 && !use.dynamic &&
                               (m_lookup.text(use.callee) == "forName" || m_lookup.text(use.callee) == "loadClass");
            const TypeId type = names ? m_lookup.type(m_lookup.text(use.text)) : TypeId();
            if (!type.valid())
                continue;
            m_model.typeUses.push_back({m_model[use.in].owner, type, UseKind::New, 1, use.at});
            named[use.in].push_back(type);
            for (const MemberId member : m_lookup.members(type))
                if (m_model[member].kind == MemberKind::Constructor && parameters(member) == 0)
                    m_model.calls.push_back({use.in, member, use.at, Rule::Reflection});
        }
        methodsByName(named);
    }

    /// Class.forName("a.B").getMethod("run"), MethodUtils.invokeMethod(service, "run"): the methods of that name.
    void methodsByName(const std::map<MemberId, std::vector<TypeId>>& named)
    {
        const KnownWords asking(*m_model.strings, {"getMethod", "getDeclaredMethod", "invokeMethod", "invokeExactMethod"});
        for (const ExternalCall& call : m_index.externalCalls) {
            if (!asking.contains(call.name) || !call.from.valid())
                continue;
            const bool invokes = m_lookup.text(call.name).starts_with("invoke");
            const std::size_t at = invokes ? 1 : 0;
            if (call.args.size() <= at || !call.args[at].valid())
                continue;
            std::vector<TypeId> types;
            if (invokes && !call.argTypes.empty() && call.argTypes.front().valid())
                types.push_back(call.argTypes.front());
            else if (const auto found = named.find(call.from); !invokes && found != named.end())
                types = found->second;
            for (const TypeId type : types)
                for (const MemberId method : m_lookup.methodsInherited(type, m_lookup.text(call.args[at])))
                    m_model.calls.push_back({call.from, method, call.at, Rule::Reflection});
        }
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    JndiNames m_jndi;
    std::map<std::string, const config::SpringBean*, std::less<>> m_described; ///< beans of XML by their names
    std::map<std::string, std::vector<TypeId>, std::less<>> m_beans;
    std::map<std::pair<TypeId, TypeId>, std::set<TypeId>> m_given; ///< (class, declared type of a field) -> classes that it is given
    std::map<std::pair<MemberId, std::uint32_t>, std::vector<MemberId>> m_declared; ///< abstract methods called, by line
    std::map<MemberId, std::set<TypeId>> m_asked;                                   ///< beans that a member asks for by name
};

} // namespace

void linkBeans(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
{
    BeanLinks(index, lookup, facts).run();
}

} // namespace naru::analyzers::graph
