#include "planning/RunningCosts.h"

#include "core/base/Files.h"
#include "core/base/JsonDocument.h"
#include "core/base/JsonPlace.h"
#include "core/model/LocalTextData.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

namespace naru::planning {

using core::Decimal;
using core::ErrorCode;
using core::failure;
using core::JsonCursor;
using core::Rounding;
using core::RunningCost;
using core::RunningCostItem;

namespace {

constexpr int kFewestYears = 3;
constexpr int kMostYears = 5;
constexpr int kMonths = 12;

std::optional<Decimal> decimalIn(const nlohmann::json& value)
{
    const std::string text = value.is_string() ? value.get<std::string>() : value.is_number() ? value.dump() : std::string();
    const auto parsed = Decimal::parse(text);
    return parsed && !parsed->negative() ? std::optional(*parsed) : std::nullopt;
}

std::string won(const Decimal& value)
{
    return value.rounded(0, Rounding::HalfEven).text();
}

/// One item with what was entered for it.
struct Line {
    const CostItemKind* kind = nullptr;
    Decimal quantity;
    Decimal price;
    Decimal factor = Decimal(1);
    bool known = false;
};

bool hasFactor(const CostItemKind& kind)
{
    return !kind.factor.en.empty();
}

Decimal amount(const Line& line, const Decimal& growth, int year)
{
    if (line.kind->period == "once")
        return year == 1 ? line.quantity * line.factor * line.price : Decimal();
    Decimal quantity = line.quantity;
    if (line.kind->grows && year > 1) {
        for (int y = 1; y < year; ++y)
            quantity *= growth;
        quantity = quantity.rounded(0, Rounding::Up);
    }
    return quantity * line.factor * line.price * (line.kind->period == "month" ? Decimal(kMonths) : Decimal(1));
}

Line lineOf(const CostItemKind& kind, const RunningPrices& prices)
{
    Line out{.kind = &kind};
    using Entered = std::map<std::string, Decimal>;
    const auto entered = [&](const Entered& all, const std::string& elsewhere) -> std::optional<Decimal> {
        auto found = all.find(kind.id);
        if (found == all.end() && !elsewhere.empty())
            found = all.find(elsewhere);
        return found == all.end() ? std::nullopt : std::optional(found->second);
    };
    const auto quantity = entered(prices.quantities, kind.quantityOf);
    const auto price = entered(prices.prices, kind.priceOf);
    const auto factor = hasFactor(kind) ? entered(prices.factors, {}) : std::optional(Decimal(1));
    out.known = quantity && (quantity->zero() || (price && factor));
    out.quantity = quantity.value_or(Decimal());
    out.price = price.value_or(Decimal());
    out.factor = factor.value_or(Decimal());
    return out;
}

/// The first month from which the containers have cost less in all and stay so; costs of a year fall due evenly over its
/// months, what is paid once at the beginning.
int breakEven(const std::vector<Line>& lines, const Decimal& growth, int years)
{
    Decimal machines;
    Decimal containers;
    int found = 0;
    for (int month = 1; month <= years * kMonths; ++month) {
        for (const Line& line : lines) {
            Decimal part = amount(line, growth, (month - 1) / kMonths + 1);
            if (line.kind->period == "once")
                part = month == 1 ? part : Decimal();
            else
                part /= Decimal(kMonths);
            (line.kind->container ? containers : machines) += part;
        }
        if (containers >= machines)
            found = 0;
        else if (found == 0)
            found = month;
    }
    return found;
}

} // namespace

core::Result<RunningCostCatalog> RunningCostCatalog::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "planning" / "running-cost.json", [](const JsonCursor& root) {
        static const std::vector<std::string_view> kSchema = {"naru.running-cost/1"};
        static const std::vector<std::string_view> kSides = {"vm", "container"};
        static const std::vector<std::string_view> kPeriods = {"once", "month", "year"};
        (void)root.at("schema").choice(kSchema);
        RunningCostCatalog out;
        out.edition = root.at("edition").string();
        out.source = core::localTextWithin(root.at("source"));
        out.years = root.at("years").integer();
        out.growthPercent = root.at("growthPercent").numberText();
        for (const JsonCursor& at : root.at("items").items())
            out.items.push_back({.id = at.at("id").string(),
                                 .container = at.at("side").choice(kSides) == 1,
                                 .period = std::string(kPeriods[at.at("period").choice(kPeriods)]),
                                 .name = core::localTextWithin(at.at("name")),
                                 .unit = core::localTextWithin(at.at("unit")),
                                 .grows = at.booleanOr("grows", false),
                                 .quantityOf = at.stringOr("quantityOf", ""),
                                 .priceOf = at.stringOr("priceOf", ""),
                                 .factor = at.has("factor") ? core::localTextWithin(at.at("factor")) : core::LocalText()});
        return out;
    });
}

core::Result<RunningPrices> pricesFromJson(const nlohmann::json& value, const RunningCostCatalog& catalog, const std::string& origin)
{
    const auto fault = [&](const std::string& item) {
        return failure(ErrorCode::InvalidArgument, "planning.prices.item", {{"item", item}}, origin);
    };
    if (!value.is_object() || !value.value("items", nlohmann::json::object()).is_object())
        return failure(ErrorCode::Malformed, "planning.prices.form", {}, origin);
    constexpr std::array<std::string_view, 5> kKnown = {"schema", "note", "years", "growthPercent", "items"};
    for (const auto& [key, one] : value.items())
        if (std::ranges::find(kKnown, key) == kKnown.end())
            return failure(ErrorCode::InvalidArgument, "planning.prices.key", {{"key", key}}, origin);
    RunningPrices out;
    if (value.contains("years")) {
        if (!value.at("years").is_number_integer() || value.at("years") < kFewestYears || value.at("years") > kMostYears)
            return failure(ErrorCode::InvalidArgument, "planning.prices.years", {}, origin);
        out.years = value.at("years").get<int>();
    }
    if (value.contains("growthPercent")) {
        out.growthPercent = decimalIn(value.at("growthPercent"));
        if (!out.growthPercent || *out.growthPercent > Decimal(1000))
            return fault("growthPercent");
    }
    const nlohmann::json items = value.value("items", nlohmann::json::object());
    for (const auto& [id, entered] : items.items()) {
        if (std::ranges::find(catalog.items, id, &CostItemKind::id) == catalog.items.end() || !entered.is_object())
            return fault(id);
        for (const auto& [key, target] : {std::pair{"quantity", &out.quantities}, std::pair{"price", &out.prices}, std::pair{"factor", &out.factors}}) {
            if (!entered.contains(key) || entered.at(key).is_null() || entered.at(key) == "")
                continue;
            const auto amountOf = decimalIn(entered.at(key));
            if (!amountOf)
                return fault(id);
            (*target)[id] = *amountOf;
        }
    }
    return out;
}

core::Result<nlohmann::json> readPrices(const std::filesystem::path& file, const RunningCostCatalog& catalog)
{
    auto value = core::readJson(file);
    if (!value)
        return value;
    auto read = pricesFromJson(*value, catalog, core::toUtf8(file));
    if (read)
        return value;
    core::Error error = std::move(read.error());
    error.line = core::lineOfWord(file, error.key == "planning.prices.years" ? "years" : error.args.empty() ? "" : error.args.front().second);
    return std::unexpected(std::move(error));
}

RunningCost compareRunningCost(const RunningPrices& prices, const RunningCostCatalog& catalog)
{
    RunningCost out;
    out.edition = catalog.edition;
    out.years = prices.years > 0 ? prices.years : std::clamp(catalog.years, kFewestYears, kMostYears);
    const Decimal percent = prices.growthPercent ? *prices.growthPercent : Decimal::parse(catalog.growthPercent).value_or(Decimal());
    out.growthPercent = percent.text();
    const Decimal growth = Decimal(1) + percent / Decimal(100);
    std::vector<Line> lines;
    for (const CostItemKind& kind : catalog.items) {
        const Line line = lineOf(kind, prices);
        RunningCostItem item{.id = kind.id,
                             .container = kind.container,
                             .period = kind.period,
                             .name = kind.name,
                             .unit = kind.unit,
                             .factorName = kind.factor};
        if (line.known) {
            Decimal total;
            for (int year = 1; year <= out.years; ++year)
                total += amount(line, growth, year);
            item.quantity = line.quantity.text();
            item.price = line.price.text();
            item.factor = hasFactor(kind) ? line.factor.text() : std::string();
            item.formula = item.quantity + (hasFactor(kind) ? " x " + item.factor : std::string()) + " x " + item.price +
                           (kind.period == "month" ? " x 12" : "");
            item.firstYear = won(amount(line, growth, 1));
            item.total = won(total);
        } else {
            out.missing.push_back(kind.id);
        }
        out.items.push_back(std::move(item));
        lines.push_back(line);
    }
    out.notes = {"planning.running.note.prices", "planning.running.note.growth"};
    if (!out.missing.empty())
        return out;
    Decimal machines;
    Decimal containers;
    for (int year = 1; year <= out.years; ++year) {
        Decimal ofMachines;
        Decimal ofContainers;
        for (const Line& line : lines)
            (line.kind->container ? ofContainers : ofMachines) += amount(line, growth, year);
        machines += ofMachines;
        containers += ofContainers;
        out.perYear.push_back({year, won(ofMachines), won(ofContainers), won(machines), won(containers)});
    }
    out.machines = won(machines);
    out.containers = won(containers);
    out.difference = won(machines - containers);
    out.breakEvenMonth = breakEven(lines, growth, out.years);
    return out;
}

} // namespace naru::planning
