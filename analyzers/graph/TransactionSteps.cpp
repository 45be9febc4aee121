#include "analyzers/graph/TransactionSteps.h"

#include "analyzers/spi/FileKinds.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <tuple>
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
    std::vector<std::size_t> first(std::size_t{targets}, 0);      // its step that led to a member there
    std::size_t kept = 0;
    std::size_t from = 0;
    for (std::size_t member = 0; member + 1 < steps.first.size(); ++member) {
        const std::size_t end = steps.first[member + 1];
        for (std::size_t i = from; i < end; ++i) {
            const Step step = steps.all[i];
            std::uint32_t& mark = last[std::size_t{step.target} * 2 + step.statement];
            if (mark == member + 1 && !branching[member]) {
                if (step.statement == 0 && step.self == 0)
                    steps.all[first[step.target]].self = 0; // one of its calls goes through a proxy
                continue;
            }
            mark = static_cast<std::uint32_t>(member) + 1;
            if (step.statement == 0)
                first[step.target] = kept;
            steps.all[kept++] = step;
        }
        from = end;
        steps.first[member + 1] = kept;
    }
    steps.all.resize(kept);
}

/// A step while those of its member are brought into order.
struct Placed {
    Step step;
    std::uint32_t line = 0;     ///< where it runs: what a call is given may stand below its name, the result of a query is asked for later
    std::uint32_t sequence = 0; ///< among what runs on one line
    Rule rule = Rule::Declared;
};

/// Found where the bodies were read, in the order in which Java evaluates: receiver, arguments, call.
bool readInBodies(Rule rule)
{
    switch (rule) {
    case Rule::TypedReceiver:
    case Rule::Inherited:
    case Rule::SameType:
    case Rule::Static:
    case Rule::Chain:
    case Rule::Synthetic:
        return true;
    default:
        return false;
    }
}

constexpr std::uint32_t kLast = ~std::uint32_t{0}; ///< among what runs on one line

/// An entity that is stored or removed is what the calls on its line made or found.
/// Calls of bodies that were read come one after the other; one whose line is above that of those before it was given what they make.
/// Methods that answer in place of the called one run where that would.
void evaluate(const CodeModel& model, std::span<Placed> steps)
{
    std::size_t bodies = 0;
    while (bodies < steps.size() && (steps[bodies].step.statement != 0 || readInBodies(steps[bodies].rule)))
        ++bodies;
    std::size_t before = steps.size();
    for (std::size_t i = 0; i < bodies; ++i) {
        Placed& one = steps[i];
        if ((one.rule == Rule::EntityMapping || one.rule == Rule::Cascade) &&
            model.statements[one.step.target].kind != StatementKind::Select)
            one.sequence = kLast;
        if (one.step.statement != 0 || one.step.otherFile != 0)
            continue;
        one.sequence = static_cast<std::uint32_t>(i) + 1;
        for (std::size_t given = before; given < i && steps[given].step.line > one.step.line; --given) {
            one.line = std::max(one.line, steps[given].line);
            if (given == 0 || steps[given - 1].step.statement != 0)
                break;
        }
        before = i;
    }
    std::size_t called = 0; // answers come in the order of the calls
    for (std::size_t i = bodies; i < steps.size(); ++i) {
        Placed& one = steps[i];
        one.sequence = static_cast<std::uint32_t>(steps.size() + i);
        if (one.rule != Rule::Dispatch)
            continue;
        const std::span<Placed> open = steps.subspan(called, bodies - called);
        const auto answered = std::ranges::find_if(open, [&](const Placed& call) {
            return call.step.statement == 0 && call.step.otherFile == one.step.otherFile && call.step.line == one.step.line &&
                   model.members[call.step.target].name == model.members[one.step.target].name;
        });
        if (answered == open.end())
            continue;
        called += static_cast<std::size_t>(answered - open.begin());
        one.line = answered->line;
        one.sequence = answered->sequence;
    }
}

void order(const CodeModel& model, MemberId member, std::span<Placed> steps)
{
    const FileId file = model[member].at.file;
    if (file.valid() && !isNative(model[file].language) && steps.size() > 1)
        evaluate(model, steps);
    // What stands on one line keeps the order in which the resolver met it.
    std::ranges::stable_sort(steps, {}, [](const Placed& one) { return std::tuple(one.step.otherFile, one.line, one.sequence); });
}

} // namespace

Steps stepsOf(const CodeModel& model, const std::vector<CallEdge>& pages, const std::vector<Dispatch>& dispatches,
              const std::vector<bool>& selfCalls, const std::vector<QueryRun>& runs)
{
    const auto eachCall = [&](const auto& f) {
        for (const std::vector<CallEdge>* edges : {&model.calls, &pages})
            for (const CallEdge& edge : *edges)
                f(edge);
    };
    const auto otherFile = [&](MemberId member, const Location& at) {
        return at.file.valid() && at.file != model[member].at.file ? at.file.value + 1 : 0;
    };
    std::vector<std::size_t> first(model.members.size() + 1, 0);
    eachCall([&](const CallEdge& edge) { ++first[edge.from.value + 1]; });
    for (const ExecuteEdge& edge : model.executes) {
        ++first[edge.from.value + 1];
    }
    for (std::size_t i = 1; i < first.size(); ++i) {
        first[i] += first[i - 1];
    }
    std::vector<Placed> placed(first.back());
    std::vector<std::size_t> next(first.begin(), first.end() - 1);
    const auto place = [&](MemberId from, const Location& at, std::uint32_t statement, std::uint32_t target, bool self, Rule rule,
                           std::uint32_t line) {
        const Step step{.otherFile = otherFile(from, at), .line = at.line, .statement = statement, .self = self, .target = target};
        placed[next[from.value]++] = {step, line, 0, rule};
    };
    for (const ExecuteEdge& edge : model.executes)
        place(edge.from, edge.at, 1, edge.to.value, false, edge.rule, runLine(edge, runs));
    std::size_t call = 0;
    eachCall([&](const CallEdge& edge) {
        place(edge.from, edge.at, 0, edge.to.value, call < selfCalls.size() && selfCalls[call], edge.rule, edge.at.line);
        ++call;
    });
    Steps steps{.first = std::move(first), .all = {}};
    steps.all.reserve(placed.size());
    for (std::size_t i = 0; i + 1 < steps.first.size(); ++i) {
        const std::span<Placed> own(placed.begin() + static_cast<std::ptrdiff_t>(steps.first[i]), steps.first[i + 1] - steps.first[i]);
        order(model, MemberId(i), own);
        std::ranges::transform(own, std::back_inserter(steps.all), &Placed::step);
    }
    dropRepeated(steps, dispatches);
    return steps;
}

std::vector<bool> leadingTo(const std::vector<std::uint32_t>& these, std::size_t members, const Steps& steps)
{
    std::vector<std::vector<std::uint32_t>> callers(members);
    for (std::uint32_t member = 0; member < members; ++member)
        for (std::size_t i = steps.first[member]; i < steps.first[member + 1]; ++i)
            if (steps.all[i].statement == 0)
                callers[steps.all[i].target].push_back(member);
    std::vector<bool> leading(members, false);
    std::vector<std::uint32_t> open(these);
    while (!open.empty()) {
        const std::uint32_t member = open.back();
        open.pop_back();
        if (leading[member])
            continue;
        leading[member] = true;
        open.insert(open.end(), callers[member].begin(), callers[member].end());
    }
    return leading;
}

std::vector<bool> reachingStatements(std::size_t members, const Steps& steps)
{
    std::vector<std::uint32_t> holders;
    for (std::uint32_t member = 0; member < members; ++member)
        if (std::any_of(steps.all.begin() + static_cast<std::ptrdiff_t>(steps.first[member]),
                        steps.all.begin() + static_cast<std::ptrdiff_t>(steps.first[member + 1]), [](const Step& step) { return step.statement != 0; }))
            holders.push_back(member);
    return leadingTo(holders, members, steps);
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
