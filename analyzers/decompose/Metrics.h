#pragma once

#include "analyzers/decompose/MemberSet.h"
#include "core/base/Error.h"
#include "core/model/CodeModel.h"

#include <map>
#include <string>
#include <vector>

namespace naru::analyzers::decompose {

/// What the metrics are computed from, independent of any partition.
struct MetricInput {
    struct Call {
        std::uint32_t from = 0; ///< class
        std::uint32_t to = 0;
        double volume = 0; ///< call sites
    };
    std::vector<Call> calls;                          ///< between different classes, by from, to
    std::vector<std::vector<std::uint32_t>> touches;  ///< classes that access a table, one list per table touched
    std::vector<std::vector<std::uint32_t>> useCases; ///< classes that an entry point reaches, one list per entry point
    struct Access {
        std::uint32_t table = 0;
        bool write = false;
    };
    std::vector<std::vector<Access>> transactions; ///< accesses of an entry point in order
};

MetricInput metricInput(const core::CodeModel& code, const MemberSet& set);

/// Every metric of a division (cluster by member; kNoMember: in none, left out). Keys and definitions:
/// - contexts: number of clusters with a class or table in them
/// - SM = mean of mu_i/n_i^2 - mean over pairs of sigma_ij/(n_i n_j); mu, sigma: class pairs with a call, n: classes.
///   SM.half divides the second term by 2 n_i n_j, as some papers do.
/// - ICP = sum between clusters of (ln v + 1) / sum over all of (ln v + 1), v call sites of a directed class pair; ICP.raw uses v.
/// - BCP = mean of ln(distinct use cases in the cluster), use case = entry point
/// - IFN = class pairs across clusters with a call / clusters
/// - NED = 1 - classes in clusters of 5 to 20 / all classes; NED.members counts tables and views as well
/// - MQ = sum 2 mu_i/(2 mu_i + eps_i), eps: pairs that leave or enter the cluster
/// - DTP = 1 - mean over tables of H(clusters whose classes touch the table), natural log (CARGO)
/// - coupling = ext/(ext + int), cohesion = mean 2 in_i/(2 in_i + ext_i), call volumes (CARGO)
/// - INESC.cohesion: mean over clusters of the mean over entry points that touch it of the share of its tables they use;
///   INESC.complexity: mean over entry points of, for each local transaction, the number of other entry points that
///   touch one of its tables in the opposite mode, entry points within one cluster counting 0.
std::map<std::string, double> metricsOf(const MetricInput& input, const MemberSet& set, const std::vector<std::uint32_t>& division);

/// The same for any partition, also one made elsewhere: member (id or name) -> cluster name.
struct ForeignMetrics {
    std::map<std::string, double> metrics;
    std::vector<std::string> unknown;   ///< names that are no members of this system
    std::vector<std::string> ambiguous; ///< simple names that several members have
    std::vector<std::string> doubled;   ///< members named twice with different clusters; the first holds
    std::size_t placed = 0;             ///< members that have a cluster
    std::size_t members = 0;            ///< members there are
};
ForeignMetrics metricsOf(const core::CodeModel& code, const std::vector<std::pair<std::string, std::string>>& partition);
ForeignMetrics metricsOf(const core::CodeModel& code, const std::map<std::string, std::string>& partition);

} // namespace naru::analyzers::decompose
