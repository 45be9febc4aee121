#pragma once

#include "app/gui/pages/Page.h"
#include "core/model/ReportModel.h"

#include <map>

class QCheckBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace naru::gui {

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
    void writeNow();
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString kindName(const QString& kind) const;

    QListWidget* m_kinds;
    PageView* m_view;
    QLabel* m_status;
    std::map<QString, QCheckBox*> m_formats;
    QLineEdit* m_folder = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_openFolder = nullptr;
    QStringList m_written;
};

} // namespace naru::gui
