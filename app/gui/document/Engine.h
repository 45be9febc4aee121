#pragma once

#include "app/gui/document/Results.h"
#include "app/service/Planning.h"
#include "app/service/Services.h"
#include "app/service/SplitEditing.h"
#include "core/edit/ProjectSession.h"
#include "core/model/ReportModel.h"

#include <QString>

#include <filesystem>
#include <memory>
#include <set>
#include <vector>

namespace naru::gui {

/// What the window asks of the layers below. The real one is ServiceEngine; tests of single pages put in
/// one with prepared results. Functions that take a session are called under the document's lease.
class Engine {
public:
    virtual ~Engine() = default;
    /// Reads a source tree; touches no project, so that a person can go on working meanwhile.
    virtual core::Result<service::Analysis> read(const std::filesystem::path& root, const service::AnalyzeOptions& options,
                                                 core::Job& job) = 0;
    virtual core::Result<void> keep(core::ProjectSession& session, core::SystemId system, const service::Analysis& analysis) = 0;
    /// A proposal, and a proposal with decisions on it; both touch no project.
    virtual core::Result<core::Partition> divide(const service::SplitInput& input, const service::SplitOptions& options,
                                                 core::Job& job) = 0;
    virtual core::Result<core::Partition> redescribe(const service::SplitInput& input, core::Job& job) = 0;
    virtual core::Result<std::vector<analyzers::decompose::ContextPart>>
    parts(const service::SplitInput& input, const core::Alternative& alternative, const std::string& context, core::Job& job) = 0;
    /// What a split is made from, and what is kept of it: an edit reads back nothing of what it has just made.
    virtual service::SplitInput splitInput(core::ProjectSession& session, core::SystemId system) = 0;
    virtual core::Result<void> keep(core::ProjectSession& session, core::SystemId system, std::shared_ptr<const core::Partition> proposed,
                                    core::Partition edited) = 0;
    virtual core::Result<void> count(core::ProjectSession& session, core::SystemId system, core::CountMethod method, core::Job& job) = 0;
    /// The same method again, with the newest decisions about functions.
    virtual core::Result<void> recount(core::ProjectSession& session, core::SystemId system) = 0;
    /// What follows quickly from code and decisions: computed and stored again. Parts that cannot be made yet are left out.
    virtual core::Result<void> assess(core::ProjectSession& session, core::SystemId system) = 0;
    virtual core::Result<void> maturity(core::ProjectSession& session, core::SystemId system) = 0;
    virtual core::Result<void> estimate(core::ProjectSession& session, core::SystemId system) = 0;
    virtual core::Result<void> plan(core::ProjectSession& session, core::SystemId system, core::Job& job) = 0;
    /// The plan anew from results at hand, within a frame; `before` says what of the former one stays. Stores nothing.
    virtual core::Result<core::Plan> planOf(const Results& results, std::vector<core::Decision> decisions,
                                            const service::PlanBefore& before) = 0;
    virtual core::Result<void> keep(core::ProjectSession& session, core::SystemId system, const core::Plan& plan) = 0;
    virtual core::Result<core::DeploymentSet> deployment(core::ProjectSession& session, core::SystemId system, core::Job& job) = 0;
    virtual core::Result<core::Portfolio> portfolio(core::ProjectSession& session) = 0;
    virtual core::Result<int> addSystems(core::ProjectSession& session, const std::filesystem::path& csv) = 0;
    /// Stored results of the wanted parts with the person's edits applied.
    virtual void load(core::ProjectSession& session, core::SystemId system, Parts parts, Results& results) = 0;
    /// The documents of a system as the project stands; making and writing them touches no project.
    virtual core::Result<service::DocumentMaker> documents(core::ProjectSession& session, core::SystemId system,
                                                           const std::string& language) = 0;
};

} // namespace naru::gui
