#include "analyzers/graph/PersistenceCalls.h"

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/GenericMappers.h"
#include "core/base/Words.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::graph {

using namespace core;

bool isPersistenceContext(std::string_view receiver)
{
    static constexpr auto kTypes = std::to_array<std::string_view>({"AdvancedDatastore",
                                                                    "BusinessObjectService",
                                                                    "CassandraOperations",
                                                                    "CassandraTemplate",
                                                                    "CouchbaseTemplate",
                                                                    "Datastore",
                                                                    "ElasticsearchOperations",
                                                                    "ElasticsearchRestTemplate",
                                                                    "ElasticsearchTemplate",
                                                                    "EntityManager",
                                                                    "FullTextEntityManager",
                                                                    "HibernateDaoSupport",
                                                                    "HibernateOperations",
                                                                    "HibernateTemplate",
                                                                    "JpaTemplate",
                                                                    "KeyValuesService",
                                                                    "MongoOperations",
                                                                    "MongoTemplate",
                                                                    "Neo4jTemplate",
                                                                    "PersistenceBroker",
                                                                    "PersistenceBrokerTemplate",
                                                                    "R2dbcEntityTemplate",
                                                                    "ReactiveMongoOperations",
                                                                    "ReactiveMongoTemplate",
                                                                    "RedisKeyValueTemplate",
                                                                    "Session",
                                                                    "SolrTemplate",
                                                                    "StatelessSession",
                                                                    "UnitOfWork"});
    return core::isAmong(kTypes, simpleName(receiver));
}

bool isRepositoryBase(std::string_view name)
{
    static constexpr auto kTypes = std::to_array<std::string_view>(
        {"CassandraRepository", "CouchbaseRepository", "CrudRepository", "ElasticsearchRepository", "JpaRepository",
         "JpaSpecificationExecutor", "KeyValueRepository", "ListCrudRepository", "ListPagingAndSortingRepository", "MongoRepository",
         "Neo4jRepository", "PagingAndSortingRepository", "QuerydslPredicateExecutor", "R2dbcRepository", "ReactiveCassandraRepository",
         "ReactiveCrudRepository", "ReactiveMongoRepository", "ReactiveSortingRepository", "Repository", "SolrCrudRepository"});
    return core::isAmong(kTypes, simpleName(name));
}

bool isRepository(const CodeLookup& lookup, TypeId type)
{
    if (lookup.annotation(type, "RepositoryDefinition"))
        return true;
    const CodeModel& model = lookup.index().model;
    return model[type].kind == TypeKind::Interface && std::ranges::any_of(lookup.ancestry(type), [&](TypeId above) {
               return std::ranges::any_of(model[above].externalSupers, [&](StringId name) { return isRepositoryBase(lookup.text(name)); });
           });
}

bool modeOf(std::string_view method, AccessMode& mode, StatementKind& kind)
{
    static constexpr auto kInsert = std::to_array<std::string_view>({"insert", "insertAll", "persist", "registerNewObject", "replicate",
                                                                     "save", "saveAll", "saveAllAndFlush", "saveAndFlush", "store"});
    static constexpr auto kUpdate =
        std::to_array<std::string_view>({"findAndModify", "findAndReplace", "merge", "saveOrUpdate", "saveOrUpdateAll", "update",
                                         "updateFirst", "updateMulti", "upsert"});
    static constexpr auto kDelete = std::to_array<std::string_view>({"findAllAndRemove", "findAndDelete", "findAndRemove"});
    if (core::isAmong(kInsert, method)) {
        mode = AccessMode::Write;
        kind = StatementKind::Insert;
    } else if (core::isAmong(kUpdate, method)) {
        mode = AccessMode::Write;
        kind = StatementKind::Update;
    } else if (method.starts_with("delete") || method.starts_with("remove") || core::isAmong(kDelete, method)) {
        mode = AccessMode::Write;
        kind = StatementKind::Delete;
    } else if (method.starts_with("find") || method.starts_with("get") || method.starts_with("load") || method.starts_with("read") ||
               method.starts_with("query") || method.starts_with("count") || method.starts_with("exists") || method.starts_with("search") ||
               method.starts_with("stream") || method == "refresh" || method == "lock" || method.starts_with("by") ||
               method == "createCriteria") {
        mode = AccessMode::Read;
        kind = StatementKind::Select;
    } else {
        return false;
    }
    return true;
}

bool criteriaRoot(std::string_view receiver, std::string_view method)
{
    const std::string_view type = simpleName(receiver);
    return (method == "from" && type.contains("Criteria")) || (method == "forClass" && type == "DetachedCriteria") ||
           (method == "<init>" && core::isOneOf(type, {"ReadAllQuery", "ReadObjectQuery", "ReportQuery"}));
}

bool entityOperation(std::string_view receiver, std::string_view method, AccessMode& mode, StatementKind& kind)
{
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"byId", "byMultipleIds", "byNaturalId", "bySimpleNaturalId", "createCriteria", "delete",          "deleteAll", "deleteMatching", "find",        "findAll",        "findByPrimaryKey", "findMatching",
         "get",            "getObjectById",   "getReference", "insert",      "load",        "loadAll",        "merge",            "persist",
         "refresh",        "remove",          "save",      "saveAll",        "saveOrUpdate", "saveOrUpdateAll", "store",          "update"});
    static constexpr auto kOjb = std::to_array<std::string_view>({"QueryByCriteria", "QueryFactory", "ReportQueryByCriteria"});
    const std::string_view type = simpleName(receiver);
    mode = AccessMode::Read;
    kind = StatementKind::Select;
    if (criteriaRoot(receiver, method) || (core::isAmong(kOjb, type) && (method == "<init>" || method.starts_with("new"))))
        return true;
    if (isGenericMapperBase(receiver))
        return genericMapperMode(method, mode, kind);
    const bool others = type == "Session" && type.size() < receiver.size() && receiver.find("hibernate") == std::string_view::npos; // mail, JMS
    return !others && isPersistenceContext(receiver) && std::ranges::find(kNames, method) != kNames.end() && modeOf(method, mode, kind);
}

bool historyQuery(std::string_view receiver, std::string_view method)
{
    return method.starts_with("forRevisionsOf") || method.starts_with("forEntities") || simpleName(receiver) == "AuditReader";
}

bool isNativeQuery(const CodeLookup& lookup, const AnnotationUse& query)
{
    const std::string_view name = lookup.text(query.name);
    return argument(lookup, query, "nativeQuery") == "true" || name.contains("data.jdbc.") || name.contains("data.r2dbc.");
}

bool jpqlCallee(std::string_view callee, std::string_view receiver)
{
    static constexpr auto kAlways = std::to_array<std::string_view>({"createQuery", "createSelectionQuery", "createMutationQuery", "queryString", "setQueryString"});
    static constexpr auto kHibernate = std::to_array<std::string_view>({"bulkUpdate", "createFilter", "delete", "find", "iterate"});
    return std::ranges::find(kAlways, callee) != kAlways.end() || (core::isAmong(kHibernate, callee) && isPersistenceContext(receiver));
}

bool namedCallee(std::string_view callee)
{
    static constexpr auto kNames =
        std::to_array<std::string_view>({"createNamedQuery", "findByNamedQuery", "findByNamedQueryAndNamedParam",
                                         "findByNamedQueryAndValueBean", "getNamedNativeQuery", "getNamedQuery", "queryName", "setQueryName"});
    return core::isAmong(kNames, callee) || callee.contains("NamedQuery"); // also methods of the system: findAllByNamedQuery
}

bool outputCallee(std::string_view callee)
{
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"debug", "error", "fatal", "info", "log", "logDebug", "logError", "print", "printf", "println", "trace", "warn"});
    return core::isAmong(kNames, callee);
}

bool runCallee(std::string_view callee)
{
    return callee.starts_with("execute") || callee.starts_with("prepare") || callee == "addBatch";
}

bool storedProcedureCallee(std::string_view callee)
{
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"createStoredProcedureCall", "createStoredProcedureQuery", "procedureName", "setProcedureName", "withFunctionName", "withProcedureName"});
    return core::isAmong(kNames, callee);
}

} // namespace naru::analyzers::graph
