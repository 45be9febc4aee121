#pragma once

#include "analyzers/spi/FrontEnd.h"

namespace naru::analyzers::cpp {

/// Reads C, C++ and C with embedded SQL through libclang: types, functions, fields and globals, calls, inheritance, accesses, texts,
/// EXEC SQL statements, entry points and transaction boundaries. A unit that cannot be read costs itself only.
core::Result<void> readCpp(const FrontEndInput& input, CodeIndex& index, core::Job& job);

} // namespace naru::analyzers::cpp
