#include "analyzers/decompose/MethodReach.h"

#include "analyzers/decompose/Parallel.h"

#include <algorithm>

namespace naru::analyzers::decompose {

using core::CodeModel;

namespace {

void keepStrongest(Reach& reach, std::size_t limit)
{
    std::ranges::sort(reach, [](const auto& a, const auto& b) { return a.first != b.first ? a.first < b.first : a.second > b.second; });
    reach.erase(std::ranges::unique(reach, {}, [](const auto& entry) { return entry.first; }).begin(), reach.end());
    if (reach.size() > limit) {
        std::ranges::nth_element(reach, reach.begin() + static_cast<std::ptrdiff_t>(limit), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        reach.resize(limit);
        std::ranges::sort(reach);
    }
}

} // namespace

std::vector<Reach> methodReach(const CodeModel& code, const MemberSet& set, const Thresholds& t, core::Job& job)
{
    std::vector<Reach> direct(code.members.size());
    const auto statementTables = [&](core::MemberId member, const core::Statement& statement) {
        for (const core::TableAccess& access : statement.accesses)
            if (const std::uint32_t table = set.of(access.table); table != kNoMember)
                direct[member.value].emplace_back(table, 1.0F);
    };
    for (const core::Statement& statement : code.statements)
        if (statement.holder.valid())
            statementTables(statement.holder, statement);
    for (const core::ExecuteEdge& edge : code.executes)
        statementTables(edge.from, code[edge.to]);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> calls;
    calls.reserve(code.calls.size());
    for (const core::CallEdge& edge : code.calls)
        calls.emplace_back(edge.from.value, edge.to.value);
    std::ranges::sort(calls);
    calls.erase(std::ranges::unique(calls).begin(), calls.end());
    std::vector<std::uint32_t> start(code.members.size() + 1, 0);
    for (const auto& [from, to] : calls)
        ++start[from + 1];
    for (std::size_t i = 1; i < start.size(); ++i)
        start[i] += start[i - 1];
    const auto limit = static_cast<std::size_t>(t.reachTables);
    for (Reach& reach : direct)
        keepStrongest(reach, limit);
    std::vector<Reach> now = direct;
    for (int depth = 0; depth < t.reachDepth && !job.cancelled(); ++depth) {
        std::vector<Reach> next(now.size());
        parallelFor(now.size(), job.threads(), [&](std::size_t m) {
            Reach reach = direct[m];
            for (std::uint32_t c = start[m]; c < start[m + 1]; ++c)
                for (const auto& [table, strength] : now[calls[c].second])
                    reach.emplace_back(table, strength * static_cast<float>(t.reachDecay));
            keepStrongest(reach, limit);
            next[m] = std::move(reach);
        });
        now = std::move(next);
    }
    return now;
}

} // namespace naru::analyzers::decompose
