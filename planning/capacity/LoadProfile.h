#pragma once

#include "core/base/Error.h"

#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace naru::planning {

/// A load as a person describes it. The year begins on a Monday.
struct LoadShape {
    double average = 0;            ///< requests in an ordinary hour of a working day
    std::vector<int> peakHours;    ///< hours of the day, 0 to 23
    double peakFactor = 1;         ///< times the average in those hours
    double nightFactor = 1;        ///< from 22 to 7 o'clock
    double weekendFactor = 1;      ///< the sixth and seventh day of each week
    std::vector<int> surgeDays;    ///< days from 0 on
    double surgeFactor = 1;        ///< on those days
    friend bool operator==(const LoadShape&, const LoadShape&) = default;
};

/// Requests of one service by the hour.
struct LoadProfile {
    std::string id; ///< a context id, its name, or a name of its own
    std::string name;
    double serviceMs = 0; ///< mean time that one request takes an instance
    int fixed = 0;        ///< instances as they are today; 0: enough for the peak
    int least = 0;        ///< limits of scaling; 0: the defaults
    int most = 0;
    std::vector<std::optional<double>> hourly; ///< requests; no value: not recorded
    std::optional<LoadShape> shape;            ///< what `hourly` was made from, when it was typed
};

/// The load of a system and the conditions that a person set beside it.
struct LoadSet {
    std::vector<LoadProfile> profiles;
    std::size_t hours = 8760; ///< of a shape
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
/// surgeDays, surgeFactor). `origin` is named in errors. Errors: Malformed, InvalidArgument (a shape that cannot be), LimitExceeded.
core::Result<LoadSet> loadFromJson(const nlohmann::json& value, const std::string& origin);

/// By its ending: .csv or .json. Errors: as of the two.
core::Result<LoadSet> readLoadFile(const std::filesystem::path& file);

/// The form naru.load/1, to be kept in a project: hourly figures, or the shape they were made from.
nlohmann::json toJson(const LoadSet& load);

/// Errors: InvalidArgument that name the profile: no hours, service time missing or 0, an impossible limit.
core::Result<void> checkLoad(const LoadSet& load);

} // namespace naru::planning
