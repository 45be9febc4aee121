#include "app/cli/Subject.h"
#include "app/cli/TextTable.h"
#include "app/cli/Verb.h"

#include "core/base/Files.h"
#include "core/model/AuditReportJson.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <memory>

namespace naru::cli {

namespace {

struct AuditArguments {
    std::string path;
    std::string sarif;
    std::string baseline;
    std::string failOn;
    std::vector<std::string> rules;
    std::string sbom;
    std::string sbomVersion = "1.6";
    std::string newBaseline;
    std::string reason;
    std::string expires;
};

/// Today in UTC; baselines expire by it.
std::string today()
{
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    return gmtime_r(&now, &utc) == nullptr ? std::string()
                                           : fmt::format("{:04}-{:02}-{:02}", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday);
}

/// The files that were asked for beside the result.
core::Result<void> writeFiles(const core::AuditReport& audit, const AuditArguments& given, const Context& context,
                              const std::string& system)
{
    const std::vector<std::filesystem::path> rules(given.rules.begin(), given.rules.end());
    if (!given.sarif.empty())
        if (auto written = service::writeSarif(audit, context.resources, rules, context.texts.language(), given.sarif); !written)
            return written;
    if (!given.sbom.empty())
        if (auto written = service::writeComponents(audit, system, given.sbomVersion, given.sbom); !written)
            return written;
    return given.newBaseline.empty() ? core::Result<void>()
                                     : service::writeBaseline(audit, given.reason, given.expires, "", given.newBaseline);
}

/// "path:line: ", without a line for a whole file and empty for the tree as a whole.
std::string placeOf(const core::Finding& finding)
{
    if (finding.file.empty())
        return {};
    return finding.line > 0 ? fmt::format("{}:{}: ", finding.file, finding.line) : finding.file + ": ";
}

/// What baselines and decisions left out, and which of them are over or of no use any more.
std::string acceptances(const core::AuditReport& audit, const core::Texts& texts)
{
    const auto noted = [&audit](std::string_view code) { return std::ranges::count(audit.diagnostics, code, &core::Diagnostic::code); };
    std::string out;
    for (const auto& [key, count] :
         {std::pair("cli.audit.accepted", std::ranges::count(audit.findings, true, &core::Finding::suppressed)),
          std::pair("cli.audit.expired", noted("audit.baseline.expired")), std::pair("cli.audit.unused", noted("audit.baseline.unused"))})
        if (count > 0)
            out += texts.text(key, {{"count", std::to_string(count)}}) + "\n";
    return out;
}

std::string auditSummary(const core::AuditReport& audit, const core::Texts& texts)
{
    constexpr std::size_t kMost = 40;
    TextTable factors({">#", texts.text("cli.column.factor"), texts.text("cli.column.state"), ">" + texts.text("cli.column.evidence")});
    for (const core::FactorResult& factor : audit.factors) {
        factors.row({std::to_string(factor.id), factor.name.in(texts.language()),
                     texts.text("cli.factor." + std::string(core::nameOf(factor.state))), std::to_string(factor.places())});
    }
    std::string out = factors.text() + "\n";
    std::vector<const core::Finding*> gravest;
    for (const core::Finding& finding : audit.findings)
        if (!finding.suppressed)
            gravest.push_back(&finding);
    out += texts.text(gravest.empty() ? "cli.audit.none" : "cli.audit.findings",
                      {{"count", std::to_string(gravest.size())}, {"scanned", std::to_string(audit.filesScanned)}}) +
           "\n";
    std::stable_sort(gravest.begin(), gravest.end(), [](const core::Finding* a, const core::Finding* b) { return a->risk > b->risk; });
    for (std::size_t i = 0; i < std::min(kMost, gravest.size()); ++i)
        out += fmt::format("  {:<8} {}{}\n", texts.text("report.risk." + std::string(core::nameOf(gravest[i]->risk))), placeOf(*gravest[i]),
                           gravest[i]->message.in(texts.language()));
    if (gravest.size() > kMost)
        out += "  " + texts.text("cli.more", {{"count", std::to_string(gravest.size() - kMost)}}) + "\n";
    return out + acceptances(audit, texts);
}

/// True when a finding that is not suppressed has at least the risk that was named.
core::Result<bool> fails(const core::AuditReport& audit, const std::string& failOn)
{
    if (failOn.empty())
        return false;
    const auto limit = core::riskFromName(failOn);
    if (!limit)
        return core::failure(core::ErrorCode::InvalidArgument, "cli.audit.unknown-risk", {{"risk", failOn}});
    return std::any_of(audit.findings.begin(), audit.findings.end(),
                       [&](const core::Finding& finding) { return !finding.suppressed && finding.risk >= *limit; });
}

core::Result<Outcome> runAudit(const AuditArguments& given, const Context& context)
{
    auto subject = openSubject(given.path, context);
    if (!subject)
        return std::unexpected(subject.error());
    const service::AnalyzeOptions options{.history = !context.options.noHistory,
                                          .native = context.options.native,
                                          .baseline = given.baseline,
                                          .today = today(),
                                          .rules = {given.rules.begin(), given.rules.end()}};
    auto analysis = subject->isProject()
                        ? service::ProjectService(*subject->session, context.resources).analyze(subject->system, options, context.job)
                        : service::analyze(subject->folder, context.resources, options, context.job);
    if (!analysis)
        return std::unexpected(analysis.error());
    if (subject->isProject())
        if (const auto saved = subject->session->save(); !saved)
            return std::unexpected(saved.error());
    const auto notMet = fails(analysis->audit, given.failOn);
    if (!notMet)
        return std::unexpected(notMet.error());
    const std::string name = subject->isProject() ? subject->session->project().name : core::toUtf8(subject->folder.filename());
    if (const auto written = writeFiles(analysis->audit, given, context, name); !written)
        return std::unexpected(written.error());
    Outcome outcome{core::toJson(analysis->audit), auditSummary(analysis->audit, context.texts), *notMet};
    outcome.json["schema"] = "naru.audit/1";
    return outcome;
}

} // namespace

Verb declareAudit(CLI::App& app, const core::Texts& texts)
{
    auto given = std::make_shared<AuditArguments>();
    CLI::App* verb = app.add_subcommand("audit", texts.text("cli.audit.about"));
    verb->add_option("path", given->path, texts.text("cli.argument.path"))->required();
    verb->add_option("--sarif", given->sarif, texts.text("cli.audit.sarif"));
    verb->add_option("--baseline", given->baseline, texts.text("cli.audit.baseline"));
    verb->add_option("--fail-on", given->failOn, texts.text("cli.audit.fail-on"));
    verb->add_option("--rules", given->rules, texts.text("cli.audit.rules"));
    verb->add_option("--sbom", given->sbom, texts.text("cli.audit.sbom"));
    verb->add_option("--sbom-version", given->sbomVersion, texts.text("cli.audit.sbom-version"));
    verb->add_option("--write-baseline", given->newBaseline, texts.text("cli.audit.write-baseline"));
    verb->add_option("--reason", given->reason, texts.text("cli.audit.reason"));
    verb->add_option("--expires", given->expires, texts.text("cli.audit.expires"));
    return {"audit", [given](const Context& context) { return runAudit(*given, context); }};
}

} // namespace naru::cli
