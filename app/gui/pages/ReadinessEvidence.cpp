#include "app/gui/pages/ReadinessPage.h"

#include "app/gui/Names.h"
#include "app/gui/models/FindingsTree.h"

#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTreeView>
#include <QTreeWidget>

#include <algorithm>

namespace naru::gui {

Subject ReadinessPage::subjectOf(int tab) const
{
    switch (tab) {
    case 0:
        return m_factor < 0 ? Subject{} : factorSubject(static_cast<std::size_t>(m_factor));
    case 1:
        return m_findings->subject(m_filter->mapToSource(m_findingsView->currentIndex()));
    default:
        return m_ladders->currentItem() == nullptr ? Subject{} : ladderSubject(*m_ladders->currentItem());
    }
}

Subject ReadinessPage::factorSubject(std::size_t index) const
{
    if (!results().audit || index >= results().audit->factors.size())
        return {};
    const core::AuditReport& audit = *results().audit;
    const core::FactorResult& factor = audit.factors[index];
    Subject s;
    s.title = QStringLiteral("%1. %2").arg(factor.id).arg(language().text(factor.name));
    s.summary = Names::of(factor.state);
    if (!language().text(factor.asIs).isEmpty())
        s.facts.emplace_back(tr("As is"), language().text(factor.asIs));
    if (!language().text(factor.toBe).isEmpty())
        s.facts.emplace_back(tr("To be"), language().text(factor.toBe));
    if (!language().text(factor.manualQuestion).isEmpty())
        s.facts.emplace_back(tr("To be answered by a person"), language().text(factor.manualQuestion));
    s.evidence = factor.evidence;
    if (s.evidence.empty())
        for (const core::Finding& f : audit.findings)
            if (f.factor == factor.id && !f.suppressed)
                s.evidence.push_back({.kind = "code", .file = f.file, .line = f.line, .text = f.quote, .source = {}});
    return s;
}

Subject ReadinessPage::ladderSubject(const QTreeWidgetItem& line) const
{
    if (!line.data(0, Qt::UserRole).isValid() || !results().maturity)
        return {};
    const QSize place = line.data(0, Qt::UserRole).toSize();
    const core::LadderResult& ladder = results().maturity->ladders[static_cast<std::size_t>(place.width())];
    if (place.height() != kWholeLadder) {
        const core::CriterionResult& criterion = ladder.criteria[static_cast<std::size_t>(place.height())];
        return {language().text(criterion.text), Names::of(criterion.state), {}, criterion.evidence};
    }
    Subject s;
    s.title = line.text(0);
    s.summary = line.text(1);
    QStringList missing;
    for (const core::CriterionResult& criterion : ladder.criteria)
        if (std::ranges::find(ladder.missingForNext, criterion.id) != ladder.missingForNext.end())
            missing << QStringLiteral("%1 (%2)").arg(language().text(criterion.text), Names::of(criterion.state));
    if (!missing.isEmpty())
        s.facts.emplace_back(tr("Missing for the next level"), missing.join(QLatin1Char('\n')));
    return s;
}

} // namespace naru::gui
