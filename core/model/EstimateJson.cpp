#include "core/model/EstimateJson.h"

#include "core/model/ModelJson.h"
#include "core/model/Numbers.h"

namespace naru::core {

using nlohmann::json;

namespace {

std::unexpected<Error> malformed(const json::exception& problem)
{
    return failure(ErrorCode::Malformed, "core.json.malformed", {{"detail", problem.what()}});
}

json objectOf(const std::vector<std::pair<std::string, std::string>>& values, bool numbers)
{
    json object = json::object();
    for (const auto& [key, value] : values)
        object[key] = numbers ? numberFromText(value) : json(value);
    return object;
}

json stepJson(const EstimateStep& step)
{
    return {{"name", step.name},     {"operation", step.operation}, {"value", numberFromText(step.value)},
            {"source", step.source}, {"clause", step.clause},       {"provisional", step.provisional}};
}

EstimateStep stepFrom(const json& value)
{
    return {.name = value.at("name"),
            .operation = value.value("operation", ""),
            .value = textFromNumber(value, "value"),
            .source = value.value("source", Evidence()),
            .clause = value.value("clause", LocalText()),
            .provisional = value.value("provisional", false)};
}

json appliedJson(const AppliedFactor& factor)
{
    return {{"id", factor.id},
            {"name", factor.name},
            {"level", factor.level},
            {"chosen", factor.chosen},
            {"value", numberFromText(factor.value)},
            {"wording", factor.wording},
            {"clause", factor.clause}};
}

AppliedFactor appliedFrom(const json& value)
{
    return {.id = value.at("id"),
            .name = value.value("name", LocalText()),
            .level = value.value("level", 0),
            .chosen = value.value("chosen", true),
            .value = textFromNumber(value, "value"),
            .wording = value.value("wording", LocalText()),
            .clause = value.value("clause", LocalText())};
}

json maintenanceJson(const MaintenanceEstimate& yearly)
{
    return {{"developmentCost", numberFromText(yearly.developmentCost)},
            {"levels", objectOf(yearly.levels, false)},
            {"points", numberFromText(yearly.points)},
            {"ratePercent", numberFromText(yearly.ratePercent)},
            {"fee", numberFromText(yearly.fee)},
            {"directExpenses", numberFromText(yearly.directExpenses)},
            {"total", numberFromText(yearly.total)}};
}

MaintenanceEstimate maintenanceFrom(const json& value)
{
    MaintenanceEstimate out;
    out.developmentCost = textFromNumber(value, "developmentCost");
    const json levels = value.value("levels", json::object()); // must outlive the loop
    for (const auto& [factor, level] : levels.items())
        out.levels.emplace_back(factor, level);
    out.points = textFromNumber(value, "points");
    out.ratePercent = textFromNumber(value, "ratePercent");
    out.fee = textFromNumber(value, "fee");
    out.directExpenses = textFromNumber(value, "directExpenses");
    out.total = textFromNumber(value, "total");
    return out;
}

} // namespace

json toJson(const Estimate& estimate)
{
    json steps = json::array();
    for (const EstimateStep& step : estimate.steps)
        steps.push_back(stepJson(step));
    json applied = json::array();
    for (const AppliedFactor& factor : estimate.applied)
        applied.push_back(appliedJson(factor));
    json out = {{"schema", "naru.estimate/1"},
                {"edition", estimate.edition},
                {"editionName", estimate.editionName},
                {"method", estimate.method},
                {"fp", numberFromText(estimate.fp)},
                {"apiLinksFp", numberFromText(estimate.apiLinksFp)},
                {"unitPrice", numberFromText(estimate.unitPrice)},
                {"stageScheme", estimate.stageScheme},
                {"stageSum", numberFromText(estimate.stageSum)},
                {"before", numberFromText(estimate.before)},
                {"factors", objectOf(estimate.factors, true)},
                {"applied", applied},
                {"steps", steps},
                {"after", numberFromText(estimate.after)},
                {"profitPercent", numberFromText(estimate.profitPercent)},
                {"profit", numberFromText(estimate.profit)},
                {"directExpenses", numberFromText(estimate.directExpenses)},
                {"developmentCost", numberFromText(estimate.developmentCost)},
                {"vat", numberFromText(estimate.vat)},
                {"total", numberFromText(estimate.total)},
                {"rounding", estimate.rounding},
                {"manMonths", numberFromText(estimate.manMonths)},
                {"productivity", numberFromText(estimate.productivity)},
                {"provisional", estimate.provisional}};
    if (estimate.maintenance)
        out["maintenance"] = maintenanceJson(*estimate.maintenance);
    if (estimate.operation)
        out["operation"] = {{"manMonths", numberFromText(estimate.operation->manMonths)},
                            {"monthlyRate", numberFromText(estimate.operation->monthlyRate)},
                            {"cost", numberFromText(estimate.operation->cost)}};
    return out;
}

Result<Estimate> estimateFromJson(const json& value)
{
    try {
        Estimate out;
        out.edition = value.at("edition");
        out.editionName = value.value("editionName", LocalText());
        out.method = value.value("method", "");
        out.fp = textFromNumber(value, "fp");
        out.apiLinksFp = textFromNumber(value, "apiLinksFp");
        out.unitPrice = textFromNumber(value, "unitPrice");
        out.stageScheme = value.value("stageScheme", "");
        out.stageSum = textFromNumber(value, "stageSum");
        out.before = textFromNumber(value, "before");
        for (const json& one : listIn(value, "applied")) {
            out.applied.push_back(appliedFrom(one));
            // The object of factors has lost its order; the applied factors keep it.
            out.factors.emplace_back(out.applied.back().id, textFromNumber(value.at("factors"), out.applied.back().id.c_str()));
        }
        for (const json& one : listIn(value, "steps"))
            out.steps.push_back(stepFrom(one));
        out.after = textFromNumber(value, "after");
        out.profitPercent = textFromNumber(value, "profitPercent");
        out.profit = textFromNumber(value, "profit");
        out.directExpenses = textFromNumber(value, "directExpenses");
        out.developmentCost = textFromNumber(value, "developmentCost");
        out.vat = textFromNumber(value, "vat");
        out.total = textFromNumber(value, "total");
        out.rounding = value.value("rounding", "");
        out.manMonths = textFromNumber(value, "manMonths");
        out.productivity = textFromNumber(value, "productivity");
        out.provisional = value.value("provisional", std::vector<std::string>());
        if (value.contains("maintenance"))
            out.maintenance = maintenanceFrom(value.at("maintenance"));
        if (value.contains("operation"))
            out.operation = OperationEstimate{.manMonths = textFromNumber(value.at("operation"), "manMonths"),
                                              .monthlyRate = textFromNumber(value.at("operation"), "monthlyRate"),
                                              .cost = textFromNumber(value.at("operation"), "cost")};
        return out;
    } catch (const json::exception& problem) {
        return malformed(problem);
    }
}

json toJson(const EstimateFactors& factors)
{
    json out = {{"profitPercent", numberFromText(factors.profitPercent)},
                {"directExpenses", numberFromText(factors.directExpenses)},
                {"stages", factors.stages},
                {"vat", factors.vat},
                {"apiLinks", factors.apiLinks}};
    if (!factors.rounding.empty())
        out["rounding"] = factors.rounding;
    const auto level = [&](const char* key, int value) {
        if (value != 0)
            out[key] = value;
    };
    level("linkage", factors.linkage);
    level("performance", factors.performance);
    level("environment", factors.environment);
    level("security", factors.security);
    return out;
}

Result<EstimateFactors> estimateFactorsFromJson(const json& value)
{
    try {
        EstimateFactors out;
        out.linkage = value.value("linkage", 0);
        out.performance = value.value("performance", 0);
        out.environment = value.value("environment", 0);
        out.security = value.value("security", 0);
        if (value.contains("profitPercent"))
            out.profitPercent = textFromNumber(value, "profitPercent");
        if (value.contains("directExpenses"))
            out.directExpenses = textFromNumber(value, "directExpenses");
        out.stages = value.value("stages", out.stages);
        out.vat = value.value("vat", out.vat);
        out.apiLinks = value.value("apiLinks", out.apiLinks);
        out.rounding = value.value("rounding", "");
        return out;
    } catch (const json::exception& problem) {
        return malformed(problem);
    }
}

} // namespace naru::core
