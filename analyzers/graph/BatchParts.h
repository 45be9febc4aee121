#pragma once

#include "analyzers/graph/CodeLookup.h"

#include <string_view>
#include <unordered_set>
#include <vector>

namespace naru::analyzers::graph {

/// What the frameworks for batch jobs (Spring Batch, JSR 352, the batch runtime of eGovFrame) call of a class.
class BatchParts {
public:
    explicit BatchParts(const CodeLookup& lookup) : m_lookup(lookup), m_model(lookup.index().model) {}

    /// What a type of a framework is to a job: reader, processor, writer, tasklet, partitioner, decider, listener; empty for every other.
    [[nodiscard]] static std::string_view roleOf(std::string_view type);
    /// The method of a class that has a role: what a reader is read by, say; invalid when it has none.
    [[nodiscard]] core::MemberId handler(core::TypeId type, std::string_view role) const;
    /// Methods that are called before and after a job, a step, a chunk or an item, by what the class implements or by annotation, and those
    /// that open and close a reader or writer; as far as they do something.
    [[nodiscard]] std::vector<core::MemberId> around(core::TypeId type) const;
    /// All that is called of a class of the system that is a part of a job by its type; nothing of every other class.
    [[nodiscard]] std::vector<core::MemberId> of(core::TypeId type) const;
    /// Whether a method calls or executes anything.
    [[nodiscard]] bool works(core::MemberId method) const;

private:
    [[nodiscard]] bool usable(core::TypeId type) const;
    [[nodiscard]] bool listens(core::TypeId type) const;

    const CodeLookup& m_lookup;
    const core::CodeModel& m_model;
    mutable std::unordered_set<std::uint32_t> m_working; ///< filled when first asked
};

} // namespace naru::analyzers::graph
