#include "core/edit/ProjectSession.h"

#include "core/base/Files.h"
#include "core/edit/SessionState.h"

#include <system_error>
#include <utility>

namespace naru::core {

namespace fs = std::filesystem;

ProjectSession::ProjectSession(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ProjectSession::~ProjectSession() = default;

Result<std::unique_ptr<ProjectSession>> ProjectSession::create(const fs::path& file, const std::string& name, const SessionOptions& options)
{
    auto state = std::make_unique<State>();
    state->options = options;
    auto copy = WorkingCopy::create(file, {name, state->now(), {}}, options.stateFolder);
    if (!copy)
        return std::unexpected(copy.error());
    state->copy = std::move(*copy);
    std::unique_ptr<ProjectSession> session(new ProjectSession(std::move(state)));
    if (const auto loaded = session->load(); !loaded)
        return std::unexpected(loaded.error());
    return session;
}

Result<std::unique_ptr<ProjectSession>> ProjectSession::open(const fs::path& file, const SessionOptions& options)
{
    auto copy = WorkingCopy::open(file, options.stateFolder);
    if (!copy)
        return std::unexpected(copy.error());
    auto state = std::make_unique<State>();
    state->options = options;
    state->copy = std::move(*copy);
    std::unique_ptr<ProjectSession> session(new ProjectSession(std::move(state)));
    if (const auto loaded = session->load(); !loaded) {
        Error error = loaded.error();
        error.path = toUtf8(file);
        return std::unexpected(error);
    }
    return session;
}

Result<void> ProjectSession::load()
{
    auto project = m_state->copy->store().project();
    if (!project)
        return std::unexpected(project.error());
    m_state->project = std::move(*project);
    auto decisions = m_state->copy->store().decisions();
    if (!decisions)
        return std::unexpected(decisions.error());
    for (Decision& decision : *decisions) {
        DecisionKey key{decision.system, decision.area, decision.key};
        m_state->decisions.emplace(std::move(key), std::move(decision));
    }
    return {};
}

const fs::path& ProjectSession::file() const
{
    return m_state->copy->file();
}
bool ProjectSession::recovered() const
{
    return m_state->copy->recovered();
}
bool ProjectSession::readOnly() const
{
    return m_state->copy->readOnly();
}
bool ProjectSession::dirty() const
{
    return m_state->copy->dirty();
}
bool ProjectSession::fileChanged() const
{
    return m_state->copy->fileChanged();
}
const std::vector<Diagnostic>& ProjectSession::notices() const
{
    return m_state->copy->notices();
}
void ProjectSession::setPerson(const std::string& person)
{
    m_state->options.person = person;
}
Result<void> ProjectSession::save()
{
    return m_state->copy->save();
}
Result<void> ProjectSession::saveKeepingOther()
{
    return m_state->copy->save(WorkingCopy::OnChange::KeepBoth);
}
Result<void> ProjectSession::saveAs(const fs::path& file)
{
    return m_state->copy->saveAs(file);
}
void ProjectSession::discard()
{
    m_state->copy->discard();
}

const Project& ProjectSession::project() const
{
    return m_state->project;
}

Result<SystemId> ProjectSession::addSystem(const std::string& name, const std::vector<std::string>& roots)
{
    System system{0, name, roots};
    const auto id = m_state->copy->store().addSystem(system);
    if (!id)
        return id;
    system.id = *id;
    m_state->project.systems.push_back(std::move(system));
    return id;
}

Result<void> ProjectSession::updateSystem(const System& system)
{
    if (const auto updated = m_state->copy->store().updateSystem(system); !updated)
        return updated;
    for (System& known : m_state->project.systems)
        if (known.id == system.id)
            known = system;
    return {};
}

std::vector<fs::path> ProjectSession::roots(SystemId id) const
{
    std::vector<fs::path> paths;
    std::error_code ignored;
    const System* system = m_state->system(id);
    if (system == nullptr)
        return paths;
    const fs::path folder = fs::absolute(file(), ignored).parent_path();
    for (const std::string& root : system->roots)
        paths.push_back((folder / root).lexically_normal()); // an absolute root replaces the folder
    return paths;
}

Result<Edit> ProjectSession::apply(const Edit& edit)
{
    if (const auto checked = m_state->checkBefore(edit); !checked)
        return std::unexpected(checked.error());
    Edit stored = edit;
    if (stored.who.empty())
        stored.who = m_state->options.person;
    for (Change& change : stored.changes) {
        change.before = asStored(change.before);
        change.after = asStored(change.after);
    }
    if (stored.changes.empty())
        return inverse(stored);
    const std::string when = m_state->now();
    if (const auto recorded = m_state->copy->store().record(stored, when); !recorded)
        return std::unexpected(recorded.error());
    for (const Change& change : stored.changes) {
        DecisionKey key{change.system, change.area, change.key};
        if (change.after)
            m_state->decisions[std::move(key)] = {change.system, change.area, change.key, *change.after, stored.who, when};
        else
            m_state->decisions.erase(key);
    }
    return inverse(stored);
}

Edit ProjectSession::change(SystemId system, std::string_view area, std::string_view key, std::optional<nlohmann::json> after,
                            std::string_view labelKey) const
{
    Change one{system, std::string(area), std::string(key), decision(system, area, key), std::move(after)};
    return {std::string(labelKey), {std::move(one)}, m_state->options.person, {}};
}

std::vector<Decision> ProjectSession::decisions(SystemId system, std::string_view area) const
{
    std::vector<Decision> found;
    for (auto at = m_state->decisions.lower_bound({system, std::string(area), ""}); at != m_state->decisions.end(); ++at) {
        if (at->second.system != system || at->second.area != area)
            break;
        found.push_back(at->second);
    }
    return found;
}

std::optional<nlohmann::json> ProjectSession::decision(SystemId system, std::string_view area, std::string_view key) const
{
    const auto found = m_state->decisions.find({system, std::string(area), std::string(key)});
    return found == m_state->decisions.end() ? std::nullopt : std::optional(found->second.value);
}

std::vector<ProjectSession::HistoryEntry> ProjectSession::history(SystemId system, std::string_view area) const
{
    std::vector<HistoryEntry> entries;
    auto recorded = m_state->copy->store().history(system, std::string(area));
    if (recorded)
        for (RecordedChange& one : *recorded)
            entries.push_back(
                {std::move(one.change), std::move(one.labelKey), std::move(one.who), std::move(one.when), std::move(one.note)});
    return entries;
}

} // namespace naru::core
