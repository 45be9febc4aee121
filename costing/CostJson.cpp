#include "costing/CostJson.h"

#include "core/model/ModelJson.h"
#include "core/model/Numbers.h"

namespace naru::costing {

using nlohmann::json;

namespace {

json number(const core::Decimal& value)
{
    return core::numberFromText(value.text());
}

std::string_view kindName(ChangeKind kind)
{
    return kind == ChangeKind::Added ? "added" : kind == ChangeKind::Removed ? "removed" : "changed";
}

} // namespace

json toJson(const Sensitivity& study)
{
    json bars = json::array();
    for (const SensitivityBar& bar : study.bars)
        bars.push_back({{"id", bar.id},
                        {"labelKey", bar.labelKey},
                        {"name", bar.name},
                        {"low", core::numberFromText(bar.low)},
                        {"high", core::numberFromText(bar.high)},
                        {"lowMeaning", bar.lowMeaning},
                        {"highMeaning", bar.highMeaning}});
    return {{"base", core::numberFromText(study.base)},
            {"low", core::numberFromText(study.low)},
            {"high", core::numberFromText(study.high)},
            {"rangeKey", study.rangeKey},
            {"bars", bars}};
}

json toJson(const CountComparison& comparison)
{
    json changes = json::array();
    for (const FunctionChange& change : comparison.changes)
        changes.push_back({{"kind", kindName(change.kind)},
                           {"id", change.id},
                           {"name", change.name},
                           {"before", change.before},
                           {"after", change.after},
                           {"difference", core::numberFromText(change.difference)},
                           {"reasons", change.reasonKeys}});
    return {{"before", core::numberFromText(comparison.before)},
            {"after", core::numberFromText(comparison.after)},
            {"difference", core::numberFromText(comparison.difference)},
            {"changes", changes}};
}

json toJson(const IspTable& table)
{
    json rows = json::array();
    for (const IspRow& row : table.rows)
        rows.push_back({{"id", row.id},
                        {"major", row.major},
                        {"middle", row.middle},
                        {"minor", row.minor},
                        {"basis", row.basis},
                        {"note", row.note},
                        {"computed", row.computed},
                        {"amount", row.given ? number(row.amount) : json()}});
    return {{"edition", table.edition}, {"source", table.source}, {"rows", rows}, {"open", table.open}, {"total", number(table.total)}};
}

json toJson(const ManMonthEstimate& estimate, const ManMonthRules& rules)
{
    json steps = json::array();
    for (const ManMonthStep& step : estimate.steps)
        steps.push_back({{"name", step.nameKey}, {"operation", step.operation}, {"value", number(step.value)}});
    return {{"source", rules.source},
            {"allowedFor", rules.allowedFor},
            {"provisional", true},
            {"steps", steps},
            {"manMonths", number(estimate.manMonths)},
            {"cost", number(estimate.cost)},
            {"total", number(estimate.total)}};
}

json toJson(const EstimateComparison& comparison)
{
    json moves = json::array();
    for (const CostMove& move : comparison.moves)
        moves.push_back({{"id", move.id}, {"before", move.before}, {"after", move.after}, {"won", number(move.won)}});
    return {{"before", number(core::Decimal::parse(comparison.before).value_or(core::Decimal()))},
            {"after", number(core::Decimal::parse(comparison.after).value_or(core::Decimal()))},
            {"difference", number(comparison.difference)},
            {"moves", moves}};
}

json toJson(const std::vector<FactorProposal>& proposals)
{
    json out = json::array();
    for (const FactorProposal& proposal : proposals)
        out.push_back({{"factor", proposal.factor},
                       {"level", proposal.level},
                       {"found", proposal.found},
                       {"evidence", proposal.evidence},
                       {"reason", proposal.reasonKey}});
    return out;
}

json toJson(const std::vector<CostShare>& shares)
{
    json out = json::array();
    for (const CostShare& share : shares)
        out.push_back({{"id", share.id},
                       {"name", share.name},
                       {"functions", share.functions},
                       {"fp", number(share.functionPoints)},
                       {"apiLinksFp", number(share.apiLinks)},
                       {"cost", number(share.cost)}});
    return out;
}

json toJson(const std::vector<RequirementFunction>& functions, core::CountMethod method)
{
    json out = json::array();
    for (const RequirementFunction& function : functions)
        out.push_back({{"name", function.entry.name},
                       {"type", nameOf(function.entry.type)},
                       {"state", "proposed"},
                       {"line", function.line},
                       {"word", function.word},
                       {"sentence", function.sentence}});
    return {{"method", nameOf(method)}, {"functions", out}};
}

} // namespace naru::costing
