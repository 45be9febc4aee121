// The long work of a document: each step computes on plain values in a job and stores under the lease.

#include "app/gui/document/Document.h"

#include "app/gui/Paths.h"
#include "reports/qt/PageComposer.h"

#include <utility>

namespace naru::gui {
void Document::analyze()
{
    if (!m_session)
        return;
    service::AnalyzeOptions options;
    options.history = m_env.settings.flag(Setting::AnalysisHistory);
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
    m_results.audit = analysis.audit;
    emit changed(Part::Code | Part::Audit);
    m_env.jobs.start<int>(
        tr("Keeping the results"),
        [this, session = m_session, system = m_system, analysis](core::Job&) -> core::Result<int> {
            const Lease lease(m_mutex);
            if (auto kept = m_engine.keep(*session, system, analysis); !kept)
                return std::unexpected(kept.error());
            if (auto done = m_engine.assess(*session, system); !done)
                return std::unexpected(done.error());
            if (auto done = m_engine.maturity(*session, system); !done)
                return std::unexpected(done.error());
            return 0;
        },
        [this](core::Result<int> kept) {
            if (!arrived(kept))
                return;
            refresh(Part::All);
            emit analyzed();
        });
}

void Document::split(const service::SplitOptions& options)
{
    if (!m_session || !m_results.code)
        return;
    using Both = std::pair<core::Partition, core::Partition>;
    m_env.jobs.start<Both>(
        tr("Proposing a split"),
        [this, input = splitInput(), options](core::Job& job) -> core::Result<Both> {
            auto fresh = input;
            auto proposed = m_engine.divide(fresh, options, job);
            if (!proposed)
                return std::unexpected(proposed.error());
            fresh.proposed = *proposed;
            auto edited = m_engine.redescribe(fresh, job);
            if (!edited)
                return std::unexpected(edited.error());
            return Both(std::move(*proposed), std::move(*edited));
        },
        [this](core::Result<Both> both) {
            if (arrived(both))
                keepSplit(both->first, both->second);
        });
}

service::SplitInput Document::splitInput() const
{
    const Lease lease(m_mutex);
    return service::splitInput(*m_session, m_system);
}

void Document::keepSplit(const core::Partition& proposed, const core::Partition& edited)
{
    {
        const Lease lease(m_mutex);
        if (auto kept = m_engine.keep(*m_session, m_system, proposed, edited); !kept)
            fail(kept.error());
        // The self-diagnosis and the highest maturity level look at the split.
        if (auto done = m_engine.maturity(*m_session, m_system); !done)
            fail(done.error());
        if (auto done = m_engine.assess(*m_session, m_system); !done)
            fail(done.error());
    }
    refresh(Part::Split | Part::Maturity | Part::Assessment);
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
    m_env.jobs.start<core::Partition>(
        tr("Applying the edit"), [this, input = splitInput()](core::Job& job) { return m_engine.redescribe(input, job); },
        [this](core::Result<core::Partition> edited) {
            m_redescribing = false;
            if (std::exchange(m_redescribeAgain, false)) {
                redescribeSplit();
                return;
            }
            if (arrived(edited))
                keepSplit(*m_results.proposedSplit, *edited);
        });
}

void Document::count(core::CountMethod method)
{
    if (!m_session || !m_results.code)
        return;
    m_env.jobs.start<int>(
        tr("Counting the functions"),
        [this, session = m_session, system = m_system, method](core::Job& job) -> core::Result<int> {
            const Lease lease(m_mutex);
            if (auto counted = m_engine.count(*session, system, method, job); !counted)
                return std::unexpected(counted.error());
            if (auto estimated = m_engine.estimate(*session, system); !estimated)
                return std::unexpected(estimated.error());
            return 0;
        },
        [this](core::Result<int> counted) {
            arrived(counted);
            refresh(Part::Count | Part::Estimate);
        });
}

void Document::plan()
{
    if (!m_session)
        return;
    m_env.jobs.start<int>(
        tr("Ordering the migration"),
        [this, session = m_session, system = m_system](core::Job&) -> core::Result<int> {
            const Lease lease(m_mutex);
            if (auto planned = m_engine.plan(*session, system); !planned)
                return std::unexpected(planned.error());
            return 0;
        },
        [this](core::Result<int> planned) {
            arrived(planned);
            refresh(Part::Plan);
        });
}

void Document::report(const QString& kind, const QStringList& formats, const QString& folder)
{
    if (!m_session)
        return;
    m_env.jobs.start<QStringList>(
        tr("Writing the documents"),
        [this, session = m_session, system = m_system, kind = kind.toStdString(), formats, folder = toPath(folder),
         language = m_env.language.stdCode()](core::Job& job) -> core::Result<QStringList> {
            const Lease lease(m_mutex);
            QStringList files;
            for (const QString& format : formats) {
                if (job.cancelled())
                    return core::failure(core::ErrorCode::Cancelled, "core.cancelled");
                auto written = m_engine.report(*session, system, kind, format.toStdString(), language, folder, job);
                if (!written)
                    return std::unexpected(written.error());
                for (const auto& file : *written)
                    files << QString::fromStdString(file.string());
            }
            return files;
        },
        [this](core::Result<QStringList> files) {
            if (arrived(files))
                emit written(*files);
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
            {
                const Lease lease(m_mutex);
                auto model = m_engine.document(*session, system, kind, language);
                if (!model)
                    return std::unexpected(model.error());
                made->report = std::move(*model);
            }
            made->style = reports::pageStyle();
            made->pages = reports::composePages(made->report, made->style, [&job] { return job.cancelled(); });
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
