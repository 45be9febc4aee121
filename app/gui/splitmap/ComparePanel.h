#pragma once

#include "app/gui/models/SplitReview.h"
#include "app/gui/models/SplitTables.h"
#include "app/gui/widgets/TablePanel.h"

class QComboBox;
class QPushButton;

namespace naru::gui {

/// The alternative on the screen beside another one: contexts that match, figures with their change, members that would move.
class ComparePanel : public QWidget {
    Q_OBJECT
public:
    explicit ComparePanel(Environment& environment, QWidget* parent = nullptr);
    /// `names` are those of the page's list of alternatives; `here` is left out of the choice.
    void show(std::shared_ptr<const core::Partition> split, const std::string& here, const std::map<std::string, QString>& names);

signals:
    void takeWanted(const QString& alternative);
    void selected(const naru::gui::Subject& subject);
    void memberChosen(const QString& member);

private:
    void fill();

    Environment& m_env;
    Words* m_words;
    QComboBox* m_with;
    QPushButton* m_take;
    QLabel* m_text;
    RowsModel<MatchRow>* m_matches;
    RowsModel<FigureRow>* m_figures;
    RowsModel<DifferenceRow>* m_differences;
    TablePanel* m_matchPanel;
    TablePanel* m_figurePanel;
    TablePanel* m_movePanel;
    std::shared_ptr<const core::Partition> m_split; ///< empty until show()
    std::string m_here;
};

} // namespace naru::gui
