#include "app/service/Planning.h"
#include "app/service/Services.h"

#include "core/base/Files.h"
#include "core/base/JsonPlace.h"

#include <algorithm>
#include <array>
#include <map>

namespace naru::service {

namespace fs = std::filesystem;

using core::ErrorCode;
using core::failure;
using core::Result;
using nlohmann::json;

namespace {

constexpr int kMostWaves = 1000;

/// Reads an order file into values of decisions, keyed as in the area "plan"; null takes a decision back.
class OrderReader {
public:
    OrderReader(const core::Alternative& split, planning::PlanWeights weights, std::string file)
        : m_split(split),
          m_weights(std::move(weights)),
          m_file(std::move(file))
    {
    }

    Result<std::map<std::string, json>> read(const json& order)
    {
        constexpr std::array<std::string_view, 6> kKnown = {"schema", "note", "pilot", "waves", "before", "weights"};
        if (!order.is_object())
            return fault("service.order.form");
        for (const auto& [key, value] : order.items())
            if (std::ranges::find(kKnown, key) == kKnown.end())
                return fault("service.order.key", key);
        for (const auto step : {&OrderReader::pilot, &OrderReader::waves, &OrderReader::before, &OrderReader::weights})
            if (const auto done = (this->*step)(order); !done)
                return std::unexpected(done.error());
        return std::move(m_values);
    }

    [[nodiscard]] bool listsOrder() const { return m_listsOrder; }

private:
    [[nodiscard]] std::unexpected<core::Error> fault(const char* key, const std::string& what = {}) const
    {
        return failure(ErrorCode::InvalidArgument, key, {{"what", what}}, m_file);
    }

    /// The id of a context that is named by its id or its name.
    [[nodiscard]] Result<std::string> context(const json& named) const
    {
        const std::string text = named.is_string() ? named.get<std::string>() : named.dump();
        for (const auto part : {&core::Context::id, &core::Context::name})
            if (const auto found = std::ranges::find(m_split.contexts, text, part); found != m_split.contexts.end())
                return found->id;
        return fault("service.order.context", text);
    }

    Result<void> pilot(const json& order)
    {
        if (!order.contains("pilot"))
            return {};
        json& value = m_values["pilot"];
        if (order.at("pilot").is_null())
            return {};
        auto id = context(order.at("pilot"));
        if (!id)
            return std::unexpected(id.error());
        value = std::move(*id);
        return {};
    }

    Result<void> waves(const json& order)
    {
        const json waves = order.value("waves", json::object());
        if (!waves.is_object())
            return fault("service.order.key", "waves");
        for (const auto& [name, wave] : waves.items()) {
            const auto id = context(name);
            if (!id)
                return std::unexpected(id.error());
            if (!wave.is_null() && (!wave.is_number_integer() || wave < 1 || wave > kMostWaves))
                return fault("service.order.wave", name);
            m_values["wave/" + *id] = wave;
        }
        return {};
    }

    Result<void> before(const json& order)
    {
        const json lists = order.value("before", json::array());
        m_listsOrder = order.contains("before");
        if (!lists.is_array())
            return fault("service.order.key", "before");
        for (const json& list : lists) {
            if (!list.is_array() || list.size() < 2)
                return fault("service.order.pair", list.dump());
            for (std::size_t i = 0; i + 1 < list.size(); ++i) {
                const auto first = context(list[i]);
                const auto second = context(list[i + 1]);
                if (!first || !second)
                    return std::unexpected(first ? second.error() : first.error());
                if (*first == *second)
                    return fault("service.order.pair", list.dump());
                m_values["before/" + *first].push_back(*second);
            }
        }
        return {};
    }

    Result<void> weights(const json& order)
    {
        const json weights = order.value("weights", json::object());
        if (!weights.is_object())
            return fault("service.order.key", "weights");
        for (const auto& [id, value] : weights.items()) {
            const double set = value.is_number() ? value.get<double>() : value.is_null() ? 1 : -1;
            if (!m_weights.set(id, set))
                return fault("service.order.weight", id);
            m_values["weight/" + id] = value;
        }
        return {};
    }

    const core::Alternative& m_split;
    planning::PlanWeights m_weights;
    std::string m_file;
    std::map<std::string, json> m_values;
    bool m_listsOrder = false;
};

} // namespace

Result<void> ProjectService::chooseOrder(core::SystemId system, const fs::path& file)
{
    auto weights = planning::PlanWeights::load(m_resources);
    if (!weights)
        return std::unexpected(weights.error());
    const auto order = core::readJson(file);
    if (!order)
        return std::unexpected(order.error());
    const auto split = storedSplit(system);
    if (!split || split->alternatives.empty())
        return failure(ErrorCode::InvalidArgument, "service.order.no-split", {}, core::toUtf8(file));
    OrderReader reader(split->alternatives.front(), std::move(*weights), core::toUtf8(file));
    auto values = reader.read(*order);
    if (!values) {
        core::Error error = std::move(values.error());
        error.line = core::lineOfWord(file, error.args.front().second);
        return std::unexpected(std::move(error));
    }
    if (reader.listsOrder()) // the list is the whole list: wishes that it does not name are taken back
        for (const core::Decision& decision : m_session.decisions(system, "plan"))
            if (decision.key.starts_with("before/"))
                values->try_emplace(decision.key);
    core::Edit edit;
    for (const auto& [key, value] : *values) {
        const auto now = m_session.decision(system, "plan", key);
        if (value.is_null() ? !now.has_value() : now == value)
            continue;
        core::Edit one = m_session.change(system, "plan", key, value.is_null() ? std::nullopt : std::optional(value), "service.edit.plan");
        if (edit.changes.empty())
            edit = std::move(one);
        else
            edit.changes.insert(edit.changes.end(), one.changes.begin(), one.changes.end());
    }
    if (edit.changes.empty())
        return {};
    const auto applied = m_session.apply(edit);
    return applied ? Result<void>() : std::unexpected(applied.error());
}

} // namespace naru::service
