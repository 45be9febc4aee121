#pragma once

#include "analyzers/graph/CodeLookup.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// Entry points whose class inherits its handler: code of a base class that calls what its subclasses write (template method). There, the
/// class that answers is known, so that what other subclasses write for themselves is no part of the request.
class InheritedHandlers {
public:
    InheritedHandlers() = default;
    InheritedHandlers(const core::CodeModel& model, const CodeLookup& lookup);

    /// The class that answers and all types above it, ordered; null for an entry point whose handler stands in its own class.
    [[nodiscard]] const std::vector<core::TypeId>* above(core::EntryPointId entry) const;

    /// Whether one type is below another, which stands above the class of such an entry point.
    [[nodiscard]] bool isBelow(core::TypeId type, core::TypeId above) const;

private:
    std::unordered_map<std::uint32_t, std::vector<core::TypeId>> m_above; ///< by entry point
    std::unordered_map<std::uint32_t, std::vector<core::TypeId>> m_below; ///< by type
};

} // namespace naru::analyzers::graph
