#include "core/model/CallReach.h"

#include <algorithm>
#include <map>

namespace naru::core {

std::vector<bool> reachedFrom(const CodeModel& model, const std::vector<MemberId>& starts)
{
    std::vector<bool> reached(model.members.size(), false);
    std::vector<MemberId> open;
    const auto reach = [&](MemberId member) {
        if (!member.valid() || reached[member.value])
            return;
        reached[member.value] = true;
        open.push_back(member);
    };
    std::ranges::for_each(starts, reach);
    std::vector<std::vector<MemberId>> callees(open.empty() ? 0 : model.members.size());
    for (const CallEdge& edge : model.calls)
        if (!callees.empty())
            callees[edge.from.value].push_back(edge.to);
    while (!open.empty()) {
        const MemberId member = open.back();
        open.pop_back();
        std::ranges::for_each(callees[member.value], reach);
    }
    return reached;
}

std::vector<bool> innerRemotes(const CodeModel& model)
{
    std::vector<bool> inner(model.entryPoints.size(), false);
    std::vector<MemberId> starts;
    for (const EntryPoint& entry : model.entryPoints)
        if (entry.kind != EntryPointKind::Remote)
            starts.push_back(entry.handler);
    if (starts.size() == model.entryPoints.size())
        return inner;
    const std::vector<bool> reached = reachedFrom(model, starts);
    std::map<TypeId, int> balance; // by bean: remote methods that others run, less those that nobody does
    const auto remote = [](const EntryPoint& entry) { return entry.kind == EntryPointKind::Remote && entry.handler.valid(); };
    for (const EntryPoint& entry : model.entryPoints)
        if (remote(entry))
            balance[model[entry.handler].owner] += reached[entry.handler.value] ? 1 : -1;
    for (std::size_t i = 0; i < inner.size(); ++i)
        if (const EntryPoint& entry = model.entryPoints[i]; remote(entry))
            inner[i] = reached[entry.handler.value] || balance.at(model[entry.handler].owner) >= 0;
    return inner;
}

} // namespace naru::core
