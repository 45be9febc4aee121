#pragma once

#include "core/base/Error.h"

#include <string>

namespace naru::core {

enum class Severity { Info, Warning, Error };

/// Something a stage noticed in its input and survived. `code` is also the key
/// of its text in resources/texts.
struct Diagnostic {
    Severity severity = Severity::Warning;
    std::string code;
    std::string file; ///< path below the root, empty when none
    int line = 0;     ///< 1-based, 0 when none
    TextArgs args;

    friend auto operator<=>(const Diagnostic&, const Diagnostic&) = default;
};

} // namespace naru::core
