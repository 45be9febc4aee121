// The part of a ProjectSession that keeps results and the code model.

#include "core/edit/SessionState.h"

namespace naru::core {

Fingerprint ProjectSession::decisionsFingerprint(SystemId system, const std::vector<std::string>& areas) const
{
    const std::vector<std::string_view> views(areas.begin(), areas.end());
    return m_state->fingerprint(system, views);
}

std::optional<StoredResult> ProjectSession::result(SystemId system, ResultKind kind) const
{
    const auto& cached = m_state->result(system, kind);
    if (!cached)
        return std::nullopt;
    return StoredResult{cached->value, cached->inputs, cached->inputs != m_state->inputs(system, kind)};
}

bool ProjectSession::outOfDate(SystemId system, ResultKind kind) const
{
    const auto& cached = m_state->result(system, kind);
    return cached && cached->inputs != m_state->inputs(system, kind);
}

const nlohmann::json* ProjectSession::storedValue(SystemId system, ResultKind kind) const
{
    const auto& cached = m_state->result(system, kind);
    return cached ? &cached->value : nullptr;
}

std::optional<Fingerprint> ProjectSession::storedContent(SystemId system, ResultKind kind) const
{
    const auto& cached = m_state->result(system, kind);
    return cached ? std::optional(cached->content) : std::nullopt;
}

Result<void> ProjectSession::storeResult(SystemId system, ResultKind kind, nlohmann::json value, const Fingerprint& inputs)
{
    StoredText text{dumped(value), inputs, {}};
    text.content = Fingerprint::of(text.json);
    if (const auto stored = m_state->copy->store().storeResult(system, static_cast<int>(kind), text); !stored)
        return stored;
    m_state->results[{system, kind}] = State::CachedResult{std::move(value), inputs, text.content};
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

std::optional<Fingerprint> ProjectSession::codeSource(SystemId system) const
{
    const auto& origin = m_state->codeOrigin(system);
    return origin ? std::optional(origin->source) : std::nullopt;
}

Result<void> ProjectSession::storeCodeModel(SystemId id, const CodeModel& model)
{
    if (m_state->system(id) == nullptr)
        return failure(ErrorCode::NotFound, "core.project.no-system", {{"system", std::to_string(id)}});
    const auto stored = m_state->copy->store().transact([&](SQLite::Database& database) -> Result<void> {
        writeCodeModel(database, id, model, m_state->joinedRoots(id));
        return {};
    });
    if (!stored)
        return stored;
    m_state->code.erase(id); // read again on demand: the caller goes on owning its model
    m_state->codeOrigins.erase(id);
    return {};
}

} // namespace naru::core
