#include "core/model/CapacityJson.h"

#include "core/model/ModelJson.h"
#include "core/model/Numbers.h"

namespace naru::core {

using nlohmann::json;

namespace {

json levelJson(const ServiceLevel& level)
{
    return {{"least", level.least},
            {"most", level.most},
            {"instanceHours", level.instanceHours},
            {"served", level.served},
            {"refused", level.refused},
            {"meanResponseMs", level.meanResponseMs},
            {"meanWaitMs", level.meanWaitMs},
            {"worstResponseMs", level.worstResponseMs},
            {"utilisation", level.utilisation},
            {"hoursOverloaded", level.hoursOverloaded}};
}

ServiceLevel levelFrom(const json& value)
{
    return {.least = value.value("least", 0),
            .most = value.value("most", 0),
            .instanceHours = value.value("instanceHours", 0.0),
            .served = value.value("served", 0.0),
            .refused = value.value("refused", 0.0),
            .meanResponseMs = value.value("meanResponseMs", 0.0),
            .meanWaitMs = value.value("meanWaitMs", 0.0),
            .worstResponseMs = value.value("worstResponseMs", 0.0),
            .utilisation = value.value("utilisation", 0.0),
            .hoursOverloaded = value.value("hoursOverloaded", 0)};
}

json peakJson(const PeakCheck& check)
{
    return {{"requestsPerHour", check.requestsPerHour}, {"instances", check.instances}, {"stable", check.stable},
            {"simulatedMs", check.simulatedMs},         {"formulaMs", check.formulaMs}, {"simulatedWaitMs", check.simulatedWaitMs},
            {"formulaWaitMs", check.formulaWaitMs}};
}

PeakCheck peakFrom(const json& value)
{
    return {.requestsPerHour = value.value("requestsPerHour", 0.0),
            .instances = value.value("instances", 0),
            .stable = value.value("stable", false),
            .simulatedMs = value.value("simulatedMs", 0.0),
            .formulaMs = value.value("formulaMs", 0.0),
            .simulatedWaitMs = value.value("simulatedWaitMs", 0.0),
            .formulaWaitMs = value.value("formulaWaitMs", 0.0)};
}

json serviceJson(const ServiceCapacity& one)
{
    return {{"profile", one.profile},
            {"context", one.context},
            {"name", one.name},
            {"serviceMs", one.serviceMs},
            {"hours", one.hours},
            {"missing", one.missing},
            {"requests", one.requests},
            {"peak", one.peak},
            {"fixed", levelJson(one.fixed)},
            {"scaled", levelJson(one.scaled)},
            {"fixedPeak", peakJson(one.fixedPeak)},
            {"scaledPeak", peakJson(one.scaledPeak)},
            {"warnings", one.warnings}};
}

ServiceCapacity serviceFrom(const json& value)
{
    return {.profile = value.value("profile", ""),
            .context = value.value("context", ""),
            .name = value.value("name", ""),
            .serviceMs = value.value("serviceMs", 0.0),
            .hours = value.value("hours", 0),
            .missing = value.value("missing", 0),
            .requests = value.value("requests", 0.0),
            .peak = value.value("peak", 0.0),
            .fixed = levelFrom(value.at("fixed")),
            .scaled = levelFrom(value.at("scaled")),
            .fixedPeak = peakFrom(value.at("fixedPeak")),
            .scaledPeak = peakFrom(value.at("scaledPeak")),
            .warnings = value.value("warnings", std::vector<std::string>())};
}

json caseJson(const TestCaseAnswer& one)
{
    return {{"id", one.id},
            {"name", one.name},
            {"requests", one.requests},
            {"responseMs", one.responseMs},
            {"perSecond", one.perSecond},
            {"modelRequests", one.modelRequests},
            {"modelResponseMs", one.modelResponseMs},
            {"modelPerSecond", one.modelPerSecond},
            {"modelInstances", one.modelInstances}};
}

TestCaseAnswer caseFrom(const json& value)
{
    return {.id = value.value("id", ""),
            .name = value.value("name", LocalText()),
            .requests = value.value("requests", 0.0),
            .responseMs = value.value("responseMs", 0.0),
            .perSecond = value.value("perSecond", 0.0),
            .modelRequests = value.value("modelRequests", 0.0),
            .modelResponseMs = value.value("modelResponseMs", 0.0),
            .modelPerSecond = value.value("modelPerSecond", 0.0),
            .modelInstances = value.value("modelInstances", 0)};
}

json costItemJson(const RunningCostItem& item)
{
    return {{"id", item.id},
            {"side", item.container ? "container" : "vm"},
            {"period", item.period},
            {"name", item.name},
            {"unit", item.unit},
            {"quantity", item.quantity},
            {"price", item.price},
            {"factorName", item.factorName},
            {"factor", item.factor},
            {"formula", item.formula},
            {"firstYear", numberFromText(item.firstYear)},
            {"total", numberFromText(item.total)}};
}

RunningCostItem itemFrom(const json& value)
{
    return {.id = value.value("id", ""),
            .container = value.value("side", "") == "container",
            .period = value.value("period", ""),
            .name = value.value("name", LocalText()),
            .unit = value.value("unit", LocalText()),
            .quantity = value.value("quantity", ""),
            .price = value.value("price", ""),
            .factorName = value.value("factorName", LocalText()),
            .factor = value.value("factor", ""),
            .formula = value.value("formula", ""),
            .firstYear = textFromNumber(value, "firstYear"),
            .total = textFromNumber(value, "total")};
}

} // namespace

json toJson(const Capacity& capacity)
{
    json services = json::array();
    for (const ServiceCapacity& one : capacity.services)
        services.push_back(serviceJson(one));
    json cases = json::array();
    for (const TestCaseAnswer& one : capacity.cases)
        cases.push_back(caseJson(one));
    json assumptions = json::array();
    for (const auto& [name, value] : capacity.assumptions)
        assumptions.push_back({{"name", name}, {"value", value}});
    return {{"seed", capacity.seed},
            {"edition", capacity.edition},
            {"services", services},
            {"fixedInstanceHours", capacity.fixedInstanceHours},
            {"scaledInstanceHours", capacity.scaledInstanceHours},
            {"fixedInstances", capacity.fixedInstances},
            {"scaledPeak", capacity.scaledPeak},
            {"poolInstances", capacity.poolInstances},
            {"week", {{"requests", capacity.weekRequests}, {"fixed", capacity.weekFixed}, {"scaled", capacity.weekScaled}}},
            {"cases", cases},
            {"caseRatios",
             {{"throughput", capacity.caseThroughput},
              {"response", capacity.caseResponse},
              {"modelThroughput", capacity.modelThroughput},
              {"modelResponse", capacity.modelResponse}}},
            {"caseSource", capacity.caseSource},
            {"caseAssumptions", capacity.caseAssumptions},
            {"assumptions", assumptions},
            {"notes", capacity.notes}};
}

Capacity capacityFrom(const json& value)
{
    Capacity out;
    out.seed = value.value("seed", std::uint64_t{0});
    out.edition = value.value("edition", "");
    for (const json& one : listIn(value, "services"))
        out.services.push_back(serviceFrom(one));
    for (const json& one : listIn(value, "cases"))
        out.cases.push_back(caseFrom(one));
    for (const json& one : listIn(value, "assumptions"))
        out.assumptions.emplace_back(one.value("name", ""), one.value("value", ""));
    out.fixedInstanceHours = value.value("fixedInstanceHours", 0.0);
    out.scaledInstanceHours = value.value("scaledInstanceHours", 0.0);
    out.fixedInstances = value.value("fixedInstances", 0);
    out.scaledPeak = value.value("scaledPeak", 0);
    out.poolInstances = value.value("poolInstances", 0);
    const json week = value.value("week", json::object());
    out.weekRequests = week.value("requests", std::vector<double>());
    out.weekFixed = week.value("fixed", std::vector<double>());
    out.weekScaled = week.value("scaled", std::vector<double>());
    const json ratios = value.value("caseRatios", json::object());
    out.caseThroughput = ratios.value("throughput", 0.0);
    out.caseResponse = ratios.value("response", 0.0);
    out.modelThroughput = ratios.value("modelThroughput", 0.0);
    out.modelResponse = ratios.value("modelResponse", 0.0);
    out.caseSource = value.value("caseSource", Evidence());
    out.caseAssumptions = value.value("caseAssumptions", std::vector<LocalText>());
    out.notes = value.value("notes", std::vector<std::string>());
    return out;
}

json toJson(const RunningCost& cost)
{
    json items = json::array();
    for (const RunningCostItem& item : cost.items)
        items.push_back(costItemJson(item));
    json years = json::array();
    for (const RunningCostYear& year : cost.perYear)
        years.push_back({{"year", year.year},
                         {"machines", numberFromText(year.machines)},
                         {"containers", numberFromText(year.containers)},
                         {"machinesSum", numberFromText(year.machinesSum)},
                         {"containersSum", numberFromText(year.containersSum)}});
    return {{"edition", cost.edition},
            {"years", cost.years},
            {"growthPercent", cost.growthPercent},
            {"items", items},
            {"perYear", years},
            {"machines", numberFromText(cost.machines)},
            {"containers", numberFromText(cost.containers)},
            {"difference", numberFromText(cost.difference)},
            {"breakEvenMonth", cost.breakEvenMonth},
            {"missing", cost.missing},
            {"notes", cost.notes}};
}

RunningCost runningCostFrom(const json& value)
{
    RunningCost out;
    out.edition = value.value("edition", "");
    out.years = value.value("years", 0);
    out.growthPercent = value.value("growthPercent", "");
    for (const json& one : listIn(value, "items"))
        out.items.push_back(itemFrom(one));
    for (const json& one : listIn(value, "perYear"))
        out.perYear.push_back({one.value("year", 0), textFromNumber(one, "machines"), textFromNumber(one, "containers"),
                               textFromNumber(one, "machinesSum"), textFromNumber(one, "containersSum")});
    out.machines = textFromNumber(value, "machines");
    out.containers = textFromNumber(value, "containers");
    out.difference = textFromNumber(value, "difference");
    out.breakEvenMonth = value.value("breakEvenMonth", 0);
    out.missing = value.value("missing", std::vector<std::string>());
    out.notes = value.value("notes", std::vector<std::string>());
    return out;
}

} // namespace naru::core
