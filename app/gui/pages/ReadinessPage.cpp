#include "app/gui/pages/ReadinessPage.h"

#include "app/gui/Names.h"
#include "app/gui/models/TableModel.h"
#include "app/gui/pages/LadderDrawing.h"
#include "app/service/Services.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTreeView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::gui {
namespace {

constexpr int kTileColumns = 4;
constexpr int kFactors = 12;

struct StateLook {
    const char* icon;
    QColor colour;
    const char* edge;
};

StateLook lookOf(core::FactorState state, const Colours& s)
{
    switch (state) {
    case core::FactorState::Met:
        return {"met", s.good, "good"};
    case core::FactorState::Violated:
        return {"violated", s.bad, "bad"};
    case core::FactorState::Partly:
        return {"partly", s.warn, "warn"};
    case core::FactorState::NotDetectable:
        return {"unknown", s.muted, ""};
    }
    return {"unknown", s.muted, ""};
}

/// Of a path too long for its column the end is shown, which names the file and the line.
class PathEnd : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideLeft;
    }
};

StateLook lookOf(core::CriterionState state, const Colours& s)
{
    switch (state) {
    case core::CriterionState::Met:
        return {"met", s.good, "good"};
    case core::CriterionState::Unmet:
        return {"violated", s.bad, "bad"};
    case core::CriterionState::Unknown:
        return {"unknown", s.muted, ""};
    }
    return {"unknown", s.muted, ""};
}

} // namespace

ReadinessPage::ReadinessPage(Environment& environment, Document& document, QWidget* parent)
    : Page(environment, document, Step::Readiness, parent),
      m_tabs(new QTabWidget(main()))
{
    setObjectName(QStringLiteral("readinessPage"));
    setHead([] { return tr("Readiness"); }, [] { return tr("What keeps it from running well in a cloud?"); });
    setEmpty([] { return tr("Readiness is found in the source, which has not been analysed yet."); },
             [] { return tr("Analyse the source"); }, [this] { emit actionWanted(QStringLiteral("analyze")); });
    m_tabs->setObjectName(QStringLiteral("readinessTabs"));
    m_tabs->setDocumentMode(true);
    buildFactors();
    buildFindings();
    buildLadders();
    auto* layout = new QVBoxLayout(main());
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_tabs);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) { emit selected(subjectOf(tab)); });
    words().say([this] {
        m_tabs->setTabText(0, tr("Twelve factors"));
        m_tabs->setTabText(1, tr("Findings"));
        m_tabs->setTabText(2, tr("Maturity"));
        m_tabs->setAccessibleName(tr("Readiness"));
    });
}

void ReadinessPage::buildFactors()
{
    auto* scroll = new QScrollArea(m_tabs);
    scroll->setWidgetResizable(true);
    auto* body = new QWidget(scroll);
    body->setProperty("scrollBody", true);
    m_grid = new QGridLayout(body);
    m_grid->setContentsMargins(0, 8, 8, 8);
    m_grid->setSpacing(10);
    for (int i = 0; i < kFactors; ++i) {
        auto* tile = new Card(QStringLiteral("factor%1").arg(i + 1), body);
        tile->setFocusPolicy(Qt::TabFocus);
        tile->setMinimumHeight(124);
        auto* state = new QHBoxLayout;
        auto* icon = new QLabel(tile);
        auto* word = makeLabel(QStringLiteral("factor%1State").arg(i + 1), "", tile);
        auto* detail = makeLabel(QStringLiteral("factor%1Detail").arg(i + 1), "muted", tile, true);
        state->addWidget(icon);
        state->addWidget(word, 1);
        tile->body().addLayout(state);
        tile->body().addWidget(detail);
        tile->body().addStretch();
        m_tiles.push_back(tile);
        m_tileLabels.push_back({icon, word, detail});
        m_grid->addWidget(tile, i / kTileColumns, i % kTileColumns);
        connect(tile, &Card::clicked, this, [this, i] {
            m_factor = i;
            emit selected(factorSubject(static_cast<std::size_t>(i)));
        });
    }
    for (int column = 0; column < kTileColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    m_grid->setRowStretch(kFactors / kTileColumns, 1);
    scroll->setWidget(body);
    m_tabs->addTab(scroll, QString());
}

void ReadinessPage::buildFindings()
{
    auto* panel = new QWidget(m_tabs);
    m_grouping = new QComboBox(panel);
    m_grouping->setObjectName(QStringLiteral("findingsGrouping"));
    for (int i = 0; i < 4; ++i)
        m_grouping->addItem(QString());
    m_filterLine = new QLineEdit(panel);
    m_filterLine->setObjectName(QStringLiteral("findingsFilter"));
    m_filterLine->setClearButtonEnabled(true);
    m_filterLine->setMaximumWidth(320);
    m_findingsSummary = makeLabel(QStringLiteral("findingsSummary"), "muted", panel);
    m_findings = new FindingsTree(env(), this);
    m_filter = new QSortFilterProxyModel(this);
    m_filter->setSourceModel(m_findings);
    m_filter->setRecursiveFilteringEnabled(true);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setFilterKeyColumn(-1);
    m_findingsView = new QTreeView(panel);
    m_findingsView->setObjectName(QStringLiteral("findingsTree"));
    m_findingsView->setModel(m_filter);
    m_findingsView->setAlternatingRowColors(true);
    m_findingsView->setUniformRowHeights(true);
    m_findingsView->header()->setStretchLastSection(false);
    m_findingsView->header()->setSectionResizeMode(FindingsTree::What, QHeaderView::Stretch);
    m_findingsView->setColumnWidth(FindingsTree::Risk, 100);
    m_findingsView->header()->setSectionResizeMode(FindingsTree::Place, QHeaderView::Stretch);
    m_findingsView->setItemDelegateForColumn(FindingsTree::Place, new PathEnd(m_findingsView));
    m_findingsView->setColumnWidth(FindingsTree::Effort, 160);

    auto* bar = new QHBoxLayout;
    bar->addWidget(m_filterLine, 1);
    bar->addWidget(m_grouping);
    m_sarif = new QPushButton(panel);
    m_sarif->setObjectName(QStringLiteral("exportSarif"));
    m_components = new QPushButton(panel);
    m_components->setObjectName(QStringLiteral("exportComponents"));
    buildAcceptance(*bar);
    bar->addStretch(1);
    bar->addWidget(m_sarif);
    bar->addWidget(m_components);
    connect(m_sarif, &QPushButton::clicked, this, [this] { exportFile(false); });
    connect(m_components, &QPushButton::clicked, this, [this] { exportFile(true); });
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_findingsSummary);
    layout->addWidget(m_findingsView, 1);
    m_tabs->addTab(panel, QString());

    connect(m_grouping, &QComboBox::currentIndexChanged, this, &ReadinessPage::group);
    connect(m_filterLine, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_findingsView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        emit selected(m_findings->subject(m_filter->mapToSource(index)));
        showAcceptance();
    });
    connect(m_findingsView, &QTreeView::activated, this, [this](const QModelIndex& index) {
        const QString file = index.siblingAtColumn(0).data(FileRole).toString();
        if (!file.isEmpty())
            emit jump(file, index.siblingAtColumn(0).data(LineRole).toInt());
    });
    words().say([this] {
        const QSignalBlocker quiet(m_grouping);
        m_grouping->setItemText(0, tr("By root cause"));
        m_grouping->setItemText(1, tr("By factor"));
        m_grouping->setItemText(2, tr("By file"));
        m_grouping->setItemText(3, tr("By risk"));
        m_grouping->setAccessibleName(tr("Group the findings"));
        m_filterLine->setPlaceholderText(tr("Filter"));
        m_sarif->setText(tr("SARIF..."));
        m_sarif->setToolTip(tr("Writes the findings as SARIF 2.1.0, which development tools read"));
        m_components->setText(tr("Components..."));
        m_components->setToolTip(tr("Writes the list of components found as CycloneDX 1.6"));
        for (QPushButton* button : {m_sarif, m_components})
            button->setAccessibleName(button->toolTip());
        m_filterLine->setAccessibleName(tr("Filter the findings"));
        m_findingsView->setAccessibleName(tr("Findings"));
    });
}

void ReadinessPage::buildLadders()
{
    auto* panel = new QWidget(m_tabs);
    m_drawing = new LadderDrawing(env(), panel);
    m_ladders = new QTreeWidget(panel);
    m_ladders->setObjectName(QStringLiteral("ladders"));
    m_ladders->setColumnCount(2);
    m_ladders->setAlternatingRowColors(true);
    m_ladders->header()->setStretchLastSection(false);
    m_ladders->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ladders->setColumnWidth(1, 160);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_drawing);
    layout->addWidget(m_ladders, 1);
    m_tabs->addTab(panel, QString());
    connect(m_ladders, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item != nullptr)
            emit selected(ladderSubject(*item));
    });
    words().say([this] {
        m_ladders->setHeaderLabels({tr("Criterion"), tr("State")});
        m_ladders->setAccessibleName(tr("Maturity ladders"));
    });
}

void ReadinessPage::refresh()
{
    fillFactors();
    group();
    fillLadders();
}

void ReadinessPage::fillFactors()
{
    const core::AuditReport& audit = *results().audit;
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const bool known = i < audit.factors.size();
        m_tiles[i]->setVisible(known);
        if (!known)
            continue;
        const core::FactorResult& factor = audit.factors[i];
        const StateLook look = lookOf(factor.state, colours());
        const auto findings =
            std::ranges::count_if(audit.findings, [&](const core::Finding& f) { return f.factor == factor.id && !f.suppressed; });
        m_tiles[i]->setHeading(QStringLiteral("%1. %2").arg(factor.id).arg(language().text(factor.name)));
        m_tiles[i]->setState(QString::fromLatin1(look.edge));
        auto& [icon, word, detail] = m_tileLabels[i];
        icon->setPixmap(env().theme.pixmap(QString::fromLatin1(look.icon), look.colour, 18));
        word->setText(findings > 0 ? tr("%1, findings: %2").arg(Names::of(factor.state), language().number(static_cast<qint64>(findings)))
                                   : Names::of(factor.state));
        restyle(word, "tone", QString::fromLatin1(look.edge));
        const QString text = language().text(factor.asIs);
        detail->setText(text.isEmpty() ? language().text(factor.manualQuestion) : text);
        m_tiles[i]->setAccessibleName(m_tiles[i]->accessibleName() + QStringLiteral(": ") + word->text());
    }
}

void ReadinessPage::group()
{
    if (!results().audit)
        return;
    const core::AuditReport& audit = *results().audit;
    m_findings->setReport(audit, static_cast<FindingsTree::Grouping>(std::max(0, m_grouping->currentIndex())),
                          m_shown->currentIndex() == 1);
    showAcceptance();
    QString summary =
        tr("Findings: %1, root causes: %2")
            .arg(language().number(static_cast<qint64>(std::ranges::count(audit.findings, false, &core::Finding::suppressed))),
                 language().number(static_cast<qint64>(audit.rootCauses.size())));
    if (const auto accepted = std::ranges::count(audit.findings, true, &core::Finding::suppressed); accepted > 0)
        summary += tr("; %1 accepted").arg(language().number(static_cast<qint64>(accepted)));
    if (audit.effort.high > 0)
        summary += tr("; %1 to %2 person days").arg(language().number(audit.effort.low, 0), language().number(audit.effort.high, 0));
    m_findingsSummary->setText(summary);
}

void ReadinessPage::exportFile(bool components)
{
    if (!results().audit)
        return;
    const QString name = document().systemName() + (components ? QStringLiteral(".cdx.json") : QStringLiteral(".sarif"));
    const QString file = env().dialogs.saveFile(this, components ? tr("Write the list of components") : tr("Write the findings"), name,
                                                components ? QStringLiteral("CycloneDX (*.json)") : QStringLiteral("SARIF (*.sarif)"));
    if (file.isEmpty())
        return;
    const auto written =
        components ? service::writeComponents(*results().audit, document().systemName().toStdString(), "1.6", file.toStdString())
                   : service::writeSarif(*results().audit, env().resources, {}, language().code().toStdString(), file.toStdString());
    if (written)
        emit document().said(tr("Written: %1").arg(file));
    else
        emit document().trouble(written.error());
}

void ReadinessPage::fillLadders()
{
    m_ladders->clear();
    if (!results().maturity)
        return;
    const auto& ladders = results().maturity->ladders;
    m_drawing->setLadders(ladders);
    for (std::size_t l = 0; l < ladders.size(); ++l) {
        const core::LadderResult& ladder = ladders[l];
        auto* top = new QTreeWidgetItem(
            m_ladders, {language().text(ladder.name), ladder.level < ladder.lowest
                                                          ? tr("below the lowest level")
                                                          : tr("level %1: %2").arg(ladder.level).arg(language().text(ladder.levelName))});
        QFont bold = top->font(0);
        bold.setBold(true);
        top->setFont(0, bold);
        top->setFont(1, bold);
        top->setData(0, Qt::UserRole, QSize(static_cast<int>(l), kWholeLadder));
        for (int level = ladder.lowest; level <= ladder.highest; ++level) {
            auto* step = new QTreeWidgetItem(top, {tr("Level %1").arg(level)});
            for (std::size_t c = 0; c < ladder.criteria.size(); ++c) {
                const core::CriterionResult& criterion = ladder.criteria[c];
                if (criterion.level != level)
                    continue;
                const StateLook look = lookOf(criterion.state, colours());
                auto* line = new QTreeWidgetItem(step, {language().text(criterion.text), Names::of(criterion.state)});
                line->setIcon(1, env().theme.icon(QString::fromLatin1(look.icon), look.colour));
                line->setForeground(1, look.colour);
                line->setToolTip(0, line->text(0));
                line->setData(0, Qt::UserRole, QSize(static_cast<int>(l), static_cast<int>(c)));
            }
            step->setExpanded(true);
        }
        top->setExpanded(true);
    }
}

} // namespace naru::gui
