#include "core/edit/SessionState.h"

#include "core/edit/Staleness.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <ctime>

namespace naru::core {

namespace {

std::string systemClock()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

} // namespace

std::string dumped(const nlohmann::json& value)
{
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<nlohmann::json> asStored(const std::optional<nlohmann::json>& value)
{
    if (!value)
        return std::nullopt;
    return nlohmann::json::parse(dumped(*value));
}

std::string ProjectSession::State::now() const
{
    return options.clock ? options.clock() : systemClock();
}

const System* ProjectSession::State::system(SystemId id) const
{
    for (const System& system : project.systems)
        if (system.id == id)
            return &system;
    return nullptr;
}

std::string ProjectSession::State::joinedRoots(SystemId id) const
{
    std::string text;
    if (const System* known = system(id); known != nullptr)
        for (const std::string& root : known->roots)
            text += root + "\n";
    return text;
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
    const std::string roots = joinedRoots(id);
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

} // namespace naru::core
