#include "reports/writers/hwpx/HwpxBody.h"

#include "core/base/Markup.h"

#include <fmt/format.h>

#include <algorithm>

namespace naru::reports::hwpx {

using namespace naru::core;

namespace {

constexpr int kCellSide = 510;
constexpr int kCellEdge = 141;
constexpr int kLineHeight = 1600; ///< least height of a table row

constexpr const char* kSubList = "<hp:subList id=\"\" textDirection=\"HORIZONTAL\" lineWrap=\"BREAK\" vertAlign=\"{}\" linkListIDRef=\"0\" "
                                 "linkListNextIDRef=\"0\" textWidth=\"0\" textHeight=\"0\" hasTextRef=\"0\" hasNumRef=\"0\">";

std::string subList(const char* vertical)
{
    return fmt::format(fmt::runtime(kSubList), vertical);
}

constexpr const char* kColumns = "<hp:ctrl><hp:colPr id=\"\" type=\"NEWSPAPER\" layout=\"LEFT\" colCount=\"1\" sameSz=\"1\" "
                                 "sameGap=\"0\"/></hp:ctrl>";
constexpr const char* kPageNumber = "<hp:ctrl><hp:pageNum pos=\"BOTTOM_CENTER\" formatType=\"DIGIT\" sideChar=\"-\"/></hp:ctrl>";

constexpr const char* kNoNumberHere = "<hp:ctrl><hp:pageHiding hideHeader=\"0\" hideFooter=\"0\" hideMasterPage=\"0\" "
                                      "hideBorder=\"0\" hideFill=\"0\" hidePageNum=\"1\"/></hp:ctrl>";

const char* horizontal(Alignment alignment)
{
    return alignment == Alignment::End ? "RIGHT" : alignment == Alignment::Center ? "CENTER" : "LEFT";
}

} // namespace

std::string textContent(const std::string& text)
{
    std::string out;
    for (const char c : core::xmlText(text)) {
        if (c == '\n')
            out += "<hp:lineBreak/>";
        else if (c == '\t')
            out += "<hp:tab width=\"4000\" leader=\"0\" type=\"1\"/>";
        else
            out += c;
    }
    return out;
}

std::string pictureId(std::size_t index)
{
    return "image" + std::to_string(index + 1);
}

Body::Body(const ReportModel& model, FigureRasterizer* rasterizer, PageFacts facts)
    : m_model(model),
      m_rasterizer(rasterizer),
      m_facts(std::move(facts)),
      m_numbers(model)
{
}

int Body::scaled(int length) const
{
    return m_facts.scale >= 1 ? length : static_cast<int>(length * m_facts.scale);
}

Result<void> Body::write()
{
    startSection(false);
    putTitle();
    for (const Block& block : m_model.blocks)
        std::visit([this](const auto& b) { put(b); }, block);
    endSection();
    return m_outcome;
}

Body::Look Body::lookOf(NamedStyle style)
{
    return {style, StyleSheet::paragraphOf(style), StyleSheet::characterOf(style)};
}

Body::Look Body::lookOf(ParagraphStyle style)
{
    Look look = lookOf(style == ParagraphStyle::Note ? NamedStyle::Note : NamedStyle::Normal);
    switch (style) {
    case ParagraphStyle::Lead:
        look.character = {.height = 1100, .face = Face::Dotum, .bold = true};
        break;
    case ParagraphStyle::Quote:
        look.paragraph.left = 1500;
        look.paragraph.right = 1500;
        break;
    case ParagraphStyle::Gap:
        look.paragraph.left = 1000;
        look.character.color = "#A8410A";
        break;
    case ParagraphStyle::Source:
        look.paragraph.align = "LEFT";
        look.paragraph.border = static_cast<int>(Border::Shade);
        look.character = {.height = 900, .face = Face::Code};
        break;
    default:
        break;
    }
    return look;
}

void Body::startSection(bool landscape)
{
    m_landscape = landscape;
    m_fresh = true;
    m_breakBefore = false;
    m_section = xmlStart() + "<hs:sec" + namespaces() + ">";
}

void Body::endSection()
{
    if (m_fresh) // a section needs a paragraph that carries its page setting
        flow(lookOf(NamedStyle::Normal), {});
    m_sections.push_back(m_section + "</hs:sec>");
}

std::string Body::pageSetting() const
{
    const auto note = [](const char* place, const char* noteLine) {
        return fmt::format("<hp:autoNumFormat type=\"DIGIT\" userChar=\"\" prefixChar=\"\" suffixChar=\")\" supscript=\"0\"/>"
                           "<hp:noteLine length=\"{}\" type=\"SOLID\" width=\"0.12 mm\" color=\"#000000\"/><hp:noteSpacing "
                           "betweenNotes=\"283\" belowLine=\"567\" aboveLine=\"850\"/><hp:numbering type=\"CONTINUOUS\" newNum=\"1\"/>"
                           "<hp:placement place=\"{}\" beneathText=\"0\"/>",
                           noteLine, place);
    };
    std::string out =
        fmt::format("<hp:secPr id=\"\" textDirection=\"HORIZONTAL\" spaceColumns=\"1134\" tabStop=\"8000\" tabStopVal=\"4000\" "
                    "tabStopUnit=\"HWPUNIT\" outlineShapeIDRef=\"1\" memoShapeIDRef=\"0\" textVerticalWidthHead=\"0\" "
                    "masterPageCnt=\"0\"><hp:grid lineGrid=\"0\" charGrid=\"0\" wonggojiFormat=\"0\"/><hp:startNum pageStartsOn=\"BOTH\" "
                    "page=\"0\" pic=\"0\" tbl=\"0\" equation=\"0\"/><hp:visibility hideFirstHeader=\"0\" hideFirstFooter=\"0\" "
                    "hideFirstMasterPage=\"0\" border=\"SHOW_ALL\" fill=\"SHOW_ALL\" hideFirstPageNum=\"0\" hideFirstEmptyLine=\"0\" "
                    "showLineNumber=\"0\"/><hp:lineNumberShape restartType=\"0\" countBy=\"0\" distance=\"0\" startNumber=\"0\"/>"
                    // the size is always that of the upright sheet; NARROWLY turns it
                    "<hp:pagePr landscape=\"{}\" width=\"{}\" height=\"{}\" gutterType=\"LEFT_ONLY\"><hp:margin header=\"{}\" "
                    "footer=\"{}\" gutter=\"0\" left=\"{}\" right=\"{}\" top=\"{}\" bottom=\"{}\"/></hp:pagePr>",
                    m_landscape ? "NARROWLY" : "WIDELY", kPaperWidth, kPaperHeight, kEdgeMargin, kEdgeMargin, kSideMargin, kSideMargin,
                    kTopMargin, kEdgeMargin);
    out += "<hp:footNotePr>" + note("EACH_COLUMN", "-1") + "</hp:footNotePr>";
    out += "<hp:endNotePr>" + note("END_OF_DOCUMENT", "14692344") + "</hp:endNotePr>";
    for (const char* type : {"BOTH", "EVEN", "ODD"})
        out += fmt::format("<hp:pageBorderFill type=\"{}\" borderFillIDRef=\"1\" textBorder=\"PAPER\" headerInside=\"0\" "
                           "footerInside=\"0\" fillArea=\"PAPER\"><hp:offset left=\"1417\" right=\"1417\" top=\"1417\" "
                           "bottom=\"1417\"/></hp:pageBorderFill>",
                           type);
    return out + "</hp:secPr>";
}

std::string Body::paragraph(const Look& wanted, const std::string& runs, const char* pageBreak)
{
    Look look = wanted;
    look.character.height = scaled(look.character.height);
    look.paragraph.before = scaled(look.paragraph.before);
    look.paragraph.after = scaled(look.paragraph.after);
    const int character = m_styles.character(look.character);
    return fmt::format("<hp:p id=\"{}\" paraPrIDRef=\"{}\" styleIDRef=\"{}\" pageBreak=\"{}\" columnBreak=\"0\" merged=\"0\">{}</hp:p>",
                       m_nextId++, m_styles.paragraph(look.paragraph), static_cast<int>(look.style), pageBreak,
                       runs.empty() ? fmt::format("<hp:run charPrIDRef=\"{}\"/>", character) : runs);
}

void Body::flow(const Look& look, const std::string& content)
{
    std::string first;
    if (m_fresh)
        first = fmt::format("<hp:run charPrIDRef=\"0\">{}{}</hp:run><hp:run charPrIDRef=\"0\">{}{}</hp:run>", pageSetting(), kColumns,
                            kPageNumber, m_onCover ? kNoNumberHere : "");
    m_onCover = false;
    const char* pageBreak = m_breakBefore && !m_fresh ? "1" : "0";
    m_section += paragraph(look, first + content, pageBreak);
    m_fresh = false;
    m_breakBefore = false;
}

std::string Body::run(const std::string& text, const CharacterShape& wanted)
{
    CharacterShape shape = wanted;
    shape.height = scaled(shape.height);
    return fmt::format("<hp:run charPrIDRef=\"{}\"><hp:t>{}</hp:t></hp:run>", m_styles.character(shape), textContent(text));
}

std::string Body::footnote(const std::string& text)
{
    const int number = ++m_footnotes;
    const Look look = lookOf(NamedStyle::Footnote);
    const int character = m_styles.character(look.character);
    const std::string content =
        fmt::format("<hp:run charPrIDRef=\"{}\"><hp:ctrl><hp:autoNum num=\"{}\" numType=\"FOOTNOTE\"><hp:autoNumFormat type=\"DIGIT\" "
                    "userChar=\"\" prefixChar=\"\" suffixChar=\")\" supscript=\"0\"/></hp:autoNum></hp:ctrl><hp:t> {}</hp:t></hp:run>",
                    character, number, textContent(text));
    return fmt::format("<hp:run charPrIDRef=\"0\"><hp:ctrl><hp:footNote number=\"{}\" suffixChar=\"41\" instId=\"{}\">", number,
                       m_nextId++) +
           subList("TOP") + paragraph(look, content) + "</hp:subList></hp:footNote></hp:ctrl></hp:run>";
}

std::string Body::runs(const Runs& parts, const CharacterShape& base)
{
    std::string out;
    for (const TextRun& part : parts) {
        CharacterShape shape = base;
        shape.bold = shape.bold || part.bold;
        shape.italic = shape.italic || part.italic;
        if (part.code)
            shape.face = Face::Code;
        const std::string& shown = part.text.empty() && !part.refersTo.empty() ? m_numbers.reference(part.refersTo) : part.text;
        out += run(shown, shape);
        if (!part.footnote.empty())
            out += footnote(part.footnote);
    }
    return out;
}

void Body::flowMarked(Look look, const std::string& mark, const std::string& content, int left)
{
    // About as wide as the mark: a Hangul or symbol cell is as wide as the type is high, others half of it.
    const int hang = static_cast<int>(look.character.height * (mark.size() > 2 ? 1.5 : 1.0));
    look.paragraph.left = left + scaled(hang);
    look.paragraph.intent = -scaled(hang);
    flow(look, run(mark, look.character) + content);
}

void Body::put(const Heading& heading)
{
    const Look look = lookOf(static_cast<NamedStyle>(std::clamp(heading.level, 1, 4)));
    const std::string number = m_numbers.heading(heading);
    flow(look, run(number.empty() ? heading.text : number + " " + heading.text, look.character));
}

void Body::put(const Paragraph& paragraph)
{
    const Look look = lookOf(paragraph.style);
    const std::string mark = paragraphMark(m_model.language, paragraph.style);
    const std::string content = runs(paragraph.runs, look.character);
    if (mark.empty())
        flow(look, content);
    else if (paragraph.style == ParagraphStyle::Gap) {
        CharacterShape strong = look.character;
        strong.bold = true;
        flow(look, run(mark, strong) + content);
    } else
        flowMarked(look, mark, content, 0);
}

void Body::put(const List& list)
{
    std::vector<int> counters;
    for (const ListItem& item : list.items) {
        const auto level = static_cast<std::size_t>(std::clamp(item.level, 0, 8));
        counters.resize(level + 1);
        const std::string mark = (list.ordered ? std::to_string(++counters[level]) + "." : listMark(m_model.language, item.level)) + " ";
        Look look = lookOf(NamedStyle::Normal);
        look.paragraph.after = 150;
        flowMarked(look, mark, runs(item.runs, look.character), scaled(800 + 1400 * static_cast<int>(level)));
    }
}

std::string Body::cell(const PlacedCell& placed, const std::vector<int>& widths)
{
    int width = 0;
    for (std::size_t i = placed.column; i < placed.column + placed.columnSpan; ++i)
        width += widths[i];
    Look look;
    look.character = {.height = 900, .face = Face::Dotum, .bold = placed.header};
    const Alignment alignment = placed.cell == nullptr ? Alignment::Start : placed.cell->alignment;
    look.paragraph = {.align = placed.header && alignment == Alignment::Start ? "CENTER" : horizontal(alignment), .lineSpacing = 130};
    const std::string content = placed.cell == nullptr ? std::string() : runs(placed.cell->runs, look.character);
    const int height = kLineHeight * static_cast<int>(placed.rowSpan);
    return fmt::format("<hp:tc name=\"\" header=\"{}\" hasMargin=\"0\" protect=\"0\" editable=\"0\" dirty=\"0\" borderFillIDRef=\"{}\">",
                       placed.header ? 1 : 0, static_cast<int>(placed.header ? Border::HeaderCell : Border::Cell)) +
           subList("CENTER") + paragraph(look, content) +
           fmt::format("</hp:subList><hp:cellAddr colAddr=\"{}\" rowAddr=\"{}\"/><hp:cellSpan colSpan=\"{}\" rowSpan=\"{}\"/><hp:cellSz "
                       "width=\"{}\" height=\"{}\"/><hp:cellMargin left=\"{}\" right=\"{}\" top=\"{}\" bottom=\"{}\"/></hp:tc>",
                       placed.column, placed.row, placed.columnSpan, placed.rowSpan, width, height, kCellSide, kCellSide, kCellEdge,
                       kCellEdge);
}

void Body::put(const ReportTable& table)
{
    if (table.rows.empty())
        return;
    const Look caption = lookOf(NamedStyle::Caption);
    if (!table.caption.empty())
        flow(caption,
             run(captionText(m_model.language, tableLabel(m_model.language, m_numbers.table(table)), table.caption), caption.character));
    const TableGrid grid(table);
    const int total = contentWidth(m_landscape);
    const std::vector<int> widths = grid.widths(total);
    std::string out = fmt::format(
        "<hp:run charPrIDRef=\"0\"><hp:tbl id=\"{}\" zOrder=\"{}\" numberingType=\"TABLE\" textWrap=\"TOP_AND_BOTTOM\" "
        "textFlow=\"BOTH_SIDES\" lock=\"0\" dropcapstyle=\"None\" pageBreak=\"CELL\" repeatHeader=\"{}\" rowCnt=\"{}\" colCnt=\"{}\" "
        "cellSpacing=\"0\" borderFillIDRef=\"{}\" noAdjust=\"0\"><hp:sz width=\"{}\" widthRelTo=\"ABSOLUTE\" height=\"{}\" "
        "heightRelTo=\"ABSOLUTE\" protect=\"0\"/><hp:pos treatAsChar=\"0\" affectLSpacing=\"0\" flowWithText=\"1\" allowOverlap=\"0\" "
        "holdAnchorAndSO=\"0\" vertRelTo=\"PARA\" horzRelTo=\"COLUMN\" vertAlign=\"TOP\" horzAlign=\"LEFT\" vertOffset=\"0\" "
        "horzOffset=\"0\"/><hp:outMargin left=\"0\" right=\"0\" top=\"0\" bottom=\"600\"/><hp:inMargin left=\"{}\" right=\"{}\" "
        "top=\"{}\" bottom=\"{}\"/>",
        m_nextId, m_nextId, grid.headerRows() > 0 ? 1 : 0, grid.rows(), grid.columns(), static_cast<int>(Border::Cell), total,
        kLineHeight * static_cast<int>(grid.rows()), kCellSide, kCellSide, kCellEdge, kCellEdge);
    ++m_nextId;
    for (std::size_t row = 0; row < grid.rows(); ++row) {
        out += "<hp:tr>";
        for (const PlacedCell& placed : grid.row(row))
            out += cell(placed, widths);
        out += "</hp:tr>";
    }
    Look anchor = lookOf(NamedStyle::Normal);
    anchor.paragraph = {.lineSpacing = 100};
    flow(anchor, out + "</hp:tbl><hp:t/></hp:run>");
}

void Body::put(const Figure& figure)
{
    const Look caption = lookOf(NamedStyle::Caption);
    const std::string title = captionText(m_model.language, figureLabel(m_model.language, m_numbers.figure(figure)), figure.caption);
    const double scale =
        std::min(1.0, contentWidth(m_landscape) / kUnitsPerMm / std::max(1.0, figure.width)) * std::min(1.0, m_facts.scale);
    const double widthMm = figure.width * scale;
    const double heightMm = figure.height * scale;
    Look centre = lookOf(NamedStyle::Normal);
    centre.paragraph = {.align = "CENTER", .before = 500, .keepWithNext = true};
    if (m_rasterizer == nullptr) {
        flow(centre, run("[" + figure.alternative + "]", centre.character));
    } else {
        const auto image = m_rasterizer->rasterize(figure.svg, widthMm, heightMm);
        if (!image) {
            m_outcome = std::unexpected(image.error());
            return;
        }
        m_pictures.push_back(image->png);
        const int width = static_cast<int>(widthMm * kUnitsPerMm);
        const int height = static_cast<int>(heightMm * kUnitsPerMm);
        const std::string unit = "<hc:{} e1=\"1\" e2=\"0\" e3=\"0\" e4=\"0\" e5=\"1\" e6=\"0\"/>";
        std::string out = fmt::format(
            "<hp:run charPrIDRef=\"0\"><hp:pic id=\"{0}\" zOrder=\"{0}\" numberingType=\"PICTURE\" textWrap=\"TOP_AND_BOTTOM\" "
            "textFlow=\"BOTH_SIDES\" lock=\"0\" dropcapstyle=\"None\" href=\"\" groupLevel=\"0\" instid=\"{0}\" reverse=\"0\"><hp:offset "
            "x=\"0\" y=\"0\"/><hp:orgSz width=\"{1}\" height=\"{2}\"/><hp:curSz width=\"{1}\" height=\"{2}\"/><hp:flip horizontal=\"0\" "
            "vertical=\"0\"/><hp:rotationInfo angle=\"0\" centerX=\"{3}\" centerY=\"{4}\" rotateimage=\"1\"/><hp:renderingInfo>",
            m_nextId++, width, height, width / 2, height / 2);
        for (const char* matrix : {"transMatrix", "scaMatrix", "rotMatrix"})
            out += fmt::format(fmt::runtime(unit), matrix);
        out += fmt::format(
            "</hp:renderingInfo><hc:img binaryItemIDRef=\"{0}\" bright=\"0\" contrast=\"0\" effect=\"REAL_PIC\" alpha=\"0\"/><hp:imgRect>"
            "<hc:pt0 x=\"0\" y=\"0\"/><hc:pt1 x=\"{1}\" y=\"0\"/><hc:pt2 x=\"{1}\" y=\"{2}\"/><hc:pt3 x=\"0\" y=\"{2}\"/></hp:imgRect>"
            "<hp:imgClip left=\"0\" right=\"{3}\" top=\"0\" bottom=\"{4}\"/><hp:inMargin left=\"0\" right=\"0\" top=\"0\" bottom=\"0\"/>"
            "<hp:imgDim dimwidth=\"{3}\" dimheight=\"{4}\"/><hp:effects/><hp:sz width=\"{1}\" widthRelTo=\"ABSOLUTE\" height=\"{2}\" "
            "heightRelTo=\"ABSOLUTE\" protect=\"0\"/><hp:pos treatAsChar=\"1\" affectLSpacing=\"0\" flowWithText=\"1\" allowOverlap=\"0\" "
            "holdAnchorAndSO=\"0\" vertRelTo=\"PARA\" horzRelTo=\"COLUMN\" vertAlign=\"TOP\" horzAlign=\"LEFT\" vertOffset=\"0\" "
            "horzOffset=\"0\"/><hp:outMargin left=\"0\" right=\"0\" top=\"0\" bottom=\"0\"/><hp:shapeComment>{5}</hp:shapeComment></hp:pic>"
            "<hp:t/></hp:run>",
            pictureId(m_pictures.size() - 1), width, height, image->width * 75, image->height * 75, core::xmlText(figure.alternative));
        flow(centre, out);
    }
    Look below = caption;
    below.paragraph = {.align = "CENTER", .before = 200, .after = 700};
    flow(below, run(title, below.character));
}

void Body::put(const PageBreak&)
{
    m_breakBefore = true;
}

void Body::put(const Section& section)
{
    if (section.landscape == m_landscape)
        return;
    if (m_fresh && m_sections.empty()) { // nothing stands before it
        m_landscape = section.landscape;
        return;
    }
    endSection();
    startSection(section.landscape);
}

} // namespace naru::reports::hwpx
