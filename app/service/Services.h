#pragma once

// The use cases behind both the command line and the window. Each takes a session or plain
// inputs, does one thing, and stores what it made; neither knows a widget or a terminal.

#include "app/service/DocumentMaker.h"
#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/edit/ProjectSession.h"
#include "core/model/Assessment.h"
#include "core/model/AuditReport.h"
#include "core/model/CodeModel.h"
#include "core/model/Deployment.h"
#include "core/model/Estimate.h"
#include "core/model/FunctionPointCount.h"
#include "core/model/Partition.h"
#include "core/model/Plan.h"
#include "core/model/Portfolio.h"
#include "costing/Estimator.h"
#include "costing/FactorProposals.h"
#include "reports/builders/ReportInput.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace naru::core {
class Texts;
}

namespace naru::checklist {
struct Catalog;
}

namespace naru::service {

/// How C and C++ are read; zero: the limit that holds without a choice.
struct NativeChoices {
    std::filesystem::path compileCommands; ///< compile_commands.json, or what a build printed; empty: looked for in the tree
    std::uint64_t workerMegabytes = 0;     ///< address space of one process that reads units
    double unitSeconds = 0;                ///< time for one unit
};

struct AnalyzeOptions {
    bool history = true;
    bool cache = true; ///< results of the same source are used again
    NativeChoices native;
    bool audit = true;
    std::filesystem::path baseline;           ///< findings accepted for now; empty: none
    std::string today;                        ///< YYYY-MM-DD, against which a baseline expires; empty: nothing expires
    std::vector<std::filesystem::path> rules; ///< folders of an agency's own rules, beside those of Naru
};

/// What one reading of the source gives; the audit needs the source at hand, so it is part of it.
struct Analysis {
    std::shared_ptr<const core::CodeModel> code;
    core::AuditReport audit;
    bool reused = false; ///< the source has not changed since the last analysis: its results are given again
    struct {
        double parse = 0, build = 0, audit = 0, total = 0;
    } seconds;
};

struct SplitOptions {
    int contexts = 0; ///< 0: proposed
    int alternatives = 3;
    double resolution = 0; ///< 0: proposed
    bool maskPackages = false;
    std::string constraints; ///< file; empty: none
    bool history = true;
    NativeChoices native;
};

/// Folder of the data files; found beside the executable, by NARU_RESOURCES, or in the build tree.
core::Result<std::filesystem::path> findResources(const std::filesystem::path& executable);

/// Reads a source tree in memory.
core::Result<Analysis> analyze(const std::filesystem::path& root, const std::filesystem::path& resources, const AnalyzeOptions& options,
                               core::Job& job);

// The same stages on a source tree alone, for those who have no project. Nothing is kept.

core::Result<core::Partition> splitTree(const std::filesystem::path& root, const std::filesystem::path& resources,
                                        const SplitOptions& options, core::Job& job);
/// Metrics of a partition file ({"member": "context", ...}), ours or foreign: the object of `naru metrics`.
core::Result<nlohmann::json> metricsOfTree(const std::filesystem::path& root, const std::filesystem::path& resources,
                                           const std::filesystem::path& partition, core::Job& job);
/// `settings`: counting conventions as (id, value); those that are not named keep their defaults.
core::Result<core::FunctionPointCount> countTree(const std::filesystem::path& root, const std::filesystem::path& resources,
                                                 core::CountMethod method, const std::vector<std::pair<std::string, std::string>>& settings,
                                                 core::Job& job);
/// Scores an answers file. `catalog` empty: the one that the file names.
core::Result<core::Assessment> assessAnswers(const std::filesystem::path& answers, const std::string& catalog,
                                             const std::filesystem::path& resources);
/// `rules`: the folders of own rules that the audit was made with.
core::Result<void> writeSarif(const core::AuditReport& audit, const std::filesystem::path& resources,
                              const std::vector<std::filesystem::path>& rules, const std::string& language,
                              const std::filesystem::path& file);
/// Components as CycloneDX JSON, `specVersion` 1.5 or 1.6. Errors: InvalidArgument (another version), as writeFile.
core::Result<void> writeComponents(const core::AuditReport& audit, const std::string& system, const std::string& specVersion,
                                   const std::filesystem::path& file);
/// Findings that a person accepts: the edit that keeps it in the project, one decision for each (area "suppress", by fingerprint).
/// Errors: InvalidArgument (no reason, or a day that is none).
core::Result<core::Edit> acceptEdit(const core::ProjectSession& session, core::SystemId system, const std::vector<core::Finding>& findings,
                                    const std::string& reason, const std::string& expires, const std::string& by);
/// The same from a baseline file. Errors: as loadBaseline.
core::Result<core::Edit> baselineEdit(const core::ProjectSession& session, core::SystemId system, const std::filesystem::path& file);
/// Takes back what was accepted.
core::Edit reopenEdit(const core::ProjectSession& session, core::SystemId system, const std::vector<core::Finding>& findings);

/// Writes the findings as a baseline: accepted for now, for one reason, until a day. Errors: InvalidArgument (no reason), as writeFile.
core::Result<void> writeBaseline(const core::AuditReport& audit, const std::string& reason, const std::string& expires,
                                 const std::string& by, const std::filesystem::path& file);

/// Runs the tests beside the rules of some folders (none: those of Naru): {schema, rules, tests, failures[{rule, test, file, line, found}],
/// withoutTests}. Errors: as loadRules.
core::Result<nlohmann::json> testRules(const std::filesystem::path& resources, const std::vector<std::filesystem::path>& folders,
                                       core::Job& job);

/// A project and one system in it.
struct OpenedSystem {
    std::unique_ptr<core::ProjectSession> session;
    core::SystemId system = 0;
};

/// Opens the project `file`, or creates it as `name`, with `root` (absolute) as one of its systems.
core::Result<OpenedSystem> openOrCreateProject(const std::filesystem::path& file, const std::string& name,
                                               const std::filesystem::path& root);

/// Key of the decision (area "clause") that keeps the words of a person for a clause, for documents in that language.
std::string clauseKey(const std::string& clause, const std::string& language);

struct RunOptions {
    bool history = true;
    bool cache = true; ///< results of the same source are used again
    NativeChoices native;
    std::string language = "ko";
};

struct RunResult {
    std::vector<std::filesystem::path> files; ///< what was written, in a fixed order
    nlohmann::json summary;                   ///< the main figures by name
    std::vector<std::string> notes;           ///< text keys: what the defaults decided
};

/// Writes generated files below `folder`, with FILL-IN.md that lists in words what a person must still fill in.
/// Errors: NotWritable.
core::Result<std::vector<std::filesystem::path>> writeDeployment(const core::DeploymentSet& set, const core::Texts& texts,
                                                                 const std::filesystem::path& folder);

/// The whole way with defaults: project file, every result as JSON, every document. What is in `out` under
/// other names is left alone; a project that is there is opened, so decisions in it are kept.
core::Result<RunResult> runWholeWay(const std::filesystem::path& root, const std::filesystem::path& out,
                                    const std::filesystem::path& resources, const RunOptions& options, core::Job& job);

/// Project use cases: each reads the newest inputs from the session, applies the person's decisions and stores its result.
class ProjectService {
public:
    ProjectService(core::ProjectSession& session, std::filesystem::path resources);

    core::Result<Analysis> analyze(core::SystemId system, const AnalyzeOptions& options, core::Job& job);
    core::Result<core::Partition> split(core::SystemId system, const SplitOptions& options, core::Job& job);
    /// Applies the person's newest edits to the stored split without clustering anew.
    core::Result<core::Partition> applySplitEdits(core::SystemId system, core::Job& job);
    core::Result<nlohmann::json> metrics(core::SystemId system, const std::filesystem::path& partition, core::Job& job);
    core::Result<core::FunctionPointCount> count(core::SystemId system, core::CountMethod method, core::Job& job);
    /// Keeps an edition and the choices of a factors file as decisions (area "estimate"); what is empty stays as it is.
    core::Result<void> chooseEstimate(core::SystemId system, const std::string& edition, const std::filesystem::path& factors);
    /// Keeps counting conventions as decisions (area "convention"). Errors: InvalidArgument (unknown setting or value).
    core::Result<void> chooseConventions(core::SystemId system, const std::vector<std::pair<std::string, std::string>>& settings);
    /// Keeps an imported inventory (CSV, XLSX, functions file) as functions of a person; all of it is one edit.
    core::Result<std::size_t> importInventory(core::SystemId system, const std::filesystem::path& file, core::CountMethod method);
    /// Errors: InvalidArgument as long as no edition was chosen (names the newest).
    core::Result<core::Estimate> estimate(core::SystemId system);
    /// What the estimate is made from: the stored count and the person's choices.
    core::Result<costing::EstimateInput> estimateInput(core::SystemId system);
    /// Levels of adjustment factors that the analysed source speaks for.
    core::Result<std::vector<costing::FactorProposal>> factorProposals(core::SystemId system, core::Job& job);
    core::Result<core::Assessment> assess(core::SystemId system, const std::string& catalog = "self-diagnosis", bool history = true);
    core::Result<core::Maturity> maturity(core::SystemId system);
    /// `history`: whether version control is asked how often the contexts change.
    core::Result<core::Plan> plan(core::SystemId system, core::Job& job, bool history = true);
    /// Keeps an order file as decisions (area "plan"): {"pilot": C, "waves": {C: 2}, "before": [[C, C]], "weights": {id: 1.5}}, where a
    /// context is an id or a name of the recommended split and null takes back; all of it is one edit.
    /// Errors: those of the file; InvalidArgument (no split, an unknown key, context or weight, a wave below 1); nothing is kept then.
    core::Result<void> chooseOrder(core::SystemId system, const std::filesystem::path& file);
    /// Keeps a load file (CSV or naru.load/1) and a prices file as decisions (area "plan"); what is empty stays as it is.
    /// Errors: as of the files; nothing is kept then.
    core::Result<void> choosePlan(core::SystemId system, const std::filesystem::path& load, const std::filesystem::path& prices);
    /// Manifests, container files, pipelines and API descriptions of the recommended split; made anew, never stored.
    core::Result<core::DeploymentSet> deployment(core::SystemId system, core::Job& job);
    /// All systems of the project ranked, with the roadmap; computed anew, never stored.
    core::Result<core::Portfolio> portfolio() const;
    /// Adds systems without source from a CSV file, or renews what was typed of those that are there. Gives their number.
    core::Result<int> addSystems(const std::filesystem::path& csv);
    /// The documents of a system as the project stands. Errors: those of the texts.
    core::Result<DocumentMaker> documents(core::SystemId system, const std::string& language) const;

    /// Stored results with the person's later edits applied; empty when never made.
    [[nodiscard]] std::optional<core::Assessment> storedAssessment(core::SystemId system) const;
    [[nodiscard]] std::optional<core::Maturity> storedMaturity(core::SystemId system) const;
    /// With the findings marked that a person accepted (area "suppress") and whose day has not passed.
    [[nodiscard]] std::optional<core::AuditReport> storedAudit(core::SystemId system) const;
    [[nodiscard]] std::optional<core::Partition> storedSplit(core::SystemId system) const;
    [[nodiscard]] std::optional<core::FunctionPointCount> storedCount(core::SystemId system) const;
    [[nodiscard]] std::optional<core::Estimate> storedEstimate(core::SystemId system) const;
    [[nodiscard]] std::optional<core::Plan> storedPlan(core::SystemId system) const;

    /// The choices of area "estimate": its keys are those of a factors file, and "edition".
    [[nodiscard]] core::EstimateFactors estimateFactors(core::SystemId system) const;
    [[nodiscard]] std::string estimateEdition(core::SystemId system) const;

    [[nodiscard]] core::ProjectSession& session() { return m_session; }
    [[nodiscard]] const std::filesystem::path& resources() const { return m_resources; }

private:
    /// Everything known of a system for a document.
    [[nodiscard]] reports::ReportInput reportInput(core::SystemId system, const std::string& language) const;
    /// The stored results of an analysis when the source below `root` is still what they were made from.
    [[nodiscard]] std::optional<Analysis> unchanged(core::SystemId system, const std::filesystem::path& root, const AnalyzeOptions& options,
                                                    core::Job& job) const;
    /// The model of the source; read from the source when the project has none yet.
    core::Result<std::shared_ptr<const core::CodeModel>> code(core::SystemId system, core::Job& job);
    core::Result<std::map<std::string, core::Proposal>> proposals(core::SystemId system, const checklist::Catalog& catalog,
                                                                  bool history) const;
    [[nodiscard]] const nlohmann::json* stored(core::SystemId system, core::ResultKind kind) const;
    [[nodiscard]] std::optional<core::AuditReport> auditAsMade(core::SystemId system) const;
    core::Result<void> store(core::SystemId system, core::ResultKind kind, const nlohmann::json& value);

    core::ProjectSession& m_session;
    std::filesystem::path m_resources;
};

} // namespace naru::service
