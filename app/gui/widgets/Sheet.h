#pragma once

class QString;
class QTableWidget;

namespace naru::gui {

/// Makes a table a sheet that a person types into, cell by cell: as wide as its texts, and left by the Tab key.
void prepareSheet(QTableWidget& sheet, const QString& name, int columns);

} // namespace naru::gui
