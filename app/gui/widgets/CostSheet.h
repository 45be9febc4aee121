#pragma once

#include "app/gui/Environment.h"
#include "app/gui/document/Subject.h"
#include "core/model/Estimate.h"

#include <QTableWidget>

namespace naru::gui {

/// The steps of an estimate, read from the top to the bottom like a sheet of paper.
class CostSheet : public QTableWidget {
    Q_OBJECT
public:
    explicit CostSheet(Environment& environment, QWidget* parent = nullptr);
    void show(const core::Estimate& estimate);
    void clearSheet();

signals:
    void selected(const naru::gui::Subject& subject);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addLine(const QString& name, const QString& operation, const QString& value, const core::Evidence& source, bool bold);

    Environment& m_env;
    Words* m_words;
    std::vector<core::Evidence> m_sources;
};

} // namespace naru::gui
