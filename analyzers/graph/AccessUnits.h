#pragma once

#include "analyzers/graph/TransactionWalker.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// What calls do as the accesses see it: a member that begins a transaction by code, leaves its end to others and runs nothing itself (a
/// connection is given without automatic commit) begins it for its callers.
[[nodiscard]] CallUses lastingUses(const CallUses& calls, const Steps& steps);

/// Tells in which transaction each access of a request runs. What lies within the transaction that a member opens is walked once and kept.
class AccessUnits {
public:
    /// What is given must outlive this.
    AccessUnits(const core::CodeModel& model, const Steps& steps, const CallUses& calls);

    /// Fills the units of a request; `walker` went its way last. Nothing where no boundary is known.
    void tell(const TransactionWalker& walker, core::Transaction& request);

private:
    /// What is reached while a transaction lasts, or without one until one begins.
    struct Reach {
        std::vector<std::uint32_t> statements;
        std::vector<std::uint32_t> openers;   ///< begin a transaction of their own
        std::vector<std::uint32_t> suspended; ///< run in none
    };
    /// Marks carry the number of the way, so that nothing has to be cleared.
    struct Way {
        std::vector<std::uint32_t> members;
        std::vector<std::uint32_t> openers; ///< by member
        std::vector<std::uint32_t> statements;
        std::uint32_t number = 0;

        static bool meet(std::vector<std::uint32_t>& marks, std::uint32_t at, std::uint32_t number);
    };

    [[nodiscard]] const Reach& within(std::uint32_t opener);
    void follow(std::uint32_t start, const TransactionWalker* outside, Way& way, Reach& reach);
    void begin(std::uint32_t opener);
    void add(const TransactionWalker& walker, core::MemberId opener, const Reach& reach, core::Transaction& request) const;

    const core::CodeModel& m_model;
    const Steps& m_steps;
    const CallUses& m_calls;
    std::unordered_map<std::uint32_t, Reach> m_within; ///< by member that opens one
    std::size_t m_known = 0;                           ///< statements in m_within
    Reach m_last;                                      ///< that for which there was no more room
    Way m_inside;
    Way m_outside;
    std::vector<std::uint32_t> m_begun;   ///< by member: the last request in which it began a transaction
    std::vector<std::uint32_t> m_openers; ///< of the request, in the order in which they begin
    std::vector<std::uint32_t> m_places;  ///< by table and mode: among the accesses of the request
};

} // namespace naru::analyzers::graph
