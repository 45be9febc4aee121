#include "app/gui/document/Document.h"

#include "app/gui/Paths.h"
#include "app/service/SplitExchange.h"
#include "app/service/SplitGranularity.h"

#include <QUndoCommand>

#include <algorithm>

namespace naru::gui {
/// An edit on the undo stack. What the session refuses falls off the stack again.
class EditCommand : public QUndoCommand {
public:
    EditCommand(Document& document, core::Edit edit, const QString& label)
        : QUndoCommand(label),
          m_document(document),
          m_edit(std::move(edit))
    {
    }
    void redo() override { run(); }
    void undo() override { run(); }

private:
    /// Every application gives the edit that takes it back, which is what comes next.
    void run()
    {
        auto inverse = m_document.apply(m_edit);
        if (!inverse) {
            setObsolete(true);
            m_document.fail(inverse.error());
            return;
        }
        const core::Edit applied = std::exchange(m_edit, std::move(*inverse));
        m_document.afterEdit(applied);
    }

    Document& m_document;
    core::Edit m_edit;
};

Document::Document(Environment& environment, Engine& engine, QObject* parent) : QObject(parent), m_env(environment), m_engine(engine)
{
    // Edits stay stored; the split is then out of date and says so.
    connect(&m_env.jobs, &JobRunner::dropped, this, [this] { m_redescribing = m_redescribeAgain = m_cutting = false; });
}

Document::~Document()
{
    m_env.jobs.stop();
}

core::Result<void> Document::adopt(core::Result<std::unique_ptr<core::ProjectSession>> session)
{
    if (!session)
        return std::unexpected(session.error());
    {
        const Lease lease(m_mutex);
        m_session = std::move(*session);
        m_session->setPerson(m_env.settings.text(Setting::UserName).toStdString());
        const auto& systems = m_session->project().systems;
        m_system = systems.empty() ? 0 : systems.front().id;
    }
    m_undo.clear();
    return {};
}

core::Result<void> Document::create(const QString& file, const QString& name, const QString& system, const QString& root)
{
    auto session = core::ProjectSession::create(toPath(file), name.toStdString());
    if (!session)
        return std::unexpected(session.error()); // the project that is open stays open
    close(false);
    if (auto made = adopt(std::move(session)); !made)
        return made;
    {
        const Lease lease(m_mutex);
        auto added = m_session->addSystem(system.toStdString(), {root.toStdString()});
        if (!added)
            return std::unexpected(added.error());
        m_system = *added;
        if (auto saved = m_session->save(); !saved)
            return saved;
    }
    m_env.settings.remember(file);
    refresh(Part::All);
    emit opened();
    return {};
}

core::Result<void> Document::open(const QString& file)
{
    auto session = core::ProjectSession::open(toPath(file));
    if (!session)
        return std::unexpected(session.error()); // the project that is open stays open
    close(false);
    if (auto done = adopt(std::move(session)); !done)
        return done;
    m_env.settings.remember(file);
    work(
        tr("Opening the project"), [](core::Job&, core::ProjectSession&, core::SystemId) { return core::Result<void>(); }, Part::All,
        [this](bool) { emit opened(); });
    return {};
}

core::Result<void> Document::save()
{
    const Lease lease(m_mutex);
    auto saved = m_session->save();
    noteDirty(m_session->dirty());
    return saved;
}

core::Result<void> Document::saveKeepingOther()
{
    const Lease lease(m_mutex);
    auto saved = m_session->saveKeepingOther();
    noteDirty(m_session->dirty());
    return saved;
}

core::Result<void> Document::saveAs(const QString& file)
{
    const Lease lease(m_mutex);
    auto saved = m_session->saveAs(toPath(file));
    if (saved)
        m_env.settings.remember(file);
    noteDirty(m_session->dirty());
    emit changed(Part::Project);
    return saved;
}

void Document::close(bool discard)
{
    if (!m_session)
        return;
    m_env.jobs.stop();
    m_undo.clear();
    {
        const Lease lease(m_mutex);
        if (discard)
            m_session->discard();
        m_session.reset();
    }
    m_results = {};
    m_outOfDate.clear();
    m_dirty = false;
    m_redescribing = m_redescribeAgain = m_cutting = false;
    forgetCuts();
    emit closed();
}

bool Document::recovered() const
{
    return m_session && m_session->recovered();
}

bool Document::readOnly() const
{
    return m_session && m_session->readOnly();
}

std::vector<core::Diagnostic> Document::notices() const
{
    return m_session ? m_session->notices() : std::vector<core::Diagnostic>{};
}

QString Document::file() const
{
    return m_session ? QString::fromStdString(m_session->file().string()) : QString();
}

QString Document::projectName() const
{
    return m_session ? fromUtf8(m_session->project().name) : QString();
}

QString Document::systemName() const
{
    if (!m_session)
        return {};
    for (const core::System& system : m_session->project().systems)
        if (system.id == m_system)
            return fromUtf8(system.name);
    return {};
}

std::filesystem::path Document::root() const
{
    if (!m_session)
        return {};
    const Lease lease(m_mutex);
    const auto roots = m_session->roots(m_system);
    return roots.empty() ? std::filesystem::path() : roots.front();
}

std::shared_ptr<const core::Alternative> Document::sharedAlternative() const
{
    if (!m_results.split || m_results.split->alternatives.empty())
        return nullptr;
    const auto& all = m_results.split->alternatives;
    const auto found = std::ranges::find(all, m_chosen, &core::Alternative::id);
    return {m_results.split, found == all.end() ? &all.front() : &*found};
}

bool Document::decide(const std::string& area, const std::string& key, std::optional<nlohmann::json> value, const std::string& labelKey)
{
    return decide({Choice{area, key, std::move(value)}}, labelKey);
}

bool Document::decide(const std::vector<Choice>& choices, const std::string& labelKey)
{
    if (!m_session || choices.empty())
        return false;
    core::Edit edit;
    {
        const Lease lease(m_mutex);
        for (const Choice& choice : choices) {
            core::Edit one = m_session->change(choice.system.value_or(m_system), choice.area, choice.key, choice.value, labelKey);
            if (edit.changes.empty())
                edit = std::move(one);
            else
                edit.changes.insert(edit.changes.end(), one.changes.begin(), one.changes.end());
        }
    }
    return push(std::move(edit));
}

bool Document::push(core::Edit edit)
{
    const int before = m_undo.count();
    const std::string labelKey = edit.labelKey;
    m_undo.push(new EditCommand(*this, std::move(edit), m_env.language.text(labelKey)));
    return m_undo.count() > 0 && (m_undo.count() != before || m_undo.index() == m_undo.count());
}

std::optional<nlohmann::json> Document::decision(const std::string& area, const std::string& key) const
{
    if (!m_session)
        return {};
    const Lease lease(m_mutex);
    return m_session->decision(m_system, area, key);
}

std::optional<nlohmann::json> Document::decision(core::SystemId system, const std::string& area, const std::string& key) const
{
    if (!m_session)
        return {};
    const Lease lease(m_mutex);
    return m_session->decision(system, area, key);
}

std::size_t Document::systemCount() const
{
    return m_session ? m_session->project().systems.size() : 0;
}

core::Result<core::Edit> Document::apply(const core::Edit& edit)
{
    const Lease lease(m_mutex);
    return m_session->apply(edit);
}

Parts Document::affected(const core::Edit& edit)
{
    Parts parts;
    for (const core::Change& change : edit.changes) {
        if (change.area == "answer" || change.area == "rider" || change.area == "reading" || change.area == "records" ||
            change.area == "catalog")
            parts |= Part::Assessment;
        else if (change.area.starts_with("function") || change.area == "convention")
            parts |= Part::Count | Part::Estimate;
        else if (change.area == "estimate" || change.area == "isp")
            parts |= Part::Estimate;
        else if (change.area == "suppress")
            parts |= Part::Audit | Part::Maturity;
        else if (change.area == "plan")
            parts |= Part::Plan;
        else if (change.area == service::kPlaceArea)
            parts |= Part::Places;
        else if (change.area != "clause" && change.area != "portfolio")
            parts |= Part::Split;
    }
    return parts;
}

void Document::afterEdit(const core::Edit& edit)
{
    Parts parts = affected(edit);
    {
        const Lease lease(m_mutex);
        if (parts & Part::Assessment) {
            if (auto done = m_engine.assess(*m_session, m_system); !done)
                fail(done.error());
        }
        if (parts & Part::Count && m_results.count) {
            if (auto done = m_engine.recount(*m_session, m_system); !done)
                fail(done.error());
        }
        if (parts & Part::Estimate && m_results.count) {
            if (auto done = m_engine.estimate(*m_session, m_system); !done)
                fail(done.error());
        }
    }
    if (parts & Part::Plan)
        refresh(parts & ~Parts(Part::Split), replan(edit));
    else
        refresh(parts & ~Parts(Part::Split));
    if (parts & Part::Split)
        redescribeSplit();
    if (std::ranges::any_of(edit.changes, [](const core::Change& change) { return change.area == "portfolio"; }))
        emit portfolioChanged();
}

Document::Loaded Document::load(core::ProjectSession& session, core::SystemId system, Parts parts) const
{
    Loaded loaded;
    m_engine.load(session, system, parts, loaded.results);
    const auto chosen = session.decision(system, "alternative", "chosen");
    loaded.chosen = chosen && chosen->is_string() ? chosen->get<std::string>() : std::string();
    using enum core::ResultKind;
    for (const core::ResultKind kind : {Code, Audit, Split, Count, Estimate, Plan})
        if (session.outOfDate(system, kind))
            loaded.outOfDate.insert(kind);
    loaded.dirty = session.dirty();
    return loaded;
}

void Document::take(Loaded loaded, Parts parts)
{
    for (auto* old : {&m_results.split, &m_results.proposedSplit})
        if (parts & Part::Split)
            m_env.jobs.dispose(std::move(*old));
    m_results.take(std::move(loaded.results), parts);
    m_outOfDate = std::move(loaded.outOfDate);
    m_chosen = std::move(loaded.chosen);
    noteDirty(loaded.dirty);
    emit changed(parts);
}

void Document::refresh(Parts parts, std::optional<core::Plan> plan)
{
    if (!m_session)
        return;
    Loaded loaded;
    {
        const Lease lease(m_mutex);
        loaded = load(*m_session, m_system, plan ? parts & ~Parts(Part::Plan) : parts);
    }
    if (plan)
        loaded.results.plan = std::move(plan);
    take(std::move(loaded), parts);
}

std::vector<core::ProjectSession::HistoryEntry> Document::splitHistory() const
{
    std::vector<core::ProjectSession::HistoryEntry> all;
    if (!m_session)
        return all;
    const Lease lease(m_mutex);
    for (const char* area :
         {"member", "context", "merge", "split", "role", "pin", "alternative", service::kImportedArea, service::kCutArea})
        std::ranges::move(m_session->history(m_system, area), std::back_inserter(all));
    std::ranges::stable_sort(all, std::greater(), &core::ProjectSession::HistoryEntry::when);
    return all;
}

void Document::noteDirty(bool dirty)
{
    if (dirty == m_dirty)
        return;
    m_dirty = dirty;
    emit dirtyChanged();
}

void Document::fail(const core::Error& error)
{
    if (error.code == core::ErrorCode::Cancelled)
        emit said(tr("The step was cancelled. What was there before is unchanged."));
    else
        emit trouble(error);
}

} // namespace naru::gui
