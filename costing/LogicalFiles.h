#pragma once

#include "core/model/CodeModel.h"
#include "costing/Conventions.h"
#include "costing/Flows.h"

#include <string>
#include <vector>

namespace naru::costing {

/// Tables that the user knows as one group of data.
struct LogicalFile {
    core::TableId main;
    std::vector<core::TableId> tables; ///< main first; each further one is a sub-group (RET)
    bool maintained = false;           ///< a transaction of the system writes it: ILF, else EIF
    bool reference = false;            ///< read-only reference data that is kept by convention
    std::string groupedKey;            ///< text key: why its tables are one file; empty for a single table
};

struct DroppedTable {
    core::TableId table;
    std::string whyKey;
};

struct FileGrouping {
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::vector<LogicalFile> files;
    std::vector<std::size_t> fileOf; ///< by table; kNone when dropped (a relation of keys keeps that of its parent)
    std::vector<DroppedTable> dropped;
};

/// Sorts the tables into logical files and those that are none (OMG AFP with the conventions in force).
FileGrouping groupFiles(const core::CodeModel& model, const std::vector<Flow>& flows, const Conventions& conventions);

/// Columns that count as DET: no audit columns unless the convention says so.
std::vector<std::string> countedColumns(const core::CodeModel& model, core::TableId table, const Conventions& conventions);

} // namespace naru::costing
