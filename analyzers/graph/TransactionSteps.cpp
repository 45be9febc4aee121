#include "analyzers/graph/TransactionSteps.h"

#include <algorithm>
#include <set>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Leaves out the steps that lead where an earlier one of the member did: no walk enters a target twice. Members whose branches are
/// walked apart keep all of theirs.
void dropRepeated(Steps& steps, const std::vector<Dispatch>& dispatches)
{
    std::vector<bool> branching(steps.first.size(), false);
    for (const Dispatch& dispatch : dispatches)
        branching[dispatch.member.value] = true;
    std::uint32_t targets = 0;
    for (const Step& step : steps.all)
        targets = std::max<std::uint32_t>(targets, step.target + 1);
    std::vector<std::uint32_t> last(std::size_t{targets} * 2, 0); // the member, plus one, that led there last
    std::size_t kept = 0;
    std::size_t from = 0;
    for (std::size_t member = 0; member + 1 < steps.first.size(); ++member) {
        const std::size_t end = steps.first[member + 1];
        for (std::size_t i = from; i < end; ++i) {
            const Step step = steps.all[i];
            std::uint32_t& mark = last[std::size_t{step.target} * 2 + step.statement];
            if (mark == member + 1 && !branching[member])
                continue;
            mark = static_cast<std::uint32_t>(member) + 1;
            steps.all[kept++] = step;
        }
        from = end;
        steps.first[member + 1] = kept;
    }
    steps.all.resize(kept);
}

} // namespace

Steps stepsOf(const CodeModel& model, const std::vector<CallEdge>& pages, const std::vector<Dispatch>& dispatches)
{
    const auto eachCall = [&](const auto& f) {
        for (const std::vector<CallEdge>* edges : {&model.calls, &pages})
            for (const CallEdge& edge : *edges)
                f(edge);
    };
    const auto otherFile = [&](MemberId member, const Location& at) {
        return at.file.valid() && at.file != model[member].at.file ? at.file.value + 1 : 0;
    };
    Steps steps;
    steps.first.assign(model.members.size() + 1, 0);
    eachCall([&](const CallEdge& edge) { ++steps.first[edge.from.value + 1]; });
    for (const ExecuteEdge& edge : model.executes) {
        ++steps.first[edge.from.value + 1];
    }
    for (std::size_t i = 1; i < steps.first.size(); ++i) {
        steps.first[i] += steps.first[i - 1];
    }
    steps.all.resize(steps.first.back());
    std::vector<std::size_t> next(steps.first.begin(), steps.first.end() - 1);
    for (const ExecuteEdge& edge : model.executes) {
        steps.all[next[edge.from.value]++] = {otherFile(edge.from, edge.at), edge.at.line, 1, edge.to.value};
    }
    eachCall([&](const CallEdge& edge) { steps.all[next[edge.from.value]++] = {otherFile(edge.from, edge.at), edge.at.line, 0, edge.to.value}; });
    for (std::size_t i = 0; i + 1 < steps.first.size(); ++i) {
        // By line; what stands on one line keeps the order in which the resolver met it.
        std::stable_sort(steps.all.begin() + static_cast<std::ptrdiff_t>(steps.first[i]),
                         steps.all.begin() + static_cast<std::ptrdiff_t>(steps.first[i + 1]),
                         [](const Step& a, const Step& b) { return std::pair(a.otherFile, a.line) < std::pair(b.otherFile, b.line); });
    }
    dropRepeated(steps, dispatches);
    return steps;
}

std::vector<bool> reachingStatements(std::size_t members, const Steps& steps)
{
    std::vector<std::vector<std::uint32_t>> callers(members);
    std::vector<bool> reaching(members, false);
    std::vector<std::uint32_t> open;
    for (std::uint32_t member = 0; member < members; ++member)
        for (std::size_t i = steps.first[member]; i < steps.first[member + 1]; ++i) {
            if (!steps.all[i].statement)
                callers[steps.all[i].target].push_back(member);
            else if (!reaching[member]) {
                reaching[member] = true;
                open.push_back(member);
            }
        }
    while (!open.empty()) {
        const std::uint32_t member = open.back();
        open.pop_back();
        for (const std::uint32_t caller : callers[member])
            if (!reaching[caller]) {
                reaching[caller] = true;
                open.push_back(caller);
            }
    }
    return reaching;
}

bool dividesData(const Dispatch& dispatch, const Steps& steps, const std::vector<bool>& reaching)
{
    std::set<std::set<std::pair<bool, std::uint32_t>>> ways;
    for (const DispatchBranch& branch : dispatch.branches) {
        std::set<std::pair<bool, std::uint32_t>> way;
        for (std::size_t i = steps.first[dispatch.member.value]; i < steps.first[dispatch.member.value + 1]; ++i)
            if (const Step& step = steps.all[i];
                step.otherFile == 0 && branch.first <= step.line && step.line <= branch.last && (step.statement || reaching[step.target]))
                way.emplace(step.statement != 0, step.target);
        if (!way.empty())
            ways.insert(std::move(way));
    }
    return ways.size() > 1;
}

} // namespace naru::analyzers::graph
