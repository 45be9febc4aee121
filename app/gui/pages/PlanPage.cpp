#include "app/gui/pages/PlanPage.h"

#include "app/gui/plan/ArchitectureRoom.h"
#include "app/gui/plan/CapacityRoom.h"
#include "app/gui/plan/ManifestsRoom.h"
#include "app/gui/plan/PortfolioRoom.h"
#include "app/gui/plan/RunningCostRoom.h"
#include "app/gui/plan/WavesRoom.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace naru::gui {

PlanPage::PlanPage(Environment& environment, Document& document, QWidget* parent)
    : Page(environment, document, Step::Plan, parent),
      m_tabs(new QTabWidget(main()))
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
    m_rooms = {new WavesRoom(environment, document, m_tabs),       new ArchitectureRoom(environment, document, m_tabs),
               new ManifestsRoom(environment, document, m_tabs),   new CapacityRoom(environment, document, m_tabs),
               new RunningCostRoom(environment, document, m_tabs), new PortfolioRoom(environment, document, m_tabs)};
    m_pending.assign(m_rooms.size(), true);
    for (PlanRoom* room : m_rooms) {
        m_tabs->addTab(room, QString());
        connect(room, &PlanRoom::selected, this, &Page::selected);
        connect(room, &PlanRoom::jump, this, &Page::jump);
    }
    connect(m_tabs, &QTabWidget::currentChanged, this, &PlanPage::fillShown);
    auto* layout = new QVBoxLayout(main());
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_tabs, 1);
    words().say([this] {
        for (std::size_t i = 0; i < m_rooms.size(); ++i)
            m_tabs->setTabText(static_cast<int>(i), m_rooms[i]->title());
        m_tabs->setAccessibleName(tr("Plan"));
    });
}

void PlanPage::refresh()
{
    m_pending.assign(m_rooms.size(), true);
    for (std::size_t i = 0; i < m_rooms.size(); ++i)
        m_tabs->setTabEnabled(static_cast<int>(i), results().plan.has_value() || !m_rooms[i]->needsPlan());
    fillShown();
}

void PlanPage::showRunningCost()
{
    for (PlanRoom* room : m_rooms)
        if (qobject_cast<RunningCostRoom*>(room))
            m_tabs->setCurrentWidget(room);
}

void PlanPage::fillShown()
{
    const int shown = m_tabs->currentIndex();
    if (shown < 0 || !document().isOpen())
        return;
    const auto i = static_cast<std::size_t>(shown);
    if (!m_pending[i] || (m_rooms[i]->needsPlan() && !results().plan))
        return;
    m_pending[i] = false;
    m_rooms[i]->refresh();
}

} // namespace naru::gui
