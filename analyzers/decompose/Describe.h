#pragma once

#include "analyzers/decompose/CrossingData.h"
#include "analyzers/decompose/EvidenceGraph.h"
#include "analyzers/decompose/Finish.h"
#include "analyzers/decompose/Metrics.h"
#include "core/model/Partition.h"

#include <optional>
#include <string>
#include <vector>

namespace naru::analyzers::decompose {

enum class Standing : std::uint8_t { InContext, Shared, Unused, Unassigned };

/// What is known of a context before it is described: what a person gave it. Empty: to be proposed.
struct ContextSeed {
    std::string id;
    std::string name;         ///< given by a person
    std::string proposedName; ///< an earlier proposal, kept while the context is the same
    std::optional<core::SubdomainKind> kind;
    std::string review;
    std::string reviewer;
    std::string note;
};

/// Where every member stands.
struct Placement {
    Division division;              ///< context by member; kNoMember unless InContext
    std::vector<Standing> standing; ///< by member
    std::vector<ContextSeed> seeds; ///< by context; may be shorter than the number of contexts
};

/// Makes the full result of a placement: names, data, events, interfaces, transactions, metrics, reasons.
class Describer {
public:
    Describer(const core::CodeModel& code, const EvidenceBase& base, const WeightedGraph& graph, const SplitData& data);

    /// Contexts come largest first. `id`, `level`, `score`, `resolution` and `reasonKey` are the caller's.
    [[nodiscard]] core::Alternative describe(const Placement& placement) const;
    [[nodiscard]] std::map<std::string, double> metrics(const Division& division) const;

private:
    const core::CodeModel& m_code;
    const EvidenceBase& m_base;
    const WeightedGraph& m_graph;
    const SplitData& m_data;
    MetricInput m_metricInput;
    CrossingData m_crossing;
    Division m_opinion; ///< of the density method
};

// Parts of describe(), by subject. `division` is numbered like alternative.contexts.

/// Names, ids and domain words of contexts.
void nameContexts(const EvidenceBase& base, const core::CodeModel& code, const Placement& placement, core::Alternative& out);
/// owns, reads, aggregates, shared tables.
void describeData(const EvidenceBase& base, const SplitData& data, const Division& division, core::Alternative& out);
/// entryPoints, commands, events, distributed transactions. `contextOfTable` by member index.
void describeBehaviour(const core::CodeModel& code, const EvidenceBase& base, const SplitData& data, const Division& division,
                       core::Alternative& out);
/// Sub-domain kinds with their reasons.
void describeKinds(const EvidenceBase& base, const SplitData& data, const Placement& placement, core::Alternative& out);
/// interfaces, relations, cycles, merge suggestions.
void describeInterfaces(const core::CodeModel& code, const EvidenceBase& base, const CrossingData& crossing, const WeightedGraph& graph,
                        const Division& division, core::Alternative& out);
/// why and the review list.
void explain(const core::CodeModel& code, const EvidenceBase& base, const SplitData& data, const Division& division,
             const Division& opinion, core::Alternative& out);

/// Context that owns each table (by member index): the one it is in, else the one that writes it most.
std::vector<std::uint32_t> tableOwners(const EvidenceBase& base, const Division& division);

} // namespace naru::analyzers::decompose
