#include "app/service/Services.h"

#include "analyzers/spi/SourceTree.h"
#include "core/base/Files.h"
#include "core/model/AssessmentJson.h"
#include "core/model/AuditReportJson.h"
#include "core/model/CodeModelJson.h"
#include "core/model/EstimateJson.h"
#include "core/model/FunctionPointCountJson.h"
#include "core/model/MaturityJson.h"
#include "core/model/PartitionJson.h"
#include "core/model/PlanJson.h"
#include "costing/Tariff.h"
#include "reports/builders/ReportInput.h"
#include "reports/qt/PdfWriter.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <system_error>

namespace naru::service {

namespace fs = std::filesystem;

namespace {

/// The stages one after the other; the first that fails ends the way, what was made before is saved.
class WholeWay {
public:
    WholeWay(core::ProjectSession& session, core::SystemId system, fs::path out, const fs::path& resources, const RunOptions& options,
             core::Job& job)
        : m_service(session, resources),
          m_system(system),
          m_out(std::move(out)),
          m_options(options),
          m_job(job)
    {
    }

    core::Result<RunResult> run()
    {
        for (const auto stage : {&WholeWay::readSource, &WholeWay::split, &WholeWay::assess, &WholeWay::price, &WholeWay::plan,
                                 &WholeWay::save, &WholeWay::document}) {
            if (m_job.cancelled())
                return core::failure(core::ErrorCode::Cancelled, "core.cancelled");
            if (const auto done = (this->*stage)(); !done)
                return std::unexpected(done.error());
        }
        return std::move(m_result);
    }

private:
    template <typename T> core::Result<void> keep(const char* verb, const T& result)
    {
        auto json = core::toJson(result);
        json["schema"] = std::string("naru.") + verb + "/1";
        return keepText(verb, json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
    }

    core::Result<void> keepText(const char* verb, const std::string& json)
    {
        const fs::path file = m_out / "results" / (std::string(verb) + ".json");
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        m_result.files.push_back(file);
        return core::writeFile(file, json + "\n");
    }

    core::Result<void> readSource()
    {
        const auto analysis = m_service.analyze(
            m_system, {.history = m_options.history, .cache = m_options.cache, .native = m_options.native}, m_job);
        if (!analysis)
            return std::unexpected(analysis.error());
        const core::CodeModel& code = *analysis->code;
        const nlohmann::json totals = core::codeSummary(code);
        m_result.summary = {{"files", totals["files"]["parsed"]},
                            {"types", totals["counts"]["types"]},
                            {"tables", code.tables.size()},
                            {"entryPoints", code.entryPoints.size()},
                            {"unresolved", code.unresolved.size()},
                            {"findings", analysis->audit.findings.size()}};
        if (const auto kept = keepText("analyze", core::codeModelJson(code)); !kept)
            return kept;
        return keep("audit", analysis->audit);
    }

    core::Result<void> split()
    {
        const auto partition = m_service.split(m_system, {.history = m_options.history, .native = m_options.native}, m_job);
        if (!partition)
            return std::unexpected(partition.error());
        m_result.summary["contexts"] = partition->alternatives.empty() ? 0 : partition->alternatives.front().contexts.size();
        return keep("split", *partition);
    }

    /// After the split, which is evidence for item 6.
    core::Result<void> assess()
    {
        const auto assessment = m_service.assess(m_system, "self-diagnosis", m_options.history);
        if (!assessment)
            return std::unexpected(assessment.error());
        m_result.summary["verdict"] = core::nameOf(assessment->verdict);
        if (const auto kept = keep("assess", *assessment); !kept)
            return kept;
        const auto maturity = m_service.maturity(m_system);
        if (!maturity)
            return std::unexpected(maturity.error());
        return keep("maturity", *maturity);
    }

    core::Result<void> price()
    {
        const auto count = m_service.count(m_system, core::CountMethod::Simplified, m_job);
        if (!count)
            return std::unexpected(count.error());
        m_result.summary["functionPoints"] = count->total;
        if (const auto kept = keep("count", *count); !kept)
            return kept;
        if (m_service.estimateEdition(m_system).empty()) { // nobody chose yet: the newest, and it is said
            const auto tariffs = costing::TariffCatalog::load(m_service.resources());
            if (!tariffs)
                return std::unexpected(tariffs.error());
            if (const auto chosen = m_service.chooseEstimate(m_system, tariffs->newest().edition, {}); !chosen)
                return chosen;
            m_result.notes.emplace_back("service.run.edition-default");
        }
        const auto estimate = m_service.estimate(m_system);
        if (!estimate) {
            if (estimate.error().code != core::ErrorCode::InvalidArgument)
                return std::unexpected(estimate.error());
            m_result.notes.emplace_back("service.run.no-estimate"); // nothing was counted, so there is nothing to price
            return {};
        }
        m_result.summary["edition"] = estimate->edition;
        m_result.summary["total"] = estimate->total;
        return keep("estimate", *estimate);
    }

    core::Result<void> plan()
    {
        const auto made = m_service.plan(m_system, m_job, m_options.history);
        if (!made)
            return std::unexpected(made.error());
        return keep("plan", *made);
    }

    core::Result<void> save()
    {
        m_result.files.insert(m_result.files.begin(), m_service.session().file());
        return m_service.session().save();
    }

    /// The documents, side by side: each kind is made once and written in all its formats.
    core::Result<void> document()
    {
        const std::string other = m_options.language == "ko" ? "en" : "ko";
        const auto documents = m_service.documents(m_system, m_options.language);
        const auto others = m_service.documents(m_system, other);
        if (!documents || !others)
            return std::unexpected(documents ? others.error() : documents.error());
        std::vector<Wanted> wanted;
        for (const std::string& kind : reports::reportKinds()) {
            wanted.push_back({&*documents, kind, {"html", "pdf", "hwpx", "docx"}});
            if (kind == "cost") // goes on calculating
                wanted.back().formats.emplace_back("xlsx");
        }
        wanted.push_back({&*others, "full", {"html", "pdf"}}); // the parts in the chosen language, the whole in both
        std::vector<core::Result<std::vector<fs::path>>> written(wanted.size());
        const reports::PaintingSession painting; // made by this thread, for all
        tbb::task_arena arena(m_job.threads());
        arena.execute([&] {
            tbb::parallel_for(std::size_t{0}, wanted.size(), [&](std::size_t i) { written[i] = write(wanted[i]); });
        });
        for (const auto& files : written) {
            if (!files)
                return std::unexpected(files.error());
            m_result.files.insert(m_result.files.end(), files->begin(), files->end());
        }
        return {};
    }

    struct Wanted {
        const DocumentMaker* documents;
        std::string kind;
        std::vector<std::string> formats;
    };

    core::Result<std::vector<fs::path>> write(const Wanted& wanted) const
    {
        const auto document = wanted.documents->make(wanted.kind);
        if (!document)
            return std::unexpected(document.error());
        std::vector<fs::path> files;
        for (const std::string& format : wanted.formats) {
            const auto file = document->write(format, m_out / "documents", m_job);
            if (!file)
                return std::unexpected(file.error());
            files.push_back(*file);
        }
        return files;
    }

    ProjectService m_service;
    core::SystemId m_system;
    fs::path m_out;
    const RunOptions& m_options;
    core::Job& m_job;
    RunResult m_result;
};

} // namespace

core::Result<OpenedSystem> openOrCreateProject(const fs::path& file, const std::string& name, const fs::path& root)
{
    std::error_code error;
    auto session = fs::exists(file, error) ? core::ProjectSession::open(file) : core::ProjectSession::create(file, name);
    if (!session)
        return std::unexpected(session.error());
    OpenedSystem opened{std::move(*session)};
    for (const core::System& system : opened.session->project().systems)
        for (const fs::path& known : opened.session->roots(system.id))
            if (fs::weakly_canonical(known, error) == root)
                opened.system = system.id;
    if (opened.system == 0) {
        const auto added = opened.session->addSystem(name, {core::toUtf8(root)});
        if (!added)
            return std::unexpected(added.error());
        opened.system = *added;
    }
    return opened;
}

core::Result<RunResult> runWholeWay(const fs::path& root, const fs::path& out, const fs::path& resources, const RunOptions& options,
                                    core::Job& job)
{
    std::error_code error;
    if (!analyzers::isSourceRoot(root))
        return core::failure(core::ErrorCode::NotFound, "service.no-folder", {}, core::toUtf8(root));
    fs::create_directories(out, error);
    if (error)
        return core::failure(core::ErrorCode::NotWritable, "core.file.not-writable", {{"reason", error.message()}}, core::toUtf8(out));
    const fs::path source = fs::weakly_canonical(root, error);
    const std::string name = core::toUtf8(source.filename());
    const fs::path file = out / (name + ".naru");
    const bool isNew = !fs::exists(file, error);
    auto opened = openOrCreateProject(file, name, source);
    if (!opened)
        return std::unexpected(opened.error());
    auto made = WholeWay(*opened->session, opened->system, out, resources, options, job).run();
    if (!made && isNew && made.error().code == core::ErrorCode::NotFound) { // nothing to work on: leave nothing behind
        opened->session->discard();
        opened->session.reset();
        fs::remove(file, error);
    }
    return made;
}

} // namespace naru::service
