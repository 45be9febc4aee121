#pragma once

#include "app/gui/pages/Page.h"
#include "checklist/Catalog.h"

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QPushButton;
class QScrollArea;

namespace naru::gui {

class DiagnosisItem;

/// Is cloud native right for this system? The ten items, and every other questionnaire, answered by a person with evidence at hand.
class DiagnosisPage : public Page {
    Q_OBJECT
public:
    DiagnosisPage(Environment& environment, Document& document, QWidget* parent = nullptr);

protected:
    void refresh() override;
    [[nodiscard]] Parts parts() const override { return Part::Assessment; }
    [[nodiscard]] bool hasContent() const override { return m_catalog.has_value(); }

private:
    void buildTools(QHBoxLayout& bar);
    void fillCatalogs();
    void choose(const std::string& id);
    void build();
    void clear();
    void takeFile();
    void attach();
    void compare();
    [[nodiscard]] const core::Assessment* current() const;
    void answer(const QString& item, core::Answer answer);
    void note(const QString& item, const QString& note);
    void save(const std::string& item, const core::GivenAnswer& answer);
    void inspect(const QString& item);
    /// A verdict in the words of the questionnaire.
    [[nodiscard]] QString outcome(core::Verdict verdict) const;
    void showVerdict(const core::Assessment& assessment);
    void filter();
    void move(int direction);
    [[nodiscard]] const core::AssessedItem* assessed(const std::string& item) const;
    void showRecords();

    std::vector<checklist::Catalog> m_catalogs;
    std::optional<checklist::Catalog> m_catalog;
    std::optional<core::Assessment> m_other; ///< of a questionnaire that is not the self-diagnosis
    std::string m_inspected;                 ///< item that was looked at last
    QComboBox* m_choice;
    QPushButton* m_take;
    QPushButton* m_attach;
    QPushButton* m_compare;
    std::vector<DiagnosisItem*> m_items;
    std::vector<std::pair<QLabel*, std::string>> m_groups;
    QScrollArea* m_scroll;
    Card* m_verdict;
    QLabel* m_verdictText;
    QLabel* m_counts;
    QLabel* m_missing;
    QCheckBox* m_unanswered;
};

} // namespace naru::gui
