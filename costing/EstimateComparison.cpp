#include "costing/EstimateComparison.h"

#include <algorithm>

namespace naru::costing {

using core::Decimal;
using core::Estimate;

namespace {

struct Value {
    std::string id;
    std::string text;
    Decimal value;
};

Decimal decimalOf(const std::string& text, const Decimal& otherwise = {})
{
    return text.empty() ? otherwise : Decimal::parse(text).value_or(otherwise);
}

std::string factorOf(const Estimate& estimate, const std::string& id)
{
    const auto found = std::ranges::find(estimate.factors, id, &std::pair<std::string, std::string>::first);
    return found == estimate.factors.end() ? "1" : found->second;
}

/// The values of the chain in its order; always the same ids.
std::vector<Value> valuesOf(const Estimate& estimate)
{
    const Decimal links = decimalOf(estimate.apiLinksFp);
    const Decimal functions = decimalOf(estimate.fp) - links;
    std::vector<Value> out = {{"size", functions.text(), functions},
                              {"apiLinks", links.text(), links},
                              {"price", estimate.unitPrice, decimalOf(estimate.unitPrice)},
                              {"stages", estimate.stageSum, decimalOf(estimate.stageSum, Decimal(1))}};
    for (const char* factor : {"size", "linkage", "performance", "environment", "security"}) {
        const std::string text = factorOf(estimate, factor);
        out.push_back({std::string(factor) == "size" ? "sizeFactor" : factor, text, decimalOf(text, Decimal(1))});
    }
    out.push_back({"profit", estimate.profitPercent, decimalOf(estimate.profitPercent)});
    out.push_back({"directExpenses", estimate.directExpenses, decimalOf(estimate.directExpenses)});
    // The tax as a part of the cost, so that the others carry theirs: nothing or the rate of the edition.
    const Decimal cost = decimalOf(estimate.developmentCost);
    const Decimal rate =
        cost.zero() || decimalOf(estimate.vat).zero() ? Decimal() : (decimalOf(estimate.vat) / cost).rounded(3, core::Rounding::HalfEven);
    out.push_back({"vat", rate.text(), rate});
    return out;
}

Decimal totalOf(const std::vector<Value>& values)
{
    enum Place { Size, Links, Price, Stages, FirstFactor, Profit = FirstFactor + 5, Direct, Vat };
    Decimal cost = (values[Size].value + values[Links].value) * values[Price].value * values[Stages].value;
    for (std::size_t i = FirstFactor; i < Profit; ++i)
        cost *= values[i].value;
    cost = cost * (Decimal(1) + values[Profit].value / Decimal(100)) + values[Direct].value;
    return cost * (Decimal(1) + values[Vat].value);
}

} // namespace

EstimateComparison compareEstimates(const Estimate& before, const Estimate& after)
{
    EstimateComparison out{.before = before.total, .after = after.total, .difference = decimalOf(after.total) - decimalOf(before.total)};
    std::vector<Value> now = valuesOf(before);
    const std::vector<Value> then = valuesOf(after);
    Decimal explained;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (now[i].value == then[i].value)
            continue;
        const Decimal from = totalOf(now);
        const std::string text = now[i].text;
        now[i] = then[i];
        const Decimal won = (totalOf(now) - from).rounded(0, core::Rounding::HalfEven);
        explained += won;
        out.moves.push_back({.id = then[i].id, .before = text, .after = then[i].text, .won = won});
    }
    if (const Decimal rest = out.difference - explained; !rest.zero())
        out.moves.push_back({.id = "rest", .before = {}, .after = {}, .won = rest});
    return out;
}

} // namespace naru::costing
