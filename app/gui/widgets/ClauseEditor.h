#pragma once

#include "core/model/ReportModel.h"

#include <QString>
#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace naru::gui {

/// The clauses of a document as a list, with room to change the words of one. Says which were changed, and where what Naru
/// makes is no longer what the person saw when they changed it. Holds no edits itself: they are asked for by signals.
class ClauseEditor : public QWidget {
    Q_OBJECT
public:
    explicit ClauseEditor(QWidget* parent = nullptr);

    /// The chosen clause stays chosen when it is still there; words being typed are not lost.
    void show(const std::vector<core::Clause>& clauses);
    /// Puts the texts of the language on the controls.
    void retranslate();
    [[nodiscard]] QString current() const;

signals:
    void chosen(const QString& id);
    /// `made` is the text the person saw as made by Naru.
    void wanted(const QString& id, const QString& text, const QString& made);
    /// Back to the made text.
    void restoreWanted(const QString& id);

private:
    void fill();
    void showClause();
    void apply();
    [[nodiscard]] const core::Clause* clause() const;

    std::vector<core::Clause> m_clauses;
    QComboBox* m_filter;
    QListWidget* m_list;
    QLabel* m_state;
    QPlainTextEdit* m_text;
    QPlainTextEdit* m_made;
    QLabel* m_madeLabel;
    QPushButton* m_apply;
    QPushButton* m_restore;
    QString m_shown; ///< id of the clause in the editor
};

} // namespace naru::gui
