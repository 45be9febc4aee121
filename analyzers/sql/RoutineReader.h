#pragma once

#include "core/model/CodeModel.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::sql {

enum class RoutineKind : std::uint8_t { Procedure, Function, Trigger };

/// Bits of Routine::events: what on its table runs a trigger.
enum class TriggerEvent : std::uint8_t { Insert = 1, Update = 2, Delete = 4 };

/// A table that the body of a routine names.
struct RoutineTable {
    std::string name; ///< as written, without schema
    core::AccessMode mode = core::AccessMode::Read;
    std::uint32_t line = 0; ///< 1-based, in the script
};

/// A procedure, function or trigger with its body, or one of a package.
struct Routine {
    std::string name; ///< upper case, without schema; PACKAGE.NAME for members of a package
    RoutineKind kind = RoutineKind::Procedure;
    std::uint32_t line = 0;  ///< 1-based, of its name
    std::string table;       ///< of a trigger: the table it watches, upper case
    std::uint8_t events = 0; ///< of a trigger: TriggerEvent bits
    std::vector<RoutineTable> tables; ///< in the order of the body; one per name and mode
    std::vector<std::string> calls;   ///< names that may be routines, upper case, schema or package before a dot; each once
};

/// Reads what CREATE PROCEDURE, FUNCTION, TRIGGER and PACKAGE BODY of a script do with tables: PL/SQL of Oracle, Tibero and Altibase,
/// PL/pgSQL, MySQL and T-SQL. Statements in constant strings of EXECUTE count, too. Tolerant and linear; a body without an
/// end is read to the next routine.
std::vector<Routine> readRoutines(std::string_view text);

} // namespace naru::analyzers::sql
