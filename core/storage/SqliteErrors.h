#pragma once

#include "core/base/Error.h"

#include <SQLiteCpp/Exception.h>

#include <filesystem>

namespace naru::core {

/// An exception of the database as an Error: full disk, damaged file and the like each with its own text.
Error errorOf(const SQLite::Exception& exception, const std::filesystem::path& file);

/// The same for a return code of the native interface.
Error errorOf(int sqliteCode, const char* detail, const std::filesystem::path& file);

} // namespace naru::core
