#include "app/gui/plan/PortfolioRoom.h"

#include "app/gui/charts/PlanChart.h"
#include "app/gui/models/TableModel.h"
#include "app/gui/widgets/Card.h"
#include "app/gui/widgets/TablePanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace naru::gui {
namespace {

constexpr std::array kSegments = {"refactor", "replatform", "rehost", "keep", "retire"};
constexpr int kNoYear = 2019; ///< shown as "as proposed"

using core::PortfolioSystem;
using core::RoadmapYear;

} // namespace

PortfolioRoom::PortfolioRoom(Environment& environment, Document& document, QWidget* parent)
    : PlanRoom(environment, document, QStringLiteral("portfolioRoom"), parent),
      m_import(makeButton(QStringLiteral("importSystems"), [] { return tr("Import systems..."); }, [this] { import(); })),
      m_text(makeLabel(QStringLiteral("portfolioText"), "muted", this, true)),
      m_tabs(new QTabWidget(this)),
      m_effects(new QPlainTextEdit(this))
{
    if (auto rules = planning::PortfolioRules::load(env().resources))
        m_rules = std::move(*rules);
    m_tabs->setObjectName(QStringLiteral("portfolioTabs"));
    m_tabs->setDocumentMode(true);
    buildSystems();
    buildRoadmap();
    m_effects->setObjectName(QStringLiteral("portfolioEffects"));
    m_effects->setReadOnly(true);
    m_effects->setTabChangesFocus(true);
    m_tabs->addTab(m_effects, QString());
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_import);
    tools->addWidget(m_text, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(tools);
    layout->addWidget(m_tabs, 1);
    connect(&document, &Document::portfolioMade, this, &PortfolioRoom::take);
    connect(&document, &Document::portfolioChanged, this, [this] {
        if (isVisible())
            this->document().portfolio();
        else
            m_portfolio.reset();
    });
    connect(&document, &Document::closed, this, [this] { take(nullptr); });
    words().say([this] {
        m_tabs->setTabText(0, tr("Systems"));
        m_tabs->setTabText(1, tr("Roadmap"));
        m_tabs->setTabText(2, tr("Effects and contract"));
        m_tabs->setAccessibleName(tr("Portfolio"));
        m_table->setAccessibleTitle(tr("Systems by rank"));
        m_yearTable->setAccessibleTitle(tr("Roadmap by year"));
        m_chart->setAccessibleName(tr("Chart of the roadmap"));
        m_effects->setAccessibleName(tr("Expected effects, stage checklist and contract texts"));
    });
}

void PortfolioRoom::buildSystems()
{
    const auto share = [this](const std::optional<double>& value) { return value ? language().number(*value, 0) : QStringLiteral("-"); };
    m_systems = new RowsModel<PortfolioSystem>({
        {.title = [] { return tr("Rank"); }, .value = [](const PortfolioSystem& one) { return QVariant(one.rank); }, .right = true},
        {.title = [] { return tr("System"); }, .value = [](const PortfolioSystem& one) { return QVariant(fromUtf8(one.name)); }},
        {.title = [] { return tr("Readiness"); },
         .value = [](const PortfolioSystem& one) { return QVariant(one.readiness.value_or(-1)); },
         .text = [share](const PortfolioSystem& one) { return share(one.readiness); },
         .right = true},
        {.title = [] { return tr("Value"); },
         .value = [](const PortfolioSystem& one) { return QVariant(one.value.value_or(-1)); },
         .text = [share](const PortfolioSystem& one) { return share(one.value); },
         .right = true},
        {.title = [] { return tr("Segment"); },
         .value =
             [this](const PortfolioSystem& one) {
                 const QString name = segmentName(one.segment);
                 return QVariant(one.overridden ? tr("%1 (chosen)").arg(name) : name);
             }},
        {.title = [] { return tr("Year"); },
         .value = [](const PortfolioSystem& one) { return QVariant(one.year); },
         .text = [](const PortfolioSystem& one) { return one.year > 0 ? QString::number(one.year) : QStringLiteral("-"); },
         .right = true},
        {.title = [] { return tr("Function points"); },
         .value = [](const PortfolioSystem& one) { return QVariant(QString::fromStdString(one.functionPoints).toDouble()); },
         .text = [](const PortfolioSystem& one) { return Language::grouped(one.functionPoints); },
         .right = true},
        {.title = [] { return tr("Cost (won)"); },
         .value = [](const PortfolioSystem& one) { return QVariant(QString::fromStdString(one.cost).toDouble()); },
         .text = [](const PortfolioSystem& one) { return Language::grouped(one.cost); },
         .right = true},
    });
    m_systems->id = [](const PortfolioSystem& one) { return QString::number(one.system); };
    m_systems->describe = [this](const PortfolioSystem& one) {
        Subject s{fromUtf8(one.name), one.reasonKey.empty() ? QString() : language().text(one.reasonKey, one.reasonArgs), {}, {}};
        s.facts.emplace_back(tr("Proposed segment"), segmentName(one.proposedSegment));
        for (const auto& [id, value] : one.parts)
            s.facts.emplace_back(criterionName(id), language().number(value, 0));
        for (const std::string& gap : one.gaps)
            s.facts.emplace_back(tr("Missing"), language().text(gap));
        if (!one.note.empty())
            s.facts.emplace_back(tr("Note"), fromUtf8(one.note));
        return s;
    };
    auto* page = new QWidget(m_tabs);
    m_table = new TablePanel(env(), QStringLiteral("portfolioTable"), m_systems, page);
    m_table->setStretch(1);
    connect(m_table, &TablePanel::selected, this, &PlanRoom::selected);
    connect(&m_table->view(), &TableView::currentRowChanged, this,
            [this](const QModelIndex& index) { choose(index.data(IdRole).toLongLong()); });
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->addWidget(m_table, 1);
    buildDecision(page);
    m_tabs->addTab(page, QString());
}

void PortfolioRoom::buildDecision(QWidget* page)
{
    auto* row = new QHBoxLayout;
    m_name = makeLabel(QStringLiteral("portfolioName"), "muted", page, true);
    m_segment = new QComboBox(page);
    m_segment->setObjectName(QStringLiteral("portfolioSegment"));
    m_segment->addItem(QString(), QString());
    for (const char* segment : kSegments)
        m_segment->addItem(QString(), QString::fromLatin1(segment));
    m_note = new QLineEdit(page);
    m_note->setObjectName(QStringLiteral("portfolioNote"));
    m_year = new QSpinBox(page);
    m_year->setObjectName(QStringLiteral("portfolioYear"));
    m_year->setRange(kNoYear, 2060);
    m_year->setKeyboardTracking(false);
    row->addWidget(m_name, 1);
    row->addWidget(m_segment);
    row->addWidget(m_note, 1);
    row->addWidget(m_year);
    static_cast<QVBoxLayout*>(page->layout())->addLayout(row);
    connect(m_segment, &QComboBox::activated, this, &PortfolioRoom::decideSegment);
    connect(m_note, &QLineEdit::editingFinished, this, [this] {
        if (const PortfolioSystem* one = chosen(); one && one->overridden && m_note->text() != fromUtf8(one->note))
            decideSegment();
    });
    connect(m_year, &QSpinBox::valueChanged, this, &PortfolioRoom::decideYear);
    words().say([this] {
        m_segment->setItemText(0, tr("As proposed"));
        for (int i = 0; i < static_cast<int>(kSegments.size()); ++i)
            m_segment->setItemText(i + 1, segmentName(kSegments[static_cast<std::size_t>(i)]));
        m_segment->setAccessibleName(tr("Segment of the chosen system"));
        m_note->setPlaceholderText(tr("Why (a note)"));
        m_note->setAccessibleName(tr("Why this segment was chosen"));
        m_year->setSpecialValueText(tr("Year as proposed"));
        m_year->setAccessibleName(tr("Year of the chosen system"));
    });
}

void PortfolioRoom::buildRoadmap()
{
    const auto percent = [this](double RoadmapYear::*field) {
        return [this, field](const RoadmapYear& one) { return tr("%1 %").arg(language().number(one.*field, 0)); };
    };
    m_years = new RowsModel<RoadmapYear>({
        {.title = [] { return tr("Year"); }, .value = [](const RoadmapYear& one) { return QVariant(one.year); }, .right = true},
        {.title = [] { return tr("Target"); },
         .value = [](const RoadmapYear& one) { return QVariant(one.targetPercent); },
         .text = percent(&RoadmapYear::targetPercent),
         .right = true},
        {.title = [] { return tr("Reached"); },
         .value = [](const RoadmapYear& one) { return QVariant(one.reachedPercent); },
         .text = percent(&RoadmapYear::reachedPercent),
         .right = true},
        {.title = [] { return tr("Systems"); }, .value = [](const RoadmapYear& one) { return QVariant(one.systems); }, .right = true},
        {.title = [] { return tr("Budget (won)"); },
         .value = [](const RoadmapYear& one) { return QVariant(QString::fromStdString(one.budget).toDouble()); },
         .text = [](const RoadmapYear& one) { return Language::grouped(one.budget); },
         .right = true},
        {.title = [] { return tr("Without a cost"); }, .value = [](const RoadmapYear& one) { return QVariant(one.withoutCost); }, .right = true},
    });
    m_years->id = [](const RoadmapYear& one) { return QString::number(one.year); };
    auto* page = new QSplitter(Qt::Vertical, m_tabs);
    m_chart = new PlanChart(env(), QStringLiteral("roadmapChart"), page);
    m_yearTable = new TablePanel(env(), QStringLiteral("roadmapTable"), m_years, page);
    page->addWidget(m_chart);
    page->addWidget(m_yearTable);
    page->setChildrenCollapsible(false);
    page->setSizes({280, 220});
    m_tabs->addTab(page, QString());
}

QString PortfolioRoom::criterionName(const std::string& id) const
{
    for (const auto* side : {&m_rules.readiness, &m_rules.value})
        if (const auto found = std::ranges::find(*side, id, &planning::Criterion::id); found != side->end())
            return language().text(found->name);
    return fromUtf8(id);
}

QString PortfolioRoom::segmentName(const std::string& segment) const
{
    return segment.empty() ? tr("not known yet") : language().text("planning.segment." + segment);
}

const PortfolioSystem* PortfolioRoom::chosen() const
{
    if (!m_portfolio)
        return nullptr;
    const auto found = std::ranges::find(m_portfolio->systems, m_system, &PortfolioSystem::system);
    return found == m_portfolio->systems.end() ? nullptr : &*found;
}

void PortfolioRoom::refresh()
{
    if (m_portfolio)
        fill();
    else
        document().portfolio();
}

void PortfolioRoom::take(std::shared_ptr<const core::Portfolio> portfolio)
{
    m_portfolio = std::move(portfolio);
    fill();
}

void PortfolioRoom::fill()
{
    const core::SystemId before = m_system;
    m_systems->setRows(m_portfolio ? m_portfolio->systems : std::vector<PortfolioSystem>());
    m_years->setRows(m_portfolio ? m_portfolio->roadmap : std::vector<RoadmapYear>());
    if (!m_table->selectId(QString::number(before)))
        choose(0);
    else
        choose(before);
    fillRoadmap();
    fillTexts();
}

void PortfolioRoom::choose(core::SystemId system)
{
    m_system = system;
    const PortfolioSystem* one = chosen();
    const QSignalBlocker quietSegment(m_segment);
    const QSignalBlocker quietYear(m_year);
    for (QWidget* widget : {static_cast<QWidget*>(m_segment), static_cast<QWidget*>(m_note), static_cast<QWidget*>(m_year)})
        widget->setEnabled(one != nullptr);
    m_name->setText(one ? fromUtf8(one->name) : tr("Choose a system to change its segment or year."));
    m_segment->setCurrentIndex(one && one->overridden ? std::max(0, m_segment->findData(fromUtf8(one->segment))) : 0);
    m_note->setText(one ? fromUtf8(one->note) : QString());
    m_year->setValue(one && one->yearChosen ? one->year : kNoYear);
}

void PortfolioRoom::decideSegment()
{
    if (!chosen())
        return;
    const std::string segment = m_segment->currentData().toString().toStdString();
    std::optional<nlohmann::json> value;
    if (!segment.empty())
        value = nlohmann::json{{"segment", segment}, {"note", m_note->text().toStdString()}};
    document().decide({{"portfolio", "segment", std::move(value), m_system}}, "gui.edit.segment");
}

void PortfolioRoom::decideYear(int year)
{
    if (chosen())
        document().decide({{"portfolio", "year", year == kNoYear ? std::nullopt : std::optional<nlohmann::json>(year), m_system}},
                          "gui.edit.year");
}

void PortfolioRoom::fillRoadmap()
{
    if (!m_portfolio)
        return m_chart->clearAll();
    QStringList years;
    PlanChart::Series target{tr("target (%)"), {}};
    PlanChart::Series reached{tr("reached (%)"), {}};
    for (const RoadmapYear& one : m_portfolio->roadmap) {
        years << QString::number(one.year);
        target.values.push_back(one.targetPercent);
        reached.values.push_back(one.reachedPercent);
    }
    m_chart->setBars(years, tr("% of all systems"), {target, reached});
}

void PortfolioRoom::fillTexts()
{
    m_effects->clear();
    if (!m_portfolio)
        return m_text->setText(tr("The systems are being ranked."));
    QStringList notes;
    for (const std::string& note : m_portfolio->notes)
        notes << language().text(note);
    m_text->setText(tr("%1 systems.").arg(language().number(static_cast<qint64>(m_portfolio->systems.size()))) + QLatin1Char(' ') +
                    notes.join(QLatin1Char(' ')));
    QStringList lines{tr("Expected effects")};
    for (const core::ExpectedEffect& one : m_portfolio->effects) {
        lines << QStringLiteral("- %1: %2").arg(language().text(one.name), language().text(one.text));
        if (one.findings > 0)
            lines << QStringLiteral("  ") + tr("Findings whose removal brings it: %1").arg(language().number(qint64{one.findings}));
    }
    lines << QString() << tr("Stage checklist");
    for (const core::StageItem& one : m_portfolio->checklist)
        lines << QStringLiteral("- [%1] %2").arg(language().text(one.stage), language().text(one.text));
    lines << QString() << tr("Hybrid contract (agile and waterfall)");
    for (const core::ContractClause& one : m_portfolio->contract)
        lines << QStringLiteral("- %1: %2").arg(language().text(one.title), language().text(one.text));
    lines << QString() << tr("Targets: %1").arg(language().text(m_portfolio->targetSource));
    m_effects->setPlainText(lines.join(QLatin1Char('\n')));
}

void PortfolioRoom::import()
{
    const QString file = env().dialogs.openFile(this, tr("Import systems"), QString(), tr("Lists (*.csv)"));
    if (!file.isEmpty())
        document().addSystems(file);
}

} // namespace naru::gui
