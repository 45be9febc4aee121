#include "reports/writers/docx/DocxBody.h"

#include "core/base/Markup.h"
#include "reports/writers/docx/DocxParts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace naru::reports::docx {

using namespace naru::core;

namespace {

constexpr int kShortSide = 11906; ///< A4 in twentieths of a point
constexpr int kLongSide = 16838;
constexpr int kPageMargin = 1134; ///< 20 mm
constexpr double kTwipsPerMm = 1440.0 / 25.4;
constexpr double kEmuPerMm = 36000;

constexpr const char* kNamespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                                    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                                    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
                                    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                                    "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

std::string textContent(const std::string& text)
{
    std::string out = "<w:t xml:space=\"preserve\">";
    for (const char c : core::xmlText(text)) {
        if (c == '\n' || c == '\t')
            out += c == '\n' ? "</w:t><w:br/><w:t xml:space=\"preserve\">" : "</w:t><w:tab/><w:t xml:space=\"preserve\">";
        else
            out += c;
    }
    return out + "</w:t>";
}

const char* styleOf(ParagraphStyle style)
{
    static constexpr std::array kNames = {"Normal", "Lead", "Note", "Quote", "Gap", "SourceCode"};
    return kNames.at(static_cast<std::size_t>(style));
}

const char* justification(Alignment alignment)
{
    return alignment == Alignment::End ? "right" : alignment == Alignment::Center ? "center" : "left";
}

} // namespace

Body::Body(const ReportModel& model, FigureRasterizer* rasterizer, PageFacts facts)
    : m_model(model),
      m_rasterizer(rasterizer),
      m_facts(std::move(facts)),
      m_numbers(model)
{
    const auto note = [this](const std::string& anchor) {
        if (!anchor.empty())
            m_bookmarks.emplace(anchor, static_cast<int>(m_bookmarks.size()) + 1);
    };
    for (const Block& block : model.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block))
            note(heading->anchor);
        else if (const auto* table = std::get_if<ReportTable>(&block))
            note(table->anchor);
        else if (const auto* figure = std::get_if<Figure>(&block))
            note(figure->anchor);
    }
}

Result<void> Body::write()
{
    putTitle();
    for (const Block& block : m_model.blocks)
        std::visit([this](const auto& b) { put(b); }, block);
    return m_outcome;
}

std::string Body::document() const
{
    return xmlStart() + fmt::format("<w:document {}><w:body>", kNamespaces) + m_body + sectionProperties() + "</w:body></w:document>";
}

std::string Body::footnotes() const
{
    std::string out = xmlStart() + fmt::format("<w:footnotes {}>", kNamespaces) +
                      "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote "
                      "w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";
    for (std::size_t i = 0; i < m_footnotes.size(); ++i)
        out += fmt::format("<w:footnote w:id=\"{}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr><w:rStyle "
                           "w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>{}</w:p></w:footnote>",
                           i + 1, run(" " + m_footnotes[i]));
    return out + "</w:footnotes>";
}

std::string Body::relations() const
{
    const std::string base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string out = xmlStart() + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    int id = 0;
    for (const char* part : {"styles", "settings", "numbering", "footnotes"})
        out += fmt::format("<Relationship Id=\"rId{0}\" Type=\"{1}{2}\" Target=\"{2}.xml\"/>", ++id, base, part);
    out += fmt::format("<Relationship Id=\"rIdFooter\" Type=\"{}footer\" Target=\"footer1.xml\"/>", base);
    for (std::size_t i = 0; i < m_pictures.size(); ++i)
        out += fmt::format("<Relationship Id=\"rIdImage{0}\" Type=\"{1}image\" Target=\"media/image{0}.png\"/><Relationship "
                           "Id=\"rIdDrawing{0}\" Type=\"{1}image\" Target=\"media/image{0}.svg\"/>",
                           i + 1, base);
    return out + "</Relationships>";
}

int Body::contentWidth() const
{
    return (m_landscape ? kLongSide : kShortSide) - 2 * kPageMargin;
}

std::string Body::sectionProperties() const
{
    const char* cover = m_model.cover && m_firstSection ? "<w:titlePg/>" : ""; // the first page shows no number
    return fmt::format("<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/><w:pgSz w:w=\"{0}\" w:h=\"{1}\"{3}/><w:pgMar "
                       "w:top=\"{2}\" w:right=\"{2}\" w:bottom=\"{2}\" w:left=\"{2}\" w:header=\"567\" w:footer=\"567\" "
                       "w:gutter=\"0\"/>{4}</w:sectPr>",
                       m_landscape ? kLongSide : kShortSide, m_landscape ? kShortSide : kLongSide, kPageMargin,
                       m_landscape ? " w:orient=\"landscape\"" : "", cover);
}

void Body::flow(const std::string& style, const std::string& content, const std::string& more)
{
    m_body += fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>{}{}</w:pPr>{}</w:p>", style, m_breakBefore ? "<w:pageBreakBefore/>" : "",
                          more, content);
    m_breakBefore = false;
}

std::string Body::run(const std::string& text, const std::string& properties)
{
    return "<w:r>" + (properties.empty() ? std::string() : "<w:rPr>" + properties + "</w:rPr>") + textContent(text) + "</w:r>";
}

std::string Body::runs(const Runs& parts)
{
    std::string out;
    for (const TextRun& part : parts) {
        std::string properties;
        if (part.code)
            properties += "<w:rFonts w:ascii=\"D2Coding\" w:hAnsi=\"D2Coding\" w:eastAsia=\"D2Coding\"/>";
        if (part.bold)
            properties += "<w:b/><w:bCs/>";
        if (part.italic)
            properties += "<w:i/><w:iCs/>";
        const bool refers = !part.refersTo.empty();
        const std::string& shown = part.text.empty() && refers ? m_numbers.reference(part.refersTo) : part.text;
        const std::string text = run(shown, properties);
        out += refers && m_bookmarks.contains(part.refersTo)
                   ? fmt::format("<w:hyperlink w:anchor=\"{}\">{}</w:hyperlink>", bookmark(part.refersTo), text)
                   : text;
        if (!part.footnote.empty()) {
            m_footnotes.push_back(part.footnote);
            out += fmt::format("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{}\"/></w:r>",
                               m_footnotes.size());
        }
    }
    return out;
}

std::string Body::bookmark(const std::string& anchor)
{
    return fmt::format("_Toc{:06}", m_bookmarks.at(anchor));
}

std::string Body::marked(const std::string& anchor, const std::string& content)
{
    if (anchor.empty())
        return content;
    return fmt::format("<w:bookmarkStart w:id=\"{0}\" w:name=\"{1}\"/>{2}<w:bookmarkEnd w:id=\"{0}\"/>", m_bookmarks.at(anchor),
                       bookmark(anchor), content);
}

void Body::putTitle()
{
    const std::vector<FrontLine> lines = frontLines(m_model);
    if (!m_model.cover) {
        flow("Title", run(m_model.title));
        std::string text;
        for (const FrontLine& part : lines)
            text += (text.empty() ? "" : "   |   ") + part.label + ": " + part.text;
        return flow("TitleLine", run(text));
    }
    flow("Title", run(m_model.title), "<w:spacing w:before=\"3200\" w:after=\"400\"/>");
    bool first = true;
    for (const FrontLine& part : lines) {
        const bool system = part.text == m_model.subtitle;
        flow("Subtitle",
             run(system         ? "- " + part.text + " -"
                 : part.missing ? part.label + " " + part.text
                                : part.text,
                 part.missing ? "<w:color w:val=\"A8410A\"/>" : ""),
             system || !first ? "" : "<w:spacing w:before=\"4800\" w:after=\"160\"/>");
        first = first && system;
    }
    m_breakBefore = true;
}

std::string Body::caption(const std::string& anchor, const char* sequence, int number, const std::string& label, const std::string& text)
{
    const std::string digits = std::to_string(number);
    const std::string whole = captionText(m_model.language, label, text);
    const std::size_t at = whole.find(digits);
    return marked(anchor, run(whole.substr(0, at)) +
                              fmt::format("<w:fldSimple w:instr=\" SEQ {} \\* ARABIC \">{}</w:fldSimple>", sequence, run(digits)) +
                              run(whole.substr(at + digits.size())));
}

void Body::put(const Heading& heading)
{
    const std::string number = m_numbers.heading(heading);
    flow("Heading" + std::to_string(std::clamp(heading.level, 1, 4)),
         marked(heading.anchor, run(number.empty() ? heading.text : number + " " + heading.text)));
}

void Body::put(const Paragraph& paragraph)
{
    const std::string mark = paragraphMark(m_model.language, paragraph.style);
    const bool strong = paragraph.style == ParagraphStyle::Gap;
    flow(styleOf(paragraph.style), (mark.empty() ? std::string() : run(mark, strong ? "<w:b/><w:bCs/>" : "")) + runs(paragraph.runs),
         mark.empty() || strong ? "" : "<w:ind w:left=\"300\" w:hanging=\"300\"/>");
}

void Body::put(const List& list)
{
    const int id = list.ordered ? kFirstNumberList + m_orderedLists++ : kBulletList;
    for (const ListItem& item : list.items)
        flow("ListItem", runs(item.runs),
             fmt::format("<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/></w:numPr>", std::clamp(item.level, 0, 8), id));
}

void Body::putRow(const TableGrid& grid, std::size_t row, const std::vector<int>& widths, std::vector<const PlacedCell*>& reaching)
{
    m_body += "<w:tr><w:trPr><w:cantSplit w:val=\"0\"/>";
    m_body += row < grid.headerRows() ? "<w:tblHeader/></w:trPr>" : "</w:trPr>";
    for (const PlacedCell& placed : grid.row(row))
        reaching[placed.column] = &placed;
    for (std::size_t column = 0; column < grid.columns();) {
        const PlacedCell& placed = *reaching[column]; // of this row, or one that comes down from above
        int width = 0;
        for (std::size_t i = column; i < column + placed.columnSpan; ++i)
            width += widths[i];
        m_body += fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", width);
        if (placed.columnSpan > 1)
            m_body += fmt::format("<w:gridSpan w:val=\"{}\"/>", placed.columnSpan);
        const bool continues = placed.row != row;
        if (placed.rowSpan > 1)
            m_body += continues ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>";
        if (placed.header)
            m_body += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E9EEF5\"/>";
        m_body += "<w:vAlign w:val=\"center\"/></w:tcPr>";
        const Alignment alignment = placed.cell == nullptr ? Alignment::Start : placed.cell->alignment;
        const bool centred = placed.header && alignment == Alignment::Start;
        flow(placed.header ? "TableHead" : "TableText", placed.cell == nullptr || continues ? std::string() : runs(placed.cell->runs),
             centred ? std::string() : fmt::format("<w:jc w:val=\"{}\"/>", justification(alignment)));
        m_body += "</w:tc>";
        column += placed.columnSpan;
    }
    m_body += "</w:tr>";
}

void Body::put(const ReportTable& table)
{
    if (table.rows.empty())
        return;
    const int number = m_numbers.table(table);
    if (!table.caption.empty())
        flow("Caption", caption(table.anchor, "Table", number, tableLabel(m_model.language, number), table.caption));
    const TableGrid grid(table);
    const std::vector<int> widths = grid.widths(contentWidth());
    m_body += fmt::format("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout "
                          "w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"30\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/><w:bottom "
                          "w:w=\"30\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>",
                          contentWidth());
    for (const int width : widths)
        m_body += fmt::format("<w:gridCol w:w=\"{}\"/>", width);
    m_body += "</w:tblGrid>";
    std::vector<const PlacedCell*> reaching(grid.columns(), nullptr);
    for (std::size_t row = 0; row < grid.rows(); ++row)
        putRow(grid, row, widths, reaching);
    m_body += "</w:tbl>";
    m_body += "<w:p><w:pPr><w:spacing w:after=\"60\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>"; // keeps tables apart
}

void Body::put(const Figure& figure)
{
    const double scale = std::min(1.0, contentWidth() / kTwipsPerMm / std::max(1.0, figure.width)) * std::min(1.0, m_facts.scale);
    const double widthMm = figure.width * scale;
    const double heightMm = figure.height * scale;
    std::string content = run("[" + figure.alternative + "]");
    if (m_rasterizer != nullptr) {
        const auto image = m_rasterizer->rasterize(figure.svg, widthMm, heightMm);
        if (!image) {
            m_outcome = std::unexpected(image.error());
            return;
        }
        m_pictures.push_back(image->png);
        m_drawings.push_back(figure.svg);
        content = fmt::format(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{0}\" cy=\"{1}\"/><wp:docPr "
            "id=\"{2}\" name=\"Figure {2}\" descr=\"{3}\"/><a:graphic><a:graphicData "
            "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{2}\" "
            "name=\"image{2}.png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdImage{2}\"><a:extLst><a:ext "
            "uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\"><asvg:svgBlip "
            "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" "
            "r:embed=\"rIdDrawing{2}\"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/>"
            "</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{0}\" cy=\"{1}\"/></a:xfrm><a:prstGeom "
            "prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
            static_cast<long>(widthMm * kEmuPerMm), static_cast<long>(heightMm * kEmuPerMm), m_pictures.size(),
            core::xmlText(figure.alternative));
    }
    flow("Figure", content);
    const int number = m_numbers.figure(figure);
    flow("FigureCaption", caption(figure.anchor, "Figure", number, figureLabel(m_model.language, number), figure.caption));
}

void Body::put(const Contents&)
{
    flow("TOCHeading", run(contentsTitle(m_model.language)));
    // A field that word processors make anew on demand; until then the entries and pages written here are seen.
    std::string before = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o "
                         "\"1-2\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    for (const Block& block : m_model.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading == nullptr || !heading->numbered || heading->level > 2)
            continue;
        std::string text = run(m_numbers.heading(*heading) + " " + heading->text);
        if (const auto page = m_facts.headings.find(heading); page != m_facts.headings.end() && !heading->anchor.empty())
            text += "<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGEREF " +
                    bookmark(heading->anchor) + " \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
                    run(std::to_string(page->second)) + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        flow("TOC" + std::to_string(heading->level),
             before + (heading->anchor.empty()
                           ? text
                           : fmt::format("<w:hyperlink w:anchor=\"{}\">{}</w:hyperlink>", bookmark(heading->anchor), text)));
        before.clear();
    }
    flow("Normal", before + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
    m_breakBefore = m_model.cover;
}

void Body::put(const PageBreak&)
{
    m_breakBefore = true;
}

void Body::put(const Section& section)
{
    if (section.landscape == m_landscape)
        return;
    // The properties of a section stand in its last paragraph, which is kept too small to see.
    m_body +=
        "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>" + sectionProperties() + "</w:pPr></w:p>";
    m_landscape = section.landscape;
    m_firstSection = false;
    m_breakBefore = false;
}

} // namespace naru::reports::docx
