#include "analyzers/graph/GenericMappers.h"

#include "analyzers/graph/EntityMap.h"
#include "core/base/Words.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace naru::analyzers::graph {

using namespace core;

bool isGenericMapperBase(std::string_view external)
{
    const std::string_view type = simpleName(external);
    return external.find("mybatis") != std::string_view::npos && external.find("org.mybatis.") == std::string_view::npos &&
           (type.ends_with("Mapper") || type.ends_with("Service") || type.ends_with("ServiceImpl") || type.ends_with("Repository") || type == "Model");
}

bool genericMapperMode(std::string_view method, AccessMode& mode, StatementKind& kind)
{
    const auto starts = [&](std::initializer_list<std::string_view> words) {
        return std::ranges::any_of(words, [&](std::string_view word) { return method.starts_with(word); });
    };
    if (isOneOf(method, {"getBaseMapper", "getClass", "getEntityClass", "getSqlSessionFactory"}))
        return false;
    mode = AccessMode::Write;
    if (starts({"insert", "save"}))
        kind = method.starts_with("saveOrUpdate") ? StatementKind::Update : StatementKind::Insert;
    else if (starts({"update", "lambdaUpdate"}))
        kind = StatementKind::Update;
    else if (starts({"delete", "remove"}))
        kind = StatementKind::Delete;
    else if (starts({"count", "exist", "get", "lambdaQuery", "list", "page", "query", "select"}) || method == "ktQuery")
        kind = StatementKind::Select;
    else
        return false;
    if (kind == StatementKind::Select)
        mode = AccessMode::Read;
    return true;
}

bool genericMapperOnly(std::string_view method)
{
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"deleteBatchIds", "deleteById", "deleteByMap", "deleteByPrimaryKey", "insertSelective", "selectAll", "selectBatchIds", "selectByExample",
         "selectById", "selectByMap", "selectByPrimaryKey", "selectCount", "selectList", "selectMaps", "selectMapsPage", "selectObjs", "selectOne",
         "selectPage", "updateById", "updateByPrimaryKey", "updateByPrimaryKeySelective"});
    return std::ranges::binary_search(kNames, method);
}

/// Classes that these mappers, or Spring Data for relational databases, keep in tables: @TableName, @Table, or the class of a mapper under
/// its own name with underscores.
void EntityMap::collectMapped()
{
    std::string prefix;
    for (const std::string_view key : {"mybatis-plus.global-config.db-config.table-prefix", "mybatis-plus.global-config.db-config.tablePrefix"})
        prefix = prefix.empty() ? std::string(m_facts.setting(key)) : prefix;
    const auto add = [&](TypeId type, std::string table) {
        if (!type.valid() || m_lookup.test(m_model[type].at) || m_sourceOf.contains(type.value) || m_model[type].kind == TypeKind::Interface)
            return;
        table = table.empty() ? prefix + snakeName(m_lookup.text(m_model[type].simple)) : std::move(table);
        m_sourceOf[type.value] = m_sources.size();
        m_sources.push_back({type, std::move(table), {}, nullptr, m_model[type].at, false, true});
    };
    std::map<TypeId, std::string> tables;
    for (const AnnotationUse& use : m_index.annotations) {
        const std::string_view name = use.target == AnnotationTarget::Type ? m_lookup.text(use.name) : std::string_view();
        if (simpleName(name) == "TableName" && (name == "TableName" || name.find("mybatis") != std::string_view::npos))
            add(use.type, std::string(argument(m_lookup, use, "value")));
        else if (simpleName(name) == "Table" && name.find("data.relational") != std::string_view::npos)
            add(use.type, std::string(argument(m_lookup, use, argument(m_lookup, use, "value").empty() ? "name" : "value")));
        else if (simpleName(name) == "Table")
            tables.emplace(use.type, argument(m_lookup, use, "name"));
    }
    std::map<TypeId, std::pair<Location, TypeId>> domains; // the last type argument of each declaration: BaseMapper<Order>, ServiceImpl<M, Order>
    for (const TypeUseEdge& edge : m_model.typeUses)
        if (edge.kind == UseKind::Generic && edge.at.line == m_model[edge.from].at.line && m_model[edge.to].kind != TypeKind::Interface &&
            isGenericMapper(edge.from))
            domains.try_emplace(edge.from, edge.at, edge.to);
    for (const auto& [mapper, domain] : domains) {
        const auto table = tables.find(domain.second);
        add(domain.second, table == tables.end() ? std::string() : table->second);
    }
}

bool EntityMap::isGenericMapper(TypeId type) const
{
    return std::ranges::any_of(m_lookup.ancestry(type), [&](TypeId above) {
        return std::ranges::any_of(m_model[above].externalSupers, [&](StringId base) { return isGenericMapperBase(m_lookup.text(base)); });
    });
}

} // namespace naru::analyzers::graph
