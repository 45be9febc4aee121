#pragma once

#include "app/gui/Environment.h"
#include "app/gui/document/Subject.h"
#include "app/gui/models/TableModel.h"
#include "app/gui/widgets/TableView.h"

#include <QLabel>
#include <QLineEdit>
#include <QWidget>

#include <functional>

class QHBoxLayout;

namespace naru::gui {

/// A filter line, a count and a table; says what is selected and where to jump.
class TablePanel : public QWidget {
    Q_OBJECT
public:
    /// `name` becomes the objectName of the table; the filter is `<name>Filter`.
    TablePanel(Environment& environment, const QString& name, TableModel* model, QWidget* parent = nullptr);

    [[nodiscard]] TableView& view() { return *m_view; }
    [[nodiscard]] TableFilter& filter() { return *m_filter; }
    /// Room beside the filter line for the page's own controls.
    [[nodiscard]] QHBoxLayout& tools() { return *m_tools; }
    /// Puts what stands in that room into lines of its own below the filter, for pages with many controls. Comes last.
    void putToolsBelow();
    /// Rows of the model (not the proxy) that are selected.
    [[nodiscard]] std::vector<int> selectedRows() const;
    void setAccessibleTitle(const QString& title);
    /// What a table without rows says; asked again when the language changes.
    void setEmpty(std::function<QString()> sentence);
    /// Column that takes the room left over; -1: the last.
    void setStretch(int column) { m_stretch = column; }
    void refit();
    bool selectId(const QString& id);
    /// Says once more what is selected; an empty subject when nothing is.
    void tell();

signals:
    void selected(const naru::gui::Subject& subject);
    void jump(const QString& file, int line);

private:
    void count();

    Environment& m_env;
    Words* m_words;
    TableModel* m_model;
    TableFilter* m_filter;
    TableView* m_view;
    QLineEdit* m_line;
    QLabel* m_count;
    std::function<QString()> m_empty;
    QHBoxLayout* m_tools;
    int m_stretch = -1;
};

} // namespace naru::gui
