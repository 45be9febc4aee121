#include "app/gui/pages/SplitPage.h"

#include "app/gui/Names.h"
#include "app/gui/splitmap/ComparePanel.h"
#include "app/gui/splitmap/PartsPanel.h"
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
#include <utility>

namespace naru::gui {
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
      m_history(makeHistoryTable(language())),
      m_unmet(makeUnmetTable(language())),
      m_metrics(new MetricsBar(environment, main())),
      m_dragLine(makeLabel(QStringLiteral("dragLine"), "muted", main(), true))
{
    setObjectName(QStringLiteral("splitPage"));
    setHead([] { return tr("Split"); },
            [] { return tr("Which services, and why? Drag a member to another context, or a context onto another to merge them."); });
    setEmpty([this] { return results().code ? tr("No split has been proposed yet.") : tr("A split needs the analysed source."); },
             [this] { return results().code ? tr("Propose a split") : tr("Analyse the source"); },
             [this] { emit actionWanted(results().code ? QStringLiteral("split") : QStringLiteral("analyze")); });
    m_alternatives->setObjectName(QStringLiteral("alternatives"));
    m_alternatives->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_alternatives->setMinimumContentsLength(24);
    headTools().addWidget(m_alternatives);
    buildExchange();
    connect(m_alternatives, &QComboBox::activated, this, [this](int row) { takeAlternative(m_alternatives->itemData(row).toString()); });

    auto* left = m_left = new QWidget(main());
    buildLeft(left);
    buildTabs();
    auto* splitter = new QSplitter(main());
    splitter->setObjectName(QStringLiteral("splitSplitter"));
    splitter->addWidget(left);
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(0, 1); // long names are whole in a large window
    splitter->setStretchFactor(1, 9);
    splitter->setSizes({300, 700});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(main());
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_dragLine);
    layout->addWidget(m_metrics);
    m_dragLine->hide();

    m_pause.setInterval(0);
    connect(&m_pause, &QTimer::timeout, this, &SplitPage::fillNext);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { fill(m_tabs->currentWidget()); });
    connect(&document, &Document::changed, this, [this](Parts changed) {
        if (changed & Part::Places && !(changed & Part::Split) && isVisible() && this->document().alternative())
            m_map->show(*this->document().alternative(), places());
        if (!(changed & Part::Split))
            return;
        // Comes after refresh() when the page is shown: what was prepared for the split before must not answer any more.
        m_moves.reset();
        m_movesStale = !isVisible();
        if (isVisible())
            this->document().prepareMoves();
    });
    connect(&document, &Document::movesPrepared, this,
            [this](const std::shared_ptr<analyzers::decompose::MovePreview>& moves) { m_moves = moves; });
    connect(&document, &Document::partsProposed, this, [this](const QString& id, const PartsPanel::ContextParts& parts) {
        if (const core::Context* one = context(id.toStdString())) {
            m_tabs->setCurrentIndex(0);
            m_parts->propose(id, fromUtf8(one->name), parts);
        }
    });
    connect(m_map, &SplitMap::contextSelected, this, &SplitPage::chooseContext);
    connect(m_map, &SplitMap::memberSelected, this, [this](const QString& member) { inspectMember(member); });
    connect(m_map, &SplitMap::moveWanted, this,
            [this](const QString& member, const QString& context) { moveMembers({member.toStdString()}, context.toStdString()); });
    connect(m_map, &SplitMap::mergeWanted, this, &SplitPage::mergeContexts);
    connect(m_map, &SplitMap::renameWanted, this, &SplitPage::renameContext);
    connect(m_map, &SplitMap::dragging, this, &SplitPage::showDrag);
    connect(m_map, &SplitMap::draggingContext, this, &SplitPage::showMergeEffect);
    connect(m_map, &SplitMap::placed, this, &SplitPage::keepPlaces);
    connect(m_map, &SplitMap::edgeSelected, this, [this](const QString& from, const QString& to, core::InterfaceKind kind) {
        fill(m_interfacesPanel);
        for (int row = 0; row < m_interfaces->rowCount(); ++row) {
            const core::ContextInterface& face = *m_interfaces->at(row).face;
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

QString SplitPage::nameOf(const core::Alternative& alternative) const
{
    if (alternative.level == "imported")
        return tr("%1 (imported, %2 contexts)").arg(fromUtf8(alternative.id).section(QLatin1Char(':'), 1)).arg(alternative.contexts.size());
    if (alternative.level == service::kCutArea)
        return tr("%1 contexts, granularity %2").arg(alternative.contexts.size()).arg(language().number(alternative.resolution, 2));
    const bool recommended = results().proposedSplit && !results().proposedSplit->alternatives.empty() &&
                             results().proposedSplit->alternatives.front().id == alternative.id;
    const QString name =
        tr("%1 contexts, %2").arg(alternative.contexts.size()).arg(alternative.level == "fine" ? tr("fine") : tr("coarse"));
    return recommended ? tr("%1 (recommended)").arg(name) : name;
}

std::map<std::string, QPointF> SplitPage::places() const
{
    std::map<std::string, QPointF> all;
    for (const auto* list : {&results().places, &results().layout}) // those of a person first
        for (const auto& [id, at] : *list)
            all.emplace(id, QPointF(at.first, at.second));
    return all;
}

std::map<std::string, QString> SplitPage::alternativeNames() const
{
    std::map<std::string, QString> names;
    for (const core::Alternative& one : results().split->alternatives)
        names.emplace(one.id, nameOf(one));
    return names;
}

void SplitPage::refresh()
{
    const auto alternative = document().sharedAlternative();
    m_alternatives->clear();
    const auto names = alternativeNames();
    for (const core::Alternative& one : results().split->alternatives) {
        m_alternatives->addItem(names.at(one.id), fromUtf8(one.id));
        if (one.id == alternative->id)
            m_alternatives->setCurrentIndex(m_alternatives->count() - 1);
    }
    m_alternatives->setToolTip(language().text(alternative->reasonKey));
    m_contexts->setRows(contextRows(*alternative), alternative);
    for (const int column : {3, 4}) // tables and kind stand on the map and in the inspector
        m_contextView->setColumnHidden(column, true);
    m_contextView->fitColumns(0);
    for (Filling& one : m_fillings)
        one.stale = true;
    fill(m_tabs->currentWidget());
    m_pause.start();
    m_map->show(*alternative, places());
    endCut(alternative->resolution);
    fillTargets();
    if (!context(m_context.toStdString()))
        m_context.clear();
    chooseContext(m_context);
    showFigures();
    if (m_movesStale) {
        m_movesStale = false;
        document().prepareMoves();
    }
}

void SplitPage::addFilling(QWidget* view, std::function<void()> fill)
{
    m_fillings.push_back({view, std::move(fill)});
}

void SplitPage::fill(const QWidget* view)
{
    for (Filling& one : m_fillings)
        if (one.view == view && std::exchange(one.stale, false) && document().alternative())
            one.fill();
}

void SplitPage::fillNext()
{
    const auto next = std::ranges::find(m_fillings, true, &Filling::stale);
    if (next == m_fillings.end())
        m_pause.stop();
    else
        fill(next->view);
}

void SplitPage::fillHistory()
{
    const core::Alternative& alternative = *document().alternative();
    m_history->setRows(historyRows(document().splitHistory(), alternative));
    m_unmet->setRows(unmetRows(alternative, language()));
    m_unmetPanel->setVisible(m_unmet->rowCount() > 0);
}

void SplitPage::fillComparison()
{
    m_compare->show(results().split, document().alternative()->id, alternativeNames());
}

void SplitPage::showFigures()
{
    const core::Alternative& alternative = *document().alternative();
    std::map<std::string, double> before;
    if (results().proposedSplit)
        for (const core::Alternative& one : results().proposedSplit->alternatives)
            if (one.id == alternative.id)
                before = splitFigures(one);
    m_metrics->show(splitFigures(alternative), before);
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
    const core::Context* one = context(id.toStdString());
    fillReview(one);
    if (one && isVisible())
        emit selected(describe(*one, *document().alternative(), language()));
}

std::string SplitPage::nextBestOf(const QString& member) const
{
    const auto& why = document().alternative()->why;
    const auto found = why.find(member.toStdString());
    return found == why.end() ? std::string() : found->second.nextBest;
}

void SplitPage::inspectMember(const QString& member)
{
    m_member = member;
    fill(m_membersPanel);
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

} // namespace naru::gui
