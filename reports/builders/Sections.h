#pragma once

#include "reports/builders/Composer.h"

namespace naru::reports {

// One function a part of the documents. Each says what is missing instead of leaving it out silently.

void addSummary(Composer& composer);
void addSystem(Composer& composer);
void addDiagnosis(Composer& composer);
void addReadiness(Composer& composer);
void addMaturity(Composer& composer);
void addSplit(Composer& composer);
void addCount(Composer& composer);
void addEstimate(Composer& composer);
/// The system as one against its split, by context and by wave; nothing without a split.
void addSplitCost(Composer& composer);
/// The cost table of an information strategy plan with the development cost in its place; nothing without an estimate.
void addIspTable(Composer& composer);
/// The levels of the factors that the source speaks for, beside those that were applied; nothing without an estimate and code.
void addFactorProposals(Composer& composer);
/// The running cost of virtual machines against containers, where a person entered what it needs.
void addRunningCostChapter(Composer& composer);
void addPlan(Composer& composer);
void addPortfolio(Composer& composer);
void addSources(Composer& composer);
void addEvidence(Composer& composer);

// Parts that several documents have.

/// The self-diagnosis on one sheet: result, answers, hands that sign.
void addDiagnosisSheet(Composer& composer);
/// One factor of the tariff: what was applied, and what the source speaks for.
struct ProposedFactor {
    std::string id;
    std::string name;
    int level = 0;     ///< applied, 1-based; 0: not chosen yet
    std::string value; ///< applied, decimal text
    int proposed = 0;  ///< 0: the source does not speak for a level
    std::string proposedValue;
    std::string wording; ///< of the proposed level
    std::string reason;
    std::vector<std::string> found;
    std::vector<core::Evidence> evidence;
};
/// Every factor that has levels, in the order of the tariff; empty without code, estimate or data files.
std::vector<ProposedFactor> proposedFactors(const Composer& composer);
/// The tariff of the estimate, from the data files among which the templates of documents are; empty where there are none.
std::optional<costing::Tariff> tariffOf(const ReportInput& input);
/// The running cost under a heading of this level.
void addRunningCost(Composer& composer, const core::RunningCost& cost, int level);
/// The map of the contexts.
void addSplitMap(Composer& composer, const core::Alternative& split);
/// What one transaction writes in several contexts, each transaction once.
void addDistributedTransactions(Composer& composer, const core::Alternative& split);
/// Leaves the first ones of a list; the words for how many there were besides, empty when none.
template <typename Part> std::string cut(const Composer& composer, std::vector<Part>& parts, std::size_t most)
{
    const std::size_t more = parts.size() > most ? parts.size() - most : 0;
    parts.resize(parts.size() - more);
    return more > 0 ? composer.say("report.and-more", {{"count", std::to_string(more)}}) : std::string();
}
/// What happens in a context, each name once, in the order of its entry points.
std::vector<std::string> eventNames(const core::Context& context);
/// The context that the split gives the table to; nullptr when none.
const core::Context* homeOf(const core::Alternative& split, std::string_view table);
/// An entry point for readers: types without their packages ("action OrderBean.buy"), an address that answers every method alone.
std::string shortEntry(std::string_view entry);
/// Each once, in the order of their first; those that stand there several times with how often ("service socket accept ×3").
std::vector<std::string> eachOnce(const std::vector<std::string>& names);
/// Classes by package and files by folder, each of these once: "a.b: X, Y; web/order: list.jsp, form.jsp".
std::string byHome(const std::vector<core::PartitionMember>& members);
/// The waves of the migration over the months; nothing without months.
void addTimeline(Composer& composer);

/// Service models and who manages what; Cloud Foundry beside Kubernetes.
void addResponsibility(Composer& composer, const core::Responsibility& table);
/// What each effect that the guide names rests on here, the checklist of the stages and the texts of a hybrid contract; nothing
/// without a portfolio.
void addEffects(Composer& composer);
/// Expected effects with the findings of this system that they rest on; the checklist by project stage. Both need a portfolio.
void addEffectsTable(Composer& composer);
void addStages(Composer& composer);

/// The table of what the source holds, or a gap.
void addSystemTable(Composer& composer);
/// The findings by root cause, the gravest first.
void addFindings(Composer& composer);
/// What the rules found, one row for each rule, the gravest first; at most `most` of them.
void addProblems(Composer& composer, std::size_t most);

} // namespace naru::reports
