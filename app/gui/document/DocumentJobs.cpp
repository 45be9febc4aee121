// The long work of a document: each step computes on plain values in a job and stores under the lease.

#include "app/gui/document/Document.h"

#include "app/gui/Paths.h"
#include "reports/qt/PageComposer.h"

#include <utility>

namespace naru::gui {
namespace {

constexpr Parts kSplitParts = Parts(Part::Split) | Part::Maturity | Part::Assessment;

} // namespace

void Document::analyze()
{
    if (!m_session)
        return;
    service::AnalyzeOptions options;
    options.history = m_env.settings.flag(Setting::AnalysisHistory);
    options.native.workerMegabytes = m_env.settings.value(Setting::AnalysisWorkerMemory).toULongLong();
    options.native.unitSeconds = m_env.settings.value(Setting::AnalysisUnitSeconds).toDouble();
    options.native.compileCommands = m_env.settings.text(Setting::AnalysisCompileCommands).toStdString();
    m_env.jobs.start<service::Analysis>(
        tr("Analysing the source"), [this, root = root(), options](core::Job& job) { return m_engine.read(root, options, job); },
        [this](core::Result<service::Analysis> analysis) {
            if (arrived(analysis))
                afterAnalysis(*analysis);
        });
}

void Document::afterAnalysis(const service::Analysis& analysis)
{
    m_results.code = analysis.code;
    forgetCuts();
    m_results.audit = analysis.audit;
    emit changed(Part::Code | Part::Audit);
    work(
        tr("Keeping the results"),
        [this, analysis](core::Job&, core::ProjectSession& session, core::SystemId system) -> core::Result<void> {
            const Lease lease(m_mutex);
            if (auto kept = m_engine.keep(session, system, analysis); !kept)
                return kept;
            if (auto done = m_engine.assess(session, system); !done)
                return done;
            return m_engine.maturity(session, system);
        },
        Part::All,
        [this](bool done) {
            if (done)
                emit analyzed();
        });
}

void Document::work(const QString& name, Work work, Parts parts, std::function<void(bool)> then)
{
    m_env.jobs.start<std::shared_ptr<Loaded>>(
        name,
        [this, work = std::move(work), session = m_session, system = m_system,
         parts](core::Job& job) -> core::Result<std::shared_ptr<Loaded>> {
            if (auto done = work(job, *session, system); !done)
                return std::unexpected(done.error());
            const Lease lease(m_mutex);
            return std::make_shared<Loaded>(load(*session, system, parts));
        },
        [this, parts, then = std::move(then)](core::Result<std::shared_ptr<Loaded>> loaded) {
            const bool there = arrived(loaded);
            if (there)
                take(std::move(**loaded), parts);
            if (then)
                then(there);
        });
}

core::Result<void> Document::keepSplit(core::ProjectSession& session, core::SystemId system,
                                       std::shared_ptr<const core::Partition> proposed, core::Partition edited) const
{
    const Lease lease(m_mutex);
    if (auto kept = m_engine.keep(session, system, std::move(proposed), std::move(edited)); !kept)
        return kept;
    // The self-diagnosis and the highest maturity level look at the split.
    if (auto done = m_engine.maturity(session, system); !done)
        return done;
    return m_engine.assess(session, system);
}

void Document::split(const service::SplitOptions& options)
{
    if (!m_session || !m_results.code)
        return;
    work(
        tr("Proposing a split"),
        [this, options](core::Job& job, core::ProjectSession& session, core::SystemId system) -> core::Result<void> {
            auto input = splitInput(session, system);
            auto proposed = m_engine.divide(input, options, job);
            if (!proposed)
                return std::unexpected(proposed.error());
            input.proposed = std::make_shared<const core::Partition>(std::move(*proposed));
            auto edited = m_engine.redescribe(input, job);
            if (!edited)
                return std::unexpected(edited.error());
            return keepSplit(session, system, input.proposed, std::move(*edited));
        },
        kSplitParts, [this](bool) { forgetCuts(); });
}

service::SplitInput Document::splitInput(core::ProjectSession& session, core::SystemId system) const
{
    const Lease lease(m_mutex);
    return m_engine.splitInput(session, system);
}

void Document::redescribeSplit()
{
    if (!m_results.proposedSplit)
        return;
    if (m_redescribing) {
        m_redescribeAgain = true;
        return;
    }
    m_redescribing = true;
    work(
        tr("Applying the edit"),
        [this](core::Job& job, core::ProjectSession& session, core::SystemId system) -> core::Result<void> {
            const auto input = splitInput(session, system);
            auto edited = m_engine.redescribe(input, job);
            if (!edited)
                return std::unexpected(edited.error());
            return keepSplit(session, system, input.proposed, std::move(*edited));
        },
        kSplitParts,
        [this](bool) {
            m_redescribing = false;
            if (std::exchange(m_redescribeAgain, false))
                redescribeSplit();
        });
}

void Document::proposeParts(const std::string& context)
{
    const auto chosen = sharedAlternative();
    if (!m_session || !chosen)
        return;
    using ContextParts = std::vector<analyzers::decompose::ContextPart>;
    m_env.jobs.start<ContextParts>(
        tr("Looking for parts of the context"),
        [this, session = m_session, system = m_system, chosen, context](core::Job& job) {
            return m_engine.parts(splitInput(*session, system), *chosen, context, job);
        },
        [this, context](core::Result<ContextParts> parts) {
            if (arrived(parts))
                emit partsProposed(fromUtf8(context), *parts);
        });
}

void Document::prepareMoves()
{
    const auto chosen = sharedAlternative();
    if (!m_session || !chosen || !m_results.code)
        return;
    using Moves = std::shared_ptr<analyzers::decompose::MovePreview>;
    m_env.jobs.start<Moves>(
        tr("Preparing the live figures"),
        [code = m_results.code, chosen](core::Job&) -> core::Result<Moves> {
            return std::make_shared<analyzers::decompose::MovePreview>(*code, *chosen);
        },
        [this](core::Result<Moves> moves) {
            if (arrived(moves))
                emit movesPrepared(*moves);
        });
}

void Document::forgetCuts()
{
    m_cuts.reset();
    ++m_cutEpoch;
}

void Document::showCut(std::size_t step)
{
    if (!m_session || !m_results.code || !m_results.proposedSplit)
        return;
    m_wantedCut = step;
    if (m_cutting) // it looks again when it is done
        return;
    m_cutting = true;
    struct Made {
        std::shared_ptr<service::GranularityStudy> study;
        std::shared_ptr<const service::GranularityCut> cut;
    };
    m_env.jobs.start<Made>(
        tr("Cutting at another granularity"),
        [this, session = m_session, system = m_system, study = m_cuts, step](core::Job& job) -> core::Result<Made> {
            auto input = splitInput(*session, system);
            Made made{study, {}};
            if (study) {
                study->setDecisions(std::move(input.decisions));
            } else {
                auto fresh = service::GranularityStudy::prepare(std::move(input), m_env.resources, {}, job);
                if (!fresh)
                    return std::unexpected(fresh.error());
                made.study = std::move(*fresh);
            }
            auto cut = made.study->at(step, job);
            if (!cut)
                return std::unexpected(cut.error());
            made.cut = std::make_shared<const service::GranularityCut>(std::move(*cut));
            return made;
        },
        [this, step, epoch = m_cutEpoch](core::Result<Made> made) {
            m_cutting = false;
            if (!made)
                m_cuts.reset(); // one that was stopped is spent
            else if (epoch == m_cutEpoch)
                m_cuts = made->study;
            if (!arrived(made))
                return;
            emit cutMade(made->cut);
            if (m_wantedCut != step)
                showCut(m_wantedCut);
        });
}

void Document::count(core::CountMethod method)
{
    if (!m_session || !m_results.code)
        return;
    work(
        tr("Counting the functions"),
        [this, method](core::Job& job, core::ProjectSession& session, core::SystemId system) -> core::Result<void> {
            const Lease lease(m_mutex);
            if (auto counted = m_engine.count(session, system, method, job); !counted)
                return counted;
            return m_engine.estimate(session, system);
        },
        Part::Count | Part::Estimate);
}

void Document::plan()
{
    if (!m_session)
        return;
    work(
        tr("Ordering the migration"),
        [this](core::Job& job, core::ProjectSession& session, core::SystemId system) {
            const Lease lease(m_mutex);
            return m_engine.plan(session, system, job);
        },
        Part::Plan);
}

core::Result<service::MadeDocument> Document::documentNow(core::ProjectSession& session, core::SystemId system, const std::string& kind,
                                                      const std::string& language)
{
    auto documents = [&] {
        const Lease lease(m_mutex); // only what the project says; the document is made without it
        return m_engine.documents(session, system, language);
    }();
    if (!documents)
        return std::unexpected(documents.error());
    return documents->make(kind);
}

void Document::report(const QString& kind, const QStringList& formats, const QString& folder, service::ExistingFiles existing)
{
    if (!m_session)
        return;
    struct Written {
        QStringList files;
        QStringList notes;
    };
    m_env.jobs.start<Written>(
        tr("Writing the documents"),
        [this, session = m_session, system = m_system, kind = kind.toStdString(), formats, folder = toPath(folder), existing,
         language = m_env.language.stdCode()](core::Job& job) -> core::Result<Written> {
            const auto document = documentNow(*session, system, kind, language);
            if (!document)
                return std::unexpected(document.error());
            Written out;
            for (int i = 0; i < formats.size(); ++i) {
                if (job.cancelled())
                    return core::failure(core::ErrorCode::Cancelled, "core.cancelled");
                const std::string format = formats[i].toStdString();
                job.progress("gui.stage.report." + format, static_cast<double>(i) / static_cast<double>(formats.size()));
                const auto file = document->write(format, folder, job, existing);
                if (!file)
                    return std::unexpected(file.error());
                out.files << QString::fromStdString(file->string());
                for (const std::string& note : document->notes(format))
                    if (const auto key = QString::fromStdString(note); !out.notes.contains(key))
                        out.notes << key;
            }
            return out;
        },
        [this](core::Result<Written> out) {
            if (arrived(out))
                emit written(out->files, out->notes);
        });
}

void Document::preview(const QString& kind)
{
    if (!m_session)
        return;
    m_env.jobs.start<std::shared_ptr<const Preview>>(
        tr("Preparing the preview"),
        [this, session = m_session, system = m_system, kind = kind.toStdString(),
         language = m_env.language.stdCode()](core::Job& job) -> core::Result<std::shared_ptr<const Preview>> {
            auto made = std::make_shared<Preview>();
            const auto document = documentNow(*session, system, kind, language);
            if (!document)
                return std::unexpected(document.error());
            made->report = document->model();
            made->style = reports::pageStyle();
            made->pages = reports::composePages(*made->report, made->style, [&job] { return job.cancelled(); });
            if (job.cancelled())
                return core::failure(core::ErrorCode::Cancelled, "core.cancelled");
            return made;
        },
        [this, kind](core::Result<std::shared_ptr<const Preview>> made) {
            if (arrived(made))
                emit previewed(kind, *made);
        });
}

} // namespace naru::gui
