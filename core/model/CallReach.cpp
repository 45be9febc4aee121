#include "core/model/CallReach.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>

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

namespace {

/// Types by name, and which stand above which.
class Hierarchy {
public:
    explicit Hierarchy(const CodeModel& model)
    {
        for (std::uint32_t i = 0; i < model.types.size(); ++i)
            m_byName.emplace(model.text(model.types[i].name), TypeId(i));
        for (const InheritEdge& edge : model.inherits)
            m_supers[edge.from.value].push_back(edge.to);
    }

    /// The type of this name if it is below another one, else invalid.
    [[nodiscard]] TypeId below(TypeId above, std::string_view name) const
    {
        const auto found = m_byName.find(name);
        if (found == m_byName.end())
            return {};
        std::vector<TypeId> open{found->second};
        for (std::size_t at = 0; at < open.size(); ++at) {
            if (open[at] == above)
                return found->second;
            if (const auto supers = m_supers.find(open[at].value); supers != m_supers.end())
                for (const TypeId super : supers->second)
                    if (std::ranges::find(open, super) == open.end())
                        open.push_back(super);
        }
        return {};
    }

private:
    std::unordered_map<std::string_view, TypeId> m_byName;
    std::unordered_map<std::uint32_t, std::vector<TypeId>> m_supers;
};

} // namespace

std::vector<TypeId> answeringTypes(const CodeModel& model)
{
    std::vector<TypeId> answers;
    answers.reserve(model.entryPoints.size());
    std::optional<Hierarchy> hierarchy; // hardly a system needs it
    for (const EntryPoint& entry : model.entryPoints) {
        const TypeId owner = entry.handler.valid() ? model[entry.handler].owner : TypeId();
        answers.push_back(owner);
        const std::string_view name = model.text(entry.handlerName);
        const std::string_view type = name.substr(0, name.rfind('.'));
        if (!owner.valid() || type.empty() || type == model.text(model[owner].name))
            continue;
        if (!hierarchy)
            hierarchy.emplace(model);
        if (const TypeId below = hierarchy->below(owner, type); below.valid())
            answers.back() = below;
    }
    return answers;
}

} // namespace naru::core
