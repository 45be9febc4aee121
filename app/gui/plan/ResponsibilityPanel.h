#pragma once

#include "app/gui/plan/PlanRoom.h"

class QComboBox;
class QLabel;
class QTableWidget;

namespace naru::gui {

/// Service models and who manages which layer, the choice of model and cloud, and Cloud Foundry beside Kubernetes.
class ResponsibilityPanel : public PlanRoom {
    Q_OBJECT
public:
    ResponsibilityPanel(Environment& environment, Document& document, QWidget* parent);
    void refresh() override;
    [[nodiscard]] QString title() const override { return tr("Who manages what"); }

private:
    QComboBox* makeChoice(const char* name, const char* key, QLayout* into, std::function<QString()> text);
    void choose(const char* key, const QString& id);
    void fillChoices(const core::Responsibility& table);
    void fillLayers(const core::Responsibility& table);
    void fillPlatforms(const core::Responsibility& table);

    QComboBox* m_model;
    QComboBox* m_deployment;
    QLabel* m_meaning;
    QTableWidget* m_who;
    QTableWidget* m_platforms;
};

} // namespace naru::gui
