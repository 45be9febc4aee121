// The granularity slider: cuts are shown beside the split and change nothing until one is taken.

#include "app/gui/pages/SplitPage.h"
#include "app/gui/splitmap/GranularityBar.h"
#include "app/gui/splitmap/SplitMap.h"
#include "app/gui/widgets/MetricsBar.h"

#include <QTabWidget>

namespace naru::gui {

void SplitPage::buildGranularity()
{
    if (auto steps = service::granularitySteps(env().resources))
        m_granularity->setSteps(std::move(*steps));
    connect(m_granularity, &GranularityBar::stepWanted, this, [this](int step) {
        m_left->setEnabled(false);
        m_map->setReadOnly(true);
        document().showCut(static_cast<std::size_t>(step));
    });
    connect(m_granularity, &GranularityBar::takeWanted, this, &SplitPage::takeCut);
    connect(m_granularity, &GranularityBar::backWanted, this, &SplitPage::leaveCut);
    connect(&document(), &Document::cutMade, this, &SplitPage::showCut);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_granularity->showsCut()) // the tables show the split: it would not be clear what is edited
            leaveCut();
    });
}

void SplitPage::showCut(const std::shared_ptr<const service::GranularityCut>& cut)
{
    const core::Alternative* here = document().alternative();
    if (!here || !m_granularity->showsCut())
        return;
    m_cut = cut;
    m_granularity->say(cut->step, static_cast<qint64>(cut->alternative.contexts.size()), cut->stability,
                       static_cast<qint64>(differenceRows(*here, cut->alternative).size()));
    m_map->show(cut->alternative);
    m_metrics->show(splitFigures(cut->alternative), splitFigures(*here));
}

void SplitPage::takeCut()
{
    if (!m_cut)
        return;
    const auto cut = m_cut;
    endCut(cut->alternative.resolution); // the map stays as it is until the edit is applied
    document().decide({{service::kCutArea, cut->key, cut->value}, {"alternative", "chosen", cut->alternative.id}}, "gui.edit.cut");
}

void SplitPage::endCut(double resolution)
{
    m_cut.reset();
    m_left->setEnabled(true);
    m_map->setReadOnly(false);
    m_granularity->rest(resolution);
}

void SplitPage::leaveCut()
{
    const core::Alternative* here = document().alternative();
    if (!here)
        return;
    endCut(here->resolution);
    m_map->show(*here, places());
    showFigures();
}

} // namespace naru::gui
