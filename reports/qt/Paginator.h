#pragma once

#include "reports/qt/Box.h"
#include "reports/qt/PageStyle.h"
#include "reports/qt/TextSetter.h"

#include <vector>

namespace naru::reports {

/// Breaks strips of boxes into pages.
class Paginator {
public:
    Paginator(const PageStyle& style, std::vector<SetText> footnotes);

    Pages paginate(const std::vector<Strip>& strips);

private:
    void startPage();
    void finishPage();
    void place(const Box& box);
    void putMarks(const Box& box, double y);
    void closeTable();
    /// Height of boxes [from, to) below what stands on the page, with their footnotes.
    [[nodiscard]] double heightOf(const std::vector<Box>& boxes, std::size_t from, std::size_t to, bool top) const;
    [[nodiscard]] double noteHeight(const Box& box) const;

    const PageStyle& m_style;
    std::vector<SetText> m_footnotes;
    Pages m_out;
    const Strip* m_strip = nullptr;
    double m_y = 0;      ///< below the last box, from the top of the content
    double m_after = 0;  ///< distance the last box wants below
    double m_notes = 0;  ///< height of the footnotes of the page
    bool m_empty = true; ///< nothing stands on the page
    std::vector<int> m_pageNotes;
    std::shared_ptr<TableFrame> m_table; ///< of the last box
    std::vector<std::pair<const core::Heading*, PageLink>> m_wanted;
    std::vector<std::size_t> m_wantedPage;
};

} // namespace naru::reports
