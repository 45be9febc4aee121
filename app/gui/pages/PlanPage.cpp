#include "app/gui/pages/PlanPage.h"

#include "app/gui/widgets/WaveTimeline.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <map>

namespace naru::gui {

PlanPage::PlanPage(Environment& environment, Document& document, QWidget* parent)
    : Page(environment, document, Step::Plan, parent),
      m_tabs(new QTabWidget(main())),
      m_timeline(new WaveTimeline(environment)),
      m_steps(new QTreeWidget(m_tabs)),
      m_architecture(new QTreeWidget(m_tabs)),
      m_gaps(makeLabel(QStringLiteral("planGaps"), "muted", main(), true))
{
    setObjectName(QStringLiteral("planPage"));
    setHead([] { return tr("Plan"); }, [] { return tr("In what order, with which way back?"); });
    setEmpty([this] { return results().split ? tr("No migration plan has been made yet.") : tr("A plan orders the contexts of a split."); },
             [this] { return results().split ? tr("Make the plan") : tr("Go to the split"); },
             [this] {
                 if (results().split)
                     emit actionWanted(QStringLiteral("plan"));
                 else
                     emit go(Step::Split);
             });
    m_tabs->setObjectName(QStringLiteral("planTabs"));
    m_tabs->setDocumentMode(true);
    auto* waves = new QSplitter(Qt::Vertical, m_tabs);
    auto* scroll = new QScrollArea(waves);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_timeline);
    m_steps->setObjectName(QStringLiteral("planSteps"));
    m_steps->setColumnCount(2);
    m_steps->setAlternatingRowColors(true);
    m_steps->header()->setStretchLastSection(true);
    m_steps->setColumnWidth(0, 520);
    waves->addWidget(scroll);
    waves->addWidget(m_steps);
    waves->setSizes({260, 300});
    waves->setStretchFactor(0, 1);
    waves->setStretchFactor(1, 1);
    m_tabs->addTab(waves, QString());
    m_architecture->setObjectName(QStringLiteral("architecture"));
    m_architecture->setColumnCount(3);
    m_architecture->setAlternatingRowColors(true);
    m_architecture->setColumnWidth(0, 260);
    m_architecture->setColumnWidth(1, 220);
    m_tabs->addTab(m_architecture, QString());
    auto* layout = new QVBoxLayout(main());
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_gaps);
    layout->addWidget(m_tabs, 1);
    connect(m_timeline, &WaveTimeline::contextClicked, this, &PlanPage::inspectContext);
    connect(m_steps, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) { inspectStep(item); });
    connect(m_architecture, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (!item || !item->data(0, Qt::UserRole).isValid() || !results().plan)
            return;
        const auto& element = results().plan->architecture[item->data(0, Qt::UserRole).toUInt()];
        emit selected({language().text(element.name),
                       language().text(element.reason),
                       {{tr("Product"), language().text(element.product)}},
                       element.evidence});
    });
    words().say([this] {
        m_tabs->setTabText(0, tr("Waves and steps"));
        m_tabs->setTabText(1, tr("Target architecture"));
        m_tabs->setAccessibleName(tr("Plan"));
        m_steps->setHeaderLabels({tr("Step"), tr("Way back")});
        m_steps->setAccessibleName(tr("Steps of the migration"));
        m_architecture->setHeaderLabels({tr("Element"), tr("Product"), tr("Reason")});
        m_architecture->setAccessibleName(tr("Target architecture"));
        m_timeline->setAccessibleName(tr("Waves on a time line"));
        m_timeline->QWidget::update();
    });
}

void PlanPage::refresh()
{
    m_timeline->show(*results().plan);
    fillSteps();
    fillArchitecture();
    fillGaps();
}

void PlanPage::fillSteps()
{
    m_steps->clear();
    const core::Plan& plan = *results().plan;
    for (std::size_t w = 0; w < plan.waves.size(); ++w) {
        const core::Wave& wave = plan.waves[w];
        const QString name = wave.nameKey.empty() ? tr("Wave %1").arg(wave.number)
                                                  : language().text(wave.nameKey, {{"number", std::to_string(wave.number)}});
        auto* top = new QTreeWidgetItem(
            m_steps, {name, wave.durationMonths > 0 ? tr("%1 months").arg(language().number(wave.durationMonths, 1)) : QString()});
        QFont bold = top->font(0);
        bold.setBold(true);
        top->setFont(0, bold);
        for (const std::string& warning : wave.warnings) {
            auto* line = new QTreeWidgetItem(top, {language().text(warning)});
            line->setIcon(0, env().theme.icon(QStringLiteral("warn"), colours().warn));
        }
        for (const core::PlanStep& step : wave.steps)
            addStep(top, step);
        for (std::size_t c = 0; c < wave.contexts.size(); ++c) {
            const core::PlannedContext& context = wave.contexts[c];
            auto* middle = new QTreeWidgetItem(top, {fromUtf8(context.name)});
            middle->setData(0, Qt::UserRole, QPoint(static_cast<int>(w), static_cast<int>(c)));
            for (const core::PlanStep& step : context.steps)
                addStep(middle, step)->setData(0, Qt::UserRole, QPoint(static_cast<int>(w), static_cast<int>(c)));
        }
        top->setExpanded(true);
    }
}

QTreeWidgetItem* PlanPage::addStep(QTreeWidgetItem* parent, const core::PlanStep& step)
{
    auto* line = new QTreeWidgetItem(parent, {language().text(step.textKey, step.args),
                                              step.rollbackKey.empty() ? QString() : language().text(step.rollbackKey, step.args)});
    for (int column = 0; column < line->columnCount(); ++column)
        line->setToolTip(column, line->text(column));
    return line;
}

void PlanPage::fillArchitecture()
{
    m_architecture->clear();
    const std::map<std::string, QString> areas{{"execution", tr("Execution")},
                                               {"backing", tr("Backing services")},
                                               {"development", tr("Development and delivery")},
                                               {"operation", tr("Operation")},
                                               {"infrastructure", tr("Infrastructure")}};
    std::map<std::string, QTreeWidgetItem*> tops;
    const auto& elements = results().plan->architecture;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const core::ArchitectureElement& element = elements[i];
        QTreeWidgetItem*& top = tops[element.area];
        if (!top) {
            const auto known = areas.find(element.area);
            top = new QTreeWidgetItem(m_architecture, {known == areas.end() ? fromUtf8(element.area) : known->second});
            QFont bold = top->font(0);
            bold.setBold(true);
            top->setFont(0, bold);
        }
        auto* line =
            new QTreeWidgetItem(top, {language().text(element.name), language().text(element.product), language().text(element.reason)});
        line->setToolTip(2, line->text(2));
        line->setData(0, Qt::UserRole, static_cast<uint>(i));
    }
    m_architecture->expandAll();
}

void PlanPage::fillGaps()
{
    QStringList lines;
    for (const std::string& gap : results().plan->gaps)
        lines << tr("To be added: %1").arg(language().text(gap));
    for (const std::string& note : results().plan->notes)
        lines << language().text(note);
    m_gaps->setText(lines.join(QLatin1Char('\n')));
    m_gaps->setVisible(!lines.isEmpty());
}

void PlanPage::inspectStep(const QTreeWidgetItem* item)
{
    if (!item || !item->data(0, Qt::UserRole).isValid())
        return;
    const QPoint place = item->data(0, Qt::UserRole).toPoint();
    inspectContext(place.x(), place.y());
}

void PlanPage::inspectContext(int wave, int index)
{
    if (!results().plan)
        return;
    const core::PlannedContext& context = results().plan->waves[static_cast<std::size_t>(wave)].contexts[static_cast<std::size_t>(index)];
    Subject s;
    s.title = fromUtf8(context.name);
    s.summary = tr("Speaks for early %1, against %2").arg(language().number(context.pull, 2), language().number(context.hold, 2));
    if (!context.functionPoints.empty())
        s.facts.emplace_back(tr("Function points"), Language::grouped(context.functionPoints));
    if (context.personMonths > 0)
        s.facts.emplace_back(tr("Person months"), language().number(context.personMonths, 1));
    for (const auto& [part, value] : context.parts) {
        const std::string key = "planning.part." + part;
        s.facts.emplace_back(language().has(key) ? language().text(key) : fromUtf8(part), language().number(value, 2));
    }
    if (!context.reasonKey.empty())
        s.facts.emplace_back(tr("Why in this wave"), language().text(context.reasonKey, context.reasonArgs));
    if (!context.cost.empty())
        s.facts.emplace_back(tr("Cost"), language().won(context.cost));
    QStringList first;
    for (const std::string& entry : context.testsFirst)
        if (first.size() < 12)
            first << fromUtf8(entry);
    if (!first.isEmpty())
        s.facts.emplace_back(tr("Tests needed before it moves"), first.join(QStringLiteral(", ")));
    emit selected(s);
}

} // namespace naru::gui
