#include "analyzers/audit/Baseline.h"

#include "core/base/JsonDocument.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>

namespace naru::analyzers::audit {

using core::JsonCursor;

namespace {

Suppression suppression(const JsonCursor& at)
{
    at.onlyKeys({"fingerprint", "reason", "expires", "by", "rule", "file"});
    Suppression out{at.at("fingerprint").string(), at.at("reason").string(), at.stringOr("expires", ""), at.stringOr("by", "")};
    if (out.reason.find_first_not_of(" \t") == std::string::npos)
        at.at("reason").expected("a reason");
    if (!out.expires.empty() && !isBaselineDay(out.expires))
        at.at("expires").expected("a date YYYY-MM-DD");
    return out;
}

} // namespace

bool isBaselineDay(const std::string& text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (text[i] < '0' || text[i] > '9')
            return false;
    const auto number = [&text](std::size_t at, std::size_t digits) { return std::stoi(text.substr(at, digits)); };
    return std::chrono::year_month_day(std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                       std::chrono::day(static_cast<unsigned>(number(8, 2))))
        .ok();
}

core::Result<std::vector<Suppression>> loadBaseline(const std::filesystem::path& file)
{
    return core::readData(file, [](const JsonCursor& root) {
        root.onlyKeys({"schema", "suppressions"});
        (void)root.at("schema").choice({"naru.baseline/1"});
        std::vector<Suppression> out;
        for (const auto& one : root.at("suppressions").items())
            out.push_back(suppression(one));
        return out;
    });
}

std::string baselineOf(const core::AuditReport& report, const std::string& reason, const std::string& expires, const std::string& by)
{
    nlohmann::json out{{"schema", "naru.baseline/1"}, {"suppressions", nlohmann::json::array()}};
    for (const core::Finding& finding : report.findings) {
        nlohmann::json one{{"fingerprint", finding.fingerprint}, {"reason", reason}, {"rule", finding.rule}, {"file", finding.file}};
        if (!expires.empty())
            one["expires"] = expires;
        if (!by.empty())
            one["by"] = by;
        out["suppressions"].push_back(std::move(one));
    }
    return out.dump(2) + "\n";
}

void applySuppressions(const std::vector<Suppression>& suppressions, const std::string& today, core::AuditReport& report)
{
    std::map<std::string, const Suppression*> inForce;
    std::set<std::string> used;
    for (const Suppression& one : suppressions) {
        if (!one.expires.empty() && !today.empty() && one.expires < today)
            report.diagnostics.push_back({core::Severity::Warning,
                                          "audit.baseline.expired",
                                          "",
                                          0,
                                          {{"fingerprint", one.fingerprint}, {"expires", one.expires}, {"reason", one.reason}}});
        else
            inForce[one.fingerprint] = &one;
    }
    for (core::Finding& finding : report.findings)
        if (const auto found = inForce.find(finding.fingerprint); found != inForce.end()) {
            finding.suppressed = true;
            finding.suppressedWhy = found->second->reason;
            used.insert(found->first);
        }
    for (const auto& [fingerprint, one] : inForce)
        if (!used.contains(fingerprint))
            report.diagnostics.push_back(
                {core::Severity::Info, "audit.baseline.unused", "", 0, {{"fingerprint", fingerprint}, {"reason", one->reason}}});
}

} // namespace naru::analyzers::audit
