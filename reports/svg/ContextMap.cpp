#include "reports/svg/ContextMap.h"

#include "analyzers/decompose/MapLayout.h"
#include "core/base/Markup.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <vector>

namespace naru::reports {

using namespace analyzers::decompose;

namespace {

constexpr std::size_t kTablesShown = 3;
constexpr double kMapHead = 48;
constexpr double kLine = 17;
constexpr double kMapMargin = 40;
constexpr double kArrow = 11;
constexpr double kLegend = 34;
constexpr double kHigh = 1e9;

struct LineStyle {
    const char* stroke;
    const char* dash;
};
constexpr std::array kEdges = {LineStyle{"#2563a8", ""}, LineStyle{"#b45309", " stroke-dasharray=\"7 5\""}, LineStyle{"#b3261e", ""}};
constexpr std::array<const char*, 3> kFills = {"#dbe8f6", "#e4efe4", "#ececec"};

/// About how wide a text is drawn, in pixels: Korean letters are twice as wide as Latin ones.
double widthOf(std::string_view text, double size)
{
    double units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        units += byte < 0x80 ? 0.56 : byte >= 0xe0 ? 1.0 : byte >= 0xc0 ? 0.6 : 0;
    }
    return units * size;
}

/// The text cut to a width at a whole letter.
std::string fitted(std::string text, double size, double width)
{
    if (widthOf(text, size) <= width)
        return text;
    while (!text.empty() && widthOf(text, size) > width - size) {
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0U) == 0x80)
            text.pop_back();
        if (!text.empty())
            text.pop_back();
    }
    return text + "…";
}

class MapDrawing {
public:
    MapDrawing(const core::Alternative& alternative, const MapWords& words) : m_alternative(alternative), m_words(words)
    {
        m_bundles = bundlesOf(alternative);
        for (const core::Context& context : alternative.contexts)
            m_sizes.push_back(closedSize(context));
        m_at = layoutMap(m_sizes, tiesOf(m_bundles));
        place();
    }

    Picture picture()
    {
        std::string out = fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
                                      "viewBox=\"0 0 {0:.0f} {1:.0f}\" font-family=\"'Noto Sans CJK KR','Malgun Gothic',sans-serif\">\n"
                                      "<title>{2}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n",
                                      m_width, m_height, core::xmlText(m_words.title));
        for (const MapBundle& bundle : m_bundles)
            edge(bundle, out);
        for (std::size_t i = 0; i < m_at.size(); ++i)
            area(i, out);
        legend(out);
        return {out + "</svg>\n", m_width, m_height};
    }

private:
    void place()
    {
        double left = kHigh;
        double top = kHigh;
        double right = -kHigh;
        double bottom = -kHigh;
        for (std::size_t i = 0; i < m_at.size(); ++i) {
            left = std::min(left, m_at[i].x - m_sizes[i].width / 2);
            right = std::max(right, m_at[i].x + m_sizes[i].width / 2);
            top = std::min(top, m_at[i].y - m_sizes[i].height / 2);
            bottom = std::max(bottom, m_at[i].y + m_sizes[i].height / 2);
        }
        for (MapPoint& point : m_at) {
            point.x += kMapMargin - left;
            point.y += kMapMargin - top;
        }
        m_width = std::max(480.0, m_at.empty() ? 0 : right - left + 2 * kMapMargin);
        m_height = (m_at.empty() ? 0 : bottom - top) + 2 * kMapMargin + kLegend;
    }

    /// Where the line from the middle of an area toward a point leaves the area.
    [[nodiscard]] MapPoint border(std::size_t area, const MapPoint& from, const MapPoint& to) const
    {
        const double dx = to.x - from.x;
        const double dy = to.y - from.y;
        const auto reach = [](double d, double middle, double half, double at) {
            return d == 0 ? kHigh : ((d > 0 ? middle + half : middle - half) - at) / d;
        };
        const double t = std::clamp(
            std::min(reach(dx, m_at[area].x, m_sizes[area].width / 2, from.x), reach(dy, m_at[area].y, m_sizes[area].height / 2, from.y)),
            0.0, 1.0);
        return {from.x + dx * t, from.y + dy * t};
    }

    void edge(const MapBundle& bundle, std::string& out) const
    {
        const auto a = static_cast<std::size_t>(bundle.from);
        const auto b = static_cast<std::size_t>(bundle.to);
        const double length = std::max(1.0, std::hypot(m_at[b].x - m_at[a].x, m_at[b].y - m_at[a].y));
        const MapPoint u{(m_at[b].x - m_at[a].x) / length, (m_at[b].y - m_at[a].y) / length};
        // both directions and the kinds of a pair lie side by side
        const bool arrow = bundle.kind == core::InterfaceKind::Call;
        const double off = 9 * (static_cast<double>(bundle.kind) + (arrow ? 0.9 : 0.2));
        const MapPoint from{m_at[a].x - u.y * off, m_at[a].y + u.x * off};
        const MapPoint to{m_at[b].x - u.y * off, m_at[b].y + u.x * off};
        const MapPoint start = border(a, from, to);
        const MapPoint tip = border(b, to, from);
        const double width = std::clamp(1 + 1.6 * std::log2(1.0 + bundle.weight), 1.5, 9.0);
        const LineStyle& style = kEdges[static_cast<std::size_t>(bundle.kind)];
        const double back = arrow ? kArrow * 0.8 : 0;
        out += fmt::format("<g><title>{}</title><line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" "
                           "stroke-width=\"{:.1f}\"{}/>",
                           core::xmlText(fmt::format("{} → {}: {} {}", m_alternative.contexts[a].name, m_alternative.contexts[b].name,
                                                     m_words.relation(bundle.kind), bundle.weight)),
                           start.x, start.y, tip.x - u.x * back, tip.y - u.y * back, style.stroke, width, style.dash);
        if (arrow) {
            const double half = kArrow * 0.45 + width / 2;
            const MapPoint foot{tip.x - u.x * kArrow, tip.y - u.y * kArrow};
            out += fmt::format("<polygon points=\"{:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f}\" fill=\"{}\"/>", tip.x, tip.y,
                               foot.x - u.y * half, foot.y + u.x * half, foot.x + u.y * half, foot.y - u.x * half, style.stroke);
        }
        out += "</g>\n";
    }

    void area(std::size_t index, std::string& out) const
    {
        const core::Context& context = m_alternative.contexts[index];
        const double x = m_at[index].x - m_sizes[index].width / 2;
        const double y = m_at[index].y - m_sizes[index].height / 2;
        const double room = m_sizes[index].width - 24;
        out += fmt::format("<g><rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"12\" fill=\"{}\" "
                           "stroke=\"#7a8794\"/>",
                           x, y, m_sizes[index].width, m_sizes[index].height, kFills[static_cast<std::size_t>(context.kind)]);
        const auto line = [&](double below, double size, const char* attributes, const std::string& words) {
            out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{}\"{}>{}</text>", x + 12, y + below, size, attributes,
                               core::xmlText(fitted(words, size, room)));
        };
        line(22, 15, " font-weight=\"bold\" fill=\"#1b2733\"", context.name);
        line(40, 11, " fill=\"#5b6874\"", m_words.size(context));
        double below = kMapHead + 16;
        for (std::size_t i = 0; i < context.owns.size() && i < kTablesShown; ++i, below += kLine)
            line(below, 12, " fill=\"#7a4a00\"", context.owns[i]);
        if (context.owns.size() > kTablesShown)
            line(below, 12, " fill=\"#7a4a00\"", m_words.moreTables(context.owns.size() - kTablesShown));
        out += "</g>\n";
    }

    void legend(std::string& out) const
    {
        double x = kMapMargin;
        const double y = m_height - kLegend / 2;
        for (std::size_t kind = 0; kind < kEdges.size(); ++kind) {
            const std::string words = m_words.relation(static_cast<core::InterfaceKind>(kind));
            out += fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" stroke-width=\"3\"{}/>"
                               "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"12\" fill=\"#5b6874\">{}</text>\n",
                               x, y, x + 28, y, kEdges[kind].stroke, kEdges[kind].dash, x + 36, y + 4, core::xmlText(words));
            x += 60 + widthOf(words, 12);
        }
    }

    const core::Alternative& m_alternative;
    const MapWords& m_words;
    std::vector<MapBundle> m_bundles;
    std::vector<MapSize> m_sizes;
    std::vector<MapPoint> m_at;
    double m_width = 0;
    double m_height = 0;
};

} // namespace

std::string_view kindKey(core::SubdomainKind kind)
{
    static constexpr std::array<std::string_view, 3> kKeys = {"report.subdomain.core", "report.subdomain.supporting",
                                                              "report.subdomain.generic"};
    return kKeys.at(static_cast<std::size_t>(kind));
}

std::string_view interfaceKey(core::InterfaceKind kind)
{
    static constexpr std::array<std::string_view, 3> kKeys = {"report.interface.call", "report.interface.shared-table",
                                                              "report.interface.distributed"};
    return kKeys.at(static_cast<std::size_t>(kind));
}

MapWords mapWords(const core::Texts& texts, const std::string& system)
{
    MapWords words;
    words.title = texts.text("report.map.title", {{"system", system}});
    words.size = [&texts](const core::Context& context) {
        const auto classes = std::ranges::count(context.members, core::MemberRole::Class, &core::PartitionMember::role);
        return texts.text("report.map.size", {{"kind", texts.text(kindKey(context.kind))},
                                              {"classes", std::to_string(classes)},
                                              {"tables", std::to_string(context.owns.size())}});
    };
    words.moreTables = [&texts](std::size_t count) { return texts.text("report.map.more-tables", {{"count", std::to_string(count)}}); };
    words.relation = [&texts](core::InterfaceKind kind) { return texts.text(interfaceKey(kind)); };
    return words;
}

Picture contextMap(const core::Alternative& alternative, const MapWords& words)
{
    return MapDrawing(alternative, words).picture();
}

} // namespace naru::reports
