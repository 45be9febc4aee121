#include "core/model/AuditReportJson.h"

#include "core/model/ModelJson.h"

#include <algorithm>
#include <array>

namespace naru::core {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 5> kRisks{"info", "low", "medium", "high", "critical"};
constexpr std::array<std::string_view, 4> kFactorStates{"met", "violated", "partly", "notDetectable"};
constexpr std::array<std::string_view, 3> kSeverities{"info", "warning", "error"};

template <std::size_t N> std::optional<std::size_t> indexOf(const std::array<std::string_view, N>& names, std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
}

json findingJson(const Finding& finding)
{
    return {{"rule", finding.rule},
            {"factor", finding.factor},
            {"risk", nameOf(finding.risk)},
            {"file", finding.file},
            {"line", finding.line},
            {"quote", finding.quote},
            {"message", finding.message},
            {"cwe", finding.cwe},
            {"iso5055", finding.iso5055},
            {"rootCause", finding.rootCause},
            {"effort", {{"low", finding.effort.low}, {"high", finding.effort.high}}},
            {"fingerprint", finding.fingerprint},
            {"suppressed", finding.suppressed},
            {"suppressedWhy", finding.suppressedWhy}};
}

Finding findingFromJson(const json& value)
{
    Finding out;
    out.rule = value.at("rule").get<std::string>();
    out.factor = value.at("factor").get<int>();
    out.risk = riskFromName(value.at("risk").get<std::string>()).value_or(Risk::Medium);
    out.file = value.at("file").get<std::string>();
    out.line = value.at("line").get<int>();
    out.quote = value.value("quote", "");
    out.message = value.value("message", LocalText());
    out.cwe = value.value("cwe", std::vector<int>());
    out.iso5055 = value.value("iso5055", std::string());
    out.rootCause = value.value("rootCause", "");
    out.effort = {value.at("effort").value("low", 0.0), value.at("effort").value("high", 0.0)};
    out.fingerprint = value.value("fingerprint", "");
    out.suppressed = value.value("suppressed", false);
    out.suppressedWhy = value.value("suppressedWhy", "");
    return out;
}

json factorJson(const FactorResult& factor)
{
    return {{"id", factor.id},
            {"name", factor.name},
            {"state", nameOf(factor.state)},
            {"violations", factor.violations},
            {"evidence", factor.evidence},
            {"asIs", factor.asIs},
            {"toBe", factor.toBe},
            {"manualQuestion", factor.manualQuestion}};
}

/// Results of older versions do not say how many findings count against a factor: all that stand and are no mere remark.
int violationsOf(int factor, const std::vector<Finding>& findings)
{
    return static_cast<int>(std::ranges::count_if(
        findings, [&](const Finding& one) { return one.factor == factor && !one.suppressed && one.risk != Risk::Info; }));
}

FactorResult factorFromJson(const json& value, const std::vector<Finding>& findings)
{
    FactorResult out;
    out.id = value.at("id").get<int>();
    out.name = value.value("name", LocalText());
    out.state = static_cast<FactorState>(indexOf(kFactorStates, value.at("state").get<std::string>()).value_or(3));
    out.violations = value.contains("violations") ? value.at("violations").get<int>() : violationsOf(out.id, findings);
    out.evidence = value.value("evidence", std::vector<Evidence>());
    out.asIs = value.value("asIs", LocalText());
    out.toBe = value.value("toBe", LocalText());
    out.manualQuestion = value.value("manualQuestion", LocalText());
    return out;
}

json causeJson(const RootCause& cause)
{
    return {{"id", cause.id},
            {"rule", cause.rule},
            {"findings", cause.findings},
            {"effort", {{"low", cause.effort.low}, {"high", cause.effort.high}}}};
}

json componentJson(const Component& component)
{
    return {{"group", component.group}, {"name", component.name}, {"version", component.version},
            {"scope", component.scope}, {"file", component.file}, {"line", component.line}};
}

Component componentFromJson(const json& value)
{
    return {value.value("group", ""),   value.at("name").get<std::string>(),
            value.value("version", ""), value.value("scope", ""),
            value.value("file", ""),    value.value("line", 0)};
}

json duplicationJson(const Duplication& duplication)
{
    json blocks = json::array();
    for (const DuplicateBlock& one : duplication.blocks)
        blocks.push_back({{"file", one.file},
                          {"line", one.line},
                          {"endLine", one.endLine},
                          {"otherFile", one.otherFile},
                          {"otherLine", one.otherLine},
                          {"otherEndLine", one.otherEndLine},
                          {"tokens", one.tokens}});
    return {{"minimumTokens", duplication.minimumTokens},
            {"lines", duplication.lines},
            {"duplicated", duplication.duplicated},
            {"blockCount", duplication.blockCount},
            {"blocks", std::move(blocks)}};
}

Duplication duplicationFromJson(const json& value)
{
    Duplication out;
    out.minimumTokens = value.value("minimumTokens", 0);
    out.lines = value.value("lines", std::int64_t{0});
    out.duplicated = value.value("duplicated", std::int64_t{0});
    out.blockCount = value.value("blockCount", std::int64_t{0});
    for (const json& one : listIn(value, "blocks"))
        out.blocks.push_back({one.value("file", ""), one.value("line", 0), one.value("endLine", 0), one.value("otherFile", ""),
                              one.value("otherLine", 0), one.value("otherEndLine", 0), one.value("tokens", 0)});
    return out;
}

json diagnosticJson(const Diagnostic& diagnostic)
{
    return {{"severity", kSeverities.at(static_cast<std::size_t>(diagnostic.severity))},
            {"code", diagnostic.code},
            {"file", diagnostic.file},
            {"line", diagnostic.line},
            {"args", diagnostic.args}};
}

Diagnostic diagnosticFromJson(const json& value)
{
    Diagnostic out;
    out.severity = static_cast<Severity>(indexOf(kSeverities, value.value("severity", "warning")).value_or(1));
    out.code = value.value("code", "");
    out.file = value.value("file", "");
    out.line = value.value("line", 0);
    out.args = value.value("args", TextArgs());
    return out;
}

} // namespace

std::string_view nameOf(Risk risk)
{
    return kRisks.at(static_cast<std::size_t>(risk));
}

std::optional<Risk> riskFromName(std::string_view name)
{
    const auto index = indexOf(kRisks, name);
    return index ? std::optional(static_cast<Risk>(*index)) : std::nullopt;
}

std::string_view nameOf(FactorState state)
{
    return kFactorStates.at(static_cast<std::size_t>(state));
}

json toJson(const AuditReport& report)
{
    json out{{"schema", "naru.audit/1"},
             {"rulesEdition", report.rulesEdition},
             {"findings", json::array()},
             {"titles", json::object()},
             {"rootCauses", json::array()},
             {"effort", {{"low", report.effort.low}, {"high", report.effort.high}}},
             {"factors", json::array()},
             {"components", json::array()},
             {"platforms", json::array()},
             {"duplication", duplicationJson(report.duplication)},
             {"files", {{"scanned", report.filesScanned}, {"sources", report.sourcesScanned}, {"skipped", report.filesSkipped}}},
             {"diagnostics", json::array()}};
    for (const Finding& finding : report.findings)
        out["findings"].push_back(findingJson(finding));
    for (const RuleTitle& named : report.titles)
        out["titles"][named.rule] = named.title;
    for (const RootCause& cause : report.rootCauses)
        out["rootCauses"].push_back(causeJson(cause));
    for (const FactorResult& factor : report.factors)
        out["factors"].push_back(factorJson(factor));
    for (const Component& component : report.components)
        out["components"].push_back(componentJson(component));
    for (const Component& platform : report.platforms)
        out["platforms"].push_back(componentJson(platform));
    for (const Diagnostic& diagnostic : report.diagnostics)
        out["diagnostics"].push_back(diagnosticJson(diagnostic));
    return out;
}

Result<AuditReport> auditReportFromJson(const json& value)
{
    try {
        AuditReport out;
        out.rulesEdition = value.value("rulesEdition", "");
        for (const json& finding : value.at("findings"))
            out.findings.push_back(findingFromJson(finding));
        const json titles = value.value("titles", json::object());
        for (const auto& [rule, title] : titles.items())
            out.titles.push_back({rule, title.get<LocalText>()});
        for (const json& factor : value.at("factors"))
            out.factors.push_back(factorFromJson(factor, out.findings));
        for (const json& cause : listIn(value, "rootCauses"))
            out.rootCauses.push_back({cause.at("id").get<std::string>(),
                                      cause.at("rule").get<std::string>(),
                                      cause.at("findings").get<int>(),
                                      {cause.at("effort").value("low", 0.0), cause.at("effort").value("high", 0.0)}});
        for (const json& component : listIn(value, "components"))
            out.components.push_back(componentFromJson(component));
        for (const json& platform : listIn(value, "platforms"))
            out.platforms.push_back(componentFromJson(platform));
        if (value.contains("duplication"))
            out.duplication = duplicationFromJson(value.at("duplication"));
        if (value.contains("effort"))
            out.effort = {value.at("effort").value("low", 0.0), value.at("effort").value("high", 0.0)};
        out.filesScanned = value.at("files").value("scanned", 0);
        out.sourcesScanned = value.at("files").value("sources", 0);
        out.filesSkipped = value.at("files").value("skipped", 0);
        for (const json& diagnostic : listIn(value, "diagnostics"))
            out.diagnostics.push_back(diagnosticFromJson(diagnostic));
        return out;
    } catch (const json::exception& error) {
        return failure(ErrorCode::Malformed, "core.json.malformed", {{"detail", error.what()}});
    }
}

} // namespace naru::core
