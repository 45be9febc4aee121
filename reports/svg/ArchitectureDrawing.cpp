#include "reports/svg/ArchitectureDrawing.h"

#include "core/base/Markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr double kLayersWidth = 1120;
constexpr double kLayersMargin = 16;
constexpr double kBoxHeight = 46;
constexpr double kGap = 10;
constexpr double kLayersHead = 28;
constexpr std::size_t kMostServices = 24;

/// Width of a text against the size of its letters: a Hangul syllable is as wide as it is high, Latin letters of a wide font 0.66.
double wideness(std::string_view text)
{
    double ems = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        ems += bytes >= 3 ? 1.0 : 0.66;
        i += bytes;
    }
    return ems;
}

/// Text fitted to a number of widths of its letters.
std::string fittedText(const std::string& text, double ems)
{
    if (wideness(text) <= ems)
        return text;
    std::size_t end = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        i += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (wideness(std::string_view(text).substr(0, i)) > ems - 1)
            break;
        end = i;
    }
    return text.substr(0, end) + "…";
}

struct Box {
    std::string title;
    std::string below;
};

/// Draws bands one below the other.
class LayerDrawing {
public:
    explicit LayerDrawing(const Texts& texts) : m_texts(texts) {}

    void band(const std::string& title, const std::vector<Box>& boxes, const char* fill, const char* line)
    {
        if (boxes.empty())
            return;
        constexpr std::size_t kColumns = 6;
        const std::size_t columns = std::min(kColumns, std::max<std::size_t>(3, boxes.size()));
        const std::size_t rows = (boxes.size() + columns - 1) / columns;
        const double height = kLayersHead + static_cast<double>(rows) * (kBoxHeight + kGap) + kGap / 2;
        m_body += fmt::format("<rect x=\"{}\" y=\"{:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\" rx=\"8\" fill=\"{}\" stroke=\"{}\"/>",
                              kLayersMargin, m_y, kLayersWidth - 2 * kLayersMargin, height, fill, line);
        text(kLayersMargin + 12, m_y + 19, 14, "start", true, title, kLayersWidth - 60);
        const double width = (kLayersWidth - 2 * kLayersMargin - kGap * static_cast<double>(columns + 1)) / static_cast<double>(columns);
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            const double x = kLayersMargin + kGap + static_cast<double>(i % columns) * (width + kGap);
            const double y = m_y + kLayersHead + static_cast<double>(i / columns) * (kBoxHeight + kGap);
            m_body +=
                fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\" rx=\"5\" fill=\"#ffffff\" stroke=\"{}\"/>", x,
                            y, width, kBoxHeight, line);
            text(x + width / 2, y + 19, 13, "middle", true, boxes[i].title, width - 8);
            text(x + width / 2, y + 37, 11.5, "middle", false, boxes[i].below, width - 8);
        }
        m_y += height + kGap;
    }

    /// An arrow from one band down to the next, with its word.
    void arrow(const std::string& word)
    {
        m_body += fmt::format("<path d=\"M{0} {1:.0f}v14m-5 -6l5 6l5 -6\" fill=\"none\" stroke=\"#1c2430\" stroke-width=\"1.5\"/>",
                              kLayersWidth / 2, m_y - 6);
        text(kLayersWidth / 2 + 14, m_y + 7, 11.5, "start", false, word, kLayersWidth / 2 - 60);
        m_y += 16;
    }

    [[nodiscard]] std::string take() const
    {
        return fmt::format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0f} {:.0f}\" font-family=\"NanumGothic, 'Noto Sans KR', "
            "'Malgun Gothic', sans-serif\"><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>{}</svg>",
            kLayersWidth, m_y + 6, m_body);
    }

    [[nodiscard]] std::string say(std::string_view key, const TextArgs& args = {}) const { return m_texts.text(key, args); }
    [[nodiscard]] const std::string& language() const { return m_texts.language(); }

private:
    /// Smaller letters before fewer: what does not fit into `room` is made up to a quarter smaller, then cut.
    void text(double x, double y, double size, const char* anchor, bool bold, const std::string& content, double room)
    {
        const double wanted = wideness(content) * size;
        const double chosen = wanted > room ? std::max(0.75 * size, size * room / wanted) : size;
        m_body += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{:.4g}\" text-anchor=\"{}\"{} fill=\"#1c2430\">{}</text>", x, y,
                              chosen, anchor, bold ? " font-weight=\"bold\"" : "", core::xmlText(fittedText(content, room / chosen)));
    }

    const Texts& m_texts;
    std::string m_body;
    double m_y = kLayersMargin;
};

std::vector<Box> elements(const Plan& plan, std::string_view area, bool inner, const std::string& language)
{
    std::vector<Box> out;
    for (const ArchitectureElement& one : plan.architecture)
        if (one.area == area && one.inner == inner)
            out.push_back({one.name.in(language), one.product.in(language)});
    return out;
}

std::vector<Box> services(const Plan& plan, const LayerDrawing& drawing)
{
    std::vector<Box> out;
    std::size_t left = 0;
    for (const Wave& wave : plan.waves)
        for (const PlannedContext& context : wave.contexts) {
            if (out.size() == kMostServices) {
                ++left;
                continue;
            }
            int tables = 0;
            for (const auto& [name, value] : context.facts)
                tables = name == "tables" ? value : tables;
            out.push_back({context.name, drawing.say("report.architecture.service",
                                                     {{"wave", std::to_string(wave.number)}, {"tables", std::to_string(tables)}})});
        }
    if (left > 0)
        out.back() = {"+" + std::to_string(left + 1), ""};
    return out;
}

void append(std::vector<Box>& to, std::vector<Box> from)
{
    to.insert(to.end(), from.begin(), from.end());
}

} // namespace

std::string architectureSvg(const Plan& plan, const Texts& texts)
{
    LayerDrawing drawing(texts);
    const std::string& language = texts.language();
    drawing.band(drawing.say("report.architecture.outer", {{"area", drawing.say("report.area.development")}}),
                 elements(plan, "development", false, language), "#f3f0fa", "#6b52a8");
    drawing.arrow(drawing.say("report.architecture.requests"));
    std::vector<Box> around = elements(plan, "execution", false, language);
    drawing.band(drawing.say("report.architecture.services"), services(plan, drawing), "#e3ebf5", "#1f5fa8");
    std::vector<Box> inner;
    for (const char* area : {"execution", "backing", "development", "operation", "infrastructure"})
        append(inner, elements(plan, area, true, language));
    drawing.band(drawing.say("report.architecture.inner"), inner, "#eef4fb", "#1f5fa8");
    drawing.band(drawing.say("report.architecture.outer", {{"area", drawing.say("report.area.execution")}}), around, "#eef7f0", "#2e7d4f");
    drawing.band(drawing.say("report.architecture.outer", {{"area", drawing.say("report.area.backing")}}),
                 elements(plan, "backing", false, language), "#fdf3e7", "#b3470b");
    drawing.band(drawing.say("report.architecture.outer", {{"area", drawing.say("report.area.operation")}}),
                 elements(plan, "operation", false, language), "#fbeef5", "#8a1f5c");
    drawing.band(drawing.say("report.architecture.outer", {{"area", drawing.say("report.area.infrastructure")}}),
                 elements(plan, "infrastructure", false, language), "#f0f1f3", "#5b6470");
    return drawing.take();
}

} // namespace naru::reports
