#pragma once

#include "core/base/Error.h"

#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace naru::planning {

/// Requests of one service by the hour.
struct LoadProfile {
    std::string id; ///< a context id, its name, or a name of its own
    std::string name;
    double serviceMs = 0; ///< mean time that one request takes an instance
    int fixed = 0;        ///< instances as they are today; 0: enough for the peak
    int least = 0;        ///< limits of scaling; 0: the defaults
    int most = 0;
    std::vector<std::optional<double>> hourly; ///< requests; no value: not recorded
};

/// The load of a system and the conditions that a person set beside it.
struct LoadSet {
    std::vector<LoadProfile> profiles;
    int pool = 0; ///< instances that all services share; 0: as many as the fixed ones together
    std::optional<std::uint64_t> seed;
    std::optional<double> targetUtilisation, patienceSeconds, startSeconds;
};

/// Most hours of a profile: five years.
inline constexpr std::size_t kMostHours = 5 * 8784;

/// Reads a CSV file: the first row names the profiles behind one column of hours; rows "serviceMs", "fixed", "least" and "most" set
/// those values; every other row is an hour, by its number (gaps are kept as not recorded) or in order.
/// Errors: NotFound, NotReadable, Malformed (file, line), LimitExceeded.
core::Result<LoadSet> readLoadCsv(const std::filesystem::path& file);

/// Reads a value of the form naru.load/1, with hourly figures or a shape (average, peakHours, peakFactor, weekendFactor, nightFactor,
/// surgeDays, surgeFactor). `origin` is named in errors. Errors: Malformed, LimitExceeded.
core::Result<LoadSet> loadFromJson(const nlohmann::json& value, const std::string& origin);

/// By its ending: .csv or .json. Errors: as of the two.
core::Result<LoadSet> readLoadFile(const std::filesystem::path& file);

/// The form naru.load/1 with hourly figures, to be kept in a project.
nlohmann::json toJson(const LoadSet& load);

/// Errors: InvalidArgument that name the profile: no hours, service time missing or 0, an impossible limit.
core::Result<void> checkLoad(const LoadSet& load);

} // namespace naru::planning
