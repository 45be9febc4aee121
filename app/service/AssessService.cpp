#include "app/service/Services.h"

#include "analyzers/history/GitHistory.h"
#include "checklist/AnswerSheet.h"
#include "checklist/Catalog.h"
#include "checklist/Ladder.h"
#include "checklist/Proposals.h"
#include "checklist/Scoring.h"
#include "checklist/Thresholds.h"
#include "core/model/AssessmentJson.h"
#include "core/model/MaturityJson.h"

namespace naru::service {

namespace {

/// Decisions of areas "answer" and "rider" are keyed catalog/item.
checklist::AnswerSheet sheetOf(const core::ProjectSession& session, core::SystemId system, const std::string& catalog)
{
    checklist::AnswerSheet sheet;
    sheet.catalog = catalog;
    const std::string prefix = catalog + "/";
    for (const core::Decision& decision : session.decisions(system, "answer"))
        if (decision.key.starts_with(prefix))
            if (auto answer = core::givenAnswerFromJson(decision.value)) {
                answer->who = answer->who.empty() ? decision.who : answer->who;
                answer->when = answer->when.empty() ? decision.when : answer->when;
                sheet.answers[decision.key.substr(prefix.size())] = *answer;
            }
    for (const core::Decision& decision : session.decisions(system, "rider"))
        if (decision.key.starts_with(prefix) && decision.value.is_boolean())
            sheet.riders[decision.key.substr(prefix.size())] = decision.value.get<bool>();
    return sheet;
}

} // namespace

core::Result<core::Assessment> assessAnswers(const std::filesystem::path& answers, const std::string& catalog,
                                             const std::filesystem::path& resources)
{
    std::string id = catalog;
    if (id.empty()) {
        auto named = checklist::catalogOfAnswers(answers);
        if (!named)
            return std::unexpected(named.error());
        id = std::move(*named);
    }
    const auto found = checklist::findCatalog(resources / "questionnaires", id);
    if (!found)
        return std::unexpected(found.error());
    const auto sheet = checklist::loadAnswers(answers, *found);
    if (!sheet)
        return std::unexpected(sheet.error());
    return checklist::score(*found, *sheet);
}

core::Result<checklist::Proposals> ProjectService::proposals(core::SystemId system, const checklist::Catalog& catalog, bool history) const
{
    const auto thresholds = checklist::loadThresholds(m_resources / "thresholds" / "diagnosis.json");
    if (!thresholds)
        return std::unexpected(thresholds.error());
    const auto model = m_session.codeModel(system);
    const auto audit = storedAudit(system);
    const auto partition = storedSplit(system);
    core::SourceHistory past;
    const auto roots = m_session.roots(system);
    if (history && !roots.empty()) {
        core::Job job;
        if (auto reading = analyzers::history::readGitHistory(roots.front(), {}, job))
            past = std::move(reading->history);
    }
    const checklist::ProposalInput input{.code = model.get(),
                                         .audit = audit ? &*audit : nullptr,
                                         .partition = partition ? &*partition : nullptr,
                                         .history = past.found ? &past : nullptr};
    return checklist::propose(catalog, input, *thresholds);
}

core::Result<core::Assessment> ProjectService::assess(core::SystemId system, const std::string& catalog, bool history)
{
    const auto found = checklist::findCatalog(m_resources / "questionnaires", catalog);
    if (!found)
        return std::unexpected(found.error());
    const auto proposed = proposals(system, *found, history);
    if (!proposed)
        return std::unexpected(proposed.error());
    core::Assessment assessment = checklist::score(*found, sheetOf(m_session, system, catalog), *proposed);
    if (catalog == "self-diagnosis")
        if (const auto kept = store(system, core::ResultKind::Assessment, core::toJson(assessment)); !kept)
            return std::unexpected(kept.error());
    return assessment;
}

core::Result<core::Maturity> ProjectService::maturity(core::SystemId system)
{
    const auto ladders = checklist::loadLadders(m_resources / "ladders");
    if (!ladders)
        return std::unexpected(ladders.error());
    const auto catalogs = checklist::loadCatalogs(m_resources / "questionnaires");
    if (!catalogs)
        return std::unexpected(catalogs.error());
    const auto audit = storedAudit(system);
    const auto partition = storedSplit(system);
    checklist::MaturityInput input{.audit = audit ? &*audit : nullptr, .partition = partition ? &*partition : nullptr};
    for (const checklist::Catalog& catalog : *catalogs)
        input.answers[catalog.id] = sheetOf(m_session, system, catalog.id);
    core::Maturity judged = checklist::judgeMaturity(*ladders, input);
    if (const auto kept = store(system, core::ResultKind::Maturity, core::toJson(judged)); !kept)
        return std::unexpected(kept.error());
    return judged;
}

} // namespace naru::service
