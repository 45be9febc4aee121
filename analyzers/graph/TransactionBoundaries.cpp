#include "analyzers/graph/Pointcut.h"
#include "analyzers/graph/TransactionBuilder.h"

#include <algorithm>
#include <string>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class Boundaries {
public:
    Boundaries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_flags(index.model.members.size(), false),
          m_readOnly(index.model.members.size(), false)
    {
    }

    std::vector<bool> run(std::vector<bool>& readOnly)
    {
        annotated();
        advised();
        proxies();
        containers();
        programmatic();
        readOnly = std::move(m_readOnly);
        return std::move(m_flags);
    }

private:
    bool publicMethod(MemberId id) const
    {
        return m_model[id].kind == MemberKind::Method && !has(m_model[id].flags, MemberFlag::Private) &&
               !has(m_model[id].flags, MemberFlag::Static);
    }

    static bool opens(std::string_view propagation)
    {
        return propagation.find("NOT_SUPPORTED") == std::string_view::npos && propagation.find("NEVER") == std::string_view::npos &&
               propagation.find("SUPPORTS") == std::string_view::npos;
    }

    bool opens(const AnnotationUse& use) const
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
            if (use.target == AnnotationTarget::Method && use.member.valid()) {
                m_flags[use.member.value] = opens(use);
            } else if (use.target == AnnotationTarget::Type && use.type.valid() && opens(use)) {
                for (const TypeId type : m_lookup.descendants(use.type)) {
                    markType(type);
                }
            }
        }
    }

    void markType(TypeId type)
    {
        for (const MemberId id : m_lookup.members(type)) {
            const AnnotationUse* own = publicMethod(id) ? m_lookup.annotation(id, "Transactional") : nullptr;
            if (publicMethod(id) && (!own || opens(*own))) {
                m_flags[id.value] = true;
            }
        }
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

    /// TransactionProxyFactoryBean: the bean it wraps.
    void proxies()
    {
        for (const auto& file : m_facts.springs) {
            for (const config::SpringBean& bean : file.facts.beans) {
                const config::SpringProperty* target = bean.property("target");
                if (!target || !bean.className.ends_with("TransactionProxyFactoryBean")) {
                    continue;
                }
                TypeId type = target->ref.starts_with("class:") ? m_lookup.anyType(target->ref.substr(6)) : TypeId();
                for (const config::SpringBean& other : file.facts.beans) {
                    type = other.id == target->ref ? m_lookup.anyType(other.className) : type;
                }
                const std::string id = "proxy:" + (bean.id.empty() ? bean.value("target") : bean.id);
                for (const config::TransactionAdvice& advice : file.facts.advices) {
                    for (const MemberId member : advice.id == id && type.valid() ? m_lookup.members(type) : std::span<const MemberId>()) {
                        if (publicMethod(member)) {
                            cover(advice, member);
                        }
                    }
                }
            }
        }
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
        for (const auto& file : m_facts.ejbs) {
            for (const config::EjbDeclaration& bean : file.facts.beans) {
                const TypeId type = m_lookup.anyType(bean.className);
                if (!type.valid() || bean.beanManaged) {
                    continue;
                }
                for (const config::EjbTransaction& transaction : file.facts.transactions) {
                    if (transaction.ejb != bean.name || transaction.attribute == "NotSupported" || transaction.attribute == "Never" ||
                        transaction.attribute == "Supports") {
                        continue;
                    }
                    for (const MemberId id : m_lookup.members(type)) {
                        if (publicMethod(id) && (transaction.method == "*" || transaction.method == m_lookup.text(m_model[id].name))) {
                            m_flags[id.value] = true;
                        }
                    }
                }
            }
        }
    }

    void markBean(TypeId type)
    {
        const AnnotationUse* common = m_lookup.annotation(type, "TransactionAttribute");
        for (const MemberId id : m_lookup.members(type)) {
            if (!publicMethod(id) || !has(m_model[id].flags, MemberFlag::Public)) {
                continue;
            }
            const AnnotationUse* own = m_lookup.annotation(id, "TransactionAttribute");
            own = own ? own : common;
            if (!own || opens(argument(m_lookup, *own, "value"))) {
                m_flags[id.value] = true;
            }
        }
    }

    void programmatic()
    {
        for (const ExternalCall& call : m_index.externalCalls) {
            if (!call.from.valid()) {
                continue;
            }
            const std::string_view receiver = simpleName(m_lookup.text(call.receiverType));
            const std::string_view name = m_lookup.text(call.name);
            const bool begins =
                (receiver == "UserTransaction" && name == "begin") || (receiver == "TransactionTemplate" && name == "execute") ||
                (receiver.ends_with("TransactionManager") && name == "getTransaction") ||
                (receiver == "EntityTransaction" && name == "begin") || (receiver == "Connection" && name == "setAutoCommit") ||
                (receiver == "SqlMapClient" && name == "startTransaction") || (receiver == "Session" && name == "beginTransaction");
            if (begins) {
                m_flags[call.from.value] = true;
            }
        }
    }

    const CodeIndex& m_index;
    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    std::vector<bool> m_flags;
    std::vector<bool> m_readOnly; ///< of an advice
};

} // namespace

std::vector<bool> transactionBoundaries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts,
                                        std::vector<bool>& readOnly)
{
    return Boundaries(index, lookup, facts).run(readOnly);
}

} // namespace naru::analyzers::graph
