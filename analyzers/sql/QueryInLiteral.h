#pragma once

#include "analyzers/sql/SqlTokens.h"

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::sql {

/// The query that a text literal hands to a function: crosstab('SELECT ...'), dblink(c, 'SELECT ...'), XMLTABLE's and the like; quotes in
/// it are single ones again. Empty for every other token: a query that is stored as a value (VALUES ('select ...')) is not run here.
std::string queryInLiteral(std::string_view text, const std::vector<Token>& tokens, std::size_t at);

} // namespace naru::analyzers::sql
