#pragma once

#include "analyzers/cpp/LooseCode.h"
#include "analyzers/cpp/LooseTokens.h"

#include <cstddef>
#include <vector>

namespace naru::analyzers::cpp {

/// The parameters between the parentheses that open at `paren`.
void readParameters(const std::vector<LooseToken>& tokens, std::size_t paren, LooseBody& body);

/// The calls, texts and variables between the braces that open at `brace`; the place of the closing one.
std::size_t readBody(const std::vector<LooseToken>& tokens, std::size_t brace, LooseBody& body);

} // namespace naru::analyzers::cpp
