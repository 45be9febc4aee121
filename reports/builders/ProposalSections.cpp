// The levels of the adjustment factors: what was applied, what the source speaks for, and what that rests on.

#include "reports/builders/Sections.h"

#include "costing/FactorTraces.h"
#include "costing/Tariff.h"

#include <algorithm>

namespace naru::reports {

using namespace naru::core;

std::optional<costing::Tariff> tariffOf(const ReportInput& input)
{
    if (!input.estimate || input.templates.empty())
        return {};
    const auto catalog = costing::TariffCatalog::load(input.templates.parent_path());
    auto found = catalog ? catalog->find(input.estimate->edition) : std::unexpected(catalog.error());
    return found ? std::optional(std::move(*found)) : std::nullopt;
}

std::vector<ProposedFactor> proposedFactors(const Composer& composer)
{
    const ReportInput& input = composer.input();
    const auto tariff = tariffOf(input);
    if (!input.code || !tariff)
        return {};
    const auto proposals = costing::allProposals(*input.code, input.audit.value_or(AuditReport()), input.templates.parent_path())
                               .value_or(std::vector<costing::FactorProposal>());
    std::vector<ProposedFactor> out;
    for (const costing::TariffFactor& factor : tariff->factors) {
        ProposedFactor row{.id = factor.id, .name = composer.say(factor.name), .reason = composer.say("costing.proposal.none")};
        const auto applied = std::ranges::find(input.estimate->applied, factor.id, &AppliedFactor::id);
        if (applied != input.estimate->applied.end()) {
            row.level = applied->chosen ? applied->level : 0;
            row.value = applied->value;
        }
        const auto proposal = std::ranges::find(proposals, factor.id, &costing::FactorProposal::factor);
        if (proposal != proposals.end() && proposal->level >= 1 && proposal->level <= static_cast<int>(factor.levels.size())) {
            const costing::FactorLevel& level = factor.levels[static_cast<std::size_t>(proposal->level - 1)];
            row.proposed = proposal->level;
            row.proposedValue = level.value.text();
            row.wording = composer.say(level.wording);
            row.reason = composer.say(proposal->reasonKey);
            for (const LocalText& one : proposal->found)
                row.found.push_back(composer.say(one));
            row.evidence = proposal->evidence;
        }
        out.push_back(std::move(row));
    }
    return out;
}

void addFactorProposals(Composer& composer)
{
    constexpr std::size_t kShownPlaces = 5; ///< of one factor; the workbook has all
    const std::vector<ProposedFactor> factors = proposedFactors(composer);
    if (factors.empty())
        return;
    composer.heading(1, "report.proposals");
    composer.paragraph("report.proposals.lead", {}, ParagraphStyle::Lead);
    TableBuilder table(composer, "report.proposals.table",
                       {"report.column.cost-factor", "report.column.applied", "report.column.proposed", "report.column.wording"},
                       {2.4, 2, 2, 7});
    const auto levelText = [&](int level, const std::string& value) {
        return level > 0 ? composer.say("report.proposals.level", {{"level", std::to_string(level)}, {"value", value}})
                         : composer.say("report.proposals.no-level");
    };
    for (const ProposedFactor& factor : factors)
        table.cell(factor.name)
            .cell(factor.level > 0 ? levelText(factor.level, factor.value)
                                   : composer.say("report.proposals.not-chosen", {{"value", factor.value}}))
            .cell(levelText(factor.proposed, factor.proposedValue))
            .cell(factor.proposed > 0 ? factor.wording : factor.reason)
            .next();
    composer.add(table.take());
    TableBuilder places(composer, "report.proposals.places", {"report.column.cost-factor", "report.column.found", "report.column.place"},
                        {2, 4, 7});
    for (const ProposedFactor& factor : factors) {
        if (factor.evidence.empty())
            continue;
        std::vector<std::string> lines;
        for (const Evidence& piece : factor.evidence)
            if (lines.size() < kShownPlaces)
                lines.push_back(where(piece));
        if (factor.evidence.size() > kShownPlaces)
            lines.push_back(composer.say("report.proposals.more", {{"count", std::to_string(factor.evidence.size() - kShownPlaces)}}));
        places.cell(factor.name).cell(joined(factor.found)).cell(joined(lines)).next();
    }
    if (!places.empty())
        composer.add(places.take());
    composer.paragraph("report.proposals.note", {}, ParagraphStyle::Note);
}

} // namespace naru::reports
