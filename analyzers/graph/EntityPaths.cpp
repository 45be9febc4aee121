#include "analyzers/graph/EntityPaths.h"

#include "analyzers/graph/PersistenceCalls.h"
#include "core/base/Words.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

bool capital(std::string_view text, std::size_t at)
{
    return at < text.size() && text[at] >= 'A' && text[at] <= 'Z';
}

/// Calls f(part) for the conditions of a derived query: findByNameAndOwnerCity -> Name, OwnerCity; those of its order, too.
template <typename F> void eachCondition(std::string_view name, F f)
{
    std::size_t at = name.find("By");
    while (at != std::string_view::npos && !capital(name, at + 2))
        at = name.find("By", at + 1);
    name.remove_prefix(at == std::string_view::npos ? name.size() : at + 2);
    while (!name.empty()) {
        std::size_t end = name.size();
        std::size_t next = name.size();
        for (const std::string_view word : {"And", "Or", "OrderBy"})
            for (std::size_t found = name.find(word, 1); found != std::string_view::npos && found < end; found = name.find(word, found + 1))
                if (capital(name, found + word.size())) {
                    end = found;
                    next = found + word.size();
                }
        f(name.substr(0, end));
        name.remove_prefix(next);
    }
}

/// The longest attribute with which a condition begins; empty for none.
std::string attributeOf(const CodeLookup& lookup, const Entity& entity, std::string_view condition)
{
    for (std::size_t end = condition.size(); end > 0; --end) {
        if (end < condition.size() && !capital(condition, end) && condition[end] != '_')
            continue;
        std::string name = decapitalized(condition.substr(0, end));
        const bool known = entity.relations.contains(name) || std::ranges::any_of(lookup.ancestry(entity.type), [&](TypeId owner) {
                               return lookup.field(owner, name).valid();
                           });
        if (known)
            return name;
    }
    return {};
}

class EntityPaths {
public:
    EntityPaths(const CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, EntityUses& uses)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_entities(entities),
          m_uses(uses)
    {
    }

    void run()
    {
        for (const TypeUseEdge& edge : m_model.typeUses)
            if (const Entity* entity = edge.kind == UseKind::Generic ? m_entities.of(edge.to) : nullptr; entity != nullptr)
                m_ofClass[edge.from.value].push_back(entity);
        const KnownWords rooting(*m_model.strings, {"from", "forClass", "createCriteria"});
        for (const ExternalCall& call : m_index.externalCalls)
            if (rooting.contains(call.name))
                root(call);
        const KnownWords joining(*m_model.strings, {"createAlias", "createCriteria", "forClass", "join", "fetch"});
        for (const StringUse& use : m_index.strings)
            if (joining.contains(use.callee) && use.context == StringContext::Argument && use.in.valid() && !m_lookup.test(use.at))
                string(use);
        for (const AnnotationUse& use : m_index.annotations)
            if (use.member.valid() && simpleName(m_lookup.text(use.name)) == "EntityGraph" && !m_lookup.test(use.at))
                for (const std::string_view path : arguments(m_lookup, use, "attributePaths"))
                    (void)follow(use.member, path, use.at);
    }

private:
    struct Reached {
        const Entity* entity = nullptr;
        std::uint32_t line = 0; ///< of a root
    };
    struct Criteria {
        std::vector<Reached> entities; ///< roots, then what was joined
        std::map<std::string, const Entity*, std::less<>> aliases;
        const Entity* last = nullptr; ///< what the last path led to
    };

    void root(const ExternalCall& call)
    {
        const std::string_view receiver = m_lookup.text(call.receiverType);
        const std::string_view name = m_lookup.text(call.name);
        if (!call.from.valid() || (!criteriaRoot(receiver, name) && !(name == "createCriteria" && isPersistenceContext(receiver))))
            return;
        if (const Entity* entity = m_entities.among(call.argTypes); entity != nullptr)
            m_criteria[call.from.value].entities.push_back({entity, call.at.line});
    }

    void string(const StringUse& use)
    {
        const std::string_view callee = m_lookup.text(use.callee);
        const bool hibernate = isOneOf(callee, {"createAlias", "createCriteria"});
        const std::string_view receiver = simpleName(m_lookup.text(use.receiverType));
        const bool jpa = isOneOf(callee, {"join", "fetch"}) && isOneOf(receiver, {"Root", "Join", "From", "Fetch", "FetchParent",
                                                                                  "ListJoin", "SetJoin", "CollectionJoin", "MapJoin"});
        const std::string_view text = m_lookup.text(use.text);
        if (use.argument == 1 && (hibernate || callee == "forClass")) {
            alias(use, text, callee == "forClass" || isPersistenceContext(receiver));
        } else if (use.argument == 0 && !use.dynamic && (jpa || (hibernate && !isPersistenceContext(receiver)))) {
            Criteria& criteria = m_criteria[use.in.value];
            criteria.last = follow(use.in, text, use.at);
            if (criteria.last != nullptr)
                criteria.entities.push_back({criteria.last, 0});
        }
    }

    /// Of the root that is named nearest to it, or of the path before it.
    void alias(const StringUse& use, std::string_view name, bool ofRoot)
    {
        Criteria& criteria = m_criteria[use.in.value];
        const auto distance = [&](const Reached& reached) {
            return reached.line == 0 ? 0xffffffffU : std::max(reached.line, use.at.line) - std::min(reached.line, use.at.line);
        };
        const auto root = std::ranges::min_element(criteria.entities, {}, distance);
        const Entity* rooted = root == criteria.entities.end() || root->line == 0 ? nullptr : root->entity;
        const Entity* entity = ofRoot ? rooted : criteria.last;
        if (entity != nullptr && !use.dynamic)
            criteria.aliases[std::string(name)] = entity;
    }

    /// Where a path of attributes begins: an alias, else the first entity of the method that has the attribute, else of the class around
    /// it.
    [[nodiscard]] const Entity* start(MemberId member, std::string_view& path) const
    {
        const std::string_view first = path.substr(0, path.find('.'));
        if (const auto known = m_criteria.find(member.value); known != m_criteria.end()) {
            if (const auto alias = known->second.aliases.find(first); alias != known->second.aliases.end()) {
                path.remove_prefix(std::min(first.size() + 1, path.size()));
                return alias->second;
            }
            for (const Reached& reached : known->second.entities)
                if (reached.entity->relations.contains(first))
                    return reached.entity;
        }
        const auto around = m_ofClass.find(m_model[member].owner.value);
        for (std::size_t i = 0; around != m_ofClass.end() && i < around->second.size(); ++i)
            if (around->second[i]->relations.contains(first))
                return around->second[i];
        return nullptr;
    }

    /// The entity to which a path leads; null when it leads to none.
    const Entity* follow(MemberId member, std::string_view path, Location at)
    {
        const Entity* entity = start(member, path);
        bool moved = false;
        while (entity != nullptr && !path.empty()) {
            const std::string_view name = path.substr(0, path.find('.'));
            path.remove_prefix(std::min(name.size() + 1, path.size()));
            const auto relation = entity->relations.find(name);
            if (relation == entity->relations.end())
                return nullptr;
            m_uses.follow(member, relation->second, StatementOrigin::EntityUse, at);
            entity = m_entities.of(relation->second.target);
            moved = true;
        }
        return moved ? entity : nullptr;
    }

    const CodeIndex& m_index;
    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const EntityMap& m_entities;
    EntityUses& m_uses;
    std::unordered_map<std::uint32_t, std::vector<const Entity*>> m_ofClass; ///< type arguments that a class names
    std::unordered_map<std::uint32_t, Criteria> m_criteria;                  ///< by member
};

} // namespace

void readDerivedPaths(const CodeLookup& lookup, const EntityMap& entities, MemberId method, const Entity& entity, std::string_view name,
                      EntityUses& uses)
{
    eachCondition(name, [&](std::string_view condition) {
        const Entity* at = &entity;
        std::string attribute = attributeOf(lookup, *at, condition);
        while (!attribute.empty()) {
            condition.remove_prefix(attribute.size());
            condition.remove_prefix(condition.starts_with('_') ? 1 : 0);
            const auto relation = at->relations.find(attribute);
            const Entity* target = relation == at->relations.end() ? nullptr : entities.of(relation->second.target);
            attribute = target == nullptr ? std::string() : attributeOf(lookup, *target, condition);
            if (attribute.empty() || (relation->second.owning && attribute == target->idProperty))
                return; // a column of the own table
            uses.follow(method, relation->second, StatementOrigin::DerivedQuery, lookup.index().model[method].at);
            at = target;
        }
    });
}

void linkEntityPaths(const CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, EntityUses& uses)
{
    if (!entities.empty())
        EntityPaths(index, lookup, entities, uses).run();
}

} // namespace naru::analyzers::graph
