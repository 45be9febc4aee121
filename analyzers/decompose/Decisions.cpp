#include "analyzers/decompose/Decisions.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace naru::analyzers::decompose {

using core::Decision;
using nlohmann::json;

namespace {

std::optional<core::SubdomainKind> kindFrom(const std::string& name)
{
    if (name == "core")
        return core::SubdomainKind::Core;
    if (name == "supporting")
        return core::SubdomainKind::Supporting;
    if (name == "generic")
        return core::SubdomainKind::Generic;
    return std::nullopt;
}

/// A string, or the string under a key of an object.
std::string stringIn(const json& value, const char* key)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_object())
        if (const auto it = value.find(key); it != value.end() && it->is_string())
            return it->get<std::string>();
    return {};
}

class Applier {
public:
    Applier(const std::vector<Decision>& decisions, const EvidenceBase& base, Placement& placement, std::vector<core::Unmet>& unmet,
            std::vector<std::string>& pinned)
        : m_decisions(decisions),
          m_base(base),
          m_placement(placement),
          m_unmet(unmet),
          m_pinned(pinned)
    {
        for (const std::uint32_t c : placement.division)
            if (c != kNoMember && c >= m_placement.seeds.size())
                m_placement.seeds.resize(c + 1);
    }

    void run()
    {
        each("split", [&](const Decision& d) { split(d); });
        each("merge", [&](const Decision& d) { merge(d); });
        each("context", [&](const Decision& d) { context(d); });
        each("role", [&](const Decision& d) { role(d); });
        each("member", [&](const Decision& d) { move(d, false); });
        each("pin", [&](const Decision& d) { move(d, true); });
        std::ranges::sort(m_pinned);
        m_pinned.erase(std::ranges::unique(m_pinned).begin(), m_pinned.end());
    }

private:
    template <typename Apply> void each(std::string_view area, Apply apply)
    {
        for (const Decision& decision : m_decisions)
            if (decision.area == area)
                apply(decision);
    }

    /// Context by id, following merges and splits made before; kNoMember when there is none.
    [[nodiscard]] std::uint32_t find(std::string id) const
    {
        for (int depth = 0; depth < 100 && m_merged.contains(id); ++depth)
            id = m_merged.at(id);
        for (std::uint32_t c = 0; c < m_placement.seeds.size(); ++c)
            if (!id.empty() && m_placement.seeds[c].id == id)
                return c;
        return kNoMember;
    }

    void unmet(const Decision& decision, std::vector<std::string> members, std::string context, const char* reason)
    {
        m_unmet.push_back({decision.area, std::move(members), std::move(context), reason});
    }

    void place(std::uint32_t m, std::uint32_t context)
    {
        m_placement.division[m] = context;
        m_placement.standing[m] = Standing::InContext;
    }

    std::uint32_t made(const std::string& id, const std::string& name)
    {
        m_placement.seeds.push_back({id, name.empty() ? id : name, {}, std::nullopt, {}, {}, {}});
        return static_cast<std::uint32_t>(m_placement.seeds.size() - 1);
    }

    void split(const Decision& decision)
    {
        std::vector<std::uint32_t> members;
        if (decision.value.is_object() && decision.value.contains("members") && decision.value.at("members").is_array())
            for (const json& name : decision.value.at("members")) {
                const std::uint32_t m = name.is_string() ? m_base.set.find(name.get<std::string>()) : kNoMember;
                if (m != kNoMember)
                    members.push_back(m);
                else
                    unmet(decision, {name.is_string() ? name.get<std::string>() : name.dump()}, decision.key, "split.unmet.unknown-member");
            }
        std::uint32_t context = find(decision.key);
        if (context == kNoMember)
            context = made(decision.key, stringIn(decision.value, "name"));
        for (const std::uint32_t m : members)
            place(m, context);
    }

    void merge(const Decision& decision)
    {
        const std::string into = stringIn(decision.value, "into");
        const std::uint32_t from = find(decision.key);
        const std::uint32_t target = find(into);
        if (from == kNoMember || target == kNoMember) {
            unmet(decision, {}, from == kNoMember ? decision.key : into, "split.unmet.unknown-context");
            return;
        }
        if (from == target)
            return;
        for (std::uint32_t& c : m_placement.division)
            if (c == from)
                c = target;
        m_placement.seeds[from] = {}; // without members and without a name it is gone
        m_merged[decision.key] = into;
    }

    void context(const Decision& decision)
    {
        const std::uint32_t c = find(decision.key);
        if (c == kNoMember) {
            unmet(decision, {}, decision.key, "split.unmet.unknown-context");
            return;
        }
        ContextSeed& seed = m_placement.seeds[c];
        if (const std::string name = decision.value.is_object() ? stringIn(decision.value, "name") : std::string(); !name.empty())
            seed.name = name;
        if (!decision.value.is_object())
            return;
        if (const auto kind = kindFrom(stringIn(decision.value, "kind")))
            seed.kind = kind;
        if (const std::string review = stringIn(decision.value, "review"); !review.empty())
            seed.review = review;
        if (const std::string reviewer = stringIn(decision.value, "reviewer"); !reviewer.empty())
            seed.reviewer = reviewer;
        else if (!seed.review.empty() && seed.reviewer.empty())
            seed.reviewer = decision.who;
        if (const std::string note = stringIn(decision.value, "note"); !note.empty())
            seed.note = note;
    }

    [[nodiscard]] std::uint32_t memberOf(const Decision& decision)
    {
        const std::uint32_t m = m_base.set.find(decision.key);
        if (m == kNoMember)
            unmet(decision, {decision.key}, stringIn(decision.value, "context"), "split.unmet.unknown-member");
        return m;
    }

    void role(const Decision& decision)
    {
        const std::uint32_t m = memberOf(decision);
        const std::string name = stringIn(decision.value, "role");
        if (m == kNoMember)
            return;
        if (name != "shared" && name != "unused" && name != "unassigned") {
            unmet(decision, {decision.key}, name, "split.unmet.unknown-role");
            return;
        }
        m_placement.division[m] = kNoMember;
        m_placement.standing[m] = name == "shared" ? Standing::Shared : name == "unused" ? Standing::Unused : Standing::Unassigned;
    }

    void move(const Decision& decision, bool pin)
    {
        const std::uint32_t m = memberOf(decision);
        if (m == kNoMember || (pin && decision.value.is_boolean() && !decision.value.get<bool>()))
            return;
        const std::string id = stringIn(decision.value, "context");
        if (!id.empty()) {
            const std::uint32_t c = find(id);
            if (c == kNoMember) {
                unmet(decision, {decision.key}, id, "split.unmet.unknown-context");
                return;
            }
            place(m, c);
        }
        if (pin)
            m_pinned.push_back(m_base.set.members[m].id);
    }

    const std::vector<Decision>& m_decisions;
    const EvidenceBase& m_base;
    Placement& m_placement;
    std::vector<core::Unmet>& m_unmet;
    std::vector<std::string>& m_pinned;
    std::map<std::string, std::string> m_merged;
};

} // namespace

Placement placementOf(const core::Alternative& alternative, const EvidenceBase& base, const WeightedGraph& graph,
                      std::vector<core::Unmet>& unmet)
{
    Placement out;
    out.division.assign(base.set.size(), kNoMember);
    out.standing.assign(base.set.size(), Standing::Unassigned);
    std::vector<char> known(base.set.size(), 0);
    const auto put = [&](const core::PartitionMember& member, std::uint32_t context, Standing standing) {
        const auto it = base.set.byId.find(member.id);
        if (it == base.set.byId.end()) {
            unmet.push_back({"member", {member.id}, {}, "split.unmet.gone-from-source"});
            return;
        }
        out.division[it->second] = context;
        out.standing[it->second] = standing;
        known[it->second] = 1;
    };
    for (const core::Context& context : alternative.contexts) {
        const auto c = static_cast<std::uint32_t>(out.seeds.size());
        ContextSeed seed;
        seed.id = context.id;
        (context.named ? seed.name : seed.proposedName) = context.name;
        if (context.kindReasonKey == "split.kind.person")
            seed.kind = context.kind;
        seed.review = context.review;
        seed.reviewer = context.reviewer;
        seed.note = context.note;
        out.seeds.push_back(std::move(seed));
        for (const core::PartitionMember& member : context.members)
            put(member, c, Standing::InContext);
    }
    for (const auto& member : alternative.shared)
        put(member, kNoMember, Standing::Shared);
    for (const auto& member : alternative.unused)
        put(member, kNoMember, Standing::Unused);
    for (const auto& member : alternative.unassigned)
        put(member, kNoMember, Standing::Unassigned);
    std::vector<std::uint32_t> fresh;
    for (std::uint32_t m = 0; m < base.set.size(); ++m)
        if (known[m] == 0)
            fresh.push_back(m);
    place(base, graph, fresh, out.division);
    for (const std::uint32_t m : fresh)
        if (out.division[m] != kNoMember)
            out.standing[m] = Standing::InContext;
    return out;
}

void applyToPlacement(const std::vector<Decision>& decisions, const EvidenceBase& base, Placement& placement,
                      std::vector<core::Unmet>& unmet, std::vector<std::string>& pinned)
{
    Applier(decisions, base, placement, unmet, pinned).run();
}

} // namespace naru::analyzers::decompose
