#include "analyzers/decompose/Constraints.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace naru::analyzers::decompose {

namespace {

Constraints constraintsOf(const core::JsonCursor& root)
{
    root.onlyKeys({"schema", "together", "apart", "pin"});
    Constraints out;
    const auto groups = [&](std::string_view key, std::vector<std::vector<std::string>>& into) {
        if (root.has(key))
            for (const core::JsonCursor& group : root.at(key).items())
                into.push_back(group.strings());
    };
    groups("together", out.together);
    groups("apart", out.apart);
    if (root.has("pin"))
        for (const auto& [member, context] : root.at("pin").members())
            out.pin.emplace(member, context.string());
    return out;
}

class Resolver {
public:
    Resolver(const Constraints& constraints, const MemberSet& set) : m_constraints(constraints), m_set(set), m_parent(set.size())
    {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }

    ResolvedConstraints run()
    {
        for (const auto& group : m_constraints.together) {
            const auto members = find(group, "together");
            for (std::size_t i = 1; i < members.size(); ++i)
                m_parent[root(members[i])] = root(members[0]);
        }
        pins();
        m_out.group.resize(m_set.size());
        std::vector<std::uint32_t> number(m_set.size(), kNoMember);
        for (std::uint32_t m = 0; m < m_set.size(); ++m) {
            std::uint32_t& n = number[root(m)];
            if (n == kNoMember)
                n = m_out.groups++;
            m_out.group[m] = n;
        }
        for (const auto& [member, context] : m_pinOfRoot)
            m_out.pin.emplace(m_out.group[member], context);
        apart();
        return std::move(m_out);
    }

private:
    std::uint32_t root(std::uint32_t m)
    {
        while (m_parent[m] != m) {
            m_parent[m] = m_parent[m_parent[m]];
            m = m_parent[m];
        }
        return m;
    }

    std::vector<std::uint32_t> find(const std::vector<std::string>& names, const char* what)
    {
        std::vector<std::uint32_t> out;
        for (const std::string& name : names) {
            bool several = false;
            const std::uint32_t m = m_set.find(name, &several);
            if (m == kNoMember)
                m_out.unmet.push_back({what, {name}, {}, several ? "split.unmet.ambiguous" : "split.unmet.unknown-member"});
            else
                out.push_back(m);
        }
        return out;
    }

    void pins()
    {
        for (const auto& [name, context] : m_constraints.pin) {
            const auto members = find({name}, "pin");
            if (members.empty())
                continue;
            const auto [it, fresh] = m_pinOfRoot.emplace(root(members[0]), context);
            if (!fresh && it->second != context)
                m_out.unmet.push_back({"pin", {name}, context, "split.unmet.pin-against-together"});
        }
    }

    void apart()
    {
        for (const auto& names : m_constraints.apart) {
            const auto members = find(names, "apart");
            for (std::size_t i = 0; i < members.size(); ++i)
                for (std::size_t j = i + 1; j < members.size(); ++j) {
                    const std::uint32_t a = m_out.group[members[i]];
                    const std::uint32_t b = m_out.group[members[j]];
                    const std::vector<std::string> pair{m_set.members[members[i]].id, m_set.members[members[j]].id};
                    const auto pinA = m_out.pin.find(a);
                    const auto pinB = m_out.pin.find(b);
                    if (a == b)
                        m_out.unmet.push_back({"apart", pair, {}, "split.unmet.apart-against-together"});
                    else if (pinA != m_out.pin.end() && pinB != m_out.pin.end() && pinA->second == pinB->second)
                        m_out.unmet.push_back({"apart", pair, pinA->second, "split.unmet.apart-against-pin"});
                    else
                        m_out.apart.emplace_back(std::min(a, b), std::max(a, b));
                }
        }
        std::ranges::sort(m_out.apart);
        m_out.apart.erase(std::ranges::unique(m_out.apart).begin(), m_out.apart.end());
    }

    const Constraints& m_constraints;
    const MemberSet& m_set;
    std::vector<std::uint32_t> m_parent;
    std::map<std::uint32_t, std::string> m_pinOfRoot;
    ResolvedConstraints m_out;
};

class Enforcer {
public:
    Enforcer(const ResolvedConstraints& constraints, const WeightedGraph& graph, Placement& placement)
        : m_constraints(constraints),
          m_graph(graph),
          m_placement(placement),
          m_members(constraints.groups)
    {
        for (std::uint32_t m = 0; m < placement.division.size(); ++m)
            m_members[constraints.group[m]].push_back(m);
        m_contexts = static_cast<std::uint32_t>(placement.seeds.size());
        for (const std::uint32_t c : placement.division)
            if (c != kNoMember)
                m_contexts = std::max(m_contexts, c + 1);
        placement.seeds.resize(m_contexts);
    }

    void run()
    {
        for (std::uint32_t g = 0; g < m_constraints.groups; ++g)
            if (m_members[g].size() > 1 && !m_constraints.pin.contains(g))
                unite(g);
        for (const auto& [g, context] : m_constraints.pin)
            put(g, contextNamed(context));
        for (const auto& [a, b] : m_constraints.apart)
            separate(a, b);
    }

private:
    /// Ties of a group to every context.
    [[nodiscard]] std::map<std::uint32_t, double> pulls(std::uint32_t g) const
    {
        std::map<std::uint32_t, double> out;
        for (const std::uint32_t m : m_members[g])
            for (std::uint32_t e = m_graph.start[m]; e < m_graph.start[m + 1]; ++e)
                if (const std::uint32_t other = m_graph.target[e];
                    m_constraints.group[other] != g && m_placement.division[other] != kNoMember)
                    out[m_placement.division[other]] += m_graph.weight[e];
        return out;
    }

    void put(std::uint32_t g, std::uint32_t context)
    {
        for (const std::uint32_t m : m_members[g]) {
            m_placement.division[m] = context;
            m_placement.standing[m] = Standing::InContext;
        }
    }

    void unite(std::uint32_t g)
    {
        std::set<std::uint32_t> present;
        for (const std::uint32_t m : m_members[g])
            present.insert(m_placement.division[m]);
        if (present.size() == 1 && *present.begin() == kNoMember) {
            std::set<Standing> standings;
            for (const std::uint32_t m : m_members[g])
                standings.insert(m_placement.standing[m]);
            if (standings.size() == 1)
                return; // together outside of all contexts
        }
        if (present.size() == 1 && *present.begin() != kNoMember)
            return;
        std::uint32_t best = kNoMember;
        double most = -1;
        for (const auto& [context, pull] : pulls(g))
            if (pull > most + 1e-12) {
                most = pull;
                best = context;
            }
        if (best == kNoMember)
            for (const std::uint32_t context : present)
                if (best == kNoMember)
                    best = context;
        put(g, best == kNoMember ? fresh() : best);
    }

    std::uint32_t fresh()
    {
        m_placement.seeds.emplace_back();
        return m_contexts++;
    }

    std::uint32_t contextNamed(const std::string& name)
    {
        for (std::uint32_t c = 0; c < m_contexts; ++c)
            if (m_placement.seeds[c].id == name || m_placement.seeds[c].name == name || m_placement.seeds[c].proposedName == name)
                return c;
        const std::uint32_t made = fresh();
        m_placement.seeds[made].name = name;
        m_placement.seeds[made].id = name;
        return made;
    }

    [[nodiscard]] std::uint32_t contextOf(std::uint32_t g) const { return m_placement.division[m_members[g].front()]; }

    /// Moves the less tied of two groups to its next best context in which none of those it must be apart from are.
    void separate(std::uint32_t a, std::uint32_t b)
    {
        const std::uint32_t shared = contextOf(a);
        if (shared == kNoMember || shared != contextOf(b))
            return;
        const auto pullTo = [&](std::uint32_t g) {
            const auto all = pulls(g);
            const auto it = all.find(shared);
            return it == all.end() ? 0.0 : it->second;
        };
        std::uint32_t mover = pullTo(a) < pullTo(b) ? a : b;
        if (m_constraints.pin.contains(mover))
            mover = mover == a ? b : a;
        std::set<std::uint32_t> forbidden;
        for (const auto& [x, y] : m_constraints.apart)
            if (x == mover || y == mover)
                forbidden.insert(contextOf(x == mover ? y : x));
        std::uint32_t best = kNoMember;
        double most = 0;
        for (const auto& [context, pull] : pulls(mover))
            if (!forbidden.contains(context) && pull > most + 1e-12) {
                most = pull;
                best = context;
            }
        put(mover, best == kNoMember ? fresh() : best);
    }

    const ResolvedConstraints& m_constraints;
    const WeightedGraph& m_graph;
    Placement& m_placement;
    std::vector<std::vector<std::uint32_t>> m_members;
    std::uint32_t m_contexts = 0;
};

} // namespace

core::Result<Constraints> constraintsFrom(const core::JsonDocument& document)
{
    return core::readData(document, constraintsOf);
}

core::Result<Constraints> readConstraints(const std::filesystem::path& file)
{
    return core::readData(file, constraintsOf);
}

ResolvedConstraints resolve(const Constraints& constraints, const MemberSet& set)
{
    return Resolver(constraints, set).run();
}

void enforce(const ResolvedConstraints& constraints, const EvidenceBase&, const WeightedGraph& graph, Placement& placement)
{
    if (constraints.pin.empty() && constraints.apart.empty() && constraints.groups == constraints.group.size())
        return;
    Enforcer(constraints, graph, placement).run();
}

} // namespace naru::analyzers::decompose
