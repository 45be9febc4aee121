#pragma once

#include "core/base/Error.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace naru::checklist {

/// A technology that is past its support; `below`: only versions whose major number is smaller.
struct OutdatedTechnology {
    std::string name; ///< part of "group:artifact"
    std::optional<int> below;
};

/// The figures against which evidence is compared; all of them are data (resources/thresholds/diagnosis.json).
struct Thresholds {
    std::string edition;
    std::string source;
    double costShare = 0;           ///< yearly cost against initial cost
    double peakTimes = 0;           ///< busiest hour against the median hour
    double slowMs = 0;              ///< response time that counts as slow
    double changesPerMonth = 0;     ///< change requests
    double frequentReleaseDays = 0; ///< median days between releases, or fewer: change is frequent
    double commitsPerMonth = 0;
    double ownShareYes = 0;    ///< contexts with tables of their own
    double sharedYes = 0;      ///< shared tables of all tables
    double distributedYes = 0; ///< distributed transactions of all writing entry points
    double ownShareNo = 0;
    double sharedNo = 0;
    double distributedNo = 0;
    int cyclomatic = 0;
    int cognitive = 0;
    double complexShare = 0; ///< of methods above one of the two
    int classLines = 0;
    double bigShare = 0; ///< of types with more lines
    int cycle = 0;       ///< types in one cycle of use, or more
    double longReleaseDays = 0;
    double shortReleaseDays = 0;
    int outdatedAtLeast = 0;
    std::vector<OutdatedTechnology> outdated;
    std::vector<std::string> buildFiles; ///< file names, or folders with a trailing slash
    std::vector<std::string> deployFiles;
    std::vector<std::string> containerFiles;
};

/// Errors: as JsonDocument::read, Malformed.
core::Result<Thresholds> loadThresholds(const std::filesystem::path& file);

} // namespace naru::checklist
