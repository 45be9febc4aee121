#pragma once

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

#include <cstdint>
#include <vector>

namespace naru::analyzers::graph {

/// What happens about transactions when a member is called.
enum class TransactionUse : std::uint8_t {
    Callers,  ///< it runs in that of its caller, or in none
    Joins,    ///< in that of its caller, else in one that it opens (REQUIRED)
    OpensOwn, ///< in one that it opens, whatever its caller has (REQUIRES_NEW)
    Suspends, ///< in none (NOT_SUPPORTED, NEVER)
};

/// Whether a call begins a transaction where there is none.
[[nodiscard]] constexpr bool opens(TransactionUse use)
{
    return use == TransactionUse::Joins || use == TransactionUse::OpensOwn;
}

/// Where transactions begin, by member.
struct TransactionBoundaries {
    std::vector<TransactionUse> uses; ///< @Transactional, tx:advice with its pointcuts, proxies of Spring's XML, EJB containers, and `byCode`
    std::vector<bool> byCode;         ///< those that begin one themselves, whoever calls them
    std::vector<bool> begins;         ///< of these, those that leave its end to others
    std::vector<bool> readOnly;       ///< those whose advice in XML says that they only read
};

TransactionBoundaries transactionBoundaries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans);

} // namespace naru::analyzers::graph
