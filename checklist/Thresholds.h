#pragma once

#include "checklist/Technology.h"
#include "core/base/Error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace naru::checklist {

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
    double cycleShare = 0;     ///< and at least this share of all types
    int godComplexity = 0;     ///< a god class has at least this sum of cyclomatic complexity,
    int godForeignData = 0;    ///< uses more than so many fields of other types,
    double godCohesion = 0;    ///< and has less cohesion than this
    double godShare = 0;       ///< of types that are god classes
    int fanOut = 0;            ///< other types that a type uses
    double coupledShare = 0;   ///< of types that use more
    int duplicateTokens = 0;   ///< the shortest run of equal tokens that counts as duplicate
    double duplicateShare = 0; ///< of lines of code in duplicates
    int signsYes = 0;          ///< so many signs of complexity propose YES
    int signsNo = 0;           ///< so many or fewer propose NO
    double longReleaseDays = 0;
    double shortReleaseDays = 0;
    int outdatedAtLeast = 0; ///< technologies past their support
    Technologies technologies;
    std::vector<std::string> buildFiles; ///< file names, or folders with a trailing slash
    std::vector<std::string> deployFiles;
    std::vector<std::string> containerFiles;
};

/// Reads the file and, beside it, the technologies that it names. Errors: as JsonDocument::read, Malformed.
core::Result<Thresholds> loadThresholds(const std::filesystem::path& file);

} // namespace naru::checklist
