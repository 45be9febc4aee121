#include "reports/builders/Sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace naru::reports {

using namespace naru::core;

namespace {

std::string riskKey(Risk risk)
{
    static constexpr std::array kKeys = {"report.risk.info", "report.risk.low", "report.risk.medium", "report.risk.high",
                                         "report.risk.critical"};
    return kKeys.at(static_cast<std::size_t>(risk));
}

/// Findings that stand in one row of a table.
struct Group {
    const Finding* first = nullptr;
    std::size_t count = 0;
    Risk risk = Risk::Info;
    std::set<std::string> causes;
    EffortRange effort; ///< person days, each cause once
};

const std::string& causeOf(const Finding& finding)
{
    return finding.rootCause.empty() ? finding.rule : finding.rootCause;
}

/// The findings that stand, by what the projection gives; the gravest and most frequent first.
template <typename Key> std::vector<Group> grouped(const AuditReport& audit, Key key)
{
    std::map<std::string, Group> groups;
    for (const Finding& finding : audit.findings) {
        if (finding.suppressed)
            continue;
        Group& group = groups[key(finding)];
        if (group.first == nullptr || finding.risk > group.risk)
            group.first = &finding;
        ++group.count;
        group.risk = std::max(group.risk, finding.risk);
        if (group.causes.insert(causeOf(finding)).second) {
            group.effort.low += finding.effort.low;
            group.effort.high += finding.effort.high;
        }
    }
    std::vector<Group> out;
    for (auto& [name, group] : groups)
        out.push_back(std::move(group));
    std::ranges::stable_sort(out, [](const Group& a, const Group& b) { return a.risk != b.risk ? a.risk > b.risk : a.count > b.count; });
    return out;
}

std::string days(const EffortRange& effort)
{
    return fmt::format("{:.5g}–{:.5g}", effort.low, effort.high);
}

} // namespace

void addFindings(Composer& composer)
{
    TableBuilder table(
        composer, "report.readiness.findings-table",
        {"report.column.risk", "report.column.finding", "report.column.places", "report.column.example", "report.column.effort"},
        {1.3, 4.8, 1, 4, 1.6});
    for (const Group& cause : grouped(*composer.input().audit, causeOf))
        table.cell(composer.say(riskKey(cause.risk)))
            .cell(composer.say(cause.first->message))
            .number(cause.count)
            .cell(where(composer, *cause.first))
            .number(days(cause.effort))
            .next();
    if (table.empty())
        return composer.paragraph("report.readiness.no-findings");
    composer.add(table.take());
    composer.paragraph("report.readiness.effort-note", {}, ParagraphStyle::Note);
}

void addProblems(Composer& composer, std::size_t most)
{
    const AuditReport& audit = *composer.input().audit;
    std::vector<Group> problems = grouped(audit, [](const Finding& finding) -> const std::string& { return finding.rule; });
    const std::size_t more = problems.size() > most ? problems.size() - most : 0;
    problems.resize(problems.size() - more);
    TableBuilder table(composer, "report.rfp.problems-table",
                       {"report.column.risk", "report.column.problem", "report.column.causes", "report.column.places",
                        "report.column.example", "report.column.effort"},
                       {1.3, 4, 1, 1, 4, 1.7});
    for (const Group& problem : problems) {
        const auto named = std::ranges::find(audit.titles, problem.first->rule, &RuleTitle::rule);
        table.cell(composer.say(riskKey(problem.risk)))
            .cell(composer.say(named != audit.titles.end() ? named->title : problem.first->message))
            .number(problem.causes.size())
            .number(problem.count)
            .cell(where(composer, *problem.first))
            .number(days(problem.effort))
            .next();
    }
    if (table.empty())
        return composer.paragraph("report.readiness.no-findings");
    composer.add(table.take());
    if (more > 0)
        composer.paragraphText(composer.say("report.rfp.more-problems", {{"count", std::to_string(more)}}), ParagraphStyle::Note);
    composer.paragraph("report.rfp.problems-note", {}, ParagraphStyle::Note);
}

} // namespace naru::reports
