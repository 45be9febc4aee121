#include "core/edit/ProjectSession.h"

#include "core/base/Files.h"
#include "core/edit/Staleness.h"
#include "core/storage/CodeModelStore.h"
#include "core/storage/WorkingCopy.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <map>
#include <tuple>
#include <utility>

namespace naru::core {

namespace fs = std::filesystem;

namespace {

using DecisionKey = std::tuple<SystemId, std::string, std::string>;
using ResultKey = std::pair<SystemId, ResultKind>;

std::string systemClock()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

std::string dumped(const nlohmann::json& value)
{
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// The value as it will be read back: NaN becomes null, bytes that are no UTF-8 are replaced.
std::optional<nlohmann::json> asStored(const std::optional<nlohmann::json>& value)
{
    if (!value)
        return std::nullopt;
    return nlohmann::json::parse(dumped(*value));
}

} // namespace

struct ProjectSession::State {
    struct CachedResult {
        nlohmann::json value;
        Fingerprint inputs;
        Fingerprint content;
    };

    std::unique_ptr<WorkingCopy> copy;
    SessionOptions options;
    Project project;
    std::map<DecisionKey, Decision> decisions;
    // What was read or written is kept, as pages ask for it again and again. An empty entry: there is none.
    std::map<ResultKey, std::optional<CachedResult>> results;
    std::map<SystemId, std::shared_ptr<const CodeModel>> code;
    std::map<SystemId, std::optional<CodeOrigin>> codeOrigins;

    [[nodiscard]] std::string now() const { return options.clock ? options.clock() : systemClock(); }
    [[nodiscard]] const System* system(SystemId id) const
    {
        for (const System& system : project.systems)
            if (system.id == id)
                return &system;
        return nullptr;
    }

    const std::optional<CachedResult>& result(SystemId system, ResultKind kind);
    const std::optional<CodeOrigin>& codeOrigin(SystemId system);
    void addSplitNames(FingerprintBuilder& builder, SystemId system);
    Fingerprint codeFingerprint(SystemId system);
    Fingerprint inputs(SystemId system, ResultKind kind);
    [[nodiscard]] Fingerprint fingerprint(SystemId system, std::span<const std::string_view> areas) const;
    Result<void> checkBefore(const Edit& edit) const;
};

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

Result<void> ProjectSession::State::checkBefore(const Edit& edit) const
{
    std::map<DecisionKey, std::optional<nlohmann::json>> seen; // an edit may change one key twice
    for (const Change& change : edit.changes) {
        if (change.area.empty())
            return failure(ErrorCode::InvalidArgument, "core.edit.no-area", {{"key", change.key}});
        if (change.system != 0 && system(change.system) == nullptr)
            return failure(ErrorCode::NotFound, "core.project.no-system", {{"system", std::to_string(change.system)}});
        DecisionKey key{change.system, change.area, change.key};
        std::optional<nlohmann::json> present;
        if (const auto earlier = seen.find(key); earlier != seen.end())
            present = earlier->second;
        else if (const auto found = decisions.find(key); found != decisions.end())
            present = found->second.value;
        if (present != asStored(change.before))
            return failure(ErrorCode::Conflict, "core.edit.before-differs", {{"area", change.area}, {"key", change.key}});
        seen[std::move(key)] = asStored(change.after);
    }
    return {};
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

Fingerprint ProjectSession::State::fingerprint(SystemId system, std::span<const std::string_view> areas) const
{
    FingerprintBuilder builder;
    for (const std::string_view area : areas) {
        builder.add(area);
        for (auto at = decisions.lower_bound({system, std::string(area), ""}); at != decisions.end(); ++at) {
            if (at->second.system != system || at->second.area != area)
                break;
            // Who decided and when are no input: the same decision taken again changes no result.
            builder.add(at->second.key).add(dumped(at->second.value));
        }
    }
    return builder.finish();
}

Fingerprint ProjectSession::decisionsFingerprint(SystemId system, const std::vector<std::string>& areas) const
{
    const std::vector<std::string_view> views(areas.begin(), areas.end());
    return m_state->fingerprint(system, views);
}

const std::optional<ProjectSession::State::CachedResult>& ProjectSession::State::result(SystemId system, ResultKind kind)
{
    const auto [place, fresh] = results.try_emplace({system, kind});
    if (!fresh)
        return place->second;
    const auto stored = copy->store().result(system, static_cast<int>(kind));
    if (stored && *stored) {
        auto value = nlohmann::json::parse((*stored)->json, nullptr, false);
        if (!value.is_discarded())
            place->second = CachedResult{std::move(value), (*stored)->inputs, (*stored)->content};
    }
    return place->second;
}

const std::optional<CodeOrigin>& ProjectSession::State::codeOrigin(SystemId system)
{
    const auto [place, fresh] = codeOrigins.try_emplace(system);
    if (fresh)
        if (auto origin = core::codeOrigin(copy->store().database(), system))
            place->second = std::move(*origin);
    return place->second;
}

Fingerprint ProjectSession::State::codeFingerprint(SystemId id)
{
    const auto& origin = codeOrigin(id);
    if (!origin)
        return {};
    const System* known = system(id);
    const std::string roots = known == nullptr ? std::string() : joined(known->roots);
    if (roots == origin->roots)
        return origin->source;
    return FingerprintBuilder().add(origin->source).add(roots).finish(); // another tree than the one that was read
}

void ProjectSession::State::addSplitNames(FingerprintBuilder& builder, SystemId system)
{
    const auto& split = result(system, ResultKind::Split);
    if (!split)
        return;
    const auto alternatives = split->value.find("alternatives");
    if (alternatives == split->value.end() || !alternatives->is_array() || alternatives->empty())
        return;
    const auto contexts = alternatives->front().find("contexts");
    if (contexts == alternatives->front().end())
        return;
    for (const nlohmann::json& context : *contexts)
        builder.add(context.value("id", "")).add(context.value("name", ""));
}

Fingerprint ProjectSession::State::inputs(SystemId system, ResultKind kind)
{
    if (kind == ResultKind::Code)
        return codeFingerprint(system);
    const ResultInputs rests = inputsOf(kind);
    FingerprintBuilder builder;
    for (const ResultKind input : rests.results) {
        // Both what the input is and what it should be made of: a result on top of a result that is out of date is so, too.
        builder.add(inputs(system, input));
        if (input != ResultKind::Code)
            builder.add(result(system, input) ? result(system, input)->content : Fingerprint());
    }
    if (rests.splitNames)
        addSplitNames(builder, system);
    builder.add(fingerprint(system, rests.areas));
    return builder.finish();
}

std::optional<StoredResult> ProjectSession::result(SystemId system, ResultKind kind) const
{
    const auto& cached = m_state->result(system, kind);
    if (!cached)
        return std::nullopt;
    return StoredResult{cached->value, cached->inputs, cached->inputs != m_state->inputs(system, kind)};
}

Result<void> ProjectSession::storeResult(SystemId system, ResultKind kind, const nlohmann::json& value, const Fingerprint& inputs)
{
    StoredText text{dumped(value), inputs, {}};
    text.content = Fingerprint::of(text.json);
    if (const auto stored = m_state->copy->store().storeResult(system, static_cast<int>(kind), text); !stored)
        return stored;
    m_state->results[{system, kind}] = State::CachedResult{value, inputs, text.content};
    return {};
}

Fingerprint ProjectSession::currentInputs(SystemId system, ResultKind kind) const
{
    return m_state->inputs(system, kind);
}

std::shared_ptr<const CodeModel> ProjectSession::codeModel(SystemId system) const
{
    const auto [place, fresh] = m_state->code.try_emplace(system);
    if (fresh)
        if (auto model = readCodeModel(m_state->copy->store().database(), system))
            place->second = std::move(*model);
    return place->second;
}

Result<void> ProjectSession::storeCodeModel(SystemId id, const CodeModel& model)
{
    const System* known = m_state->system(id);
    if (known == nullptr)
        return failure(ErrorCode::NotFound, "core.project.no-system", {{"system", std::to_string(id)}});
    const auto stored = m_state->copy->store().transact([&](SQLite::Database& database) -> Result<void> {
        writeCodeModel(database, id, model, joined(known->roots));
        return {};
    });
    if (!stored)
        return stored;
    m_state->code.erase(id); // read again on demand: the caller goes on owning its model
    m_state->codeOrigins.erase(id);
    return {};
}

} // namespace naru::core
