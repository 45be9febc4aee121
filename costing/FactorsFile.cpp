#include "costing/Estimator.h"
#include "costing/Fields.h"

namespace naru::costing {

using core::ErrorCode;
using core::JsonCursor;
using core::JsonDocument;

namespace {

std::string wonAt(const JsonCursor& place)
{
    const core::Decimal value = decimalAt(place, "0");
    if (!value.integral())
        place.fail(ErrorCode::InvalidArgument, "costing.field.won", {{"field", fieldName(place)}, {"value", value.text()}});
    return value.text();
}

bool booleanAt(const JsonCursor& place)
{
    if (!place.value().is_boolean())
        place.fail(ErrorCode::InvalidArgument, "costing.field.boolean", {{"field", fieldName(place)}});
    return place.boolean();
}

std::string choiceAt(const JsonCursor& place, const std::vector<std::string>& choices)
{
    std::string all;
    for (const std::string& one : choices) {
        if (place.value().is_string() && place.string() == one)
            return one;
        all += (all.empty() ? "" : ", ") + one;
    }
    place.fail(ErrorCode::InvalidArgument, "costing.field.choice", {{"field", fieldName(place)}, {"choices", all}});
}

std::vector<std::string> stagesAt(const JsonCursor& place, const Tariff& tariff)
{
    std::vector<std::string> stages;
    if (!place.value().is_array())
        place.fail(ErrorCode::InvalidArgument, "costing.stages.empty", {{"field", fieldName(place)}});
    for (const JsonCursor& at : place.items())
        stages.push_back(nonEmptyAt(at));
    if (const auto chosen = chooseStages(stages, tariff); !chosen)
        place.fail(chosen.error().code, chosen.error().key, chosen.error().args);
    return stages;
}

MaintenanceInput maintenanceAt(const JsonCursor& at, const Tariff& tariff)
{
    std::vector<std::string_view> known = {"developmentCost", "directExpenses"};
    for (const MaintenanceFactor& factor : tariff.maintenance.factors)
        known.emplace_back(factor.id);
    refuseUnknownKeys(at, known);
    MaintenanceInput input;
    if (at.has("developmentCost"))
        input.developmentCost = decimalAt(at.at("developmentCost"), "0");
    if (at.has("directExpenses"))
        input.directExpenses = decimalAt(at.at("directExpenses"), "0");
    for (const MaintenanceFactor& factor : tariff.maintenance.factors) {
        std::vector<std::string> levels;
        for (const MaintenanceLevel& level : factor.levels)
            levels.push_back(level.id);
        input.levels.emplace_back(factor.id, choiceAt(at.at(factor.id), levels));
    }
    return input;
}

int* placeOfLevel(core::EstimateFactors& factors, std::string_view id)
{
    if (id == "linkage")
        return &factors.linkage;
    if (id == "performance")
        return &factors.performance;
    if (id == "environment")
        return &factors.environment;
    return id == "security" ? &factors.security : nullptr;
}

FactorChoices choicesAt(const JsonCursor& root, const Tariff& tariff)
{
    if (!root.value().is_object())
        root.fail(ErrorCode::InvalidArgument, "costing.field.object", {{"field", "/"}});
    refuseUnknownKeys(root, {"schema", "note", "edition", "linkage", "performance", "environment", "security", "profitPercent",
                             "directExpenses", "stages", "vat", "apiLinks", "rounding", "maintenance", "operation"});
    FactorChoices choices;
    core::EstimateFactors& factors = choices.factors;
    for (const TariffFactor& factor : tariff.factors)
        if (int* level = placeOfLevel(factors, factor.id); level != nullptr && root.has(factor.id))
            *level = wholeAt(root.at(factor.id), 1, static_cast<int>(factor.levels.size()));
    if (root.has("profitPercent"))
        factors.profitPercent = decimalAt(root.at("profitPercent"), "0", tariff.highestProfitPercent.text()).text();
    if (root.has("directExpenses"))
        factors.directExpenses = wonAt(root.at("directExpenses"));
    if (root.has("stages"))
        factors.stages = stagesAt(root.at("stages"), tariff);
    if (root.has("vat"))
        factors.vat = booleanAt(root.at("vat"));
    if (root.has("apiLinks"))
        factors.apiLinks = choiceAt(root.at("apiLinks"), {"none", "guide"});
    if (root.has("rounding")) {
        std::vector<std::string> ids;
        for (const RoundingPolicy& policy : tariff.roundings)
            ids.push_back(policy.id);
        factors.rounding = choiceAt(root.at("rounding"), ids);
    }
    if (root.has("maintenance"))
        choices.maintenance = maintenanceAt(root.at("maintenance"), tariff);
    if (root.has("operation")) {
        const JsonCursor at = root.at("operation");
        if (!tariff.devops)
            at.fail(ErrorCode::InvalidArgument, "costing.operation.edition", {{"edition", tariff.edition}});
        refuseUnknownKeys(at, {"manMonths", "monthlyRate"});
        choices.operation =
            OperationInput{.manMonths = decimalAt(at.at("manMonths"), "0"), .monthlyRate = decimalAt(at.at("monthlyRate"), "0")};
    }
    return choices;
}

} // namespace

core::Result<FactorChoices> readFactorsFile(const std::filesystem::path& path, const Tariff& tariff)
{
    return core::readData(path, [&](const JsonCursor& root) { return choicesAt(root, tariff); });
}

core::Result<FactorChoices> parseFactors(std::string_view text, const std::string& origin, const Tariff& tariff)
{
    const auto document = JsonDocument::parse(text, origin);
    if (!document)
        return std::unexpected(document.error());
    return core::readData(*document, [&](const JsonCursor& root) { return choicesAt(root, tariff); });
}

} // namespace naru::costing
