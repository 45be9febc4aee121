#include "app/service/Acceptance.h"
#include "app/service/Services.h"

#include "analyzers/audit/Audit.h"
#include "analyzers/audit/AuditCache.h"
#include "analyzers/audit/Baseline.h"
#include "analyzers/audit/CycloneDx.h"
#include "analyzers/audit/RuleTests.h"
#include "analyzers/audit/Sarif.h"
#include "analyzers/clones/CloneFinder.h"
#include "analyzers/graph/AnalysisPipeline.h"
#include "analyzers/graph/FileReading.h"
#include "analyzers/graph/KnownTree.h"
#include "analyzers/graph/ParallelFiles.h"
#include "checklist/Thresholds.h"
#include "core/base/Files.h"
#include "core/model/AuditReportJson.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#ifndef NARU_VERSION
#define NARU_VERSION "0"
#endif

namespace naru::service {

namespace audit = analyzers::audit;

namespace {

/// Beside a stored audit: what it was made of apart from the source. No part of the report.
constexpr const char* kMadeOf = "madeOf";

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Whether there is anything to work on: code or a table definition that could be read.
bool holdsSource(const core::CodeModel& code)
{
    return std::any_of(code.files.begin(), code.files.end(), [](const core::SourceFile& file) {
        return file.state != core::ParseState::Skipped && file.language != core::Language::Other;
    });
}

std::vector<std::filesystem::path> ruleFolders(const std::filesystem::path& resources, const std::vector<std::filesystem::path>& own)
{
    std::vector<std::filesystem::path> all{resources / "rules"};
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

/// Where facts are kept between runs; empty when the machine names no such place.
std::filesystem::path cacheFolder(const char* kind)
{
    if (const char* given = std::getenv("XDG_CACHE_HOME"); given != nullptr && *given == '/')
        return std::filesystem::path(given) / "naru" / kind;
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
        return std::filesystem::path(home) / ".cache" / "naru" / kind;
    return {};
}

/// Tells one build of a program from any other: what it kept is of no use to them.
std::string programIdentity()
{
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto bytes = std::filesystem::file_size(self, error);
    if (error)
        return {};
    const auto date = std::filesystem::last_write_time(self, error).time_since_epoch().count();
    return error ? std::string() : self.native() + "\n" + std::to_string(bytes) + "\n" + std::to_string(date);
}

analyzers::graph::CacheOptions sourceCache(const AnalyzeOptions& options)
{
    std::string program = options.cache ? programIdentity() : std::string();
    if (program.empty())
        return {};
    return {.folder = cacheFolder("source"), .reader = std::move(program)};
}

/// What an audit is made of beside the source. Rules count by their bytes: the same edition may be edited.
core::Result<audit::AuditCacheKey> auditKey(const std::filesystem::path& root, const std::filesystem::path& resources,
                                            const std::vector<std::filesystem::path>& own)
{
    const auto thresholds = checklist::loadThresholds(resources / "thresholds" / "diagnosis.json");
    if (!thresholds)
        return std::unexpected(thresholds.error());
    const auto rules = audit::rulesDigest(ruleFolders(resources, own));
    if (!rules)
        return std::unexpected(rules.error());
    return audit::AuditCacheKey{*rules, audit::underVersionControl(root), thresholds->duplicateTokens};
}

/// The report on rules and duplicates alone, from an earlier run when nothing that it rests on has changed.
core::Result<core::AuditReport> plainAudit(const analyzers::graph::SourceAnalysis& source, const std::filesystem::path& root,
                                           const std::filesystem::path& resources, const AnalyzeOptions& options, core::Job& job)
{
    const auto key = auditKey(root, resources, options.rules);
    if (!key)
        return std::unexpected(key.error());
    const audit::AuditCache cache(sourceCache(options), root, source, *key);
    if (auto known = cache.find())
        return std::move(*known);
    const auto rules = audit::loadRules(ruleFolders(resources, options.rules));
    if (!rules)
        return std::unexpected(rules.error());
    audit::KeptSearches searches = cache.searches();
    analyzers::clones::CloneOptions clones;
    clones.minimumTokens = key->duplicateTokens;
    core::Result<core::AuditReport> report;
    core::Result<core::Duplication> duplication;
    core::Job beside(1, job.stopToken()); // tells nothing of its progress: that of the audit is told
    analyzers::graph::runTogether(
        job, {[&] {
                  report = audit::audit({.code = &source.index,
                                         .texts = &source.texts,
                                         .versionControl = key->versionControl,
                                         .searches = &searches},
                                        *rules, {}, job);
              },
              [&] { duplication = analyzers::clones::findDuplicates(source.index.model, source.texts, clones, beside); }});
    if (!report)
        return report;
    if (!duplication)
        return std::unexpected(duplication.error());
    report->duplication = std::move(*duplication);
    cache.keep(*report, searches);
    return report;
}

core::Result<core::AuditReport> auditOf(const analyzers::graph::SourceAnalysis& source, const std::filesystem::path& root,
                                        const std::filesystem::path& resources, const AnalyzeOptions& options, core::Job& job)
{
    std::vector<audit::Suppression> accepted;
    if (!options.baseline.empty()) {
        auto read = audit::loadBaseline(options.baseline);
        if (!read)
            return std::unexpected(read.error());
        accepted = std::move(*read);
    }
    auto report = plainAudit(source, root, resources, options, job);
    if (!report || accepted.empty())
        return report;
    const auto rules = audit::loadRules(ruleFolders(resources, options.rules));
    if (!rules)
        return std::unexpected(rules.error());
    audit::accept(accepted, options.today, *rules, *report);
    return report;
}

/// The tree has these paths and contents. What is wrong with it the analysis itself says.
bool sameSource(const std::filesystem::path& root, const core::Fingerprint& source, const analyzers::graph::CacheOptions& options,
                core::Job& job)
{
    analyzers::graph::KnownTree listed(options, root);
    const analyzers::ReadLimits limits;
    auto tree = analyzers::listFolder(root, limits, job, &listed.folders);
    if (!tree)
        return false;
    listed.complete(*tree, limits, job);
    const analyzers::graph::AnalysisCache cache(options, *tree, limits);
    const auto now = analyzers::graph::fingerprintOf(*tree, cache.knownContents(), limits, job);
    return now && *now == source;
}

} // namespace

core::Result<Analysis> analyze(const std::filesystem::path& root, const std::filesystem::path& resources, const AnalyzeOptions& options,
                               core::Job& job)
{
    const auto start = std::chrono::steady_clock::now();
    analyzers::graph::AnalysisOptions how;
    how.native.compileCommands = options.native.compileCommands;
    if (options.native.workerMegabytes > 0)
        how.native.limits.megabytes = options.native.workerMegabytes;
    if (options.native.unitSeconds > 0)
        how.native.limits.unitSeconds = options.native.unitSeconds;
    how.native.headers = resources / "cpp" / "headers";
    how.native.cache = options.cache ? cacheFolder("native") : std::filesystem::path();
    how.cache = sourceCache(options);
    auto source = analyzers::graph::analyzeTree(root, how, job);
    if (!source)
        return std::unexpected(source.error());
    if (!holdsSource(source->index.model))
        return core::failure(core::ErrorCode::NotFound, "service.no-source", {}, core::toUtf8(root));
    Analysis analysis;
    analysis.seconds.parse = source->seconds.parse;
    analysis.seconds.build = source->seconds.build;
    if (options.audit) {
        const auto auditStart = std::chrono::steady_clock::now();
        auto report = auditOf(*source, root, resources, options, job);
        if (!report)
            return std::unexpected(report.error());
        analysis.audit = std::move(*report);
        analysis.seconds.audit = secondsSince(auditStart);
    }
    analysis.code = std::make_shared<core::CodeModel>(std::move(source->index.model));
    analysis.seconds.total = secondsSince(start);
    return analysis;
}

core::Result<void> writeSarif(const core::AuditReport& report, const std::filesystem::path& resources,
                              const std::vector<std::filesystem::path>& own, const std::string& language, const std::filesystem::path& file)
{
    const auto rules = audit::loadRules(ruleFolders(resources, own));
    if (!rules)
        return std::unexpected(rules.error());
    const auto json = audit::sarif(report, *rules, language, NARU_VERSION);
    return core::writeFile(file, json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

core::Result<void> writeComponents(const core::AuditReport& report, const std::string& system, const std::string& specVersion,
                                   const std::filesystem::path& file)
{
    if (specVersion != "1.5" && specVersion != "1.6")
        return core::failure(core::ErrorCode::InvalidArgument, "service.sbom.version", {{"version", specVersion}});
    const auto json = audit::cycloneDx(report, system, NARU_VERSION, specVersion);
    return core::writeFile(file, json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

core::Result<void> writeBaseline(const core::AuditReport& report, const std::string& reason, const std::string& expires,
                                 const std::string& by, const std::filesystem::path& file)
{
    if (reason.find_first_not_of(" \t") == std::string::npos)
        return core::failure(core::ErrorCode::InvalidArgument, "service.baseline.no-reason");
    if (!expires.empty() && !audit::isBaselineDay(expires))
        return core::failure(core::ErrorCode::InvalidArgument, "service.date", {{"date", expires}});
    return core::writeFile(file, audit::baselineOf(report, reason, expires, by));
}

core::Result<nlohmann::json> testRules(const std::filesystem::path& resources, const std::vector<std::filesystem::path>& folders,
                                       core::Job& job)
{
    auto rules = audit::loadRules(ruleFolders(resources, folders));
    if (!rules)
        return std::unexpected(rules.error());
    // Own rules may build on those of Naru, whose tests are not theirs.
    const std::string shipped = core::toUtf8(resources / "rules");
    if (!folders.empty())
        for (audit::Rule& rule : rules->rules)
            if (rule.file.starts_with(shipped))
                rule.tests.clear();
    auto report = audit::runRuleTests(*rules, job);
    if (!report)
        return std::unexpected(report.error());
    if (!folders.empty()) {
        const auto ofNaru = [&](const std::string& id) { return rules->find(id)->file.starts_with(shipped); };
        std::erase_if(report->withoutTests, ofNaru);
        report->rules =
            static_cast<int>(std::ranges::count_if(rules->rules, [&](const audit::Rule& rule) { return !rule.file.starts_with(shipped); }));
    }
    nlohmann::json failures = nlohmann::json::array();
    for (const audit::RuleTestFailure& one : report->failures)
        failures.push_back({{"rule", one.rule}, {"test", one.test}, {"file", one.file}, {"line", one.line}, {"found", one.found}});
    return nlohmann::json{{"schema", "naru.rule-test/1"},
                          {"rules", report->rules},
                          {"tests", report->tests},
                          {"failures", std::move(failures)},
                          {"withoutTests", report->withoutTests}};
}

std::optional<Analysis> ProjectService::unchanged(core::SystemId system, const std::filesystem::path& root, const AnalyzeOptions& options,
                                                  core::Job& job) const
{
    const auto start = std::chrono::steady_clock::now();
    const bool plain = options.cache && options.baseline.empty() && options.native.compileCommands.empty() && options.rules.empty();
    const auto source = plain ? m_session.codeSource(system) : std::nullopt;
    if (!source || !sameSource(root, *source, sourceCache(options), job))
        return std::nullopt;
    Analysis analysis;
    analysis.reused = true;
    if (options.audit) {
        auto report = auditAsMade(system);
        const auto key = auditKey(root, m_resources, {});
        const nlohmann::json* json = stored(system, core::ResultKind::Audit);
        if (!report || !key || json->value(kMadeOf, std::string()) != key->fingerprint().hex() ||
            std::ranges::any_of(report->findings, &core::Finding::suppressed)) // made with a baseline
            return std::nullopt;
        analysis.audit = std::move(*report);
    }
    analysis.code = m_session.codeModel(system);
    if (analysis.code == nullptr)
        return std::nullopt;
    analysis.seconds.total = secondsSince(start);
    return analysis;
}

core::Result<Analysis> ProjectService::analyze(core::SystemId system, const AnalyzeOptions& options, core::Job& job)
{
    const auto roots = m_session.roots(system);
    if (roots.empty())
        return core::failure(core::ErrorCode::NotFound, "service.no-root");
    if (auto known = unchanged(system, roots.front(), options, job)) {
        acceptDecided(m_session, system, m_resources, known->audit);
        return std::move(*known);
    }
    auto analysis = service::analyze(roots.front(), m_resources, options, job);
    if (!analysis)
        return analysis;
    if (const auto kept = m_session.storeCodeModel(system, *analysis->code); !kept)
        return std::unexpected(kept.error());
    if (options.audit) {
        nlohmann::json report = core::toJson(analysis->audit);
        if (const auto key = auditKey(roots.front(), m_resources, options.rules))
            report[kMadeOf] = key->fingerprint().hex();
        if (const auto kept = store(system, core::ResultKind::Audit, report); !kept)
            return std::unexpected(kept.error());
    }
    acceptDecided(m_session, system, m_resources, analysis->audit);
    return analysis;
}

core::Result<std::shared_ptr<const core::CodeModel>> ProjectService::code(core::SystemId system, core::Job& job)
{
    if (auto known = m_session.codeModel(system))
        return known;
    auto analysis = analyze(system, {}, job);
    if (!analysis)
        return std::unexpected(analysis.error());
    return std::shared_ptr<const core::CodeModel>(analysis->code);
}

} // namespace naru::service
