#pragma once

#include "analyzers/java/FlatTree.h"
#include "core/model/CodeModel.h"

#include <string_view>

namespace naru::analyzers::java {

[[nodiscard]] bool isTypeDeclaration(Syntax kind);
[[nodiscard]] core::TypeKind typeKindOf(Syntax kind);
/// TypeFlag bits of a list of modifiers, with what the kind implies.
[[nodiscard]] std::uint32_t typeFlags(std::string_view modifiers, core::TypeKind kind);
/// `word` stands in `text` as a word of its own.
[[nodiscard]] bool containsWord(std::string_view text, std::string_view word);

} // namespace naru::analyzers::java
