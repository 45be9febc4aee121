#pragma once

#include "app/gui/plan/PlanRoom.h"
#include "core/model/Deployment.h"

#include <memory>

class QLabel;
class QPlainTextEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace naru::gui {

template <typename Row> class RowsModel;
class TablePanel;

/// The generated files as a tree, the one that is chosen, and what a person must fill in.
class ManifestsRoom : public PlanRoom {
    Q_OBJECT
public:
    ManifestsRoom(Environment& environment, Document& document, QWidget* parent);
    void refresh() override;
    [[nodiscard]] QString title() const override { return tr("Manifests"); }

private:
    void buildFills();
    void take(std::shared_ptr<const core::DeploymentSet> set);
    void fillTree();
    void showFile(const std::string& path, int line);
    void write();
    [[nodiscard]] QString textOf(const core::FillItem& fill) const;
    [[nodiscard]] std::size_t fillsOf(const std::string& path) const;

    std::shared_ptr<const core::DeploymentSet> m_set;
    QPushButton* m_make;
    QPushButton* m_write;
    QLabel* m_text;
    QTreeWidget* m_files;
    QPlainTextEdit* m_preview;
    RowsModel<core::FillItem>* m_fills = nullptr;
    TablePanel* m_table = nullptr;
};

} // namespace naru::gui
