#pragma once

#include "core/edit/ProjectSession.h"

#include <span>
#include <string_view>

namespace naru::core {

/// What a result rests on: other results and areas of decisions.
struct ResultInputs {
    std::span<const ResultKind> results;
    std::span<const std::string_view> areas;
    bool splitNames = false; ///< the names of the contexts of the recommended split
};

/// The inputs of each kind. Code rests on the source alone.
ResultInputs inputsOf(ResultKind kind);

} // namespace naru::core
