#pragma once

#include "core/model/ReportModel.h"
#include "reports/writers/FigureRasterizer.h"
#include "reports/writers/Numbering.h"
#include "reports/writers/PageSource.h"
#include "reports/writers/TableGrid.h"
#include "reports/writers/hwpx/HwpxStyles.h"

#include <string>
#include <vector>

namespace naru::reports::hwpx {

/// Writes the blocks of a report as sections of paragraphs; each change of the page orientation begins a section.
class Body {
public:
    /// `rasterizer` may be null: figures then stand as their alternative text. `facts` gives the pages of the contents and
    /// the size of the type.
    Body(const core::ReportModel& model, FigureRasterizer* rasterizer, PageFacts facts);

    /// Errors: those of the rasterizer.
    core::Result<void> write();

    [[nodiscard]] const std::vector<std::string>& sections() const { return m_sections; }
    [[nodiscard]] const std::vector<std::string>& pictures() const { return m_pictures; }
    [[nodiscard]] const StyleSheet& styles() const { return m_styles; }

private:
    /// How a paragraph looks: one of the named styles, or a variation of it.
    struct Look {
        NamedStyle style = NamedStyle::Normal;
        ParagraphShape paragraph;
        CharacterShape character;
    };
    static Look lookOf(NamedStyle style);
    static Look lookOf(core::ParagraphStyle style);

    void put(const core::Heading& heading);
    void put(const core::Paragraph& paragraph);
    void put(const core::List& list);
    void put(const core::ReportTable& table);
    void put(const core::Figure& figure);
    void put(const core::Contents& contents);
    void put(const core::PageBreak& pageBreak);
    void put(const core::Section& section);
    void putTitle();
    /// A paragraph that begins with a mark, its further lines beside the mark.
    void flowMarked(Look look, const std::string& mark, const std::string& content, int left);
    [[nodiscard]] int scaled(int length) const;

    void startSection(bool landscape);
    void endSection();
    /// A paragraph of the flow: carries the page setting when it is the first of a section.
    void flow(const Look& look, const std::string& runs);
    std::string paragraph(const Look& look, const std::string& runs, const char* pageBreak = "0");
    std::string runs(const core::Runs& runs, const CharacterShape& base);
    std::string run(const std::string& text, const CharacterShape& shape);
    std::string footnote(const std::string& text);
    std::string cell(const PlacedCell& placed, const std::vector<int>& widths);
    std::string pageSetting() const;

    const core::ReportModel& m_model;
    FigureRasterizer* m_rasterizer;
    PageFacts m_facts;
    Numbering m_numbers;
    StyleSheet m_styles;
    std::vector<std::string> m_sections;
    std::vector<std::string> m_pictures; ///< PNG bytes, in the order of their ids
    std::string m_section;
    core::Result<void> m_outcome;
    bool m_landscape = false;
    bool m_fresh = true; ///< the section has no paragraph yet
    bool m_breakBefore = false;
    bool m_onCover = false; ///< the page being written shows no number
    unsigned m_nextId = 1;
    int m_footnotes = 0;
};

/// Text of a run as the children of hp:t; line ends and tabs are elements there.
std::string textContent(const std::string& text);

/// The id of a picture in the package, counted from 0.
std::string pictureId(std::size_t index);

} // namespace naru::reports::hwpx
