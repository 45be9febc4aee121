// The controls of the split page and what they are joined to.

#include "app/gui/Names.h"
#include "app/gui/pages/SplitPage.h"
#include "app/gui/splitmap/ComparePanel.h"
#include "app/gui/splitmap/GranularityBar.h"
#include "app/gui/splitmap/SplitMap.h"
#include "app/gui/splitmap/StormingPanel.h"
#include "app/gui/widgets/FlowLayout.h"
#include "app/gui/widgets/TablePanel.h"
#include "core/model/PartitionJson.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <array>

namespace naru::gui {
namespace {

QPushButton* addButton(QLayout* layout, const QString& name, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    button->setProperty("compact", true);
    layout->addWidget(button);
    return button;
}

} // namespace

void SplitPage::buildLeft(QWidget* left)
{
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 6, 0);
    m_contextView = new TableView(left);
    m_contextView->setObjectName(QStringLiteral("contextsTable"));
    m_contexts->setParent(this);
    auto* order = new TableFilter(this);
    order->setSourceModel(m_contexts);
    m_contextView->setModel(order);
    m_contextView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_contextView->sortByColumn(-1, Qt::AscendingOrder);
    layout->addWidget(m_contextView, 1);
    connect(m_contextView, &TableView::currentRowChanged, this, [this](const QModelIndex& index) {
        const QString id = index.data(IdRole).toString();
        if (index.isValid() && id != m_context)
            chooseContext(id);
    });
    connect(m_contextView, &TableView::opened, this, [this](const QModelIndex& index) {
        const std::string id = index.data(IdRole).toString().toStdString();
        m_map->setOpen(id, !m_map->isOpen(id));
    });
    connect(m_contextView, &TableView::keyPressed, this, [this](int key) {
        if (key == Qt::Key_F2)
            renameSelected();
    });
    auto* first = new FlowLayout;
    first->setFill(true);
    auto* rename = addButton(first, QStringLiteral("renameContext"), left);
    auto* open = addButton(first, QStringLiteral("openContext"), left);
    auto* second = new FlowLayout;
    second->setFill(true);
    auto* agree = addButton(second, QStringLiteral("agreeContext"), left);
    auto* dispute = addButton(second, QStringLiteral("disputeContext"), left);
    auto* third = new QHBoxLayout;
    m_mergeTarget = new QComboBox(left);
    m_mergeTarget->setObjectName(QStringLiteral("mergeTarget"));
    m_mergeTarget->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    third->addWidget(m_mergeTarget, 1);
    auto* merge = addButton(third, QStringLiteral("mergeContext"), left);
    auto* divide = addButton(first, QStringLiteral("divideContext"), left);
    layout->addLayout(first);
    buildReview(left, layout);
    layout->addLayout(second);
    layout->addLayout(third);
    for (QWidget* control : std::initializer_list<QWidget*>{rename, open, divide, agree, dispute, merge, m_mergeTarget})
        m_contextControls.push_back(control);
    connect(divide, &QPushButton::clicked, this, &SplitPage::divideContext);
    connect(rename, &QPushButton::clicked, this, &SplitPage::renameSelected);
    connect(open, &QPushButton::clicked, this, [this] {
        const std::string id = m_context.toStdString();
        m_map->setOpen(id, !m_map->isOpen(id));
    });
    connect(agree, &QPushButton::clicked, this, [this] { review("agreed"); });
    connect(dispute, &QPushButton::clicked, this, [this] { review("disputed"); });
    connect(merge, &QPushButton::clicked, this, [this] { mergeContexts(m_context, m_mergeTarget->currentData().toString()); });
    words().say([=, this] {
        m_contexts->retranslate();
        m_contextView->setAccessibleName(tr("Contexts"));
        m_mergeTarget->setAccessibleName(tr("Context to merge into"));
        m_alternatives->setAccessibleName(tr("Alternatives"));
        rename->setText(tr("Rename (F2)"));
        open->setText(tr("Open / close"));
        agree->setText(tr("Agree"));
        dispute->setText(tr("Dispute"));
        merge->setText(tr("Merge into"));
        divide->setText(tr("Divide..."));
        divide->setToolTip(tr("Clusters the members of this context by themselves and shows the parts"));
        for (QPushButton* button : {rename, open, divide, agree, dispute, merge})
            button->setAccessibleName(button->text());
    });
}

void SplitPage::buildReview(QWidget* left, QLayout* layout)
{
    m_reviewState = makeLabel(QStringLiteral("reviewState"), "muted", left, true);
    m_kind = new QComboBox(left);
    m_kind->setObjectName(QStringLiteral("contextKind"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(6);
    m_note = new QLineEdit(left);
    m_note->setObjectName(QStringLiteral("contextNote"));
    for (const core::SubdomainKind kind : {core::SubdomainKind::Core, core::SubdomainKind::Supporting, core::SubdomainKind::Generic})
        m_kind->addItem(QString(), fromUtf8(core::nameOf(kind)));
    auto* line = new QHBoxLayout;
    line->addWidget(m_reviewState, 1);
    line->addWidget(m_kind);
    static_cast<QVBoxLayout*>(layout)->addLayout(line);
    layout->addWidget(m_note);
    m_contextControls.push_back(m_kind);
    m_contextControls.push_back(m_note);
    connect(m_kind, &QComboBox::activated, this, [this] { setKind(m_kind->currentData().toString().toStdString()); });
    connect(m_note, &QLineEdit::editingFinished, this, &SplitPage::keepNote);
    words().say([this] {
        m_kind->setAccessibleName(tr("Kind of sub-domain"));
        m_kind->setToolTip(m_kind->accessibleName());
        for (int row = 0; row < m_kind->count(); ++row)
            m_kind->setItemText(row, Names::of(static_cast<core::SubdomainKind>(row)));
        m_note->setPlaceholderText(tr("Note, or the reason of a dispute"));
        m_note->setAccessibleName(tr("Note on the context"));
    });
}

void SplitPage::buildTabs()
{
    m_tabs->setObjectName(QStringLiteral("splitTabs"));
    m_tabs->setDocumentMode(true);
    auto* mapTab = new QWidget(m_tabs);
    auto* mapLayout = new QVBoxLayout(mapTab);
    mapLayout->setContentsMargins(0, 6, 0, 0);
    auto* tools = new FlowLayout;
    auto* in = addButton(tools, QStringLiteral("zoomIn"), mapTab);
    auto* out = addButton(tools, QStringLiteral("zoomOut"), mapTab);
    auto* fit = addButton(tools, QStringLiteral("fitMap"), mapTab);
    auto* arrange = addButton(tools, QStringLiteral("arrangeMap"), mapTab);
    m_find = new QLineEdit(mapTab);
    m_find->setObjectName(QStringLiteral("findOnMap"));
    m_find->setClearButtonEnabled(true);
    m_find->setMinimumWidth(200);
    tools->addWidget(m_find);
    auto* meanings = new QWidget(mapTab);
    auto* inLine = new QHBoxLayout(meanings);
    inLine->setContentsMargins({});
    std::array<QLabel*, 3> legend{};
    for (QLabel*& one : legend) {
        one = new QLabel(meanings);
        one->setTextFormat(Qt::RichText);
        inLine->addWidget(one);
    }
    tools->addWidget(meanings);
    mapLayout->addLayout(tools);
    m_granularity = new GranularityBar(env(), mapTab);
    mapLayout->addWidget(m_granularity);
    buildGranularity();
    m_parts = new PartsPanel(env(), mapTab);
    auto* mapAndParts = new QSplitter(Qt::Vertical, mapTab);
    mapAndParts->setObjectName(QStringLiteral("mapSplitter"));
    mapAndParts->addWidget(m_map);
    mapAndParts->addWidget(m_parts);
    mapAndParts->setStretchFactor(0, 1);
    mapAndParts->setChildrenCollapsible(false);
    mapLayout->addWidget(mapAndParts, 1);
    connect(m_parts, &PartsPanel::accepted, this, &SplitPage::acceptParts);
    connect(m_find, &QLineEdit::returnPressed, this, &SplitPage::findOnMap);
    connect(in, &QPushButton::clicked, this, [this] { m_map->zoom(1.25); });
    connect(out, &QPushButton::clicked, this, [this] { m_map->zoom(0.8); });
    connect(fit, &QPushButton::clicked, m_map, &SplitMap::fit);
    connect(arrange, &QPushButton::clicked, m_map, &SplitMap::arrange);
    m_tabs->addTab(mapTab, QString());

    const auto panel = [this]<typename Row>(const char* name, RowsModel<Row>* model, std::vector<Row> (*rows)(const core::Alternative&)) {
        auto* made = new TablePanel(env(), QString::fromLatin1(name), model, m_tabs);
        addFilling(made, [this, model, rows] {
            const auto alternative = document().sharedAlternative();
            model->setRows(rows(*alternative), alternative);
        });
        connect(made, &TablePanel::selected, this, &Page::selected);
        connect(made, &TablePanel::jump, this, &Page::jump);
        m_tabs->addTab(made, QString());
        return made;
    };
    m_membersPanel = panel("membersTable", m_members, memberRows);
    m_membersPanel->setStretch(0);
    buildMemberTools(*m_membersPanel, QStringLiteral("members"));
    m_fencePanel = panel("fenceTable", m_fence, reviewRows);
    m_fencePanel->setStretch(0);
    buildMemberTools(*m_fencePanel, QStringLiteral("fence"));
    m_interfacesPanel = panel("interfacesTable", m_interfaces, interfaceRows);
    panel("transactionsTable", m_transactions, transactionRows);
    panel("sharedTablesTable", m_shared, sharedTableRows);
    m_compare = new ComparePanel(env(), m_tabs);
    connect(m_compare, &ComparePanel::takeWanted, this, &SplitPage::takeAlternative);
    connect(m_compare, &ComparePanel::memberChosen, this, [this](const QString& member) {
        if (!member.isEmpty())
            inspectMember(member);
    });
    m_tabs->addTab(m_compare, QString());
    addFilling(m_compare, [this] { fillComparison(); });
    buildHistory();
    auto* storming = new StormingPanel(env(), document(), m_tabs);
    m_tabs->addTab(storming, QString());
    connect(storming, &StormingPanel::selected, this, &Page::selected);
    connect(storming, &StormingPanel::jump, this, &Page::jump);
    words().say([=, this] {
        const QStringList titles{tr("Map"),           tr("Members"), tr("On the fence"), tr("Interfaces"), tr("Distributed transactions"),
                                 tr("Shared tables"), tr("Compare"), tr("History"),    tr("Event storming")};
        for (int tab = 0; tab < m_tabs->count(); ++tab) {
            m_tabs->setTabText(tab, titles[tab]);
            if (auto* table = qobject_cast<TablePanel*>(m_tabs->widget(tab)))
                table->setAccessibleTitle(titles[tab]);
        }
        m_tabs->setAccessibleName(tr("Views of the split"));
        in->setText(QStringLiteral("+"));
        out->setText(QStringLiteral("−"));
        fit->setText(tr("Show all"));
        arrange->setText(tr("Arrange"));
        in->setAccessibleName(tr("Zoom in"));
        out->setAccessibleName(tr("Zoom out"));
        fit->setAccessibleName(fit->text());
        arrange->setAccessibleName(arrange->text());
        m_find->setPlaceholderText(tr("Find on the map (Enter: next)"));
        m_find->setAccessibleName(tr("Find a context or member on the map"));
        const Colours& s = colours();
        const auto explain = [](QLabel* label, const QColor& colour, const char* mark, core::InterfaceKind kind) {
            label->setText(QStringLiteral("<span style='color:%1'>%2</span>&nbsp;%3")
                               .arg(colour.name(), QString::fromUtf8(mark), Names::of(kind)));
        };
        explain(legend[0], s.edgeCall, "━▶", core::InterfaceKind::Call);
        explain(legend[1], s.edgeTable, "╍╍", core::InterfaceKind::SharedTable);
        explain(legend[2], s.edgeTransaction, "━━", core::InterfaceKind::DistributedTransaction);
    });
}

void SplitPage::buildHistory()
{
    auto* splitter = new QSplitter(Qt::Vertical, m_tabs);
    splitter->setObjectName(QStringLiteral("historySplitter"));
    auto* history = new TablePanel(env(), QStringLiteral("historyTable"), m_history, splitter);
    m_unmetPanel = new TablePanel(env(), QStringLiteral("notKeptTable"), m_unmet, splitter);
    history->setStretch(3);
    connect(history, &TablePanel::selected, this, &Page::selected);
    splitter->addWidget(history);
    splitter->addWidget(m_unmetPanel);
    splitter->setChildrenCollapsible(false);
    m_tabs->addTab(splitter, QString());
    addFilling(splitter, [this] { fillHistory(); });
    words().say([this, history] {
        history->setAccessibleTitle(tr("Decisions about the split, the newest first"));
        m_unmetPanel->setAccessibleTitle(tr("Decisions that could not be kept"));
    });
}

void SplitPage::buildMemberTools(TablePanel& panel, const QString& prefix)
{
    auto* target = new QComboBox(&panel);
    target->setObjectName(prefix + QStringLiteral("Target"));
    target->setMinimumWidth(160);
    target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_targets.push_back(target);
    panel.tools().addWidget(target);
    auto* move = addButton(&panel.tools(), prefix + QStringLiteral("Move"), &panel);
    auto* pin = addButton(&panel.tools(), prefix + QStringLiteral("Pin"), &panel);
    auto* shared = addButton(&panel.tools(), prefix + QStringLiteral("Shared"), &panel);
    auto* unused = addButton(&panel.tools(), prefix + QStringLiteral("Unused"), &panel);
    auto* create = addButton(&panel.tools(), prefix + QStringLiteral("NewContext"), &panel);
    connect(create, &QPushButton::clicked, this, &SplitPage::createContext);
    const auto preview = [this, target] { showEffect(chosenMembers(), target->currentData().toString().toStdString()); };
    connect(target, &QComboBox::activated, this, preview);
    panel.putToolsBelow();
    connect(move, &QPushButton::clicked, this,
            [this, target] { moveMembers(chosenMembers(), target->currentData().toString().toStdString()); });
    connect(pin, &QPushButton::clicked, this, &SplitPage::togglePin);
    connect(shared, &QPushButton::clicked, this, [this] { setRole("shared"); });
    connect(unused, &QPushButton::clicked, this, [this] { setRole("unused"); });
    connect(&panel.view(), &TableView::keyPressed, this, [this, target](int key) {
        if (key == Qt::Key_M)
            moveMembers(chosenMembers(), target->currentData().toString().toStdString());
        else if (key == Qt::Key_P)
            togglePin();
        else if (key == Qt::Key_S)
            setRole("shared");
        else if (key == Qt::Key_U)
            setRole("unused");
        else if (key == Qt::Key_N)
            createContext();
    });
    connect(&panel, &TablePanel::selected, this, [this, &panel, target] {
        if (const QString next = fromUtf8(nextBestOf(panel.view().currentIndex().data(IdRole).toString())); !next.isEmpty())
            target->setCurrentIndex(std::max(0, target->findData(next)));
        m_member = panel.view().currentIndex().data(IdRole).toString();
        m_map->markMember(m_member.toStdString());
    });
    words().say([=] {
        target->setAccessibleName(tr("Context to move to"));
        move->setText(tr("Move (M)"));
        pin->setText(tr("Pin (P)"));
        shared->setText(tr("Shared (S)"));
        unused->setText(tr("Unused (U)"));
        create->setText(tr("New context (N)"));
        for (QPushButton* button : {move, pin, shared, unused, create})
            button->setAccessibleName(button->text());
    });
}

} // namespace naru::gui
