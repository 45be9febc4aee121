#include "app/cli/Subject.h"
#include "app/cli/TextTable.h"
#include "app/cli/Verb.h"

#include "analyzers/decompose/Exports.h"
#include "app/service/SplitExchange.h"
#include "core/base/Files.h"
#include "core/model/PartitionJson.h"

#include <fmt/format.h>

#include <memory>

namespace naru::cli {

namespace {

struct SplitArguments {
    std::string path;
    service::SplitOptions options;
    std::vector<std::string> exports; ///< files
    std::string alternative;          ///< to export; empty: the first
    std::string import;               ///< partition file
};

std::string systemName(const Subject& subject)
{
    if (!subject.isProject())
        return core::toUtf8(std::filesystem::absolute(subject.folder).lexically_normal().filename());
    for (const core::System& system : subject.session->project().systems)
        if (system.id == subject.system)
            return system.name;
    return {};
}

std::string joined(const std::vector<std::string>& names)
{
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

/// What was asked for and could not be kept, a line each.
std::string unmetLines(const core::Alternative& alternative, const core::Texts& texts)
{
    std::string out;
    for (const core::Unmet& unmet : alternative.unmet) {
        std::vector<std::string> about = unmet.members;
        if (!unmet.context.empty())
            about.push_back(unmet.context);
        out += texts.text("cli.split.unmet", {{"about", joined(about)}, {"reason", texts.text(unmet.reasonKey)}}) + "\n";
    }
    return out;
}

std::string splitSummary(const core::Partition& partition, const core::Texts& texts)
{
    std::string out;
    for (const core::Alternative& alternative : partition.alternatives) {
        out += texts.text("cli.split.alternative", {{"id", alternative.id},
                                                    {"level", texts.text("cli.level." + alternative.level)},
                                                    {"count", std::to_string(alternative.contexts.size())},
                                                    {"score", fmt::format("{:.3f}", alternative.score)}}) +
               "\n";
        if (!alternative.reasonKey.empty() && !alternative.contexts.empty())
            out += texts.text(alternative.reasonKey) + "\n";
        TextTable table({texts.text("cli.column.context"), ">" + texts.text("cli.column.members"), ">" + texts.text("cli.column.tables"),
                         ">" + texts.text("cli.column.entries"), texts.text("cli.column.words")});
        for (const core::Context& context : alternative.contexts) {
            std::string words;
            for (std::size_t i = 0; i < context.words.size() && i < 5; ++i)
                words += (i == 0 ? "" : ", ") + context.words[i];
            table.row({context.name, std::to_string(context.members.size()), std::to_string(context.owns.size()),
                       std::to_string(context.entryPoints.size()), words});
        }
        out += alternative.contexts.empty() ? texts.text("cli.split.none") + "\n" : table.text();
        out += texts.text("cli.split.apart", {{"shared", std::to_string(alternative.shared.size())},
                                              {"unused", std::to_string(alternative.unused.size())},
                                              {"unassigned", std::to_string(alternative.unassigned.size())},
                                              {"interfaces", std::to_string(alternative.interfaces.size())},
                                              {"distributed", std::to_string(alternative.distributedTransactions.size())}}) +
               "\n" + unmetLines(alternative, texts) + "\n";
    }
    return out;
}

const core::Alternative* chosenAlternative(const core::Partition& partition, const std::string& id)
{
    const auto& all = partition.alternatives;
    const auto at = id.empty() ? all.begin() : std::ranges::find(all, id, &core::Alternative::id);
    return at == all.end() ? nullptr : &*at;
}

core::Result<void> exportTo(const core::Partition& partition, const SplitArguments& given, const std::string& system,
                            const Context& context, Outcome& outcome)
{
    const core::Alternative* alternative = chosenAlternative(partition, given.alternative);
    if (alternative == nullptr) {
        std::string known;
        for (const core::Alternative& one : partition.alternatives)
            known += (known.empty() ? "" : ", ") + one.id;
        return core::failure(core::ErrorCode::InvalidArgument, "service.split.no-alternative",
                             {{"id", given.alternative}, {"known", known}});
    }
    for (const std::string& file : given.exports) {
        const std::string ending = std::filesystem::path(file).extension().string();
        const auto text = service::exportedSplit(*alternative, ending.empty() ? ending : ending.substr(1), system, context.texts);
        if (!text)
            return std::unexpected(text.error());
        if (const auto written = core::writeFile(file, *text); !written)
            return written;
        outcome.text += context.texts.text("cli.split.written", {{"file", file}}) + "\n";
    }
    return {};
}

/// Puts a partition file into the project as a decision, so that it can be undone and survives every new proposal.
core::Result<nlohmann::json> importInto(Subject& subject, const std::string& file, const Context& context)
{
    const auto code = subject.session->codeModel(subject.system);
    std::shared_ptr<const core::CodeModel> model = code;
    if (!model) {
        auto analysis = service::ProjectService(*subject.session, context.resources).analyze(subject.system, {}, context.job);
        if (!analysis)
            return std::unexpected(analysis.error());
        model = analysis->code;
    }
    const auto imported = service::readSplitFile(file, *model);
    if (!imported)
        return std::unexpected(imported.error());
    const auto edit = subject.session->change(subject.system, service::kImportedArea, imported->name, imported->value, "gui.edit.import");
    if (const auto applied = subject.session->apply(edit); !applied)
        return std::unexpected(applied.error());
    if (const std::string remarks = service::importRemarks(*imported, context.texts); !remarks.empty())
        context.err << remarks << "\n";
    return nlohmann::json{{"alternative", "imported:" + imported->name},
                          {"placed", imported->placed},
                          {"members", imported->members},
                          {"unknown", imported->unknown},
                          {"ambiguous", imported->ambiguous},
                          {"doubled", imported->doubled}};
}

core::Result<Outcome> runSplit(const SplitArguments& given, const Context& context)
{
    auto subject = openSubject(given.path, context);
    if (!subject)
        return std::unexpected(subject.error());
    for (const std::string& file : given.exports) // before the work, not after it
        if (const auto ending = std::filesystem::path(file).extension().string(); ending != ".svg")
            if (const auto known = analyzers::decompose::exportFormat(ending.empty() ? ending : ending.substr(1)); !known)
                return std::unexpected(known.error());
    nlohmann::json imported;
    if (!given.import.empty()) {
        if (!subject->isProject())
            return core::failure(core::ErrorCode::InvalidArgument, "service.import.needs-project");
        auto taken = importInto(*subject, given.import, context);
        if (!taken)
            return std::unexpected(taken.error());
        imported = std::move(*taken);
    }
    service::SplitOptions options = given.options;
    options.history = !context.options.noHistory;
    options.native = context.options.native;
    core::Result<core::Partition> partition = core::failure(core::ErrorCode::Internal, "cli.internal");
    if (subject->isProject()) {
        service::ProjectService service(*subject->session, context.resources);
        partition = service.split(subject->system, options, context.job);
        if (partition)
            if (const auto saved = subject->session->save(); !saved)
                return std::unexpected(saved.error());
    } else {
        partition = service::splitTree(subject->folder, context.resources, options, context.job);
    }
    if (!partition)
        return std::unexpected(partition.error());
    Outcome outcome{core::toJson(*partition), splitSummary(*partition, context.texts)};
    outcome.json["schema"] = "naru.split/1";
    if (!imported.is_null())
        outcome.json["imported"] = std::move(imported);
    if (const auto written = exportTo(*partition, given, systemName(*subject), context, outcome); !written)
        return std::unexpected(written.error());
    return outcome;
}

core::Result<Outcome> runMetrics(const std::string& path, const std::string& file, const Context& context)
{
    auto subject = openSubject(path, context);
    if (!subject)
        return std::unexpected(subject.error());
    auto metrics = subject->isProject()
                       ? service::ProjectService(*subject->session, context.resources).metrics(subject->system, file, context.job)
                       : service::metricsOfTree(subject->folder, context.resources, file, context.job);
    if (!metrics)
        return std::unexpected(metrics.error());
    Outcome outcome{std::move(*metrics), {}};
    outcome.json["schema"] = "naru.metrics/1";
    service::ImportedSplit read;
    for (const auto& [key, names] :
         {std::pair("unknown", &read.unknown), std::pair("ambiguous", &read.ambiguous), std::pair("doubled", &read.doubled)})
        *names = outcome.json.at(key).get<std::vector<std::string>>();
    TextTable table({context.texts.text("cli.column.metric"), ">" + context.texts.text("cli.column.value")});
    for (const auto& [name, value] : outcome.json["metrics"].items())
        table.row({name, value.is_number() ? fmt::format("{:.4f}", value.get<double>()) : value.dump()});
    outcome.text = table.text() +
                   context.texts.text("cli.metrics.placed", {{"placed", std::to_string(outcome.json.at("placed").get<std::size_t>())},
                                                             {"members", std::to_string(outcome.json.at("members").get<std::size_t>())}}) +
                   "\n";
    if (const std::string remarks = service::importRemarks(read, context.texts); !remarks.empty())
        outcome.text += remarks + "\n";
    return outcome;
}

} // namespace

Verb declareSplit(CLI::App& app, const core::Texts& texts)
{
    auto given = std::make_shared<SplitArguments>();
    CLI::App* verb = app.add_subcommand("split", texts.text("cli.split.about"));
    verb->add_option("path", given->path, texts.text("cli.argument.path"))->required();
    verb->add_option("--contexts", given->options.contexts, texts.text("cli.split.contexts"))->check(CLI::Range(1, 1000));
    verb->add_option("--alternatives", given->options.alternatives, texts.text("cli.split.alternatives"))->check(CLI::Range(1, 20));
    verb->add_option("--resolution", given->options.resolution, texts.text("cli.split.resolution"))->check(CLI::Range(0.01, 100.0));
    verb->add_option("--constraints", given->options.constraints, texts.text("cli.split.constraints"));
    verb->add_flag("--mask-packages", given->options.maskPackages, texts.text("cli.split.mask-packages"));
    verb->add_option("--export", given->exports, texts.text("cli.split.export"));
    verb->add_option("--alternative", given->alternative, texts.text("cli.split.alternative-option"));
    verb->add_option("--import", given->import, texts.text("cli.split.import"));
    return {"split", [given](const Context& context) { return runSplit(*given, context); }};
}

Verb declareMetrics(CLI::App& app, const core::Texts& texts)
{
    auto path = std::make_shared<std::string>();
    auto file = std::make_shared<std::string>();
    CLI::App* verb = app.add_subcommand("metrics", texts.text("cli.metrics.about"));
    verb->add_option("path", *path, texts.text("cli.argument.path"))->required();
    verb->add_option("--partition", *file, texts.text("cli.metrics.partition"))->required();
    return {"metrics", [path, file](const Context& context) { return runMetrics(*path, *file, context); }};
}

} // namespace naru::cli
