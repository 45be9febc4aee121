#include "app/gui/plan/WeightsPanel.h"

#include "app/gui/widgets/Card.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace naru::gui {
namespace {

constexpr double kMostWeight = 100;

std::string weightKey(const std::string& id)
{
    return "weight/" + id;
}

} // namespace

WeightsPanel::WeightsPanel(Environment& environment, Document& document, const planning::PlanWeights& defaults, QWidget* parent)
    : PlanRoom(environment, document, QStringLiteral("planWeights"), parent),
      m_defaults(defaults),
      m_reset(makeButton(QStringLiteral("resetWeights"), [] { return tr("Back to the proposal"); }, [this] { backToProposal(); }))
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget(scroll);
    body->setProperty("scrollBody", true);
    build(body);
    scroll->setWidget(body);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 0, 0, 0);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_reset);
    setMinimumWidth(230);
}

void WeightsPanel::build(QWidget* body)
{
    auto* form = new QFormLayout(body);
    form->setContentsMargins(0, 0, 12, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto heading = [&](const char* name, std::function<QString()> text) {
        auto* label = makeLabel(QString::fromLatin1(name), "heading", body, true);
        form->addRow(label);
        words().say([label, text = std::move(text)] { label->setText(text()); });
    };
    const auto row = [&](const std::string& id, double proposed, std::function<QString()> name, std::function<QString()> meaning) {
        auto* label = new QLabel(body);
        label->setWordWrap(true);
        auto* box = new QDoubleSpinBox(body);
        box->setObjectName(QStringLiteral("weight_") + fromUtf8(id));
        box->setRange(0, kMostWeight);
        box->setDecimals(2);
        box->setSingleStep(0.25);
        box->setKeyboardTracking(false);
        label->setBuddy(box);
        form->addRow(label, box);
        m_rows.push_back({id, proposed, box});
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, at = m_rows.size() - 1] { set(m_rows[at]); });
        words().say([label, box, name = std::move(name), meaning = std::move(meaning)] {
            label->setText(name());
            box->setAccessibleName(name());
            label->setToolTip(meaning());
            box->setToolTip(meaning());
        });
    };
    const auto weights = [&](const std::vector<planning::OrderWeight>& side) {
        for (const planning::OrderWeight& one : side)
            row(one.id, one.weight, [this, &one] { return language().text(one.name); }, [this, &one] { return language().text(one.meaning); });
    };
    heading("pullHeading", [] { return tr("Pulls to the front"); });
    weights(m_defaults.pull);
    heading("holdHeading", [] { return tr("Holds back"); });
    weights(m_defaults.hold);
    heading("cutHeading", [] { return tr("How waves are cut"); });
    row("pilotHold", m_defaults.pilotHold, [] { return tr("Hold, for the pilot"); },
        [] { return tr("How much more a hold counts when the pilot is chosen"); });
    row("pilotData", m_defaults.pilotData, [] { return tr("Pilot without tables"); },
        [] { return tr("Counts against a pilot that owns no tables, as its way leaves out the data"); });
    row("pilotFunctions", m_defaults.pilotFunctions, [] { return tr("Pilot without functions"); },
        [] { return tr("Counts against a pilot without counted functions, as it moves nothing that users value"); });
    row("ownerFirst", m_defaults.ownerFirst, [] { return tr("Owner of a table first"); },
        [] { return tr("Counts against moving before the owner of a table that it uses, for each table"); });
    row("teamSize", m_defaults.teamSize, [] { return tr("People per wave"); }, [] { return tr("Duration is person months by people"); });
    row("longestWaveMonths", m_defaults.longestWaveMonths, [] { return tr("Longest wave (months)"); },
        [] { return tr("A wave is closed when it would last longer"); });
    row("contextsPerWave", m_defaults.contextsPerWave, [] { return tr("Contexts in a wave, at most"); },
        [] { return tr("A wave is closed when it would have more"); });
    row("preparationPercent", m_defaults.preparationPercent, [] { return tr("Preparation (%)"); },
        [] { return tr("Effort of the refactoring architecture, of that of all contexts"); });
    row("fpPerManMonth", m_defaults.fpPerManMonth, [] { return tr("Function points a person month"); },
        [] { return tr("Used as long as there is no estimate with its own productivity"); });
}

void WeightsPanel::refresh()
{
    bool changed = false;
    for (const Row& row : m_rows) {
        const auto decided = document().decision("plan", weightKey(row.id));
        const bool own = decided && decided->is_number();
        const QSignalBlocker quiet(row.box);
        row.box->setValue(own ? decided->get<double>() : row.proposed);
        changed = changed || own;
    }
    m_reset->setEnabled(changed);
}

void WeightsPanel::set(const Row& row)
{
    const double value = row.box->value();
    const bool proposed = std::abs(value - row.proposed) < 1e-9;
    document().decide("plan", weightKey(row.id), proposed ? std::nullopt : std::optional<nlohmann::json>(value), "gui.edit.weight");
}

void WeightsPanel::backToProposal()
{
    std::vector<Document::Choice> choices;
    for (const Row& row : m_rows)
        if (document().decision("plan", weightKey(row.id)))
            choices.push_back({"plan", weightKey(row.id), std::nullopt});
    document().decide(choices, "gui.edit.weight");
}

} // namespace naru::gui
