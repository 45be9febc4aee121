#pragma once

#include "app/gui/document/Document.h"
#include "core/model/FunctionPointCount.h"

#include <QWidget>

#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace naru::gui {

/// What a person does with the inventory beside confirming it: types functions in, changes and removes those, takes an
/// inventory of a file over after seeing what it changes, and compares with an earlier count. Every change is one step of undo.
class FunctionDesk : public QWidget {
    Q_OBJECT
public:
    FunctionDesk(Environment& environment, Document& document, QWidget* parent);
    /// The functions that are selected in the inventory.
    void select(std::vector<core::CountedFunction> functions);
    void importFrom(const QString& file);
    void compareWith(const QString& file);

private:
    void buildTools();
    void buildEditor();
    void buildSheet();
    void translate();
    void startEditing(const core::CountedFunction* function);
    void applyEditor();
    void removeSelected();
    void applyImport();
    void closeAll();
    /// Rows and a sentence of a comparison, in the form of the command line.
    QString describeChanges(const nlohmann::json& comparison, std::vector<QStringList>& rows) const;
    QString describeMoves(const nlohmann::json& comparison, std::vector<QStringList>& rows) const;
    void showSheet(const QString& sentence, const QStringList& columns, const std::vector<QStringList>& rows, bool canApply);

    Environment& m_env;
    Document& m_document;
    Words* m_words;
    QPushButton* m_add;
    QPushButton* m_edit;
    QPushButton* m_remove;
    QPushButton* m_import;
    QPushButton* m_compare;
    QWidget* m_editor;
    QLineEdit* m_name;
    QComboBox* m_type;
    QComboBox* m_complexity;
    QPushButton* m_apply;
    QPushButton* m_cancel;
    QLabel* m_remark;
    QWidget* m_sheet;
    QLabel* m_sentence;
    QTableWidget* m_rows;
    QPushButton* m_take;
    QPushButton* m_close;
    std::vector<core::CountedFunction> m_selected;
    std::string m_editing;                   ///< id of the function in the editor; empty: a new one
    std::vector<Document::Choice> m_pending; ///< what the import would decide
};

} // namespace naru::gui
