#pragma once

#include "checklist/records/Records.h"

#include <vector>

namespace naru::checklist {

/// The busiest record of a day.
struct LoadDay {
    int day = 0;           ///< since 1970
    int hour = -1;         ///< of the most hits; -1: the record is of the whole day
    double hits = 0;       ///< requests in that hour (or day)
    double responseMs = 0; ///< longest answer noted on the day; 0: none noted
    bool peak = false;     ///< at or above the limit
    core::Evidence at;     ///< of the most hits
};

/// Loads as days in their order, with what counts as a peak.
struct LoadCurve {
    std::vector<LoadDay> days;
    double median = 0; ///< hits of a record, over all records
    double limit = 0;  ///< hits from which a day is a peak: `peakTimes` times the median
};

/// `peakTimes`: resources/thresholds/diagnosis.json. Without records an empty curve.
LoadCurve loadCurve(const std::vector<LoadRecord>& loads, double peakTimes);

} // namespace naru::checklist
