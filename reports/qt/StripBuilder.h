#pragma once

#include "core/model/ReportModel.h"
#include "reports/qt/Box.h"
#include "reports/qt/TextSetter.h"
#include "reports/writers/Numbering.h"

#include <functional>
#include <vector>

namespace naru::reports {

/// Turns the blocks of a report into boxes, from top to bottom.
class StripBuilder {
public:
    StripBuilder(const core::ReportModel& model, const PageStyle& style, std::function<bool()> cancelled);

    std::vector<Strip> build();
    /// The set footnotes, as wide as an upright page; their number is the index plus one.
    std::vector<SetText> footnotes();
    /// Prints the numbers of the pages on the lines of the contents, and makes the lines lead there.
    void numberContents(Pages& pages);

private:
    void put(const core::Heading& heading);
    void put(const core::Paragraph& paragraph);
    void put(const core::List& list);
    void put(const core::ReportTable& table);
    void put(const core::Figure& figure);
    void put(const core::Contents& contents);
    void put(const core::PageBreak& pageBreak);
    void put(const core::Section& section);

    void putCover();
    void putTitleBlock();
    void startStrip(bool landscape);
    Box& add(Box box);
    /// The lines of a text as boxes; its first and last lines stay together in pairs.
    void addLines(const SetText& text, double x, double before, double after, bool keepWithNext = false);
    [[nodiscard]] double width() const { return m_style.content(m_strips.back().landscape).width(); }
    [[nodiscard]] double scaled(double length) const { return length * m_style.scale; }

    const core::ReportModel& m_model;
    const PageStyle& m_style;
    std::function<bool()> m_cancelled;
    Numbering m_numbers;
    TextSetter m_setter;
    std::vector<Strip> m_strips;
    bool m_break = false;
    int m_block = -1;
};

} // namespace naru::reports
