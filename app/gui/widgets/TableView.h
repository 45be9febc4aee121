#pragma once

#include <QTableView>

namespace naru::gui {

/// A table with our manners: sortable, whole rows, copies as a table.
class TableView : public QTableView {
    Q_OBJECT
public:
    explicit TableView(QWidget* parent = nullptr);
    /// The selected rows, with headings, as tab separated text.
    [[nodiscard]] QString selectionAsText() const;
    /// Widths by content within limits; the last given column takes the rest.
    void fitColumns(int stretch = -1);

    /// What stands in the middle while there are no rows.
    void setEmptyText(const QString& sentence);

    /// Letters are commands of the page on the selected rows; jumping to a row that begins with them would act on another one.
    /// The filter line above the table searches.
    void keyboardSearch(const QString&) override {}

signals:
    /// Enter or double click on a row of the model (proxy index).
    void opened(const QModelIndex& index);
    void currentRowChanged(const QModelIndex& index);
    /// A plain key that the table itself does not use.
    void keyPressed(int key);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString m_emptyText;
};

} // namespace naru::gui
