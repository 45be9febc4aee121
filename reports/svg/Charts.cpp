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

namespace {

struct Bundle {
    std::size_t functions = 0;
    InterfaceKind kind = InterfaceKind::Call;
};

const char* colourOf(InterfaceKind kind)
{
    switch (kind) {
    case InterfaceKind::SharedTable:
        return kShared;
    case InterfaceKind::DistributedTransaction:
        return kDistributed;
    default:
        return kAccent;
    }
}

/// The strongest kind wins the colour of a bundle: a distributed transaction matters more than a call.
std::map<std::pair<std::string, std::string>, Bundle> bundles(const Alternative& alternative)
{
    std::map<std::pair<std::string, std::string>, Bundle> all;
    for (const ContextInterface& interface : alternative.interfaces) {
        Bundle& bundle = all[{interface.from, interface.to}];
        bundle.functions += std::max<std::size_t>(1, interface.functions.size() + interface.tables.size());
        bundle.kind = std::max(bundle.kind, interface.kind);
    }
    return all;
}

} // namespace

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

std::string contextMapSvg(const Alternative& alternative, const std::string& language)
{
    constexpr double kWidth = 1000;
    constexpr double kHeight = 640;
    constexpr double kBoxWidth = 168;
    constexpr double kBoxHeight = 62;
    const auto count = alternative.contexts.size();
    std::map<std::string, std::pair<double, double>> centres;
    for (std::size_t i = 0; i < count; ++i) {
        const double angle =
            2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(std::max<std::size_t>(1, count)) - std::numbers::pi / 2;
        centres[alternative.contexts[i].id] = {kWidth / 2 + (kWidth / 2 - kBoxWidth / 2 - 12) * std::cos(angle),
                                               kHeight / 2 - 15 + (kHeight / 2 - kBoxHeight / 2 - 30) * std::sin(angle)};
    }
    std::string svg = start(kWidth, kHeight);
    svg += "<defs>";
    for (const char* colour : {kAccent, kShared, kDistributed})
        fmt::format_to(std::back_inserter(svg),
                       "<marker id=\"a{}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
                       "markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"{}\"/></marker>",
                       colour + 1, colour);
    svg += "</defs>";
    for (const auto& [pair, bundle] : bundles(alternative)) {
        const auto from = centres.find(pair.first);
        const auto to = centres.find(pair.second);
        if (from == centres.end() || to == centres.end())
            continue;
        const auto [x1, y1] = from->second;
        const auto [x2, y2] = to->second;
        // A bow to one side keeps the two directions of a pair apart.
        const double length = std::max(1.0, std::hypot(x2 - x1, y2 - y1));
        const double cx = (x1 + x2) / 2 - (y2 - y1) / length * 26;
        const double cy = (y1 + y2) / 2 + (x2 - x1) / length * 26;
        const double shrink = std::min(0.45, kBoxWidth * 0.48 / length);
        fmt::format_to(std::back_inserter(svg),
                       "<path d=\"M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{:.1f}\" "
                       "marker-end=\"url(#a{})\"/>",
                       x1 + (x2 - x1) * shrink, y1 + (y2 - y1) * shrink, cx, cy, x2 - (x2 - x1) * shrink, y2 - (y2 - y1) * shrink,
                       colourOf(bundle.kind), 0.8 + std::log2(1 + static_cast<double>(bundle.functions)) * 0.7, colourOf(bundle.kind) + 1);
    }
    for (const Context& context : alternative.contexts) {
        const auto [x, y] = centres[context.id];
        fmt::format_to(
            std::back_inserter(svg),
            "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{}\" rx=\"12\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.5\"/>",
            x - kBoxWidth / 2, y - kBoxHeight / 2, kBoxWidth, kBoxHeight, kPale, kAccent);
        fmt::format_to(std::back_inserter(svg),
                       "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"16\" font-weight=\"bold\" text-anchor=\"middle\" fill=\"{}\">{}</text>",
                       x, y - 4, kInk, core::xmlText(shortened(context.name, 18)));
        fmt::format_to(std::back_inserter(svg),
                       "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"12\" text-anchor=\"middle\" fill=\"{}\">{}</text>", x, y + 18, kInk,
                       language == "ko" ? fmt::format("구성원 {} · 테이블 {}", context.members.size(), context.owns.size())
                                        : fmt::format("{} members · {} tables", context.members.size(), context.owns.size()));
    }
    const char* legend[] = {language == "ko" ? "호출" : "call", language == "ko" ? "공유 테이블" : "shared table",
                            language == "ko" ? "분산 트랜잭션" : "distributed transaction"};
    double x = 20;
    for (const InterfaceKind kind : {InterfaceKind::Call, InterfaceKind::SharedTable, InterfaceKind::DistributedTransaction}) {
        fmt::format_to(std::back_inserter(svg),
                       "<path d=\"M{:.0f} 626h36\" stroke=\"{}\" stroke-width=\"3\"/><text x=\"{:.0f}\" y=\"631\" font-size=\"13\" "
                       "fill=\"{}\">{}</text>",
                       x, colourOf(kind), x + 44, kInk, legend[static_cast<int>(kind)]);
        x += 220;
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
