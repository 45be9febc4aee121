#include "checklist/ItemEvidence.h"
#include "checklist/records/LoadCurve.h"

#include <algorithm>
#include <functional>

namespace naru::checklist {

using core::Answer;

namespace {

ItemFinding noRecords()
{
    ItemFinding out;
    out.reasonKey = "checklist.reason.no-records";
    return out;
}

/// Days since 1970 as year, month and day.
std::string dateText(int days)
{
    const int shifted = days + 719468;
    const int era = shifted / 146097;
    const int dayOfEra = shifted - era * 146097;
    const int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int m = (5 * dayOfYear + 2) / 153;
    const int month = m < 10 ? m + 3 : m - 9;
    const int day = dayOfYear - (153 * m + 2) / 5 + 1;
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return std::to_string(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) + "-" + two(month) + "-" + two(day);
}

} // namespace

ItemFinding costEvidence(const ProposalInput& input, const Thresholds& thresholds)
{
    if (input.records == nullptr || input.records->costs.empty())
        return noRecords();
    ItemFinding out;
    out.looked = {"records.cost"};
    double initial = 0;
    std::map<int, double> yearly;
    // What two files say alike is one cost.
    const auto& costs = input.records->costs;
    const auto alreadySaid = [&costs](const CostRecord& cost) {
        return std::ranges::any_of(costs.data(), &cost, [&cost](const CostRecord& one) {
            return one.at.file != cost.at.file && one.year == cost.year && one.kind == cost.kind && one.amount == cost.amount;
        });
    };
    for (const CostRecord& cost : costs) {
        if (alreadySaid(cost))
            continue;
        if (cost.kind == CostKind::Initial)
            initial += cost.amount;
        else
            yearly[cost.year] += cost.amount;
        if (out.evidence.size() < kMostEvidence)
            out.evidence.push_back(cost.at);
    }
    if (initial <= 0 || yearly.empty()) {
        out.reasonKey = "checklist.reason.cost-incomplete";
        return out;
    }
    const auto& [year, amount] = *yearly.rbegin();
    const double share = amount / initial;
    out.value = share >= thresholds.costShare ? Answer::Yes : Answer::No;
    out.reasonKey = "checklist.reason.cost";
    out.reasonArgs = {{"year", std::to_string(year)}, {"share", percent(share)}, {"limit", percent(thresholds.costShare)}};
    return out;
}

ItemFinding incidentEvidence(const ProposalInput& input, const Thresholds& /*thresholds*/)
{
    if (input.records == nullptr || input.records->incidents.empty())
        return noRecords();
    ItemFinding out;
    out.looked = {"records.incidents"};
    int stopped = 0;
    double minutes = 0;
    for (const IncidentRecord& incident : input.records->incidents) {
        if (!incident.stopped)
            continue;
        ++stopped;
        minutes += incident.minutes;
        if (out.evidence.size() < kMostEvidence)
            out.evidence.push_back(incident.at);
    }
    if (out.evidence.empty())
        out.evidence.push_back(input.records->incidents.front().at);
    out.value = stopped > 0 ? Answer::Yes : Answer::No;
    out.reasonKey = "checklist.reason.incidents";
    out.reasonArgs = {
        {"stopped", std::to_string(stopped)}, {"all", std::to_string(input.records->incidents.size())}, {"minutes", figure(minutes)}};
    return out;
}

ItemFinding loadEvidence(const ProposalInput& input, const Thresholds& thresholds)
{
    if (input.records == nullptr || (input.records->loads.empty() && input.records->incidents.empty()))
        return noRecords();
    ItemFinding out;
    const auto complaint = std::ranges::find_if(input.records->incidents, [](const IncidentRecord& one) { return one.complaint; });
    const bool complained = complaint != input.records->incidents.end();
    if (!input.records->incidents.empty())
        out.looked.insert("records.incidents");
    if (complained)
        out.evidence.push_back(complaint->at);
    if (input.records->loads.empty()) {
        out.value = complained ? Answer::Yes : Answer::Unknown;
        out.reasonKey = complained ? "checklist.reason.complaint" : "checklist.reason.no-load-records";
        return out;
    }
    out.looked.insert("records.load");
    LoadCurve curve = loadCurve(input.records->loads, thresholds.peakTimes);
    std::ranges::stable_sort(curve.days, std::greater<>(), &LoadDay::hits);
    const auto peak = std::ranges::max_element(input.records->loads, {}, &LoadRecord::hits);
    const double times = curve.median > 0 ? peak->hits / curve.median : 0;
    out.evidence.push_back(peak->at);
    for (const LoadDay& day : curve.days) // the busiest first; the busiest of all stands already
        if (day.peak && day.at != peak->at && out.evidence.size() < kMostEvidence)
            out.evidence.push_back(day.at);
    const bool surge = times >= thresholds.peakTimes;
    const bool slow = peak->responseMs >= thresholds.slowMs;
    out.value = complained || (surge && slow) ? Answer::Yes : !surge ? Answer::No : peak->responseMs > 0 ? Answer::No : Answer::Unknown;
    out.reasonKey = "checklist.reason.load";
    out.reasonArgs = {{"date", dateText(peak->day)}, {"times", figure(times)}, {"response", figure(peak->responseMs)}};
    return out;
}

namespace {

/// Requests a month over the time the records span.
double requestsPerMonth(const std::vector<ChangeRecord>& changes)
{
    const auto [first, last] = std::ranges::minmax(changes, {}, &ChangeRecord::day);
    return static_cast<double>(changes.size()) / std::max(1.0, (last.day - first.day) / 30.44);
}

void lookAtHistory(const core::SourceHistory& history, ItemFinding& out)
{
    out.looked.insert("history.commits");
    if (history.tags.size() >= 2)
        out.looked.insert("history.releases");
    for (const core::ReleaseTag& tag : history.tags)
        if (out.evidence.size() < kMostEvidence)
            out.evidence.push_back({"history", "", 0, tag.name + " " + dateText(static_cast<int>(tag.time / 86400)), ""});
}

double commitsPerMonth(const core::SourceHistory& history)
{
    double commits = 0;
    for (const core::AuthorHistory& author : history.authors)
        commits += author.commits;
    return history.activeMonths > 0 ? commits / history.activeMonths : 0;
}

} // namespace

ItemFinding changeEvidence(const ProposalInput& input, const Thresholds& thresholds)
{
    ItemFinding out;
    double requests = -1;
    if (input.records != nullptr && !input.records->changes.empty()) {
        out.looked.insert("records.changes");
        requests = requestsPerMonth(input.records->changes);
        for (const ChangeRecord& change : input.records->changes)
            if (out.evidence.size() < kMostEvidence / 2)
                out.evidence.push_back(change.at);
    }
    const bool history = input.history != nullptr && input.history->found;
    if (history)
        lookAtHistory(*input.history, out);
    if (out.looked.empty())
        return noRecords();
    const double days = history ? input.history->medianTagDays : 0;
    const double commits = history ? commitsPerMonth(*input.history) : 0;
    const bool often = requests >= thresholds.changesPerMonth || (days > 0 && days <= thresholds.frequentReleaseDays) ||
                       commits >= thresholds.commitsPerMonth;
    // Few commits may also mean that requests wait: only the requests themselves can say no.
    out.value = often ? Answer::Yes : requests >= 0 ? Answer::No : Answer::Unknown;
    out.reasonKey = "checklist.reason.changes";
    out.reasonArgs = {{"requests", requests < 0 ? "-" : figure(requests)},
                      {"days", days > 0 ? figure(days) : "-"},
                      {"commits", history ? figure(commits) : "-"}};
    if (history && out.evidence.empty())
        out.evidence.push_back({"history", "", 0, figure(commits) + " commits/month", ""});
    return out;
}

ItemFinding authorEvidence(const ProposalInput& input, const Thresholds& /*thresholds*/)
{
    ItemFinding out;
    if (input.history == nullptr || !input.history->found || input.history->authors.empty()) {
        out.reasonKey = "checklist.reason.no-history";
        return out;
    }
    out.looked = {"history.authors"};
    double all = 0;
    for (const core::AuthorHistory& author : input.history->authors)
        all += author.commits;
    for (const core::AuthorHistory& author : input.history->authors)
        if (out.evidence.size() < 5)
            out.evidence.push_back({"history", "", 0, author.name + ": " + std::to_string(author.commits), ""});
    out.reasonKey = "checklist.reason.authors";
    out.reasonArgs = {{"authors", std::to_string(input.history->authors.size())},
                      {"share", percent(all > 0 ? input.history->authors.front().commits / all : 0)}};
    return out;
}

ItemFinding releaseEvidence(const ProposalInput& input, const Thresholds& thresholds)
{
    ItemFinding out;
    if (input.records != nullptr && !input.records->changes.empty()) {
        out.looked.insert("records.changes");
        for (const ChangeRecord& change : input.records->changes)
            if (out.evidence.size() < kMostEvidence / 2 && change.finished != 0)
                out.evidence.push_back(change.at);
    }
    if (input.history != nullptr && input.history->found)
        lookAtHistory(*input.history, out);
    if (out.looked.empty()) {
        out.reasonKey = "checklist.reason.no-history";
        return out;
    }
    const double days = input.history != nullptr ? input.history->medianTagDays : 0;
    if (days <= 0) {
        out.reasonKey = "checklist.reason.no-releases";
        return out;
    }
    out.value = days >= thresholds.longReleaseDays ? Answer::Yes : days <= thresholds.shortReleaseDays ? Answer::No : Answer::Unknown;
    out.reasonKey = "checklist.reason.releases";
    out.reasonArgs = {{"days", figure(days)}, {"releases", std::to_string(input.history->tags.size())}};
    return out;
}

} // namespace naru::checklist
