#include "reports/qt/Paginator.h"

#include <algorithm>

namespace naru::reports {

namespace {

constexpr double kAboveNotes = 12; ///< room for the line between text and footnotes

Mark moved(const Mark& mark, QPointF by)
{
    Mark out = mark;
    std::visit(
        [by](auto& one) {
            using Kind = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<Kind, TextMark>) {
                one.at += by;
            } else if constexpr (std::is_same_v<Kind, LineMark>) {
                one.from += by;
                one.to += by;
            } else {
                one.area.translate(by);
            }
        },
        out);
    return out;
}

double headerHeight(const TableFrame& frame)
{
    double height = 0;
    for (const Box& box : frame.header)
        height += box.height;
    return height;
}

} // namespace

Paginator::Paginator(const PageStyle& style, std::vector<SetText> footnotes) : m_style(style), m_footnotes(std::move(footnotes)) {}

double Paginator::noteHeight(const Box& box) const
{
    double height = 0;
    for (const int note : box.footnotes)
        height += m_footnotes[static_cast<std::size_t>(note - 1)].height();
    return height;
}

double Paginator::heightOf(const std::vector<Box>& boxes, std::size_t from, std::size_t to, bool top) const
{
    double height = 0;
    double after = top ? 0 : m_after;
    double notes = 0;
    for (std::size_t i = from; i < to; ++i) {
        if (!(top && i == from))
            height += std::max(after, boxes[i].before);
        height += boxes[i].height;
        after = boxes[i].after;
        notes += noteHeight(boxes[i]);
    }
    if (notes > 0 && m_notes <= 0)
        notes += kAboveNotes;
    return height + notes;
}

Pages Paginator::paginate(const std::vector<Strip>& strips)
{
    for (const Strip& strip : strips) {
        m_strip = &strip;
        startPage();
        const double room = m_style.content(strip.landscape).height();
        for (std::size_t i = 0; i < strip.boxes.size();) {
            std::size_t end = i + 1; // one past what must stand together
            while (end < strip.boxes.size() && strip.boxes[end - 1].keepWithNext && !strip.boxes[end].breakBefore)
                ++end;
            // What can never stand together goes box by box.
            double extra = 0;
            if (strip.boxes[i].table && strip.boxes[i].table == m_table)
                extra = headerHeight(*strip.boxes[i].table);
            if (heightOf(strip.boxes, i, end, true) + extra > room)
                end = i + 1;
            const bool fits = m_y + heightOf(strip.boxes, i, end, m_empty) + m_notes <= room + 0.01;
            if (!m_empty && (!fits || strip.boxes[i].breakBefore)) {
                const std::shared_ptr<TableFrame> table = strip.boxes[i].table;
                const bool goesOn = table && table == m_table;
                closeTable();
                finishPage();
                startPage();
                if (goesOn) {
                    for (const Box& header : table->header)
                        place(header);
                    if (table->header.empty())
                        m_out.pages.back().marks.emplace_back(
                            moved(LineMark{{0, 0}, {table->width, 0}, paper::kLine}, m_style.content(strip.landscape).topLeft()));
                }
            }
            for (; i < end; ++i)
                place(strip.boxes[i]);
        }
        finishPage();
    }
    for (std::size_t i = 0; i < m_wanted.size(); ++i) {
        auto& [heading, link] = m_wanted[i];
        const auto found = m_out.headings.find(heading);
        link.page = found == m_out.headings.end() ? 1 : found->second;
        m_out.pages[m_wantedPage[i]].links.push_back(link);
    }
    return std::move(m_out);
}

void Paginator::startPage()
{
    m_out.pages.push_back({.landscape = m_strip->landscape, .numbered = m_strip->numbered, .marks = {}, .links = {}});
    m_y = 0;
    m_after = 0;
    m_notes = 0;
    m_empty = true;
    m_pageNotes.clear();
    m_table.reset();
}

/// The outer line below the last row of a table that goes on overleaf.
void Paginator::closeTable()
{
    if (!m_table)
        return;
    const QPointF corner = m_style.content(m_strip->landscape).topLeft();
    m_out.pages.back().marks.emplace_back(
        LineMark{{corner.x(), corner.y() + m_y}, {corner.x() + m_table->width, corner.y() + m_y}, paper::kLine});
}

void Paginator::place(const Box& box)
{
    if (!m_empty || m_strip->numbered == false) // a cover also keeps the distance at its top
        m_y += std::max(m_after, box.before);
    putMarks(box, m_y);
    const int number = static_cast<int>(m_out.pages.size());
    if (box.heading != nullptr)
        m_out.headings[box.heading] = number;
    if (box.paragraph != nullptr)
        m_out.paragraphs[box.paragraph] = number;
    if (box.block >= 0 && m_out.pages.back().firstBlock < 0)
        m_out.pages.back().firstBlock = box.block;
    if (box.leadsTo != nullptr) {
        const QRectF room = m_style.content(m_strip->landscape);
        double right = room.left();
        for (const Mark& mark : box.marks)
            if (const auto* text = std::get_if<TextMark>(&mark))
                right = room.left() + text->at.x() + text->text->lineAt(text->line).naturalTextWidth();
        m_wanted.push_back({box.leadsTo, {QRectF(right, room.top() + m_y, 0, box.height), 1}});
        m_wantedPage.push_back(m_out.pages.size() - 1);
    }
    const double notes = noteHeight(box);
    if (notes > 0)
        m_notes += notes + (m_notes <= 0 ? kAboveNotes : 0);
    m_pageNotes.insert(m_pageNotes.end(), box.footnotes.begin(), box.footnotes.end());
    m_y += box.height;
    m_after = box.after;
    m_empty = false;
    m_table = box.table;
}

void Paginator::putMarks(const Box& box, double y)
{
    const QPointF corner = m_style.content(m_strip->landscape).topLeft() + QPointF(0, y);
    for (const Mark& mark : box.marks)
        m_out.pages.back().marks.push_back(moved(mark, corner));
}

void Paginator::finishPage()
{
    if (m_pageNotes.empty())
        return;
    const QRectF room = m_style.content(m_strip->landscape);
    double y = room.bottom() - m_notes + kAboveNotes;
    m_out.pages.back().marks.emplace_back(LineMark{{room.left(), y - 5}, {room.left() + room.width() / 3, y - 5}, paper::kSoft});
    for (const int number : m_pageNotes) {
        const SetText& note = m_footnotes[static_cast<std::size_t>(number - 1)];
        for (int line = 0; line < note.lines(); ++line)
            m_out.pages.back().marks.emplace_back(TextMark{note.layout, line, {room.left(), y + line * note.lineHeight}});
        y += note.height();
    }
}

} // namespace naru::reports
