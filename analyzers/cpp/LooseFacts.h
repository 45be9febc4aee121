#pragma once

#include "analyzers/cpp/CppFacts.h"
#include "analyzers/cpp/SymbolReader.h"

#include <string_view>
#include <vector>

namespace naru::analyzers::cpp {

/// True when a source has what only its text tells although clang understands it: slots that are connected by name.
bool namesSlots(std::string_view text);

/// Reads the text of a unit once more without types and adds what clang left out: calls, functions, texts, connected slots. What
/// clang has is compared by function, name and line, so that nothing is told twice. `errors`: lines of the unit's errors, sorted;
/// without any only connected slots are added.
void tellLoose(std::string_view text, const std::vector<std::uint32_t>& errors, SymbolReader& symbols, UnitFacts& facts);

} // namespace naru::analyzers::cpp
