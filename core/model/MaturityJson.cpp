#include "core/model/MaturityJson.h"

#include "core/model/ModelJson.h"

#include <algorithm>
#include <array>

namespace naru::core {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 3> kCriterionStates{"met", "unmet", "unknown"};

json criterionJson(const CriterionResult& criterion)
{
    return {{"id", criterion.id},     {"level", criterion.level},         {"view", criterion.view},
            {"text", criterion.text}, {"state", nameOf(criterion.state)}, {"evidence", criterion.evidence}};
}

CriterionResult criterionFromJson(const json& value)
{
    CriterionResult out;
    out.id = value.at("id").get<std::string>();
    out.level = value.at("level").get<int>();
    out.view = value.value("view", "");
    out.text = value.value("text", LocalText());
    const auto found = std::ranges::find(kCriterionStates, std::string_view(value.at("state").get_ref<const std::string&>()));
    out.state = found == kCriterionStates.end() ? CriterionState::Unknown : static_cast<CriterionState>(found - kCriterionStates.begin());
    out.evidence = value.value("evidence", std::vector<Evidence>());
    return out;
}

LadderResult ladderFromJson(const json& value)
{
    LadderResult out;
    out.id = value.at("id").get<std::string>();
    out.name = value.value("name", LocalText());
    out.level = value.at("level").get<int>();
    out.lowest = value.value("lowest", 0);
    out.highest = value.value("highest", 3);
    out.levelName = value.value("levelName", LocalText());
    for (const json& criterion : value.at("criteria"))
        out.criteria.push_back(criterionFromJson(criterion));
    out.missingForNext = value.value("missingForNext", std::vector<std::string>());
    return out;
}

} // namespace

std::string_view nameOf(CriterionState state)
{
    return kCriterionStates.at(static_cast<std::size_t>(state));
}

json toJson(const Maturity& maturity)
{
    json out{{"schema", "naru.maturity/1"}, {"ladders", json::array()}};
    for (const LadderResult& ladder : maturity.ladders) {
        json one{{"id", ladder.id},           {"name", ladder.name},
                 {"level", ladder.level},     {"lowest", ladder.lowest},
                 {"highest", ladder.highest}, {"levelName", ladder.levelName},
                 {"criteria", json::array()}, {"missingForNext", ladder.missingForNext}};
        for (const CriterionResult& criterion : ladder.criteria)
            one["criteria"].push_back(criterionJson(criterion));
        out["ladders"].push_back(std::move(one));
    }
    return out;
}

Result<Maturity> maturityFromJson(const json& value)
{
    try {
        Maturity out;
        for (const json& ladder : value.at("ladders"))
            out.ladders.push_back(ladderFromJson(ladder));
        return out;
    } catch (const json::exception& error) {
        return failure(ErrorCode::Malformed, "core.json.malformed", {{"detail", error.what()}});
    }
}

} // namespace naru::core
