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

/// "Ⅳ.", "2.", "다." or "4)": the number of the heading alone, as official documents have it. After 하 comes 거 (행정업무의 운영 및 혁신에 관한
/// 규정 시행규칙 제2조); Roman numbers above ten are put together, for Korean fonts have signs up to ten.
std::string official(int level, int number)
{
    static constexpr std::array kRoman = {"Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "Ⅶ", "Ⅷ", "Ⅸ", "Ⅹ"};
    static constexpr std::array kLetters = {"가", "나", "다", "라", "마", "바", "사", "아", "자", "차", "카", "타", "파", "하",
                                          "거", "너", "더", "러", "머", "버", "서", "어", "저", "처", "커", "터", "퍼", "허"};
    const auto index = static_cast<std::size_t>(number - 1);
    constexpr int ten = kRoman.size();
    if (level == 1) {
        std::string roman;
        for (; number > ten; number -= ten)
            roman += kRoman.back();
        return roman + kRoman.at(static_cast<std::size_t>(number - 1)) + ".";
    }
    if (level == 3 && index < kLetters.size())
        return std::string(kLetters.at(index)) + ".";
    return std::to_string(number) + (level == 4 ? ")" : ".");
}

} // namespace

Numbering::Numbering(const core::ReportModel& model) : m_language(model.language)
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
    return language == "ko" ? "〈표 " + std::to_string(number) + "〉" : "Table " + std::to_string(number);
}

std::string figureLabel(const std::string& language, int number)
{
    return language == "ko" ? "[그림 " + std::to_string(number) + "]" : "Figure " + std::to_string(number);
}

std::string captionText(const std::string& language, const std::string& label, const std::string& caption)
{
    return label + (language == "ko" ? " " : ". ") + caption;
}

std::string listMark(const std::string& language, int level)
{
    static constexpr std::array kKorean = {"○", "-", "·"};
    static constexpr std::array kEnglish = {"•", "–", "·"};
    const auto depth = static_cast<std::size_t>(std::clamp(level, 0, 2));
    return language == "ko" ? kKorean.at(depth) : kEnglish.at(depth);
}

std::string paragraphMark(const std::string& language, core::ParagraphStyle style)
{
    const bool korean = language == "ko";
    switch (style) {
    case core::ParagraphStyle::Lead:
        return korean ? "□ " : "";
    case core::ParagraphStyle::Note:
        return korean ? "※ " : "";
    case core::ParagraphStyle::Gap:
        return korean ? "[기재 필요] " : "[To be completed] ";
    default:
        return {};
    }
}

std::string contentsTitle(const std::string& language)
{
    return language == "ko" ? "목차" : "Contents";
}

std::string shownDate(const std::string& language, const std::string& date)
{
    const bool iso = date.size() == 10 && date[4] == '-' && date[7] == '-';
    if (!iso || language != "ko")
        return date;
    const auto part = [&](std::size_t from, std::size_t count) {
        std::string digits = date.substr(from, count);
        return digits.front() == '0' ? digits.substr(1) : digits;
    };
    return part(0, 4) + ". " + part(5, 2) + ". " + part(8, 2) + ".";
}

std::vector<FrontLine> frontLines(const core::ReportModel& model)
{
    const bool korean = model.language == "ko";
    std::vector<FrontLine> lines;
    const auto put = [&](const char* ko, const char* en, const std::string& text) {
        const bool missing = text.empty();
        lines.push_back({korean ? ko : en, missing ? paragraphMark(model.language, core::ParagraphStyle::Gap) : text, missing});
        if (missing)
            lines.back().text.pop_back(); // the space after the mark
    };
    if (!model.subtitle.empty())
        put("대상 시스템", "System", model.subtitle);
    put("작성 기관", "Agency", model.author);
    put("작성일", "Date", shownDate(model.language, model.date));
    return lines;
}

} // namespace naru::reports
