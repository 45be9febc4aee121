#pragma once

#include "app/gui/Environment.h"
#include "core/model/Plan.h"

#include <QTreeWidget>

namespace naru::gui {

/// The steps of every wave and context with their roll-back, what breaks, what must be tested first and what stays compatible.
class StepsTree : public QTreeWidget {
    Q_OBJECT
public:
    explicit StepsTree(Environment& environment, QWidget* parent = nullptr);
    void show(const core::Plan& plan);
    void setCurrent(const std::string& context);

protected:
    void resizeEvent(QResizeEvent* event) override;

signals:
    void contextChosen(const QString& context);

private:
    QTreeWidgetItem* addStep(QTreeWidgetItem* parent, const core::PlanStep& step);
    void addContext(QTreeWidgetItem* wave, const core::PlannedContext& context);
    void addBreaks(QTreeWidgetItem* wave, const core::Wave& of);
    void addList(QTreeWidgetItem* parent, const QString& heading, const std::vector<std::string>& lines);

    Environment& m_env;
    Words* m_words;
    double m_share = 0.6; ///< of the width that the steps take; the way back has the rest
    bool m_filling = false;
};

} // namespace naru::gui
