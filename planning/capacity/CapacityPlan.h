#pragma once

#include "core/base/Job.h"
#include "core/model/Capacity.h"
#include "core/model/Partition.h"
#include "planning/capacity/LoadProfile.h"
#include "planning/capacity/Queue.h"

#include <filesystem>
#include <vector>

namespace naru::planning {

/// A published load test and how it is modelled.
struct CapacityCase {
    std::string id;
    core::LocalText name;
    UserTest test;
    double requests = 0, responseMs = 0, perSecond = 0;
};

/// Conditions of the simulation. Data: resources/planning/capacity.json.
struct CapacityDefaults {
    std::string edition;
    std::uint64_t seed = 0;
    double targetUtilisation = 0.7;
    double patienceSeconds = 30;
    double startSeconds = 60;
    double evaluateSeconds = 30;
    int least = 1;
    std::vector<CapacityCase> cases;
    double caseThroughput = 0, caseResponse = 0;
    core::LocalText caseSource;
    std::vector<core::LocalText> caseAssumptions;

    /// Errors: NotFound, NotReadable, Malformed (file, key, line, expected).
    static core::Result<CapacityDefaults> load(const std::filesystem::path& resources);
};

/// Runs the load hour by hour against fixed instances and against instances that are scaled within a shared pool; the busiest hour of
/// each service also request by request, beside the M/M/c formula. Hours that were not recorded are left out.
/// Deterministic for a seed. Errors: as of checkLoad; Cancelled.
core::Result<core::Capacity> simulateCapacity(const LoadSet& load, const core::Alternative* split, const CapacityDefaults& defaults,
                                              core::Job& job);

} // namespace naru::planning
