#pragma once

#include "analyzers/decompose/LiveMetrics.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace naru::analyzers::decompose {

/// What a move would change, by context index of the alternative.
struct MoveEffect {
    std::map<std::string, double> before; ///< every metric of metricsOf()
    std::map<std::string, double> after;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> appear; ///< from calls to for the first time
    std::vector<std::pair<std::uint32_t, std::uint32_t>> vanish; ///< from calls to no more
    double remoteBefore = 0;                                     ///< call sites between contexts
    double remoteAfter = 0;
    int sharedBefore = 0; ///< tables that classes of more than one context touch
    int sharedAfter = 0;
    int spanningBefore = 0; ///< entry points that write tables of more than one context
    int spanningAfter = 0;
    int concerned = 0; ///< of those after the move, the ones that write a moved table
    int services = 0;  ///< contexts that they write in, all together
};

/// Answers, while a person drags, what a move would change. Made once for an alternative; each question costs what the
/// members are tied to. The alternative itself is not changed.
class MovePreview {
public:
    MovePreview(const core::CodeModel& code, const core::Alternative& alternative);

    /// Members by id; ids that are not known are passed over. `context` is an index of the alternative.
    [[nodiscard]] MoveEffect ifMoved(const std::vector<std::string>& members, std::uint32_t context);

private:
    using Pair = std::pair<std::uint32_t, std::uint32_t>;
    void countCalls(const std::set<std::uint32_t>& moved, std::uint32_t to, MoveEffect& effect) const;
    [[nodiscard]] int spread(const std::vector<std::vector<std::uint32_t>>& lists, const std::vector<std::vector<std::uint32_t>>& of,
                             const std::set<std::uint32_t>& moved, std::uint32_t to) const;

    MemberSet m_set;
    MetricInput m_input;
    std::unique_ptr<LiveMetrics> m_live;
    std::vector<std::vector<std::uint32_t>> m_callsOf;   ///< member -> calls of the input
    std::vector<std::vector<std::uint32_t>> m_touchesOf; ///< class -> lists of m_input.touches
    std::vector<std::vector<std::uint32_t>> m_writes;    ///< tables that one transaction writes
    std::vector<std::vector<std::uint32_t>> m_writesOf;  ///< table -> transactions
    std::map<Pair, double> m_between;                    ///< call sites between contexts
    double m_remote = 0;
    int m_shared = 0;
    int m_spanning = 0;
};

} // namespace naru::analyzers::decompose
