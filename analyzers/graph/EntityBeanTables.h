#pragma once

#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/TableCatalog.h"

#include <string>

namespace naru::analyzers::graph {

/// What a server's descriptor says of the table of an entity bean; null when none does.
[[nodiscard]] const config::BeanTable* describedTable(const config::EjbDeclaration& bean, const ProjectFacts& facts);

/// The name of the table where nothing says it: of schema, bean and bean without its ending the one that scripts create.
[[nodiscard]] std::string usualTable(const config::EjbDeclaration& bean, const TableCatalog& tables);

/// What one side of a relation between entity beans is.
[[nodiscard]] core::AssociationKind associationOf(const config::EjbRelation& said);

} // namespace naru::analyzers::graph
