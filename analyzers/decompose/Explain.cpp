#include "analyzers/decompose/Density.h"
#include "analyzers/decompose/Describe.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace naru::analyzers::decompose {

using core::CodeModel;

namespace {

constexpr std::size_t kReasonsToward = 6;
constexpr std::size_t kReasonsNext = 3;

struct Pull {
    std::uint32_t other = 0;
    LayerId layer = LayerId::Name;
    double weight = 0;
    core::Location at;
};

/// The words two names have in common, strongest first.
std::string commonWords(const NameVectors& names, std::uint32_t a, std::uint32_t b)
{
    std::vector<std::pair<double, std::uint32_t>> common;
    const SparseVector& x = names.vectors[a];
    const SparseVector& y = names.vectors[b];
    for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
        if (x[i].first < y[j].first)
            ++i;
        else if (y[j].first < x[i].first)
            ++j;
        else {
            common.emplace_back(-static_cast<double>(x[i].second) * static_cast<double>(y[j].second), x[i].first);
            ++i;
            ++j;
        }
    }
    std::ranges::sort(common);
    std::string out;
    for (std::size_t i = 0; i < common.size() && i < 3; ++i)
        out += (i == 0 ? "" : ", ") + names.shown[common[i].second];
    return out;
}

class Explainer {
public:
    Explainer(const CodeModel& code, const EvidenceBase& base, const Division& division, const Division& opinion, core::Alternative& out)
        : m_code(code),
          m_base(base),
          m_division(division),
          m_opinions(opinionsOf(division, opinion)),
          m_out(out),
          m_start(base.set.size() + 1, 0)
    {
        collect();
    }

    void run(double fence)
    {
        std::vector<std::pair<double, std::uint32_t>> fenced;
        for (std::uint32_t m = 0; m < m_base.set.size(); ++m) {
            core::MemberWhy why = of(m);
            // both methods must agree: where most of its dense group stands elsewhere, a person looks
            const bool doubted = !why.opinion.empty() && why.opinion != why.context && why.opinionShare > 0.5;
            if (m_division[m] != kNoMember && (why.confidence < fence || doubted))
                fenced.emplace_back(why.confidence, m);
            m_out.why.emplace_hint(m_out.why.end(), m_base.set.members[m].id, std::move(why));
        }
        addActions();
        std::ranges::sort(fenced);
        for (const auto& [confidence, m] : fenced)
            m_out.review.push_back(m_base.set.members[m].id);
    }

private:
    void collect()
    {
        for (const Layer& layer : m_base.layers)
            for (const Link& link : layer.links) {
                ++m_start[link.a + 1];
                ++m_start[link.b + 1];
            }
        eachOperationTie([&](std::uint32_t from, std::uint32_t, LayerId, const Link&) { ++m_start[from + 1]; });
        for (std::size_t i = 1; i < m_start.size(); ++i)
            m_start[i] += m_start[i - 1];
        m_pulls.resize(m_start.back());
        std::vector<std::size_t> next(m_start.begin(), m_start.end() - 1);
        for (const Layer& layer : m_base.layers)
            for (const Link& link : layer.links) {
                const double weight = m_base.combined(layer.id, link);
                m_pulls[next[link.a]++] = {link.b, layer.id, weight, link.at};
                m_pulls[next[link.b]++] = {link.a, layer.id, weight, link.at};
            }
        eachOperationTie([&](std::uint32_t from, std::uint32_t to, LayerId layer, const Link& link) {
            m_pulls[next[from]++] = {to, layer, m_base.combined(layer, link), link.at};
        });
    }

    /// Ties of operations as ties of their classes: (class of the operation, member, layer, tie).
    template <typename Visit> void eachOperationTie(Visit visit) const
    {
        const std::uint32_t n = m_base.set.size();
        const auto classOf = [&](std::uint32_t node) { return node < n ? node : m_base.operations.list[node - n].member; };
        for (const Layer& layer : m_base.operations.layers)
            for (const Link& link : layer.links)
                for (const auto& [from, to] : {std::pair(link.a, link.b), std::pair(link.b, link.a)})
                    if (from >= n && classOf(from) != classOf(to))
                        visit(classOf(from), classOf(to), layer.id, link);
    }

    /// Where each operation of a dispatcher would go by itself.
    void addActions()
    {
        const std::uint32_t n = m_base.set.size();
        const auto& list = m_base.operations.list;
        std::vector<std::map<std::uint32_t, double>> pulls(list.size());
        for (const Layer& layer : m_base.operations.layers)
            for (const Link& link : layer.links)
                for (const auto& [from, to] : {std::pair(link.a, link.b), std::pair(link.b, link.a)})
                    if (from >= n)
                        if (const std::uint32_t context = m_division[to < n ? to : list[to - n].member]; context != kNoMember)
                            pulls[from - n][context] += m_base.combined(layer.id, link);
        for (std::uint32_t o = 0; o < list.size(); ++o) {
            const auto most = std::ranges::max_element(pulls[o], {}, [](const auto& pull) { return pull.second; });
            m_out.why.at(m_base.set.members[list[o].member].id)
                .actions.push_back({list[o].name, most == pulls[o].end() ? std::string() : m_out.contexts[most->first].id});
        }
    }

    [[nodiscard]] core::MemberWhy of(std::uint32_t m) const
    {
        std::vector<std::pair<std::uint32_t, double>> byContext; // few
        for (std::size_t p = m_start[m]; p < m_start[m + 1]; ++p) {
            const std::uint32_t context = m_division[m_pulls[p].other];
            if (context == kNoMember)
                continue;
            auto it = std::ranges::find(byContext, context, [](const auto& entry) { return entry.first; });
            if (it == byContext.end())
                it = byContext.insert(byContext.end(), {context, 0.0});
            it->second += m_pulls[p].weight;
        }
        const std::uint32_t own = m_division[m];
        double ownPull = 0;
        double nextPull = 0;
        std::uint32_t next = kNoMember;
        std::ranges::sort(byContext);
        for (const auto& [context, pull] : byContext) {
            if (context == own)
                ownPull = pull;
            else if (pull > nextPull + 1e-12) {
                nextPull = pull;
                next = context;
            }
        }
        core::MemberWhy why;
        if (own != kNoMember) {
            why.context = m_out.contexts[own].id;
            // a member placed for other reasons than its ties is on the fence
            why.confidence = ownPull + nextPull > 0 ? std::max(0.5, ownPull / (ownPull + nextPull)) : 0.5;
            if (const MemberOpinion& opinion = m_opinions[m]; opinion.agreement >= 0) { // where it differs, what is above one half counts half
                why.confidence = 0.5 + (why.confidence - 0.5) * (0.5 + 0.5 * opinion.agreement);
                why.opinion = m_out.contexts[opinion.context].id;
                why.opinionShare = opinion.share;
            }
            why.toward = reasons(m, own, ownPull, kReasonsToward);
        }
        if (next != kNoMember) {
            why.nextBest = m_out.contexts[next].id;
            why.towardNext = reasons(m, next, nextPull, kReasonsNext);
        }
        return why;
    }

    [[nodiscard]] std::vector<core::Reason> reasons(std::uint32_t m, std::uint32_t context, double total, std::size_t most) const
    {
        std::vector<const Pull*> list;
        for (std::size_t p = m_start[m]; p < m_start[m + 1]; ++p)
            if (m_division[m_pulls[p].other] == context && m_pulls[p].weight > 0)
                list.push_back(&m_pulls[p]);
        const std::size_t kept = std::min(most, list.size());
        std::partial_sort(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(kept), list.end(), [](const Pull* x, const Pull* y) {
            return std::tuple(-x->weight, x->other, x->layer) < std::tuple(-y->weight, y->other, y->layer);
        });
        std::vector<core::Reason> out;
        for (std::size_t i = 0; i < kept; ++i) {
            const Pull& pull = *list[i];
            core::Reason reason;
            reason.layer = nameOf(pull.layer);
            reason.other = m_base.set.members[pull.other].id;
            reason.weight = total > 0 ? pull.weight / total : 0;
            reason.evidence = {"split",
                               std::string(m_code.path(pull.at)),
                               static_cast<int>(pull.at.line),
                               pull.layer == LayerId::Name ? commonWords(m_base.names, m, pull.other) : m_base.set.members[pull.other].name,
                               {}};
            out.push_back(std::move(reason));
        }
        return out;
    }

    const CodeModel& m_code;
    const EvidenceBase& m_base;
    const Division& m_division;
    std::vector<MemberOpinion> m_opinions; ///< of the second method
    core::Alternative& m_out;
    std::vector<std::size_t> m_start;
    std::vector<Pull> m_pulls;
};

} // namespace

void explain(const CodeModel& code, const EvidenceBase& base, const SplitData& data, const Division& division, const Division& opinion,
             core::Alternative& out)
{
    Explainer(code, base, division, opinion, out).run(data.thresholds.fenceConfidence);
}

} // namespace naru::analyzers::decompose
