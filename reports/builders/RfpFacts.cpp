#include "reports/builders/RfpRequirements.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace naru::reports {

using namespace naru::core;

bool lacking(const FactorResult& factor)
{
    return factor.state == FactorState::Violated || factor.state == FactorState::Partly;
}

const Alternative* splitOf(const ReportInput& input)
{
    return input.partition && !input.partition->alternatives.empty() ? &input.partition->alternatives.front() : nullptr;
}

bool RfpFacts::hold(const std::vector<std::string>& when) const
{
    return std::ranges::all_of(
        when, [this](const std::string& fact) { return fact.starts_with('!') ? !facts.contains(fact.substr(1)) : facts.contains(fact); });
}

RfpFacts factsOf(const Composer& composer)
{
    const ReportInput& input = composer.input();
    RfpFacts out;
    out.values.emplace_back("system", input.systemName);
    if (input.assessment) {
        static constexpr std::array kVerdicts = {"verdict.adopt", "verdict.review", "verdict.keep", "verdict.incomplete"};
        out.facts.insert(kVerdicts.at(static_cast<std::size_t>(input.assessment->verdict)));
        if (input.assessment->verdict != Verdict::Incomplete)
            out.facts.insert("diagnosed");
        out.values.emplace_back("yes", std::to_string(input.assessment->yes));
    }
    if (input.audit && std::ranges::any_of(input.audit->factors, lacking)) {
        out.facts.insert("factors");
        out.values.emplace_back("lacking", std::to_string(std::ranges::count_if(input.audit->factors, lacking)));
    }
    if (const Alternative* split = splitOf(input)) {
        out.facts.insert("split");
        out.values.emplace_back("contexts", std::to_string(split->contexts.size()));
        if (!split->sharedTables.empty())
            out.facts.insert("shared-tables");
        if (!split->distributedTransactions.empty())
            out.facts.insert("distributed");
        if (std::ranges::any_of(split->interfaces, [](const ContextInterface& i) { return i.kind == InterfaceKind::Call; }))
            out.facts.insert("interfaces");
    }
    if (input.estimate) {
        out.facts.insert("estimate");
        if (input.estimate->vat.find_first_not_of('0') != std::string::npos)
            out.facts.insert("vat");
        out.values.emplace_back("total", TableBuilder::grouped(input.estimate->total));
        out.values.emplace_back("edition", input.estimate->edition);
        out.values.emplace_back("fp", TableBuilder::grouped(input.estimate->fp));
    }
    if (input.portfolio) {
        if (!input.portfolio->checklist.empty())
            out.facts.insert("stages");
        if (input.audit && std::ranges::any_of(input.portfolio->effects, [](const ExpectedEffect& one) { return one.findings > 0; }))
            out.facts.insert("effects");
    }
    if (input.plan) {
        double months = 0;
        for (const Wave& wave : input.plan->waves)
            months = std::max(months, wave.startMonth + wave.durationMonths);
        if (months > 0) {
            out.facts.insert("months");
            out.values.emplace_back("months", fmt::format("{:.1f}", months));
        }
    }
    return out;
}

} // namespace naru::reports
