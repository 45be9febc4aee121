#pragma once

#include "app/gui/Environment.h"
#include "app/gui/widgets/Card.h"
#include "checklist/Catalog.h"
#include "checklist/records/LoadCurve.h"
#include "core/model/Assessment.h"

#include <array>
#include <optional>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace naru::gui {

class RecordsChart;

/// One question of the questionnaire: answer, proposal with its coverage, note.
/// Keys while it has the focus: Y, N, U answer; A accepts the proposal; Up and Down go on.
class DiagnosisItem : public Card {
    Q_OBJECT
public:
    DiagnosisItem(Environment& environment, checklist::Item item, QWidget* parent = nullptr);
    void show(const core::GivenAnswer& answer, std::optional<bool> rider, const std::optional<core::Proposal>& proposal);
    /// Draws the records that count for this question; the others are left out.
    void showRecords(const checklist::LoadCurve& load, const std::vector<checklist::IncidentRecord>& incidents);
    [[nodiscard]] const checklist::Item& item() const { return m_item; }
    [[nodiscard]] core::Answer answer() const { return m_answer.value; }

signals:
    void answered(const QString& item, naru::core::Answer answer);
    void noted(const QString& item, const QString& note);
    void riderSet(const QString& item, bool met);
    void focused(const QString& item);
    void moved(int direction);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fill();
    void choose(core::Answer answer);
    void accept();

    Environment& m_env;
    Words* m_words;
    checklist::Item m_item;
    core::GivenAnswer m_answer;
    std::optional<bool> m_rider;
    std::optional<core::Proposal> m_proposal;
    QLabel* m_question;
    QLabel* m_explanation;
    std::array<QPushButton*, 3> m_buttons{};
    QLabel* m_proposalText;
    QPushButton* m_accept;
    QCheckBox* m_riderBox = nullptr;
    RecordsChart* m_records = nullptr; ///< made when there are records
    QLineEdit* m_note;
};

} // namespace naru::gui
