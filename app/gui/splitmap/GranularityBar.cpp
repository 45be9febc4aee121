#include "app/gui/splitmap/GranularityBar.h"

#include "app/gui/widgets/Card.h"
#include "app/gui/widgets/FlowLayout.h"
#include "app/service/SplitGranularity.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

namespace naru::gui {
namespace {

/// From these agreements on with the steps beside it a cut is called stable, or partly so.
constexpr double kStable = 0.9;
constexpr double kPartly = 0.7;
constexpr int kSliderWidth = 150;

} // namespace

GranularityBar::GranularityBar(Environment& environment, QWidget* parent)
    : QWidget(parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_coarse(makeLabel(QStringLiteral("granularityCoarse"), "muted", this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_fine(makeLabel(QStringLiteral("granularityFine"), "muted", this)),
      m_text(makeLabel(QStringLiteral("granularityText"), "", this, true)),
      m_take(new QPushButton(this)),
      m_back(new QPushButton(this))
{
    setObjectName(QStringLiteral("granularityBar"));
    m_slider->setObjectName(QStringLiteral("granularity"));
    m_slider->setMinimumWidth(kSliderWidth);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_slider->setPageStep(3);
    m_take->setObjectName(QStringLiteral("takeCut"));
    m_take->setProperty("primary", true);
    m_back->setObjectName(QStringLiteral("leaveCut"));
    auto* slide = new QWidget(this);
    auto* ends = new QHBoxLayout(slide);
    ends->setContentsMargins({});
    ends->addWidget(m_coarse);
    ends->addWidget(m_slider, 1);
    ends->addWidget(m_fine);
    auto* line = new FlowLayout(nullptr);
    line->addWidget(slide);
    line->addWidget(m_take);
    line->addWidget(m_back);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_text);
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        m_cut = true;
        m_waiting = true;
        fill();
        emit stepWanted(step);
    });
    connect(m_take, &QPushButton::clicked, this, &GranularityBar::takeWanted);
    connect(m_back, &QPushButton::clicked, this, &GranularityBar::backWanted);
    m_words->say([this] {
        m_coarse->setText(tr("coarse"));
        m_fine->setText(tr("fine"));
        m_slider->setAccessibleName(tr("Granularity of the split"));
        m_slider->setToolTip(tr("Fewer and larger contexts at the left, more and smaller ones at the right. Nothing changes until a cut is taken."));
        m_take->setText(tr("Take this cut"));
        m_take->setAccessibleName(m_take->text());
        m_back->setText(tr("Back (Esc)"));
        m_back->setAccessibleName(tr("Back to the split as it was"));
        fill();
    });
}

void GranularityBar::setSteps(std::vector<double> resolutions)
{
    m_steps = std::move(resolutions);
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, std::max(0, static_cast<int>(m_steps.size()) - 1));
}

void GranularityBar::rest(double resolution)
{
    m_cut = false;
    if (!m_steps.empty()) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(static_cast<int>(service::nearestStep(m_steps, resolution)));
    }
    fill();
}

void GranularityBar::say(std::size_t step, qint64 contexts, double stability, qint64 elsewhere)
{
    if (!m_cut || static_cast<int>(step) != m_slider->value())
        return; // the slider has gone on
    m_waiting = false;
    m_contexts = contexts;
    m_stability = stability;
    m_elsewhere = elsewhere;
    fill();
}

void GranularityBar::fill()
{
    m_take->setVisible(m_cut);
    m_back->setVisible(m_cut);
    m_take->setEnabled(m_cut && !m_waiting);
    m_text->setVisible(m_cut);
    if (!m_cut)
        return;
    if (m_waiting) {
        m_text->setText(tr("Cutting the system at this granularity..."));
        return;
    }
    const QString stable = m_stability >= kStable  ? tr("stable")
                           : m_stability >= kPartly ? tr("partly stable")
                                                    : tr("unstable");
    m_text->setText(tr("%1 contexts, %2 (agreement %3 with the next steps); %4 members stand elsewhere than now. Your edits are on it.")
                        .arg(m_env.language.number(m_contexts), stable, m_env.language.number(m_stability, 2),
                             m_env.language.number(m_elsewhere)));
    setAccessibleDescription(m_text->text());
}

void GranularityBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_cut)
        emit backWanted();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_take->isEnabled())
        emit takeWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace naru::gui
