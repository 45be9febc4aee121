#include "costing/Comparison.h"

#include "core/base/Decimal.h"
#include "costing/Tariff.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace naru::costing {

using core::CountedFunction;
using core::Decimal;

namespace {

Decimal countedPoints(const CountedFunction* function)
{
    if (function == nullptr || function->state == core::FunctionState::Rejected)
        return {};
    return Decimal::parse(function->fp).value_or(Decimal());
}

std::string shown(const CountedFunction* function)
{
    if (function == nullptr)
        return {};
    return std::string(nameOf(function->type)) + " " + countedPoints(function).text();
}

std::vector<std::string> reasonsOf(const CountedFunction* before, const CountedFunction* after)
{
    if (before == nullptr)
        return {"costing.change.added"};
    if (after == nullptr)
        return {"costing.change.removed"};
    std::vector<std::string> reasons;
    const auto rejected = [](const CountedFunction* one) { return one->state == core::FunctionState::Rejected; };
    if (rejected(before) != rejected(after))
        reasons.emplace_back(rejected(after) ? "costing.change.rejected" : "costing.change.accepted");
    if (before->type != after->type)
        reasons.emplace_back("costing.change.type");
    if (before->complexity != after->complexity)
        reasons.emplace_back("costing.change.complexity");
    if (reasons.empty())
        reasons.emplace_back("costing.change.weights");
    return reasons;
}

} // namespace

CountComparison compareCounts(const core::FunctionPointCount& before, const core::FunctionPointCount& after)
{
    std::map<std::string, std::pair<const CountedFunction*, const CountedFunction*>> byId;
    for (const CountedFunction& function : before.functions)
        byId[function.id].first = &function;
    for (const CountedFunction& function : after.functions)
        byId[function.id].second = &function;
    CountComparison out{.before = before.total, .after = after.total};
    std::vector<std::pair<Decimal, FunctionChange>> changes;
    Decimal sum;
    for (const auto& [id, pair] : byId) {
        const auto& [old, now] = pair;
        const Decimal difference = countedPoints(now) - countedPoints(old);
        const bool same = old != nullptr && now != nullptr && difference.zero() && old->type == now->type;
        if (same)
            continue;
        sum += difference;
        changes.emplace_back(difference, FunctionChange{.kind = old == nullptr   ? ChangeKind::Added
                                                                : now == nullptr ? ChangeKind::Removed
                                                                                 : ChangeKind::Changed,
                                                        .id = id,
                                                        .name = (now != nullptr ? now : old)->name,
                                                        .before = shown(old),
                                                        .after = shown(now),
                                                        .difference = difference.text(),
                                                        .reasonKeys = reasonsOf(old, now)});
    }
    const auto size = [](const Decimal& value) { return value.negative() ? Decimal() - value : value; };
    std::ranges::stable_sort(changes, [&](const auto& left, const auto& right) { return size(left.first) > size(right.first); });
    for (auto& [difference, change] : changes)
        out.changes.push_back(std::move(change));
    out.difference = sum.text();
    return out;
}

} // namespace naru::costing
