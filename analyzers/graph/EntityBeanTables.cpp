#include "analyzers/graph/EntityBeanTables.h"

#include "analyzers/sql/SqlTokens.h"

#include <string_view>

namespace naru::analyzers::graph {

const config::BeanTable* describedTable(const config::EjbDeclaration& bean, const ProjectFacts& facts)
{
    for (const auto& file : facts.servers)
        for (const config::BeanTable& table : file.facts.tables)
            if (table.ejb == bean.name)
                return &table;
    return nullptr;
}

std::string usualTable(const config::EjbDeclaration& bean, const TableCatalog& tables)
{
    std::string name = bean.name;
    for (const std::string_view end : {"EntityBean", "Bean", "EJB"})
        if (name.size() > end.size() && name.ends_with(end)) {
            name.resize(name.size() - end.size());
            break;
        }
    for (const std::string& tried : {bean.schema, bean.name, name})
        if (tables.stored(sql::upper(tried)).valid())
            return tried;
    return bean.schema.empty() ? name : bean.schema;
}

core::AssociationKind associationOf(const config::EjbRelation& said)
{
    using core::AssociationKind;
    return said.many ? (said.targetMany ? AssociationKind::ManyToMany : AssociationKind::ManyToOne)
                     : (said.targetMany ? AssociationKind::OneToMany : AssociationKind::OneToOne);
}

} // namespace naru::analyzers::graph
