#pragma once

#include "costing/FactorProposals.h"

namespace naru::costing {

/// Traces that speak for one level of a factor where there are at least so many of them: tools for load tests, databases of
/// several makers. Data: resources/costing/factor-evidence.json.
struct FactorTraces {
    struct Trace {
        core::LocalText name;
        NamePatterns libraries;
        NamePatterns files; ///< the whole path
    };
    std::string factor; ///< performance or environment
    int level = 0;      ///< 1-based
    int least = 1;
    std::string reasonKey;
    std::vector<Trace> traces;

    /// Errors: NotFound, NotReadable, Malformed.
    static core::Result<std::vector<FactorTraces>> load(const std::filesystem::path& resources);
};

/// A proposal for each factor whose traces are enough.
std::vector<FactorProposal> proposeFromTraces(const core::CodeModel& model, const core::AuditReport& audit,
                                              const std::vector<FactorTraces>& rules);

/// Everything that the source speaks for, in the order of the factors. What it does not tell (deadlines, operating conditions) has
/// no proposal; linkage always has one. Errors: those of the rules.
core::Result<std::vector<FactorProposal>> allProposals(const core::CodeModel& model, const core::AuditReport& audit,
                                                       const std::filesystem::path& resources);

} // namespace naru::costing
