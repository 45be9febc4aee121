#include "app/gui/pages/OverviewPage.h"

#include "app/gui/Names.h"
#include "app/gui/charts/RadarChart.h"
#include "app/gui/models/FindingsTree.h"
#include "core/model/CodeModelJson.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace naru::gui {

OverviewPage::OverviewPage(Environment& environment, Document& document, QWidget* parent)
    : Page(environment, document, Step::Overview, parent),
      m_verdict(new Card(QStringLiteral("overviewVerdict"), main())),
      m_verdictText(makeLabel(QStringLiteral("overviewVerdictText"), "verdict", m_verdict, true)),
      m_verdictDetail(makeLabel(QStringLiteral("overviewVerdictDetail"), "muted", m_verdict, true)),
      m_maturity(new Card(QStringLiteral("overviewMaturity"), main())),
      m_radar(new RadarChart(environment, m_maturity)),
      m_maturityText(makeLabel(QStringLiteral("overviewMaturityText"), "", m_maturity, true)),
      m_cost(new Card(QStringLiteral("overviewCost"), main())),
      m_costFigure(makeLabel(QStringLiteral("overviewCostFigure"), "figure", m_cost)),
      m_costText(makeLabel(QStringLiteral("overviewCostText"), "muted", m_cost, true)),
      m_size(new Card(QStringLiteral("overviewSize"), main())),
      m_sizeText(makeLabel(QStringLiteral("overviewSizeText"), "", m_size, true)),
      m_risks(new Card(QStringLiteral("overviewRisks"), main())),
      m_noRisks(makeLabel(QStringLiteral("overviewNoRisks"), "muted", m_risks, true)),
      m_next(new Card(QStringLiteral("overviewNext"), main())),
      m_nextText(makeLabel(QStringLiteral("overviewNextText"), "", m_next, true)),
      m_nextButton(new QPushButton(m_next)),
      m_systems(new Card(QStringLiteral("overviewSystems"), main())),
      m_systemTable(new QTreeWidget(m_systems))
{
    setObjectName(QStringLiteral("overviewPage"));
    setHead([] { return tr("Overview"); }, [] { return tr("Where does this system stand, and what next?"); });
    setEmpty([] { return tr("There is no project yet."); }, [] { return tr("New project"); },
             [this] { emit actionWanted(QStringLiteral("new")); });
    build();
}

void OverviewPage::build()
{
    m_verdict->body().addWidget(m_verdictText);
    m_verdict->body().addWidget(m_verdictDetail);
    m_maturity->body().addWidget(m_radar, 1);
    m_maturity->body().addWidget(m_maturityText);
    m_cost->body().addWidget(m_costFigure);
    m_cost->body().addWidget(m_costText);
    m_size->body().addWidget(m_sizeText);
    for (std::size_t i = 0; i < m_riskLines.size(); ++i) {
        auto* line = new QHBoxLayout;
        m_riskIcons[i] = new QLabel(m_risks);
        m_riskLines[i] = new ElidedButton(m_risks);
        m_riskLines[i]->setObjectName(QStringLiteral("overviewRisk%1").arg(i + 1));
        m_riskLines[i]->setProperty("flat", true);
        line->addWidget(m_riskIcons[i]);
        line->addWidget(m_riskLines[i], 1);
        m_riskLines[i]->setProperty("line", true);
        m_risks->body().addLayout(line);
        connect(m_riskLines[i], &QPushButton::clicked, this, [this, i] { emit selected(m_riskSubjects[i]); });
    }
    m_risks->body().addWidget(m_noRisks);
    m_risks->body().addStretch();
    m_nextButton->setObjectName(QStringLiteral("nextStepButton"));
    m_nextButton->setProperty("primary", true);
    m_next->body().addWidget(m_nextText);
    m_next->body().addWidget(m_nextButton, 0, Qt::AlignLeft);
    m_next->setState(QStringLiteral("accent"));
    connect(m_nextButton, &QPushButton::clicked, this, [this] {
        const Next next = nextStep();
        if (next.action.isEmpty())
            emit go(next.step);
        else
            emit actionWanted(next.action);
    });

    m_systemTable->setObjectName(QStringLiteral("overviewSystemTable"));
    m_systemTable->setRootIsDecorated(false);
    m_systemTable->setAlternatingRowColors(true);
    m_systemTable->setMinimumHeight(110);
    m_systems->body().addWidget(m_systemTable);
    m_systems->hide();
    connect(m_systemTable, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem* item) { document().showSystem(item->data(0, Qt::UserRole).toLongLong()); });
    connect(&document(), &Document::portfolioMade, this,
            [this](const std::shared_ptr<const core::Portfolio>& portfolio) { fillSystems(portfolio.get()); });

    auto* scroll = new QScrollArea(main());
    scroll->setWidgetResizable(true);
    auto* body = new QWidget(scroll);
    body->setProperty("scrollBody", true);
    auto* grid = new QGridLayout(body);
    grid->setContentsMargins(0, 6, 8, 6);
    grid->setSpacing(12);
    grid->addWidget(m_next, 0, 0, 1, 2);
    grid->addWidget(m_verdict, 1, 0, 1, 2);
    grid->addWidget(m_systems, 2, 0, 1, 2);
    grid->addWidget(m_maturity, 3, 0, 3, 1);
    grid->addWidget(m_cost, 3, 1);
    grid->addWidget(m_risks, 4, 1);
    grid->addWidget(m_size, 5, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(6, 1);
    scroll->setWidget(body);
    auto* layout = new QVBoxLayout(main());
    layout->setContentsMargins({});
    layout->addWidget(scroll);
    words().say([this] {
        m_verdict->setHeading(tr("Verdict of the self-diagnosis"));
        m_maturity->setHeading(tr("Cloud maturity"));
        m_cost->setHeading(tr("Cost of development"));
        m_risks->setHeading(tr("Biggest risks"));
        m_size->setHeading(tr("Size"));
        m_next->setHeading(tr("Next step"));
        m_systems->setHeading(tr("Systems of the project"));
        m_systemTable->setHeaderLabels({tr("System"), tr("YES of the ten (%)"), tr("Maturity (%)"), tr("Readiness (0 to 100)"),
                                        tr("Function points"), tr("Cost")});
        m_systemTable->setToolTip(tr("Double-click shows the system"));
        m_systemTable->setAccessibleName(tr("Systems of the project"));
    });
}

void OverviewPage::refresh()
{
    if (document().systemCount() > 1)
        document().portfolio();
    else
        m_systems->hide();
    fillVerdict();
    fillMaturity();
    fillCost();
    fillRisks();
    fillNext();
}

void OverviewPage::fillSystems(const core::Portfolio* portfolio)
{
    m_systemTable->clear();
    m_systems->setVisible(portfolio != nullptr && portfolio->systems.size() > 1);
    if (!portfolio)
        return;
    const auto figure = [this](std::optional<double> value) { return value ? language().number(*value, 0) : QStringLiteral("-"); };
    for (const core::PortfolioSystem& system : portfolio->systems) {
        const auto part = [&](std::string_view id) {
            const auto found = std::ranges::find(system.parts, id, &std::pair<std::string, double>::first);
            return figure(found == system.parts.end() ? std::nullopt : std::optional(found->second));
        };
        auto* row = new QTreeWidgetItem(
            m_systemTable, {fromUtf8(system.name), part("diagnosis"), part("maturity"), figure(system.readiness),
                            system.functionPoints.empty() ? QStringLiteral("-") : Language::grouped(system.functionPoints),
                            system.cost.empty() ? QStringLiteral("-") : language().won(system.cost)});
        row->setData(0, Qt::UserRole, QVariant::fromValue<qlonglong>(system.system));
        for (int column = 1; column < row->columnCount(); ++column)
            row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (system.system == document().system()) {
            QFont bold = row->font(0);
            bold.setBold(true);
            row->setFont(0, bold);
            m_systemTable->setCurrentItem(row);
        }
    }
    m_systemTable->header()->setStretchLastSection(false);
    m_systemTable->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_systemTable->header()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void OverviewPage::fillVerdict()
{
    const auto& assessment = results().assessment;
    if (!assessment || assessment->yes + assessment->no + assessment->unknown == 0) {
        m_verdictText->setText(tr("The ten questions have not been answered yet."));
        m_verdictDetail->hide();
        m_verdict->setState({});
        return;
    }
    const QString verdict = Names::of(assessment->verdict);
    m_verdictText->setText(assessment->verdict == core::Verdict::Incomplete
                               ? tr("%1: %2 items are still open.").arg(verdict).arg(assessment->missing.size())
                               : tr("%1: %2 of %3 answers are YES.").arg(verdict).arg(assessment->yes).arg(assessment->items.size()));
    m_verdictDetail->setText(tr("YES %1, NO %2, don't know %3").arg(assessment->yes).arg(assessment->no).arg(assessment->unknown));
    m_verdictDetail->show();
    m_verdict->setState(assessment->verdict == core::Verdict::Incomplete ? QStringLiteral("warn")
                        : assessment->verdict == core::Verdict::Adopt    ? QStringLiteral("good")
                                                                         : QStringLiteral("accent"));
}

void OverviewPage::fillMaturity()
{
    const auto& maturity = results().maturity;
    m_radar->setVisible(maturity.has_value());
    if (!maturity) {
        m_maturityText->setText(tr("Known after the source has been analysed."));
        return;
    }
    QStringList axes;
    QList<double> values;
    QStringList lines;
    QChar letter = QLatin1Char('A');
    for (const core::LadderResult& ladder : maturity->ladders) {
        for (int level = ladder.lowest; level <= ladder.highest; ++level) {
            const auto all = std::ranges::count(ladder.criteria, level, &core::CriterionResult::level);
            const auto met = std::ranges::count_if(
                ladder.criteria, [&](const core::CriterionResult& c) { return c.level == level && c.state == core::CriterionState::Met; });
            if (all == 0)
                continue;
            axes << QStringLiteral("%1%2").arg(letter).arg(level);
            values << 100.0 * static_cast<double>(met) / static_cast<double>(all);
        }
        lines << QStringLiteral("%1  %2: %3")
                     .arg(letter)
                     .arg(language().text(ladder.name), ladder.level < ladder.lowest
                                                            ? tr("below the lowest level")
                                                            : tr("level %1, %2").arg(ladder.level).arg(language().text(ladder.levelName)));
        letter = QChar(letter.unicode() + 1);
    }
    m_radar->setValues(axes, values, 100);
    m_radar->setAccessibleName(tr("Share of criteria met per level, in percent"));
    m_maturityText->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n') +
                            tr("Drawn: share of the criteria met per level, in %; unknown is not met."));
}

void OverviewPage::fillCost()
{
    const auto& estimate = results().estimate;
    m_costFigure->setVisible(estimate.has_value() && !estimate->total.empty());
    if (!estimate) {
        const auto& count = results().count;
        m_costText->setText(!count ? tr("Known after the functions have been counted.")
                            : count->functions.empty()
                                ? tr("No function was counted. Cost, Not counted, gives the reason for each table and entry point.")
                                : tr("%1 function points counted; the adjustment factors are still to be chosen.")
                                      .arg(Language::grouped(count->total)));
        return;
    }
    m_costFigure->setText(language().won(estimate->total));
    m_costText->setText(tr("%1 function points at %2; edition %3.")
                            .arg(Language::grouped(estimate->fp), language().won(estimate->unitPrice), fromUtf8(estimate->edition)));
}

void OverviewPage::fillRisks()
{
    struct Cause {
        const core::Finding* finding = nullptr;
        int count = 0;
    };
    std::vector<Cause> causes;
    if (results().audit) {
        std::map<std::string, std::size_t> known;
        for (const core::Finding& f : results().audit->findings) {
            if (f.suppressed)
                continue;
            const auto [at, fresh] = known.emplace(f.rootCause, causes.size());
            if (fresh)
                causes.push_back({&f, 0});
            ++causes[at->second].count;
        }
        std::ranges::stable_sort(causes, [](const Cause& a, const Cause& b) {
            return a.finding->risk != b.finding->risk ? a.finding->risk > b.finding->risk : a.count > b.count;
        });
    }
    m_noRisks->setVisible(causes.empty());
    m_noRisks->setText(results().audit ? tr("No risk was found in the source.") : tr("Known after the source has been analysed."));
    for (std::size_t i = 0; i < m_riskLines.size(); ++i) {
        const bool there = i < causes.size();
        m_riskLines[i]->setVisible(there);
        m_riskIcons[i]->setVisible(there);
        if (!there)
            continue;
        const core::Finding& f = *causes[i].finding;
        const QString message = language().text(f.message);
        m_riskIcons[i]->setPixmap(env().theme.pixmap(QStringLiteral("risk"), colours().risk[static_cast<std::size_t>(f.risk)], 18));
        QString place = QFileInfo(fromUtf8(f.file)).fileName();
        if (!place.isEmpty() && f.line > 0)
            place += QLatin1Char(':') + QString::number(f.line);
        const QString line = causes[i].count > 1 ? tr("%1, %2 places: %3").arg(Names::of(f.risk)).arg(causes[i].count).arg(message)
                             : place.isEmpty()   ? tr("%1: %2").arg(Names::of(f.risk), message)
                                                 : tr("%1, %2: %3").arg(Names::of(f.risk), place, message);
        m_riskLines[i]->setWhole(line);
        Subject subject = describe(f, *results().audit, language());
        subject.evidence.clear();
        for (const core::Finding& other : results().audit->findings)
            if (other.rootCause == f.rootCause && !other.suppressed)
                subject.evidence.push_back({.kind = "code", .file = other.file, .line = other.line, .text = other.quote, .source = {}});
        m_riskSubjects[i] = std::move(subject);
    }
    QStringList sizes;
    if (const auto& code = results().code) {
        const nlohmann::json totals = core::codeSummary(*code);
        const auto number = [&](const nlohmann::json& count) { return language().number(count.get<qint64>()); };
        sizes << tr("%1 lines in %2 files").arg(number(totals["loc"]), number(totals["files"]["total"]))
              << tr("%1 types, %2 tables, %3 entry points, %4 views")
                     .arg(number(totals["counts"]["types"]),
                          language().number(static_cast<qint64>(code->tables.size())),
                          language().number(static_cast<qint64>(code->entryPoints.size())),
                          language().number(static_cast<qint64>(code->views.size())));
    }
    if (results().split && !results().split->alternatives.empty())
        sizes << tr("Proposed split: %1 contexts").arg(results().split->alternatives.front().contexts.size());
    m_sizeText->setText(sizes.isEmpty() ? tr("Known after the source has been analysed.") : sizes.join(QLatin1Char('\n')));
}

OverviewPage::Next OverviewPage::nextStep() const
{
    if (!results().code)
        return {tr("Read the source: types, tables, entry points and readiness are found in it."), tr("Analyse the source"), Step::Code,
                QStringLiteral("analyze")};
    if (!results().assessment || !results().assessment->missing.empty())
        return {tr("Answer the open questions of the self-diagnosis; where the source has evidence, an answer is proposed."),
                tr("Go to the diagnosis"),
                Step::Diagnosis,
                {}};
    if (!results().split)
        return {tr("Let Naru propose which services the system could become."), tr("Propose a split"), Step::Split,
                QStringLiteral("split")};
    if (!results().count)
        return {tr("Count the functions of the system."), tr("Count function points"), Step::Cost, QStringLiteral("count")};
    if (!results().estimate)
        return {tr("Choose the adjustment factors, so that the cost can be computed."), tr("Go to the cost"), Step::Cost, {}};
    if (!results().plan)
        return {tr("Order the contexts of the split into waves."), tr("Make the plan"), Step::Plan, QStringLiteral("plan")};
    return {tr("Everything is there. Look at the documents and export them."), tr("Go to the report"), Step::Report, {}};
}

void OverviewPage::fillNext()
{
    const Next next = nextStep();
    m_nextText->setText(next.sentence);
    m_nextButton->setText(next.button);
    m_nextButton->setAccessibleName(next.button);
}

} // namespace naru::gui
