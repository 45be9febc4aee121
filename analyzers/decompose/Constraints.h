#pragma once

#include "analyzers/decompose/Describe.h"
#include "core/base/Error.h"
#include "core/base/JsonDocument.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace naru::analyzers::decompose {

/// What a person asks of a split. Members by id or by an unambiguous name.
struct Constraints {
    std::vector<std::vector<std::string>> together;
    std::vector<std::vector<std::string>> apart; ///< no two of a group in one context
    std::map<std::string, std::string> pin;      ///< member -> context id or name
    [[nodiscard]] bool empty() const { return together.empty() && apart.empty() && pin.empty(); }
};

/// Reads {"together":[[...]],"apart":[[...]],"pin":{"member":"context"}}. Errors: those of readData.
core::Result<Constraints> readConstraints(const std::filesystem::path& file);
core::Result<Constraints> constraintsFrom(const core::JsonDocument& document);

/// Constraints on member indices, without contradictions: pins win over together, together over apart.
/// What cannot be kept is in `unmet` with its reason.
struct ResolvedConstraints {
    std::vector<std::uint32_t> group; ///< by member: members of one group stay together
    std::uint32_t groups = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> apart; ///< pairs of groups
    std::map<std::uint32_t, std::string> pin;                   ///< group -> context
    std::vector<core::Unmet> unmet;
};
ResolvedConstraints resolve(const Constraints& constraints, const MemberSet& set);

/// Changes a placement so that every constraint holds; contexts named by pins are made when they are missing.
/// `seeds` of the placement receive the names of pinned contexts.
void enforce(const ResolvedConstraints& constraints, const EvidenceBase& base, const WeightedGraph& graph, Placement& placement);

} // namespace naru::analyzers::decompose
