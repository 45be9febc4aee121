#include "costing/Sensitivity.h"

#include "costing/SizedEstimate.h"

#include <algorithm>

namespace naru::costing {

using core::Decimal;
using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

Decimal amountOf(const core::Won& text)
{
    return Decimal::parse(text).value_or(Decimal());
}

struct End {
    core::Won total;
    std::string meaning;
};

/// Adds a bar for two ways to change the input.
class BarMaker {
public:
    BarMaker(const SizedInventory& inventory, const FactorChoices& choices, const Tariff& tariff, Sensitivity& out)
        : m_inventory(inventory),
          m_choices(choices),
          m_tariff(tariff),
          m_out(out)
    {
        m_choices.maintenance.reset(); // moves no total
    }

    template <typename Change> Result<End> end(Change change, std::string meaning) const
    {
        FactorChoices changed = m_choices;
        change(changed);
        return endOf(estimateSized(m_inventory, changed, m_tariff), std::move(meaning));
    }

    [[nodiscard]] Result<End> endWith(const SizedInventory& inventory, std::string meaning) const
    {
        return endOf(estimateSized(inventory, m_choices, m_tariff), std::move(meaning));
    }

    static Result<End> endOf(const Result<core::Estimate>& result, std::string meaning)
    {
        if (!result)
            return std::unexpected(result.error());
        return End{.total = result->total, .meaning = std::move(meaning)};
    }

    void add(const std::string& id, core::LocalText name, End one, End other)
    {
        if (amountOf(one.total) > amountOf(other.total))
            std::swap(one, other);
        if (one.total == other.total)
            return;
        m_out.bars.push_back({.id = id,
                              .labelKey = "costing.sensitivity." + id,
                              .name = std::move(name),
                              .low = one.total,
                              .high = other.total,
                              .lowMeaning = one.meaning,
                              .highMeaning = other.meaning});
    }

private:
    const SizedInventory& m_inventory;
    FactorChoices m_choices;
    const Tariff& m_tariff;
    Sensitivity& m_out;
};

int* levelIn(core::EstimateFactors& factors, std::string_view id)
{
    return id == "linkage"       ? &factors.linkage
           : id == "performance" ? &factors.performance
           : id == "environment" ? &factors.environment
           : id == "security"    ? &factors.security
                                 : nullptr;
}

Result<void> addFactors(const EstimateInput& input, const Tariff& tariff, BarMaker& maker)
{
    for (const TariffFactor& factor : tariff.factors) {
        core::EstimateFactors probe = input.choices.factors;
        if (levelIn(probe, factor.id) == nullptr)
            continue;
        const int highest = static_cast<int>(factor.levels.size());
        const auto at = [&](int level) {
            return maker.end([&](FactorChoices& changed) { *levelIn(changed.factors, factor.id) = level; }, std::to_string(level));
        };
        const auto low = at(1);
        const auto high = at(highest);
        if (!low || !high)
            return std::unexpected((low ? high : low).error());
        maker.add(factor.id, factor.name, *low, *high);
    }
    return {};
}

/// Functions that nobody has confirmed may fall away.
Result<void> addFunctions(const EstimateInput& input, const SizedInventory& whole, const Tariff& tariff, const core::Won& base,
                          BarMaker& maker)
{
    const auto confirmed = std::ranges::count_if(input.inventory.functions, &FunctionEntry::confirmed);
    if (confirmed == 0 || confirmed == static_cast<std::ptrdiff_t>(input.inventory.functions.size()))
        return {};
    Inventory sure{
        .method = input.inventory.method, .apiLinkFunctions = input.inventory.apiLinkFunctions, .splitKnown = input.inventory.splitKnown};
    std::ranges::copy_if(input.inventory.functions, std::back_inserter(sure.functions), &FunctionEntry::confirmed);
    const SizedInventory measured = measure(sure, tariff);
    const auto low = maker.endWith(measured, measured.functions.text());
    if (!low)
        return std::unexpected(low.error());
    maker.add("functions", {}, *low, {.total = base, .meaning = whole.functions.text()});
    return {};
}

} // namespace

Result<Sensitivity> sensitivity(const EstimateInput& input, const Tariff& tariff)
{
    const SizedInventory inventory = measure(input.inventory, tariff);
    const auto base = estimateSized(inventory, input.choices, tariff);
    if (!base)
        return std::unexpected(base.error());
    Sensitivity out{.base = base->total, .low = base->total, .high = base->total, .rangeKey = "costing.sensitivity.range"};
    BarMaker maker(inventory, input.choices, tariff, out);
    if (const auto added = addFactors(input, tariff, maker); !added)
        return std::unexpected(added.error());
    if (const auto added = addFunctions(input, inventory, tariff, base->total, maker); !added)
        return std::unexpected(added.error());
    const std::string highest = tariff.highestProfitPercent.text();
    const auto noProfit = maker.end([](FactorChoices& changed) { changed.factors.profitPercent = "0"; }, "0");
    const auto fullProfit = maker.end([&](FactorChoices& changed) { changed.factors.profitPercent = highest; }, highest);
    if (noProfit && fullProfit)
        maker.add("profit", {}, *noProfit, *fullProfit);
    if (input.inventory.splitKnown) {
        const auto without = maker.end([](FactorChoices& changed) { changed.factors.apiLinks = "none"; }, "none");
        const auto with = maker.end([](FactorChoices& changed) { changed.factors.apiLinks = "guide"; }, "guide");
        if (without && with)
            maker.add("apiLinks", {}, *without, *with);
    }
    std::ranges::stable_sort(out.bars, [](const SensitivityBar& left, const SensitivityBar& right) {
        return amountOf(left.high) - amountOf(left.low) > amountOf(right.high) - amountOf(right.low);
    });
    for (const SensitivityBar& bar : out.bars) {
        if (amountOf(bar.low) < amountOf(out.low))
            out.low = bar.low;
        if (amountOf(bar.high) > amountOf(out.high))
            out.high = bar.high;
    }
    return out;
}

Result<Decimal> functionPointsWithin(const Decimal& budget, const FactorChoices& choices, const Tariff& tariff)
{
    if (budget <= Decimal(0))
        return failure(ErrorCode::InvalidArgument, "costing.budget.not-positive");
    const auto total = [&](const Decimal& tenths) -> Result<Decimal> {
        const auto result = estimateSized({.functions = tenths / Decimal(10)}, choices, tariff);
        if (!result)
            return std::unexpected(result.error());
        return amountOf(result->total);
    };
    // The total grows with the size, also where the size factor falls: so halving finds the last size that fits.
    Decimal fits = 0;
    Decimal tooMuch = 1;
    for (;; tooMuch *= 2) {
        const auto cost = total(tooMuch);
        if (!cost)
            return cost;
        if (*cost > budget)
            break;
        fits = tooMuch;
    }
    while (tooMuch - fits > Decimal(1)) {
        const Decimal middle = ((fits + tooMuch) / Decimal(2)).rounded(0, core::Rounding::Down);
        const auto cost = total(middle);
        if (!cost)
            return cost;
        (*cost > budget ? tooMuch : fits) = middle;
    }
    if (fits.zero())
        return failure(ErrorCode::InvalidArgument, "costing.budget.too-small", {{"budget", budget.text()}});
    return fits / Decimal(10);
}

} // namespace naru::costing
