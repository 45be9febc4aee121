// The part of EntityMap that finds classes kept in stores that are not relational: MongoDB, Elasticsearch, Cassandra, Redis ...

#include "analyzers/graph/EntityMap.h"
#include "analyzers/graph/PersistenceCalls.h"

#include <algorithm>
#include <array>
#include <map>

namespace naru::analyzers::graph {

using namespace core;

namespace {

struct DocumentMark {
    std::string_view annotation; ///< simple name
    std::string_view package;    ///< part of the qualified name; empty: the simple name says enough
    std::string_view name;       ///< argument with the name of the collection, else "value"
};

constexpr auto kMarks = std::to_array<DocumentMark>({
    {"Document", "springframework.data", "collection"},
    {"Document", "springframework.data", "indexName"},
    {"Document", "couchbase", "value"},
    {"RedisHash", "", "value"},
    {"Table", "cassandra", "value"},
    {"Table", "datastax", "name"},
    {"Entity", "morphia", "value"},
    {"MongoEntity", "", "collection"},
    {"DynamoDBTable", "", "tableName"},
    {"DynamoDbBean", "", "value"},
    {"SolrDocument", "", "collection"},
    {"Node", "neo4j", "value"},
    {"NodeEntity", "neo4j", "label"},
});

/// The bases of Spring Data whose domain types are documents even without an annotation.
bool documentRepository(std::string_view name)
{
    static constexpr auto kBases =
        std::to_array<std::string_view>({"CassandraRepository", "CouchbaseRepository", "ElasticsearchRepository", "KeyValueRepository",
                                         "MongoRepository", "Neo4jRepository", "ReactiveCassandraRepository", "ReactiveMongoRepository",
                                         "SolrCrudRepository"});
    return std::ranges::binary_search(kBases, simpleName(name));
}

} // namespace

void EntityMap::collectDocuments()
{
    const auto add = [&](TypeId type, std::string name, Location at) {
        if (type.valid() && !m_lookup.test(m_model[type].at) && !m_sourceOf.contains(type.value)) {
            name = name.empty() ? decapitalized(m_lookup.text(m_model[type].simple)) : std::move(name);
            m_sourceOf[type.value] = m_sources.size();
            m_sources.push_back({type, std::move(name), {}, nullptr, at, true});
        }
    };
    for (const AnnotationUse& use : m_index.annotations) {
        if (use.target != AnnotationTarget::Type) {
            continue;
        }
        const std::string_view qualified = m_lookup.text(use.name);
        for (const DocumentMark& mark : kMarks) {
            if (simpleName(qualified) != mark.annotation || qualified.find(mark.package) == std::string_view::npos) {
                continue;
            }
            std::string name(argument(m_lookup, use, mark.name));
            name = name.empty() ? std::string(argument(m_lookup, use, "value")) : name;
            const bool expression = name.find_first_of("#${") != std::string::npos;
            const bool other = mark.name == "collection" && mark.annotation == "Document" && name.empty() &&
                               !argument(m_lookup, use, "indexName").empty(); // said by the next mark
            if (!other) {
                add(use.type, expression ? std::string() : std::move(name), use.at);
                break;
            }
        }
    }
    std::map<TypeId, std::pair<Location, TypeId>> domains; // the first type argument of each repository
    for (const TypeUseEdge& edge : m_model.typeUses) {
        if (edge.kind == UseKind::Generic && std::ranges::any_of(m_model[edge.from].externalSupers, [&](StringId base) {
                return documentRepository(m_lookup.text(base));
            })) {
            const auto [found, added] = domains.try_emplace(edge.from, edge.at, edge.to);
            if (!added && edge.at < found->second.first) {
                found->second = {edge.at, edge.to};
            }
        }
    }
    for (const auto& [repository, domain] : domains) {
        add(domain.second, {}, m_model[domain.second].at);
    }
}

} // namespace naru::analyzers::graph
