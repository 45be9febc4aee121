#pragma once

#include "app/gui/document/Document.h"
#include "app/gui/models/StormingRows.h"
#include "app/gui/widgets/TablePanel.h"

class QComboBox;

namespace naru::gui {

/// The split read as the outcome of event storming: one table for each of the six steps, with the question the step answers.
class StormingPanel : public QWidget {
    Q_OBJECT
public:
    StormingPanel(Environment& environment, Document& document, QWidget* parent = nullptr);

signals:
    void selected(const naru::gui::Subject& subject);
    void jump(const QString& file, int line);
    /// A row of this context was chosen.
    void contextChosen(const QString& context);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    [[nodiscard]] StormingStep step() const;
    [[nodiscard]] QString heading(int column) const;

    Environment& m_env;
    Document& m_document;
    Words* m_words;
    QComboBox* m_step;
    QLabel* m_question;
    RowsModel<StormingRow>* m_rows;
    TablePanel* m_panel;
    bool m_stale = true;
};

} // namespace naru::gui
