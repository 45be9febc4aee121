#pragma once

#include "analyzers/graph/EntityUses.h"

#include <string_view>

namespace naru::analyzers::graph {

/// The entities that the name of a derived query goes through: findByDepartmentName reads the table of departments, findByDepartmentId does
/// not.
void readDerivedPaths(const CodeLookup& lookup, const EntityMap& entities, core::MemberId method, const Entity& entity,
                      std::string_view name, EntityUses& uses);

/// The entities that criteria join by the names of attributes (createAlias("order.items", "i"), root.join("items")), and that entity graphs
/// load.
void linkEntityPaths(const CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, EntityUses& uses);

} // namespace naru::analyzers::graph
