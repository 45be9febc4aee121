#include "app/gui/plan/CapacityRoom.h"

#include "app/gui/charts/PlanChart.h"
#include "app/gui/models/TableModel.h"
#include "app/gui/plan/LoadForm.h"
#include "app/gui/widgets/Card.h"
#include "app/gui/widgets/TablePanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace naru::gui {
namespace {

constexpr std::size_t kMostBars = 12; ///< more services than that cannot be told apart in a chart

using core::ServiceCapacity;

} // namespace

CapacityRoom::CapacityRoom(Environment& environment, Document& document, QWidget* parent)
    : PlanRoom(environment, document, QStringLiteral("capacityRoom"), parent),
      m_import(makeButton(QStringLiteral("importLoad"), [] { return tr("Import a load..."); }, [this] { import(); })),
      m_example(makeButton(QStringLiteral("exampleLoad"), [] { return tr("Take the example"); },
                           [this] {
                               const auto file = env().resources / "planning" / "load-example.json";
                               this->document().takeLoad(QString::fromStdString(file.string()));
                           })),
      m_remove(makeButton(QStringLiteral("removeLoad"), [] { return tr("Remove the load"); },
                          [this] { this->document().decide("plan", "load", std::nullopt, "gui.edit.load"); })),
      m_type(makeButton(QStringLiteral("typeLoad"), [] { return tr("Type a load"); }, [] {})),
      m_form(new LoadForm(environment, document, this)),
      m_text(makeLabel(QStringLiteral("capacityText"), "muted", this, true)),
      m_kind(new QComboBox(this)),
      m_chart(new PlanChart(environment, QStringLiteral("capacityChart"), this)),
      m_notes(new QPlainTextEdit(this))
{
    m_kind->setObjectName(QStringLiteral("capacityChartKind"));
    for (int i = 0; i < 5; ++i)
        m_kind->addItem(QString());
    m_notes->setObjectName(QStringLiteral("capacityNotes"));
    m_notes->setReadOnly(true);
    m_notes->setTabChangesFocus(true);
    buildTable();
    auto* tools = new QHBoxLayout;
    m_type->setCheckable(true);
    m_form->hide();
    connect(m_type, &QPushButton::toggled, m_form, &QWidget::setVisible);
    for (QPushButton* button : {m_type, m_import, m_example, m_remove})
        tools->addWidget(button);
    tools->addStretch(1);
    auto* drawn = new QWidget(this);
    auto* column = new QVBoxLayout(drawn);
    column->setContentsMargins({});
    column->addWidget(m_kind, 0, Qt::AlignLeft);
    column->addWidget(m_chart, 1);
    auto* lower = new QSplitter(this);
    lower->addWidget(drawn);
    lower->addWidget(m_notes);
    lower->setChildrenCollapsible(false);
    lower->setSizes({560, 280});
    auto* both = new QSplitter(Qt::Vertical, this);
    both->addWidget(m_form);
    both->addWidget(m_table);
    both->addWidget(lower);
    both->setChildrenCollapsible(false);
    both->setSizes({200, 200, 300});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(tools);
    layout->addWidget(m_text);
    layout->addWidget(both, 1);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &CapacityRoom::fillChart);
    words().say([this] {
        m_kind->setItemText(0, tr("Instances in the busiest week"));
        m_kind->setItemText(1, tr("Requests in the busiest week"));
        m_kind->setItemText(2, tr("Response time by service"));
        m_kind->setItemText(3, tr("Refused requests by service"));
        m_kind->setItemText(4, tr("Published tests T-01 to T-03"));
        m_kind->setAccessibleName(tr("What the chart shows"));
        m_chart->setAccessibleName(tr("Chart of the capacity"));
        m_table->setAccessibleTitle(tr("Services with fixed and with scaled instances"));
        m_notes->setAccessibleName(tr("Published tests, assumptions and warnings"));
    });
}

void CapacityRoom::buildTable()
{
    const auto count = [this](std::function<QString()> title, std::function<double(const ServiceCapacity&)> value) {
        return Column<ServiceCapacity>{.title = std::move(title),
                                       .value = [value](const ServiceCapacity& one) { return QVariant(value(one)); },
                                       .text = [this, value](const ServiceCapacity& one) { return language().number(value(one), 0); },
                                       .right = true};
    };
    const auto range = [](const core::ServiceLevel& level) {
        return level.least == level.most ? QString::number(level.most) : QStringLiteral("%1-%2").arg(level.least).arg(level.most);
    };
    m_services = new RowsModel<ServiceCapacity>({
        {.title = [] { return tr("Service"); }, .value = [](const ServiceCapacity& one) { return QVariant(fromUtf8(one.name)); }},
        count([] { return tr("Busiest hour"); }, [](const ServiceCapacity& one) { return one.peak; }),
        count([] { return tr("Fixed instances"); }, [](const ServiceCapacity& one) { return one.fixed.most; }),
        count([] { return tr("Response, fixed (ms)"); }, [](const ServiceCapacity& one) { return one.fixed.meanResponseMs; }),
        count([] { return tr("Wait, fixed (ms)"); }, [](const ServiceCapacity& one) { return one.fixed.meanWaitMs; }),
        count([] { return tr("Refused, fixed"); }, [](const ServiceCapacity& one) { return one.fixed.refused; }),
        {.title = [] { return tr("Scaled instances"); },
         .value = [](const ServiceCapacity& one) { return QVariant(one.scaled.most); },
         .text = [range](const ServiceCapacity& one) { return range(one.scaled); },
         .right = true},
        count([] { return tr("Response, scaled (ms)"); }, [](const ServiceCapacity& one) { return one.scaled.meanResponseMs; }),
        count([] { return tr("Wait, scaled (ms)"); }, [](const ServiceCapacity& one) { return one.scaled.meanWaitMs; }),
        count([] { return tr("Refused, scaled"); }, [](const ServiceCapacity& one) { return one.scaled.refused; }),
    });
    m_services->id = [](const ServiceCapacity& one) { return fromUtf8(one.profile); };
    m_services->describe = [this](const ServiceCapacity& one) {
        const auto ms = [this](double value) { return tr("%1 ms").arg(language().number(value, 1)); };
        const auto formula = [&](const core::PeakCheck& check) {
            return check.stable ? ms(check.formulaMs) : tr("no limit: more comes than can be served");
        };
        QStringList warnings;
        for (const std::string& warning : one.warnings)
            warnings << language().text(warning);
        return Subject{fromUtf8(one.name),
                       warnings.join(QLatin1Char('\n')),
                       {{tr("Service time"), ms(one.serviceMs)},
                        {tr("Hours with a figure"), language().number(qint64{one.hours})},
                        {tr("Hours without"), language().number(qint64{one.missing})},
                        {tr("Requests in all"), language().number(one.requests, 0)},
                        {tr("Busiest hour, fixed: simulated"), ms(one.fixedPeak.simulatedMs)},
                        {tr("Busiest hour, fixed: M/M/c formula"), formula(one.fixedPeak)},
                        {tr("Busiest hour, scaled: simulated"), ms(one.scaledPeak.simulatedMs)},
                        {tr("Busiest hour, scaled: M/M/c formula"), formula(one.scaledPeak)},
                        {tr("Use of the fixed instances"), tr("%1 %").arg(language().number(one.fixed.utilisation * 100, 0))},
                        {tr("Use of the scaled instances"), tr("%1 %").arg(language().number(one.scaled.utilisation * 100, 0))}},
                       {}};
    };
    m_table = new TablePanel(env(), QStringLiteral("capacityTable"), m_services, this);
    m_table->setStretch(0);
    connect(m_table, &TablePanel::selected, this, &PlanRoom::selected);
    connect(&m_table->view(), &TableView::currentRowChanged, this,
            [this](const QModelIndex& index) { m_form->choose(index.data(IdRole).toString()); });
}

void CapacityRoom::refresh()
{
    m_services->setRows(plan().capacity ? plan().capacity->services : std::vector<ServiceCapacity>());
    m_remove->setEnabled(plan().capacity.has_value());
    m_form->refresh();
    fillText();
    fillChart();
}

void CapacityRoom::fillText()
{
    if (!plan().capacity) {
        m_text->setText(tr("No load is known. Import the requests of every hour (CSV: hour, then a column for each service, with a row "
                           "serviceMs) or take the example after the published tests."));
        m_notes->clear();
        return;
    }
    const core::Capacity& capacity = *plan().capacity;
    m_text->setText(tr("Fixed %1 instance hours against %2 scaled ones; %3 fixed instances against at most %4 at one time.")
                        .arg(language().number(capacity.fixedInstanceHours, 0), language().number(capacity.scaledInstanceHours, 0),
                             language().number(qint64{capacity.fixedInstances}), language().number(qint64{capacity.scaledPeak})));
    QStringList lines;
    for (const ServiceCapacity& one : capacity.services)
        for (const std::string& warning : one.warnings)
            lines << fromUtf8(one.name) + QStringLiteral(": ") + language().text(warning);
    lines << tr("Published: %1 times the throughput, %2 times faster. The model: %3 and %4.")
                 .arg(language().number(capacity.caseThroughput, 1), language().number(capacity.caseResponse, 1),
                      language().number(capacity.modelThroughput, 2), language().number(capacity.modelResponse, 2));
    lines << fromUtf8(capacity.caseSource.source.empty() ? capacity.caseSource.text : capacity.caseSource.source);
    for (const core::LocalText& one : capacity.caseAssumptions)
        lines << QStringLiteral("- ") + language().text(one);
    for (const std::string& note : capacity.notes)
        lines << language().text(note);
    m_notes->setPlainText(lines.join(QLatin1Char('\n')));
}

void CapacityRoom::fillChart()
{
    if (!document().results().plan || !plan().capacity)
        return m_chart->clearAll();
    const core::Capacity& capacity = *plan().capacity;
    const auto hours = tr("hours of the week");
    if (m_kind->currentIndex() == 0)
        return m_chart->setLines(hours, tr("instances"), 0, {{tr("fixed"), capacity.weekFixed}, {tr("scaled"), capacity.weekScaled}});
    if (m_kind->currentIndex() == 1)
        return m_chart->setLines(hours, tr("requests an hour"), 0, {{tr("requests"), capacity.weekRequests}});
    QStringList names;
    PlanChart::Series first;
    PlanChart::Series second;
    if (m_kind->currentIndex() == 4) {
        first.name = tr("measured");
        second.name = tr("model");
        for (const core::TestCaseAnswer& one : capacity.cases) {
            names << fromUtf8(one.id);
            first.values.push_back(one.responseMs);
            second.values.push_back(one.modelResponseMs);
        }
        return m_chart->setBars(names, tr("response time (ms)"), {first, second});
    }
    const bool response = m_kind->currentIndex() == 2;
    first.name = tr("fixed");
    second.name = tr("scaled");
    for (const ServiceCapacity& one : capacity.services) {
        if (static_cast<std::size_t>(names.size()) == kMostBars)
            break;
        names << fromUtf8(one.name);
        first.values.push_back(response ? one.fixed.meanResponseMs : one.fixed.refused);
        second.values.push_back(response ? one.scaled.meanResponseMs : one.scaled.refused);
    }
    m_chart->setBars(names, response ? tr("response time (ms)") : tr("refused requests"), {first, second});
}

void CapacityRoom::import()
{
    const QString file = env().dialogs.openFile(this, tr("Import a load"), QString(), tr("Load files (*.csv *.json)"));
    if (!file.isEmpty())
        document().takeLoad(file);
}

} // namespace naru::gui
