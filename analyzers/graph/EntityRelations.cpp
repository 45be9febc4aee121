// The part of EntityMap that follows relations: associations, join tables, foreign keys, and what orm.xml and hbm.xml say.

#include "analyzers/graph/EntityMap.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

TypeId EntityMap::targetOf(MemberId member, const AnnotationUse& use, std::string_view property) const
{
    if (const std::string_view given = argument(m_lookup, use, "targetEntity"); !given.empty()) {
        return m_lookup.anyType(simpleName(given) == "class" ? given.substr(0, given.size() - 6) : given);
    }
    if (const MethodDetail* detail = m_lookup.detail(member); detail && detail->returnProjectType.valid()) {
        return detail->returnProjectType;
    }
    if (const TypeId declared = m_lookup.anyType(m_lookup.text(m_model[member].valueType)); declared.valid()) {
        return declared;
    }
    // A collection: its getter tells the element type.
    for (const MemberId other : m_lookup.members(m_model[member].owner)) {
        const std::string_view name = m_lookup.text(m_model[other].name);
        const MethodDetail* detail = m_lookup.detail(other);
        if (detail && detail->returnProjectType.valid() && name.starts_with("get") && decapitalized(name.substr(3)) == property) {
            return detail->returnProjectType;
        }
    }
    return {};
}

/// The relation goes over the key of the table itself: it has no column of its own.
bool EntityMap::sharesKey(MemberId member) const
{
    for (const std::string_view mark : {"PrimaryKeyJoinColumn", "PrimaryKeyJoinColumns"})
        if (m_lookup.annotation(member, mark) != nullptr)
            return true;
    return false;
}

void EntityMap::association(const Entity& entity, TypeId target, const AnnotationUse& use, std::string_view kind)
{
    AssociationEdge edge;
    edge.from = entity.type;
    edge.to = target;
    edge.kind = kind == "ManyToOne"    ? AssociationKind::ManyToOne
                : kind == "OneToOne"   ? AssociationKind::OneToOne
                : kind == "OneToMany"  ? AssociationKind::OneToMany
                : kind == "ManyToMany" ? AssociationKind::ManyToMany
                                       : AssociationKind::Embedded;
    edge.composition = argument(m_lookup, use, "orphanRemoval") == "true" || edge.kind == AssociationKind::Embedded;
    for (const std::string_view cascade : arguments(m_lookup, use, "cascade")) {
        const std::string_view name = simpleName(cascade);
        edge.composition = edge.composition || name == "ALL" || name == "PERSIST" || name == "REMOVE";
    }
    edge.at = use.at;
    m_model.associations.push_back(edge);
}

void EntityMap::cascades(EntityRelation& made, MemberId member, const AnnotationUse& use, std::string_view kind) const
{
    made.removes = argument(m_lookup, use, "orphanRemoval") == "true";
    std::vector<std::string_view> given = arguments(m_lookup, use, "cascade");
    if (const AnnotationUse* hibernate = m_lookup.annotation(member, "Cascade")) {
        const auto more = arguments(m_lookup, *hibernate, "value");
        given.insert(given.end(), more.begin(), more.end());
    }
    for (const std::string_view cascade : given) {
        const std::string_view name = simpleName(cascade);
        made.persists = made.persists || name == "ALL" || name == "PERSIST" || name == "SAVE_UPDATE";
        made.merges = made.merges || name == "ALL" || name == "MERGE" || name == "SAVE_UPDATE";
        made.removes = made.removes || name == "ALL" || name == "REMOVE" || name == "DELETE" || name == "DELETE_ORPHAN";
    }
    if (kind == "ElementCollection" || kind == "CollectionOfElements") { // part of their owner
        made.persists = made.merges = made.removes = true;
    }
}

void EntityMap::joinTable(Entity& entity, EntityRelation& made, MemberId member, std::string_view property, const AnnotationUse& use,
                          std::string_view kind)
{
    const AnnotationUse* join = m_lookup.annotation(member, "JoinTable");
    join = join ? join : m_lookup.annotation(member, "CollectionTable");
    std::string name(join ? argument(m_lookup, *join, "name") : std::string_view());
    if (name.empty()) {
        const Entity* target = of(made.target);
        const bool elements = kind == "ElementCollection" || kind == "CollectionOfElements";
        if (elements) {
            name = entity.name + "_" + std::string(property);
        } else if (target && !target->tables.empty()) {
            name = std::string(m_model.text(m_model[entity.tables.front()].name)) + "_" +
                   std::string(m_model.text(m_model[target->tables.front()].name));
        } else {
            return;
        }
    }
    made.joinTable = m_tables.table(physical(name), TableOrigin::Entity, use.at);
    m_model.entities.push_back({entity.type, made.joinTable});
    foreignKey(made.joinTable, {}, entity.type, use.at);
    if (made.target.valid()) {
        foreignKey(made.joinTable, {}, made.target, use.at);
    }
}

void EntityMap::foreignKey(TableId from, std::string column, TypeId target, Location at)
{
    const auto found = m_entities.find(target.value);
    if (found == m_entities.end() || found->second.tables.empty()) {
        return;
    }
    const TableId to = found->second.tables.front();
    const auto& keys = m_model[from].foreignKeys;
    if (column.empty() && std::ranges::any_of(keys, [&](const ForeignKey& key) { return key.targetName == m_model[to].name; })) {
        return; // the script says it, with columns
    }
    ForeignKey key;
    if (!column.empty()) {
        key.columns.push_back(m_model.intern(column));
    }
    key.targetName = m_model[to].name;
    key.at = at;
    m_tables.addForeignKey(from, std::move(key));
}

void EntityMap::xmlMembers(Entity& entity, const Source& source)
{
    if (!source.xml) {
        return;
    }
    const TableId table = entity.tables.front();
    for (const config::MappedColumn& column : source.xml->columns) {
        entity.idProperty = column.id ? column.property : entity.idProperty;
        Column made;
        made.name = m_model.intern(physical(column.column.empty() ? column.property : column.column));
        made.primaryKey = column.id;
        made.nullable = column.nullable && !column.id;
        if (m_model[table].origin != TableOrigin::Ddl) {
            m_tables.addColumn(table, made);
        }
    }
    for (const config::MappedRelation& relation : source.xml->relations) {
        EntityRelation made;
        made.target = m_lookup.anyType(relation.target);
        if (!made.target.valid()) {
            const MemberId field = m_lookup.field(source.type, relation.property);
            made.target = field.valid() ? m_lookup.anyType(m_lookup.text(m_model[field].valueType)) : TypeId();
        }
        const auto cascade = [&](std::string_view word) { return relation.cascade.find(word) != std::string::npos; };
        made.owning = relation.joinTable.empty() && (relation.kind == "many-to-one" || relation.kind == "one-to-one");
        made.persists = cascade("all") || cascade("save-update") || cascade("persist") || relation.kind == "element";
        made.merges = cascade("all") || cascade("save-update") || cascade("merge") || relation.kind == "element";
        made.removes = cascade("all") || cascade("delete") || relation.kind == "element";
        if (!relation.joinTable.empty()) {
            made.joinTable = m_tables.table(physical(relation.joinTable), TableOrigin::Entity, source.at);
            m_model.entities.push_back({entity.type, made.joinTable});
        } else if (made.target.valid() && (relation.kind == "many-to-one" || relation.kind == "one-to-one")) {
            foreignKey(table, physical(relation.joinColumn.empty() ? relation.property : relation.joinColumn), made.target, source.at);
        }
        if (made.target.valid()) {
            m_model.associations.push_back({entity.type, made.target,
                                            relation.kind == "many-to-one"    ? AssociationKind::ManyToOne
                                            : relation.kind == "one-to-one"   ? AssociationKind::OneToOne
                                            : relation.kind == "many-to-many" ? AssociationKind::ManyToMany
                                                                              : AssociationKind::OneToMany,
                                            false, source.at});
        }
        entity.relations.try_emplace(relation.property, made);
    }
}

std::vector<TableId> EntityMap::cascaded(const Entity& entity, StatementKind kind) const
{
    const auto follows = [kind](const EntityRelation& relation) {
        return kind == StatementKind::Insert   ? relation.persists || relation.merges
               : kind == StatementKind::Delete ? relation.removes
                                               : relation.merges;
    };
    constexpr std::size_t kMostEntities = 64;
    std::vector<const Entity*> open{&entity};
    std::vector<TableId> tables;
    for (std::size_t i = 0; i < open.size(); ++i) {
        for (const auto& [property, relation] : open[i]->relations) {
            const bool rows = relation.joinTable.valid() && (follows(relation) || kind == StatementKind::Delete);
            if (rows && std::ranges::find(tables, relation.joinTable) == tables.end()) {
                tables.push_back(relation.joinTable);
            }
            const Entity* target = follows(relation) ? of(relation.target) : nullptr;
            if (target != nullptr && open.size() < kMostEntities && std::ranges::find(open, target) == open.end()) {
                open.push_back(target);
                tables.insert(tables.end(), target->tables.begin(), target->tables.end());
            }
        }
    }
    for (const Entity* changed : open) {
        if (changed->history.valid() && std::ranges::find(tables, changed->history) == tables.end()) {
            tables.push_back(changed->history);
        }
    }
    std::erase_if(tables, [&](TableId table) { return std::ranges::find(entity.tables, table) != entity.tables.end(); });
    return tables;
}

/// Of several the one above all others: a query for the interface of the products finds bundles, too.
const Entity* EntityMap::onlyBehind(TypeId interface) const
{
    if (!interface.valid() || m_model[interface].kind != TypeKind::Interface) {
        return nullptr;
    }
    std::vector<const Entity*> behind;
    for (const TypeId type : m_lookup.descendants(interface)) {
        if (const Entity* entity = of(type)) {
            behind.push_back(entity);
        }
    }
    for (const Entity* top : behind) {
        const auto below = [&](const Entity* other) {
            const std::vector<TypeId> above = m_lookup.ancestry(other->type);
            return std::ranges::find(above, top->type) != above.end();
        };
        if (behind.size() == 1 || std::ranges::all_of(behind, below)) {
            return top;
        }
    }
    return nullptr;
}

const Entity* EntityMap::among(const ArgumentTypes& types) const
{
    for (const TypeId type : types) {
        if (const Entity* entity = of(type)) {
            return entity;
        }
    }
    for (const TypeId type : types) {
        if (const Entity* entity = onlyBehind(type)) {
            return entity;
        }
    }
    return nullptr;
}

/// Hibernate lets queries name an interface.
const Entity* EntityMap::namedInterface(std::string_view name, std::string_view text) const
{
    const Entity* found = nullptr;
    for (const TypeId type : m_lookup.typesNamed(simpleName(name))) {
        const Entity* entity = onlyBehind(type);
        if (entity != nullptr && text.contains(m_lookup.text(m_model[type].name))) {
            return entity;
        }
        if (entity != nullptr && found != nullptr) {
            return nullptr;
        }
        found = entity != nullptr ? entity : found;
    }
    return found;
}

} // namespace naru::analyzers::graph
