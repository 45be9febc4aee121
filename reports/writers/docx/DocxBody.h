#pragma once

#include "core/model/ReportModel.h"
#include "reports/writers/FigureRasterizer.h"
#include "reports/writers/Numbering.h"
#include "reports/writers/PageSource.h"
#include "reports/writers/TableGrid.h"

#include <map>
#include <string>
#include <vector>

namespace naru::reports::docx {

/// Writes the blocks of a report as the body of word/document.xml, with the footnotes and pictures it needs.
class Body {
public:
    Body(const core::ReportModel& model, FigureRasterizer* rasterizer, PageFacts facts);

    /// Errors: those of the rasterizer.
    core::Result<void> write();

    [[nodiscard]] std::string document() const;
    [[nodiscard]] std::string footnotes() const;
    [[nodiscard]] std::string relations() const;
    [[nodiscard]] const std::vector<std::string>& pictures() const { return m_pictures; }
    /// The drawings as SVG, one for each picture.
    [[nodiscard]] const std::vector<std::string>& drawings() const { return m_drawings; }
    [[nodiscard]] int orderedLists() const { return m_orderedLists; }

private:
    void put(const core::Heading& heading);
    void put(const core::Paragraph& paragraph);
    void put(const core::List& list);
    void put(const core::ReportTable& table);
    void put(const core::Figure& figure);
    void put(const core::Contents& contents);
    void put(const core::PageBreak& pageBreak);
    void put(const core::Section& section);
    void putTitle();
    void putRow(const TableGrid& grid, std::size_t row, const std::vector<int>& widths, std::vector<const PlacedCell*>& reaching);

    void flow(const std::string& style, const std::string& content, const std::string& more = {});
    std::string runs(const core::Runs& runs);
    static std::string run(const std::string& text, const std::string& properties = {});
    /// `content` inside a bookmark for the anchor, so that references reach it.
    std::string marked(const std::string& anchor, const std::string& content);
    std::string bookmark(const std::string& anchor);
    /// A caption whose number is a field of the word processor.
    std::string caption(const std::string& anchor, const char* sequence, int number, const std::string& label, const std::string& text);
    std::string sectionProperties() const;
    [[nodiscard]] int contentWidth() const; ///< twentieths of a point

    const core::ReportModel& m_model;
    FigureRasterizer* m_rasterizer;
    PageFacts m_facts;
    Numbering m_numbers;
    std::string m_body;
    std::vector<std::string> m_footnotes;
    std::vector<std::string> m_pictures;
    std::vector<std::string> m_drawings;
    std::map<std::string, int> m_bookmarks; ///< anchor -> number of its bookmark
    core::Result<void> m_outcome;
    int m_orderedLists = 0;
    bool m_landscape = false;
    bool m_firstSection = true;
    bool m_breakBefore = false;
};

} // namespace naru::reports::docx
