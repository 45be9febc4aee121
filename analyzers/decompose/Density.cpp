#include "analyzers/decompose/Density.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace naru::analyzers::decompose {

namespace {

/// Merges of single linkage from the densest to the loosest: leaves 0 .. n-1, then one node for each merge.
struct Dendrogram {
    struct Node {
        std::uint32_t left = kNoMember;
        std::uint32_t right = kNoMember;
        std::uint32_t size = 1;
        double density = 0; ///< at which the two come together
    };
    std::vector<Node> nodes;
    std::vector<std::uint32_t> roots; ///< one for each connected part
};

std::vector<WeightedGraph::Edge> mutualDensities(const WeightedGraph& graph, std::uint32_t smallest)
{
    const std::uint32_t n = graph.size();
    std::vector<double> core(n, 0);
    std::vector<double> density(graph.target.size());
    std::vector<double> row;
    for (std::uint32_t i = 0; i < n; ++i) {
        row.clear();
        for (std::uint32_t e = graph.start[i]; e < graph.start[i + 1]; ++e) {
            density[e] = graph.weight[e] / std::sqrt(graph.strength[i] * graph.strength[graph.target[e]]);
            row.push_back(density[e]);
        }
        if (row.empty())
            continue;
        const std::size_t k = std::min<std::size_t>(std::max(1U, smallest), row.size()) - 1;
        std::ranges::nth_element(row, row.begin() + static_cast<std::ptrdiff_t>(k), std::greater<>());
        core[i] = row[k];
    }
    std::vector<WeightedGraph::Edge> out;
    for (std::uint32_t i = 0; i < n; ++i)
        for (std::uint32_t e = graph.start[i]; e < graph.start[i + 1]; ++e)
            if (const std::uint32_t j = graph.target[e]; i < j)
                out.push_back({i, j, std::min({core[i], core[j], density[e]})});
    std::ranges::sort(out, [](const auto& x, const auto& y) { return std::tuple(-x.weight, x.a, x.b) < std::tuple(-y.weight, y.a, y.b); });
    return out;
}

Dendrogram singleLinkage(std::uint32_t n, const std::vector<WeightedGraph::Edge>& edges)
{
    Dendrogram out;
    out.nodes.resize(n);
    std::vector<std::uint32_t> parent(n);
    std::vector<std::uint32_t> top(n); // node of the tree that stands for a set
    std::iota(parent.begin(), parent.end(), 0U);
    std::iota(top.begin(), top.end(), 0U);
    const auto find = [&](std::uint32_t i) {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    };
    for (const WeightedGraph::Edge& edge : edges) {
        std::uint32_t a = find(edge.a);
        std::uint32_t b = find(edge.b);
        if (a == b)
            continue;
        if (out.nodes[top[a]].size < out.nodes[top[b]].size)
            std::swap(a, b);
        out.nodes.push_back({top[a], top[b], out.nodes[top[a]].size + out.nodes[top[b]].size, edge.weight});
        parent[b] = a;
        top[a] = static_cast<std::uint32_t>(out.nodes.size() - 1);
    }
    for (std::uint32_t i = 0; i < n; ++i)
        if (find(i) == i)
            out.roots.push_back(top[i]);
    return out;
}

/// The tree of branches of at least `smallest` members, and the choice among them.
class Branches {
public:
    Branches(const Dendrogram& tree, std::uint32_t leaves, std::uint32_t smallest)
        : m_tree(tree),
          m_smallest(std::max(2U, smallest)),
          m_of(leaves, kNoMember)
    {
        for (const std::uint32_t root : tree.roots)
            if (tree.nodes[root].size >= m_smallest)
                grow(root);
    }

    Division choose()
    {
        // children come after their parents
        std::vector<double> best(m_branches.size(), 0);
        std::vector<char> taken(m_branches.size(), 0);
        for (std::size_t b = m_branches.size(); b-- > 0;) {
            const Branch& branch = m_branches[b];
            // a connected part is born at no density at all, so its mass beats that of its branches: as a whole it is no opinion
            const bool whole = branch.parent == kNoMember && (m_tree.roots.size() == 1 || branch.divided);
            taken[b] = !whole && branch.mass >= best[b] ? 1 : 0;
            const double value = taken[b] != 0 ? branch.mass : best[b];
            if (branch.parent != kNoMember)
                best[branch.parent] += value;
        }
        std::vector<std::uint32_t> final(m_branches.size(), kNoMember);
        for (std::uint32_t b = 0; b < m_branches.size(); ++b) {
            const std::uint32_t above = m_branches[b].parent == kNoMember ? kNoMember : final[m_branches[b].parent];
            final[b] = above != kNoMember ? above : taken[b] != 0 ? b : kNoMember;
        }
        Division out(m_of.size(), kNoMember);
        for (std::size_t i = 0; i < m_of.size(); ++i)
            if (m_of[i] != kNoMember)
                out[i] = final[m_of[i]];
        return out;
    }

private:
    struct Branch {
        std::uint32_t parent = kNoMember;
        double birth = 0;
        bool divided = false; ///< into two branches
        double mass = 0; ///< sum over its members of the density at which they leave less that of its birth
    };

    std::uint32_t branch(std::uint32_t parent, double birth)
    {
        m_branches.push_back({parent, birth, false, 0});
        return static_cast<std::uint32_t>(m_branches.size() - 1);
    }

    /// The leaves of a node leave the branch at a density.
    void leave(std::uint32_t node, std::uint32_t from, double density)
    {
        m_branches[from].mass += (density - m_branches[from].birth) * m_tree.nodes[node].size;
        std::vector<std::uint32_t> stack{node};
        while (!stack.empty()) {
            const std::uint32_t at = stack.back();
            stack.pop_back();
            if (at < m_of.size()) {
                m_of[at] = from;
                continue;
            }
            stack.push_back(m_tree.nodes[at].left);
            stack.push_back(m_tree.nodes[at].right);
        }
    }

    void grow(std::uint32_t root)
    {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> stack{{root, branch(kNoMember, 0)}};
        while (!stack.empty()) {
            const auto [node, at] = stack.back();
            stack.pop_back();
            const Dendrogram::Node& merge = m_tree.nodes[node];
            const bool left = m_tree.nodes[merge.left].size >= m_smallest;
            const bool right = m_tree.nodes[merge.right].size >= m_smallest;
            if (left && right) {
                m_branches[at].mass += (merge.density - m_branches[at].birth) * merge.size;
                m_branches[at].divided = true;
                for (const std::uint32_t child : {merge.left, merge.right})
                    stack.emplace_back(child, branch(at, merge.density));
                continue;
            }
            for (const auto& [child, stays] : {std::pair(merge.left, left), std::pair(merge.right, right)})
                if (stays)
                    stack.emplace_back(child, at);
                else
                    leave(child, at, merge.density);
        }
    }

    const Dendrogram& m_tree;
    std::uint32_t m_smallest;
    std::vector<std::uint32_t> m_of; ///< branch that a leaf leaves
    std::vector<Branch> m_branches;
};

} // namespace

Division densityClusters(const WeightedGraph& graph, std::uint32_t smallest)
{
    const Dendrogram tree = singleLinkage(graph.size(), mutualDensities(graph, smallest));
    Division out = Branches(tree, graph.size(), smallest).choose();
    std::map<std::uint32_t, std::uint32_t> fresh;
    for (std::uint32_t& label : out)
        if (label != kNoMember)
            label = fresh.try_emplace(label, static_cast<std::uint32_t>(fresh.size())).first->second;
    return out;
}

std::vector<MemberOpinion> opinionsOf(const Division& division, const Division& opinion)
{
    std::map<std::uint32_t, double> sizes;
    std::map<std::uint32_t, std::map<std::uint32_t, double>> common; // dense group -> context -> members
    for (std::size_t m = 0; m < division.size(); ++m)
        if (division[m] != kNoMember && opinion[m] != kNoMember) {
            sizes[opinion[m]] += 1;
            common[opinion[m]][division[m]] += 1;
        }
    std::vector<MemberOpinion> out(division.size());
    for (std::size_t m = 0; m < division.size(); ++m) {
        if (division[m] == kNoMember || opinion[m] == kNoMember || sizes[opinion[m]] < 2)
            continue;
        const auto& row = common[opinion[m]];
        const double others = sizes[opinion[m]] - 1; // the member itself agrees always
        MemberOpinion& made = out[m];
        made.context = division[m];
        made.agreement = made.share = (row.at(division[m]) - 1) / others;
        for (const auto& [context, count] : row)
            if (context != division[m] && count / others > made.share) {
                made.context = context;
                made.share = count / others;
            }
    }
    return out;
}

} // namespace naru::analyzers::decompose
