#include "analyzers/graph/Pointcut.h"
#include "analyzers/graph/TransactionBuilder.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// A transaction of its own, or that of the caller where there is one.
bool opens(std::string_view propagation)
{
    for (const std::string_view none : {"NOT_SUPPORTED", "NotSupported", "NEVER", "Never", "SUPPORTS", "Supports", "MANDATORY", "Mandatory"})
        if (propagation.find(none) != std::string_view::npos)
            return false;
    return true;
}

class Boundaries {
public:
    Boundaries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_flags(index.model.members.size(), false),
          m_byCode(index.model.members.size(), false),
          m_readOnly(index.model.members.size(), false)
    {
    }

    TransactionBoundaries run()
    {
        annotated();
        advised();
        proxies();
        autoProxies();
        containers();
        descriptors();
        programmatic();
        return {std::move(m_flags), std::move(m_byCode), std::move(m_readOnly)};
    }

private:
    bool publicMethod(MemberId id) const
    {
        return m_model[id].kind == MemberKind::Method && !has(m_model[id].flags, MemberFlag::Private) &&
               !has(m_model[id].flags, MemberFlag::Static);
    }

    bool opensBy(const AnnotationUse& use) const
    {
        const std::string_view spring = argument(m_lookup, use, "propagation");
        return opens(spring.empty() ? argument(m_lookup, use, "value") : spring);
    }

    void annotated()
    {
        for (const AnnotationUse& use : m_index.annotations) {
            if (simpleName(m_lookup.text(use.name)) != "Transactional") {
                continue;
            }
            if (use.target == AnnotationTarget::Method && use.member.valid())
                markMethod(use);
            else if (use.target == AnnotationTarget::Type && use.type.valid() && opensBy(use))
                markTypes(use);
        }
    }

    /// What an annotation at a method of an interface says holds for the methods that implement it.
    void markMethod(const AnnotationUse& use)
    {
        m_flags[use.member.value] = opensBy(use);
        const TypeId owner = m_model[use.member].owner;
        if (m_model[owner].kind != TypeKind::Interface || !opensBy(use))
            return;
        for (const TypeId type : m_lookup.descendants(owner))
            for (const MemberId id : type == owner ? std::span<const MemberId>() : m_lookup.members(type))
                if (publicMethod(id) && signature(id) == signature(use.member) && !m_lookup.annotation(id, "Transactional"))
                    m_flags[id.value] = true;
    }

    /// Spring looks at the type that declares a method; the interceptors of CDI and Seam stand before inherited methods, too.
    void markTypes(const AnnotationUse& use)
    {
        for (const TypeId type : m_lookup.descendants(use.type))
            markType(type);
        if (m_lookup.text(use.name).starts_with("org.springframework") || m_model[use.type].kind != TypeKind::Class)
            return;
        for (const TypeId above : classesAbove(use.type))
            if (above != use.type && !m_lookup.annotation(above, "Transactional"))
                markType(above);
    }

    void markType(TypeId type)
    {
        for (const MemberId id : m_lookup.members(type)) {
            const AnnotationUse* own = publicMethod(id) ? m_lookup.annotation(id, "Transactional") : nullptr;
            if (publicMethod(id) && (!own || opensBy(*own)))
                m_flags[id.value] = true;
        }
    }

    /// The class and those it extends, the nearest first.
    std::vector<TypeId> classesAbove(TypeId type) const
    {
        std::vector<TypeId> found = m_lookup.ancestry(type);
        std::erase_if(found, [&](TypeId one) { return m_model[one].kind != TypeKind::Class; });
        return found;
    }

    /// Name and types of the parameters.
    std::string_view signature(MemberId member) const
    {
        const std::string_view id = m_lookup.text(m_model[member].id);
        return id.substr(std::min(id.size(), id.find('#')));
    }

    void advised()
    {
        Pointcut::Named named;
        for (const AnnotationUse& use : m_index.annotations)
            if (use.target == AnnotationTarget::Method && use.member.valid() && simpleName(m_lookup.text(use.name)) == "Pointcut")
                named.emplace(m_lookup.text(m_model[use.member].name), argument(m_lookup, use, "value"));
        for (const auto& file : m_facts.springs) {
            for (const config::AopAdvisor& advisor : file.facts.advisors) {
                for (const auto& other : m_facts.springs) {
                    for (const config::TransactionAdvice& advice : other.facts.advices) {
                        if (advice.id == advisor.adviceRef) {
                            apply(advice, Pointcut(advisor.expression, m_lookup, named));
                        }
                    }
                }
            }
        }
    }

    /// Marks a method that an advice opens a transaction for, as far as its attributes say so.
    void cover(const config::TransactionAdvice& advice, MemberId member)
    {
        const std::string_view method = m_lookup.text(m_model[member].name);
        const config::TransactionAdvice::Method* best = nullptr;
        for (const config::TransactionAdvice::Method& candidate : advice.methods) {
            if (fitsPattern(candidate.pattern, method) && (!best || candidate.pattern.size() > best->pattern.size())) {
                best = &candidate;
            }
        }
        if (best == nullptr || !opens(best->propagation)) {
            return;
        }
        m_readOnly[member.value] = best->readOnly && (!m_flags[member.value] || m_readOnly[member.value]);
        m_flags[member.value] = true;
    }

    void apply(const config::TransactionAdvice& advice, const Pointcut& pointcut)
    {
        for (std::size_t i = 0; i < m_model.types.size(); ++i) {
            if (m_model.types[i].kind != TypeKind::Class) {
                continue;
            }
            for (const MemberId id : m_lookup.members(TypeId(i))) {
                if (publicMethod(id) && pointcut.matches(TypeId(i), id)) {
                    cover(advice, id);
                }
            }
        }
    }

    const config::SpringBean* bean(std::string_view id) const
    {
        for (const auto& file : m_facts.springs)
            for (const config::SpringBean& one : file.facts.beans)
                if (!id.empty() && one.id == id)
                    return &one;
        return nullptr;
    }

    /// The bean, or the nearest of those above it that `tells`; the highest where none does.
    template <typename Tells> const config::SpringBean& telling(const config::SpringBean& of, Tells tells) const
    {
        constexpr int kHighest = 4;
        const config::SpringBean* at = &of;
        for (int height = 0; height < kHighest && !tells(*at); ++height)
            if (const config::SpringBean* above = bean(at->parent); above != nullptr)
                at = above;
        return *at;
    }

    /// The class of a bean, also where it is told by a bean above it.
    std::string_view classOf(const config::SpringBean& of) const
    {
        return telling(of, [](const config::SpringBean& one) { return !one.className.empty(); }).className;
    }

    TypeId typeOf(std::string_view reference) const
    {
        if (reference.starts_with("class:"))
            return m_lookup.anyType(reference.substr(6));
        const config::SpringBean* named = bean(reference);
        return named != nullptr ? m_lookup.anyType(classOf(*named)) : TypeId();
    }

    void coverType(std::string_view advice, TypeId type)
    {
        for (const auto& file : m_facts.springs)
            for (const config::TransactionAdvice& one : file.facts.advices)
                for (const TypeId declaring : one.id == advice && type.valid() ? classesAbove(type) : std::vector<TypeId>())
                    for (const MemberId member : m_lookup.members(declaring))
                        if (publicMethod(member))
                            cover(one, member);
    }

    /// TransactionProxyFactoryBean: the bean it wraps; the methods may stand at a bean above it.
    void proxies()
    {
        for (const auto& file : m_facts.springs) {
            for (const config::SpringBean& proxy : file.facts.beans) {
                const config::SpringProperty* target = proxy.property("target");
                if (!target || !classOf(proxy).ends_with("TransactionProxyFactoryBean"))
                    continue;
                const config::SpringBean& told =
                    telling(proxy, [](const config::SpringBean& one) { return one.property("transactionAttributes") != nullptr; });
                coverType("proxy:" + (told.id.empty() ? told.value("target") : told.id), typeOf(target->ref));
            }
        }
    }

    /// BeanNameAutoProxyCreator: beans by the patterns of their names, before which a TransactionInterceptor stands.
    void autoProxies()
    {
        for (const auto& file : m_facts.springs)
            for (const config::SpringBean& creator : file.facts.beans) {
                if (!creator.className.ends_with("BeanNameAutoProxyCreator"))
                    continue;
                for (const std::string& interceptor : listed(creator, "interceptorNames"))
                    if (const config::SpringBean* one = bean(interceptor); one != nullptr && one->property("transactionAttributes"))
                        for (const std::string& pattern : listed(creator, "beanNames"))
                            coverBeans("proxy:" + interceptor, pattern);
            }
    }

    void coverBeans(std::string_view advice, std::string_view pattern)
    {
        for (const auto& file : m_facts.springs)
            for (const config::SpringBean& one : file.facts.beans)
                if (!one.id.empty() && fitsPattern(pattern, one.id))
                    coverType(advice, m_lookup.anyType(classOf(one)));
    }

    /// The entries of a list, or the parts of a text with commas.
    static std::vector<std::string> listed(const config::SpringBean& of, std::string_view name)
    {
        const config::SpringProperty* property = of.property(name);
        if (property == nullptr)
            return {};
        std::vector<std::string> found = property->list;
        for (std::size_t from = 0; from < property->value.size();) {
            const std::size_t end = std::min(property->value.find_first_of(", \t\n", from), property->value.size());
            if (end > from)
                found.push_back(property->value.substr(from, end - from));
            from = end + 1;
        }
        return found;
    }

    /// Public methods of session and message beans, unless the bean manages its transactions or an attribute says otherwise.
    void containers()
    {
        for (std::size_t i = 0; i < m_model.types.size(); ++i) {
            const TypeId type(i);
            const bool session = m_lookup.annotation(type, "Stateless") || m_lookup.annotation(type, "Stateful") ||
                                 m_lookup.annotation(type, "Singleton") || m_lookup.annotation(type, "MessageDriven");
            const AnnotationUse* management = m_lookup.annotation(type, "TransactionManagement");
            const bool own = management && argument(m_lookup, *management, "value").find("BEAN") != std::string_view::npos;
            if (session && !own) {
                markBean(type);
            }
        }
    }

    /// Container transactions of `ejb-jar.xml`. What names a method comes before what stands for all, and both before annotations.
    void descriptors()
    {
        for (const auto& file : m_facts.ejbs)
            for (const config::EjbDeclaration& one : file.facts.beans) {
                const TypeId type = m_lookup.anyType(one.className);
                if (!type.valid() || one.beanManaged)
                    continue;
                for (const bool all : {true, false})
                    for (const config::EjbTransaction& transaction : file.facts.transactions)
                        if (transaction.ejb == one.name && (transaction.method == "*") == all)
                            describe(transaction, type);
            }
    }

    void describe(const config::EjbTransaction& transaction, TypeId bean)
    {
        std::set<std::string_view> known;
        for (const TypeId type : classesAbove(bean))
            for (const MemberId id : m_lookup.members(type))
                if (publicMethod(id) && known.insert(signature(id)).second &&
                    (transaction.method == "*" || transaction.method == m_lookup.text(m_model[id].name)))
                    m_flags[id.value] = opens(transaction.attribute) || (type != bean && m_flags[id.value]);
    }

    /// The business methods of a bean, also those it inherits; an attribute of a class is that of the methods that it declares.
    void markBean(TypeId bean)
    {
        std::set<std::string_view> known;
        for (const TypeId type : classesAbove(bean)) {
            const AnnotationUse* common = m_lookup.annotation(type, "TransactionAttribute");
            for (const MemberId id : m_lookup.members(type)) {
                if (m_model[id].kind != MemberKind::Method || has(m_model[id].flags, MemberFlag::Static) || !known.insert(signature(id)).second ||
                    !(has(m_model[id].flags, MemberFlag::Public) || calledByTimer(id)))
                    continue;
                const AnnotationUse* own = m_lookup.annotation(id, "TransactionAttribute");
                own = own ? own : common;
                if (!own || opens(argument(m_lookup, *own, "value")))
                    m_flags[id.value] = true;
            }
        }
    }

    /// The container calls these whatever may see them.
    bool calledByTimer(MemberId id) const
    {
        return std::ranges::any_of(m_lookup.annotations(id), [&](const AnnotationUse* use) {
            const std::string_view name = simpleName(m_lookup.text(use->name));
            return name == "Schedule" || name == "Schedules" || name == "Timeout";
        });
    }

    void programmatic()
    {
        const ExternalCall* before = nullptr;
        for (const ExternalCall& call : m_index.externalCalls) {
            const bool known = begins(simpleName(m_lookup.text(call.receiverType)), m_lookup.text(call.name));
            if (call.from.valid() && (known || beginsWhatIsGiven(call, before))) {
                m_flags[call.from.value] = true;
                m_byCode[call.from.value] = true;
            }
            before = &call;
        }
    }

    /// session.getTransaction().begin(), where nothing tells what a library gives back.
    bool beginsWhatIsGiven(const ExternalCall& call, const ExternalCall* before) const
    {
        if (before == nullptr || m_lookup.text(call.name) != "begin" || before->from != call.from || call.receiverType != StringId(0U))
            return false;
        const std::string_view giver = m_lookup.text(before->name);
        return giver == "getTransaction" || giver == "currentTransaction" || giver == "getUserTransaction";
    }

    static bool begins(std::string_view receiver, std::string_view name)
    {
        if (name == "begin") // JTA, JPA, Hibernate, JDO
            return receiver == "UserTransaction" || receiver == "EntityTransaction" || receiver == "Transaction" || receiver == "TransactionManager";
        if (name == "execute" || name == "executeWithoutResult")
            return receiver == "TransactionTemplate" || receiver == "TransactionOperations";
        if (name == "beginTransaction")
            return receiver == "Session" || receiver == "StatelessSession";
        return (receiver.ends_with("TransactionManager") && name == "getTransaction") || (receiver == "Connection" && name == "setAutoCommit") ||
               (receiver == "SqlMapClient" && name == "startTransaction");
    }

    const CodeIndex& m_index;
    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    std::vector<bool> m_flags;
    std::vector<bool> m_byCode;
    std::vector<bool> m_readOnly; ///< of an advice
};

} // namespace

TransactionBoundaries transactionBoundaries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
{
    return Boundaries(index, lookup, facts).run();
}

} // namespace naru::analyzers::graph
