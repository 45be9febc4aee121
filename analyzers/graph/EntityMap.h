#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/NamedQueries.h"
#include "analyzers/graph/TableCatalog.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

/// An attribute of an entity that leads to another one.
struct EntityRelation {
    core::TypeId target;
    core::TableId joinTable; ///< of many-to-many, element collections and joined one-to-many
    bool owning = false;     ///< the identifier of the target is a column of the own table
    bool persists = false;   ///< cascade: the target is stored with its owner
    bool merges = false;     ///< cascade: changes of the target are stored with its owner
    bool removes = false;    ///< cascade or orphanRemoval: the target is removed with its owner
};

/// SQL that the mapping of an entity holds.
struct EntitySql {
    std::string use;  ///< formula (an expression), filter (a condition), load, insert, update, delete (statements)
    std::string id;   ///< a.b.Entity.property
    std::string text; ///< "?" where only tables are said
    std::vector<std::string> tables;
    core::Location at;
};

struct Entity {
    core::TypeId type;
    std::string name;                  ///< in queries
    std::string idProperty;            ///< attribute that is the identifier; empty when not known
    bool document = false;             ///< kept in a store that is not relational
    bool query = false;                ///< stands for a query: the tables are those of it
    bool detached = false;             ///< changes of a loaded object are stored only where code says so (OJB, MyBatis)
    std::vector<EntitySql> sqls;
    core::TableId history;             ///< of Hibernate Envers: each change of the entity adds a row; invalid without it
    std::vector<core::TableId> tables; ///< its own first, then secondary tables and those of joined supertypes
    std::map<std::string, EntityRelation, std::less<>> relations;
};

/// orderItem -> order_item, as Spring's physical naming does.
std::string snakeName(std::string_view name);

/// The persistent classes of a system and their tables, from annotations, orm.xml and hbm.xml.
///
/// Default names follow JPA (the entity's name) unless the system uses Spring Boot or a Spring/improved naming
/// strategy: then a.bigOrder is A_BIG_ORDER. What is taken as a sign of that: a class annotated @SpringBootApplication,
/// a spring.jpa.* setting, or the name of such a strategy in a setting; a setting that names a legacy or standard
/// strategy speaks against it.
class EntityMap {
public:
    EntityMap(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, TableCatalog& tables);

    /// Fills tables, columns, foreign keys, entity edges and associations.
    void build();
    [[nodiscard]] const Entity* of(core::TypeId type) const;
    /// The entity that implements an interface, when there is but one, or one above the others.
    [[nodiscard]] const Entity* onlyBehind(core::TypeId interface) const;
    /// The first entity among the types of arguments, else the first that is the only one behind one of them.
    [[nodiscard]] const Entity* among(const ArgumentTypes& types) const;
    /// The entity that a query names: by entity name or class name. Of several with one name the one that `text`, the query, names with
    /// its package; else the one that the class `place`, where the query stands, uses; else the one whose package is the nearest.
    [[nodiscard]] const Entity* named(std::string_view name, core::TypeId place = {}, std::string_view text = {}) const;
    /// A type on top of a base of MyBatis-Plus or tk.mybatis.
    [[nodiscard]] bool isGenericMapper(core::TypeId type) const;
    [[nodiscard]] bool empty() const { return m_entities.empty(); }
    [[nodiscard]] const NamedQueries& queries() const { return m_queries; }
    /// The other tables that are written when an entity is stored (Insert), merged (Update) or removed (Delete): of what its relations
    /// hand that on to, of collections of values, and when it is removed of its rows in join tables.
    [[nodiscard]] std::vector<core::TableId> cascaded(const Entity& entity, core::StatementKind kind) const;

private:
    struct Source {
        core::TypeId type;
        std::string table; ///< as given, empty: by default
        std::string name;
        const config::MappedClass* xml = nullptr;
        core::Location at;
        bool document = false;
        bool detached = false;
    };

    [[nodiscard]] std::string physical(std::string_view name) const;
    [[nodiscard]] bool springNaming() const;
    void collect();
    void collectXml();
    void collectDocuments();
    void collectMapped();
    void place(const Source& source);
    void readHistoryNames();
    void placeHistory(Entity& entity, const Source& source);
    bool placeQuery(Entity& entity, const Source& source);
    void collectSql(Entity& entity, const Source& source);
    void addSql(Entity& entity, std::string_view use, std::string_view name, std::string text, core::Location at);
    [[nodiscard]] const Entity* namedInterface(std::string_view name, std::string_view text) const;
    void addName(std::string_view name, core::TypeId type);
    void noteUsesOfShared();
    std::string tableName(const Source& source) const;
    core::TypeId rootEntity(core::TypeId type) const;
    [[nodiscard]] bool ownTable(core::TypeId root) const;
    void annotatedMembers(Entity& entity, core::TypeId declaring);
    void attribute(Entity& entity, core::MemberId member, std::string_view property);
    void relation(Entity& entity, core::MemberId member, std::string_view property, const AnnotationUse& use, std::string_view kind);
    void association(const Entity& entity, core::TypeId target, const AnnotationUse& use, std::string_view kind);
    void joinTable(Entity& entity, EntityRelation& made, core::MemberId member, std::string_view property, const AnnotationUse& use,
                   std::string_view kind);
    void foreignKey(core::TableId from, std::string column, core::TypeId target, core::Location at);
    void xmlMembers(Entity& entity, const Source& source);
    void cascades(EntityRelation& made, core::MemberId member, const AnnotationUse& use, std::string_view kind) const;
    [[nodiscard]] bool sharesKey(core::MemberId member) const;
    core::TypeId targetOf(core::MemberId member, const AnnotationUse& use, std::string_view property) const;

    CodeIndex& m_index;
    core::CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    TableCatalog& m_tables;
    NamedQueries m_queries;
    bool m_snake = false;
    std::string m_historyPrefix; ///< of tables of Hibernate Envers
    std::string m_historySuffix = "_AUD";
    std::vector<Source> m_sources;
    std::unordered_map<std::uint32_t, std::size_t> m_sourceOf;
    std::unordered_map<std::uint32_t, Entity> m_entities;
    std::unordered_map<std::string, std::vector<core::TypeId>> m_names;
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_uses; ///< type and one of the entities that share their name with another
};

} // namespace naru::analyzers::graph
