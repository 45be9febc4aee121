#pragma once

// The use cases behind both the command line and the window. Each takes a session or plain
// inputs, does one thing, and stores what it made; neither knows a widget or a terminal.

#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/edit/ProjectSession.h"
#include "core/model/Assessment.h"
#include "core/model/AuditReport.h"
#include "core/model/CodeModel.h"
#include "core/model/Estimate.h"
#include "core/model/FunctionPointCount.h"
#include "core/model/Partition.h"
#include "core/model/Plan.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace naru::service {

struct AnalyzeOptions {
    bool history = true;
    bool cache = true;
    std::filesystem::path compileCommands;
};

/// What one reading of the source gives; the audit needs the source at hand, so it is part of it.
struct Analysis {
    std::shared_ptr<core::CodeModel> code;
    core::AuditReport audit;
    struct {
        double parse = 0, build = 0, audit = 0, total = 0;
    } seconds;
};

struct SplitOptions {
    int contexts = 0; ///< 0: proposed
    int alternatives = 3;
    double resolution = 0; ///< 0: proposed
    bool maskPackages = false;
    std::filesystem::path constraints;
};

/// Folder of the data files; found beside the executable, by NARU_RESOURCES, or in the build tree.
core::Result<std::filesystem::path> findResources(const std::filesystem::path& executable);

/// Reads a source tree in memory.
core::Result<Analysis> analyze(const std::filesystem::path& root, const std::filesystem::path& resources, const AnalyzeOptions& options,
                               core::Job& job);

/// The same on plain inputs, for DIR arguments.
core::Result<core::Partition> split(const core::CodeModel& code, const std::filesystem::path& root, const SplitOptions& options,
                                    core::Job& job);

/// Project use cases: each reads the newest inputs from the session, applies the person's decisions and stores its result.
class ProjectService {
public:
    ProjectService(core::ProjectSession& session, std::filesystem::path resources);

    core::Result<Analysis> analyze(core::SystemId system, const AnalyzeOptions& options, core::Job& job);
    core::Result<core::Partition> split(core::SystemId system, const SplitOptions& options, core::Job& job);
    core::Result<core::FunctionPointCount> count(core::SystemId system, core::CountMethod method, core::Job& job);
    core::Result<core::Estimate> estimate(core::SystemId system);
    core::Result<core::Assessment> assess(core::SystemId system, const std::string& catalog = "self-diagnosis");
    core::Result<core::Maturity> maturity(core::SystemId system);
    core::Result<core::Plan> plan(core::SystemId system);
    /// Writes one document. `kind` and `format` as on the command line; returns the files written.
    core::Result<std::vector<std::filesystem::path>> report(core::SystemId system, const std::string& kind, const std::string& format,
                                                            const std::string& language, const std::filesystem::path& folder,
                                                            core::Job& job);

    /// Stored results with the person's later edits applied; empty when never made.
    [[nodiscard]] std::optional<core::AuditReport> storedAudit(core::SystemId system) const;
    [[nodiscard]] std::optional<core::Partition> storedSplit(core::SystemId system) const;
    [[nodiscard]] std::optional<core::FunctionPointCount> storedCount(core::SystemId system) const;
    [[nodiscard]] std::optional<core::Estimate> storedEstimate(core::SystemId system) const;
    [[nodiscard]] std::optional<core::Plan> storedPlan(core::SystemId system) const;

    [[nodiscard]] core::ProjectSession& session() { return m_session; }
    [[nodiscard]] const std::filesystem::path& resources() const { return m_resources; }

private:
    core::ProjectSession& m_session;
    std::filesystem::path m_resources;
};

} // namespace naru::service
