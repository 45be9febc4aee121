#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/TransactionSteps.h"

#include <cstdint>
#include <functional>
#include <map>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// Handlers behind one call that leads to all of them, told apart by what an annotation of the system says of each
/// (@CommandType(entity = "LOAN", action = "APPROVE")), and the members that name such a key: all of its values.
class KeyedAnswers {
public:
    static constexpr std::uint32_t kNone = 0xffffffff;
    static constexpr std::uint32_t kOther = 0xfffffffe; ///< of an answer among keyed ones that has no key itself

    KeyedAnswers() = default;
    KeyedAnswers(const CodeIndex& index, const CodeLookup& lookup);

    [[nodiscard]] bool empty() const { return m_answers.empty(); }
    [[nodiscard]] std::size_t size() const { return m_keys.size(); }
    /// The key under which a member answers the calls of another one; kNone where none is asked for.
    [[nodiscard]] std::uint32_t keyOf(std::uint32_t from, std::uint32_t target) const;
    /// The members whose calls are answered by keys, and the keys of each.
    [[nodiscard]] const std::map<std::uint32_t, std::vector<std::uint32_t>>& asking() const { return m_asking; }
    /// The keys that a member names.
    [[nodiscard]] const std::vector<std::uint32_t>& named(std::uint32_t member) const;

private:
    using Key = std::vector<core::StringId>; ///< values, ordered

    void readAnswers(const CodeIndex& index, const CodeLookup& lookup);
    void tellApart(const CodeLookup& lookup, std::uint32_t from, const std::vector<core::MemberId>& targets);
    void readNames(const CodeIndex& index);

    std::map<Key, std::uint32_t> m_keys;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> m_answers; ///< keys by asking member and target
    std::map<std::uint32_t, std::vector<std::uint32_t>> m_asking;               ///< keys by member
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_named;      ///< the same
};

/// Which of these answers an entry point runs: those whose keys are named on its way, and on the way of those. Where none of those that a
/// call asks for is named, the key comes from elsewhere, and all may be meant.
class KeyedReach {
public:
    /// What is given must outlive this.
    KeyedReach(const KeyedAnswers& answers, const Steps& steps, std::size_t members);

    /// For what begins at these members. `leftOut`: steps of a member that are not gone.
    void begin(const std::vector<core::MemberId>& starts, const std::function<bool(std::uint32_t, const Step&)>& leftOut);
    [[nodiscard]] bool blocks(std::uint32_t from, std::uint32_t target) const;
    /// Whether calls below a member are answered by keys.
    [[nodiscard]] bool leads(std::uint32_t member) const { return !m_leads.empty() && m_leads[member]; }

private:
    [[nodiscard]] bool told(std::uint32_t asking) const;

    const KeyedAnswers& m_answers;
    const Steps& m_steps;
    std::vector<bool> m_leads;            ///< by member; empty: there are no keys
    std::vector<std::uint32_t> m_met;     ///< by member: the last time
    std::vector<std::uint32_t> m_allowed; ///< by key: the last time
    std::uint32_t m_time = 0;
    std::unordered_map<std::uint32_t, bool> m_told; ///< by asking member: one of its keys is named
};

} // namespace naru::analyzers::graph
