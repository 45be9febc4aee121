#include "reports/writers/docx/DocxParts.h"

#include "core/base/Markup.h"
#include "reports/writers/Numbering.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace naru::reports::docx {

namespace {

constexpr const char* kWord = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

struct DocxStyle {
    const char* id;
    const char* name;
    const char* based;
    const char* paragraph; ///< content of pPr
    const char* run;       ///< content of rPr
};

constexpr std::array kDocxStyles = {
    DocxStyle{"Heading1", "heading 1", "Normal", "<w:keepNext/><w:spacing w:before=\"400\" w:after=\"140\"/><w:outlineLvl w:val=\"0\"/>",
              "<w:b/><w:bCs/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"},
    DocxStyle{"Heading2", "heading 2", "Normal", "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"100\"/><w:outlineLvl w:val=\"1\"/>",
              "<w:b/><w:bCs/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>"},
    DocxStyle{"Heading3", "heading 3", "Normal", "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/><w:outlineLvl w:val=\"2\"/>",
              "<w:b/><w:bCs/><w:sz w:val=\"23\"/><w:szCs w:val=\"23\"/>"},
    DocxStyle{"Heading4", "heading 4", "Normal", "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/><w:outlineLvl w:val=\"3\"/>",
              "<w:b/><w:bCs/>"},
    DocxStyle{"Title", "Title", "Normal",
              "<w:pBdr><w:top w:val=\"single\" w:sz=\"16\" w:space=\"8\" w:color=\"1F3F78\"/><w:bottom w:val=\"single\" w:sz=\"16\" "
              "w:space=\"8\" w:color=\"1F3F78\"/></w:pBdr><w:spacing w:before=\"120\" w:after=\"160\"/><w:jc w:val=\"center\"/>",
              "<w:b/><w:bCs/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>"},
    DocxStyle{"Subtitle", "Subtitle", "Normal", "<w:spacing w:after=\"160\"/><w:jc w:val=\"center\"/>",
              "<w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"},
    DocxStyle{"TitleLine", "Title Line", "Normal", "<w:spacing w:after=\"160\"/><w:jc w:val=\"right\"/>",
              "<w:color w:val=\"3E4855\"/><w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>"},
    DocxStyle{"Lead", "Lead", "Normal", "", "<w:b/><w:bCs/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>"},
    DocxStyle{"Note", "Note", "Normal", "", "<w:color w:val=\"4A5563\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"},
    DocxStyle{"Quote", "Quote", "Normal", "<w:ind w:left=\"300\" w:right=\"300\"/>", "<w:color w:val=\"333D4A\"/>"},
    DocxStyle{"Gap", "Gap", "Normal",
              "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"6\" w:color=\"A8410A\"/></w:pBdr><w:ind w:left=\"200\"/>",
              "<w:color w:val=\"A8410A\"/>"},
    DocxStyle{"SourceCode", "Source Code", "Normal", "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F1F3F6\"/>",
              "<w:rFonts w:ascii=\"D2Coding\" w:hAnsi=\"D2Coding\" w:eastAsia=\"D2Coding\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"},
    DocxStyle{"Caption", "caption", "Normal", "<w:keepNext/><w:spacing w:before=\"140\" w:after=\"40\"/>",
              "<w:b/><w:bCs/><w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>"},
    DocxStyle{"Figure", "Figure", "Normal", "<w:keepNext/><w:spacing w:before=\"100\" w:after=\"40\"/><w:jc w:val=\"center\"/>", ""},
    DocxStyle{"FigureCaption", "Figure Caption", "Normal", "<w:spacing w:before=\"40\" w:after=\"140\"/><w:jc w:val=\"center\"/>",
              "<w:b/><w:bCs/><w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>"},
    DocxStyle{"TableText", "Table Text", "Normal", "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
              "<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>"},
    DocxStyle{"TableHead", "Table Head", "TableText", "<w:keepNext/><w:jc w:val=\"center\"/>", "<w:b/><w:bCs/>"},
    DocxStyle{"ListItem", "List Item", "Normal", "<w:spacing w:after=\"40\"/>", ""},
    DocxStyle{"FootnoteText", "footnote text", "Normal", "<w:spacing w:after=\"0\"/>", "<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>"},
    DocxStyle{"Footer", "footer", "Normal", "<w:jc w:val=\"center\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"},
    DocxStyle{"TOCHeading", "TOC Heading", "Normal", "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"100\"/>",
              "<w:b/><w:bCs/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>"},
    DocxStyle{"TOC1", "toc 1", "Normal",
              "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9638\"/></w:tabs><w:spacing w:after=\"20\"/>", ""},
    DocxStyle{"TOC2", "toc 2", "Normal",
              "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9638\"/></w:tabs><w:spacing w:after=\"20\"/><w:ind w:left=\"240\"/>",
              ""},
};

/// The properties of a run with its type at a part of its size.
std::string sized(std::string run, double scale)
{
    if (scale >= 1)
        return run;
    for (const char* name : {"<w:sz w:val=\"", "<w:szCs w:val=\""})
        if (const std::size_t found = run.find(name); found != std::string::npos) {
            const std::size_t from = found + std::string_view(name).size();
            const std::size_t to = run.find('"', from);
            run.replace(from, to - from, std::to_string(std::max(8, static_cast<int>(std::atoi(run.c_str() + from) * scale))));
        }
    return run;
}

} // namespace

std::string xmlStart()
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
}

std::string contentTypes()
{
    const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    std::string out = xmlStart() +
                      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
                      "ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Default "
                      "Extension=\"svg\" ContentType=\"image/svg+xml\"/>";
    struct Part {
        const char* name;
        const char* type;
    };
    for (const Part& part : {Part{"document", "document.main"}, Part{"styles", "styles"}, Part{"settings", "settings"},
                             Part{"numbering", "numbering"}, Part{"footnotes", "footnotes"}, Part{"footer1", "footer"}})
        out += fmt::format("<Override PartName=\"/word/{}.xml\" ContentType=\"{}{}+xml\"/>", part.name, word, part.type);
    return out + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                 "<Override PartName=\"/docProps/app.xml\" "
                 "ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>";
}

std::string packageRelations()
{
    return xmlStart() +
           "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
           "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
           "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
           "Target=\"docProps/core.xml\"/><Relationship Id=\"rId3\" "
           "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" "
           "Target=\"docProps/app.xml\"/></Relationships>";
}

std::string coreProperties(const core::ReportModel& model)
{
    std::string out =
        xmlStart() +
        fmt::format("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>"
                    "<dc:creator>{}</dc:creator><dc:language>{}</dc:language>",
                    core::xmlText(model.title), core::xmlText(model.subtitle), core::xmlText(model.author), model.language);
    if (model.date.size() == 10)
        for (const char* name : {"created", "modified"})
            out += fmt::format("<dcterms:{0} xsi:type=\"dcterms:W3CDTF\">{1}T00:00:00Z</dcterms:{0}>", name, core::xmlText(model.date));
    return out + "</cp:coreProperties>";
}

std::string appProperties()
{
    return xmlStart() + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                        "<Application>Naru</Application></Properties>";
}

std::string stylesXml(const std::string& language, double scale)
{
    const auto half = [scale](double points) { return std::max(8, static_cast<int>(points * 2 * scale)); };
    std::string out =
        xmlStart() +
        fmt::format("<w:styles {0}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Malgun Gothic\" w:hAnsi=\"Malgun Gothic\" "
                    "w:eastAsia=\"맑은 고딕\" w:cs=\"Malgun Gothic\"/><w:sz w:val=\"{2}\"/><w:szCs w:val=\"{2}\"/><w:lang w:val=\"{1}\" "
                    "w:eastAsia=\"ko-KR\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"100\" w:line=\"300\" "
                    "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
                    "w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style><w:style w:type=\"character\" w:default=\"1\" "
                    "w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>",
                    kWord, language == "ko" ? "ko-KR" : "en-US", half(10));
    for (const DocxStyle& style : kDocxStyles)
        out += fmt::format("<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"{}\"/><w:qFormat/>"
                           "<w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>",
                           style.id, style.name, style.based, style.paragraph, sized(style.run, scale));
    out +=
        "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign "
        "w:val=\"superscript\"/></w:rPr></w:style>"
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" "
        "w:type=\"dxa\"/></w:tblPr></w:style><w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn "
        "w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>";
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        out += fmt::format("<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"7F8894\"/>", side);
    return out + "</w:tblBorders></w:tblPr></w:style></w:styles>";
}

std::string settingsXml()
{
    return xmlStart() + fmt::format("<w:settings {}><w:defaultTabStop w:val=\"800\"/><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote "
                                    "w:id=\"0\"/></w:footnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
                                    "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>",
                                    kWord);
}

std::string footerXml()
{
    return xmlStart() +
           fmt::format("<w:ftr {}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">- </w:t></w:r>"
                       "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE "
                       "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r>"
                       "<w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t xml:space=\"preserve\"> -</w:t></w:r></w:p></w:ftr>",
                       kWord);
}

std::string numberingXml(const std::string& language, int orderedLists)
{
    constexpr int kLevels = 9;
    std::string out = xmlStart() + fmt::format("<w:numbering {}>", kWord);
    for (int kind = 0; kind < 2; ++kind) {
        out += fmt::format("<w:abstractNum w:abstractNumId=\"{}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>", kind);
        for (int level = 0; level < kLevels; ++level) {
            const std::string mark = kind == 1 ? fmt::format("%{}.", level + 1) : listMark(language, level);
            out += fmt::format("<w:lvl w:ilvl=\"{}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{}\"/><w:lvlText w:val=\"{}\"/><w:lvlJc "
                               "w:val=\"left\"/><w:pPr><w:ind w:left=\"{}\" w:hanging=\"300\"/></w:pPr></w:lvl>",
                               level, kind == 1 ? "decimal" : "bullet", mark, 300 * (level + 1));
        }
        out += "</w:abstractNum>";
    }
    out += fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"0\"/></w:num>", kBulletList);
    for (int i = 0; i < orderedLists; ++i)
        out += fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
                           "</w:lvlOverride></w:num>",
                           kFirstNumberList + i);
    return out + "</w:numbering>";
}

} // namespace naru::reports::docx
