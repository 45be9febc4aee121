#include "app/gui/widgets/MetricsBar.h"

#include "app/gui/widgets/Card.h"
#include "app/gui/widgets/FlowLayout.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace naru::gui {
namespace {

constexpr int kMetricGap = 12;

struct MetricRow {
    const char* key;
    const char* name;
    const char* meaning;
    int decimals;
    int better; ///< 1: more is better, -1: less is better, 0: neither
};

// The keys without a dot at the front are those of the split's metrics; the others are counted by the page.
constexpr std::array kMetrics = {
    MetricRow{".contexts", QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Contexts"),
              QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Number of proposed services."), 0, 0},
    MetricRow{".remote", QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Remote calls"),
              QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Call sites in the code that would go over the network."), 0, -1},
    MetricRow{".shared", QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Shared tables"),
              QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Tables that more than one context touches."), 0, -1},
    MetricRow{".transactions", QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Distributed transactions"),
              QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Entry points that write in more than one context."), 0, -1},
    MetricRow{"SM", QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Modularity (SM)"),
              QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Calls inside the contexts against calls between them; more is better."), 3, 1},
    MetricRow{"ICP", QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Calls across (ICP)"),
              QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Share of the calls that cross contexts; less is better."), 3, -1},
    MetricRow{"IFN", QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Interfaces (IFN)"),
              QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Class pairs that call each other across contexts, per context; less is better."),
              2, -1},
    MetricRow{"DTP", QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "Data purity (DTP)"),
              QT_TRANSLATE_NOOP("naru::gui::MetricsBar", "How far each table belongs to one context; more is better."), 3, 1},
};

} // namespace

std::vector<MetricsBar::Figure> MetricsBar::figures()
{
    std::vector<Figure> all;
    for (const MetricRow& row : kMetrics)
        all.push_back({row.key, tr(row.name), row.decimals, row.better});
    return all;
}

MetricsBar::MetricsBar(Environment& environment, QWidget* parent)
    : QWidget(parent),
      m_env(environment),
      m_layout(new FlowLayout(this, kMetricGap))
{
    setObjectName(QStringLiteral("metricsBar"));
    m_layout->setContentsMargins(0, 4, 0, 0);
    m_layout->setFill(true);
}

void MetricsBar::show(const std::map<std::string, double>& metrics, const std::map<std::string, double>& before)
{
    while (QLayoutItem* old = m_layout->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const MetricRow& row : kMetrics) {
        const auto now = metrics.find(row.key);
        if (now == metrics.end())
            continue;
        auto* cell = new QWidget(this);
        auto* layout = new QVBoxLayout(cell);
        layout->setContentsMargins({});
        layout->setSpacing(0);
        auto* name = makeLabel(QString(), "muted", cell);
        name->setText(tr(row.name));
        auto* line = new QHBoxLayout;
        line->setSpacing(6);
        auto* value = makeLabel(QStringLiteral("metric_") + QString::fromLatin1(row.key).remove(QLatin1Char('.')), "heading", cell);
        value->setText(m_env.language.number(now->second, row.decimals));
        auto* delta = new QLabel(cell);
        if (const auto old = before.find(row.key); old != before.end()) {
            const double step = now->second - old->second;
            if (std::abs(step) >= 0.5 * std::pow(10.0, -row.decimals)) {
                delta->setText((step > 0 ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) +
                               m_env.language.number(std::abs(step), row.decimals));
                const double gain = step * row.better;
                restyle(delta, "tone", gain > 0 ? QStringLiteral("good") : gain < 0 ? QStringLiteral("bad") : QString());
            }
        }
        line->addWidget(value);
        line->addWidget(delta);
        line->addStretch();
        layout->addWidget(name);
        layout->addLayout(line);
        cell->setToolTip(tr(row.meaning));
        cell->setAccessibleName(name->text() + QStringLiteral(": ") + value->text());
        m_layout->addWidget(cell);
        cell->show();
    }
}

} // namespace naru::gui
