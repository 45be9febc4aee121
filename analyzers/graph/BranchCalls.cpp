#include "analyzers/graph/BranchCalls.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Narrows the calls of one member that decides.
class BranchCalls {
public:
    BranchCalls(const CodeModel& model, const CodeLookup& lookup, const Dispatch& dispatch, const std::vector<const TypeUseEdge*>& news)
        : m_model(model),
          m_lookup(lookup),
          m_dispatch(dispatch),
          m_made(dispatch.branches.size())
    {
        const Member& member = model[dispatch.member];
        for (const TypeUseEdge* use : news) {
            if (use->at.file != member.at.file || use->at.line < member.at.line || use->at.line > member.endLine)
                continue;
            bool inside = false;
            for (std::size_t i = 0; i < m_made.size(); ++i)
                if (const DispatchBranch& branch = dispatch.branches[i]; branch.first <= use->at.line && use->at.line <= branch.last) {
                    m_made[i].insert(use->to);
                    inside = true;
                }
            if (!inside)
                m_outside.insert(use->to);
        }
    }

    [[nodiscard]] bool makes() const
    {
        return std::ranges::count_if(m_made, [](const std::set<TypeId>& made) { return !made.empty(); }) > 1;
    }

    /// Of the edges of one call (same line, same name) those that stay, some of them at another line.
    [[nodiscard]] std::vector<CallEdge> narrowed(const std::vector<CallEdge>& call) const
    {
        const std::uint32_t line = call.front().at.line;
        for (std::size_t i = 0; i < m_made.size(); ++i)
            if (const DispatchBranch& branch = m_dispatch.branches[i]; branch.first <= line && line <= branch.last)
                return within(i, call);
        std::vector<CallEdge> moved; // behind the chain: each where its object is made
        for (std::size_t i = 0; i < m_made.size(); ++i)
            for (const CallEdge& edge : call)
                if (m_dispatch.branches[i].last < line && answers(m_made[i], edge.to)) {
                    moved.push_back(edge);
                    moved.back().at.line = m_dispatch.branches[i].first;
                }
        if (moved.size() < 2)
            return call;
        std::ranges::copy_if(call, std::back_inserter(moved), [&](const CallEdge& edge) { return answers(m_outside, edge.to); });
        return moved;
    }

private:
    [[nodiscard]] std::vector<CallEdge> within(std::size_t branch, const std::vector<CallEdge>& call) const
    {
        if (std::ranges::none_of(call, [&](const CallEdge& edge) { return answers(m_made[branch], edge.to); }))
            return call;
        std::vector<CallEdge> own;
        std::ranges::copy_if(call, std::back_inserter(own),
                             [&](const CallEdge& edge) { return answers(m_made[branch], edge.to) || answers(m_outside, edge.to); });
        return own;
    }

    [[nodiscard]] bool answers(const std::set<TypeId>& made, MemberId member) const
    {
        return std::ranges::any_of(made, [&](TypeId type) {
            const auto found = m_lookup.methodsInherited(type, m_lookup.text(m_model[member].name));
            return std::ranges::find(found, member) != found.end();
        });
    }

    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const Dispatch& m_dispatch;
    std::vector<std::set<TypeId>> m_made; ///< by branch
    std::set<TypeId> m_outside;           ///< made by the member outside all branches
};

} // namespace

std::unordered_map<std::uint32_t, std::vector<const TypeUseEdge*>> objectsMade(const CodeModel& model)
{
    std::unordered_map<std::uint32_t, std::vector<const TypeUseEdge*>> out;
    for (const TypeUseEdge& use : model.typeUses)
        if (use.kind == UseKind::New)
            out[use.from.value].push_back(&use);
    return out;
}

void narrowCallsInBranches(CodeIndex& index, const CodeLookup& lookup)
{
    if (index.dispatches.empty())
        return;
    CodeModel& model = index.model;
    const auto news = objectsMade(model);
    std::unordered_map<std::uint32_t, BranchCalls> deciding; // the first of a member with a choice of objects
    for (const Dispatch& dispatch : index.dispatches)
        if (const auto own = news.find(model[dispatch.member].owner.value); own != news.end())
            if (BranchCalls calls(model, lookup, dispatch, own->second); calls.makes())
                deciding.try_emplace(dispatch.member.value, std::move(calls));
    if (deciding.empty())
        return;
    std::map<std::tuple<std::uint32_t, Location, StringId>, std::vector<CallEdge>> calls; // by member, line and name
    std::vector<CallEdge> out;
    out.reserve(model.calls.size());
    for (const CallEdge& edge : model.calls)
        if (edge.rule == Rule::Dispatch && deciding.contains(edge.from.value))
            calls[{edge.from.value, edge.at, model[edge.to].name}].push_back(edge);
        else
            out.push_back(edge);
    for (const auto& [place, call] : calls)
        std::ranges::move(deciding.at(std::get<0>(place)).narrowed(call), std::back_inserter(out));
    model.calls = std::move(out); // the order of the bodies is that in which their calls run
}

} // namespace naru::analyzers::graph
