#include "app/gui/plan/StepsTree.h"

#include <QHeaderView>
#include <QResizeEvent>

#include <set>

namespace naru::gui {
namespace {

constexpr int kContextRole = Qt::UserRole;
constexpr int kStepRole = Qt::UserRole + 1; ///< what is open stays open when the plan changes

void bold(QTreeWidgetItem* item)
{
    QFont font = item->font(0);
    font.setBold(true);
    item->setFont(0, font);
}

} // namespace

StepsTree::StepsTree(Environment& environment, QWidget* parent)
    : QTreeWidget(parent),
      m_env(environment),
      m_words(new Words(environment.language, this))
{
    setObjectName(QStringLiteral("planSteps"));
    setColumnCount(2);
    setAlternatingRowColors(true);
    setUniformRowHeights(true);
    header()->setStretchLastSection(true);
    m_words->say([this] {
        setHeaderLabels({tr("Step"), tr("Way back")});
        setAccessibleName(tr("Steps of the migration"));
    });
    connect(header(), &QHeaderView::sectionResized, this, [this](int column, int, int size) {
        if (column == 0 && viewport()->width() > 0)
            m_share = static_cast<double>(size) / viewport()->width();
    });
    connect(this, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (item && !m_filling && item->data(0, kContextRole).isValid())
            emit contextChosen(item->data(0, kContextRole).toString());
    });
}

/// Both columns keep their share of the width, also where it was given by hand.
void StepsTree::resizeEvent(QResizeEvent* event)
{
    const double share = m_share; // columns that are sized here are not sized by hand
    QTreeWidget::resizeEvent(event);
    setColumnWidth(0, static_cast<int>(event->size().width() * share));
    m_share = share;
}

void StepsTree::show(const core::Plan& plan)
{
    m_filling = true;
    std::set<QString> open;
    for (QTreeWidgetItemIterator it(this); *it; ++it)
        if ((*it)->isExpanded())
            open.insert((*it)->data(0, kStepRole).toString());
    const bool first = topLevelItemCount() == 0;
    setUpdatesEnabled(false);
    clear();
    for (const core::Wave& wave : plan.waves) {
        const QString name = m_env.language.text(wave.nameKey, {{"number", std::to_string(wave.number)}});
        auto* top = new QTreeWidgetItem(this, {wave.number == 0 ? name : tr("%1. %2").arg(wave.number).arg(name),
                                               wave.durationMonths > 0 ? tr("%1 months, %2 person months")
                                                                             .arg(m_env.language.number(wave.durationMonths, 1),
                                                                                  m_env.language.number(wave.personMonths, 1))
                                                                       : QString()});
        top->setData(0, kStepRole, QStringLiteral("wave/%1").arg(wave.number));
        bold(top);
        addBreaks(top, wave);
        for (const core::PlanStep& step : wave.steps)
            addStep(top, step);
        for (const core::PlannedContext& context : wave.contexts)
            addContext(top, context);
        top->setExpanded(first || open.contains(top->data(0, kStepRole).toString()));
    }
    for (QTreeWidgetItemIterator it(this); *it; ++it)
        if (open.contains((*it)->data(0, kStepRole).toString()))
            (*it)->setExpanded(true);
    setUpdatesEnabled(true);
    m_filling = false;
}

void StepsTree::addBreaks(QTreeWidgetItem* wave, const core::Wave& of)
{
    for (const std::string& warning : of.warnings) {
        auto* line = new QTreeWidgetItem(wave, {m_env.language.text(warning)});
        line->setIcon(0, m_env.theme.icon(QStringLiteral("warn"), m_env.theme.colours().warn));
        line->setToolTip(0, line->text(0));
    }
    if (of.breaks.empty())
        return;
    auto* list = new QTreeWidgetItem(wave, {tr("What breaks (%1)").arg(of.breaks.size())});
    list->setData(0, kStepRole, QStringLiteral("breaks/%1").arg(of.number));
    for (const core::PlanBreak& one : of.breaks) {
        auto* line = new QTreeWidgetItem(list, {m_env.language.text(one.textKey, one.args)});
        line->setToolTip(0, line->text(0));
        if (!one.contexts.empty())
            line->setData(0, kContextRole, fromUtf8(one.contexts.front()));
    }
}

void StepsTree::addContext(QTreeWidgetItem* wave, const core::PlannedContext& context)
{
    auto* top = new QTreeWidgetItem(wave, {fromUtf8(context.name), m_env.language.text(context.reasonKey, context.reasonArgs)});
    top->setToolTip(1, top->text(1));
    top->setData(0, kContextRole, fromUtf8(context.context));
    top->setData(0, kStepRole, QStringLiteral("context/") + fromUtf8(context.context));
    bold(top);
    for (const core::PlanStep& step : context.steps)
        addStep(top, step)->setData(0, kContextRole, fromUtf8(context.context));
    addList(top, tr("Tests to write first (%1)").arg(context.testsFirst.size()), context.testsFirst);
    addList(top, tr("What stays compatible (%1)").arg(context.compatible.size()), context.compatible);
}

void StepsTree::addList(QTreeWidgetItem* parent, const QString& heading, const std::vector<std::string>& lines)
{
    if (lines.empty())
        return;
    auto* top = new QTreeWidgetItem(parent, {heading});
    top->setData(0, kStepRole, parent->data(0, kStepRole).toString() + QLatin1Char('/') + QString::number(parent->childCount()));
    for (const std::string& line : lines)
        new QTreeWidgetItem(top, {fromUtf8(line)});
}

QTreeWidgetItem* StepsTree::addStep(QTreeWidgetItem* parent, const core::PlanStep& step)
{
    auto* line =
        new QTreeWidgetItem(parent, {m_env.language.text(step.textKey, step.args),
                                     step.rollbackKey.empty() ? QString() : m_env.language.text(step.rollbackKey, step.args)});
    for (int column = 0; column < line->columnCount(); ++column)
        line->setToolTip(column, line->text(column));
    return line;
}

void StepsTree::setCurrent(const std::string& context)
{
    for (QTreeWidgetItemIterator it(this); *it; ++it)
        if ((*it)->data(0, kStepRole).toString() == QStringLiteral("context/") + fromUtf8(context)) {
            m_filling = true;
            setCurrentItem(*it);
            (*it)->setExpanded(true);
            scrollToItem(*it, QAbstractItemView::PositionAtTop);
            m_filling = false;
            return;
        }
}

} // namespace naru::gui
