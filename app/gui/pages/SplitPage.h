#pragma once

#include "app/gui/models/SplitReview.h"
#include "app/gui/models/SplitTables.h"
#include "app/gui/pages/Page.h"
#include "app/gui/splitmap/PartsPanel.h"

#include <QTimer>

#include <functional>
#include <set>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace naru::gui {

class ComparePanel;
class GranularityBar;
class MetricsBar;
class SplitMap;
class TablePanel;
class TableView;

/// Which services, and why? The map, its tables, and every gesture on them as an edit that can be undone.
class SplitPage : public Page {
    Q_OBJECT
public:
    SplitPage(Environment& environment, Document& document, QWidget* parent = nullptr);
    void reveal(const QString& member);
    void showContext(const QString& context);
    [[nodiscard]] SplitMap& map() { return *m_map; }

public slots:
    void moveMembers(const std::vector<std::string>& members, const std::string& context);
    void mergeContexts(const QString& from, const QString& into);
    void renameContext(const QString& context);
    void renameSelected() { renameContext(m_context); }
    void takeAlternative(const QString& id);
    /// Asks for the parts of the selected context; they are shown to be accepted.
    void divideContext();
    void acceptParts(const QString& context, const naru::gui::PartsPanel::ContextParts& parts);
    /// Takes the cut that the slider shows as one more alternative, and goes over to it.
    void takeCut();
    /// From a cut of the slider back to the split as it was.
    void leaveCut();
    /// Writes the alternative on the screen to a file; the ending chooses the format.
    void exportTo(const QString& file);
    void importFrom(const QString& file);

protected:
    void refresh() override;
    [[nodiscard]] Parts parts() const override { return Part::Split; }
    [[nodiscard]] bool hasContent() const override { return document().alternative() != nullptr; }
    [[nodiscard]] std::optional<core::ResultKind> mainResult() const override { return core::ResultKind::Split; }
    void renew() override { emit actionWanted(QStringLiteral("split")); }

private:
    void buildLeft(QWidget* left);
    void buildTabs();
    void buildMemberTools(TablePanel& panel, const QString& prefix);
    void fillTargets();
    /// Views beside the map are filled when they are looked at, else one by one while nothing happens: an edit waits for none of them.
    void addFilling(QWidget* view, std::function<void()> fill);
    void fill(const QWidget* view);
    void fillNext();
    void fillHistory();
    void fillComparison();
    [[nodiscard]] std::map<std::string, QString> alternativeNames() const;
    void chooseContext(const QString& context);
    void inspectMember(const QString& member);
    void buildExchange();
    void buildHistory();
    void buildReview(QWidget* left, QLayout* layout);
    void fillReview(const core::Context* context);
    void showFigures();
    void review(const std::string& state);
    void keepNote();
    void setKind(const std::string& kind);
    void createContext();
    void findOnMap();
    void buildGranularity();
    void showCut(const std::shared_ptr<const service::GranularityCut>& cut);
    void endCut(double resolution);
    void setRole(const std::string& role);
    void togglePin();
    void patchContext(const std::string& context, const nlohmann::json& patch, const std::string& label);
    void showDrag(const QString& member, const QString& context);
    void showMergeEffect(const QString& from, const QString& into);
    void keepPlaces(const std::map<std::string, QPointF>& places);
    /// What a move would change, in a line and in the figures; empty target: nothing hangs in the air.
    void showEffect(const std::vector<std::string>& members, const std::string& target);
    [[nodiscard]] QString effectLine(const analyzers::decompose::MoveEffect& effect, const core::Context& to) const;
    [[nodiscard]] std::string freshContextId(const std::string& stem, const std::set<std::string>& taken) const;
    [[nodiscard]] QString nameOf(const core::Alternative& alternative) const;
    [[nodiscard]] std::map<std::string, QPointF> places() const;
    /// The context that a member would best go to; empty when none is known.
    [[nodiscard]] std::string nextBestOf(const QString& member) const;
    [[nodiscard]] const core::Context* context(const std::string& id) const;
    [[nodiscard]] std::vector<std::string> chosenMembers() const;

    struct Filling {
        QWidget* view = nullptr;
        std::function<void()> fill;
        bool stale = false;
    };

    QComboBox* m_alternatives;
    SplitMap* m_map;
    QTabWidget* m_tabs;
    RowsModel<ContextRow>* m_contexts;
    RowsModel<MemberRow>* m_members;
    RowsModel<MemberRow>* m_fence;
    RowsModel<InterfaceRow>* m_interfaces;
    RowsModel<TransactionRow>* m_transactions;
    RowsModel<SharedTableRow>* m_shared;
    RowsModel<HistoryRow>* m_history;
    RowsModel<UnmetRow>* m_unmet;
    TableView* m_contextView = nullptr;
    TablePanel* m_membersPanel = nullptr;
    TablePanel* m_fencePanel = nullptr;
    TablePanel* m_interfacesPanel = nullptr;
    std::vector<QComboBox*> m_targets;
    QComboBox* m_mergeTarget = nullptr;
    QComboBox* m_kind = nullptr;
    QLineEdit* m_note = nullptr;
    QLabel* m_reviewState = nullptr;
    QLineEdit* m_find = nullptr;
    std::vector<QWidget*> m_contextControls; ///< need a selected context
    ComparePanel* m_compare = nullptr;
    PartsPanel* m_parts = nullptr;
    TablePanel* m_unmetPanel = nullptr;
    QWidget* m_left = nullptr;
    GranularityBar* m_granularity = nullptr;
    std::shared_ptr<const service::GranularityCut> m_cut; ///< shown by the slider, not taken; empty: the split itself is shown
    std::shared_ptr<analyzers::decompose::MovePreview> m_moves; ///< empty until it is prepared
    bool m_movesStale = true;
    MetricsBar* m_metrics;
    QLabel* m_dragLine;
    std::vector<Filling> m_fillings;
    QTimer m_pause;    ///< runs while views are to be filled
    QString m_context; ///< selected
    QString m_member;
};

} // namespace naru::gui
