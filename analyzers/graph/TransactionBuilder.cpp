#include "analyzers/graph/TransactionBuilder.h"

#include "analyzers/graph/AccessUnits.h"
#include "analyzers/graph/ParallelFiles.h"
#include "analyzers/graph/TransactionWalker.h"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// The values that actions are for; values that run the same lines are one action under the name of the first. Last, anything else.
std::vector<StringId> actionValues(const Dispatch& dispatch)
{
    std::vector<StringId> values;
    const auto sameCode = [&](StringId one, StringId other) {
        const auto linesOf = [&](StringId value) {
            std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
            for (const DispatchBranch& branch : dispatch.branches)
                if (branch.value == value)
                    lines.emplace_back(branch.first, branch.last);
            return lines;
        };
        return linesOf(one) == linesOf(other);
    };
    for (const DispatchBranch& branch : dispatch.branches)
        if (branch.value.valid() && std::ranges::none_of(values, [&](StringId known) { return sameCode(known, branch.value); }))
            values.push_back(branch.value);
    values.emplace_back();
    return values;
}

bool differ(const std::vector<Action>& actions)
{
    return std::ranges::any_of(actions, [&](const Action& action) { return action.statements != actions.front().statements; });
}

constexpr std::size_t kMostViews = 4; ///< parameters that decide within each other

/// The actions of one value of the outer parameters, the last of `views`, by the values of a further one that decides within its branch;
/// empty when all do the same. They are named after all values; any other value of the last one belongs to the outer ones alone.
std::vector<Action> withinOf(TransactionWalker& walker, StringPool& strings, EntryPointId entry, const std::vector<ActionView>& views,
                             StringId parameter, StringId name, const Dispatch& inner)
{
    std::vector<Action> found;
    for (const StringId value : actionValues(inner)) {
        std::vector<ActionView> deeper(views);
        deeper.push_back({inner, value});
        Action made = walker.walk(entry, deeper);
        const Dispatch* next = value.valid() && deeper.size() < kMostViews ? walker.decides() : nullptr;
        made.parameter = parameter;
        made.value = value.valid() ? strings.intern(std::string(strings.view(name)) + "&" + std::string(strings.view(inner.parameter)) + "=" +
                                                    std::string(strings.view(value)))
                                   : name;
        std::vector<Action> below = next != nullptr ? withinOf(walker, strings, entry, deeper, parameter, made.value, *next) : std::vector<Action>();
        if (below.empty())
            below.push_back(std::move(made));
        std::ranges::move(below, std::back_inserter(found));
    }
    return differ(found) ? std::move(found) : std::vector<Action>();
}

/// The actions of an entry point below what its address states. One that does what all others do, too, is none.
std::vector<Action> actionsOf(TransactionWalker& walker, StringPool& strings, EntryPointId entry, const std::vector<ActionView>& stated,
                              const Dispatch& dispatch)
{
    std::vector<Action> actions;
    for (const StringId value : actionValues(dispatch)) {
        std::vector<ActionView> views(stated);
        views.push_back({dispatch, value});
        Action action = walker.walk(entry, views);
        const Dispatch* inner = value.valid() && views.size() < kMostViews ? walker.decides() : nullptr;
        std::vector<Action> within =
            inner != nullptr ? withinOf(walker, strings, entry, views, dispatch.parameter, value, *inner) : std::vector<Action>();
        if (within.empty())
            within.push_back(std::move(action));
        std::ranges::move(within, std::back_inserter(actions));
    }
    return differ(actions) ? std::move(actions) : std::vector<Action>();
}

/// What a walk from one entry point gave.
struct Walked {
    Transaction transaction;
    std::vector<Action> actions;
};

/// The value that an id like "* /shop.do?command=save" states for the parameter of a dispatch: that of a branch, or invalid for any other.
std::optional<StringId> statedValue(const CodeModel& model, EntryPointId entry, const Dispatch& dispatch)
{
    const std::string_view id = model.text(model[entry].id);
    const std::string_view name = model.text(dispatch.parameter);
    for (std::size_t at = dispatch.byArgument ? std::string_view::npos : id.find('?'); at != std::string_view::npos;) {
        const std::size_t next = id.find('&', at + 1);
        const std::string_view pair = id.substr(at + 1, next == std::string_view::npos ? next : next - at - 1);
        at = next;
        if (pair.size() <= name.size() || !pair.starts_with(name) || pair[name.size()] != '=')
            continue;
        for (const DispatchBranch& branch : dispatch.branches)
            if (branch.value.valid() && model.text(branch.value) == pair.substr(name.size() + 1))
                return branch.value;
        return StringId();
    }
    return std::nullopt;
}

Walked walkFrom(TransactionWalker& walker, AccessUnits& units, const CodeModel& model, EntryPointId entry)
{
    Walked made;
    std::vector<ActionView> stated;
    made.transaction = walker.walk(entry);
    const Dispatch* decides = walker.decides();
    while (decides != nullptr && stated.size() < kMostViews) {
        const std::optional<StringId> value = statedValue(model, entry, *decides);
        if (!value)
            break;
        stated.push_back({*decides, *value});
        made.transaction = walker.walkStated(entry, stated);
        decides = walker.decides();
    }
    units.tell(walker, made.transaction);
    if (decides != nullptr && stated.size() < kMostViews)
        made.actions = actionsOf(walker, *model.strings, entry, stated, *decides);
    return made;
}

} // namespace

std::vector<std::vector<MemberId>> preparingMembers(const CodeIndex& index)
{
    const CodeModel& model = index.model;
    std::vector<std::vector<MemberId>> out(model.types.size());
    for (const AnnotationUse& use : index.annotations)
        if (use.target == AnnotationTarget::Method && use.member.valid() && model.text(use.name).ends_with("ModelAttribute"))
            if (const TypeId owner = model[use.member].owner; owner.valid())
                out[owner.value].push_back(use.member);
    return out;
}

Result<void> buildTransactions(CodeModel& model, const TransactionRules& rules, Job& job)
{
    const Steps steps = stepsOf(model, rules.pages, rules.dispatches, rules.selfCalls, rules.runs);
    std::vector<Walked> walked(model.entryPoints.size()); // kept by entry point: the order is that of one thread
    const CallUses lasting = lastingUses(rules.calls, steps);
    struct Walkers {
        TransactionWalker walker;
        AccessUnits units;
    };
    tbb::enumerable_thread_specific<std::unique_ptr<Walkers>> walkers;
    const bool done = parallelFiles(static_cast<std::uint32_t>(walked.size()), job, [&](std::uint32_t i) {
        auto& own = walkers.local();
        if (own == nullptr)
            own = std::make_unique<Walkers>(TransactionWalker(model, steps, rules), AccessUnits(model, steps, lasting));
        walked[i] = walkFrom(own->walker, own->units, model, EntryPointId(i));
    });
    if (!done)
        return failure(ErrorCode::Cancelled, "analysis.cancelled");
    for (Walked& one : walked) {
        model.transactions.push_back(std::move(one.transaction));
        std::ranges::move(one.actions, std::back_inserter(model.actions));
    }
    return {};
}

} // namespace naru::analyzers::graph
