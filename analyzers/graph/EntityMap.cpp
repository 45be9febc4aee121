#include "analyzers/graph/EntityMap.h"

#include "analyzers/config/OjbRepository.h"
#include "analyzers/sql/SqlTokens.h"

#include <algorithm>
#include <tuple>

namespace naru::analyzers::graph {

using namespace core;

std::string snakeName(std::string_view name)
{
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    std::string result;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == '.') {
            result += '_';
            continue;
        }
        if (i > 0 && i + 1 < name.size() && lower(name[i - 1]) && upper(name[i]) && lower(name[i + 1])) {
            result += '_';
        }
        result += name[i];
    }
    return result;
}

namespace {

std::string_view relationKind(const CodeLookup& lookup, MemberId member, const AnnotationUse** use)
{
    for (const std::string_view kind : {"ManyToOne", "OneToOne", "OneToMany", "ManyToMany", "ElementCollection", "CollectionOfElements", "DBRef",
                                        "DocumentReference"}) {
        if (*use = lookup.annotation(member, kind); *use) {
            return kind;
        }
    }
    return {};
}

} // namespace

EntityMap::EntityMap(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, TableCatalog& tables)
    : m_index(index),
      m_model(index.model),
      m_lookup(lookup),
      m_facts(facts),
      m_tables(tables),
      m_queries(lookup, facts)
{
}

bool EntityMap::springNaming() const
{
    bool found = false;
    for (const auto& file : m_facts.settings) {
        for (const config::Setting& setting : file.facts) {
            const bool naming = setting.key.find("naming") != std::string::npos;
            if (naming && (setting.value.find("PhysicalNamingStrategyStandardImpl") != std::string::npos ||
                           setting.value.find("EJB3NamingStrategy") != std::string::npos)) {
                return false;
            }
            found = found || setting.key.starts_with("spring.jpa") ||
                    (naming && (setting.value.find("Spring") != std::string::npos || setting.value.find("Improved") != std::string::npos ||
                                setting.value.find("CamelCaseToUnderscores") != std::string::npos));
        }
    }
    return found || std::ranges::any_of(m_index.annotations, [&](const AnnotationUse& use) {
               const std::string_view name = simpleName(m_lookup.text(use.name));
               return name == "SpringBootApplication" || name == "EnableAutoConfiguration";
           });
}

std::string EntityMap::physical(std::string_view name) const
{
    return sql::upper(m_snake ? snakeName(name) : std::string(name));
}

const Entity* EntityMap::of(TypeId type) const
{
    const auto found = type.valid() ? m_entities.find(type.value) : m_entities.end();
    return found == m_entities.end() ? nullptr : &found->second;
}

namespace {

/// How many parts of two packages are the same from the start.
std::size_t sharedParts(std::string_view a, std::string_view b)
{
    std::size_t count = 0;
    for (std::size_t i = 0;; ++i) {
        const bool endA = i == a.size() || a[i] == '.';
        const bool endB = i == b.size() || b[i] == '.';
        if (endA && endB)
            ++count;
        if (i == a.size() || i == b.size() || a[i] != b[i])
            return count;
    }
}

} // namespace

void EntityMap::addName(std::string_view name, TypeId type)
{
    std::vector<TypeId>& known = m_names[std::string(name)];
    if (std::ranges::find(known, type) == known.end())
        known.push_back(type);
}

void EntityMap::noteUsesOfShared()
{
    std::set<std::uint32_t> shared;
    for (const auto& [name, types] : m_names)
        for (const TypeId type : types)
            if (types.size() > 1)
                shared.insert(type.value);
    if (shared.empty())
        return;
    for (const TypeUseEdge& use : m_model.typeUses)
        if (shared.contains(use.to.value))
            m_uses.emplace(use.from.value, use.to.value);
}

const Entity* EntityMap::named(std::string_view name, TypeId place, std::string_view text) const
{
    const auto found = m_names.find(std::string(name));
    if (found == m_names.end())
        return namedInterface(name, text);
    const std::vector<TypeId>& types = found->second;
    if (types.size() == 1 || !place.valid())
        return of(types.front());
    const std::string_view package = m_lookup.text(m_model[place].package);
    const auto fits = [&](TypeId type) {
        const bool written = text.contains(m_lookup.text(m_model[type].name));
        const bool used = m_uses.contains({place.value, type.value});
        return std::tuple(written, used, sharedParts(package, m_lookup.text(m_model[type].package)));
    };
    return of(*std::ranges::max_element(types, {}, fits)); // the first of equals
}

void EntityMap::build()
{
    m_snake = springNaming();
    readHistoryNames();
    collectXml();
    collectDocuments();
    collect();
    collectMapped();
    for (const Source& source : m_sources) {
        place(source);
    }
    noteUsesOfShared();
    for (const Source& source : m_sources) {
        Entity& entity = m_entities[source.type.value];
        if (entity.query) {
            continue; // its attributes are columns of a query
        }
        for (const TypeId declaring : m_lookup.ancestry(source.type)) {
            const bool own = declaring == source.type;
            const bool shares = own || m_lookup.annotation(declaring, "MappedSuperclass") || m_lookup.annotation(declaring, "Entity");
            if (shares) {
                annotatedMembers(entity, declaring);
            }
        }
        xmlMembers(entity, source);
    }
}

void EntityMap::collect()
{
    for (std::size_t i = 0; i < m_model.types.size(); ++i) {
        const TypeId type(i);
        const AnnotationUse* use = m_lookup.annotation(type, "Entity");
        if (!use || m_lookup.test(m_model[type].at) || m_sourceOf.contains(type.value)) {
            continue;
        }
        const std::string_view name = m_lookup.text(use->name);
        if (name.find('.') != std::string_view::npos && name.find("persistence") == std::string_view::npos &&
            name.find("hibernate") == std::string_view::npos) {
            continue; // another framework's @Entity
        }
        Source source{type, {}, std::string(argument(m_lookup, *use, "name")), nullptr, m_model[type].at};
        if (const AnnotationUse* table = m_lookup.annotation(type, "Table")) {
            source.table = argument(m_lookup, *table, "name");
        }
        m_sourceOf[type.value] = m_sources.size();
        m_sources.push_back(std::move(source));
    }
}

void EntityMap::collectXml()
{
    for (const auto& file : m_facts.mappings) {
        for (const config::MappedClass& mapped : file.facts.classes) {
            const TypeId type = m_lookup.anyType(mapped.className);
            if (!type.valid()) {
                if (!mapped.table.empty()) {
                    m_tables.table(mapped.table, TableOrigin::Entity, {file.file, mapped.line});
                }
                continue;
            }
            if (!m_sourceOf.contains(type.value)) {
                m_sourceOf[type.value] = m_sources.size();
                m_sources.push_back({type, mapped.table, mapped.entityName, &mapped, {file.file, mapped.line}});
                if (const AnnotationUse* table = m_lookup.annotation(type, "Table"); table != nullptr && mapped.table.empty()) {
                    m_sources.back().table = argument(m_lookup, *table, "name"); // orm.xml only adds to the annotations
                }
                if (const AnnotationUse* entity = m_lookup.annotation(type, "Entity"); entity != nullptr && mapped.entityName.empty()) {
                    m_sources.back().name = argument(m_lookup, *entity, "name");
                }
            }
        }
    }
}

/// The topmost entity above a type, or the type.
TypeId EntityMap::rootEntity(TypeId type) const
{
    TypeId root = type;
    for (const TypeId ancestor : m_lookup.ancestry(type)) {
        if (m_sourceOf.contains(ancestor.value)) {
            root = ancestor;
        }
    }
    return root;
}

/// True when subclasses of this root have tables of their own.
bool EntityMap::ownTable(TypeId root) const
{
    const AnnotationUse* use = m_lookup.annotation(root, "Inheritance");
    const std::string_view strategy = use ? argument(m_lookup, *use, "strategy") : std::string_view();
    return strategy.find("JOINED") != std::string_view::npos || strategy.find("TABLE_PER_CLASS") != std::string_view::npos;
}

std::string EntityMap::tableName(const Source& source) const
{
    if (source.document) { // no naming strategy
        return sql::upper(source.table);
    }
    if (!source.table.empty()) {
        const std::string_view table = source.table;
        return physical(table.substr(table.rfind('.') + 1));
    }
    const TypeId root = rootEntity(source.type);
    const bool byXml = source.xml != nullptr && m_lookup.annotation(source.type, "Entity") == nullptr;
    const bool shares = byXml ? source.xml->singleTable : (root != source.type && !ownTable(root));
    if (shares && root != source.type) {
        return tableName(m_sources[m_sourceOf.at(root.value)]);
    }
    const std::string_view name = source.name.empty() ? m_lookup.text(m_model[source.type].simple) : std::string_view(source.name);
    const std::string table = physical(name);
    // The scripts know better how names are made, where they have a table in only one of the two ways.
    if (const std::string words = sql::upper(snakeName(name)); !m_snake && !m_tables.stored(table).valid() && m_tables.stored(words).valid()) {
        return words;
    }
    return table;
}

void EntityMap::place(const Source& source)
{
    Entity& entity = m_entities[source.type.value];
    entity.type = source.type;
    entity.document = source.document;
    entity.detached = source.detached ||
                      (source.xml != nullptr && std::ranges::find(source.xml->sqls, config::kDetached, &config::MappedSql::use) != source.xml->sqls.end());
    entity.name = source.name.empty() ? std::string(m_lookup.text(m_model[source.type].simple)) : source.name;
    const auto add = [&](std::string_view table) {
        const TableId id = m_tables.table(table, source.document ? TableOrigin::Document : TableOrigin::Entity, source.at);
        if (std::ranges::find(entity.tables, id) == entity.tables.end()) {
            entity.tables.push_back(id);
            m_model.entities.push_back({source.type, id});
        }
    };
    if (!placeQuery(entity, source)) {
        add(tableName(source));
    }
    collectSql(entity, source);
    if (source.xml != nullptr) {
        for (const std::string& table : source.xml->moreTables) {
            add(physical(table));
        }
    }
    for (const AnnotationUse* use : m_lookup.annotations(source.type)) {
        if (simpleName(m_lookup.text(use->name)) == "SecondaryTable") {
            add(physical(argument(m_lookup, *use, "name")));
        }
    }
    const TypeId root = rootEntity(source.type);
    const AnnotationUse* inheritance = m_lookup.annotation(root, "Inheritance");
    const bool wholeTables = inheritance && argument(m_lookup, *inheritance, "strategy").find("TABLE_PER_CLASS") != std::string_view::npos;
    if (root != source.type && !wholeTables && !entity.detached) { // the rows of a subclass are divided, or lie in the table of the root
        add(tableName(m_sources[m_sourceOf.at(root.value)]));
    }
    placeHistory(entity, source);
    addName(entity.name, source.type);
    addName(m_lookup.text(m_model[source.type].simple), source.type);
    addName(m_lookup.text(m_model[source.type].name), source.type);
}

void EntityMap::annotatedMembers(Entity& entity, TypeId declaring)
{
    // Where a getter carries @Id the getters are mapped, else the fields.
    const auto isGetter = [&](MemberId id) {
        const std::string_view name = m_lookup.text(m_model[id].name);
        return m_model[id].kind == MemberKind::Method && (name.starts_with("get") || name.starts_with("is"));
    };
    const bool byGetter =
        std::ranges::any_of(m_lookup.members(declaring), [&](MemberId id) { return isGetter(id) && m_lookup.annotation(id, "Id"); });
    for (const MemberId id : m_lookup.members(declaring)) {
        const Member& member = m_model[id];
        if (has(member.flags, MemberFlag::Static) || m_lookup.annotation(id, "Transient")) {
            continue;
        }
        const std::string_view name = m_lookup.text(member.name);
        if (!byGetter && member.kind == MemberKind::Field) {
            attribute(entity, id, name);
        } else if (byGetter && isGetter(id)) {
            attribute(entity, id, decapitalized(name.substr(name.starts_with("is") ? 2 : 3)));
        }
    }
}

void EntityMap::attribute(Entity& entity, MemberId member, std::string_view property)
{
    const AnnotationUse* use = nullptr;
    if (const std::string_view kind = relationKind(m_lookup, member, &use); use) {
        relation(entity, member, property, *use, kind);
        return;
    }
    if (m_lookup.annotation(member, "Id") || m_lookup.annotation(member, "EmbeddedId")) {
        entity.idProperty = property;
    }
    if (m_lookup.annotation(member, "Embedded") || m_lookup.annotation(member, "EmbeddedId")) {
        const TypeId embedded = m_lookup.anyType(m_lookup.text(m_model[member].valueType));
        if (embedded.valid() && embedded != entity.type) {
            annotatedMembers(entity, embedded);
            m_model.associations.push_back({entity.type, embedded, AssociationKind::Embedded, true, m_model[member].at});
        }
        return;
    }
    if (m_lookup.annotation(member, "Formula")) {
        return; // no column
    }
    const AnnotationUse* column = m_lookup.annotation(member, "Column");
    const std::string_view given = column ? argument(m_lookup, *column, "name") : std::string_view();
    Column made;
    made.name = m_model.intern(physical(given.empty() ? property : given));
    made.primaryKey = m_lookup.annotation(member, "Id") != nullptr;
    made.nullable = !made.primaryKey && !(column && argument(m_lookup, *column, "nullable") == "false");
    if (m_model[entity.tables.front()].origin != TableOrigin::Ddl) {
        m_tables.addColumn(entity.tables.front(), made);
    }
}

void EntityMap::relation(Entity& entity, MemberId member, std::string_view property, const AnnotationUse& use, std::string_view kind)
{
    EntityRelation made;
    made.target = targetOf(member, use, property);
    cascades(made, member, use, kind);
    const bool mapped = !argument(m_lookup, use, "mappedBy").empty();
    const AnnotationUse* joinColumn = m_lookup.annotation(member, "JoinColumn");
    const bool owning = kind == "ManyToOne" || (kind == "OneToOne" && !mapped) || kind == "DBRef" || kind == "DocumentReference";
    made.owning = owning && !m_lookup.annotation(member, "JoinTable");
    if (made.target.valid()) {
        association(entity, made.target, use, kind);
    }
    if (m_lookup.annotation(member, "JoinTable") || m_lookup.annotation(member, "CollectionTable") || (!mapped && !joinColumn && !owning)) {
        joinTable(entity, made, member, property, use, kind);
    } else if (owning && made.target.valid() && sharesKey(member)) {
        foreignKey(entity.tables.front(), {}, made.target, m_model[member].at);
    } else if (owning && made.target.valid()) {
        std::string column(joinColumn ? argument(m_lookup, *joinColumn, "name") : std::string_view());
        if (column.empty()) {
            column = std::string(property) + "_id";
        }
        Column foreign;
        foreign.name = m_model.intern(physical(column));
        foreign.nullable = argument(m_lookup, use, "optional") != "false";
        if (m_model[entity.tables.front()].origin != TableOrigin::Ddl) {
            m_tables.addColumn(entity.tables.front(), foreign);
        }
        foreignKey(entity.tables.front(), physical(column), made.target, m_model[member].at);
    }
    entity.relations.try_emplace(std::string(property), made);
}

} // namespace naru::analyzers::graph
