#pragma once

#include <QObject>

class QString;
class QTableWidget;

namespace naru::gui {

/// Makes a table a sheet that a person types into, cell by cell: as wide as its texts, and left by the Tab key.
void prepareSheet(QTableWidget& sheet, const QString& name, int columns);

/// Keeps a table as wide as its place: while the texts need more room, the given columns share what the others leave, in proportion
/// to their texts, and break their lines.
class ColumnFit : public QObject {
public:
    ColumnFit(QTableWidget& table, QList<int> breaking);
    /// To be called when texts have changed; a changed width is noticed without it.
    void fit();
    /// Pixels that show the header and every row.
    [[nodiscard]] int wholeHeight() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] int naturalWidth(int column) const;

    QTableWidget& m_table;
    QList<int> m_breaking;
};

} // namespace naru::gui
