#include "costing/Allocation.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace naru::costing {

using core::Decimal;

namespace {

Decimal pointsOf(const core::CountedFunction& function)
{
    return Decimal::parse(function.fp).value_or(Decimal());
}

void addTo(CostShare& sum, const CostShare& part)
{
    sum.functions += part.functions;
    sum.functionPoints += part.functionPoints;
    sum.apiLinks += part.apiLinks;
    sum.cost += part.cost;
}

/// Divides whole won by weight; nothing is lost and nothing is made.
void divide(const Decimal& amount, std::vector<CostShare>& shares)
{
    Decimal sum;
    for (const CostShare& share : shares)
        sum += share.functionPoints;
    if (sum.zero())
        return;
    Decimal left = amount;
    std::vector<std::pair<Decimal, std::size_t>> remainders;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const Decimal exact = amount * shares[i].functionPoints / sum;
        shares[i].cost = exact.rounded(0, core::Rounding::Down);
        left -= shares[i].cost;
        remainders.emplace_back(exact - shares[i].cost, i);
    }
    std::ranges::stable_sort(remainders, [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [remainder, i] : remainders) {
        if (left < Decimal(1))
            break;
        shares[i].cost += Decimal(1);
        left -= Decimal(1);
    }
}

} // namespace

std::vector<CostShare> costByContext(const core::FunctionPointCount& count, const core::Alternative& split, const core::Estimate* estimate)
{
    std::vector<CostShare> shares;
    std::map<std::string, std::size_t> placeOf;
    for (const core::Context& context : split.contexts) {
        placeOf.emplace(context.id, shares.size());
        shares.push_back({.id = context.id, .name = context.name});
    }
    shares.push_back({});
    const auto shareOf = [&](const std::string& context) -> CostShare& {
        const auto found = placeOf.find(context);
        return found == placeOf.end() ? shares.back() : shares[found->second];
    };
    for (const core::CountedFunction& function : count.functions) {
        if (function.state == core::FunctionState::Rejected)
            continue;
        CostShare& share = shareOf(function.context);
        ++share.functions;
        share.functionPoints += pointsOf(function);
    }
    for (const core::CountedFunction& link : count.apiLinks)
        shareOf(link.context).apiLinks += pointsOf(link);
    if (shares.back().functions == 0 && shares.back().apiLinks.zero())
        shares.pop_back();
    if (estimate != nullptr)
        divide(Decimal::parse(estimate->developmentCost).value_or(Decimal()), shares);
    return shares;
}

std::vector<CostShare> costByWave(const std::vector<CostShare>& contexts, const core::Plan& plan)
{
    std::vector<CostShare> out;
    std::map<std::string, std::size_t> waveOf;
    for (const core::Wave& wave : plan.waves) {
        for (const core::PlannedContext& planned : wave.contexts)
            waveOf.emplace(planned.context, out.size());
        out.push_back({.id = std::to_string(wave.number)});
    }
    CostShare rest;
    for (const CostShare& share : contexts) {
        const auto found = waveOf.find(share.id);
        addTo(share.id.empty() || found == waveOf.end() ? rest : out[found->second], share);
    }
    if (rest.functions > 0 || !rest.apiLinks.zero())
        out.push_back(std::move(rest));
    return out;
}

CostShare sumOf(const std::vector<CostShare>& shares)
{
    CostShare out;
    for (const CostShare& share : shares)
        addTo(out, share);
    return out;
}

} // namespace naru::costing
