#pragma once

#include "analyzers/graph/MapperInterfaces.h"

#include <functional>
#include <string_view>

namespace naru::analyzers::graph {

/// The statement of an id with its namespace; invalid when there is none.
using FindStatement = std::function<core::StatementId(std::string_view)>;

/// Calls of methods that only a base outside of the system has (`orderDao.save(order)` of OrderDao extends BaseDao<Order>), where the
/// namespace of a mapper is the name of the class or of what it is bound to: they run the statement that is called like the method, else
/// those that bases run under such a name (save: insert). Also ids that begin with a namespace which only run time knows
/// (`getNamespace() + ".findOpen"`).
void linkNamespaceCalls(const CodeIndex& index, const CodeLookup& lookup, const FindStatement& find, const RunStatement& run);

} // namespace naru::analyzers::graph
