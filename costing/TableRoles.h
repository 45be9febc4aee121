#pragma once

#include "core/model/CodeModel.h"
#include "costing/Conventions.h"
#include "costing/Flows.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace naru::costing {

using FlowSet = std::vector<std::size_t>; ///< indexes of flows, sorted

/// Which flows use a table; all by table.
struct TableUsage {
    std::vector<FlowSet> touched; ///< read or write it
    std::vector<FlowSet> written;
    std::vector<FlowSet> added;                                     ///< add to it, by a statement that says so
    std::vector<FlowSet> deleted;                                   ///< delete from it, likewise
    std::vector<bool> readAlone;                                    ///< a query in use looks at nothing else
    std::set<std::pair<core::TableId, core::TableId>> readTogether; ///< by one query; the lower id first
};

/// It serves operation, not users (connection tests, health checks), and the conventions leave such programs out.
[[nodiscard]] bool technicalProgram(const Flow& flow, const Conventions& conventions);

TableUsage usageOf(const core::CodeModel& model, const std::vector<Flow>& flows, const Conventions& conventions);

/// What a table is to the count.
struct TableVerdict {
    std::string whyDropped; ///< text key; empty: it is (part of) a logical file
    bool reference = false; ///< read-only reference data that is kept by convention
    bool relation = false;  ///< holds only keys: no file, but using it is using its parent
    bool history = false;   ///< history of the table whose name it continues: a sub-group of that
};

/// One verdict for each table (OMG AFP with the conventions in force).
std::vector<TableVerdict> judgeTables(const core::CodeModel& model, const std::vector<Flow>& flows, const TableUsage& usage,
                                      const Conventions& conventions);

/// The name of `child` continues that of `parent` by further words: TB_STOCK, TB_STOCK_HIST.
[[nodiscard]] bool continuesName(std::string_view child, std::string_view parent);

} // namespace naru::costing
