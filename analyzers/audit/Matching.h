#pragma once

#include "analyzers/audit/Rule.h"

#include <string_view>

namespace naru::analyzers::audit {

/// The pattern occurs in the text; false without a pattern.
inline bool found(const Pattern& pattern, std::string_view text)
{
    return pattern && RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *pattern);
}

/// For many patterns that are asked together: quiet, and with room for their states.
inline RE2::Options setOptions()
{
    RE2::Options out;
    out.set_log_errors(false);
    out.set_max_mem(64 << 20);
    return out;
}

/// There is no pattern, or it occurs in the text.
inline bool allows(const Pattern& pattern, std::string_view text)
{
    return !pattern || found(pattern, text);
}

} // namespace naru::analyzers::audit
