#pragma once

#include "core/base/SharedList.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::sql {

struct DdlColumn {
    std::string name; ///< upper case
    std::string type; ///< as declared, blanks squeezed: VARCHAR2(20)
    std::string comment;
    bool nullable = true;
    bool primaryKey = false;
};

struct DdlForeignKey {
    std::vector<std::string> columns; ///< upper case
    std::string target;               ///< upper case, without schema
    bool cascadeDelete = false;
    std::uint32_t line = 0; ///< 1-based
};

/// A table or database view of one script.
struct DdlTable {
    std::string name; ///< upper case, without schema
    std::string comment;
    bool view = false;
    bool created = false;   ///< false: only altered or commented here
    std::uint32_t line = 0; ///< 1-based
    core::SharedList<DdlColumn> columns;
    std::vector<DdlForeignKey> foreignKeys;
    std::vector<std::string> uses; ///< for a view: tables it reads, upper case
    std::string renamedTo;         ///< the name it has in the end, upper case; empty: its own
    std::string synonymOf;         ///< the table that this name stands for, upper case, without schema; empty for a table
    bool dropped = false;          ///< taken away again, and not made anew, in this script
};

class KnownSql;

/// Reads CREATE TABLE (CLASS of CUBRID), CREATE VIEW, CREATE SYNONYM, ALTER TABLE ADD and RENAME, DROP TABLE and COMMENT ON of any of the known dialects; everything else (seeds,
/// grants, procedures) is passed over. Tolerant and linear; the tables are in the order of the text.
/// `known` (or nullptr) keeps the statements of all scripts that are read with it; what comes out does not depend on it.
std::vector<DdlTable> readDdl(std::string_view text, KnownSql* known = nullptr);

} // namespace naru::analyzers::sql
