// The systems of a project: which there are, and which is on the screen.

#include "app/gui/document/Document.h"

#include <algorithm>
#include <utility>

namespace naru::gui {

std::vector<Document::SystemName> Document::systems() const
{
    std::vector<SystemName> out;
    if (!m_session)
        return out;
    const Lease lease(m_mutex);
    for (const core::System& system : m_session->project().systems)
        out.push_back({system.id, fromUtf8(system.name)});
    return out;
}

void Document::showSystem(core::SystemId system)
{
    const auto known = systems();
    if (system == m_system || std::ranges::find(known, system, &SystemName::id) == known.end())
        return;
    m_env.jobs.stop(); // its results would be those of another system
    m_undo.clear();
    m_system = system;
    m_results = {};
    m_chosen.clear();
    m_outOfDate.clear();
    m_redescribing = m_redescribeAgain = m_cutting = false;
    forgetCuts();
    emit changed(Part::All);
    work(
        tr("Opening the system"), [](core::Job&, core::ProjectSession&, core::SystemId) { return core::Result<void>(); }, Part::All,
        [this](bool) { emit systemShown(); });
}

bool Document::addSystem(const QString& name, const QString& root)
{
    if (!m_session)
        return false;
    core::Result<core::SystemId> added = [&] {
        const Lease lease(m_mutex);
        return m_session->addSystem(name.toStdString(), {root.toStdString()});
    }();
    if (!added) {
        fail(added.error());
        return false;
    }
    showSystem(*added);
    emit portfolioChanged();
    return true;
}

} // namespace naru::gui
