#pragma once

#include "analyzers/cpp/LooseCode.h"
#include "analyzers/cpp/LooseTokens.h"

#include <cstddef>
#include <vector>

namespace naru::analyzers::cpp {

/// The place of the mark that closes the parenthesis, bracket or brace at `open`; the number of tokens when nothing does.
std::size_t closingOf(const std::vector<LooseToken>& tokens, std::size_t open);

/// The parameters between the parentheses that open at `paren`.
void readParameters(const std::vector<LooseToken>& tokens, std::size_t paren, LooseBody& body);

/// The calls, texts and variables between the braces that open at `brace`; the place of the closing one.
std::size_t readBody(const std::vector<LooseToken>& tokens, std::size_t brace, LooseBody& body);

} // namespace naru::analyzers::cpp
