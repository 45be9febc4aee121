#include "analyzers/audit/Audit.h"

#include "analyzers/audit/AuditContext.h"
#include "analyzers/audit/FactorMap.h"
#include "analyzers/audit/Secrets.h"
#include "analyzers/spi/FileKinds.h"
#include "core/base/Fingerprint.h"
#include "core/base/Texts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace naru::analyzers::audit {

using core::Finding;

namespace {

constexpr std::size_t kLongestQuote = 240;
constexpr std::size_t kLongestValue = 120;

/// At most `limit` bytes, never a broken character.
std::string cut(std::string_view text, std::size_t limit)
{
    if (text.size() <= limit)
        return std::string(text);
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(text.substr(0, end)) + "…";
}

std::string folderOrRoot(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash);
}

/// Blanks do not change what a line says.
std::string squeezed(std::string_view text)
{
    std::string out;
    for (const char c : text)
        if (c != ' ' && c != '\t' && c != '\r')
            out += c;
    return out;
}

Finding finding(AuditContext& context, const Rule& rule, const Match& match)
{
    Finding out;
    out.rule = rule.id;
    out.factor = rule.factor;
    out.risk = rule.risk;
    out.cwe = rule.cwe;
    out.iso5055 = rule.iso5055;
    out.effort = rule.effort;
    if (match.file.valid()) {
        out.file = context.path(match.file);
        out.line = match.line;
        out.quote = cut(context.line(match.file, match.line), kLongestQuote);
    }
    const bool secret = quotesSecrets(rule.cwe);
    if (secret)
        out.quote = withoutSecrets(out.quote);
    core::TextArgs args{{"value", secret ? withoutSecrets(match.value) : cut(match.value, kLongestValue)},
                        {"name", secret ? withoutSecrets(match.name) : match.name},
                        {"type", match.type},
                        {"file", out.file},
                        {"folder", folderOrRoot(out.file)},
                        {"rule", rule.id}};
    out.rootCause = core::fillPlaceholders(rule.rootCause, args);
    if (match.value.empty()) // a call whose constant is unknown is told by its name
        args[0].second = args[1].second;
    out.message = {core::fillPlaceholders(rule.message.ko, args), core::fillPlaceholders(rule.message.en, args)};
    return out;
}

/// Findings of the rules, at most one for each rule and line, in order.
std::vector<Finding> collect(AuditContext& context)
{
    std::map<std::tuple<std::string, std::string, int>, Finding> all;
    for (const Rule& rule : context.rules().rules)
        for (const std::size_t condition : rule.when)
            for (const Match& match : context.matches(condition)) {
                if (rule.deployed && !context.deployed(match.file))
                    continue;
                Finding one = finding(context, rule, match);
                all.try_emplace({one.rule, one.file, one.line}, std::move(one));
            }
    for (const Rule& rule : context.rules().rules)
        for (const std::string& other : rule.supersedes)
            std::erase_if(all, [&](const auto& entry) {
                const auto& [id, file, line] = entry.first;
                return id == other && all.contains({rule.id, file, line});
            });
    std::vector<Finding> out;
    for (auto& [key, one] : all)
        out.push_back(std::move(one));
    return out;
}

/// Rule, file and text of the line, with a number for equal lines: the line number plays no part.
void fingerprint(std::vector<Finding>& findings)
{
    std::map<std::string, int> seen;
    for (Finding& finding : findings) {
        const std::string base = core::FingerprintBuilder().add(finding.rule).add(finding.file).add(squeezed(finding.quote)).finish().hex();
        const int number = seen[base]++;
        finding.fingerprint = number == 0 ? base : core::FingerprintBuilder().add(base).add(std::int64_t{number}).finish().hex();
    }
}

/// What the rules that found something are called; the findings are in the order of their rules.
std::vector<core::RuleTitle> titlesOf(const std::vector<Finding>& findings, const RuleSet& rules)
{
    std::vector<core::RuleTitle> out;
    for (const Rule& rule : rules.rules)
        if (std::ranges::binary_search(findings, rule.id, {}, &Finding::rule))
            out.push_back({rule.id, rule.title});
    return out;
}

void sumRootCauses(core::AuditReport& report)
{
    report.rootCauses.clear();
    report.effort = {};
    std::map<std::string, core::RootCause> causes;
    for (const Finding& finding : report.findings) {
        if (finding.suppressed)
            continue;
        core::RootCause& cause =
            causes.try_emplace(finding.rootCause, core::RootCause{finding.rootCause, finding.rule, 0, finding.effort}).first->second;
        ++cause.findings;
    }
    for (auto& [id, cause] : causes) {
        report.effort.low += cause.effort.low;
        report.effort.high += cause.effort.high;
        report.rootCauses.push_back(std::move(cause));
    }
    // Ranges are stated in tenths of a day; their sum must not show more digits than they have.
    report.effort = {std::round(report.effort.low * 10) / 10, std::round(report.effort.high * 10) / 10};
}

bool isProgram(core::Language language)
{
    using core::Language;
    return language == Language::Java || language == Language::Jsp || isNative(language);
}

void countFiles(const AuditContext& context, core::AuditReport& report)
{
    for (std::uint32_t f = 0; f < context.model().files.size(); ++f) {
        const bool read = context.hasText(core::FileId(f));
        ++(read ? report.filesScanned : report.filesSkipped);
        if (read && isProgram(context.model().files[f].language) && !context.test(core::FileId(f)))
            ++report.sourcesScanned;
    }
}

} // namespace

core::Result<core::AuditReport> audit(const AuditInput& input, const RuleSet& rules, const AuditOptions& options, core::Job& job)
{
    if (input.code == nullptr || input.texts == nullptr)
        return core::failure(core::ErrorCode::InvalidArgument, "audit.input.missing");
    AuditContext context(input, rules, job);
    using Stage = void (*)(AuditContext&);
    constexpr std::array<Stage, 6> kStages{matchCode, matchMembers, matchTexts, matchSettings, matchTree, matchAbsence};
    for (std::size_t i = 0; i < kStages.size(); ++i) {
        if (job.cancelled())
            return core::failure(core::ErrorCode::Cancelled, "analysis.cancelled");
        job.progress("audit.stage.rules", static_cast<double>(i) / kStages.size());
        kStages[i](context);
    }
    core::AuditReport report;
    report.rulesEdition = rules.edition;
    report.findings = collect(context);
    fingerprint(report.findings);
    report.titles = titlesOf(report.findings, rules);
    report.components = std::move(context.components());
    report.platforms = std::move(context.platforms());
    report.diagnostics = std::move(context.diagnostics());
    std::ranges::sort(report.diagnostics);
    applySuppressions(options.suppressions, options.today, report);
    sumRootCauses(report);
    report.factors = mapFactors(context, report.findings);
    countFiles(context, report);
    if (input.searches != nullptr)
        *input.searches = context.fruitless().kept();
    job.progress("audit.stage.rules", 1);
    return report;
}

void accept(const std::vector<Suppression>& suppressions, const std::string& today, const RuleSet& rules, core::AuditReport& report)
{
    applySuppressions(suppressions, today, report);
    sumRootCauses(report);
    judgeFactors(rules, report.findings, report.factors);
}

} // namespace naru::analyzers::audit
