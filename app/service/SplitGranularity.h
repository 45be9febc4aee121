#pragma once

#include "app/service/SplitEditing.h"

#include <memory>
#include <stop_token>

namespace naru::service {

/// Area of the decisions that hold a cut a person took from the slider: key is its resolution, value {resolution, contexts[{id, name,
/// members}], shared, unused, unassigned} as clustered. Kept as a decision it is undone like any edit and outlives a new clustering.
inline constexpr const char* kCutArea = "cut";

/// The alternative that a decision of the area stands for, without later edits and not yet described. Members gone from the source are
/// left out; new ones are named nowhere, so that they are placed by their ties.
core::Alternative cutAlternative(const core::Decision& decision, const core::CodeModel& code);

/// One step of the slider.
struct GranularityCut {
    std::size_t step = 0;
    core::Alternative alternative; ///< with the person's decisions; its id is the one it has once taken
    double stability = 1;          ///< mean agreement (adjusted Rand index) with the steps beside it, at most 1
    std::string key;               ///< of the decision that takes it
    nlohmann::json value;          ///< of the decision that takes it
};

/// Resolutions of the slider from coarse to fine. Errors: those of the data files.
core::Result<std::vector<double>> granularitySteps(const std::filesystem::path& resources);
/// The step that is nearest to a resolution.
std::size_t nearestStep(const std::vector<double>& steps, double resolution);

/// The split of a system from coarse to fine, for a slider. Evidence is gathered once; a step clusters once and is remembered.
/// Used by one thread at a time. After a cancelled call it is spent.
class GranularityStudy {
public:
    /// Errors: those of proposeSplit(); NotFound without a model of the code.
    static core::Result<std::shared_ptr<GranularityStudy>> prepare(SplitInput input, const std::filesystem::path& resources,
                                                                   const SplitOptions& options, core::Job& job);

    GranularityStudy(const GranularityStudy&) = delete;
    GranularityStudy& operator=(const GranularityStudy&) = delete;

    /// The person's newest decisions, for every step that is asked for from now on.
    void setDecisions(std::vector<core::Decision> decisions);
    /// Errors: Cancelled; InvalidArgument (no such step); Internal when the clustering library fails.
    core::Result<GranularityCut> at(std::size_t step, core::Job& job);

private:
    explicit GranularityStudy(SplitInput input) : m_input(std::move(input)) {}
    /// Lets the job of a call stop the engine and hear of its progress.
    template <typename Call> auto within(core::Job& job, Call call);
    core::Result<double> stability(std::size_t step);

    SplitInput m_input;
    std::vector<double> m_resolutions;
    analyzers::decompose::DecomposeOptions m_options;
    std::stop_source m_stop;
    core::Job* m_caller = nullptr;
    std::unique_ptr<core::Job> m_job; ///< what the engine keeps for its life
    std::unique_ptr<analyzers::decompose::Granularity> m_engine;
};

} // namespace naru::service
