#include "core/model/PlanJson.h"

#include "core/model/CapacityJson.h"
#include "core/model/ModelJson.h"
#include "core/model/Numbers.h"
#include "core/model/ResponsibilityJson.h"

namespace naru::core {

using nlohmann::json;

namespace {

template <typename Value> std::vector<std::pair<std::string, Value>> pairsFrom(const json& object, const char* key)
{
    std::vector<std::pair<std::string, Value>> out;
    for (const json& one : listIn(object, key))
        out.emplace_back(one.at("name").get<std::string>(), one.at("value").get<Value>());
    return out;
}

json stepsJson(const std::vector<PlanStep>& steps)
{
    json out = json::array();
    for (const PlanStep& step : steps)
        out.push_back({{"id", step.id},
                       {"kind", step.kind},
                       {"text", step.textKey},
                       {"args", pairs(step.args)},
                       {"rollback", step.rollbackKey},
                       {"after", step.after}});
    return out;
}

std::vector<PlanStep> stepsFrom(const json& object)
{
    std::vector<PlanStep> out;
    for (const json& one : listIn(object, "steps"))
        out.push_back({.id = one.at("id"),
                       .kind = one.value("kind", ""),
                       .textKey = one.value("text", ""),
                       .args = pairsFrom<std::string>(one, "args"),
                       .rollbackKey = one.value("rollback", ""),
                       .after = one.value("after", std::vector<std::string>())});
    return out;
}

json breaksJson(const std::vector<PlanBreak>& breaks)
{
    json out = json::array();
    for (const PlanBreak& one : breaks)
        out.push_back({{"text", one.textKey}, {"args", pairs(one.args)}, {"contexts", one.contexts}});
    return out;
}

std::vector<PlanBreak> breaksFrom(const json& object, const char* key)
{
    std::vector<PlanBreak> out;
    for (const json& one : listIn(object, key))
        out.push_back({one.value("text", ""), pairsFrom<std::string>(one, "args"), one.value("contexts", std::vector<std::string>())});
    return out;
}

json plannedContextJson(const PlannedContext& context)
{
    return {{"context", context.context},
            {"name", context.name},
            {"pull", context.pull},
            {"hold", context.hold},
            {"parts", pairs(context.parts)},
            {"functionPoints", numberFromText(context.functionPoints)},
            {"personMonths", context.personMonths},
            {"steps", stepsJson(context.steps)},
            {"reason", context.reasonKey},
            {"reasonArgs", pairs(context.reasonArgs)},
            {"moved", context.moved},
            {"cost", numberFromText(context.cost)},
            {"facts", pairs(context.facts)},
            {"testsFirst", context.testsFirst},
            {"compatible", context.compatible}};
}

PlannedContext plannedContextFrom(const json& value)
{
    return {.context = value.at("context"),
            .name = value.value("name", ""),
            .pull = value.value("pull", 0.0),
            .hold = value.value("hold", 0.0),
            .parts = pairsFrom<double>(value, "parts"),
            .functionPoints = textFromNumber(value, "functionPoints"),
            .personMonths = value.value("personMonths", 0.0),
            .steps = stepsFrom(value),
            .reasonKey = value.value("reason", ""),
            .reasonArgs = pairsFrom<std::string>(value, "reasonArgs"),
            .moved = value.value("moved", false),
            .cost = textFromNumber(value, "cost"),
            .facts = pairsFrom<int>(value, "facts"),
            .testsFirst = value.value("testsFirst", std::vector<std::string>()),
            .compatible = value.value("compatible", std::vector<std::string>())};
}

json elementJson(const ArchitectureElement& element)
{
    return {{"area", element.area},
            {"id", element.id},
            {"name", element.name},
            {"product", element.product},
            {"reason", element.reason},
            {"evidence", element.evidence},
            {"inner", element.inner},
            {"alternatives", element.alternatives},
            {"cloudFoundry", element.cloudFoundry},
            {"kubernetes", element.kubernetes}};
}

ArchitectureElement elementFrom(const json& value)
{
    return {.area = value.at("area"),
            .id = value.at("id"),
            .name = value.value("name", LocalText()),
            .product = value.value("product", LocalText()),
            .reason = value.value("reason", LocalText()),
            .evidence = value.value("evidence", std::vector<Evidence>()),
            .inner = value.value("inner", false),
            .alternatives = value.value("alternatives", std::vector<std::string>()),
            .cloudFoundry = value.value("cloudFoundry", LocalText()),
            .kubernetes = value.value("kubernetes", LocalText())};
}

json waveJson(const Wave& wave)
{
    json contexts = json::array();
    for (const PlannedContext& context : wave.contexts)
        contexts.push_back(plannedContextJson(context));
    return {{"number", wave.number},
            {"name", wave.nameKey},
            {"pilot", wave.pilot},
            {"contexts", contexts},
            {"durationMonths", wave.durationMonths},
            {"warnings", wave.warnings},
            {"breaks", breaksJson(wave.breaks)},
            {"steps", stepsJson(wave.steps)},
            {"startMonth", wave.startMonth},
            {"personMonths", wave.personMonths}};
}

Wave waveFrom(const json& value)
{
    Wave out{.number = value.at("number"), .nameKey = value.value("name", ""), .pilot = value.value("pilot", false)};
    for (const json& one : listIn(value, "contexts"))
        out.contexts.push_back(plannedContextFrom(one));
    out.durationMonths = value.value("durationMonths", 0.0);
    out.warnings = value.value("warnings", std::vector<std::string>());
    out.breaks = breaksFrom(value, "breaks");
    out.steps = stepsFrom(value);
    out.startMonth = value.value("startMonth", 0.0);
    out.personMonths = value.value("personMonths", 0.0);
    return out;
}

} // namespace

json toJson(const Plan& plan)
{
    json waves = json::array();
    for (const Wave& wave : plan.waves)
        waves.push_back(waveJson(wave));
    json architecture = json::array();
    for (const ArchitectureElement& element : plan.architecture)
        architecture.push_back(elementJson(element));
    json out = {{"schema", "naru.plan/1"},
                {"waves", waves},
                {"architecture", architecture},
                {"gaps", plan.gaps},
                {"notes", plan.notes},
                {"weights", pairs(plan.weights)},
                {"weightsEdition", plan.weightsEdition},
                {"teamSize", plan.teamSize},
                {"fpPerManMonth", plan.fpPerManMonth},
                {"productivity", plan.productivity},
                {"unmatched", plan.unmatched},
                {"conflicts", breaksJson(plan.conflicts)}};
    if (plan.capacity)
        out["capacity"] = toJson(*plan.capacity);
    if (plan.runningCost)
        out["runningCost"] = toJson(*plan.runningCost);
    if (plan.responsibility)
        out["responsibility"] = toJson(*plan.responsibility);
    return out;
}

Result<Plan> planFromJson(const json& value)
{
    try {
        Plan out;
        for (const json& one : value.at("waves"))
            out.waves.push_back(waveFrom(one));
        for (const json& one : listIn(value, "architecture"))
            out.architecture.push_back(elementFrom(one));
        out.gaps = value.value("gaps", std::vector<std::string>());
        out.notes = value.value("notes", std::vector<std::string>());
        out.weights = pairsFrom<double>(value, "weights");
        out.weightsEdition = value.value("weightsEdition", "");
        out.teamSize = value.value("teamSize", 0.0);
        out.fpPerManMonth = value.value("fpPerManMonth", 0.0);
        out.productivity = value.value("productivity", Evidence());
        out.unmatched = value.value("unmatched", std::vector<std::string>());
        out.conflicts = breaksFrom(value, "conflicts");
        if (value.contains("capacity"))
            out.capacity = capacityFrom(value.at("capacity"));
        if (value.contains("runningCost"))
            out.runningCost = runningCostFrom(value.at("runningCost"));
        if (value.contains("responsibility"))
            out.responsibility = responsibilityFrom(value.at("responsibility"));
        return out;
    } catch (const json::exception& problem) {
        return failure(ErrorCode::Malformed, "core.json.malformed", {{"detail", problem.what()}});
    }
}

} // namespace naru::core
