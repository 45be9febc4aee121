#include "app/gui/pages/CostPage.h"

#include "app/gui/Names.h"
#include "app/gui/charts/CostChart.h"
#include "app/gui/cost/IspRoom.h"
#include "app/gui/cost/SplitCostRoom.h"
#include "app/gui/models/FunctionTable.h"
#include "app/gui/widgets/CostSheet.h"
#include "app/gui/widgets/FunctionDesk.h"
#include "app/gui/widgets/TablePanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::gui {

CostPage::CostPage(Environment& environment, Document& document, QWidget* parent)
    : Page(environment, document, Step::Cost, parent),
      m_tabs(new QTabWidget(main())),
      m_functions(makeFunctionTable(environment)),
      m_dropped(makeDroppedTable(environment))
{
    setObjectName(QStringLiteral("costPage"));
    setHead([] { return tr("Cost"); },
            [] { return tr("What does it cost, and who says so? Keys in the inventory: C confirm, R reject, Space back to proposed."); });
    setEmpty(
        [this] {
            return results().code ? tr("The functions have not been counted yet.") : tr("Functions are counted in the analysed source.");
        },
        [this] { return results().code ? tr("Count function points") : tr("Analyse the source"); },
        [this] { emit actionWanted(results().code ? QStringLiteral("count") : QStringLiteral("analyze")); });
    if (auto tariffs = costing::TariffCatalog::load(env().resources))
        m_tariffs = std::move(*tariffs);
    m_tabs->setObjectName(QStringLiteral("costTabs"));
    m_tabs->setDocumentMode(true);
    buildSheet();
    buildInventory();
    auto* dropped = new TablePanel(env(), QStringLiteral("droppedTable"), m_dropped, m_tabs);
    connect(dropped, &TablePanel::selected, this, &Page::selected);
    connect(dropped, &TablePanel::jump, this, &Page::jump);
    m_tabs->addTab(dropped, QString());
    buildRooms();
    auto* layout = new QVBoxLayout(main());
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_tabs);
    words().say([this, dropped] {
        m_tabs->setTabText(0, tr("Cost"));
        m_tabs->setTabText(1, tr("Inventory of functions"));
        m_tabs->setTabText(2, tr("Not counted"));
        for (std::size_t i = 0; i < m_rooms.size(); ++i)
            m_tabs->setTabText(m_tabs->indexOf(m_rooms[i]), m_rooms[i]->title());
        m_tabs->setAccessibleName(tr("Cost"));
        dropped->setAccessibleTitle(tr("Not counted"));
    });
}

void CostPage::buildRooms()
{
    auto* isp = new IspRoom(env(), document(), m_tabs);
    connect(isp, &IspRoom::runningCostWanted, this, [this] { emit actionWanted(QStringLiteral("runningCost")); });
    m_rooms = {new SplitCostRoom(env(), document(), m_tabs), isp};
    m_pendingRooms.assign(m_rooms.size(), true);
    for (PlanRoom* room : m_rooms) {
        m_tabs->addTab(room, QString());
        connect(room, &PlanRoom::selected, this, &Page::selected);
        connect(room, &PlanRoom::jump, this, &Page::jump);
    }
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        fillRooms();
        if (auto* panel = qobject_cast<TablePanel*>(m_tabs->currentWidget()))
            panel->tell(); // not what is marked in the table of another tab
    });
}

void CostPage::fillRooms()
{
    for (std::size_t i = 0; i < m_rooms.size(); ++i)
        if (m_pendingRooms[i] && m_tabs->currentWidget() == m_rooms[i] && results().count) {
            m_pendingRooms[i] = false;
            m_rooms[i]->refresh();
        }
}

void CostPage::buildInventory()
{
    m_inventory = new TablePanel(env(), QStringLiteral("functionsTable"), m_functions, m_tabs);
    m_inventory->setStretch(0);
    connect(m_inventory, &TablePanel::selected, this, &Page::selected);
    connect(m_inventory, &TablePanel::jump, this, &Page::jump);
    m_stateFilter = new QComboBox(m_inventory);
    m_stateFilter->setObjectName(QStringLiteral("functionStateFilter"));
    for (int i = 0; i < 4; ++i)
        m_stateFilter->addItem(QString(), i == 0 ? QString() : QString::number(i - 1));
    m_inventory->tools().addWidget(m_stateFilter);
    connect(m_stateFilter, &QComboBox::currentIndexChanged, this,
            [this] { m_inventory->filter().setGroup(m_stateFilter->currentData().toString()); });
    const auto button = [this](const char* name, core::FunctionState state) {
        auto* made = new QPushButton(m_inventory);
        made->setObjectName(QString::fromLatin1(name));
        m_inventory->tools().addWidget(made);
        connect(made, &QPushButton::clicked, this, [this, state] { setState(state); });
        return made;
    };
    auto* confirm = button("confirmFunctions", core::FunctionState::Confirmed);
    auto* reject = button("rejectFunctions", core::FunctionState::Rejected);
    m_inventoryText = makeLabel(QStringLiteral("inventorySummary"), "muted", m_inventory);
    static_cast<QVBoxLayout*>(m_inventory->layout())->insertWidget(0, m_inventoryText);
    m_desk = new FunctionDesk(env(), document(), m_inventory);
    static_cast<QVBoxLayout*>(m_inventory->layout())->addWidget(m_desk);
    const auto tellDesk = [this] {
        std::vector<core::CountedFunction> chosen;
        for (const int row : m_inventory->selectedRows())
            chosen.push_back(m_functions->at(row));
        m_desk->select(std::move(chosen));
    };
    connect(m_inventory->view().selectionModel(), &QItemSelectionModel::selectionChanged, this, tellDesk);
    connect(m_functions, &QAbstractItemModel::modelReset, this, tellDesk);
    connect(&m_inventory->view(), &TableView::keyPressed, this, [this](int key) {
        if (key == Qt::Key_C)
            setState(core::FunctionState::Confirmed);
        else if (key == Qt::Key_R)
            setState(core::FunctionState::Rejected);
        else if (key == Qt::Key_Space)
            setState(core::FunctionState::Proposed);
    });
    m_tabs->addTab(m_inventory, QString());
    words().say([=, this] {
        m_stateFilter->setItemText(0, tr("All states"));
        for (int i = 0; i < 3; ++i)
            m_stateFilter->setItemText(i + 1, Names::of(static_cast<core::FunctionState>(i)));
        m_stateFilter->setAccessibleName(tr("Filter by state"));
        confirm->setText(tr("Confirm (C)"));
        reject->setText(tr("Reject (R)"));
        confirm->setAccessibleName(confirm->text());
        reject->setAccessibleName(reject->text());
        m_inventory->setAccessibleTitle(tr("Inventory of functions"));
    });
}

void CostPage::buildSheet()
{
    auto* splitter = new QSplitter(m_tabs);
    auto* side = new QScrollArea(splitter);
    side->setWidgetResizable(true);
    side->setMinimumWidth(300);
    auto* form = new QWidget(side);
    form->setProperty("scrollBody", true);
    buildFactors(form);
    side->setWidget(form);
    // The sheet shows every step; what no longer fits below it is scrolled to.
    auto* scroll = new QScrollArea(splitter);
    scroll->setWidgetResizable(true);
    auto* right = new QWidget(scroll);
    right->setProperty("scrollBody", true);
    scroll->setWidget(right);
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(6, 6, 6, 0);
    m_sheet = new CostSheet(env(), right);
    m_provisional = makeLabel(QStringLiteral("provisional"), "muted", right, true);
    m_chart = new CostChart(env(), right);
    m_chart->setObjectName(QStringLiteral("costChart"));
    m_chart->setMinimumHeight(320); // names of bars are left out where rows are too low
    m_chartKind = new QComboBox(right);
    m_chartKind->setObjectName(QStringLiteral("costChartKind"));
    m_chartKind->addItems({QString(), QString(), QString()});
    connect(m_sheet, &CostSheet::selected, this, &Page::selected);
    connect(m_chartKind, &QComboBox::currentIndexChanged, this, &CostPage::fillChart);
    layout->addWidget(m_sheet);
    layout->addWidget(m_provisional);
    layout->addWidget(m_chartKind, 0, Qt::AlignLeft);
    layout->addWidget(m_chart, 1);
    splitter->addWidget(side);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({330, 700});
    splitter->setChildrenCollapsible(false);
    m_tabs->addTab(splitter, QString());
    words().say([this] {
        m_chartKind->setItemText(0, tr("Function points by type"));
        m_chartKind->setItemText(1, tr("Cost by step"));
        m_chartKind->setItemText(2, tr("What moves the cost"));
        m_chartKind->setAccessibleName(tr("What the chart shows"));
        m_chart->setAccessibleName(tr("Chart of the cost"));
    });
}

void CostPage::choose(const std::string& key, const nlohmann::json& value)
{
    document().decide("estimate", key, value, "gui.edit.estimate");
}

void CostPage::refresh()
{
    const core::FunctionPointCount& count = *results().count;
    // A changed factor leaves the inventory, its order and what is selected in it as they are.
    if (changedParts() & Part::Count) {
        m_functions->setRows(count.functions);
        m_dropped->setRows(count.dropped);
    }
    fillInventorySummary();
    fillFactors();
    if (results().estimate)
        m_sheet->show(*results().estimate);
    else
        m_sheet->clearSheet();
    QStringList provisional;
    if (results().estimate)
        for (const std::string& key : results().estimate->provisional)
            provisional << language().text(key);
    const bool nothing = count.functions.empty();
    m_provisional->setText(results().estimate ? provisional.join(QLatin1Char('\n'))
                           : nothing ? tr("No function was counted, so there is no cost. The tab Not counted gives the reason for each table and entry point.")
                                     : tr("Choose an edition of the tariff; the cost is computed at once."));
    m_provisional->setVisible(!m_provisional->text().isEmpty());
    m_chart->setVisible(!nothing);
    m_chartKind->setVisible(!nothing);
    // The sheet first: a chart takes as long to lay out as all the rest, and follows with the next frame.
    QTimer::singleShot(0, m_chart, [this] { fillChart(); });
    fillBudget();
    m_pendingRooms.assign(m_rooms.size(), true);
    fillRooms();
}

void CostPage::fillInventorySummary()
{
    const core::FunctionPointCount& count = *results().count;
    const auto of = [&](core::FunctionState state) {
        return language().number(static_cast<qint64>(std::ranges::count(count.functions, state, &core::CountedFunction::state)));
    };
    m_inventoryText->setText(tr("%1 function points; %2 functions confirmed, %3 proposed, %4 rejected")
                                 .arg(Language::grouped(count.total), of(core::FunctionState::Confirmed), of(core::FunctionState::Proposed),
                                      of(core::FunctionState::Rejected)));
}

void CostPage::setState(core::FunctionState state)
{
    constexpr const char* kStates[] = {"proposed", "confirmed", "rejected"};
    std::vector<Document::Choice> choices;
    for (const int row : m_inventory->selectedRows()) {
        const core::CountedFunction& function = m_functions->at(row);
        nlohmann::json value = document().decision("function", function.id).value_or(nlohmann::json::object());
        if (!value.is_object())
            value = nlohmann::json::object();
        value["state"] = kStates[static_cast<int>(state)];
        choices.push_back({"function", function.id, value});
    }
    document().decide(choices, "gui.edit.function");
}

} // namespace naru::gui
