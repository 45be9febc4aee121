#include "core/model/PortfolioJson.h"

#include "core/model/ModelJson.h"
#include "core/model/Numbers.h"

namespace naru::core {

using nlohmann::json;

namespace {

json systemJson(const PortfolioSystem& one)
{
    return {{"system", one.system},
            {"name", one.name},
            {"rank", one.rank},
            {"readiness", one.readiness ? json(*one.readiness) : json()},
            {"value", one.value ? json(*one.value) : json()},
            {"score", one.score},
            {"parts", pairs(one.parts)},
            {"segment", one.segment},
            {"proposedSegment", one.proposedSegment},
            {"reason", one.reasonKey},
            {"reasonArgs", pairs(one.reasonArgs)},
            {"overridden", one.overridden},
            {"note", one.note},
            {"functionPoints", numberFromText(one.functionPoints)},
            {"cost", numberFromText(one.cost)},
            {"year", one.year},
            {"yearChosen", one.yearChosen},
            {"gaps", one.gaps}};
}

} // namespace

json toJson(const Portfolio& portfolio)
{
    json systems = json::array();
    for (const PortfolioSystem& one : portfolio.systems)
        systems.push_back(systemJson(one));
    json roadmap = json::array();
    for (const RoadmapYear& one : portfolio.roadmap)
        roadmap.push_back({{"year", one.year},
                           {"targetPercent", one.targetPercent},
                           {"systems", one.systems},
                           {"reachedPercent", one.reachedPercent},
                           {"budget", numberFromText(one.budget)},
                           {"withoutCost", one.withoutCost}});
    json effects = json::array();
    for (const ExpectedEffect& one : portfolio.effects)
        effects.push_back(
            {{"id", one.id}, {"name", one.name}, {"text", one.text}, {"findings", one.findings}, {"factors", one.factors}, {"systems", pairs(one.systems)}});
    json contract = json::array();
    for (const ContractClause& one : portfolio.contract)
        contract.push_back({{"id", one.id}, {"title", one.title}, {"text", one.text}});
    json checklist = json::array();
    for (const StageItem& one : portfolio.checklist)
        checklist.push_back({{"stage", one.stage}, {"text", one.text}});
    return {{"schema", "naru.portfolio/1"}, {"edition", portfolio.edition},
            {"systems", systems},           {"roadmap", roadmap},
            {"effects", effects},           {"contract", contract},
            {"checklist", checklist},       {"targetSource", portfolio.targetSource},
            {"notes", portfolio.notes},     {"unmatched", portfolio.unmatched}};
}

} // namespace naru::core
