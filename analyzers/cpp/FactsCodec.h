#pragma once

#include "analyzers/cpp/CppFacts.h"

#include <optional>
#include <string>
#include <string_view>

namespace naru::analyzers::cpp {

/// Facts as bytes, for the pipe between processes and for the cache. Both ends are the same program on the same machine.
std::string encodeFacts(const UnitFacts& facts);

/// The facts of `bytes`; empty when they are cut short, changed or of another edition. Every index in the result is in range.
std::optional<UnitFacts> decodeFacts(std::string_view bytes);

} // namespace naru::analyzers::cpp
