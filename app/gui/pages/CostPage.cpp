#include "app/gui/pages/CostPage.h"

#include "app/gui/Names.h"
#include "app/gui/charts/CostChart.h"
#include "app/gui/models/FunctionTable.h"
#include "app/gui/widgets/CostSheet.h"
#include "app/gui/widgets/FunctionDesk.h"
#include "app/gui/widgets/TablePanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
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
    auto* layout = new QVBoxLayout(main());
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_tabs);
    words().say([this, dropped] {
        m_tabs->setTabText(0, tr("Cost"));
        m_tabs->setTabText(1, tr("Inventory of functions"));
        m_tabs->setTabText(2, tr("Not counted"));
        m_tabs->setAccessibleName(tr("Cost"));
        dropped->setAccessibleTitle(tr("Not counted"));
    });
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
    auto* right = new QWidget(splitter);
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(6, 6, 0, 0);
    m_sheet = new CostSheet(env(), right);
    m_provisional = makeLabel(QStringLiteral("provisional"), "muted", right, true);
    m_chart = new CostChart(env(), right);
    m_chart->setObjectName(QStringLiteral("costChart"));
    m_chartKind = new QComboBox(right);
    m_chartKind->setObjectName(QStringLiteral("costChartKind"));
    m_chartKind->addItems({QString(), QString(), QString()});
    connect(m_sheet, &CostSheet::selected, this, &Page::selected);
    connect(m_chartKind, &QComboBox::currentIndexChanged, this, &CostPage::fillChart);
    layout->addWidget(m_sheet, 3);
    layout->addWidget(m_provisional);
    layout->addWidget(m_chartKind, 0, Qt::AlignLeft);
    layout->addWidget(m_chart, 2);
    splitter->addWidget(side);
    splitter->addWidget(right);
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

void CostPage::buildFactors(QWidget* side)
{
    m_form = new QFormLayout(side);
    m_form->setContentsMargins(0, 6, 10, 6);
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    const auto row = [this, side](QWidget* field, const QString& name) {
        auto* label = new QLabel(side);
        label->setBuddy(field);
        field->setObjectName(name);
        m_form->addRow(label, field);
        return label;
    };
    m_method = new QComboBox(side);
    m_method->addItems({QString(), QString()});
    auto* method = row(m_method, QStringLiteral("countMethod"));
    m_edition = new QComboBox(side);
    auto* edition = row(m_edition, QStringLiteral("edition"));
    m_edition->addItem(QString());
    if (m_tariffs)
        for (auto tariff = m_tariffs->all().rbegin(); tariff != m_tariffs->all().rend(); ++tariff)
            m_edition->addItem(QString(), fromUtf8(tariff->edition));
    if (m_tariffs)
        for (const costing::TariffFactor& factor : m_tariffs->newest().factors) {
            auto* levels = new QComboBox(side);
            levels->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            levels->setMinimumContentsLength(20);
            auto* name = row(levels, QStringLiteral("factor_") + fromUtf8(factor.id));
            m_factors.push_back({factor.id, name, levels});
            connect(levels, &QComboBox::activated, this, [this, id = factor.id](int level) {
                document().decide("estimate", id, level == 0 ? std::nullopt : std::optional<nlohmann::json>(level), "gui.edit.estimate");
            });
        }
    m_profit = new QDoubleSpinBox(side);
    m_profit->setRange(0, 25);
    m_profit->setDecimals(1);
    m_profit->setSuffix(QStringLiteral(" %"));
    auto* profit = row(m_profit, QStringLiteral("profitPercent"));
    m_expenses = new QLineEdit(side);
    m_expenses->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9,]{0,24}")), m_expenses));
    m_expenses->setAlignment(Qt::AlignRight);
    auto* expenses = row(m_expenses, QStringLiteral("directExpenses"));
    m_vat = new QCheckBox(side);
    m_vat->setObjectName(QStringLiteral("vat"));
    m_form->addRow(m_vat);
    connect(m_edition, &QComboBox::activated, this, [this](int chosen) {
        document().decide("estimate", "edition",
                          chosen == 0 ? std::nullopt : std::optional<nlohmann::json>(m_edition->currentData().toString().toStdString()),
                          "gui.edit.estimate");
    });
    connect(m_method, &QComboBox::activated, this, [this](int index) { document().count(static_cast<core::CountMethod>(index)); });
    connect(m_profit, &QDoubleSpinBox::editingFinished, this, [this] {
        const std::string text = QString::number(m_profit->value()).toStdString();
        if (text != chosenText("profitPercent", "25"))
            choose("profitPercent", text);
    });
    connect(m_expenses, &QLineEdit::editingFinished, this, [this] {
        const std::string text = m_expenses->text().remove(QLatin1Char(',')).toStdString();
        if (text != chosenText("directExpenses", "0"))
            choose("directExpenses", text.empty() ? "0" : text);
    });
    connect(m_vat, &QCheckBox::clicked, this, [this](bool on) { choose("vat", on); });
    words().say([=, this] {
        method->setText(tr("Counting method"));
        m_method->setItemText(0, tr("Simplified (average weights)"));
        m_method->setItemText(1, tr("Standard (by complexity)"));
        edition->setText(tr("Edition of the tariff"));
        profit->setText(tr("Profit (at most 25 %)"));
        expenses->setText(tr("Direct expenses (won)"));
        m_vat->setText(tr("Add value added tax"));
        m_method->setAccessibleName(method->text());
        m_edition->setAccessibleName(edition->text());
        m_profit->setAccessibleName(profit->text());
        m_expenses->setAccessibleName(expenses->text());
        m_vat->setAccessibleName(m_vat->text());
    });
}

const costing::Tariff* CostPage::tariff() const
{
    if (!m_tariffs)
        return nullptr;
    const auto found = std::ranges::find(m_tariffs->all(), chosenText("edition", m_tariffs->newest().edition), &costing::Tariff::edition);
    return found == m_tariffs->all().end() ? &m_tariffs->newest() : &*found;
}

std::string CostPage::chosenText(const std::string& key, const std::string& fallback) const
{
    const auto value = document().decision("estimate", key);
    if (!value)
        return fallback;
    return value->is_string() ? value->get<std::string>() : value->dump();
}

void CostPage::choose(const std::string& key, const nlohmann::json& value)
{
    document().decide("estimate", key, value, "gui.edit.estimate");
}

void CostPage::refresh()
{
    const core::FunctionPointCount& count = *results().count;
    m_functions->setRows(count.functions);
    m_dropped->setRows(count.dropped);
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
    m_provisional->setText(results().estimate ? provisional.join(QLatin1Char('\n'))
                                              : tr("Choose an edition of the tariff; the cost is computed at once."));
    m_provisional->setVisible(!m_provisional->text().isEmpty());
    fillChart();
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

void CostPage::fillFactors()
{
    const costing::Tariff* chosen = tariff();
    if (!chosen)
        return;
    m_method->setCurrentIndex(static_cast<int>(results().count->method));
    m_edition->setItemText(0, tr("Not chosen"));
    for (int i = 1; i < m_edition->count(); ++i) {
        const auto found = std::ranges::find(m_tariffs->all(), m_edition->itemData(i).toString().toStdString(), &costing::Tariff::edition);
        m_edition->setItemText(i, language().text(found->name));
    }
    m_edition->setCurrentIndex(std::max(0, m_edition->findData(fromUtf8(chosenText("edition", {})))));
    for (FactorBox& box : m_factors) {
        const costing::TariffFactor* factor = chosen->factor(box.id);
        box.levels->setEnabled(factor != nullptr);
        if (!factor)
            continue;
        box.name->setText(language().text(factor->name));
        box.levels->setAccessibleName(box.name->text());
        box.levels->clear();
        const auto neutral = static_cast<std::size_t>(std::max(1, factor->neutral)) - 1;
        box.levels->addItem(neutral < factor->levels.size()
                                ? tr("Not chosen (counts as %1)").arg(fromUtf8(factor->levels[neutral].value.text()))
                                : tr("Not chosen"));
        for (const costing::FactorLevel& level : factor->levels) {
            box.levels->addItem(QStringLiteral("%1 - %2").arg(fromUtf8(level.value.text()), language().text(level.wording)));
            box.levels->setItemData(box.levels->count() - 1, box.levels->itemText(box.levels->count() - 1), Qt::ToolTipRole);
        }
        box.levels->setCurrentIndex(std::clamp(std::atoi(chosenText(box.id, "0").c_str()), 0, box.levels->count() - 1));
        box.levels->setToolTip(box.levels->currentText());
    }
    m_profit->setValue(QString::fromStdString(chosenText("profitPercent", "25")).toDouble());
    if (!m_expenses->hasFocus())
        m_expenses->setText(Language::grouped(chosenText("directExpenses", "0")));
    m_vat->setChecked(chosenText("vat", "true") != "false");
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
