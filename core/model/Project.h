#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace naru::core {

using SystemId = std::int64_t;

/// One system under study. `roots` are absolute or relative to the project file.
struct System {
    SystemId id = 0;
    std::string name;
    std::vector<std::string> roots;
};

/// What a person decided, keyed so that it outlives re-analysis. Areas:
/// "answer" (key catalog/item), "rider", "member" (move: member id -> context id),
/// "context" (context id -> {name, review, note, kind}), "merge", "split" (new context id -> {from, members, name}),
/// "role" (member -> shared|unused), "pin", "imported" (name -> {file, members}), "cut" (resolution -> {contexts ...}),
/// "place" (context id -> [x, y] on the map),
/// "function" (function id -> {state, type, name ...}),
/// "function.manual", "estimate" (key -> value), "plan" , "clause" (report text), "suppress" (finding fingerprint).
struct Decision {
    SystemId system = 0; ///< 0: the project itself
    std::string area;
    std::string key;
    nlohmann::json value;
    std::string who;
    std::string when; ///< ISO 8601, UTC
};

struct Project {
    std::string name;
    std::string created; ///< ISO 8601, UTC
    std::vector<System> systems;
};

} // namespace naru::core
