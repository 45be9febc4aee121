// The charts of the cost page: function points, steps, and what moves the cost.

#include "app/gui/pages/CostPage.h"

#include "app/gui/charts/CostChart.h"
#include "app/gui/cost/CostInput.h"
#include "costing/Sensitivity.h"

#include <QComboBox>

namespace naru::gui {

void CostPage::fillChart()
{
    if (!results().count)
        return;
    if (m_chartKind->currentIndex() == 2)
        return fillTornado();
    std::vector<CostChart::Bar> bars;
    if (m_chartKind->currentIndex() == 0) {
        for (const auto& [type, fp] : results().count->byType)
            bars.push_back({fromUtf8(type), QString::fromStdString(fp).toDouble()});
        m_chart->setBars({}, tr("function points"), bars);
        return;
    }
    if (results().estimate) {
        constexpr double kMillion = 1e6;
        for (const auto& [name, value] :
             {std::pair(tr("Before adjustment"), &core::Estimate::before), std::pair(tr("After adjustment"), &core::Estimate::after),
              std::pair(tr("Profit"), &core::Estimate::profit), std::pair(tr("Direct expenses"), &core::Estimate::directExpenses),
              std::pair(tr("Value added tax"), &core::Estimate::vat), std::pair(tr("Total"), &core::Estimate::total)})
            bars.push_back({name, QString::fromStdString(*results().estimate.*value).toDouble() / kMillion});
    }
    m_chart->setBars({}, tr("million won"), bars);
}

/// How far the total moves when one thing changes and everything else stays, the widest at the top.
void CostPage::fillTornado()
{
    constexpr double kMillion = 1e6;
    std::vector<CostChart::Span> spans;
    double base = 0;
    if (const costing::Tariff* chosen = tariff(); chosen && results().estimate) {
        if (const auto range = costing::sensitivity(estimateInputOf(document(), *chosen), *chosen)) {
            const auto million = [](const core::Won& text) { return QString::fromStdString(text).toDouble() / kMillion; };
            base = million(range->base);
            for (const costing::SensitivityBar& bar : range->bars)
                spans.push_back({QStringLiteral("%1\n%2 .. %3")
                                     .arg(bar.name.ko.empty() ? language().text(bar.labelKey) : language().text(bar.name),
                                          language().number(million(bar.low), 1), language().number(million(bar.high), 1)),
                                 million(bar.low), million(bar.high)});
        }
    }
    m_chart->setSpans(tr("Total in million won: from the cheaper to the dearer end of each, around %1").arg(language().number(base, 1)),
                      base, spans);
}

} // namespace naru::gui
