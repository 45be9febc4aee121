#include "reports/svg/Charts.h"

#include "core/base/Markup.h"
#include "reports/svg/SvgParts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <numbers>

namespace naru::reports {

using namespace naru::core;
using namespace svg;

std::string ladderSvg(const LadderResult& ladder, const std::string& language)
{
    const int steps = ladder.highest - ladder.lowest + 1;
    const double width = 150.0 * steps;
    std::string svg = start(width + 20, 190);
    for (int i = 0; i < steps; ++i) {
        const int level = ladder.lowest + i;
        const bool reached = level <= ladder.level;
        const double height = 50.0 + 90.0 * i / std::max(1, steps - 1);
        const double x = 10 + 150.0 * i;
        std::size_t met = 0;
        std::size_t all = 0;
        for (const CriterionResult& criterion : ladder.criteria) {
            all += criterion.level == level ? 1 : 0;
            met += criterion.level == level && criterion.state == CriterionState::Met ? 1 : 0;
        }
        fmt::format_to(std::back_inserter(svg),
                       "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"142\" height=\"{:.1f}\" fill=\"{}\" stroke=\"{}\"/>", x, 170 - height,
                       height, reached ? kAccent : kPale, kAccent);
        fmt::format_to(std::back_inserter(svg),
                       "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"20\" text-anchor=\"middle\" fill=\"{}\">Lv{}</text>", x + 71,
                       170 - height + 26, reached ? "#ffffff" : kInk, level);
        fmt::format_to(std::back_inserter(svg),
                       "<text x=\"{:.1f}\" y=\"164\" font-size=\"13\" text-anchor=\"middle\" fill=\"{}\">{} {}/{}</text>", x + 71,
                       reached ? "#ffffff" : kInk, language == "ko" ? "충족" : "met", met, all);
    }
    return svg + "</svg>";
}

std::string barsSvg(const std::vector<Bar>& bars)
{
    constexpr double kRow = 26;
    constexpr double kLabel = 230;
    constexpr double kRoom = 420;
    double largest = 0;
    for (const Bar& bar : bars)
        largest = std::max(largest, bar.value);
    std::string svg = start(800, kRow * static_cast<double>(bars.size()) + 8);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double y = 4 + kRow * static_cast<double>(i);
        const double length = largest > 0 ? kRoom * bars[i].value / largest : 0;
        fmt::format_to(std::back_inserter(svg),
                       "<text x=\"{:.0f}\" y=\"{:.1f}\" font-size=\"13\" text-anchor=\"end\" fill=\"{}\">{}</text>"
                       "<rect x=\"{:.0f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"17\" fill=\"{}\"/>"
                       "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"13\" fill=\"{}\">{}</text>",
                       kLabel - 8, y + 14, kInk, core::xmlText(shortened(bars[i].label, 32)), kLabel, y, length, kAccent,
                       kLabel + length + 6, y + 14, kInk, core::xmlText(bars[i].text));
    }
    return svg + "</svg>";
}

std::string factorRadarSvg(const std::vector<FactorResult>& factors, const std::string& language)
{
    constexpr double kWidth = 900;
    constexpr double kHeight = 560;
    constexpr double kRadius = 190;
    const double centreX = kWidth / 2;
    const double centreY = kHeight / 2;
    const auto at = [&](std::size_t i, double part) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(std::max<std::size_t>(1, factors.size())) -
                             std::numbers::pi / 2;
        return std::pair(centreX + part * kRadius * std::cos(angle), centreY + part * kRadius * std::sin(angle));
    };
    // Not met stands on the inner ring, not in the middle, so that the points stay apart.
    const auto part = [](FactorState state) { return state == FactorState::Met ? 1.0 : state == FactorState::Violated ? 0.25 : 0.625; };
    const bool korean = language == "ko";
    const std::array<const char*, 4> states = korean ? std::array{"충족", "미충족", "일부 충족", "코드로 판단 불가"}
                                                     : std::array{"met", "not met", "partly met", "not visible in code"};
    std::string svg = start(kWidth, kHeight);
    auto out = std::back_inserter(svg);
    for (const double ring : {0.25, 0.625, 1.0}) {
        svg += "<polygon fill=\"none\" stroke=\"#b9c2cf\" points=\"";
        for (std::size_t i = 0; i < factors.size(); ++i)
            fmt::format_to(out, "{:.1f},{:.1f} ", at(i, ring).first, at(i, ring).second);
        svg += "\"/>";
    }
    std::string shape;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const auto [x, y] = at(i, 1);
        fmt::format_to(out, "<path d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\" stroke=\"#d5dbe4\"/>", centreX, centreY, x, y);
        const auto [px, py] = at(i, part(factors[i].state));
        fmt::format_to(std::back_inserter(shape), "{:.1f},{:.1f} ", px, py);
    }
    fmt::format_to(out, "<polygon fill=\"{0}\" fill-opacity=\"0.18\" stroke=\"{0}\" stroke-width=\"2\" points=\"{1}\"/>", kAccent, shape);
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const auto [px, py] = at(i, part(factors[i].state));
        const bool known = factors[i].state != FactorState::NotDetectable;
        fmt::format_to(out, "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.5\"/>", px, py,
                       known ? kAccent : "#ffffff", kAccent);
        const auto [x, y] = at(i, 1.13);
        const char* anchor = std::abs(x - centreX) < 30 ? "middle" : x > centreX ? "start" : "end";
        fmt::format_to(out,
                       "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"15\" font-weight=\"bold\" text-anchor=\"{}\" fill=\"{}\">{}. {}</text>",
                       x, y - 2, anchor, kInk, factors[i].id, core::xmlText(shortened(factors[i].name.in(language), 26)));
        fmt::format_to(out, "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"13\" text-anchor=\"{}\" fill=\"{}\">{}</text>", x, y + 16, anchor,
                       kInk, states.at(static_cast<std::size_t>(factors[i].state)));
    }
    return svg + "</svg>";
}

} // namespace naru::reports
