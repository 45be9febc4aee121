#include "planning/Weights.h"

#include "core/base/JsonDocument.h"
#include "core/model/LocalTextData.h"

#include <algorithm>
#include <cmath>

namespace naru::planning {

using core::JsonCursor;

namespace {

double positiveAt(const JsonCursor& place)
{
    const double value = place.number();
    if (!(value > 0))
        place.expected("a number above 0");
    return value;
}

std::vector<OrderWeight> weightsAt(const JsonCursor& place)
{
    std::vector<OrderWeight> out;
    for (const JsonCursor& at : place.items()) {
        out.push_back({.id = at.at("id").string(),
                       .weight = at.at("weight").number(),
                       .name = core::localTextWithin(at.at("name")),
                       .meaning = core::localTextWithin(at.at("meaning"))});
        if (!(out.back().weight >= 0))
            at.at("weight").expected("a number of 0 or more");
    }
    return out;
}

} // namespace

core::Result<PlanWeights> PlanWeights::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "planning" / "weights.json", [](const JsonCursor& root) {
        static const std::vector<std::string_view> kSchema = {"naru.plan-weights/1"};
        (void)root.at("schema").choice(kSchema);
        PlanWeights out;
        out.edition = root.at("edition").string();
        out.pull = weightsAt(root.at("pull"));
        out.hold = weightsAt(root.at("hold"));
        out.pilotHold = positiveAt(root.at("pilotHold"));
        out.pilotData = root.at("pilotData").number();
        out.pilotFunctions = root.at("pilotFunctions").number();
        out.ownerFirst = root.at("ownerFirst").number();
        out.teamSize = positiveAt(root.at("teamSize"));
        out.longestWaveMonths = positiveAt(root.at("longestWaveMonths"));
        out.contextsPerWave = positiveAt(root.at("contextsPerWave"));
        out.preparationPercent = root.at("preparationPercent").number();
        out.fpPerManMonth = positiveAt(root.at("fpPerManMonth"));
        return out;
    });
}

bool PlanWeights::set(std::string_view id, double value)
{
    if (!std::isfinite(value) || value < 0)
        return false;
    for (std::vector<OrderWeight>* side : {&pull, &hold})
        if (const auto found = std::ranges::find(*side, id, &OrderWeight::id); found != side->end()) {
            found->weight = value;
            return true;
        }
    for (const auto& [name, target] :
         {std::pair<std::string_view, double*>{"preparationPercent", &preparationPercent},
          {"ownerFirst", &ownerFirst},
          {"pilotData", &pilotData},
          {"pilotFunctions", &pilotFunctions}})
        if (id == name) {
            *target = value;
            return true;
        }
    double* number = id == "teamSize"            ? &teamSize
                     : id == "longestWaveMonths" ? &longestWaveMonths
                     : id == "contextsPerWave"   ? &contextsPerWave
                     : id == "pilotHold"         ? &pilotHold
                     : id == "fpPerManMonth"     ? &fpPerManMonth
                                                 : nullptr;
    if (number == nullptr || value == 0)
        return false;
    *number = value;
    return true;
}

} // namespace naru::planning
