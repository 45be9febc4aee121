// The front of a document: its title or cover, and the contents.

#include "core/base/Markup.h"
#include "reports/writers/hwpx/HwpxBody.h"

#include <fmt/format.h>

#include <algorithm>

namespace naru::reports::hwpx {

using namespace naru::core;

void Body::putTitle()
{
    m_onCover = m_model.cover;
    Look title = lookOf(NamedStyle::Title);
    title.paragraph.border = static_cast<int>(Border::TitleRules);
    title.paragraph.before = m_model.cover ? 16000 : 0;
    title.paragraph.after = m_model.cover ? 2000 : 600;
    flow(title, run(m_model.title, title.character));
    Look line = lookOf(NamedStyle::Normal);
    const std::vector<FrontLine> lines = frontLines(m_model);
    if (!m_model.cover) {
        line.paragraph = {.align = "RIGHT", .after = 800, .lineSpacing = 130};
        line.character = {.height = 950, .face = Face::Dotum, .color = "#3E4855"};
        std::string text;
        for (const FrontLine& part : lines)
            text += (text.empty() ? "" : "   |   ") + part.label + ": " + part.text;
        return flow(line, run(text, line.character));
    }
    bool first = true;
    for (const FrontLine& part : lines) {
        const bool system = part.text == m_model.subtitle;
        line.paragraph = {.align = "CENTER", .before = system || !first ? 400 : 24000, .after = 400};
        line.character = {
            .height = system ? 1500 : 1400, .face = Face::Dotum, .color = part.missing ? "#A8410A" : "#101620", .bold = !part.missing};
        flow(line, run(system ? "- " + part.text + " -" : part.missing ? part.label + " " + part.text : part.text, line.character));
        first = first && system;
    }
    m_breakBefore = true;
}

void Body::put(const Contents&)
{
    Look title = lookOf(NamedStyle::Normal);
    title.paragraph = {.align = "CENTER", .before = m_model.cover ? 0 : 1800, .after = 900, .keepWithNext = true};
    title.character = {.height = 1600, .face = Face::Dotum, .bold = true};
    flow(title, run(contentsTitle(m_model.language), title.character));
    for (const Block& block : m_model.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading == nullptr || !heading->numbered || heading->level > 2)
            continue;
        Look line = lookOf(NamedStyle::Normal);
        line.paragraph = {
            .align = "LEFT", .left = 1200 * (heading->level - 1), .after = 50, .lineSpacing = 140, .tab = static_cast<int>(Tabs::Contents)};
        line.character.bold = heading->level == 1;
        const std::string text = m_numbers.heading(*heading) + " " + heading->text;
        const auto page = m_facts.headings.find(heading);
        if (page == m_facts.headings.end()) {
            flow(line, run(text, line.character));
            continue;
        }
        const int left = std::max(1000, contentWidth(false) - line.paragraph.left - static_cast<int>(core::characters(text)) * 900 - 1500);
        flow(line, fmt::format("<hp:run charPrIDRef=\"{}\"><hp:t>{}<hp:tab width=\"{}\" leader=\"3\" type=\"2\"/>{}</hp:t></hp:run>",
                               m_styles.character(line.character), textContent(text), left, page->second));
    }
    m_breakBefore = m_model.cover;
}

} // namespace naru::reports::hwpx
