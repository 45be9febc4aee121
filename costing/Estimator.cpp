#include "costing/SizedEstimate.h"

#include <algorithm>

namespace naru::costing {

using core::Decimal;
using core::ErrorCode;
using core::Estimate;
using core::failure;
using core::Result;

namespace {

/// Follows the chain and writes every step down.
class Chain {
public:
    Chain(const Tariff& tariff, const RoundingPolicy& rounding, Estimate& out) : m_tariff(tariff), m_rounding(rounding), m_out(out) {}

    [[nodiscard]] const Decimal& value() const { return m_value; }

    /// Whole won as the policy says; what is shown is always whole.
    [[nodiscard]] Decimal step(const Decimal& exact) const { return m_rounding.eachStep ? whole(exact) : exact; }
    [[nodiscard]] Decimal whole(const Decimal& exact) const { return exact.rounded(0, m_rounding.mode); }

    void set(Decimal value) { m_value = std::move(value); }

    void note(std::string name, std::string operation, const Decimal& value, const TariffSource& source)
    {
        m_out.steps.push_back({.name = std::move(name),
                               .operation = std::move(operation),
                               .value = whole(value).text(),
                               .source = source.place,
                               .clause = source.clause,
                               .provisional = source.provisional()});
    }

    void noteAnswer(std::string name, std::string operation, const Decimal& value)
    {
        m_out.steps.push_back({.name = std::move(name),
                               .operation = std::move(operation),
                               .value = whole(value).text(),
                               .source = {.kind = "answer", .source = m_tariff.edition}});
    }

    void multiply(const std::string& id, const Decimal& factor, const std::string& shown, const TariffSource& source)
    {
        m_value = step(m_value * factor);
        m_out.factors.emplace_back(id, shown);
        note("costing.step." + id, "x " + shown, m_value, source);
    }

private:
    const Tariff& m_tariff;
    const RoundingPolicy& m_rounding;
    Estimate& m_out;
    Decimal m_value;
};

int levelOf(const core::EstimateFactors& factors, std::string_view id)
{
    return id == "linkage"       ? factors.linkage
           : id == "performance" ? factors.performance
           : id == "environment" ? factors.environment
           : id == "security"    ? factors.security
                                 : 0;
}

void addProvisional(Estimate& out, std::string key)
{
    if (std::ranges::find(out.provisional, key) == out.provisional.end())
        out.provisional.push_back(std::move(key));
}

Result<void> applyFactors(const core::EstimateFactors& factors, const Tariff& tariff, const Decimal& fp, Chain& chain, Estimate& out)
{
    const Decimal size = tariff.sizeFactor(fp);
    chain.multiply("size", size, size.text(tariff.size.places), tariff.size.source);
    out.applied.push_back(
        {.id = "size", .name = tariff.size.name, .value = size.text(tariff.size.places), .clause = tariff.size.source.clause});
    for (const TariffFactor& factor : tariff.factors) {
        const int asked = levelOf(factors, factor.id);
        const int highest = static_cast<int>(factor.levels.size());
        if (asked < 0 || asked > highest)
            return failure(ErrorCode::InvalidArgument, "costing.field.whole",
                           {{"field", factor.id}, {"value", std::to_string(asked)}, {"lowest", "1"}, {"highest", std::to_string(highest)}});
        const int level = asked == 0 ? factor.neutral : asked;
        const FactorLevel& chosen = factor.levels[static_cast<std::size_t>(level) - 1];
        const std::string shown = chosen.value.text(2);
        chain.multiply(factor.id, chosen.value, shown, factor.source);
        out.applied.push_back({.id = factor.id,
                               .name = factor.name,
                               .level = level,
                               .chosen = asked != 0,
                               .value = shown,
                               .wording = chosen.wording,
                               .clause = factor.source.clause});
        if (asked == 0)
            addProvisional(out, "costing.provisional.factor-" + factor.id);
    }
    return {};
}

void noteProvisional(const SizedInventory& inventory, const Tariff& tariff, Estimate& out)
{
    if (!tariff.caveatKey.empty())
        addProvisional(out, tariff.caveatKey);
    if (inventory.redevelopment)
        addProvisional(out, "costing.provisional.redevelopment");
    if (out.apiLinksFp != "0") {
        addProvisional(out, "costing.provisional.api-links");
        if (!inventory.splitKnown)
            addProvisional(out, "costing.provisional.api-links-no-split");
    }
    if (tariff.roundingSource.provisional())
        addProvisional(out, "costing.provisional.rounding");
}

Result<Decimal> amount(const std::string& text, std::string_view field)
{
    auto value = Decimal::parse(text);
    if (!value)
        return failure(value.error().code == ErrorCode::LimitExceeded ? ErrorCode::LimitExceeded : ErrorCode::InvalidArgument,
                       "costing.field.number", {{"field", std::string(field)}, {"value", text.substr(0, 40)}});
    if (value->negative())
        return failure(ErrorCode::InvalidArgument, "costing.field.too-small",
                       {{"field", std::string(field)}, {"value", text.substr(0, 40)}, {"lowest", "0"}});
    return value;
}

/// Profit, direct expenses, operation, VAT and the total.
Result<void> finish(const FactorChoices& choices, const Tariff& tariff, Chain& chain, Estimate& out)
{
    const core::EstimateFactors& factors = choices.factors;
    const auto profitPercent = amount(factors.profitPercent, "profitPercent");
    if (!profitPercent)
        return std::unexpected(profitPercent.error());
    if (*profitPercent > tariff.highestProfitPercent)
        return failure(
            ErrorCode::InvalidArgument, "costing.field.too-large",
            {{"field", "profitPercent"}, {"value", factors.profitPercent.substr(0, 40)}, {"highest", tariff.highestProfitPercent.text()}});
    const auto expenses = amount(factors.directExpenses, "directExpenses");
    if (!expenses)
        return std::unexpected(expenses.error());
    if (!expenses->integral())
        return failure(ErrorCode::InvalidArgument, "costing.field.won", {{"field", "directExpenses"}, {"value", expenses->text()}});

    const Decimal after = chain.value();
    const Decimal profit = chain.step(after * *profitPercent / Decimal(100));
    const Decimal cost = chain.whole(after + profit + *expenses);
    out.after = chain.whole(after).text();
    out.profit = chain.whole(profit).text();
    out.profitPercent = profitPercent->text();
    out.directExpenses = expenses->text();
    out.developmentCost = cost.text();
    chain.note("costing.step.profit", profitPercent->text() + " %", profit, tariff.profitSource);
    chain.noteAnswer("costing.step.direct-expenses", "+", *expenses);
    chain.noteAnswer("costing.step.development-cost", "=", cost);

    Decimal sum = cost;
    if (const auto& operation = choices.operation) {
        if (!tariff.devops)
            return failure(ErrorCode::InvalidArgument, "costing.operation.edition", {{"edition", tariff.edition}});
        const Decimal price = chain.whole(operation->manMonths * operation->monthlyRate);
        out.operation = core::OperationEstimate{
            .manMonths = operation->manMonths.text(), .monthlyRate = chain.whole(operation->monthlyRate).text(), .cost = price.text()};
        chain.note("costing.step.operation", operation->manMonths.text() + " x " + operation->monthlyRate.text(), price, *tariff.devops);
        sum += price;
    }
    const Decimal vat = factors.vat ? chain.whole(sum * tariff.vatPercent / Decimal(100)) : Decimal();
    out.vat = vat.text();
    out.total = (sum + vat).text();
    if (factors.vat)
        chain.note("costing.step.vat", tariff.vatPercent.text() + " %", vat, tariff.vatSource);
    chain.noteAnswer("costing.step.total", "=", sum + vat);
    return {};
}

} // namespace

Result<StageChoice> chooseStages(const std::vector<std::string>& stages, const Tariff& tariff)
{
    if (stages.empty())
        return failure(ErrorCode::InvalidArgument, "costing.stages.empty", {{"field", "stages"}});
    StageChoice choice;
    std::string known;
    for (const StageScheme& scheme : tariff.schemes)
        for (const TariffStage& stage : scheme.stages)
            known += (known.empty() ? "" : ", ") + stage.id;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const std::string& name = stages[i];
        if (std::find(stages.begin(), stages.begin() + static_cast<std::ptrdiff_t>(i), name) !=
            stages.begin() + static_cast<std::ptrdiff_t>(i))
            return failure(ErrorCode::InvalidArgument, "costing.stages.twice", {{"stage", name}});
        const TariffStage* found = nullptr;
        const StageScheme* of = nullptr;
        for (const StageScheme& scheme : tariff.schemes)
            for (const TariffStage& stage : scheme.stages)
                if (stage.id == name) {
                    found = &stage;
                    of = &scheme;
                }
        if (found == nullptr)
            return failure(ErrorCode::InvalidArgument, "costing.stages.unknown",
                           {{"stage", name.substr(0, 40)}, {"edition", tariff.edition}, {"known", known}});
        if (!choice.scheme.empty() && choice.scheme != of->id)
            return failure(ErrorCode::InvalidArgument, "costing.stages.mixed", {{"stage", name}, {"other", stages.front()}});
        choice.scheme = of->id;
        choice.sum += found->weight;
    }
    return choice;
}

Result<core::MaintenanceEstimate> maintenance(const MaintenanceInput& input, const Decimal& developmentCost, const RoundingPolicy& rounding,
                                              const Tariff& tariff)
{
    core::MaintenanceEstimate out;
    Decimal points;
    for (const MaintenanceFactor& factor : tariff.maintenance.factors) {
        const auto given = std::ranges::find(input.levels, factor.id, &std::pair<std::string, std::string>::first);
        if (given == input.levels.end())
            return failure(ErrorCode::InvalidArgument, "costing.maintenance.missing", {{"field", factor.id}});
        const auto level = std::ranges::find(factor.levels, given->second, &MaintenanceLevel::id);
        if (level == factor.levels.end())
            return failure(ErrorCode::InvalidArgument, "costing.field.choice",
                           {{"field", "maintenance." + factor.id}, {"choices", "simple, normal, complex"}});
        points += level->points;
        out.levels.emplace_back(*given);
    }
    const Decimal base = input.developmentCost.value_or(developmentCost);
    const Decimal rate = tariff.maintenance.basePercent + tariff.maintenance.spanPercent * points / Decimal(100);
    const Decimal fee = (base * rate / Decimal(100)).rounded(0, rounding.mode);
    const Decimal expenses = input.directExpenses.rounded(0, rounding.mode);
    out.developmentCost = base.rounded(0, rounding.mode).text();
    out.points = points.text();
    out.ratePercent = rate.text();
    out.fee = fee.text();
    out.directExpenses = expenses.text();
    out.total = (fee + expenses).text();
    return out;
}

SizedInventory measure(const Inventory& inventory, const Tariff& tariff)
{
    const InventorySize size = sizeOf(inventory, true, tariff);
    SizedInventory out{.functions = size.functions,
                       .apiLinks = size.apiLinks,
                       .redevelopment = inventory.redevelopment.has_value(),
                       .splitKnown = inventory.splitKnown};
    if (!inventory.totalFp && !inventory.redevelopment)
        out.method = std::string(nameOf(inventory.method));
    return out;
}

Result<Estimate> estimate(const EstimateInput& input, const Tariff& tariff)
{
    return estimateSized(measure(input.inventory, tariff), input.choices, tariff);
}

Result<Estimate> estimateSized(const SizedInventory& inventory, const FactorChoices& choices, const Tariff& tariff)
{
    const core::EstimateFactors& factors = choices.factors;
    const RoundingPolicy* rounding = tariff.rounding(factors.rounding);
    if (rounding == nullptr)
        return failure(ErrorCode::InvalidArgument, "costing.rounding.unknown", {{"rounding", factors.rounding.substr(0, 40)}});
    if (factors.apiLinks != "none" && factors.apiLinks != "guide")
        return failure(ErrorCode::InvalidArgument, "costing.field.choice", {{"field", "apiLinks"}, {"choices", "none, guide"}});
    const auto stages = chooseStages(factors.stages, tariff);
    if (!stages)
        return std::unexpected(stages.error());
    const Decimal links = factors.apiLinks == "guide" ? inventory.apiLinks : Decimal();
    const Decimal fp = inventory.functions + links;
    if (fp <= Decimal(0))
        return failure(ErrorCode::InvalidArgument, "costing.functions.empty");

    Estimate out{.edition = tariff.edition, .fp = fp.text(), .unitPrice = tariff.unitPrice.text()};
    out.editionName = tariff.name;
    out.rounding = rounding->id;
    out.apiLinksFp = links.text();
    out.method = inventory.method;
    out.stageScheme = stages->scheme;
    out.stageSum = stages->sum.text();
    const Decimal& productivity = tariff.perManMonth(fp);
    out.productivity = productivity.text();
    out.manMonths = (fp / productivity).text(2);

    Chain chain(tariff, *rounding, out);
    chain.set(chain.step(fp * tariff.unitPrice * stages->sum));
    out.before = chain.whole(chain.value()).text();
    chain.note("costing.step.before", out.fp + " x " + out.unitPrice + " x " + stages->sum.text(), chain.value(), tariff.unitPriceSource);
    if (const auto applied = applyFactors(factors, tariff, fp, chain, out); !applied)
        return std::unexpected(applied.error());
    if (const auto finished = finish(choices, tariff, chain, out); !finished)
        return std::unexpected(finished.error());
    noteProvisional(inventory, tariff, out);

    if (choices.maintenance) {
        const auto cost = Decimal::parse(out.developmentCost);
        auto yearly = maintenance(*choices.maintenance, cost.value_or(Decimal()), *rounding, tariff);
        if (!yearly)
            return std::unexpected(yearly.error());
        out.maintenance = std::move(*yearly);
    }
    return out;
}

} // namespace naru::costing
