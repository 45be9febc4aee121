#pragma once

#include <string>
#include <string_view>

namespace naru::analyzers::cpp {

/// A comment cut to a title: without rulers and marks, its first sentence; at most 60 letters, then cut at a word with an
/// ellipsis. Empty when it holds no letters.
std::string entryTitle(std::string_view comment);

} // namespace naru::analyzers::cpp
