#include "analyzers/audit/Sarif.h"

#include <nlohmann/json.hpp>

#include <map>

namespace naru::analyzers::audit {

using nlohmann::json;

namespace {

const char* levelOf(core::Risk risk)
{
    switch (risk) {
    case core::Risk::Critical:
    case core::Risk::High:
        return "error";
    case core::Risk::Medium:
        return "warning";
    case core::Risk::Low:
    case core::Risk::Info:
        break;
    }
    return "note";
}

/// Path as a URI reference: every byte outside the unreserved set is escaped.
std::string uriOf(const std::string& path)
{
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || std::string_view("-._~/").find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += '%';
            out += kHex[byte >> 4U];
            out += kHex[byte & 15U];
        }
    }
    return out;
}

json ruleJson(const Rule& rule, const std::string& language)
{
    json tags = json::array({"cloud-readiness", "factor-" + std::to_string(rule.factor)});
    for (const int cwe : rule.cwe)
        tags.push_back("external/cwe/cwe-" + std::to_string(cwe));
    if (!rule.iso5055.empty())
        tags.push_back("iso5055-" + rule.iso5055);
    return {{"id", rule.id},
            {"name", rule.id},
            {"shortDescription", {{"text", rule.title.in(language)}}},
            {"fullDescription", {{"text", rule.why.in(language)}}},
            {"help", {{"text", rule.remedy.in(language)}}},
            {"defaultConfiguration", {{"level", levelOf(rule.risk)}}},
            {"properties", {{"tags", tags}, {"effortLow", rule.effort.low}, {"effortHigh", rule.effort.high}}}};
}

json resultJson(const core::Finding& finding, std::size_t ruleIndex, const std::string& language)
{
    json out{{"ruleId", finding.rule},
             {"ruleIndex", ruleIndex},
             {"level", levelOf(finding.risk)},
             {"message", {{"text", finding.message.in(language)}}},
             {"partialFingerprints", {{"naruFinding/v1", finding.fingerprint}}},
             {"properties", {{"factor", finding.factor}, {"rootCause", finding.rootCause}}}};
    if (!finding.file.empty()) {
        json physical{{"artifactLocation", {{"uri", uriOf(finding.file)}, {"uriBaseId", "SRCROOT"}}}};
        if (finding.line > 0) {
            physical["region"] = {{"startLine", finding.line}};
            if (!finding.quote.empty())
                physical["region"]["snippet"] = {{"text", finding.quote}};
        }
        out["locations"] = json::array({{{"physicalLocation", physical}}});
    }
    if (finding.suppressed)
        out["suppressions"] = json::array({{{"kind", "external"}, {"justification", finding.suppressedWhy}}});
    return out;
}

} // namespace

json sarif(const core::AuditReport& report, const RuleSet& rules, const std::string& language, const std::string& version)
{
    json ruleList = json::array();
    std::map<std::string, std::size_t> index;
    for (const Rule& rule : rules.rules) {
        index[rule.id] = ruleList.size();
        ruleList.push_back(ruleJson(rule, language));
    }
    json results = json::array();
    for (const core::Finding& finding : report.findings)
        results.push_back(resultJson(finding, index[finding.rule], language));
    const json driver{{"name", "Naru"},
                      {"version", version},
                      {"language", language},
                      {"rules", ruleList},
                      {"properties", {{"rulesEdition", report.rulesEdition}}}};
    const json run{{"tool", {{"driver", driver}}},
                   {"columnKind", "utf16CodeUnits"},
                   {"originalUriBaseIds", {{"SRCROOT", {{"description", {{"text", "root of the analysed source tree"}}}}}}},
                   {"results", results}};
    return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", json::array({run})}};
}

} // namespace naru::analyzers::audit
