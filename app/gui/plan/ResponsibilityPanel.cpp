#include "app/gui/plan/ResponsibilityPanel.h"

#include "app/gui/widgets/Card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::gui {
namespace {

QTableWidget* makeTable(const char* name, QWidget* parent)
{
    auto* made = new QTableWidget(parent);
    made->setObjectName(QString::fromLatin1(name));
    made->verticalHeader()->hide();
    made->setEditTriggers(QAbstractItemView::NoEditTriggers);
    made->setAlternatingRowColors(true);
    made->setTabKeyNavigation(false);
    return made;
}

void put(QTableWidget* into, int row, int column, const QString& text, bool bold = false)
{
    auto* made = new QTableWidgetItem(text);
    QFont font = made->font();
    font.setBold(bold);
    made->setFont(font);
    made->setToolTip(text);
    into->setItem(row, column, made);
}

void fit(QTableWidget* table)
{
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
}

} // namespace

ResponsibilityPanel::ResponsibilityPanel(Environment& environment, Document& document, QWidget* parent)
    : PlanRoom(environment, document, QStringLiteral("responsibilityPanel"), parent),
      m_meaning(makeLabel(QStringLiteral("serviceModelText"), "muted", this, true)),
      m_who(makeTable("responsibilityTable", this)),
      m_platforms(makeTable("platformTable", this))
{
    auto* tools = new QHBoxLayout;
    m_model = makeChoice("serviceModel", "serviceModel", tools, [] { return tr("Service model"); });
    m_deployment = makeChoice("deploymentModel", "deployment", tools, [] { return tr("Cloud"); });
    tools->addStretch(1);
    auto* both = new QSplitter(Qt::Vertical, this);
    both->addWidget(m_who);
    both->addWidget(m_platforms);
    both->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(tools);
    layout->addWidget(m_meaning);
    layout->addWidget(both, 1);
    words().say([this] {
        m_who->setAccessibleName(tr("Layers by service model, with who manages each"));
        m_platforms->setAccessibleName(tr("Cloud Foundry beside Kubernetes"));
    });
}

QComboBox* ResponsibilityPanel::makeChoice(const char* name, const char* key, QLayout* into, std::function<QString()> text)
{
    auto* label = new QLabel(this);
    auto* made = new QComboBox(this);
    made->setObjectName(QString::fromLatin1(name));
    label->setBuddy(made);
    into->addWidget(label);
    into->addWidget(made);
    connect(made, &QComboBox::activated, this, [this, made, key] { choose(key, made->currentData().toString()); });
    words().say([label, made, text = std::move(text)] {
        label->setText(text());
        made->setAccessibleName(text());
    });
    return made;
}

void ResponsibilityPanel::choose(const char* key, const QString& id)
{
    document().decide("plan", key, id.isEmpty() ? std::nullopt : std::optional<nlohmann::json>(id.toStdString()), "gui.edit.model");
}

void ResponsibilityPanel::refresh()
{
    if (!plan().responsibility) // a plan of an earlier version: made anew it has one
        return;
    fillChoices(*plan().responsibility);
    fillLayers(*plan().responsibility);
    fillPlatforms(*plan().responsibility);
}

void ResponsibilityPanel::fillChoices(const core::Responsibility& table)
{
    QStringList lines;
    m_model->clear();
    for (const core::ServiceModel& one : table.models) {
        m_model->addItem(language().text(one.name), fromUtf8(one.id));
        if (one.id == table.model)
            lines << language().text(one.meaning);
    }
    if (!table.chosen)
        lines << language().text(table.reason);
    m_deployment->clear();
    m_deployment->addItem(tr("not chosen yet"), QString());
    for (const core::DeploymentModel& one : table.deployments) {
        m_deployment->addItem(language().text(one.name), fromUtf8(one.id));
        if (one.id == table.deployment)
            lines << language().text(one.meaning) + QLatin1Char(' ') + language().text(one.infrastructure);
    }
    m_model->setCurrentIndex(m_model->findData(fromUtf8(table.model)));
    m_deployment->setCurrentIndex(std::max(0, m_deployment->findData(fromUtf8(table.deployment))));
    m_meaning->setText(lines.join(QLatin1Char('\n')));
    m_meaning->setToolTip(language().text(table.source));
}

void ResponsibilityPanel::fillLayers(const core::Responsibility& table)
{
    QStringList heads{tr("Layer")};
    for (const core::ServiceModel& one : table.models) {
        const QString name = language().text(one.name);
        heads << (one.id != table.model ? name : tr("%1 (%2)").arg(name, table.chosen ? tr("chosen") : tr("proposed")));
    }
    m_who->setColumnCount(static_cast<int>(heads.size()));
    m_who->setHorizontalHeaderLabels(heads);
    m_who->setRowCount(static_cast<int>(table.layers.size()));
    for (int row = 0; row < m_who->rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        put(m_who, row, 0, language().text(table.layers[at].second));
        for (int column = 1; column < m_who->columnCount(); ++column) {
            const core::ServiceModel& one = table.models[static_cast<std::size_t>(column) - 1];
            put(m_who, row, column, language().text("planning.manages." + one.managedBy[at].second), one.id == table.model);
        }
    }
    fit(m_who);
}

void ResponsibilityPanel::fillPlatforms(const core::Responsibility& table)
{
    m_platforms->setColumnCount(3);
    m_platforms->setHorizontalHeaderLabels({tr("Aspect"), tr("Cloud Foundry"), tr("Kubernetes")});
    m_platforms->setRowCount(static_cast<int>(table.platforms.size()));
    for (int row = 0; row < m_platforms->rowCount(); ++row) {
        const core::PlatformAspect& one = table.platforms[static_cast<std::size_t>(row)];
        put(m_platforms, row, 0, language().text(one.name));
        put(m_platforms, row, 1, language().text(one.cloudFoundry));
        put(m_platforms, row, 2, language().text(one.kubernetes));
    }
    fit(m_platforms);
}

} // namespace naru::gui
