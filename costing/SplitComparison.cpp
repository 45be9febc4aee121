#include "costing/SplitComparison.h"

#include <algorithm>

namespace naru::costing {

using core::Decimal;

namespace {

Decimal decimal(const std::string& text)
{
    return Decimal::parse(text).value_or(Decimal());
}

} // namespace

std::optional<core::Estimate> estimateWith(EstimateInput input, const Tariff& tariff, const char* apiLinks)
{
    input.choices.factors.apiLinks = apiLinks;
    auto made = estimate(input, tariff);
    return made ? std::optional(std::move(*made)) : std::nullopt;
}

std::vector<SplitLine> compareSplit(const core::FunctionPointCount& count, const std::optional<core::Estimate>& byIfpug,
                                    const std::optional<core::Estimate>& withApiLinks)
{
    const auto kept = static_cast<std::size_t>(
        std::ranges::count_if(count.functions, [](const core::CountedFunction& f) { return f.state != core::FunctionState::Rejected; }));
    const std::size_t links = count.apiLinks.size();
    std::vector<SplitLine> lines = {
        {SplitMeasure::Functions, std::to_string(kept), std::to_string(kept + links), std::to_string(links)},
        {SplitMeasure::Points, count.total, (decimal(count.total) + decimal(count.apiLinksTotal)).text(), count.apiLinksTotal}};
    if (byIfpug && withApiLinks)
        for (const auto& [measure, value] : {std::pair(SplitMeasure::DevelopmentCost, &core::Estimate::developmentCost),
                                             std::pair(SplitMeasure::Total, &core::Estimate::total)}) {
            const core::Won& before = *byIfpug.*value;
            const core::Won& after = *withApiLinks.*value;
            lines.push_back({measure, before, after, (decimal(after) - decimal(before)).text()});
        }
    return lines;
}

} // namespace naru::costing
