#pragma once

#include "analyzers/decompose/Constraints.h"
#include "analyzers/decompose/SplitData.h"
#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/model/CoChange.h"
#include "core/model/CodeModel.h"
#include "core/model/Partition.h"
#include "core/model/Project.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace naru::analyzers::decompose {

struct DecomposeOptions {
    SplitData data;                        ///< of resources/decompose
    std::map<std::string, double> weights; ///< layer id -> weight, over those of the data
    int contexts = 0;                      ///< wanted number; 0: proposed
    double resolution = 0;                 ///< gamma; 0: that of the data
    int alternatives = 3;
    bool maskPackages = false; ///< code packages say nothing; view folders still do
    Constraints constraints;
    std::vector<core::Decision> decisions; ///< of a person: areas member, context, merge, role, pin
    core::ChangeHistory history;           ///< empty: none
    core::Alternative previous;            ///< ids of its contexts are kept where the members stayed; empty: none
};

/// Largest resolution that may be asked for.
inline constexpr double kFinestResolution = 1000;

/// A part that a context could be divided into.
struct ContextPart {
    std::string name;
    std::vector<core::PartitionMember> members;
    std::vector<std::string> words; ///< domain words, strongest first
};

/// Splits a system into contexts. Members are classes, tables and views; test and generated code are left out.
/// The first alternative is the recommended one. Deterministic for every number of threads.
/// Errors: Cancelled; InvalidArgument (unknown layer, negative number); Internal when the clustering library fails.
core::Result<core::Partition> decompose(const core::CodeModel& code, const DecomposeOptions& options, core::Job& job);

/// Applies a person's decisions to the alternatives of a partition (areas member, context, merge, split, role, pin) and describes
/// them anew. What matches no member or context any more is listed in Alternative::unmet.
core::Result<core::Partition> applyDecisions(const core::CodeModel& code, core::Partition partition, const DecomposeOptions& options,
                                             core::Job& job);

/// The evidence of one analysis, gathered and weighed once, for everything that a person does with its split. One call at a time.
class PreparedSplit {
public:
    /// Decisions of the options are not looked at. Errors: those of decompose().
    static core::Result<PreparedSplit> prepare(std::shared_ptr<const core::CodeModel> code, const DecomposeOptions& options,
                                               core::Job& job);
    PreparedSplit(PreparedSplit&&) noexcept;
    PreparedSplit& operator=(PreparedSplit&&) noexcept;
    ~PreparedSplit();

    /// As applyDecisions(). Errors: Cancelled.
    core::Result<core::Partition> apply(core::Partition partition, const std::vector<core::Decision>& decisions, core::Job& job);
    /// As proposeParts().
    core::Result<std::vector<ContextPart>> parts(const core::Alternative& alternative, const std::string& context, core::Job& job);

private:
    struct State;
    explicit PreparedSplit(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// The split of one system at any granularity, for a slider: evidence is gathered once, only the clustering is made anew, and what
/// was seen once is kept. `code` and `job` must outlive it. Constraints and decisions of the options hold at every step.
class Granularity {
public:
    /// Errors: those of decompose().
    static core::Result<Granularity> prepare(const core::CodeModel& code, const DecomposeOptions& options, core::Job& job);
    Granularity(Granularity&&) noexcept;
    Granularity& operator=(Granularity&&) noexcept;
    ~Granularity();

    /// Resolution above 0, at most 1000; the default is that of the thresholds. `edited`: with the decisions of the options on it;
    /// else as clustered. Errors: InvalidArgument; Cancelled; Internal.
    core::Result<core::Alternative> at(double resolution, bool edited = true);
    /// How far the clusters of two resolutions are the same (adjusted Rand index), before decisions. Errors: as at().
    core::Result<double> agreement(double a, double b);
    /// The decisions that hold from now on, in place of those of the options.
    void setDecisions(std::vector<core::Decision> decisions);

private:
    struct State;
    explicit Granularity(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace naru::analyzers::decompose
