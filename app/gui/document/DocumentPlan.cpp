// The part of a document that plans: the plan after an edit, files for the platform, the portfolio.

#include "app/gui/document/Document.h"

#include "app/gui/Paths.h"
#include "core/base/Texts.h"

#include <algorithm>

namespace naru::gui {

std::optional<core::Plan> Document::replan(const core::Edit& edit)
{
    const auto touches = [&](const char* key) {
        return std::ranges::any_of(edit.changes, [&](const core::Change& one) { return one.area == "plan" && one.key == key; });
    };
    if (!m_results.plan || !m_results.code || !m_results.split)
        return {};
    // A year of hours takes longer than a frame, and what an outdated plan counted is not taken over.
    if (touches("load") || outOfDate(core::ResultKind::Plan)) {
        plan();
        return {};
    }
    const Lease lease(m_mutex);
    auto made = m_engine.planOf(m_results, m_session->decisions(m_system, "plan"),
                                {.plan = &*m_results.plan, .capacity = true, .cost = !touches("prices")});
    if (!made) {
        fail(made.error());
        return {};
    }
    if (const auto kept = m_engine.keep(*m_session, m_system, *made); !kept)
        fail(kept.error());
    return std::move(*made);
}

std::optional<core::Plan> Document::planIf(const std::vector<Choice>& choices) const
{
    if (!m_session || !m_results.plan || !m_results.code || !m_results.split)
        return {};
    std::vector<core::Decision> decisions;
    {
        const Lease lease(m_mutex);
        decisions = m_session->decisions(m_system, "plan");
    }
    for (const Choice& choice : choices) {
        std::erase_if(decisions, [&](const core::Decision& one) { return one.key == choice.key; });
        if (choice.value) {
            core::Decision made;
            made.area = "plan";
            made.key = choice.key;
            made.value = *choice.value;
            decisions.push_back(std::move(made));
        }
    }
    std::ranges::sort(decisions, {}, &core::Decision::key);
    auto made = m_engine.planOf(m_results, std::move(decisions), {.plan = &*m_results.plan});
    return made ? std::optional(std::move(*made)) : std::nullopt;
}

bool Document::takeLoad(const QString& file)
{
    auto value = service::readLoadDecision(toPath(file));
    if (!arrived(value))
        return false;
    return decide("plan", "load", std::move(*value), "gui.edit.load");
}

bool Document::takePrices(const QString& file)
{
    auto value = service::readPricesDecision(toPath(file), m_env.resources);
    if (!arrived(value))
        return false;
    return decide("plan", "prices", std::move(*value), "gui.edit.prices");
}

void Document::deployment()
{
    if (!m_session)
        return;
    using Made = std::shared_ptr<const core::DeploymentSet>;
    m_env.jobs.start<Made>(
        tr("Making the files for the platform"),
        [this, session = m_session, system = m_system](core::Job& job) -> core::Result<Made> {
            const Lease lease(m_mutex);
            auto made = m_engine.deployment(*session, system, job);
            if (!made)
                return std::unexpected(made.error());
            return std::make_shared<const core::DeploymentSet>(std::move(*made));
        },
        [this](core::Result<Made> made) {
            if (arrived(made))
                emit deployed(*made);
        });
}

void Document::writeDeployment(std::shared_ptr<const core::DeploymentSet> set, const QString& folder)
{
    using Written = std::vector<std::filesystem::path>;
    m_env.jobs.start<Written>(
        tr("Writing the files for the platform"),
        [set = std::move(set), folder = toPath(folder), resources = m_env.resources,
         language = m_env.language.stdCode()](core::Job&) -> core::Result<Written> {
            const auto texts = core::Texts::load(resources, language);
            if (!texts)
                return std::unexpected(texts.error());
            return service::writeDeployment(*set, *texts, folder);
        },
        [this, folder](const core::Result<Written>& written) {
            if (arrived(written))
                emit said(tr("%1 files were written to %2.").arg(m_env.language.number(static_cast<qint64>(written->size())), folder));
        });
}

void Document::portfolio()
{
    if (!m_session)
        return;
    using Made = std::shared_ptr<const core::Portfolio>;
    m_env.jobs.start<Made>(
        tr("Ranking the systems"),
        [this, session = m_session](core::Job&) -> core::Result<Made> {
            const Lease lease(m_mutex);
            auto made = m_engine.portfolio(*session);
            if (!made)
                return std::unexpected(made.error());
            return std::make_shared<const core::Portfolio>(std::move(*made));
        },
        [this](core::Result<Made> made) {
            if (arrived(made))
                emit portfolioMade(*made);
        });
}

void Document::addSystems(const QString& csv)
{
    if (!m_session)
        return;
    work(
        tr("Reading the list of systems"),
        [this, file = toPath(csv)](core::Job&, core::ProjectSession& session, core::SystemId) -> core::Result<void> {
            const Lease lease(m_mutex);
            const auto added = m_engine.addSystems(session, file);
            return added ? core::Result<void>() : std::unexpected(added.error());
        },
        Part::Project, [this](bool) { emit portfolioChanged(); });
}

} // namespace naru::gui
