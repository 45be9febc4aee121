// What the rail says of each step.

#include "app/gui/document/Document.h"

#include <algorithm>

namespace naru::gui {

void Results::take(Results&& newer, Parts parts)
{
    if (parts & Part::Code)
        code = std::move(newer.code);
    if (parts & Part::Audit)
        audit = std::move(newer.audit);
    if (parts & Part::Split) {
        split = std::move(newer.split);
        proposedSplit = std::move(newer.proposedSplit);
        layout = std::move(newer.layout);
    }
    if (parts & Part::Places)
        places = std::move(newer.places);
    if (parts & Part::Count)
        count = std::move(newer.count);
    if (parts & Part::Estimate)
        estimate = std::move(newer.estimate);
    if (parts & Part::Plan)
        plan = std::move(newer.plan);
    if (parts & Part::Assessment)
        assessment = std::move(newer.assessment);
    if (parts & Part::Maturity)
        maturity = std::move(newer.maturity);
}

StepState Document::state(Step step) const
{
    using enum StepState;
    if (!m_session)
        return Empty;
    const auto made = [&](bool there, core::ResultKind kind, StepState otherwise) {
        return !there ? Empty : outOfDate(kind) ? OutOfDate : otherwise;
    };
    switch (step) {
    case Step::Overview:
        return m_results.code ? Ready : Empty;
    case Step::Diagnosis: {
        const auto& a = m_results.assessment;
        if (!a || a->yes + a->no + a->unknown == 0)
            return Empty;
        return a->verdict == core::Verdict::Incomplete ? NeedsReview : Done;
    }
    case Step::Code:
        return made(m_results.code != nullptr, core::ResultKind::Code,
                    m_results.code && !m_results.code->unresolved.empty() ? NeedsReview : Done);
    case Step::Readiness: {
        const bool open = m_results.audit && std::ranges::any_of(m_results.audit->findings, [](const core::Finding& f) {
                              return !f.suppressed && f.risk >= core::Risk::High;
                          });
        return made(m_results.audit.has_value(), core::ResultKind::Audit, open ? NeedsReview : Done);
    }
    case Step::Split: {
        const core::Alternative* a = alternative();
        const bool agreed = a && std::ranges::all_of(a->contexts, [](const core::Context& c) { return c.review == "agreed"; });
        return made(a != nullptr, core::ResultKind::Split, agreed ? Done : NeedsReview);
    }
    case Step::Cost: {
        const bool open = m_results.count && std::ranges::any_of(m_results.count->functions, [](const core::CountedFunction& f) {
                              return f.state == core::FunctionState::Proposed;
                          });
        const StepState counted = made(m_results.count.has_value(), core::ResultKind::Count, open ? NeedsReview : Done);
        return counted == Done && !m_results.estimate ? NeedsReview : counted;
    }
    case Step::Plan:
        return made(m_results.plan.has_value(), core::ResultKind::Plan, Ready);
    case Step::Report:
        return m_results.code || m_results.assessment ? Ready : Empty;
    }
    return Empty;
}

} // namespace naru::gui
