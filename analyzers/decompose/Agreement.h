#pragma once

#include <cstdint>
#include <vector>

namespace naru::analyzers::decompose {

/// Adjusted Rand index of two divisions of the same items (Hubert and Arabie 1985): 1 for equal ones, about 0 for
/// chance. Items marked kNoMember in either are left out.
double adjustedRand(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

/// MoJoFM of division `a` against the authority `b` (Wen and Tzerpos 2004), 0 to 100: 100 (1 - mno(a,b)/max mno(.,b)).
/// mno is the least number of moves and joins that turn a into b, exact by a maximum matching of clusters.
double mojoFm(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

} // namespace naru::analyzers::decompose
