#pragma once

#include "core/base/Error.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>
#include <span>

namespace naru::core {

/// 'NARU', in the header of every project file.
inline constexpr std::int32_t kApplicationId = 0x4E415255;

/// One step of the schema: SQL that takes a file from version `to - 1` to `to`.
struct Migration {
    int to = 0;
    const char* sql = "";
};

/// The steps of this Naru, in order from version 1.
std::span<const Migration> projectMigrations();

/// Makes the schema of an empty database. Errors: NotWritable.
Result<void> createSchema(SQLite::Database& database, std::span<const Migration> steps = projectMigrations());

/// What the header of a file says of itself, without changing anything.
struct FileVersion {
    int version = 0;
};

/// Looks at a file before it is touched. Errors: NotFound, NotReadable, Malformed (a
/// folder, empty, cut off, no SQLite, or made by another program), NewerVersion.
Result<FileVersion> inspectProjectFile(const std::filesystem::path& file, int newest);

/// Brings a database up to date: a copy is put at `backup` first when there is
/// anything to do, then each step runs in one transaction. A step that fails leaves the
/// database as it was before that step. Errors: NotWritable, NewerVersion, Malformed.
Result<int> migrate(SQLite::Database& database, const std::filesystem::path& backup,
                    std::span<const Migration> steps = projectMigrations());

} // namespace naru::core
