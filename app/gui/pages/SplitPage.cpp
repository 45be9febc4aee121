#include "app/gui/pages/SplitPage.h"

#include "app/gui/Names.h"
#include "app/gui/splitmap/SplitMap.h"
#include "app/gui/widgets/MetricsBar.h"
#include "app/gui/widgets/TablePanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::gui {
namespace {

/// Figures that the page counts itself, beside the metrics of the split.
std::map<std::string, double> figuresOf(const core::Alternative& alternative)
{
    std::map<std::string, double> all = alternative.metrics;
    double remote = 0;
    for (const core::ContextInterface& face : alternative.interfaces)
        if (face.kind == core::InterfaceKind::Call)
            for (const core::InterfaceFunction& function : face.functions)
                remote += function.calls;
    all[".contexts"] = static_cast<double>(alternative.contexts.size());
    all[".remote"] = remote;
    all[".shared"] = static_cast<double>(alternative.sharedTables.size());
    all[".transactions"] = static_cast<double>(alternative.distributedTransactions.size());
    return all;
}

} // namespace

SplitPage::SplitPage(Environment& environment, Document& document, QWidget* parent)
    : Page(environment, document, Step::Split, parent),
      m_alternatives(new QComboBox(this)),
      m_map(new SplitMap(environment, main())),
      m_tabs(new QTabWidget(main())),
      m_contexts(makeContextsTable(language())),
      m_members(makeMembersTable(language())),
      m_fence(makeMembersTable(language())),
      m_interfaces(makeInterfacesTable(language())),
      m_transactions(makeTransactionsTable(language())),
      m_shared(makeSharedTablesTable(language())),
      m_differences(makeDifferencesTable(language())),
      m_metrics(new MetricsBar(environment, main())),
      m_dragLine(makeLabel(QStringLiteral("dragLine"), "muted", main()))
{
    setObjectName(QStringLiteral("splitPage"));
    setHead([] { return tr("Split"); },
            [] { return tr("Which services, and why? Drag a member to another context, or a context onto another to merge them."); });
    setEmpty([this] { return results().code ? tr("No split has been proposed yet.") : tr("A split needs the analysed source."); },
             [this] { return results().code ? tr("Propose a split") : tr("Analyse the source"); },
             [this] { emit actionWanted(results().code ? QStringLiteral("split") : QStringLiteral("analyze")); });
    m_alternatives->setObjectName(QStringLiteral("alternatives"));
    m_alternatives->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    headTools().addWidget(m_alternatives);
    connect(m_alternatives, &QComboBox::activated, this, [this](int row) {
        this->document().decide("alternative", "chosen", m_alternatives->itemData(row).toString().toStdString(), "gui.edit.alternative");
    });

    auto* left = new QWidget(main());
    buildLeft(left);
    buildTabs();
    auto* splitter = new QSplitter(main());
    splitter->setObjectName(QStringLiteral("splitSplitter"));
    splitter->addWidget(left);
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({330, 700});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(main());
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_dragLine);
    layout->addWidget(m_metrics);
    m_dragLine->hide();

    connect(m_map, &SplitMap::contextSelected, this, &SplitPage::chooseContext);
    connect(m_map, &SplitMap::memberSelected, this, [this](const QString& member) { inspectMember(member); });
    connect(m_map, &SplitMap::moveWanted, this,
            [this](const QString& member, const QString& context) { moveMembers({member.toStdString()}, context.toStdString()); });
    connect(m_map, &SplitMap::mergeWanted, this, &SplitPage::mergeContexts);
    connect(m_map, &SplitMap::renameWanted, this, &SplitPage::renameContext);
    connect(m_map, &SplitMap::dragging, this, &SplitPage::showDrag);
    connect(m_map, &SplitMap::edgeSelected, this, [this](const QString& from, const QString& to, core::InterfaceKind kind) {
        for (int row = 0; row < m_interfaces->rowCount(); ++row) {
            const core::ContextInterface& face = m_interfaces->at(row).face;
            const bool along = fromUtf8(face.from) == from && fromUtf8(face.to) == to;
            const bool against = kind != core::InterfaceKind::Call && fromUtf8(face.from) == to && fromUtf8(face.to) == from;
            if (face.kind == kind && (along || against)) {
                emit selected(m_interfaces->subject(row));
                return;
            }
        }
    });
}

const core::Context* SplitPage::context(const std::string& id) const
{
    const core::Alternative* alternative = document().alternative();
    if (!alternative)
        return nullptr;
    const auto found = std::ranges::find(alternative->contexts, id, &core::Context::id);
    return found == alternative->contexts.end() ? nullptr : &*found;
}

std::vector<std::string> SplitPage::chosenMembers() const
{
    const TablePanel* panel = m_tabs->currentWidget() == m_fencePanel ? m_fencePanel : m_membersPanel;
    const auto* model = panel == m_fencePanel ? m_fence : m_members;
    std::vector<std::string> members;
    for (const int row : panel->selectedRows())
        members.push_back(model->at(row).member.id);
    return members;
}

void SplitPage::refresh()
{
    const core::Alternative& alternative = *document().alternative();
    m_alternatives->clear();
    m_compareWith->clear();
    for (const core::Alternative& one : results().split->alternatives) {
        const bool recommended = results().proposedSplit && !results().proposedSplit->alternatives.empty() &&
                                 results().proposedSplit->alternatives.front().id == one.id;
        const QString name = tr("%1 contexts, %2").arg(one.contexts.size()).arg(one.level == "fine" ? tr("fine") : tr("coarse"));
        m_alternatives->addItem(recommended ? tr("%1 (recommended)").arg(name) : name, fromUtf8(one.id));
        if (one.id == alternative.id)
            m_alternatives->setCurrentIndex(m_alternatives->count() - 1);
        else
            m_compareWith->addItem(name, fromUtf8(one.id));
    }
    m_contexts->setRows(contextRows(alternative));
    m_members->setRows(memberRows(alternative));
    m_fence->setRows(reviewRows(alternative));
    m_interfaces->setRows(interfaceRows(alternative));
    m_transactions->setRows(transactionRows(alternative));
    m_shared->setRows(sharedTableRows(alternative));
    for (const int column : {3, 4}) // tables and kind stand on the map and in the inspector
        m_contextView->setColumnHidden(column, true);
    m_contextView->fitColumns(0);
    m_map->show(alternative);
    fillTargets();
    fillCompare();
    if (!context(m_context.toStdString()))
        m_context.clear();
    chooseContext(m_context);
    std::map<std::string, double> before;
    if (results().proposedSplit)
        for (const core::Alternative& one : results().proposedSplit->alternatives)
            if (one.id == alternative.id)
                before = figuresOf(one);
    m_metrics->show(figuresOf(alternative), before);
}

void SplitPage::fillTargets()
{
    std::vector<QComboBox*> boxes = m_targets;
    boxes.push_back(m_mergeTarget);
    for (QComboBox* box : boxes) {
        const QString old = box->currentData().toString();
        box->clear();
        for (const core::Context& one : document().alternative()->contexts)
            box->addItem(fromUtf8(one.name), fromUtf8(one.id));
        box->setCurrentIndex(std::max(0, box->findData(old)));
    }
}

void SplitPage::fillCompare()
{
    const std::string wanted = m_compareWith->currentData().toString().toStdString();
    const auto& all = results().split->alternatives;
    const auto other = std::ranges::find(all, wanted, &core::Alternative::id);
    if (other == all.end()) {
        m_differences->setRows({});
        m_compareText->setText(tr("There is no second alternative."));
        return;
    }
    m_differences->setRows(differenceRows(*document().alternative(), *other));
    const auto here = figuresOf(*document().alternative());
    const auto there = figuresOf(*other);
    m_compareText->setText(tr("remote calls %1 → %2, distributed transactions %3 → %4")
                               .arg(language().number(here.at(".remote"), 0), language().number(there.at(".remote"), 0),
                                    language().number(here.at(".transactions"), 0), language().number(there.at(".transactions"), 0)));
}

void SplitPage::chooseContext(const QString& id)
{
    m_context = id;
    m_map->select(id.toStdString());
    const QSignalBlocker quiet(m_contextView);
    const auto* order = m_contextView->model();
    for (int row = 0; row < order->rowCount(); ++row)
        if (order->index(row, 0).data(IdRole).toString() == id) {
            m_contextView->setCurrentIndex(order->index(row, 0));
            break;
        }
    if (const core::Context* one = context(id.toStdString()); one && isVisible())
        emit selected(describe(*one, *document().alternative(), language()));
}

void SplitPage::inspectMember(const QString& member)
{
    m_member = member;
    for (int row = 0; row < m_members->rowCount(); ++row)
        if (fromUtf8(m_members->at(row).member.id) == member) {
            emit selected(m_members->subject(row));
            m_membersPanel->selectId(member);
            return;
        }
}

void SplitPage::reveal(const QString& member)
{
    m_tabs->setCurrentWidget(m_membersPanel);
    m_membersPanel->selectId(member);
}

void SplitPage::showContext(const QString& id)
{
    m_tabs->setCurrentIndex(0);
    chooseContext(id);
}

void SplitPage::moveMembers(const std::vector<std::string>& members, const std::string& target)
{
    if (members.empty() || !context(target))
        return;
    std::vector<Document::Choice> choices;
    for (const std::string& member : members) {
        choices.push_back({"member", member, target});
        if (document().decision("role", member))
            choices.push_back({"role", member, std::nullopt});
    }
    document().decide(choices, "gui.edit.move");
}

void SplitPage::mergeContexts(const QString& from, const QString& into)
{
    if (from.isEmpty() || into.isEmpty() || from == into)
        return;
    document().decide("merge", from.toStdString(), into.toStdString(), "gui.edit.merge");
}

void SplitPage::patchContext(const std::string& id, const nlohmann::json& patch, const std::string& label)
{
    nlohmann::json value = document().decision("context", id).value_or(nlohmann::json::object());
    if (!value.is_object())
        value = nlohmann::json::object();
    value.update(patch);
    document().decide("context", id, value, label);
}

void SplitPage::renameContext(const QString& id)
{
    const core::Context* one = context(id.toStdString());
    if (!one)
        return;
    const QString name = env().dialogs.askText(this, tr("Rename the context"), tr("Name"), fromUtf8(one->name));
    if (!name.isEmpty() && name != fromUtf8(one->name))
        patchContext(id.toStdString(), {{"name", name.toStdString()}}, "gui.edit.rename");
}

void SplitPage::review(const std::string& state)
{
    const core::Context* one = context(m_context.toStdString());
    if (!one)
        return;
    const bool again = one->review == state; // a second click takes it back
    patchContext(m_context.toStdString(),
                 {{"review", again ? "open" : state}, {"reviewer", env().settings.text(Setting::UserName).toStdString()}},
                 "gui.edit.review");
}

void SplitPage::setRole(const std::string& role)
{
    std::vector<Document::Choice> choices;
    for (const std::string& member : chosenMembers()) {
        const auto old = document().decision("role", member);
        const bool again = old && *old == role;
        choices.push_back({"role", member, again ? std::nullopt : std::optional<nlohmann::json>(role)});
    }
    document().decide(choices, "gui.edit.role");
}

void SplitPage::togglePin()
{
    std::vector<Document::Choice> choices;
    const auto chosen = chosenMembers();
    for (const MemberRow& row : m_members->rows()) {
        if (std::ranges::find(chosen, row.member.id) == chosen.end() || row.context.empty())
            continue;
        choices.push_back({"pin", row.member.id, row.pinned ? std::nullopt : std::optional<nlohmann::json>(row.context)});
    }
    document().decide(choices, "gui.edit.pin");
}

void SplitPage::showDrag(const QString& member, const QString& target)
{
    const core::Context* to = context(target.toStdString());
    m_dragLine->setVisible(to != nullptr);
    if (!to)
        return;
    // What the move would bring together and pull apart, from the reasons already known.
    const auto& alternative = *document().alternative();
    const auto why = alternative.why.find(member.toStdString());
    double toward = 0;
    double away = 0;
    if (why != alternative.why.end()) {
        std::map<std::string, std::string> contextOf;
        for (const core::Context& one : alternative.contexts)
            for (const core::PartitionMember& other : one.members)
                contextOf.emplace(other.id, one.id);
        for (const auto* list : {&why->second.toward, &why->second.towardNext})
            for (const core::Reason& reason : *list) {
                const auto at = contextOf.find(reason.other);
                if (at == contextOf.end())
                    continue;
                if (at->second == to->id)
                    toward += reason.weight;
                else if (at->second == why->second.context)
                    away += reason.weight;
            }
    }
    m_dragLine->setText(
        tr("Into \"%1\": ties gained %2 %, ties cut %3 %").arg(fromUtf8(to->name)).arg(qRound(toward * 100)).arg(qRound(away * 100)));
}

} // namespace naru::gui
