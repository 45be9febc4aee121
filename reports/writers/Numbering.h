#pragma once

#include "core/model/ReportModel.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace naru::reports {

/// Numbers of headings, tables and figures in the order of the document, the
/// same for every format.
class Numbering {
public:
    explicit Numbering(const core::ReportModel& model);

    /// "2.3" for a numbered heading; empty for one that is not.
    [[nodiscard]] std::string heading(const core::Heading& heading) const;
    [[nodiscard]] int table(const core::ReportTable& table) const;
    [[nodiscard]] int figure(const core::Figure& figure) const;
    /// What a reference shows: the number of what the anchor names; empty when there is no such anchor.
    [[nodiscard]] std::string reference(const std::string& anchor) const;
    [[nodiscard]] const std::string& language() const { return m_language; }

private:
    std::string m_language;
    std::map<const core::Heading*, std::string> m_headings;
    std::map<const core::ReportTable*, int> m_tables;
    std::map<const core::Figure*, int> m_figures;
    std::map<std::string, std::string> m_anchors;
};

/// "〈표 3〉" or "Table 3", "[그림 3]" or "Figure 3": what captions begin with and references show.
std::string tableLabel(const std::string& language, int number);
std::string figureLabel(const std::string& language, int number);
/// The caption as it is printed, with its label.
std::string captionText(const std::string& language, const std::string& label, const std::string& caption);
/// The mark before an item of an unordered list, of that depth: ○ - · in Korean documents, • – · in English ones.
std::string listMark(const std::string& language, int level);
/// What stands before a paragraph of that style, with its space: □ before what is resolved, ※ before a note, words before a
/// gap, so that nothing is told by colour alone. Often empty.
std::string paragraphMark(const std::string& language, core::ParagraphStyle style);
/// "목차" or "Contents".
std::string contentsTitle(const std::string& language);

/// What the front of a document says, in the order of the lines; the title is not among them. A fact that is missing reads
/// as what to fill in.
struct FrontLine {
    std::string label;
    std::string text;
    bool missing = false;
};
std::vector<FrontLine> frontLines(const core::ReportModel& model);
/// "2026. 11. 21." or "2026-11-21"; what is no ISO day stays as it is.
std::string shownDate(const std::string& language, const std::string& date);

} // namespace naru::reports
