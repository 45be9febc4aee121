#include "core/base/Markup.h"
#include "reports/svg/Charts.h"
#include "reports/svg/SvgParts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace naru::reports {

using namespace naru::core;
using namespace svg;

namespace {

constexpr double kLabel = 210; ///< room for the names of rows
constexpr double kChartWidth = 1000;
constexpr double kRow = 46;

/// Months between two lines of the scale, so that about ten stand on it.
double stepOf(double months)
{
    for (const double step : {1.0, 2.0, 3.0, 6.0, 12.0, 24.0})
        if (months / step <= 12)
            return step;
    return 60;
}

} // namespace

std::string timelineSvg(const std::vector<Wave>& waves, const std::vector<std::string>& names, const std::string& language)
{
    double months = 0;
    for (const Wave& wave : waves)
        months = std::max(months, wave.startMonth + wave.durationMonths);
    const double room = kChartWidth - kLabel - 30;
    const double scale = months > 0 ? room / months : 0;
    const double height = 50 + kRow * static_cast<double>(waves.size());
    std::string svg = start(kChartWidth, height);
    auto out = std::back_inserter(svg);
    const double step = stepOf(months);
    for (double month = 0; month <= months + 1e-9; month += step) {
        const double x = kLabel + month * scale;
        fmt::format_to(out,
                       "<path d=\"M{0:.1f} 26V{1:.1f}\" stroke=\"#d5dbe4\"/><text x=\"{0:.1f}\" y=\"18\" font-size=\"13\" "
                       "text-anchor=\"middle\" fill=\"{2}\">{3:g}{4}</text>",
                       x, height - 8, kInk, month, language == "ko" ? "개월" : " mo");
    }
    for (std::size_t i = 0; i < waves.size(); ++i) {
        const Wave& wave = waves[i];
        const double y = 34 + kRow * static_cast<double>(i);
        const double x = kLabel + wave.startMonth * scale;
        const double length = std::max(4.0, wave.durationMonths * scale);
        fmt::format_to(out, "<text x=\"{:.0f}\" y=\"{:.1f}\" font-size=\"14\" text-anchor=\"end\" fill=\"{}\">{}</text>", kLabel - 10,
                       y + 21, kInk, core::xmlText(shortened(i < names.size() ? names[i] : std::to_string(wave.number), 26)));
        fmt::format_to(out, "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"30\" rx=\"4\" fill=\"{}\" stroke=\"{}\"/>", x, y,
                       length, wave.pilot ? "#ffffff" : kPale, kAccent);
        std::string inside;
        for (const PlannedContext& context : wave.contexts)
            inside += (inside.empty() ? "" : ", ") + context.name;
        inside = fmt::format("{:.1f}{}{}{}", wave.durationMonths, language == "ko" ? "개월" : " mo", inside.empty() ? "" : " · ", inside);
        // What does not fit into the bar stands beside it, on the side with more room.
        const double after = kChartWidth - (x + length) - 20;
        const bool within = length > 160 || (after < 160 && x - kLabel < 160);
        const bool before = !within && x - kLabel > after;
        const double letters = (within ? length - 16 : before ? x - kLabel - 10 : after) / 7.2;
        fmt::format_to(out, "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"13\" text-anchor=\"{}\" fill=\"{}\">{}</text>",
                       within   ? x + 8
                       : before ? x - 8
                                : x + length + 8,
                       y + 20, before ? "end" : "start", kInk,
                       core::xmlText(shortened(inside, static_cast<std::size_t>(std::max(8.0, letters)))));
    }
    return svg + "</svg>";
}

} // namespace naru::reports
