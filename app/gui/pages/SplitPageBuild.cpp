// The controls of the split page and what they are joined to.

#include "app/gui/Names.h"
#include "app/gui/pages/SplitPage.h"
#include "app/gui/splitmap/SplitMap.h"
#include "app/gui/widgets/TablePanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace naru::gui {
namespace {

QPushButton* addButton(QLayout* layout, const QString& name, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
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
    auto* first = new QHBoxLayout;
    auto* rename = addButton(first, QStringLiteral("renameContext"), left);
    auto* open = addButton(first, QStringLiteral("openContext"), left);
    auto* second = new QHBoxLayout;
    auto* agree = addButton(second, QStringLiteral("agreeContext"), left);
    auto* dispute = addButton(second, QStringLiteral("disputeContext"), left);
    auto* third = new QHBoxLayout;
    m_mergeTarget = new QComboBox(left);
    m_mergeTarget->setObjectName(QStringLiteral("mergeTarget"));
    m_mergeTarget->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    third->addWidget(m_mergeTarget, 1);
    auto* merge = addButton(third, QStringLiteral("mergeContext"), left);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addLayout(third);
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
        for (QPushButton* button : {rename, open, agree, dispute, merge})
            button->setAccessibleName(button->text());
    });
}

void SplitPage::buildTabs()
{
    m_tabs->setObjectName(QStringLiteral("splitTabs"));
    m_tabs->setDocumentMode(true);
    auto* mapTab = new QWidget(m_tabs);
    auto* mapLayout = new QVBoxLayout(mapTab);
    mapLayout->setContentsMargins(0, 6, 0, 0);
    auto* tools = new QHBoxLayout;
    auto* in = addButton(tools, QStringLiteral("zoomIn"), mapTab);
    auto* out = addButton(tools, QStringLiteral("zoomOut"), mapTab);
    auto* fit = addButton(tools, QStringLiteral("fitMap"), mapTab);
    auto* arrange = addButton(tools, QStringLiteral("arrangeMap"), mapTab);
    auto* legend = new QLabel(mapTab);
    legend->setTextFormat(Qt::RichText);
    tools->addStretch(1);
    tools->addWidget(legend);
    mapLayout->addLayout(tools);
    mapLayout->addWidget(m_map, 1);
    connect(in, &QPushButton::clicked, this, [this] { m_map->zoom(1.25); });
    connect(out, &QPushButton::clicked, this, [this] { m_map->zoom(0.8); });
    connect(fit, &QPushButton::clicked, m_map, &SplitMap::fit);
    connect(arrange, &QPushButton::clicked, m_map, &SplitMap::arrange);
    m_tabs->addTab(mapTab, QString());

    const auto panel = [this](const char* name, TableModel* model) {
        auto* made = new TablePanel(env(), QString::fromLatin1(name), model, m_tabs);
        connect(made, &TablePanel::selected, this, &Page::selected);
        connect(made, &TablePanel::jump, this, &Page::jump);
        m_tabs->addTab(made, QString());
        return made;
    };
    m_membersPanel = panel("membersTable", m_members);
    m_membersPanel->setStretch(0);
    buildMemberTools(*m_membersPanel, QStringLiteral("members"));
    m_fencePanel = panel("fenceTable", m_fence);
    m_fencePanel->setStretch(0);
    buildMemberTools(*m_fencePanel, QStringLiteral("fence"));
    panel("interfacesTable", m_interfaces);
    panel("transactionsTable", m_transactions);
    panel("sharedTablesTable", m_shared);
    TablePanel* compare = panel("differencesTable", m_differences);
    compare->setStretch(0);
    m_compareWith = new QComboBox(compare);
    m_compareWith->setObjectName(QStringLiteral("compareWith"));
    m_compareText = makeLabel(QStringLiteral("compareText"), "muted", compare);
    compare->tools().addWidget(m_compareWith);
    compare->tools().addWidget(m_compareText);
    connect(m_compareWith, &QComboBox::activated, this, &SplitPage::fillCompare);
    words().say([=, this] {
        const QStringList titles{tr("Map"),           tr("Members"), tr("On the fence"), tr("Interfaces"), tr("Distributed transactions"),
                                 tr("Shared tables"), tr("Compare")};
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
        m_compareWith->setAccessibleName(tr("Alternative to compare with"));
        const Colours& s = colours();
        legend->setText(QStringLiteral("<span style='color:%1'>━▶</span> %2 &nbsp; <span style='color:%3'>╍╍</span> %4 &nbsp; "
                                       "<span style='color:%5'>━━</span> %6")
                            .arg(s.edgeCall.name(), Names::of(core::InterfaceKind::Call), s.edgeTable.name(),
                                 Names::of(core::InterfaceKind::SharedTable), s.edgeTransaction.name(),
                                 Names::of(core::InterfaceKind::DistributedTransaction)));
    });
}

void SplitPage::buildMemberTools(TablePanel& panel, const QString& prefix)
{
    auto* target = new QComboBox(&panel);
    target->setObjectName(prefix + QStringLiteral("Target"));
    target->setMinimumWidth(160);
    m_targets.push_back(target);
    panel.tools().addWidget(target);
    auto* move = addButton(&panel.tools(), prefix + QStringLiteral("Move"), &panel);
    auto* pin = addButton(&panel.tools(), prefix + QStringLiteral("Pin"), &panel);
    auto* shared = addButton(&panel.tools(), prefix + QStringLiteral("Shared"), &panel);
    auto* unused = addButton(&panel.tools(), prefix + QStringLiteral("Unused"), &panel);
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
    });
    connect(&panel, &TablePanel::selected, this, [this, &panel] {
        m_member = panel.view().currentIndex().data(IdRole).toString();
        m_map->markMember(m_member.toStdString());
    });
    words().say([=] {
        target->setAccessibleName(tr("Context to move to"));
        move->setText(tr("Move (M)"));
        pin->setText(tr("Pin (P)"));
        shared->setText(tr("Shared (S)"));
        unused->setText(tr("Unused"));
        for (QPushButton* button : {move, pin, shared, unused})
            button->setAccessibleName(button->text());
    });
}

} // namespace naru::gui
