#pragma once

#include "analyzers/graph/EntityUses.h"

namespace naru::analyzers::graph {

/// Entities that are handed to general methods of the system: `dao.save(order)` of a class GenericDao<T>, `get(Order.class, id)` of a helper.
/// What such a method does with whatever it is given (it calls a persistence context, or another general method) each caller does with
/// what it gives: the entity among the arguments, else the one that the class of the object is bound to (OrderDao extends
/// GenericDao<Order>).
void linkHandedEntities(const CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, EntityUses& uses);

} // namespace naru::analyzers::graph
