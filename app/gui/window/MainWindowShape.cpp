// The shape of the window: what gives way when it becomes narrow.

#include "app/gui/widgets/Inspector.h"
#include "app/gui/widgets/Rail.h"
#include "app/gui/window/MainWindow.h"

#include <QResizeEvent>

#include <algorithm>

namespace naru::gui {
namespace {

/// Below this width the rail shows only its icons.
constexpr int kNarrowWindow = 1280;
/// Below this width the inspector is put away, so that the page can be used; the menu brings it back.
constexpr int kNoInspector = 1000;
constexpr const char* kPutAway = "putAway";

} // namespace

/// Shows the inspector, or notes that it comes back when there is room.
void MainWindow::offerInspector()
{
    m_inspector->setVisible(!m_narrow);
    m_inspector->setProperty(kPutAway, m_narrow);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setCompact(width() < kNarrowWindow);
    fitInspector();
}

bool MainWindow::event(QEvent* event)
{
    const bool done = QMainWindow::event(event);
    if (event->type() == QEvent::LayoutRequest) // another page, or other words on it
        fitInspector();
    return done;
}

/// Puts the inspector away where the page needs its room. The window may always become as narrow as the page alone
/// is: an inspector that cannot shrink would else hold it wide.
void MainWindow::fitInspector()
{
    const int page = centralWidget()->minimumSizeHint().width();
    const int beside = m_inspector->minimumSizeHint().width();
    const bool narrow = width() < std::max(kNoInspector, page + beside);
    if (narrow != m_narrow) {
        m_narrow = narrow;
        if (narrow && !m_inspector->isHidden()) {
            m_inspector->setProperty(kPutAway, true);
            m_inspector->hide();
        } else if (!narrow && m_inspector->property(kPutAway).toBool()) {
            m_inspector->setProperty(kPutAway, false);
            m_inspector->show();
        }
    }
    // Asked for by the menu, it keeps its room.
    setMinimumWidth(page + (narrow && !m_inspector->isHidden() ? beside : 0));
}

} // namespace naru::gui
