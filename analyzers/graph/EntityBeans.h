#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/StatementTable.h"

namespace naru::analyzers::graph {

/// Entity beans of EJB 1.1 to 2.1, which the container loads and stores.
///
/// Container-managed: a bean has one table, and there are four statements on it, as every container makes them: create() of its home
/// inserts, finders select (by their EJB QL, where it is given), getters of its fields load, setters store, remove() deletes. In EJB 1.1
/// the methods that read or change a stored field do so. The table is the one that a server's descriptor names, else one of the scripts
/// that is called like the bean or its schema, else the schema.
/// Bean-managed: the container calls ejbLoad() before a method of the component interface, and ejbStore() after one that changes fields.
void linkEntityBeans(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, StatementTable& statements);

} // namespace naru::analyzers::graph
