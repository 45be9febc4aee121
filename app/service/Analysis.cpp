#include "app/service/Services.h"

#include "analyzers/audit/Audit.h"
#include "analyzers/audit/Baseline.h"
#include "analyzers/audit/Sarif.h"
#include "analyzers/graph/AnalysisPipeline.h"
#include "core/base/Files.h"
#include "core/model/AuditReportJson.h"

#include <algorithm>
#include <chrono>

#ifndef NARU_VERSION
#define NARU_VERSION "0"
#endif

namespace naru::service {

namespace audit = analyzers::audit;

namespace {

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

core::Result<core::AuditReport> auditOf(const analyzers::graph::SourceAnalysis& source, const std::filesystem::path& root,
                                        const std::filesystem::path& resources, const AnalyzeOptions& options, core::Job& job)
{
    const auto rules = audit::loadRules(resources / "rules");
    if (!rules)
        return std::unexpected(rules.error());
    audit::AuditOptions how;
    if (!options.baseline.empty()) {
        auto accepted = audit::loadBaseline(options.baseline);
        if (!accepted)
            return std::unexpected(accepted.error());
        how.suppressions = std::move(*accepted);
    }
    const audit::AuditInput input{.code = &source.index, .texts = &source.texts, .versionControl = audit::underVersionControl(root)};
    return audit::audit(input, *rules, how, job);
}

} // namespace

core::Result<Analysis> analyze(const std::filesystem::path& root, const std::filesystem::path& resources, const AnalyzeOptions& options,
                               core::Job& job)
{
    const auto start = std::chrono::steady_clock::now();
    auto source = analyzers::graph::analyzeTree(root, {}, job);
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

core::Result<void> writeSarif(const core::AuditReport& report, const std::filesystem::path& resources, const std::string& language,
                              const std::filesystem::path& file)
{
    const auto rules = audit::loadRules(resources / "rules");
    if (!rules)
        return std::unexpected(rules.error());
    const auto json = audit::sarif(report, *rules, language, NARU_VERSION);
    return core::writeFile(file, json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

core::Result<Analysis> ProjectService::analyze(core::SystemId system, const AnalyzeOptions& options, core::Job& job)
{
    const auto roots = m_session.roots(system);
    if (roots.empty())
        return core::failure(core::ErrorCode::NotFound, "service.no-root");
    auto analysis = service::analyze(roots.front(), m_resources, options, job);
    if (!analysis)
        return analysis;
    if (const auto kept = m_session.storeCodeModel(system, *analysis->code); !kept)
        return std::unexpected(kept.error());
    if (options.audit)
        if (const auto kept = store(system, core::ResultKind::Audit, core::toJson(analysis->audit)); !kept)
            return std::unexpected(kept.error());
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
