#include "analyzers/decompose/Standing.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace naru::analyzers::decompose {

using core::MemberRole;

namespace {

/// A technical class need not be omnipresent to be shared: this many users over as many contexts do.
constexpr std::size_t kSharedUsers = 3;

class Judge {
public:
    Judge(const core::CodeModel& code, const EvidenceBase& base, const WeightedGraph& graph, const Division& division,
          const SplitData& data)
        : m_code(code),
          m_base(base),
          m_graph(graph),
          m_division(division),
          m_data(data),
          m_touches(base.set.size(), 0)
    {
        for (const TableTouch& touch : base.facts.touches) {
            m_touches[touch.member] = 1;
            m_touches[touch.table] = 1;
        }
        countWords();
        findIslands();
    }

    [[nodiscard]] Standing of(std::uint32_t m) const
    {
        if (unused(m))
            return Standing::Unused;
        if (shared(m))
            return Standing::Shared;
        if (m_division[m] == kNoMember) // tied to others, but to no context: technical
            return m_graph.strength[m] > 0 && m_base.set.role(m) == MemberRole::Class ? Standing::Shared : Standing::Unassigned;
        if (!(m_graph.strength[m] > 0))
            return Standing::Unassigned;
        return Standing::InContext;
    }

private:
    void countWords()
    {
        m_words.resize(m_base.names.words.size());
        for (std::uint32_t m = 0; m < m_base.set.size(); ++m)
            if (m_division[m] != kNoMember)
                for (const auto& [word, value] : m_base.names.vectors[m])
                    if (m_base.names.generic[word] == 0)
                        ++m_words[word][m_division[m]];
    }

    /// Nothing refers to it, it refers to nothing that the system lives on, and no framework can know of it.
    [[nodiscard]] bool unused(std::uint32_t m) const
    {
        const MemberFacts& facts = m_base.facts;
        if (m_touches[m] != 0 || (!facts.users[m].empty() && m_island[m] == 0))
            return false;
        switch (m_base.set.role(m)) {
        case MemberRole::Class: {
            const core::Type& type = m_code[m_base.set.type[m]];
            return facts.entryPoint[m] == 0 && facts.entity[m] == 0 && type.annotations.empty() && type.externalSupers.empty() &&
                   facts.uses[m].empty() && type.kind != core::TypeKind::Annotation;
        }
        case MemberRole::View:
            return facts.uses[m].empty() || m_island[m] != 0;
        case MemberRole::Table:
            return m_base.layers[static_cast<std::size_t>(LayerId::Rel)].links.empty() ? false : noTie(m);
        }
        return false;
    }

    /// Pages that only link to each other, and that no code knows: demonstrations of a library that came with it.
    void findIslands()
    {
        const MemberFacts& facts = m_base.facts;
        m_island.assign(m_base.set.size(), 0);
        std::vector<char> seen(m_base.set.size(), 0);
        for (std::uint32_t m = 0; m < m_base.set.size(); ++m) {
            if (seen[m] != 0 || m_base.set.role(m) != MemberRole::View)
                continue;
            std::vector<std::uint32_t> pages{m};
            seen[m] = 1;
            bool known = false;
            for (std::size_t i = 0; i < pages.size(); ++i) {
                const std::uint32_t page = pages[i];
                known = known || facts.entryPoint[page] != 0 || m_touches[page] != 0;
                for (const auto* list : {&facts.users[page], &facts.uses[page]})
                    for (const std::uint32_t other : *list)
                        if (m_base.set.role(other) != MemberRole::View)
                            known = true;
                        else if (std::exchange(seen[other], 1) == 0)
                            pages.push_back(other);
            }
            if (!known && pages.size() > 1)
                for (const std::uint32_t page : pages)
                    m_island[page] = 1;
        }
    }

    /// A table without access, relation or entity.
    [[nodiscard]] bool noTie(std::uint32_t m) const
    {
        for (const LayerId layer : {LayerId::Data, LayerId::Entity, LayerId::Rel, LayerId::Comp})
            for (const Link& link : m_base.layers[static_cast<std::size_t>(layer)].links)
                if (link.a == m || link.b == m)
                    return false;
        return true;
    }

    /// A domain word of the name has its home in the member's context: at least two others there, and
    /// no fewer than everywhere else.
    [[nodiscard]] bool nameIsHome(std::uint32_t m) const
    {
        for (const auto& [word, value] : m_base.names.vectors[m]) {
            if (m_base.names.generic[word] != 0)
                continue;
            int here = -1; // itself
            int all = -1;
            for (const auto& [context, count] : m_words[word]) {
                all += count;
                here += context == m_division[m] ? count : 0;
            }
            if (here >= 2 && 2 * here >= all)
                return true;
        }
        return false;
    }

    /// Its name belongs to its context; a class that answers no request and works with no data there (a base class, a connection, a frame
    /// for messages) is at home only where no other context has more that use it.
    [[nodiscard]] bool isHome(std::uint32_t m) const
    {
        if (!nameIsHome(m))
            return false;
        const MemberFacts& facts = m_base.facts;
        const bool technical = m_base.set.role(m) == MemberRole::Class && facts.entryPoint[m] == 0 && m_touches[m] == 0;
        const auto binds = [&](std::uint32_t used) {
            return m_division[used] == m_division[m] && (!technical || m_touches[used] != 0 || facts.entity[used] != 0);
        };
        if (std::ranges::any_of(facts.uses[m], binds))
            return true;
        std::map<std::uint32_t, int> users;
        for (const std::uint32_t user : m_base.facts.users[m])
            if (m_division[user] != kNoMember)
                ++users[m_division[user]];
        const int home = users[m_division[m]];
        return std::ranges::all_of(users, [&](const auto& context) { return context.second <= home; });
    }

    [[nodiscard]] bool shared(std::uint32_t m) const
    {
        const MemberFacts& facts = m_base.facts;
        if (m_base.set.role(m) == MemberRole::Table || facts.entity[m] != 0)
            return false;
        if (m_base.muted[m] != 0) // a dispatcher of requests sits where most of its operations belong
            return m_division[m] == kNoMember || (!(m_base.dispatches(m) && facts.entryPoint[m] != 0) && !isHome(m));
        if (facts.entryPoint[m] != 0 || m_touches[m] != 0 || facts.users[m].size() < kSharedUsers)
            return false;
        std::map<std::uint32_t, double> contexts;
        double counted = 0;
        for (const std::uint32_t user : facts.users[m])
            if (m_division[user] != kNoMember) {
                contexts[m_division[user]] += 1;
                counted += 1;
            }
        double same = 0;
        for (const auto& [context, count] : contexts)
            same += count * count / (counted * counted);
        return counted > 0 && 1 - same >= m_data.thresholds.omnipresentDiversity && !(m_division[m] != kNoMember && isHome(m));
    }

    const core::CodeModel& m_code;
    const EvidenceBase& m_base;
    const WeightedGraph& m_graph;
    const Division& m_division;
    const SplitData& m_data;
    std::vector<char> m_touches;
    std::vector<char> m_island;                        ///< pages that no code knows
    std::vector<std::map<std::uint32_t, int>> m_words; ///< word -> context -> members
};

} // namespace

Placement standingOf(const core::CodeModel& code, const EvidenceBase& base, const WeightedGraph& graph, const Division& division,
                     const SplitData& data)
{
    const Judge judge(code, base, graph, division, data);
    Placement out;
    out.division = division;
    out.standing.resize(division.size());
    for (std::uint32_t m = 0; m < division.size(); ++m) {
        out.standing[m] = judge.of(m);
        if (out.standing[m] != Standing::InContext)
            out.division[m] = kNoMember;
    }
    return out;
}

void inherit(const core::Alternative& previous, const MemberSet& set, Placement& placement)
{
    std::map<std::pair<std::uint32_t, std::size_t>, double> common;
    std::map<std::uint32_t, double> sizes;
    for (const std::uint32_t c : placement.division)
        if (c != kNoMember)
            sizes[c] += 1;
    for (std::size_t p = 0; p < previous.contexts.size(); ++p)
        for (const core::PartitionMember& member : previous.contexts[p].members)
            if (const auto it = set.byId.find(member.id); it != set.byId.end() && placement.division[it->second] != kNoMember)
                common[{placement.division[it->second], p}] += 1;
    // largest overlap first; each context and each earlier one once
    std::vector<std::tuple<double, std::uint32_t, std::size_t>> ranked;
    for (const auto& [pair, count] : common) {
        const double all = sizes[pair.first] + static_cast<double>(previous.contexts[pair.second].members.size()) - count;
        if (count / all >= 0.3)
            ranked.emplace_back(-count / all, pair.first, pair.second);
    }
    std::ranges::sort(ranked);
    std::set<std::uint32_t> taken;
    std::set<std::size_t> given;
    for (const auto& [overlap, c, p] : ranked) {
        if (taken.contains(c) || given.contains(p))
            continue;
        taken.insert(c);
        given.insert(p);
        if (placement.seeds.size() <= c)
            placement.seeds.resize(c + 1);
        const core::Context& from = previous.contexts[p];
        ContextSeed& seed = placement.seeds[c];
        seed.id = from.id;
        (from.named ? seed.name : seed.proposedName) = from.name;
        if (from.kindReasonKey == "split.kind.person")
            seed.kind = from.kind;
        seed.review = from.review;
        seed.reviewer = from.reviewer;
        seed.note = from.note;
    }
}

} // namespace naru::analyzers::decompose
