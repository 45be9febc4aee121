#pragma once

#include "analyzers/decompose/Constraints.h"
#include "analyzers/decompose/SplitData.h"
#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/model/CoChange.h"
#include "core/model/CodeModel.h"
#include "core/model/Partition.h"
#include "core/model/Project.h"

#include <map>
#include <string>
#include <vector>

namespace naru::analyzers::decompose {

struct DecomposeOptions {
    SplitData data;                        ///< of resources/decompose
    std::map<std::string, double> weights; ///< layer id -> weight, over those of the data
    int contexts = 0;                      ///< wanted number; 0: proposed
    double resolution = 0;                 ///< gamma; 0: that of the data
    int alternatives = 3;
    bool maskPackages = false; ///< code packages say nothing; view folders still do
    Constraints constraints;
    std::vector<core::Decision> decisions; ///< of a person: areas member, context, merge, role, pin
    core::ChangeHistory history;           ///< empty: none
    core::Alternative previous;            ///< ids of its contexts are kept where the members stayed; empty: none
};

/// Splits a system into contexts. Members are classes, tables and views; test and generated code are left out.
/// The first alternative is the recommended one. Deterministic for every number of threads.
/// Errors: Cancelled; InvalidArgument (unknown layer, negative number); Internal when the clustering library fails.
core::Result<core::Partition> decompose(const core::CodeModel& code, const DecomposeOptions& options, core::Job& job);

/// Applies a person's decisions to the alternatives of a partition (areas member, context, merge, split, role, pin) and describes
/// them anew. What matches no member or context any more is listed in Alternative::unmet.
core::Result<core::Partition> applyDecisions(const core::CodeModel& code, core::Partition partition, const DecomposeOptions& options,
                                             core::Job& job);

} // namespace naru::analyzers::decompose
