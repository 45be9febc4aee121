#pragma once

#include "core/model/CodeModel.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace naru::analyzers::clones {

/// A token of program code as far as comparing needs it.
struct Token {
    std::uint32_t hash = 0; ///< of its text
    std::uint32_t line = 0; ///< 1-based
    bool begins = false;    ///< a statement or a block may begin here: behind ; { or }
};

/// Appends the tokens of a Java, C or C++ source. Comments, imports, package lines and preprocessor lines are left out: they are alike
/// everywhere and say nothing about copied code. Any text is taken; a string that is never closed ends with its line.
void readTokens(std::string_view text, core::Language language, std::vector<Token>& out);

} // namespace naru::analyzers::clones
