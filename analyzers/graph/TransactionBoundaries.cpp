#include "analyzers/graph/TransactionBoundaries.h"

#include "analyzers/graph/Pointcut.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// After an attribute as annotations, XML and descriptors write it: NOT_SUPPORTED, Propagation.NOT_SUPPORTED, NotSupported. Empty: REQUIRED.
TransactionUse useOf(std::string_view propagation)
{
    const auto names = [&](std::initializer_list<std::string_view> words) {
        return std::ranges::any_of(words, [&](std::string_view word) { return propagation.contains(word); });
    };
    if (names({"NOT_SUPPORTED", "NotSupported", "NEVER", "Never"}))
        return TransactionUse::Suspends;
    if (names({"SUPPORTS", "Supports", "MANDATORY", "Mandatory"}))
        return TransactionUse::Callers;
    return names({"REQUIRES_NEW", "RequiresNew"}) ? TransactionUse::OpensOwn : TransactionUse::Joins;
}

class Boundaries {
public:
    Boundaries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_beans(beans),
          m_uses(index.model.members.size(), TransactionUse::Callers),
          m_byCode(index.model.members.size(), false),
          m_begins(index.model.members.size(), false),
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
        return {std::move(m_uses), std::move(m_byCode), std::move(m_begins), std::move(m_readOnly)};
    }

private:
    bool publicMethod(MemberId id) const
    {
        return m_model[id].kind == MemberKind::Method && !has(m_model[id].flags, MemberFlag::Private) &&
               !has(m_model[id].flags, MemberFlag::Static);
    }

    TransactionUse useBy(const AnnotationUse& annotation) const
    {
        const std::string_view spring = argument(m_lookup, annotation, "propagation");
        return useOf(spring.empty() ? argument(m_lookup, annotation, "value") : spring);
    }

    /// Where several say something, what begins a transaction counts, and first of all one of its own.
    void mark(MemberId member, TransactionUse use)
    {
        TransactionUse& known = m_uses[member.value];
        if (known == TransactionUse::Callers || use == TransactionUse::OpensOwn || (known == TransactionUse::Suspends && opens(use)))
            known = use;
    }

    void annotated()
    {
        for (const AnnotationUse& use : m_index.annotations) {
            if (simpleName(m_lookup.text(use.name)) != "Transactional") {
                continue;
            }
            if (use.target == AnnotationTarget::Method && use.member.valid())
                markMethod(use);
            else if (use.target == AnnotationTarget::Type && use.type.valid())
                markTypes(use);
        }
    }

    /// What an annotation at a method of an interface says holds for the methods that implement it.
    void markMethod(const AnnotationUse& use)
    {
        m_uses[use.member.value] = useBy(use);
        const TypeId owner = m_model[use.member].owner;
        if (m_model[owner].kind != TypeKind::Interface)
            return;
        for (const TypeId type : m_lookup.descendants(owner))
            for (const MemberId id : type == owner ? std::span<const MemberId>() : m_lookup.members(type))
                if (publicMethod(id) && signatureOf(m_model, id) == signatureOf(m_model, use.member) && !m_lookup.annotation(id, "Transactional"))
                    mark(id, useBy(use));
    }

    /// Spring looks at the type that declares a method; the interceptors of CDI and Seam stand before inherited methods, too.
    void markTypes(const AnnotationUse& use)
    {
        for (const TypeId type : m_lookup.descendants(use.type))
            if (type == use.type || !m_lookup.annotation(type, "Transactional"))
                markType(type, useBy(use));
        if (m_lookup.text(use.name).starts_with("org.springframework") || m_model[use.type].kind != TypeKind::Class)
            return;
        for (const TypeId above : classesAbove(use.type))
            if (above != use.type && !m_lookup.annotation(above, "Transactional"))
                markType(above, useBy(use));
    }

    void markType(TypeId type, TransactionUse use)
    {
        for (const MemberId id : m_lookup.members(type))
            if (publicMethod(id) && !m_lookup.annotation(id, "Transactional")) // a method's own comes first
                mark(id, use);
    }

    /// The class and those it extends, the nearest first.
    std::vector<TypeId> classesAbove(TypeId type) const
    {
        std::vector<TypeId> found = m_lookup.ancestry(type);
        std::erase_if(found, [&](TypeId one) { return m_model[one].kind != TypeKind::Class; });
        return found;
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

    /// Marks a method as the attributes of an advice say.
    void cover(const config::TransactionAdvice& advice, MemberId member)
    {
        const std::string_view method = m_lookup.text(m_model[member].name);
        const config::TransactionAdvice::Method* best = nullptr;
        for (const config::TransactionAdvice::Method& candidate : advice.methods) {
            if (fitsPattern(candidate.pattern, method) && (!best || candidate.pattern.size() > best->pattern.size())) {
                best = &candidate;
            }
        }
        if (best == nullptr)
            return;
        const TransactionUse use = useOf(best->propagation);
        if (opens(use))
            m_readOnly[member.value] = best->readOnly && (!opens(m_uses[member.value]) || m_readOnly[member.value]);
        mark(member, use);
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
                if (!target || !m_beans.classOf(proxy).ends_with("TransactionProxyFactoryBean"))
                    continue;
                const config::SpringBean& told =
                    m_beans.telling(proxy, [](const config::SpringBean& one) { return one.property("transactionAttributes") != nullptr; });
                coverType("proxy:" + (told.id.empty() ? told.value("target") : told.id), m_beans.typeOf(target->ref));
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
                    if (const config::SpringBean* one = m_beans.declared(interceptor); one != nullptr && one->property("transactionAttributes"))
                        for (const std::string& pattern : listed(creator, "beanNames"))
                            coverBeans("proxy:" + interceptor, pattern);
            }
    }

    void coverBeans(std::string_view advice, std::string_view pattern)
    {
        for (const auto& file : m_facts.springs)
            for (const config::SpringBean& one : file.facts.beans)
                if (!one.id.empty() && fitsPattern(pattern, one.id))
                    coverType(advice, m_lookup.anyType(m_beans.classOf(one)));
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
                if (publicMethod(id) && known.insert(signatureOf(m_model, id)).second &&
                    (transaction.method == "*" || transaction.method == m_lookup.text(m_model[id].name)))
                    describe(id, useOf(transaction.attribute), type == bean);
    }

    /// An inherited method may be that of several beans: where one of them begins a transaction it counts.
    void describe(MemberId member, TransactionUse use, bool own)
    {
        if (own || opens(use) || !opens(m_uses[member.value]))
            m_uses[member.value] = use;
    }

    /// The business methods of a bean, also those it inherits; an attribute of a class is that of the methods that it declares.
    void markBean(TypeId bean)
    {
        std::set<std::string_view> known;
        for (const TypeId type : classesAbove(bean)) {
            const AnnotationUse* common = m_lookup.annotation(type, "TransactionAttribute");
            for (const MemberId id : m_lookup.members(type)) {
                if (m_model[id].kind != MemberKind::Method || has(m_model[id].flags, MemberFlag::Static) || !known.insert(signatureOf(m_model, id)).second ||
                    !(has(m_model[id].flags, MemberFlag::Public) || calledByTimer(id)))
                    continue;
                const AnnotationUse* own = m_lookup.annotation(id, "TransactionAttribute");
                own = own ? own : common;
                mark(id, own ? useOf(argument(m_lookup, *own, "value")) : TransactionUse::Joins);
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
                mark(call.from, TransactionUse::Joins);
                m_byCode[call.from.value] = true;
                m_begins[call.from.value] = !m_lookup.text(call.name).starts_with("execute");
            }
            before = &call;
        }
        for (const ExternalCall& call : m_index.externalCalls)
            if (call.from.valid() && ends(simpleName(m_lookup.text(call.receiverType)), m_lookup.text(call.name)))
                m_begins[call.from.value] = false;
    }

    static bool ends(std::string_view receiver, std::string_view name)
    {
        return name == "commit" || name == "rollback" || (name == "close" && (receiver == "Connection" || receiver == "Session" || receiver == "EntityManager"));
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
    const BeanNames& m_beans;
    std::vector<TransactionUse> m_uses;
    std::vector<bool> m_byCode;
    std::vector<bool> m_begins;
    std::vector<bool> m_readOnly; ///< of an advice
};

} // namespace

TransactionBoundaries transactionBoundaries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans)
{
    return Boundaries(index, lookup, facts, beans).run();
}

} // namespace naru::analyzers::graph
