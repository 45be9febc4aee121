#include "reports/writers/Numbering.h"

#include <algorithm>

namespace naru::reports {

namespace {

constexpr int kLevels = 4;

std::string dotted(const std::array<int, kLevels>& counters, int level)
{
    std::string number;
    for (int i = 0; i < level; ++i)
        number += (i == 0 ? "" : ".") + std::to_string(counters.at(static_cast<std::size_t>(i)));
    return number;
}

/// "Ⅳ.", "2.", "다." or "4)": the number of the heading alone, as official documents have it.
std::string official(int level, int number)
{
    static constexpr std::array kRoman = {"Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "Ⅶ", "Ⅷ", "Ⅸ", "Ⅹ"};
    static constexpr std::array kLetters = {"가", "나", "다", "라", "마", "바", "사", "아", "자", "차", "카", "타", "파", "하"};
    const auto index = static_cast<std::size_t>(number - 1);
    if (level == 1 && index < kRoman.size())
        return std::string(kRoman.at(index)) + ".";
    if (level == 3 && index < kLetters.size())
        return std::string(kLetters.at(index)) + ".";
    return std::to_string(number) + (level == 4 ? ")" : ".");
}

} // namespace

Numbering::Numbering(const core::ReportModel& model)
{
    std::array<int, kLevels> counters{};
    for (const core::Block& block : model.blocks) {
        if (const auto* heading = std::get_if<core::Heading>(&block)) {
            std::string number;
            if (heading->numbered) {
                const int level = std::clamp(heading->level, 1, kLevels);
                ++counters.at(static_cast<std::size_t>(level - 1));
                std::fill(counters.begin() + level, counters.end(), 0);
                number =
                    model.officialNumbers ? official(level, counters.at(static_cast<std::size_t>(level - 1))) : dotted(counters, level);
            }
            m_headings[heading] = number;
            if (!heading->anchor.empty())
                m_anchors[heading->anchor] = number.empty() ? heading->text : number;
        } else if (const auto* table = std::get_if<core::ReportTable>(&block)) {
            const int number = static_cast<int>(m_tables.size()) + 1;
            m_tables[table] = number;
            if (!table->anchor.empty())
                m_anchors[table->anchor] = tableLabel(model.language, number);
        } else if (const auto* figure = std::get_if<core::Figure>(&block)) {
            const int number = static_cast<int>(m_figures.size()) + 1;
            m_figures[figure] = number;
            if (!figure->anchor.empty())
                m_anchors[figure->anchor] = figureLabel(model.language, number);
        }
    }
}

std::string Numbering::heading(const core::Heading& heading) const
{
    const auto found = m_headings.find(&heading);
    return found == m_headings.end() ? std::string() : found->second;
}

int Numbering::table(const core::ReportTable& table) const
{
    const auto found = m_tables.find(&table);
    return found == m_tables.end() ? 0 : found->second;
}

int Numbering::figure(const core::Figure& figure) const
{
    const auto found = m_figures.find(&figure);
    return found == m_figures.end() ? 0 : found->second;
}

std::string Numbering::reference(const std::string& anchor) const
{
    const auto found = m_anchors.find(anchor);
    return found == m_anchors.end() ? std::string() : found->second;
}

std::string tableLabel(const std::string& language, int number)
{
    return (language == "ko" ? "표 " : "Table ") + std::to_string(number);
}

std::string figureLabel(const std::string& language, int number)
{
    return (language == "ko" ? "그림 " : "Figure ") + std::to_string(number);
}

} // namespace naru::reports
