#pragma once

#include "core/base/Error.h"
#include "core/base/Fingerprint.h"
#include "core/model/CodeModel.h"
#include "core/model/Project.h"

#include <SQLiteCpp/Database.h>

#include <memory>
#include <optional>
#include <string>

namespace naru::core {

// The code model of one system as lists of rows, each column packed in blocks: 1M members and
// 5M calls take a tenth of the time and a quarter of the space of one database row each.

/// What the model of a system was made from.
struct CodeOrigin {
    Fingerprint source;
    std::string roots; ///< the roots of the system when it was analysed, one per line
};

/// Replaces the model of a system. Runs inside the caller's transaction. Throws SQLite::Exception.
void writeCodeModel(SQLite::Database& database, SystemId system, const CodeModel& model, const std::string& roots);

/// Removes the model of a system. Runs inside the caller's transaction. Throws SQLite::Exception.
void removeCodeModel(SQLite::Database& database, SystemId system);

/// Nothing when the system has none. Errors: Malformed (damaged: an index out of range, a broken page).
Result<std::optional<CodeOrigin>> codeOrigin(SQLite::Database& database, SystemId system);

/// The model of a system; null when it has none. Errors: Malformed.
Result<std::shared_ptr<CodeModel>> readCodeModel(SQLite::Database& database, SystemId system);

} // namespace naru::core
