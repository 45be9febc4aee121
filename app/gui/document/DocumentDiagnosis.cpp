#include "app/gui/document/Document.h"

#include "checklist/Scoring.h"

#include <algorithm>

namespace naru::gui {

namespace {

constexpr std::size_t kShownDiagnostics = 3;

} // namespace

std::vector<checklist::Catalog> Document::catalogs()
{
    core::Result<std::vector<checklist::Catalog>> all = checklist::loadCatalogs(m_env.resources / "questionnaires");
    if (m_session) {
        const Lease lease(m_mutex);
        all = service::catalogsOf(*m_session, m_system, m_env.resources);
    }
    if (!all) {
        fail(all.error());
        return {};
    }
    return std::move(*all);
}

std::optional<core::Assessment> Document::assessed(const checklist::Catalog& catalog) const
{
    if (!m_session)
        return {};
    const Lease lease(m_mutex);
    return checklist::score(catalog, service::answersOf(*m_session, m_system, catalog.id));
}

std::optional<checklist::Catalog> Document::takeCatalog(const QString& file)
{
    if (!m_session)
        return {};
    auto catalog = service::readCatalog(file.toStdString());
    if (!catalog) {
        fail(catalog.error());
        return {};
    }
    core::Result<core::Edit> edit = [&] {
        const Lease lease(m_mutex);
        return service::catalogEdit(*m_session, m_system, m_env.resources, *catalog);
    }();
    if (!edit) {
        fail(edit.error());
        return {};
    }
    return push(std::move(*edit)) ? std::optional(std::move(*catalog)) : std::nullopt;
}

bool Document::takeAnswers(const QString& file, const std::string& catalog)
{
    if (!m_session)
        return false;
    core::Result<core::Edit> edit = [&] {
        const Lease lease(m_mutex);
        return service::answersEdit(*m_session, m_system, m_env.resources, file.toStdString(), catalog);
    }();
    if (!edit)
        fail(edit.error());
    return edit && push(std::move(*edit));
}

bool Document::takeRecords(const QString& file)
{
    if (!m_session)
        return false;
    auto taken = [&] {
        const Lease lease(m_mutex);
        return service::recordsEdit(*m_session, m_system, m_env.resources, file.toStdString(), "");
    }();
    if (!taken) {
        fail(taken.error());
        return false;
    }
    QString sentence = tr("%1: %2 rows taken over.").arg(fromUtf8(taken->edit.changes.front().key)).arg(taken->rows);
    for (std::size_t i = 0; i < std::min(kShownDiagnostics, taken->diagnostics.size()); ++i)
        sentence += QStringLiteral(" ") + tr("Line %1: %2").arg(taken->diagnostics[i].line).arg(m_env.language.text(taken->diagnostics[i]));
    if (taken->diagnostics.size() > kShownDiagnostics)
        sentence += QStringLiteral(" ") + tr("And %1 more.").arg(taken->diagnostics.size() - kShownDiagnostics);
    const bool done = push(std::move(taken->edit));
    if (done)
        emit said(sentence);
    return done;
}

std::optional<checklist::AssessmentComparison> Document::compared(const std::string& catalog, const QString& since,
                                                                       const QString& until)
{
    if (!m_session)
        return {};
    const auto both = [&] {
        const Lease lease(m_mutex);
        return service::compareDates(*m_session, m_system, m_env.resources, catalog, since.toStdString(), until.toStdString());
    }();
    if (!both) {
        fail(both.error());
        return {};
    }
    return *both;
}

checklist::Records Document::records() const
{
    if (!m_session)
        return {};
    const Lease lease(m_mutex);
    auto all = service::recordsOf(*m_session, m_system, m_env.resources);
    return all ? std::move(*all) : checklist::Records();
}

std::vector<core::ProjectSession::HistoryEntry> Document::answerHistory(const std::string& catalog, const std::string& item) const
{
    if (!m_session)
        return {};
    const Lease lease(m_mutex);
    auto all = m_session->history(m_system, "answer");
    std::erase_if(all, [key = catalog + "/" + item](const auto& entry) { return entry.change.key != key; });
    return all;
}

bool Document::pushed(core::Result<core::Edit> edit)
{
    if (!edit)
        fail(edit.error());
    return edit && (edit->changes.empty() || push(std::move(*edit)));
}

bool Document::acceptFindings(const std::vector<core::Finding>& findings, const QString& reason, const QString& expires)
{
    if (!m_session)
        return false;
    auto edit = [&] {
        const Lease lease(m_mutex);
        return service::acceptEdit(*m_session, m_system, findings, reason.toStdString(), expires.toStdString(),
                                   m_env.settings.text(Setting::UserName).toStdString());
    }();
    return pushed(std::move(edit));
}

bool Document::reopenFindings(const std::vector<core::Finding>& findings)
{
    if (!m_session)
        return false;
    auto edit = [&] {
        const Lease lease(m_mutex);
        return service::reopenEdit(*m_session, m_system, findings);
    }();
    return pushed(std::move(edit));
}

bool Document::takeBaseline(const QString& file)
{
    if (!m_session)
        return false;
    auto edit = [&] {
        const Lease lease(m_mutex);
        return service::baselineEdit(*m_session, m_system, file.toStdString());
    }();
    return pushed(std::move(edit));
}

} // namespace naru::gui
