#include "app/service/CostStudies.h"

#include "core/base/Ascii.h"
#include "core/base/Files.h"
#include "core/model/CapacityJson.h"
#include "core/model/EstimateJson.h"
#include "core/model/FunctionPointCountJson.h"
#include "costing/CostJson.h"
#include "costing/EstimateInputs.h"
#include "costing/InventoryCsv.h"
#include "costing/InventoryRows.h"
#include "planning/RunningCosts.h"
#include "reports/writers/xlsx/SheetReader.h"

#include <algorithm>

namespace naru::service {

using core::Decimal;
using core::ErrorCode;
using core::failure;
using core::Result;
using nlohmann::json;

namespace {

std::string endingOf(const std::filesystem::path& file)
{
    return core::smallLetters(file.extension().string());
}

/// The first sheet with a header of an inventory; the error of the first sheet when none has one.
Result<costing::Inventory> inventoryOfWorkbook(const std::string& bytes, const std::string& origin, core::CountMethod method)
{
    const auto sheets = reports::readWorkbook(bytes);
    if (!sheets)
        return failure(sheets.error().code, sheets.error().key, sheets.error().args, origin);
    std::optional<core::Error> first;
    for (const reports::SheetContent& sheet : *sheets) {
        costing::InventoryTable table{.origin = origin + " [" + sheet.name + "]"};
        for (const reports::SheetRow& row : sheet.rows)
            table.rows.push_back({.cells = row.cells, .line = row.line});
        for (const reports::MergedRange& range : sheet.merged)
            table.merged.push_back({range.firstLine, range.lastLine, range.firstColumn, range.lastColumn});
        auto inventory = costing::inventoryOfRows(table, method);
        if (inventory)
            return inventory;
        if (inventory.error().key != "costing.csv.header" && inventory.error().key != "costing.functions.empty")
            return inventory; // this is the inventory, and something in it is wrong
        if (!first)
            first = inventory.error();
    }
    return std::unexpected(*first);
}

Result<void> addIsp(const std::filesystem::path& file, const core::Estimate& estimate, const std::filesystem::path& resources, json& out)
{
    auto table = costing::IspTable::load(resources);
    const auto text = core::readFile(file);
    if (!table || !text)
        return std::unexpected(table ? text.error() : table.error());
    const auto amounts = costing::parseIspAmounts(*text, file.string(), *table);
    if (!amounts)
        return std::unexpected(amounts.error());
    for (const auto& [row, amount] : *amounts)
        if (const auto set = table->set(row, amount); !set)
            return set;
    table->complete(Decimal::parse(estimate.developmentCost).value_or(Decimal()));
    out["isp"] = costing::toJson(*table);
    return {};
}

Result<void> addRunning(const std::filesystem::path& file, const std::filesystem::path& resources, json& out)
{
    const auto catalog = planning::RunningCostCatalog::load(resources);
    if (!catalog)
        return std::unexpected(catalog.error());
    const auto value = planning::readPrices(file, *catalog);
    if (!value)
        return std::unexpected(value.error());
    const auto prices = planning::pricesFromJson(*value, *catalog, core::toUtf8(file));
    if (!prices)
        return std::unexpected(prices.error());
    out["running"] = core::toJson(planning::compareRunningCost(*prices, *catalog));
    return {};
}

Result<void> addManMonths(const std::filesystem::path& file, const costing::Tariff& tariff, const std::filesystem::path& resources,
                          json& out)
{
    const auto rules = costing::ManMonthRules::load(resources);
    const auto text = core::readFile(file);
    if (!rules || !text)
        return std::unexpected(rules ? text.error() : rules.error());
    const auto input = costing::parseManMonths(*text, file.string(), *rules);
    if (!input)
        return std::unexpected(input.error());
    out["manMonthMethod"] = costing::toJson(costing::estimateManMonths(*input, tariff), *rules);
    return {};
}

/// A number of a decision, whether it was stored as a number or as text.
Result<Decimal> amountOf(const core::Decision& decision)
{
    const std::string text = decision.value.is_string() ? decision.value.get<std::string>() : decision.value.dump();
    return Decimal::parse(text);
}

} // namespace

Result<costing::Inventory> readInventory(const std::filesystem::path& file, core::CountMethod method, const costing::Tariff& tariff)
{
    const std::string ending = endingOf(file);
    if (ending == ".xls" || ending == ".xlsm" || ending == ".ods" || ending == ".hwp" || ending == ".hwpx" || ending == ".pdf")
        return failure(ErrorCode::InvalidArgument, "costing.import.format", {{"extension", ending}}, file.string());
    if (ending != ".csv" && ending != ".xlsx")
        return costing::readFunctionsFile(file, tariff);
    const auto bytes = core::readFile(file);
    if (!bytes)
        return std::unexpected(bytes.error());
    return ending == ".csv" ? costing::parseInventoryCsv(*bytes, file.string(), method)
                            : inventoryOfWorkbook(*bytes, file.string(), method);
}

std::vector<std::pair<std::string, json>> manualFunctions(const costing::Inventory& inventory)
{
    std::vector<std::pair<std::string, json>> out;
    for (const costing::FunctionEntry& entry : inventory.functions) {
        json value = {{"name", entry.name}, {"type", costing::nameOf(entry.type)}, {"state", entry.confirmed ? "confirmed" : "proposed"}};
        for (const auto& [key, number] : {std::pair{"det", entry.det}, std::pair{"ret", entry.ret}, std::pair{"ftr", entry.ftr}})
            if (number > 0)
                value[key] = number;
        if (entry.complexity && entry.det == 0)
            value["complexity"] = costing::nameOf(*entry.complexity);
        out.emplace_back(std::string(costing::nameOf(entry.type)) + ":" + entry.name, std::move(value));
    }
    return out;
}

Result<void> addStudies(const CostStudyRequest& request, const costing::EstimateInput& input, const core::Estimate& estimate,
                        const costing::Tariff& tariff, const std::filesystem::path& resources, json& out)
{
    if (request.sensitivity) {
        const auto study = costing::sensitivity(input, tariff);
        if (!study)
            return std::unexpected(study.error());
        out["sensitivity"] = costing::toJson(*study);
    }
    if (!request.budget.empty()) {
        const auto budget = Decimal::parse(request.budget);
        if (!budget)
            return failure(ErrorCode::InvalidArgument, "costing.field.number",
                           {{"field", "budget"}, {"value", request.budget.substr(0, 40)}});
        const auto points = costing::functionPointsWithin(*budget, input.choices, tariff);
        if (!points)
            return std::unexpected(points.error());
        out["budget"] = {{"budget", request.budget}, {"fp", points->text()}};
    }
    if (!request.isp.empty())
        if (const auto added = addIsp(request.isp, estimate, resources, out); !added)
            return added;
    if (!request.running.empty())
        if (const auto added = addRunning(request.running, resources, out); !added)
            return added;
    if (!request.manMonths.empty())
        return addManMonths(request.manMonths, tariff, resources, out);
    return {};
}

void addParts(const core::FunctionPointCount& count, const core::Alternative& split, const std::optional<core::Plan>& plan,
              const core::Estimate& estimate, json& out)
{
    const auto contexts = costing::costByContext(count, split, &estimate);
    out["contexts"] = costing::toJson(contexts);
    if (plan)
        out["waves"] = costing::toJson(costing::costByWave(contexts, *plan));
}

namespace {

Result<std::vector<costing::RequirementFunction>> requirementsOf(const std::filesystem::path& file, const std::filesystem::path& resources)
{
    const auto words = costing::RequirementWords::load(resources);
    const auto text = core::readFile(file);
    if (!words || !text)
        return std::unexpected(words ? text.error() : words.error());
    auto functions = costing::functionsOfRequirements(*text, *words);
    if (functions.empty())
        return failure(ErrorCode::InvalidArgument, "costing.functions.empty", {}, file.string());
    return functions;
}

} // namespace

Result<json> functionsOfText(const std::filesystem::path& file, core::CountMethod method, const std::filesystem::path& resources)
{
    const auto functions = requirementsOf(file, resources);
    if (!functions)
        return std::unexpected(functions.error());
    return costing::toJson(*functions, method);
}

Result<costing::Inventory> inventoryOfText(const std::filesystem::path& file, core::CountMethod method,
                                           const std::filesystem::path& resources)
{
    const auto functions = requirementsOf(file, resources);
    if (!functions)
        return std::unexpected(functions.error());
    costing::Inventory out{.method = method};
    for (const costing::RequirementFunction& function : *functions)
        out.functions.push_back(function.entry);
    return out;
}

namespace {

/// A result that was kept as JSON. Errors: NotFound, NotReadable, InvalidArgument (none of these schemas).
Result<json> keptResult(const std::filesystem::path& file, std::initializer_list<std::string_view> schemas, const char* errorKey)
{
    const auto text = core::readFile(file);
    if (!text)
        return std::unexpected(text.error());
    json value = json::parse(*text, nullptr, false);
    const std::string schema = value.is_object() ? value.value("schema", "") : "";
    if (std::ranges::find(schemas, schema) == schemas.end())
        return failure(ErrorCode::InvalidArgument, errorKey, {}, file.string());
    return value;
}

Result<core::FunctionPointCount> earlierCount(const json& value, const std::filesystem::path& file)
{
    auto earlier = core::functionPointCountFromJson(value);
    if (!earlier)
        return failure(earlier.error().code, earlier.error().key, earlier.error().args, file.string());
    return earlier;
}

} // namespace

Result<void> addComparison(const std::filesystem::path& before, const core::FunctionPointCount& count, json& out)
{
    const auto value = keptResult(before, {"naru.count/1"}, "costing.before.schema");
    if (!value)
        return std::unexpected(value.error());
    const auto earlier = earlierCount(*value, before);
    if (!earlier)
        return std::unexpected(earlier.error());
    out["comparison"] = costing::toJson(costing::compareCounts(*earlier, count));
    return {};
}

Result<void> addCostComparison(const std::filesystem::path& before, const core::FunctionPointCount* count,
                               const costing::EstimateInput& input, const core::Estimate& estimate, const costing::Tariff& tariff,
                               json& out)
{
    const auto value = keptResult(before, {"naru.estimate/1", "naru.count/1"}, "costing.before.schemas");
    if (!value)
        return std::unexpected(value.error());
    if (value->at("schema") == "naru.estimate/1") {
        const auto earlier = core::estimateFromJson(*value);
        if (!earlier)
            return failure(earlier.error().code, earlier.error().key, earlier.error().args, before.string());
        out["costComparison"] = costing::toJson(costing::compareEstimates(*earlier, estimate));
        return {};
    }
    const auto earlier = earlierCount(*value, before);
    if (!earlier)
        return std::unexpected(earlier.error());
    if (count != nullptr)
        out["comparison"] = costing::toJson(costing::compareCounts(*earlier, *count));
    const auto made = costing::estimate(costing::inputOf(*earlier, input.choices), tariff);
    if (!made)
        return failure(made.error().code, made.error().key, made.error().args, before.string());
    out["costComparison"] = costing::toJson(costing::compareEstimates(*made, estimate));
    return {};
}

costing::FactorChoices choicesOf(const core::ProjectSession& session, core::SystemId system, core::EstimateFactors factors,
                                 const costing::Tariff& tariff)
{
    return costing::choicesWith(std::move(factors), session.decision(system, "estimate", "maintenance"),
                                session.decision(system, "estimate", "operation"), tariff);
}

costing::IspTable ispTableOf(costing::IspTable table, const std::vector<core::Decision>& decisions,
                             const std::optional<core::Estimate>& estimate)
{
    for (const core::Decision& decision : decisions)
        if (const auto amount = amountOf(decision); amount)
            (void)table.set(decision.key, *amount); // a row that is no longer in the table is passed over
    table.complete(estimate ? Decimal::parse(estimate->developmentCost).value_or(Decimal()) : Decimal());
    return table;
}

} // namespace naru::service
