#pragma once

#include "app/service/SplitEditing.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace naru::service {

/// Where a person works on the split of one analysis: the evidence is gathered with the first call and kept, so that edits and
/// proposals for parts after it cost only their own work. It is gathered anew when the code
/// model is another one, or the proposal was made from other evidence (weights, packages masked, history).
/// Calls may come from any thread; one works at a time.
class SplitWorkshop {
public:
    explicit SplitWorkshop(std::filesystem::path resources);
    ~SplitWorkshop();
    SplitWorkshop(const SplitWorkshop&) = delete;
    SplitWorkshop& operator=(const SplitWorkshop&) = delete;

    /// As applySplitDecisions().
    core::Result<core::Partition> applyDecisions(const SplitInput& input, core::Job& job);
    /// As proposeParts().
    core::Result<std::vector<analyzers::decompose::ContextPart>> parts(const SplitInput& input, const core::Alternative& alternative,
                                                                       const std::string& context, core::Job& job);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace naru::service
