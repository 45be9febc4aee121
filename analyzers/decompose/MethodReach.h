#pragma once

#include "analyzers/decompose/MemberSet.h"
#include "analyzers/decompose/SplitData.h"
#include "core/base/Job.h"
#include "core/model/CodeModel.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace naru::analyzers::decompose {

/// What a method reaches: (member index of the table, strength), by table.
using Reach = std::vector<std::pair<std::uint32_t, float>>;

/// For every method of the model the tables it reaches along calls, decay^depth for the shortest way: rounds of
/// relaxation, so that cycles cost nothing extra. The strongest `reachTables` each.
std::vector<Reach> methodReach(const core::CodeModel& code, const MemberSet& set, const Thresholds& thresholds, core::Job& job);

} // namespace naru::analyzers::decompose
