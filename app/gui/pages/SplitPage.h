#pragma once

#include "app/gui/models/SplitTables.h"
#include "app/gui/pages/Page.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace naru::gui {

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
    void fillCompare();
    void chooseContext(const QString& context);
    void inspectMember(const QString& member);
    void review(const std::string& state);
    void setRole(const std::string& role);
    void togglePin();
    void patchContext(const std::string& context, const nlohmann::json& patch, const std::string& label);
    void showDrag(const QString& member, const QString& context);
    [[nodiscard]] const core::Context* context(const std::string& id) const;
    [[nodiscard]] std::vector<std::string> chosenMembers() const;

    QComboBox* m_alternatives;
    SplitMap* m_map;
    QTabWidget* m_tabs;
    RowsModel<ContextRow>* m_contexts;
    RowsModel<MemberRow>* m_members;
    RowsModel<MemberRow>* m_fence;
    RowsModel<InterfaceRow>* m_interfaces;
    RowsModel<TransactionRow>* m_transactions;
    RowsModel<SharedTableRow>* m_shared;
    RowsModel<DifferenceRow>* m_differences;
    TableView* m_contextView = nullptr;
    TablePanel* m_membersPanel = nullptr;
    TablePanel* m_fencePanel = nullptr;
    std::vector<QComboBox*> m_targets;
    QComboBox* m_mergeTarget = nullptr;
    QComboBox* m_compareWith = nullptr;
    QLabel* m_compareText = nullptr;
    MetricsBar* m_metrics;
    QLabel* m_dragLine;
    QString m_context; ///< selected
    QString m_member;
};

} // namespace naru::gui
