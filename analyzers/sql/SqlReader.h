#pragma once

#include "core/model/CodeModel.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::sql {

/// A table, view or entity named in a statement.
struct TableUse {
    std::string name; ///< as written, without schema, quotes and database link
    core::AccessMode mode = core::AccessMode::Read;
    bool remote = false;      ///< through a database link
    std::uint32_t offset = 0; ///< in the text
};

/// What one SQL or JPQL text does, as far as it can be told without a catalog.
struct SqlFacts {
    core::StatementKind kind = core::StatementKind::Other;
    std::vector<TableUse> tables;                ///< in the order of the text; one per name and mode
    std::vector<std::string> columns;            ///< result, inserted or updated columns of the outer statement, upper case
    std::vector<std::string> procedures;         ///< called procedures, as written
    /// JPQL: entity name followed by the attributes of a path that starts at its alias. A joined path ends in an empty text:
    /// its last attribute is an entity, too.
    std::vector<std::vector<std::string>> paths;
    bool aggregates = false;                     ///< GROUP BY or an aggregate function
    bool dynamicTable = false;                   ///< a table name is put in at run time
    bool plausible = false;                      ///< complete enough to be believed when nothing else says that the text is SQL
};

struct SqlOptions {
    bool jpql = false; ///< names are entities; `alias.attribute` after FROM and JOIN is a path
    bool run = false;  ///< the text is handed to what runs it, so that it is no prose
};

/// Reads one statement or several, of any of the known dialects (Oracle, Tibero, Altibase, CUBRID, PostgreSQL, MySQL,
/// SQL Server), or JPQL and HQL. Tolerant and linear in time; what is not SQL yields StatementKind::Other and no table.
SqlFacts readSql(std::string_view text, const SqlOptions& options = {});

/// A cheap look at the first word: could the text be SQL at all?
bool startsLikeSql(std::string_view text);

/// 0-based line of an offset in a text.
std::uint32_t lineOf(std::string_view text, std::size_t offset);

} // namespace naru::analyzers::sql
