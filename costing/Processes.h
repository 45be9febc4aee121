#pragma once

#include "core/model/FunctionPointCount.h"
#include "costing/Conventions.h"
#include "costing/Flows.h"
#include "costing/LogicalFiles.h"

#include <algorithm>
#include <string>
#include <vector>

namespace naru::costing {

template <typename Value> void sortUnique(std::vector<Value>& values)
{
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// One elementary process: flows that are one function to the user.
struct Process {
    core::FunctionType type = core::FunctionType::EQ;
    std::vector<std::size_t> flows;            ///< the first leads
    std::vector<std::size_t> files;            ///< logical files whose data decides, is stored or shown; sorted
    std::vector<core::TableId> tables;         ///< all tables touched, sorted
    std::vector<core::StatementId> statements; ///< of the leading flow, without paging counts
    std::vector<std::string> reasonKeys;       ///< text keys
    std::string variant;                       ///< "insert" or "update" when one save handler is two functions
    bool display = false;                      ///< shows an input form
};

struct DroppedFlow {
    std::size_t flow = 0;
    std::string whyKey;
};

struct ProcessList {
    std::vector<Process> processes;
    std::vector<DroppedFlow> dropped;
};

/// Types the flows as EI, EO or EQ and merges those that are one function (optional paths, form and
/// submit, the same retrieval on several screens), after the conventions in force.
ProcessList findProcesses(const core::CodeModel& model, const std::vector<Flow>& flows, const FileGrouping& files,
                          const Conventions& conventions);

} // namespace naru::costing
