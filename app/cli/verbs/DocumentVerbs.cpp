#include "app/cli/Subject.h"
#include "app/cli/Verb.h"

#include "core/base/Files.h"
#include "reports/builders/Composer.h"
#include "reports/builders/ReportInput.h"

#include <memory>
#include <string_view>

namespace naru::cli {

namespace fs = std::filesystem;

namespace {

struct ReportArguments {
    std::string path;
    std::string kind = "full";
    std::string format = "html";
    std::string out;
    std::string existing = "replace";
};

service::ExistingFiles existingOf(const std::string& name)
{
    return name == "keep"     ? service::ExistingFiles::Keep
           : name == "refuse" ? service::ExistingFiles::Refuse
                              : service::ExistingFiles::Replace;
}

core::Result<Outcome> runReport(const ReportArguments& given, const Context& context)
{
    auto subject = openProject(given.path, context);
    if (!subject)
        return std::unexpected(subject.error());
    service::ProjectService service(*subject->session, context.resources);
    const auto documents = service.documents(subject->system, context.texts.language());
    if (!documents)
        return std::unexpected(documents.error());
    const auto document = documents->make(given.kind);
    if (!document)
        return std::unexpected(document.error());
    const auto file = document->write(given.format, given.out, context.job, existingOf(given.existing));
    if (!file)
        return std::unexpected(file.error());
    Outcome outcome;
    outcome.json = {{"schema", "naru.report/1"},
                    {"kind", given.kind},
                    {"format", given.format},
                    {"files", {core::toUtf8(file->filename())}},
                    {"notes", nlohmann::json::array()}};
    outcome.text = core::toUtf8(*file) + "\n";
    for (const std::string& note : document->notes(given.format)) { // what the format does not carry
        outcome.json["notes"].push_back({{"id", note}, {"text", context.texts.text(note)}});
        outcome.text += "- " + context.texts.text(note) + "\n";
    }
    return outcome;
}

struct RunArguments {
    std::string source;
    std::string out;
    bool noCache = false;
};

core::Result<Outcome> runAll(const RunArguments& given, const Context& context)
{
    service::RunOptions options{.history = !context.options.noHistory,
                                .cache = !given.noCache,
                                .native = context.options.native,
                                .language = context.texts.language()};
    const auto run = service::runWholeWay(given.source, given.out, context.resources, options, context.job);
    if (!run)
        return std::unexpected(run.error());
    Outcome outcome;
    outcome.json = {{"schema", "naru.run/1"}, {"files", nlohmann::json::array()}, {"summary", run->summary}};
    for (const fs::path& file : run->files)
        outcome.json["files"].push_back(core::toUtf8(file.filename()));
    for (const char* key : {"files", "types", "tables", "entryPoints", "unresolved", "findings", "verdict", "contexts", "functionPoints",
                            "edition", "total"}) {
        const auto value = run->summary.find(key);
        if (value == run->summary.end())
            continue;
        std::string shown = value->is_string() ? value->get<std::string>() : value->dump();
        if (std::string_view(key) == "verdict")
            shown = context.texts.text("cli.verdict." + shown);
        else if (std::string_view(key) != "edition") // a year is no amount
            shown = reports::TableBuilder::grouped(shown);
        outcome.text += context.texts.text("cli.run." + std::string(key), {{"value", shown}}) + "\n";
    }
    outcome.text += "\n";
    for (const fs::path& file : run->files)
        outcome.text += core::toUtf8(file) + "\n";
    for (const std::string& key : run->notes)
        outcome.text += context.texts.text(key) + "\n";
    return outcome;
}

} // namespace

Verb declareReport(CLI::App& app, const core::Texts& texts)
{
    auto given = std::make_shared<ReportArguments>();
    CLI::App* verb = app.add_subcommand("report", texts.text("cli.report.about"));
    verb->add_option("file", given->path, texts.text("cli.argument.project"))->required();
    verb->add_option("--kind", given->kind, texts.text("cli.report.kind"))->check(CLI::IsMember(reports::reportKinds()));
    verb->add_option("--format", given->format, texts.text("cli.report.format"))->check(CLI::IsMember(service::reportFormats()));
    verb->add_option("--out", given->out, texts.text("cli.report.out"))->required();
    verb->add_option("--existing", given->existing, texts.text("cli.report.existing"))
        ->check(CLI::IsMember(std::vector<std::string>{"replace", "keep", "refuse"}));
    return {"report", [given](const Context& context) { return runReport(*given, context); }};
}

Verb declareRun(CLI::App& app, const core::Texts& texts)
{
    auto given = std::make_shared<RunArguments>();
    CLI::App* verb = app.add_subcommand("run", texts.text("cli.run.about"));
    verb->add_option("folder", given->source, texts.text("cli.argument.folder"))->required();
    verb->add_option("--out", given->out, texts.text("cli.run.out"))->required();
    verb->add_flag("--no-cache", given->noCache, texts.text("cli.analyze.no-cache"));
    return {"run", [given](const Context& context) { return runAll(*given, context); }};
}

} // namespace naru::cli
