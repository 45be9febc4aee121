#include "reports/qt/StripBuilder.h"

#include "reports/qt/TableSetter.h"

#include <QSvgRenderer>

#include <algorithm>
#include <array>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr double kPointsPerMm = 72.0 / 25.4;
constexpr int kContentsLevels = 2;
constexpr double kWholeForm = 0.7; ///< of a page: forms up to there are not divided

double fromMm(double millimetres)
{
    return millimetres * kPointsPerMm;
}

/// Ahead of what the box holds, so that the text of a page is read in its order.
void putBefore(Box& box, TextMark mark)
{
    box.marks.insert(box.marks.begin(), std::move(mark));
}

struct HeadingLook {
    double size;
    double before;
    double after;
};
constexpr std::array<HeadingLook, 4> kHeadings = {HeadingLook{16, 26, 9}, {13, 18, 6}, {11.5, 12, 4}, {10.5, 9, 3}};

} // namespace

StripBuilder::StripBuilder(const ReportModel& model, const PageStyle& style, std::function<bool()> cancelled)
    : m_model(model),
      m_style(style),
      m_cancelled(std::move(cancelled)),
      m_numbers(model),
      m_setter(style, m_numbers)
{
}

std::vector<Strip> StripBuilder::build()
{
    if (m_model.cover)
        putCover();
    startStrip(false);
    if (!m_model.cover)
        putTitleBlock();
    for (std::size_t i = 0; i < m_model.blocks.size(); ++i) {
        if (m_cancelled && m_cancelled())
            break;
        m_block = static_cast<int>(i);
        std::visit([this](const auto& block) { put(block); }, m_model.blocks[i]);
    }
    std::erase_if(m_strips, [](const Strip& strip) { return strip.boxes.empty(); });
    return std::move(m_strips);
}

std::vector<SetText> StripBuilder::footnotes()
{
    std::vector<SetText> out;
    const std::vector<std::string> texts = m_setter.footnotes(); // setting one may not add to the list it goes through
    for (std::size_t i = 0; i < texts.size(); ++i)
        out.push_back(m_setter.set(std::to_string(i + 1) + ") " + texts[i], {.size = 8.5, .colour = paper::kSoft, .spacing = 1.3},
                                   m_style.content(false).width()));
    return out;
}

void StripBuilder::startStrip(bool landscape)
{
    m_strips.push_back({.landscape = landscape, .numbered = true, .boxes = {}});
    m_break = false;
}

Box& StripBuilder::add(Box box)
{
    box.breakBefore = m_break;
    m_break = false;
    box.block = m_block;
    m_block = -1;
    m_strips.back().boxes.push_back(std::move(box));
    return m_strips.back().boxes.back();
}

void StripBuilder::addLines(const SetText& text, double x, double before, double after, bool keepWithNext)
{
    const int count = text.lines();
    for (int line = 0; line < count; ++line) {
        Box box{.before = line == 0 ? before : 0, .height = text.lineHeight, .after = line == count - 1 ? after : 0};
        box.marks.emplace_back(TextMark{text.layout, line, {x, 0}});
        box.keepWithNext = line == count - 1 ? keepWithNext : line == 0 || line == count - 2;
        if (line == 0)
            box.footnotes = text.footnotes;
        add(std::move(box));
    }
}

void StripBuilder::putCover()
{
    startStrip(false);
    m_strips.back().numbered = false;
    const double wide = width();
    const double high = m_style.content(false).height();
    const auto rule = [&](double y, double thick) {
        Box box{.before = y, .height = 4};
        box.marks.emplace_back(LineMark{{0, 2}, {wide, 2}, paper::kAccent, thick});
        add(std::move(box));
    };
    rule(high * 0.2, 2.4);
    const TextLook title{.size = 26, .bold = true, .alignment = Qt::AlignHCenter, .spacing = 1.4};
    addLines(m_setter.set(m_model.title, title, wide), 0, 22, 0);
    if (!m_model.subtitle.empty())
        addLines(m_setter.set("- " + m_model.subtitle + " -", {.size = 15, .alignment = Qt::AlignHCenter}, wide), 0, 8, 22);
    rule(m_model.subtitle.empty() ? 22 : 0, 1);
    bool first = true;
    for (const FrontLine& line : frontLines(m_model)) {
        if (line.text == m_model.subtitle)
            continue; // stands below the title already
        TextLook look{.size = 14, .bold = !line.missing, .colour = line.missing ? paper::kGap : paper::kInk, .alignment = Qt::AlignHCenter};
        addLines(m_setter.set(line.missing ? line.label + " " + line.text : line.text, look, wide), 0, first ? high * 0.32 : 10, 0);
        first = false;
    }
}

void StripBuilder::putTitleBlock()
{
    const double wide = width();
    const auto rule = [&](double before, double after, double thick) {
        Box box{.before = scaled(before), .height = 3, .after = scaled(after), .keepWithNext = true};
        box.marks.emplace_back(LineMark{{0, 1.5}, {wide, 1.5}, paper::kAccent, thick});
        add(std::move(box));
    };
    rule(0, 5, 2);
    addLines(m_setter.set(m_model.title, {.size = 20, .bold = true, .alignment = Qt::AlignHCenter, .spacing = 1.35}, wide), 0, 0, 0, true);
    rule(5, 6, 0.8);
    std::string line;
    bool missing = false;
    for (const FrontLine& part : frontLines(m_model)) {
        line += (line.empty() ? "" : "   |   ") + part.label + ": " + part.text;
        missing = missing || part.missing;
    }
    addLines(m_setter.set(line, {.size = 9.5, .colour = paper::kSoft, .alignment = Qt::AlignRight}, wide), 0, 0, scaled(8));
}

void StripBuilder::put(const Heading& heading)
{
    const HeadingLook& look = kHeadings.at(static_cast<std::size_t>(std::clamp(heading.level, 1, 4) - 1));
    const std::string number = m_numbers.heading(heading);
    const SetText text = m_setter.set(
        number.empty() ? heading.text : number + " " + heading.text,
        {.size = look.size, .bold = true, .colour = heading.level == 1 ? paper::kAccent : paper::kInk, .spacing = 1.4}, width());
    const std::size_t first = m_strips.back().boxes.size();
    addLines(text, 0, scaled(look.before), scaled(look.after), true);
    for (std::size_t i = first; i < m_strips.back().boxes.size(); ++i)
        m_strips.back().boxes[i].keepWithNext = true;
    if (first < m_strips.back().boxes.size())
        m_strips.back().boxes[first].heading = &heading;
}

void StripBuilder::put(const Paragraph& paragraph)
{
    TextLook look{.size = m_style.body, .spacing = m_style.lineSpacing};
    double left = 0;
    double right = 0;
    switch (paragraph.style) {
    case ParagraphStyle::Lead:
        look.size = m_style.body + 1;
        look.bold = true;
        break;
    case ParagraphStyle::Note:
        look.size = m_style.note;
        look.colour = paper::kSoft;
        look.spacing = 1.4;
        break;
    case ParagraphStyle::Gap:
        look.colour = paper::kGap;
        break;
    case ParagraphStyle::Quote:
        left = right = 14;
        break;
    case ParagraphStyle::Source:
        look.monospace = true;
        look.size = m_style.note;
        break;
    case ParagraphStyle::Body:
        break;
    }
    const std::string mark = paragraphMark(m_model.language, paragraph.style);
    const std::size_t first = m_strips.back().boxes.size();
    if (mark.empty() || paragraph.style == ParagraphStyle::Gap) {
        Runs runs = paragraph.runs;
        if (!mark.empty())
            runs.insert(runs.begin(), TextRun{.text = mark, .bold = true});
        addLines(m_setter.set(runs, look, width() - left - right), left, 0, scaled(6));
    } else { // what follows a mark hangs beside it
        const SetText sign = m_setter.set(mark, look, width());
        const double indent = sign.layout->lineAt(0).naturalTextWidth() + scaled(4);
        addLines(m_setter.set(paragraph.runs, look, width() - indent), indent, 0, scaled(6));
        if (first < m_strips.back().boxes.size())
            putBefore(m_strips.back().boxes[first], TextMark{sign.layout, 0, {0, 0}});
    }
    if (first < m_strips.back().boxes.size())
        m_strips.back().boxes[first].paragraph = &paragraph;
}

void StripBuilder::put(const List& list)
{
    std::array<int, 9> counters{};
    const TextLook look{.size = m_style.body, .spacing = m_style.lineSpacing};
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const ListItem& item = list.items[i];
        const auto level = static_cast<std::size_t>(std::clamp(item.level, 0, 8));
        const int number = ++counters.at(level);
        std::fill(counters.begin() + static_cast<std::ptrdiff_t>(level) + 1, counters.end(), 0);
        const double left = scaled(10 + 14.0 * static_cast<double>(level));
        const double hang = scaled(14);
        const SetText mark =
            m_setter.set(list.ordered ? std::to_string(number) + "." : listMark(m_model.language, item.level), look, scaled(40));
        const std::size_t first = m_strips.back().boxes.size();
        addLines(m_setter.set(item.runs, look, width() - left - hang), left + hang, 0, scaled(i + 1 == list.items.size() ? 7 : 2));
        if (first < m_strips.back().boxes.size())
            putBefore(m_strips.back().boxes[first], TextMark{mark.layout, 0, {left, 0}});
    }
}

void StripBuilder::put(const ReportTable& table)
{
    if (table.rows.empty())
        return;
    const std::string caption = captionText(m_model.language, tableLabel(m_model.language, m_numbers.table(table)), table.caption);
    if (!table.caption.empty())
        addLines(m_setter.set(caption, {.size = m_style.table, .bold = true}, width()), 0, scaled(8), scaled(2), true);
    const double room = m_style.content(m_strips.back().landscape).height();
    std::vector<Box> rows = setTable(table, m_setter, m_style, width(), room * 0.3);
    if (!rows.empty())
        rows.back().after = scaled(9);
    double height = 0;
    for (const Box& row : rows)
        height += row.height;
    if (table.headerRows == 0 && height < room * kWholeForm) // a form is read as one
        for (std::size_t i = 0; i + 1 < rows.size(); ++i)
            rows[i].keepWithNext = true;
    for (Box& row : rows)
        add(std::move(row));
}

void StripBuilder::put(const Figure& figure)
{
    auto drawing = std::make_shared<QSvgRenderer>(QByteArray(figure.svg.data(), static_cast<qsizetype>(figure.svg.size())));
    const QRectF room = m_style.content(m_strips.back().landscape);
    QSizeF size(fromMm(figure.width), fromMm(figure.height));
    if (m_model.onePage)
        size *= m_style.scale;
    if (size.width() > room.width() || size.height() > room.height() * 0.8)
        size.scale(room.width(), room.height() * 0.8, Qt::KeepAspectRatio);
    Box box{.before = scaled(6), .height = size.height(), .after = scaled(2), .keepWithNext = true};
    if (drawing->isValid()) {
        drawing->setAspectRatioMode(Qt::KeepAspectRatio);
        box.marks.emplace_back(DrawingMark{std::move(drawing), QRectF(QPointF((width() - size.width()) / 2, 0), size)});
    }
    add(std::move(box));
    addLines(m_setter.set(captionText(m_model.language, figureLabel(m_model.language, m_numbers.figure(figure)), figure.caption),
                          {.size = m_style.table, .bold = true, .alignment = Qt::AlignHCenter}, width()),
             0, 0, scaled(10));
}

void StripBuilder::put(const Contents&)
{
    addLines(m_setter.set(contentsTitle(m_model.language), {.size = 16, .bold = true, .alignment = Qt::AlignHCenter}, width()), 0, 4,
             scaled(10), true);
    for (const Block& block : m_model.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading == nullptr || !heading->numbered || heading->level > kContentsLevels)
            continue;
        const bool top = heading->level == 1;
        const double left = scaled(14.0 * (heading->level - 1));
        const SetText text = m_setter.set(m_numbers.heading(*heading) + " " + heading->text,
                                          {.size = m_style.body, .bold = top, .spacing = 1.45}, width() - left - 46);
        const std::size_t first = m_strips.back().boxes.size();
        addLines(text, left, top ? scaled(4) : 0, 0);
        if (m_strips.back().boxes.size() > first)
            m_strips.back().boxes.back().leadsTo = heading;
    }
    m_break = m_model.cover; // the text begins on a page of its own
}

void StripBuilder::put(const PageBreak&)
{
    m_break = true;
}

void StripBuilder::put(const Section& section)
{
    if (section.landscape != m_strips.back().landscape)
        startStrip(section.landscape);
}

void StripBuilder::numberContents(Pages& pages)
{
    const PageStyle& style = m_style;
    for (Page& page : pages.pages) {
        for (PageLink& link : page.links) {
            const QRectF room = style.content(page.landscape);
            const SetText number =
                m_setter.set(std::to_string(link.page), {.size = style.body, .alignment = Qt::AlignRight, .spacing = 1.45}, 40);
            page.marks.emplace_back(TextMark{number.layout, 0, {room.right() - 40, link.area.top()}});
            const double base = link.area.top() + link.area.height() * 0.72;
            const double from = link.area.left() + 5;
            const double to = room.right() - number.layout->lineAt(0).naturalTextWidth() - 5;
            if (to > from)
                page.marks.emplace_back(LineMark{{from, base}, {to, base}, paper::kSoft, 0.7, true});
            link.area.setLeft(room.left());
            link.area.setRight(room.right());
        }
    }
}

} // namespace naru::reports
