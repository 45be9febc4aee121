#include "app/gui/plan/WavesRoom.h"

#include "app/gui/plan/OrderPanel.h"
#include "app/gui/plan/PlanTables.h"
#include "app/gui/plan/StepsTree.h"
#include "app/gui/plan/WaveTimeline.h"
#include "app/gui/plan/WeightsPanel.h"
#include "app/gui/widgets/Card.h"
#include "app/gui/widgets/TablePanel.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <set>

namespace naru::gui {
namespace {

std::map<std::string, int> wavesOf(const core::Plan& plan)
{
    std::map<std::string, int> waves;
    for (const core::Wave& wave : plan.waves)
        for (const core::PlannedContext& context : wave.contexts)
            waves[context.context] = wave.number;
    return waves;
}

std::size_t breaksOf(const core::Plan& plan)
{
    std::size_t all = 0;
    for (const core::Wave& wave : plan.waves)
        all += wave.breaks.size();
    return all;
}

/// What a part of the order measured of a context, 0 to 1.
double measureOf(const core::Plan& plan, const std::string& context, const std::string& part)
{
    const auto named = [&](const std::pair<std::string, double>& one) { return one.first == part; };
    const auto weight = std::ranges::find_if(plan.weights, named);
    for (const core::Wave& wave : plan.waves)
        for (const core::PlannedContext& one : wave.contexts)
            if (const auto found = std::ranges::find_if(one.parts, named);
                one.context == context && found != one.parts.end() && weight != plan.weights.end() && weight->second != 0)
                return found->second / weight->second;
    return 0;
}

double monthsOf(const core::Plan& plan)
{
    return plan.waves.empty() ? 0 : plan.waves.back().startMonth + plan.waves.back().durationMonths;
}

} // namespace

WavesRoom::WavesRoom(Environment& environment, Document& document, QWidget* parent)
    : PlanRoom(environment, document, QStringLiteral("wavesRoom"), parent),
      m_tools(new QWidget(this)),
      m_facts(new QWidget(this))
{
    if (auto weights = planning::PlanWeights::load(env().resources))
        m_weights = std::move(*weights);
    buildTools();
    m_effect = makeLabel(QStringLiteral("planEffect"), "muted", this, true);
    buildBody();
}

void WavesRoom::buildTools()
{
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins({});
    m_pilot = new QComboBox(m_tools);
    m_pilot->setObjectName(QStringLiteral("planPilot"));
    m_pilot->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_pilot->setMinimumContentsLength(14);
    m_earlier = makeButton(QStringLiteral("moveEarlier"), [] { return tr("Earlier"); }, [this] { moveCurrent(-1); });
    m_later = makeButton(QStringLiteral("moveLater"), [] { return tr("Later"); }, [this] { moveCurrent(1); });
    m_reset = makeButton(QStringLiteral("resetWave"), [] { return tr("As proposed"); }, [this] { backToProposal(); });
    m_showWeights = makeButton(QStringLiteral("showWeights"), [] { return tr("Weights"); }, [] {});
    m_showWeights->setCheckable(true);
    connect(m_showWeights, &QPushButton::toggled, this, [this](bool on) { m_panel->setVisible(on); });
    auto* label = new QLabel(m_tools);
    label->setBuddy(m_pilot);
    row->addWidget(label);
    row->addWidget(m_pilot, 1);
    for (QPushButton* button : {m_earlier, m_later, m_reset, m_showWeights})
        row->addWidget(button);
    connect(m_pilot, &QComboBox::activated, this, [this] {
        const std::string id = m_pilot->currentData().toString().toStdString();
        this->document().decide("plan", "pilot", id.empty() ? std::nullopt : std::optional<nlohmann::json>(id), "gui.edit.pilot");
    });
    words().say([this, label] {
        label->setText(tr("Pilot"));
        m_pilot->setAccessibleName(tr("Pilot"));
        m_earlier->setToolTip(tr("Move the chosen context a wave earlier (Ctrl+Up on the time line, [ in the table)"));
        m_later->setToolTip(tr("Move the chosen context a wave later (Ctrl+Down on the time line, ] in the table)"));
        m_reset->setToolTip(tr("Take back the wave that a person chose for the context"));
    });
}

void WavesRoom::buildFacts()
{
    auto* row = new QHBoxLayout(m_facts);
    row->setContentsMargins({});
    m_factName = makeLabel(QStringLiteral("factName"), "muted", m_facts, true);
    row->addWidget(m_factName, 1);
    const auto box = [&](const char* name, const char* id, std::function<QString()> text) {
        auto* label = new QLabel(m_facts);
        auto* made = new QDoubleSpinBox(m_facts);
        made->setObjectName(QString::fromLatin1(name));
        made->setRange(0, 1);
        made->setSingleStep(0.1);
        made->setDecimals(2);
        made->setKeyboardTracking(false);
        label->setBuddy(made);
        row->addWidget(label);
        row->addWidget(made);
        connect(made, &QDoubleSpinBox::valueChanged, this, [this, id](double value) { setFact(id, value); });
        words().say([label, made, text = std::move(text)] {
            label->setText(text());
            made->setAccessibleName(text());
        });
        return made;
    };
    m_changeRate = box("factChangeRate", "changeRate", [] { return tr("Change rate (0 to 1)"); });
    m_load = box("factLoad", "load", [] { return tr("Load (0 to 1)"); });
}

void WavesRoom::buildBody()
{
    auto* upper = new QScrollArea(this);
    upper->setWidgetResizable(true);
    m_timeline = new WaveTimeline(env(), upper);
    upper->setWidget(m_timeline);
    upper->setMinimumHeight(90);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("waveTabs"));
    m_tabs->setDocumentMode(true);
    m_steps = new StepsTree(env(), m_tabs);
    m_rows = makePlanTable(language(), m_weights);
    auto* contexts = new QWidget(m_tabs);
    m_table = new TablePanel(env(), QStringLiteral("planContextsTable"), m_rows, contexts);
    m_table->setStretch(1);
    buildFacts();
    auto* inner = new QVBoxLayout(contexts);
    inner->setContentsMargins({});
    inner->addWidget(m_table, 1);
    inner->addWidget(m_facts);
    m_gaps = new QPlainTextEdit(m_tabs);
    m_gaps->setObjectName(QStringLiteral("planGaps"));
    m_gaps->setReadOnly(true);
    m_gaps->setTabChangesFocus(true);
    m_tabs->addTab(m_steps, QString());
    m_tabs->addTab(contexts, QString());
    m_tabs->addTab(m_gaps, QString());
    m_order = new OrderPanel(env(), document(), m_tabs);
    m_tabs->addTab(m_order, QString());
    connect(m_order, &PlanRoom::selected, this, &PlanRoom::selected);
    auto* left = new QSplitter(Qt::Vertical, this);
    left->addWidget(upper);
    left->addWidget(m_tabs);
    left->setChildrenCollapsible(false);
    left->setSizes({300, 280});
    m_panel = new WeightsPanel(env(), document(), m_weights, this);
    m_panel->hide();
    auto* both = new QSplitter(this);
    both->addWidget(left);
    both->addWidget(m_panel);
    both->setChildrenCollapsible(false);
    both->setStretchFactor(0, 1);
    both->setSizes({700, 260});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_tools);
    layout->addWidget(m_effect);
    layout->addWidget(both, 1);
    connect(m_timeline, &WaveTimeline::currentChanged, this, [this](const QString& id) { choose(id.toStdString()); });
    connect(m_timeline, &WaveTimeline::moveWanted, this, [this](const QString& id, int wave) { move(id.toStdString(), wave); });
    connect(m_timeline, &WaveTimeline::moveConsidered, this, [this](const QString& id, int wave) { consider(id.toStdString(), wave); });
    connect(m_steps, &StepsTree::contextChosen, this, [this](const QString& id) { choose(id.toStdString()); });
    connect(&m_table->view(), &TableView::currentRowChanged, this,
            [this](const QModelIndex& index) { choose(index.data(IdRole).toString().toStdString()); });
    connect(&m_table->view(), &TableView::keyPressed, this, [this](int key) {
        if (key == Qt::Key_BracketLeft || key == Qt::Key_BracketRight)
            moveCurrent(key == Qt::Key_BracketLeft ? -1 : 1);
    });
    words().say([this] {
        m_tabs->setTabText(0, tr("Steps"));
        m_tabs->setTabText(1, tr("Contexts"));
        m_tabs->setTabText(2, tr("To be added"));
        m_tabs->setTabText(3, m_order->title());
        m_tabs->setAccessibleName(tr("Waves and steps"));
        m_table->setAccessibleTitle(tr("Contexts by wave"));
        m_gaps->setAccessibleName(tr("What must be added, and notes"));
        m_timeline->setAccessibleName(tr("Waves on a time line. Arrow keys choose a context, Ctrl and an arrow key moves it."));
        m_timeline->QWidget::update();
    });
}

void WavesRoom::refresh()
{
    const core::Plan& now = plan();
    m_timeline->show(now);
    m_rows->setRows(planRows(now));
    m_steps->show(now);
    m_pilot->clear();
    m_pilot->addItem(tr("As proposed"), QString());
    for (const PlanRow& row : m_rows->rows())
        m_pilot->addItem(fromUtf8(row.context.name), fromUtf8(row.context.context));
    const auto pilot = document().decision("plan", "pilot");
    m_pilot->setCurrentIndex(pilot && pilot->is_string() ? std::max(0, m_pilot->findData(fromUtf8(pilot->get<std::string>()))) : 0);
    fillGaps();
    m_panel->refresh();
    m_order->refresh();
    m_effect->setText(standing(now));
    if (!wavesOf(now).contains(m_current))
        m_current.clear();
    else
        m_table->selectId(fromUtf8(m_current));
    fillFacts();
}

QString WavesRoom::standing(const core::Plan& plan) const
{
    double effort = 0;
    qint64 cost = 0;
    for (const core::Wave& wave : plan.waves) {
        effort += wave.personMonths;
        for (const core::PlannedContext& context : wave.contexts)
            cost += QString::fromStdString(context.cost).toLongLong();
    }
    const QString waves = language().number(static_cast<qint64>(plan.waves.size()) - 1);
    const QString breaks = language().number(static_cast<qint64>(breaksOf(plan)));
    const double months = monthsOf(plan);
    QString text = months > 0 ? tr("%1 waves after the preparation, %2 months, %3 person months, %4 breaks.")
                                    .arg(waves, language().number(months, 1), language().number(effort, 1), breaks)
                              : tr("%1 waves after the preparation, %2 breaks. How long they take follows from function points; there are none.")
                                    .arg(waves, breaks);
    if (cost > 0)
        text += QLatin1Char(' ') + tr("Cost of all contexts: %1.").arg(language().won(std::to_string(cost)));
    return text;
}

QString WavesRoom::nameOf(const std::string& context) const
{
    for (const core::Wave& wave : plan().waves)
        for (const core::PlannedContext& one : wave.contexts)
            if (one.context == context)
                return fromUtf8(one.name);
    return fromUtf8(context);
}

void WavesRoom::choose(const std::string& context)
{
    if (context.empty() || context == m_current || !document().results().plan)
        return;
    m_current = context;
    m_timeline->setCurrent(context);
    m_table->selectId(fromUtf8(context));
    m_steps->setCurrent(context);
    fillFacts();
    for (const PlanRow& row : m_rows->rows())
        if (row.context.context == context)
            emit selected(planSubject(language(), m_weights, row));
}

void WavesRoom::fillFacts()
{
    const auto waves = wavesOf(plan());
    const auto found = waves.find(m_current);
    const bool there = found != waves.end();
    m_earlier->setEnabled(there && found->second > 1);
    m_later->setEnabled(there);
    m_reset->setEnabled(there && document().decision("plan", "wave/" + m_current).has_value());
    m_facts->setEnabled(there);
    m_factName->setText(there ? tr("What you know of '%1':").arg(nameOf(m_current)) : tr("Choose a context."));
    const auto fact = there ? document().decision("plan", "fact/" + m_current) : std::nullopt;
    for (const auto& [box, id] : {std::pair{m_changeRate, "changeRate"}, std::pair{m_load, "load"}}) {
        const QSignalBlocker quiet(box);
        const bool known = fact && fact->is_object() && fact->contains(id) && fact->at(id).is_number();
        box->setValue(known ? fact->at(id).get<double>() : there ? measureOf(plan(), m_current, id) : 0);
    }
}

void WavesRoom::setFact(const char* id, double value)
{
    if (m_current.empty())
        return;
    nlohmann::json fact = document().decision("plan", "fact/" + m_current).value_or(nlohmann::json::object());
    if (!fact.is_object())
        fact = nlohmann::json::object();
    fact[id] = value;
    document().decide("plan", "fact/" + m_current, fact, "gui.edit.fact");
}

void WavesRoom::fillGaps()
{
    QStringList lines;
    for (const core::PlanBreak& one : plan().conflicts)
        lines << language().text(one.textKey, one.args);
    for (const std::string& gap : plan().gaps)
        lines << tr("To be added: %1").arg(language().text(gap));
    for (const std::string& one : plan().unmatched)
        lines << tr("A decision is about '%1', which is no longer there.").arg(fromUtf8(one));
    for (const std::string& note : plan().notes)
        lines << language().text(note);
    m_gaps->setPlainText(lines.join(QLatin1Char('\n')));
}

void WavesRoom::move(const std::string& context, int wave)
{
    const auto before = wavesOf(plan());
    if (wave < 1 || !document().decide("plan", "wave/" + context, nlohmann::json(wave), "gui.edit.wave"))
        return;
    QStringList others;
    for (const auto& [id, now] : wavesOf(plan()))
        if (const auto old = before.find(id); id != context && old != before.end() && old->second != now)
            others << nameOf(id);
    if (!others.isEmpty())
        m_effect->setText(standing(plan()) + QLatin1Char(' ') + tr("With it moved: %1.").arg(others.join(QStringLiteral(", "))));
}

void WavesRoom::consider(const std::string& context, int wave)
{
    if (wave == 0)
        return m_effect->setText(standing(plan()));
    const auto made = document().planIf({{"plan", "wave/" + context, nlohmann::json(wave)}});
    if (!made)
        return;
    QStringList fresh;
    std::set<std::string> known;
    const auto said = [&](const core::PlanBreak& one) { return language().text(one.textKey, one.args); };
    for (const core::Wave& one : plan().waves)
        for (const core::PlanBreak& old : one.breaks)
            known.insert(said(old).toStdString());
    for (const core::Wave& one : made->waves)
        for (const core::PlanBreak& now : one.breaks)
            if (known.insert(said(now).toStdString()).second)
                fresh << said(now);
    const auto change = static_cast<qint64>(breaksOf(*made)) - static_cast<qint64>(breaksOf(plan()));
    QString text = tr("'%1' in wave %2: %3 months (%4), breaks %5 (%6).")
                       .arg(nameOf(context))
                       .arg(wave)
                       .arg(language().number(monthsOf(*made), 1),
                            QString::asprintf("%+.1f", monthsOf(*made) - monthsOf(plan())),
                            language().number(static_cast<qint64>(breaksOf(*made))), QString::asprintf("%+lld", change));
    if (!fresh.isEmpty())
        text += QLatin1Char(' ') + tr("New: %1").arg(fresh.first());
    m_effect->setText(text);
}

void WavesRoom::moveCurrent(int by)
{
    const auto waves = wavesOf(plan());
    if (const auto found = waves.find(m_current); found != waves.end())
        move(m_current, found->second + by);
}

void WavesRoom::backToProposal()
{
    document().decide("plan", "wave/" + m_current, std::nullopt, "gui.edit.wave");
}

} // namespace naru::gui
