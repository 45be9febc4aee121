#include "app/gui/plan/RunningCostRoom.h"

#include "app/gui/charts/PlanChart.h"
#include "app/gui/widgets/Card.h"
#include "app/gui/widgets/Sheet.h"
#include "planning/RunningCosts.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace naru::gui {
namespace {

enum ItemColumn { Side, Item, Period, Quantity, Factor, Price, Formula, FirstYear, Total, kItemColumns };

/// What a column of the sheet is called in the prices; empty: it cannot be typed.
std::string fieldOf(int column)
{
    return column == Quantity ? "quantity" : column == Factor ? "factor" : column == Price ? "price" : std::string();
}

std::string typedOf(const nlohmann::json& prices, const std::string& item, const std::string& key)
{
    const auto items = prices.find("items");
    if (items == prices.end() || !items->contains(item) || !items->at(item).contains(key))
        return {};
    const nlohmann::json& value = items->at(item).at(key);
    return value.is_string() ? value.get<std::string>() : value.is_null() ? std::string() : value.dump();
}

} // namespace

RunningCostRoom::RunningCostRoom(Environment& environment, Document& document, QWidget* parent)
    : PlanRoom(environment, document, QStringLiteral("runningCostRoom"), parent),
      m_import(makeButton(QStringLiteral("importPrices"), [] { return tr("Import prices..."); }, [this] { import(); })),
      m_remove(makeButton(QStringLiteral("removePrices"), [] { return tr("Clear"); },
                          [this] { this->document().decide("plan", "prices", std::nullopt, "gui.edit.prices"); })),
      m_years(new QSpinBox(this)),
      m_growth(new QDoubleSpinBox(this)),
      m_text(makeLabel(QStringLiteral("runningCostText"), "heading", this, true)),
      m_sheet(new QTableWidget(this)),
      m_chart(new PlanChart(environment, QStringLiteral("runningCostChart"), this))
{
    m_years->setObjectName(QStringLiteral("runningYears"));
    m_years->setRange(3, 5);
    m_years->setKeyboardTracking(false);
    m_growth->setObjectName(QStringLiteral("runningGrowth"));
    m_growth->setRange(0, 1000);
    m_growth->setDecimals(1);
    m_growth->setKeyboardTracking(false);
    buildSheet();
    auto* years = new QLabel(this);
    auto* growth = new QLabel(this);
    years->setBuddy(m_years);
    growth->setBuddy(m_growth);
    auto* tools = new QHBoxLayout;
    for (QWidget* one : {static_cast<QWidget*>(years), static_cast<QWidget*>(m_years), static_cast<QWidget*>(growth),
                         static_cast<QWidget*>(m_growth), static_cast<QWidget*>(m_import), static_cast<QWidget*>(m_remove)})
        tools->addWidget(one);
    tools->addStretch(1);
    auto* both = new QSplitter(Qt::Vertical, this);
    both->addWidget(m_sheet);
    both->addWidget(m_chart);
    both->setChildrenCollapsible(false);
    both->setSizes({340, 220});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(tools);
    layout->addWidget(m_text);
    layout->addWidget(both, 1);
    connect(m_years, &QSpinBox::valueChanged, this, [this](int value) { setWhole("years", value); });
    connect(m_growth, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { setWhole("growthPercent", QString::number(value).toStdString()); });
    words().say([this, years, growth] {
        years->setText(tr("Years"));
        growth->setText(tr("Growth of quantities a year (%)"));
        m_years->setAccessibleName(years->text());
        m_growth->setAccessibleName(growth->text());
        m_sheet->setHorizontalHeaderLabels({tr("Side"), tr("Item"), tr("Paid"), tr("Quantity"), tr("Hours each"), tr("Price (won)"),
                                            tr("Formula"), tr("First year (won)"), tr("All years (won)")});
        m_sheet->setAccessibleName(tr("Quantities and prices; type into the cells"));
        m_chart->setAccessibleName(tr("Cost in all, by year"));
    });
}

void RunningCostRoom::buildSheet()
{
    prepareSheet(*m_sheet, QStringLiteral("runningCostSheet"), kItemColumns);
    connect(m_sheet, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* cell) { typed(cell); });
}

nlohmann::json RunningCostRoom::entered() const
{
    auto value = document().decision("plan", "prices").value_or(nlohmann::json::object());
    return value.is_object() ? value : nlohmann::json::object();
}

void RunningCostRoom::refresh()
{
    // Without prices the sheet still shows what is to be entered.
    std::optional<core::RunningCost> cost = plan().runningCost;
    if (!cost)
        if (const auto catalog = planning::RunningCostCatalog::load(env().resources))
            cost = planning::compareRunningCost({}, *catalog);
    if (!cost)
        return;
    m_filling = true;
    m_years->setValue(cost->years);
    m_growth->setValue(QString::fromStdString(cost->growthPercent).toDouble());
    m_remove->setEnabled(plan().runningCost.has_value());
    fillSheet(*cost);
    m_filling = false;
    fillChart(*cost);
    if (!cost->missing.empty())
        m_text->setText(tr("%1 of %2 items lack a quantity or a price. Enter the quantity 0 for what does not apply.")
                            .arg(cost->missing.size())
                            .arg(cost->items.size()));
    else
        m_text->setText(tr("In %1 years: virtual machines %2, containers %3. %4")
                            .arg(QString::number(cost->years), language().won(cost->machines), language().won(cost->containers),
                                 cost->breakEvenMonth > 0 ? tr("Containers have cost less in all from month %1 on.").arg(cost->breakEvenMonth)
                                                          : tr("Containers do not become cheaper within these years.")));
}

void RunningCostRoom::fillSheet(const core::RunningCost& cost)
{
    const nlohmann::json prices = entered();
    m_sheet->setRowCount(static_cast<int>(cost.items.size()));
    m_ids.clear();
    for (int row = 0; row < m_sheet->rowCount(); ++row) {
        const core::RunningCostItem& item = cost.items[static_cast<std::size_t>(row)];
        m_ids.push_back(item.id);
        const QString period = item.period == "month" ? tr("a month") : item.period == "year" ? tr("a year") : tr("once");
        const bool factor = !item.factorName.en.empty();
        const auto shown = [&](const char* key, const std::string& used) {
            const std::string own = typedOf(prices, item.id, key);
            return Language::grouped(own.empty() ? used : own);
        };
        const std::array<QString, kItemColumns> texts = {item.container ? tr("Containers") : tr("Virtual machines"),
                                                         language().text(item.name),
                                                         period,
                                                         shown("quantity", item.quantity),
                                                         factor ? shown("factor", item.factor) : QString(),
                                                         shown("price", item.price),
                                                         fromUtf8(item.formula),
                                                         Language::grouped(item.firstYear),
                                                         Language::grouped(item.total)};
        for (int column = 0; column < kItemColumns; ++column) {
            auto* cell = m_sheet->item(row, column);
            if (!cell)
                m_sheet->setItem(row, column, cell = new QTableWidgetItem);
            const bool open = !fieldOf(column).empty() && (column != Factor || factor);
            cell->setText(texts[static_cast<std::size_t>(column)]);
            cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | (open ? Qt::ItemIsEditable : Qt::NoItemFlags));
            cell->setBackground(open ? QBrush(colours().accentSoft) : QBrush());
            if (column >= Quantity && column != Formula)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            cell->setToolTip(column == Factor && factor ? language().text(item.factorName)
                             : column == Quantity      ? language().text(item.unit)
                                                       : QString());
        }
    }
}

void RunningCostRoom::fillChart(const core::RunningCost& cost)
{
    PlanChart::Series machines{tr("virtual machines"), {0}};
    PlanChart::Series containers{tr("containers"), {0}};
    constexpr double kMillion = 1e6;
    for (const core::RunningCostYear& year : cost.perYear) {
        machines.values.push_back(QString::fromStdString(year.machinesSum).toDouble() / kMillion);
        containers.values.push_back(QString::fromStdString(year.containersSum).toDouble() / kMillion);
    }
    if (cost.perYear.empty())
        m_chart->clearAll();
    else
        m_chart->setLines(tr("years"), tr("million won in all"), 0, {machines, containers});
}

void RunningCostRoom::typed(const QTableWidgetItem* cell)
{
    const std::string key = fieldOf(cell->column());
    if (m_filling || key.empty() || cell->row() >= static_cast<int>(m_ids.size()))
        return;
    set(m_ids[static_cast<std::size_t>(cell->row())], key, cell->text());
}

void RunningCostRoom::set(const std::string& item, const std::string& key, const QString& text)
{
    QString number = text;
    number.remove(QLatin1Char(',')).remove(QLatin1Char(' '));
    const auto value = core::Decimal::parse(number.toStdString());
    if (!number.isEmpty() && (!value || value->negative())) {
        emit document().remarked(tr("'%1' is not a number of 0 or more. The former value stays.").arg(text));
        return refresh();
    }
    nlohmann::json prices = entered();
    if (!prices.contains("items") || !prices["items"].is_object())
        prices["items"] = nlohmann::json::object();
    nlohmann::json& place = prices["items"][item];
    if (!place.is_object())
        place = nlohmann::json::object();
    if (number.isEmpty())
        place.erase(key);
    else
        place[key] = number.toStdString();
    document().decide("plan", "prices", prices, "gui.edit.prices");
}

void RunningCostRoom::setWhole(const char* key, const nlohmann::json& value)
{
    if (m_filling)
        return;
    nlohmann::json prices = entered();
    prices[key] = value;
    document().decide("plan", "prices", prices, "gui.edit.prices");
}

void RunningCostRoom::import()
{
    const QString file = env().dialogs.openFile(this, tr("Import prices"), QString(), tr("Prices (*.json)"));
    if (!file.isEmpty())
        document().takePrices(file);
}

} // namespace naru::gui
