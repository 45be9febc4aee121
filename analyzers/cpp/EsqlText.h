#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::cpp {

/// One EXEC SQL statement of a source with embedded SQL.
struct EsqlBlock {
    std::string sql;          ///< without EXEC SQL, host variables as :name, INTO lists taken out; line ends kept
    std::uint32_t line = 0;   ///< 1-based
    std::vector<bool> writes; ///< for each host variable handed to the marker call: the statement fills it
    bool boundary = false;    ///< COMMIT, ROLLBACK
};

/// Plain C or C++ made of a source with embedded SQL. Every statement became a call of `naru_sql(number, host variables...)` on its
/// own first line, so that lines, functions and variables stay where they were.
struct EsqlText {
    std::string code;
    std::vector<EsqlBlock> blocks;
};

/// True when the text has embedded SQL.
bool hasEmbeddedSql(std::string_view text);

/// Tolerant and linear: what is not understood is blanked, and an unfinished statement ends with the text.
EsqlText readEsql(std::string_view text);

} // namespace naru::analyzers::cpp
