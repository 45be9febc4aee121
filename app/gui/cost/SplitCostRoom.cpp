#include "app/gui/cost/SplitCostRoom.h"

#include "app/gui/Names.h"
#include "app/gui/cost/CostInput.h"
#include "app/gui/models/FunctionTable.h"
#include "app/gui/widgets/Card.h"
#include "app/gui/widgets/TablePanel.h"
#include "costing/Allocation.h"
#include "costing/SplitComparison.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QHeaderView>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>
#include <map>

namespace naru::gui {
namespace {

using core::Decimal;

struct SplitCostWords {
    Q_DECLARE_TR_FUNCTIONS(naru::gui::SplitCostRoom)
};

QVariant sortable(const Decimal& value)
{
    return QString::fromStdString(value.text()).toDouble(); // for the order only; what is shown is exact
}

RowsModel<PartCost>* makePartTable(std::function<QString()> title)
{
    const auto exact = [](std::function<QString()> name, Decimal PartCost::* value) {
        return Column<PartCost>{std::move(name), [value](const PartCost& p) { return sortable(p.*value); },
                                [value](const PartCost& p) { return Language::grouped((p.*value).text()); }, true};
    };
    auto* table = new RowsModel<PartCost>({
        {std::move(title), [](const PartCost& p) { return QVariant(p.name); }},
        {[] { return SplitCostWords::tr("Functions"); }, [](const PartCost& p) { return QVariant(p.functions); }, {}, true},
        exact([] { return SplitCostWords::tr("Function points"); }, &PartCost::points),
        exact([] { return SplitCostWords::tr("API links (FP)"); }, &PartCost::links),
        exact([] { return SplitCostWords::tr("Development cost (won)"); }, &PartCost::cost),
    });
    table->describe = [](const PartCost& p) {
        Subject s;
        s.title = p.name;
        s.summary = SplitCostWords::tr("%1 won").arg(Language::grouped(p.cost.text()));
        s.facts.emplace_back(SplitCostWords::tr("Functions"), QString::number(p.functions));
        s.facts.emplace_back(SplitCostWords::tr("Function points"), Language::grouped(p.points.text()));
        s.facts.emplace_back(SplitCostWords::tr("API links (FP)"), Language::grouped(p.links.text()));
        return s;
    };
    return table;
}

RowsModel<SplitFunction>* makeSplitTable(Language& language)
{
    using F = SplitFunction;
    const auto points = [](std::function<QString()> name, bool before) {
        const auto shown = [before](const F& f) { return before && f.added ? std::string() : f.function.fp; };
        return Column<F>{std::move(name), [shown](const F& f) { return QVariant(QString::fromStdString(shown(f)).toDouble()); },
                         [shown](const F& f) { return Language::grouped(shown(f)); }, true};
    };
    const auto place = [](const F& f) -> std::pair<QString, int> {
        for (const core::Evidence& e : f.function.evidence)
            if (!e.file.empty())
                return {fromUtf8(e.file), e.line};
        return {};
    };
    auto* table = new RowsModel<F>({
        {[] { return SplitCostWords::tr("Function"); }, [](const F& f) { return QVariant(fromUtf8(f.function.name)); }},
        {[] { return SplitCostWords::tr("Type"); }, [](const F& f) { return QVariant(Names::of(f.function.type)); }},
        {[] { return SplitCostWords::tr("Context"); }, [](const F& f) { return QVariant(f.context); }},
        points([] { return SplitCostWords::tr("FP before"); }, true),
        points([] { return SplitCostWords::tr("FP after"); }, false),
        {[] { return SplitCostWords::tr("What the split does"); },
         [](const F& f) {
             return QVariant(f.added ? SplitCostWords::tr("added: API link of the guide, departs from IFPUG")
                                     : SplitCostWords::tr("unchanged"));
         }},
    });
    table->id = [](const F& f) { return fromUtf8(f.function.id); };
    table->place = place;
    table->describe = [&language](const F& f) {
        Subject s = describe(f.function, language);
        if (!f.context.isEmpty())
            s.facts.emplace_back(SplitCostWords::tr("Context"), f.context);
        return s;
    };
    return table;
}

} // namespace

SplitCostRoom::SplitCostRoom(Environment& environment, Document& document, QWidget* parent)
    : PlanRoom(environment, document, QStringLiteral("splitCostRoom"), parent),
      m_text(makeLabel(QStringLiteral("splitCostText"), "muted", this, true)),
      m_links(new QCheckBox(this)),
      m_comparison(new QTableWidget(this)),
      m_tabs(new QTabWidget(this)),
      m_total(makeLabel(QStringLiteral("splitCostTotal"), nullptr, this, true)),
      m_contexts(makePartTable([] { return tr("Context"); })),
      m_waves(makePartTable([] { return tr("Migration wave"); })),
      m_functions(makeSplitTable(environment.language))
{
    if (auto tariffs = costing::TariffCatalog::load(environment.resources))
        m_tariffs = std::move(*tariffs);
    m_links->setObjectName(QStringLiteral("countApiLinks"));
    connect(m_links, &QCheckBox::clicked, this, [this](bool on) {
        this->document().decide("estimate", "apiLinks", on ? std::optional<nlohmann::json>("guide") : std::nullopt, "gui.edit.estimate");
    });
    buildTables();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_comparison);
    layout->addWidget(m_links);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_total);
    words().say([this] {
        m_links->setText(tr("Count API links as functions, as the guide for services has it"));
        m_links->setToolTip(tr("Departs from IFPUG and from the KOSA method; the estimate and the documents say so"));
        m_links->setAccessibleName(m_links->text());
        m_comparison->setHorizontalHeaderLabels({QString(), tr("Before the split,\nand after it by IFPUG"),
                                                 tr("After the split with API links\n(departs from IFPUG)"), tr("What API links add")});
        m_comparison->setAccessibleName(tr("The system as one against its split"));
        m_tabs->setTabText(0, tr("By context"));
        m_tabs->setTabText(1, tr("By migration wave"));
        m_tabs->setTabText(2, tr("Functions before and after"));
        m_tabs->setAccessibleName(tr("Parts of the system"));
        m_contextTable->setAccessibleTitle(tr("By context"));
        m_waveTable->setAccessibleTitle(tr("By migration wave"));
        m_inventory->setAccessibleTitle(tr("Functions before and after"));
    });
}

void SplitCostRoom::buildTables()
{
    m_comparison->setObjectName(QStringLiteral("splitComparison"));
    m_comparison->setColumnCount(4);
    m_comparison->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_comparison->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_comparison->setTabKeyNavigation(false);
    m_comparison->setShowGrid(false);
    m_comparison->verticalHeader()->hide();
    m_comparison->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_comparison->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_comparison->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tabs->setObjectName(QStringLiteral("splitCostTabs"));
    m_tabs->setDocumentMode(true);
    const auto panel = [this](const char* name, TableModel* model) {
        auto* made = new TablePanel(env(), QString::fromLatin1(name), model, m_tabs);
        made->setStretch(0);
        connect(made, &TablePanel::selected, this, &PlanRoom::selected);
        connect(made, &TablePanel::jump, this, &PlanRoom::jump);
        m_tabs->addTab(made, QString());
        return made;
    };
    m_contextTable = panel("contextCosts", m_contexts);
    m_waveTable = panel("waveCosts", m_waves);
    m_inventory = panel("splitFunctions", m_functions);
}

std::optional<core::Estimate> SplitCostRoom::estimateWith(const char* apiLinks) const
{
    if (!m_tariffs || !document().results().estimate)
        return {};
    const costing::Tariff& tariff = tariffOf(document(), *m_tariffs);
    return costing::estimateWith(estimateInputOf(document(), tariff), tariff, apiLinks);
}

void SplitCostRoom::refresh()
{
    const auto& count = document().results().count;
    if (!count)
        return;
    const auto chosen = document().decision("estimate", "apiLinks");
    m_links->setChecked(chosen && *chosen == "guide");
    m_links->setEnabled(count->splitKnown);
    if (!count->splitKnown)
        m_text->setText(tr("The functions were counted without a split. Propose a split and count again to see what it changes."));
    else if (!document().results().estimate)
        m_text->setText(tr("Choose an edition of the tariff first to see costs; sizes are known."));
    else
        m_text->setText(tr("By IFPUG and KOSA a split changes no function. The guide for services counts each interface between "
                           "contexts as a function more; both views stand side by side, and only the chosen one is in the estimate."));
    fillComparison();
    fillParts();
    fillInventory();
    fillTotal();
}

void SplitCostRoom::fillComparison()
{
    const core::FunctionPointCount& count = *document().results().count;
    const std::array<QString, 4> names = {tr("Functions"), tr("Function points"), tr("Development cost (won)"), tr("Total with tax (won)")};
    const auto lines = costing::compareSplit(count, estimateWith("none"), count.splitKnown ? estimateWith("guide") : std::nullopt);
    m_comparison->setRowCount(static_cast<int>(lines.size()));
    for (int row = 0; row < m_comparison->rowCount(); ++row) {
        const costing::SplitLine& line = lines[static_cast<std::size_t>(row)];
        const QString texts[] = {names.at(static_cast<std::size_t>(line.measure)), Language::grouped(line.before), Language::grouped(line.after), Language::grouped(line.added)};
        for (int column = 0; column < 4; ++column) {
            auto* cell = new QTableWidgetItem(texts[column]);
            cell->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            m_comparison->setItem(row, column, cell);
        }
    }
    int height = m_comparison->horizontalHeader()->sizeHint().height() + 4;
    for (int row = 0; row < m_comparison->rowCount(); ++row)
        height += m_comparison->rowHeight(row);
    m_comparison->setFixedHeight(height);
}

void SplitCostRoom::fillParts()
{
    const auto& results = document().results();
    const core::Alternative* split = document().alternative();
    std::vector<PartCost> contexts, waves;
    if (split) {
        const auto shares = costing::costByContext(*results.count, *split, results.estimate ? &*results.estimate : nullptr);
        const auto row = [](const QString& name, const costing::CostShare& share) {
            return PartCost{
                .name = name, .functions = share.functions, .points = share.functionPoints, .links = share.apiLinks, .cost = share.cost};
        };
        for (const costing::CostShare& share : shares)
            contexts.push_back(row(share.id.empty() ? tr("in no context") : fromUtf8(share.name), share));
        if (results.plan)
            for (const costing::CostShare& share : costing::costByWave(shares, *results.plan))
                waves.push_back(row(share.id.empty() ? tr("in no wave") : tr("Wave %1").arg(fromUtf8(share.id)), share));
    }
    m_contexts->setRows(std::move(contexts));
    m_waves->setRows(std::move(waves));
}

/// Every context, every wave and every function add up to the same.
void SplitCostRoom::fillTotal()
{
    const auto& results = document().results();
    const core::Alternative* split = document().alternative();
    m_total->setVisible(split != nullptr);
    if (!split)
        return;
    const costing::CostShare all =
        costing::sumOf(costing::costByContext(*results.count, *split, results.estimate ? &*results.estimate : nullptr));
    QString text = tr("Total: %1 functions, %2 function points, beside them %3 of API links")
                       .arg(env().language.number(all.functions), Language::grouped(all.functionPoints.text()),
                            Language::grouped(all.apiLinks.text()));
    if (results.estimate)
        text += tr("; development cost %1 won").arg(Language::grouped(all.cost.text()));
    m_total->setText(text);
}

void SplitCostRoom::fillInventory()
{
    const core::FunctionPointCount& count = *document().results().count;
    std::map<std::string, QString> names;
    if (const core::Alternative* split = document().alternative())
        for (const core::Context& context : split->contexts)
            names.emplace(context.id, fromUtf8(context.name));
    std::vector<SplitFunction> rows;
    const auto add = [&](const core::CountedFunction& function, bool added) {
        const auto name = names.find(function.context);
        rows.push_back({function, name == names.end() ? QString() : name->second, added});
    };
    for (const core::CountedFunction& link : count.apiLinks)
        add(link, true);
    for (const core::CountedFunction& function : count.functions)
        if (function.state != core::FunctionState::Rejected)
            add(function, false);
    m_functions->setRows(std::move(rows));
}

} // namespace naru::gui
