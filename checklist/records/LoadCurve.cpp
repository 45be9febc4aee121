#include "checklist/records/LoadCurve.h"

#include <algorithm>
#include <map>

namespace naru::checklist {

namespace {

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace

LoadCurve loadCurve(const std::vector<LoadRecord>& loads, double peakTimes)
{
    LoadCurve out;
    if (loads.empty())
        return out;
    std::vector<double> hits;
    std::map<int, LoadDay> days;
    for (const LoadRecord& load : loads) {
        hits.push_back(load.hits);
        const auto [at, fresh] = days.try_emplace(load.day, LoadDay{load.day, load.hour, load.hits, 0, false, load.at});
        LoadDay& day = at->second;
        if (!fresh && load.hits > day.hits) {
            day.hits = load.hits;
            day.hour = load.hour;
            day.at = load.at;
        }
        day.responseMs = std::max(day.responseMs, load.responseMs);
    }
    out.median = medianOf(std::move(hits));
    out.limit = out.median * peakTimes;
    for (auto& [number, day] : days) {
        day.peak = out.limit > 0 && day.hits >= out.limit;
        out.days.push_back(std::move(day));
    }
    return out;
}

} // namespace naru::checklist
