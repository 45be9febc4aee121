#include "app/gui/cost/FactorHints.h"

#include "app/gui/widgets/Card.h"
#include "costing/FactorTraces.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace naru::gui {

FactorHints::FactorHints(Environment& environment, Document& document, QObject* parent)
    : QObject(parent),
      m_env(environment),
      m_document(document)
{
}

QWidget* FactorHints::lineFor(const std::string& factor, QWidget* parent)
{
    Line line;
    line.box = new QWidget(parent);
    line.text = makeLabel(QStringLiteral("hint_") + fromUtf8(factor), "muted", line.box, true);
    line.take = new QPushButton(line.box);
    line.take->setObjectName(QStringLiteral("take_") + fromUtf8(factor));
    line.why = new QPushButton(line.box);
    line.why->setObjectName(QStringLiteral("why_") + fromUtf8(factor));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(line.take);
    buttons->addWidget(line.why);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(line.box);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(2);
    layout->addWidget(line.text);
    layout->addLayout(buttons);
    connect(line.take, &QPushButton::clicked, this, [this, factor] { emit taken(factor, m_lines[factor].level); });
    connect(line.why, &QPushButton::clicked, this, [this, factor] { explain(factor); });
    line.box->hide();
    m_lines[factor] = line;
    return line.box;
}

void FactorHints::refresh(const costing::Tariff& tariff)
{
    m_tariff = &tariff;
    const auto& results = m_document.results();
    if (!results.code) {
        m_runner.cancel();
        m_known = false;
        m_code.reset();
    } else if (results.code != m_code) {
        m_known = false;
        m_code = results.code;
        // The audit is copied: a person may have it made anew while this looks through it.
        m_runner.run([this, code = results.code, audit = results.audit.value_or(core::AuditReport()),
                      resources = m_env.resources](const std::stop_token&) -> LatestRunner::Completion {
            auto found = costing::allProposals(*code, audit, resources).value_or(std::vector<costing::FactorProposal>());
            return [this, code, found = std::move(found)] {
                if (code != m_code)
                    return;
                m_proposals = found;
                m_known = true;
                show();
            };
        });
    }
    show();
}

const costing::FactorProposal* FactorHints::proposalFor(const std::string& factor) const
{
    const auto found = std::ranges::find(m_proposals, factor, &costing::FactorProposal::factor);
    return m_known && found != m_proposals.end() ? &*found : nullptr;
}

void FactorHints::show()
{
    for (auto& [factor, line] : m_lines)
        showLine(factor, line);
}

void FactorHints::showLine(const std::string& factor, Line& line)
{
    const costing::TariffFactor* levels = m_tariff ? m_tariff->factor(factor) : nullptr;
    line.box->setVisible(m_known && levels != nullptr);
    if (!levels)
        return;
    const costing::FactorProposal* proposal = proposalFor(factor);
    const bool offered = proposal && proposal->level >= 1 && proposal->level <= static_cast<int>(levels->levels.size());
    line.level = offered ? proposal->level : 0;
    const costing::FactorLevel* level = offered ? &levels->levels[static_cast<std::size_t>(proposal->level - 1)] : nullptr;
    const QString wording = offered ? m_env.language.text(level->wording) : QString();
    line.take->setAccessibleName(tr("Take the proposed level: %1").arg(wording));
    line.why->setAccessibleName(tr("Show what the proposal rests on"));
    line.take->setVisible(offered);
    line.why->setVisible(offered && !proposal->evidence.empty());
    if (!offered) {
        line.text->setText(tr("The source does not speak for a level."));
        return;
    }
    QStringList found;
    for (const core::LocalText& one : proposal->found)
        found << m_env.language.text(one);
    constexpr qsizetype kShown = 4;
    const QString list = found.mid(0, kShown).join(QStringLiteral(", ")) +
                         (found.size() > kShown ? tr(" and %1 more").arg(m_env.language.number(found.size() - kShown)) : QString());
    line.text->setText(found.isEmpty() ? tr("Proposed from the source: nothing was found") : tr("Proposed from the source: %1").arg(list));
    line.text->setToolTip(m_env.language.text(proposal->reasonKey));
    line.take->setText(tr("Take %1").arg(fromUtf8(level->value.text())));
    line.take->setToolTip(wording);
    line.why->setText(tr("Why?"));
    const auto chosen = m_document.decision("estimate", factor);
    line.take->setEnabled(!chosen || !chosen->is_number_integer() || chosen->get<int>() != proposal->level);
}

void FactorHints::explain(const std::string& factor)
{
    const costing::FactorProposal* proposal = proposalFor(factor);
    const costing::TariffFactor* levels = m_tariff ? m_tariff->factor(factor) : nullptr;
    if (!proposal || !levels)
        return;
    Subject s;
    s.title = m_env.language.text(levels->name);
    s.summary = m_env.language.text(proposal->reasonKey);
    for (const core::LocalText& one : proposal->found)
        s.facts.emplace_back(tr("Found"), m_env.language.text(one));
    s.evidence = proposal->evidence;
    emit selected(s);
}

} // namespace naru::gui
