#pragma once

#include "core/model/Project.h"

#include <optional>
#include <string>
#include <vector>

namespace naru::core {

/// One decision before and after; an absent value means that there is no decision.
struct Change {
    SystemId system = 0;
    std::string area;
    std::string key;
    std::optional<nlohmann::json> before;
    std::optional<nlohmann::json> after;
};

/// What one gesture of a person changes; undone and redone as a whole.
struct Edit {
    std::string labelKey; ///< text key for the undo menu and the history
    std::vector<Change> changes;
    std::string who;
    std::string note;
};

} // namespace naru::core
