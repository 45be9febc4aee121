#pragma once

#include "analyzers/config/XmlText.h"

#include <cstdint>
#include <string>
#include <vector>

namespace naru::analyzers::config {

/// SQL, a query or the name of a statement that a Spring file gives to a bean or an element.
struct ConfiguredSql {
    std::string owner; ///< id of the outermost bean or element around it; without one its class, or the element's name and line
    std::string type;  ///< class of the bean that has the property; empty for an element of another kind
    std::string key;   ///< property or attribute: sql, queryString, queryId ...; of a query in clauses "sql"
    std::string text;
    std::uint32_t line = 0;
};

/// Properties and attributes below `root` that begin like SQL, and those whose name tells that they name a query (queryId, statementId,
/// queryName, procedureName). A query that is given in clauses (selectClause, fromClause, whereClause) is one text.
std::vector<ConfiguredSql> readConfiguredSql(pugi::xml_node root, const XmlText& xml);

} // namespace naru::analyzers::config
