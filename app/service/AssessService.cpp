#include "app/service/Questionnaires.h"
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
    const auto records = recordsOf(m_session, system, m_resources);
    if (!records)
        return std::unexpected(records.error());
    const checklist::ProposalInput input{.code = model.get(),
                                         .audit = audit ? &*audit : nullptr,
                                         .partition = partition ? &*partition : nullptr,
                                         .history = past.found ? &past : nullptr,
                                         .records = rowsOf(*records) > 0 ? &*records : nullptr};
    return checklist::propose(catalog, input, *thresholds);
}

core::Result<core::Assessment> ProjectService::assess(core::SystemId system, const std::string& catalog, bool history)
{
    const auto found = catalogOf(m_session, system, m_resources, catalog);
    if (!found)
        return std::unexpected(found.error());
    const auto proposed = proposals(system, *found, history);
    if (!proposed)
        return std::unexpected(proposed.error());
    core::Assessment assessment = checklist::score(*found, answersOf(m_session, system, catalog), *proposed);
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
    const auto catalogs = catalogsOf(m_session, system, m_resources);
    if (!catalogs)
        return std::unexpected(catalogs.error());
    const auto audit = storedAudit(system);
    const auto partition = storedSplit(system);
    checklist::MaturityInput input{.audit = audit ? &*audit : nullptr, .partition = partition ? &*partition : nullptr};
    for (const checklist::Catalog& catalog : *catalogs)
        input.answers[catalog.id] = answersOf(m_session, system, catalog.id);
    core::Maturity judged = checklist::judgeMaturity(*ladders, input);
    if (const auto kept = store(system, core::ResultKind::Maturity, core::toJson(judged)); !kept)
        return std::unexpected(kept.error());
    return judged;
}

} // namespace naru::service
