#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace naru::analyzers::decompose {

/// Counts by cluster from which the metrics follow, however they were counted (all at once or kept up to date).
struct ClusterCounts {
    std::vector<double> classes, members, tables;
    std::vector<double> inPairs, outPairs;      ///< class pairs with a call, inside and across the border
    std::vector<double> inVolume, outVolume;    ///< call sites
    std::vector<double> cases;                  ///< use cases that reach the cluster
    std::vector<double> usedTables, reaching;   ///< sum over transactions of the cluster's tables they use; transactions that use one
    double within = 0, across = 0;              ///< call sites
    double withinLog = 0, acrossLog = 0;        ///< sum of ln v + 1 over directed class pairs
    double acrossPairs = 0;                     ///< class pairs
    double between = 0;                         ///< sum over unordered cluster pairs of class pairs with a call / (classes x classes)
    double tableEntropy = 0, touchedTables = 0; ///< sum of H over the tables that a placed class touches
    double complexity = 0, transactions = 0;    ///< sum over the transactions that use a placed table

    explicit ClusterCounts(std::size_t clusters) { resize(clusters); }
    void resize(std::size_t clusters);
};

/// All metrics of metricsOf() from their counts.
std::map<std::string, double> metricsFrom(const ClusterCounts& counts);

} // namespace naru::analyzers::decompose
