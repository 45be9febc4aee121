#pragma once

#include "app/gui/pages/Page.h"
#include "core/model/ReportModel.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <optional>

class QCheckBox;
class QHBoxLayout;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace naru::gui {

class ClauseEditor;
class PageView;

/// What goes out? Kinds at the left, pages in the middle, formats and folder below.
class ReportPage : public Page {
    Q_OBJECT
public:
    ReportPage(Environment& environment, Document& document, QWidget* parent = nullptr);

protected:
    void refresh() override;
    [[nodiscard]] Parts parts() const override { return Part::All; }
    [[nodiscard]] bool hasContent() const override { return results().code || results().assessment; }

private:
    void build();
    void buildExportBar(QWidget* bar);
    void buildTools(QHBoxLayout& tools, QWidget* parent);
    void buildClauses();
    void writeNow();
    void print();
    [[nodiscard]] QStringList existing(const QStringList& formats) const;
    void edit(const QString& clause, std::optional<nlohmann::json> value);
    void listNotes();
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString kindName(const QString& kind) const;

    QListWidget* m_kinds;
    PageView* m_view;
    QLabel* m_status;
    std::map<QString, QCheckBox*> m_formats;
    QLineEdit* m_folder = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_openFolder = nullptr;
    ClauseEditor* m_clauses = nullptr;
    QPushButton* m_cancel = nullptr;
    QStringList m_written;
    QStringList m_notes; ///< text keys of what the written formats do not carry
};

} // namespace naru::gui
