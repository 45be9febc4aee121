#pragma once

#include "analyzers/decompose/Layers.h"

#include <string>
#include <utility>
#include <vector>

namespace naru::analyzers::decompose {

/// One of the things that a dispatcher does: a value of its action parameter, a handler of a request, a public function of a facade.
struct Operation {
    std::uint32_t member = 0;           ///< the class
    std::string name;                   ///< value or method
    std::vector<core::MemberId> roots;  ///< methods of the class that only few of its operations run, the handler among them
    std::vector<core::MemberId> calls;  ///< methods and fields outside of the class that they use
    SparseVector reached;               ///< (member index of a table, share), sums to 1; empty: none
    core::Location at;
};

/// What the dispatchers of a system do, each operation with the evidence that is its own. A tie of an operation leads from
/// node `members + operation` to a member, or to another operation.
struct Operations {
    std::vector<Operation> list;   ///< by member
    std::vector<Layer> layers;     ///< names, calls, data, views, reach; link.b is an operation
    std::vector<std::pair<std::uint32_t, std::uint32_t>> range; ///< by member: first and behind the last of its operations
    [[nodiscard]] bool empty() const { return list.empty(); }
};

/// All operations of each candidate class; those with fewer than `kLeastOperations` are left out.
inline constexpr std::size_t kLeastOperations = 3;
std::vector<Operation> operationsOf(const core::CodeModel& code, const MemberSet& set, const std::vector<Reach>& reach,
                                    const std::vector<char>& candidates);

/// Classes whose operations belong to different clusters, by what these call and reach: at least `diversity` (1 - sum p^2).
std::vector<char> dispersed(const core::CodeModel& code, const MemberSet& set, const std::vector<Operation>& operations,
                            const std::vector<std::uint32_t>& division, double diversity);

/// The ties of the operations of `chosen` classes. Members in `muted` have no part in usage ties, but their own operations do.
Operations tieOperations(const core::CodeModel& code, const MemberSet& set, const NameVectors& names, const SplitData& data,
                         std::vector<Operation> operations, const std::vector<char>& chosen, const std::vector<char>& muted);

} // namespace naru::analyzers::decompose
