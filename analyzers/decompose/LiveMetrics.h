#pragma once

#include "analyzers/decompose/MetricCounts.h"
#include "analyzers/decompose/Metrics.h"
#include "core/model/Partition.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace naru::analyzers::decompose {

/// How many of something each cluster has; few clusters each.
class Tally {
public:
    /// The new count.
    std::uint32_t add(std::uint32_t cluster, int amount);
    [[nodiscard]] const std::vector<std::pair<std::uint32_t, std::uint32_t>>& counts() const { return m_counts; }

private:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_counts; ///< by cluster, none is 0
};

/// All metrics of a division, kept up to date while members move: a move costs what the member is tied to, not what the
/// system has. The figures are those of metricsOf() up to rounding. For live deltas while a person drags.
class LiveMetrics {
public:
    /// `division`: cluster by member, kNoMember for one that is in none.
    LiveMetrics(const MetricInput& input, const MemberSet& set, std::vector<std::uint32_t> division);

    /// `cluster` may be a new one, or kNoMember: taken out of all clusters.
    void move(std::uint32_t member, std::uint32_t cluster);
    [[nodiscard]] std::map<std::string, double> metrics() const { return metricsFrom(m_counts); }
    /// What the metrics would be; nothing is moved.
    std::map<std::string, double> ifMoved(std::span<const std::uint32_t> members, std::uint32_t cluster);
    [[nodiscard]] const std::vector<std::uint32_t>& division() const { return m_division; }

private:
    struct Tie { ///< all calls between two classes, both directions
        std::uint32_t other = 0;
        double volume = 0;
        double logged = 0;
    };
    struct Rows { ///< lists by index, one after the other
        std::vector<std::uint32_t> start;
        std::vector<std::uint32_t> items;
        [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t row) const
        {
            return {items.data() + start[row], items.data() + start[row + 1]};
        }
    };
    struct Step { ///< of a transaction
        std::uint32_t table = 0;
        std::uint32_t users = 0; ///< index of those who use the table in the opposite mode
    };

    static Rows inverted(const std::vector<std::vector<std::uint32_t>>& lists, std::uint32_t members);
    void collectTies(const MetricInput& input);
    void collectTransactions(const MetricInput& input);
    void put(std::uint32_t member, std::uint32_t cluster, int sign);
    void tie(std::uint32_t from, const Tie& tie, double sign);
    [[nodiscard]] double rowsOf(std::uint32_t a, std::uint32_t b) const;
    void putTable(std::uint32_t table, std::uint32_t cluster, int sign);
    [[nodiscard]] double entropyOf(const Tally& tally) const;
    void setComplexity(std::uint32_t transaction);
    [[nodiscard]] double complexityOf(std::uint32_t transaction);

    const MemberSet& m_set;
    std::vector<std::uint32_t> m_division;
    ClusterCounts m_counts;
    std::vector<std::uint32_t> m_tieStart;
    std::vector<Tie> m_ties;
    std::vector<std::map<std::uint32_t, double>> m_between; ///< by cluster: other cluster -> class pairs
    Rows m_casesOf;                                         ///< class -> use cases
    std::vector<Tally> m_case;
    Rows m_touchedBy; ///< class -> tables
    std::vector<Tally> m_touch;
    std::vector<double> m_entropy;
    std::vector<std::vector<Step>> m_steps; ///< by transaction
    Rows m_transactionsOf;                  ///< table -> transactions
    std::vector<Tally> m_transaction;       ///< tables of a transaction by cluster
    std::vector<double> m_complexity;
    std::vector<std::vector<std::uint32_t>> m_users; ///< transactions by table and mode
    std::vector<std::uint64_t> m_seen;               ///< a bit for each transaction, all 0 between calls
};

/// The division that an alternative stands for: index of the context by member; kNoMember for what is in none.
/// Members that are not in the set are passed over.
std::vector<std::uint32_t> divisionOf(const core::Alternative& alternative, const MemberSet& set);

} // namespace naru::analyzers::decompose
