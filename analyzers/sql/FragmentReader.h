#pragma once

#include "analyzers/sql/SqlReader.h"

namespace naru::analyzers::sql {

/// Reads a part of a query that code puts together elsewhere: "c.id, c.name from client c join office o on o.id = c.office_id".
/// Without a first word that tells SQL the text must look like a query in other ways (joins with their condition, a WHERE that
/// compares, qualified columns, or at least a name with an
/// underscore for the table); otherwise nothing is found. Only what is read is told, as a SELECT; whether the names are tables
/// is for the caller to know. Offsets count from the start of the text.
/// A query in a literal that is handed to a function counts as well.
SqlFacts readFragment(std::string_view text, const SqlOptions& options = {});

/// Whether a text begins with the word FROM: HQL may, SQL cannot.
bool startsWithFrom(std::string_view text);

} // namespace naru::analyzers::sql
