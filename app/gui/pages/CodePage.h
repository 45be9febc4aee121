#pragma once

#include "app/gui/models/CodeTables.h"
#include "app/gui/models/CrudMatrix.h"
#include "app/gui/pages/Page.h"

class QTabWidget;

namespace naru::gui {

class TablePanel;

/// What is in there, and what could not be read?
class CodePage : public Page {
    Q_OBJECT
public:
    CodePage(Environment& environment, Document& document, QWidget* parent = nullptr);
    /// Shows an element found by the search: kind is "type", "table", "entry" or "view".
    void reveal(const QString& kind, const QString& id);

protected:
    void refresh() override;
    [[nodiscard]] Parts parts() const override { return Part::Code; }
    [[nodiscard]] bool hasContent() const override { return results().code != nullptr; }
    [[nodiscard]] std::optional<core::ResultKind> mainResult() const override { return core::ResultKind::Code; }
    void renew() override { emit actionWanted(QStringLiteral("analyze")); }

private:
    /// `none` is what an empty table says.
    TablePanel* addTable(const QString& name, TableModel* model, std::function<QString()> title, std::function<QString()> none);
    void tell();
    void summarize();

    std::shared_ptr<const core::CodeModel> m_shown;
    QTabWidget* m_tabs;
    QLabel* m_summary;
    CodeTable* m_types;
    CodeTable* m_tables;
    CodeTable* m_entries;
    CodeTable* m_views;
    CodeTable* m_unresolved;
    CodeTable* m_diagnostics;
    CrudMatrix* m_crud;
    std::vector<std::pair<TablePanel*, std::function<QString()>>> m_panels;
};

} // namespace naru::gui
