#pragma once

#include "analyzers/java/FlatTree.h"
#include "analyzers/java/Interner.h"

#include <cstdint>
#include <string_view>

namespace naru::analyzers::java {

struct Complexity {
    std::uint16_t cyclomatic = 1; ///< 1 + if, loops, case labels, catch, ?:, && and ||
    std::uint16_t cognitive = 0;  ///< after SonarSource, Cognitive Complexity 1.7
};

/// Complexity of a body. Lambdas count with the method, bodies of local and anonymous classes do not. `method` tells direct recursion.
[[nodiscard]] Complexity complexityOf(const FlatTree& tree, std::string_view text, std::uint32_t block, core::StringId method,
                                      Interner& intern);

} // namespace naru::analyzers::java
