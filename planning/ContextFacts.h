#pragma once

#include "planning/Planner.h"

#include <map>
#include <string>
#include <vector>

namespace naru::planning {

/// What is known of one context, before it is weighed.
struct ContextFacts {
    const core::Context* context = nullptr;
    core::Decimal functionPoints; ///< 0 when not counted
    bool counted = false;
    int interfacesIn = 0;  ///< functions that others use
    int interfacesOut = 0; ///< functions of others that it uses
    int sharedTables = 0;
    int distributedTransactions = 0;
    int entryPoints = 0;
    double findings = 0; ///< by risk
    double doubt = 0;    ///< 0 to 1
    int changes = 0; ///< commits that changed its files, one for each file
    double changeRate = 0;
    double load = 0;
    std::map<std::string, double> measures; ///< part id -> 0 to 1
};

/// One item per context, in the order of the split.
std::vector<ContextFacts> contextFacts(const PlanInput& input);

/// The context that moves each shared table: the one the split gives it to; where none has it, the proposed owner.
std::map<std::string, std::string> tableOwners(const core::Alternative& split);

} // namespace naru::planning
