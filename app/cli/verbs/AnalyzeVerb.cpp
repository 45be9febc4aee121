#include "app/cli/Subject.h"
#include "app/cli/TextTable.h"
#include "app/cli/Verb.h"

#include "core/model/CodeModelJson.h"

#include <fmt/format.h>

#include <memory>
#include <ostream>

namespace naru::cli {

namespace {

struct AnalyzeArguments {
    std::string path;
    std::string project;
    bool noCache = false;
    bool timings = false;
};

/// What a person wants to know first: sizes, and what could not be read.
std::string analysisSummary(const core::CodeModel& code, const core::Texts& texts)
{
    constexpr std::size_t kMostDiagnostics = 20;
    const nlohmann::json totals = core::codeSummary(code);
    TextTable table({texts.text("cli.column.item"), ">" + texts.text("cli.column.count")});
    const auto row = [&](const char* key, std::size_t count) { table.row({texts.text(key), std::to_string(count)}); };
    row("report.system.files", totals["files"]["parsed"].get<std::size_t>());
    row("report.system.failed", totals["files"]["failed"].get<std::size_t>());
    row("report.system.lines", totals["loc"].get<std::size_t>());
    row("report.system.types", totals["counts"]["types"].get<std::size_t>());
    row("report.system.members", totals["counts"]["members"].get<std::size_t>());
    row("report.system.tables", code.tables.size());
    row("report.system.statements", code.statements.size());
    row("report.system.views", code.views.size());
    row("report.system.entries", code.entryPoints.size());
    row("report.system.calls", code.calls.size());
    row("report.system.unresolved", code.unresolved.size());
    std::string out = table.text();
    if (!code.diagnostics.empty())
        out += "\n" + texts.text("cli.analyze.diagnostics", {{"count", std::to_string(code.diagnostics.size())}}) + "\n";
    for (std::size_t i = 0; i < code.diagnostics.size() && i < kMostDiagnostics; ++i) {
        const core::Diagnostic& diagnostic = code.diagnostics[i];
        out += fmt::format("  {}{}: {}\n", diagnostic.file, diagnostic.line > 0 ? ":" + std::to_string(diagnostic.line) : "",
                           texts.text(diagnostic));
    }
    return out;
}

core::Result<Outcome> analyzeTree(const AnalyzeArguments& given, const Context& context)
{
    auto subject = given.project.empty() ? openSubject(given.path, context) : openOrCreate(given.project, given.path);
    if (!subject)
        return std::unexpected(subject.error());
    const service::AnalyzeOptions options{
        .history = !context.options.noHistory, .cache = !given.noCache, .native = context.options.native};
    core::Result<service::Analysis> analysis = [&] {
        if (!subject->isProject())
            return service::analyze(subject->folder, context.resources, options, context.job);
        service::ProjectService service(*subject->session, context.resources);
        return service.analyze(subject->system, options, context.job);
    }();
    if (!analysis)
        return std::unexpected(analysis.error());
    if (subject->isProject())
        if (const auto saved = subject->session->save(); !saved)
            return std::unexpected(saved.error());

    Outcome outcome;
    outcome.text = analysisSummary(*analysis->code, context.texts);
    const auto& seconds = analysis->seconds;
    if (given.timings)
        outcome.text += fmt::format("parse {:.3f} s, build {:.3f} s, audit {:.3f} s, total {:.3f} s\n", seconds.parse, seconds.build,
                                    seconds.audit, seconds.total);
    if (context.options.json) {
        const std::string timings = fmt::format(R"("timings":{{"parse":{:.6f},"build":{:.6f},"audit":{:.6f},"total":{:.6f}}})",
                                                seconds.parse, seconds.build, seconds.audit, seconds.total);
        outcome.jsonText =
            core::codeModelJson(*analysis->code, {.texts = &context.texts, .extra = given.timings ? timings : std::string_view()});
    }
    return outcome;
}

} // namespace

Verb declareAnalyze(CLI::App& app, const core::Texts& texts)
{
    auto given = std::make_shared<AnalyzeArguments>();
    CLI::App* verb = app.add_subcommand("analyze", texts.text("cli.analyze.about"));
    verb->add_option("path", given->path, texts.text("cli.argument.path"))->required();
    verb->add_option("--project", given->project, texts.text("cli.analyze.project"));
    verb->add_flag("--no-cache", given->noCache, texts.text("cli.analyze.no-cache"));
    verb->add_flag("--timings", given->timings, texts.text("cli.analyze.timings"));
    return {"analyze", [given](const Context& context) { return analyzeTree(*given, context); }};
}

} // namespace naru::cli
