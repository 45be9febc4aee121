#include "app/gui/widgets/Sheet.h"

#include <QHeaderView>
#include <QTableWidget>

namespace naru::gui {

void prepareSheet(QTableWidget& sheet, const QString& name, int columns)
{
    sheet.setObjectName(name);
    sheet.setColumnCount(columns);
    sheet.verticalHeader()->hide();
    sheet.setAlternatingRowColors(true);
    sheet.setSelectionBehavior(QAbstractItemView::SelectItems);
    sheet.setTabKeyNavigation(false);
    sheet.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

} // namespace naru::gui
