#pragma once

#include "app/gui/Environment.h"
#include "app/gui/document/Subject.h"
#include "core/model/Estimate.h"

#include <QTableWidget>

namespace naru::gui {

class ColumnFit;

/// The steps of an estimate, read from the top to the bottom like a sheet of paper: every step is shown, so the sheet is as high as its steps.
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
    void resizeEvent(QResizeEvent* event) override;

private:
    void addLine(const QString& name, const QString& operation, const QString& value, const core::Evidence& source, bool bold);

    void showEveryStep();

    Environment& m_env;
    ColumnFit* m_fit;
    Words* m_words;
    std::vector<core::Evidence> m_sources;
};

} // namespace naru::gui
