#include "reports/builders/ReportInput.h"

#include "reports/builders/CostSheets.h"
#include "reports/builders/RfpSections.h"
#include "reports/builders/Sections.h"

#include <algorithm>
#include <array>

namespace naru::reports {

using namespace naru::core;

namespace {

using Section = void (*)(Composer&);

struct Kind {
    std::string name;
    std::vector<Section> sections;
};

const std::vector<Kind>& kinds()
{
    static const std::vector<Kind> all = {
        {"full",
         {addSummary, addDiagnosis, addSystem, addReadiness, addMaturity, addSplit, addCount, addEstimate, addFactorProposals, addSplitCost,
          addIspTable, addPlan, addEffects, addPortfolio, addSources}},
        {"diagnosis", {addDiagnosisSheet}}, // on one sheet
        {"diagnosis-full", {addDiagnosis, addSources}},
        {"readiness", {addReadiness, addMaturity, addSources}},
        {"split", {addSystem, addSplit, addSources}},
        {"cost", {addCount, addEstimate, addFactorProposals, addSplitCost, addIspTable, addRunningCostChapter, addSources}},
        {"plan", {addPlan, addEffects, addPortfolio, addSources}},
        {"rfp", {}}, // by its template
        {"evidence", {addEvidence, addSources}},
    };
    return all;
}

/// What stands on the front page, as far as a person gave it.
void front(Composer& composer, ReportModel& model)
{
    const auto clause = [&](const char* id, std::string& text) {
        composer.listClause(id, text, text.empty());
        text = composer.worded(id, text);
    };
    clause("cover.title", model.title);
    clause("cover.agency", model.author);
    clause("cover.date", model.date);
}

} // namespace

const std::vector<std::string>& reportKinds()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const Kind& kind : kinds())
            list.push_back(kind.name);
        return list;
    }();
    return names;
}

Result<ReportModel> buildReport(const std::string& kind, const ReportInput& input, const Texts& texts)
{
    const auto found = std::find_if(kinds().begin(), kinds().end(), [&](const Kind& k) { return k.name == kind; });
    if (found == kinds().end()) {
        std::string known;
        for (const std::string& name : reportKinds())
            known += (known.empty() ? "" : ", ") + name;
        return failure(ErrorCode::InvalidArgument, "report.unknown-kind", {{"kind", kind}, {"known", known}});
    }
    ReportModel model{.kind = kind,
                      .language = texts.language(),
                      .title = texts.text("report.title." + kind),
                      .subtitle = input.systemName,
                      .date = input.date,
                      .cover = kind != "diagnosis",
                      .onePage = kind == "diagnosis",
                      .officialNumbers = texts.language() == "ko"};
    Composer composer(model, input, texts);
    front(composer, model);
    if (!model.onePage)
        composer.add(Contents{});
    for (const std::string& key : input.outOfDate)
        composer.gap("report.out-of-date", {{"result", texts.text(key)}});
    if (kind == "rfp") {
        const auto rfp = loadRfpTemplate(input.templates / "rfp.json");
        if (!rfp)
            return std::unexpected(rfp.error());
        addRfp(composer, *rfp);
    }
    for (const Section section : found->sections)
        section(composer);
    if (kind == "cost")
        model.sheets = costSheets(composer);
    return model;
}

} // namespace naru::reports
