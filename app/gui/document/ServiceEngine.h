#pragma once

#include "app/gui/document/Engine.h"
#include "app/service/SplitWorkshop.h"

namespace naru::gui {

/// The engine over the use cases of app/service.
class ServiceEngine : public Engine {
public:
    explicit ServiceEngine(std::filesystem::path resources) : m_resources(std::move(resources)), m_workshop(m_resources) {}

    core::Result<service::Analysis> read(const std::filesystem::path& root, const service::AnalyzeOptions& options,
                                         core::Job& job) override;
    core::Result<void> keep(core::ProjectSession& session, core::SystemId system, const service::Analysis& analysis) override;
    core::Result<core::Partition> divide(const service::SplitInput& input, const service::SplitOptions& options, core::Job& job) override;
    core::Result<core::Partition> redescribe(const service::SplitInput& input, core::Job& job) override;
    core::Result<std::vector<analyzers::decompose::ContextPart>>
    parts(const service::SplitInput& input, const core::Alternative& alternative, const std::string& context, core::Job& job) override;
    service::SplitInput splitInput(core::ProjectSession& session, core::SystemId system) override;
    core::Result<void> keep(core::ProjectSession& session, core::SystemId system, std::shared_ptr<const core::Partition> proposed,
                            core::Partition edited) override;
    core::Result<void> count(core::ProjectSession& session, core::SystemId system, core::CountMethod method, core::Job& job) override;
    core::Result<void> recount(core::ProjectSession& session, core::SystemId system) override;
    core::Result<void> assess(core::ProjectSession& session, core::SystemId system) override;
    core::Result<void> maturity(core::ProjectSession& session, core::SystemId system) override;
    core::Result<void> estimate(core::ProjectSession& session, core::SystemId system) override;
    core::Result<void> plan(core::ProjectSession& session, core::SystemId system, core::Job& job) override;
    core::Result<core::Plan> planOf(const Results& results, std::vector<core::Decision> decisions,
                                    const service::PlanBefore& before) override;
    core::Result<void> keep(core::ProjectSession& session, core::SystemId system, const core::Plan& plan) override;
    core::Result<core::DeploymentSet> deployment(core::ProjectSession& session, core::SystemId system, core::Job& job) override;
    core::Result<core::Portfolio> portfolio(core::ProjectSession& session) override;
    core::Result<int> addSystems(core::ProjectSession& session, const std::filesystem::path& csv) override;
    void load(core::ProjectSession& session, core::SystemId system, Parts parts, Results& results) override;
    core::Result<service::DocumentMaker> documents(core::ProjectSession& session, core::SystemId system,
                                                   const std::string& language) override;

private:
    /// Whether the split below is the one that is stored.
    [[nodiscard]] bool splitAtHand(const core::ProjectSession& session, core::SystemId system) const;

    std::filesystem::path m_resources;
    std::optional<service::PlanData> m_planData; ///< read once: a plan is made anew while a person drags
    std::optional<core::FunctionPointCount> m_count; ///< as last loaded: a factor is changed within a frame
    core::SystemId m_countOf = 0;
    std::shared_ptr<const core::Partition> m_split; ///< as last stored or loaded
    std::shared_ptr<const core::Partition> m_proposed;
    std::optional<core::Fingerprint> m_splitContent; ///< of the stored value that they are
    service::SplitWorkshop m_workshop; ///< keeps the evidence of the analysis between edits
};

} // namespace naru::gui
