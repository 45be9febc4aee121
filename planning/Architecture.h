#pragma once

#include "core/base/Error.h"
#include "core/model/AuditReport.h"
#include "core/model/CodeModel.h"
#include "core/model/Partition.h"
#include "core/model/Plan.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace naru::planning {

/// An element of the reference architecture and the facts for which it is needed.
struct ArchitectureOption {
    core::ArchitectureElement element;
    std::vector<std::string> when; ///< fact names, any of them; empty: always
};

/// The reference architecture as data: resources/planning/architecture.json.
struct ArchitectureCatalog {
    std::string edition;
    std::vector<ArchitectureOption> options;

    /// Errors: NotFound, NotReadable, Malformed (file, key, line, expected).
    static core::Result<ArchitectureCatalog> load(const std::filesystem::path& resources);
};

/// What was found in the system, by fact name, with its evidence: calls, sharedTables, distributedTransactions,
/// events, batch, messages, views, session, files, config, logs, java.
using ArchitectureFacts = std::map<std::string, std::vector<core::Evidence>>;
ArchitectureFacts factsOf(const core::CodeModel& code, const core::Alternative& split, const core::AuditReport* audit);

std::vector<core::ArchitectureElement> chooseArchitecture(const ArchitectureCatalog& catalog, const ArchitectureFacts& facts);

} // namespace naru::planning
