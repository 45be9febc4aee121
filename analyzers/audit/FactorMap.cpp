#include "analyzers/audit/FactorMap.h"

#include <algorithm>

namespace naru::analyzers::audit {

using core::Evidence;
using core::FactorState;
using core::Finding;

namespace {

constexpr std::size_t kMostEvidence = 50; ///< of each kind; the findings themselves list all

FactorState stateOf(const Factor& factor, bool violated, bool anyFinding, bool sign)
{
    if (anyFinding)
        return sign || !violated ? FactorState::Partly : FactorState::Violated;
    if (!sign)
        return FactorState::NotDetectable;
    return factor.staticallyDecidable ? FactorState::Met : FactorState::Partly;
}

bool counts(const RuleSet& rules, const Finding& finding)
{
    const Rule* rule = rules.find(finding.rule);
    return rule == nullptr || rule->countsForFactor;
}

/// State and evidence of a factor from the findings that are not accepted, and the signs for it.
void judge(const RuleSet& rules, const Factor& factor, const std::vector<Finding>& findings, const std::vector<Evidence>& signs,
           core::FactorResult& result)
{
    bool violated = false;
    result.violations = 0;
    result.evidence.clear();
    for (const Finding& finding : findings) {
        if (finding.factor != factor.id || finding.suppressed || finding.risk == core::Risk::Info || !counts(rules, finding))
            continue;
        ++result.violations;
        violated = violated || finding.risk >= core::Risk::Medium;
        if (result.evidence.size() < kMostEvidence)
            result.evidence.push_back({"violation", finding.file, finding.line, finding.quote, finding.rule});
    }
    result.state = stateOf(factor, violated, result.violations > 0, !signs.empty());
    result.evidence.insert(result.evidence.end(), signs.begin(), signs.end());
}

std::vector<Evidence> signsOf(AuditContext& context, const Factor& factor)
{
    std::vector<Evidence> out;
    for (const std::size_t condition : factor.signs)
        for (const Match& match : context.matches(condition)) {
            Evidence one{"sign", "", match.line, match.value, ""};
            if (match.file.valid()) {
                one.file = context.path(match.file);
                if (const auto line = context.line(match.file, match.line); !line.empty() && line.size() < 240)
                    one.text = line;
            }
            out.push_back(std::move(one));
        }
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    if (out.size() > kMostEvidence)
        out.resize(kMostEvidence);
    return out;
}

} // namespace

std::vector<core::FactorResult> mapFactors(AuditContext& context, const std::vector<Finding>& findings)
{
    std::vector<core::FactorResult> out;
    for (const Factor& factor : context.rules().factors) {
        core::FactorResult result;
        result.id = factor.id;
        result.name = factor.name;
        result.asIs = factor.asIs;
        result.toBe = factor.toBe;
        result.manualQuestion = factor.manualQuestion;
        judge(context.rules(), factor, findings, signsOf(context, factor), result);
        out.push_back(std::move(result));
    }
    return out;
}

void judgeFactors(const RuleSet& rules, const std::vector<Finding>& findings, std::vector<core::FactorResult>& factors)
{
    for (core::FactorResult& result : factors) {
        const auto factor = std::ranges::find(rules.factors, result.id, &Factor::id);
        if (factor == rules.factors.end())
            continue;
        std::vector<Evidence> signs;
        std::ranges::copy_if(result.evidence, std::back_inserter(signs), [](const Evidence& one) { return one.kind == "sign"; });
        judge(rules, *factor, findings, signs, result);
    }
}

} // namespace naru::analyzers::audit
