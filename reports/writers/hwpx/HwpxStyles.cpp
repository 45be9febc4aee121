#include "reports/writers/hwpx/HwpxStyles.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace naru::reports::hwpx {

namespace {

constexpr std::array kHwpxStyles = {NamedStyle::Normal,   NamedStyle::Heading1, NamedStyle::Heading2,
                                    NamedStyle::Heading3, NamedStyle::Heading4, NamedStyle::Title,
                                    NamedStyle::Caption,  NamedStyle::Note,     NamedStyle::Footnote};
constexpr std::array kLanguages = {"HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER"};
constexpr int kOutlineLevels = 10;
constexpr unsigned kNoCharacterShape = 4294967295U; ///< "as the text", in numberings

struct StyleName {
    const char* korean;
    const char* english;
};

StyleName nameOf(NamedStyle style)
{
    switch (style) {
    case NamedStyle::Heading1:
        return {"개요 1", "Outline 1"};
    case NamedStyle::Heading2:
        return {"개요 2", "Outline 2"};
    case NamedStyle::Heading3:
        return {"개요 3", "Outline 3"};
    case NamedStyle::Heading4:
        return {"개요 4", "Outline 4"};
    case NamedStyle::Title:
        return {"문서 제목", "Title"};
    case NamedStyle::Caption:
        return {"캡션", "Caption"};
    case NamedStyle::Note:
        return {"참고", "Note"};
    case NamedStyle::Footnote:
        return {"각주", "Footnote"};
    default:
        return {"바탕글", "Normal"};
    }
}

template <typename Shape> int indexIn(std::vector<Shape>& shapes, const Shape& shape)
{
    const auto found = std::find(shapes.begin(), shapes.end(), shape);
    if (found != shapes.end())
        return static_cast<int>(found - shapes.begin());
    shapes.push_back(shape);
    return static_cast<int>(shapes.size()) - 1;
}

std::string borderFill(int id, bool lines, const char* fill)
{
    const char* type = lines ? "SOLID" : "NONE";
    std::string out = fmt::format("<hh:borderFill id=\"{}\" threeD=\"0\" shadow=\"0\" centerLine=\"NONE\" breakCellSeparateLine=\"0\">"
                                  "<hh:slash type=\"NONE\" Crooked=\"0\" isCounter=\"0\"/><hh:backSlash type=\"NONE\" Crooked=\"0\" "
                                  "isCounter=\"0\"/>",
                                  id);
    for (const char* side : {"leftBorder", "rightBorder", "topBorder", "bottomBorder"})
        out += fmt::format("<hh:{} type=\"{}\" width=\"0.12 mm\" color=\"{}\"/>", side, type, lines ? "#7F8894" : "#000000");
    out += "<hh:diagonal type=\"SOLID\" width=\"0.1 mm\" color=\"#000000\"/>";
    if (fill != nullptr)
        out += fmt::format("<hc:fillBrush><hc:winBrush faceColor=\"{}\" hatchColor=\"#999999\" alpha=\"0\"/></hc:fillBrush>", fill);
    return out + "</hh:borderFill>";
}

std::string sevenOf(const char* element, int value)
{
    return fmt::format("<hh:{0} hangul=\"{1}\" latin=\"{1}\" hanja=\"{1}\" japanese=\"{1}\" other=\"{1}\" symbol=\"{1}\" user=\"{1}\"/>",
                       element, value);
}

} // namespace

std::string xmlStart()
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>";
}

std::string namespaces()
{
    return " xmlns:ha=\"http://www.hancom.co.kr/hwpml/2011/app\" xmlns:hp=\"http://www.hancom.co.kr/hwpml/2011/paragraph\""
           " xmlns:hp10=\"http://www.hancom.co.kr/hwpml/2016/paragraph\" xmlns:hs=\"http://www.hancom.co.kr/hwpml/2011/section\""
           " xmlns:hc=\"http://www.hancom.co.kr/hwpml/2011/core\" xmlns:hh=\"http://www.hancom.co.kr/hwpml/2011/head\""
           " xmlns:hhs=\"http://www.hancom.co.kr/hwpml/2011/history\" xmlns:hm=\"http://www.hancom.co.kr/hwpml/2011/master-page\""
           " xmlns:hpf=\"http://www.hancom.co.kr/schema/2011/hpf\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:opf=\"http://www.idpf.org/2007/opf/\" xmlns:ooxmlchart=\"http://www.hancom.co.kr/hwpml/2016/ooxmlchart\""
           " xmlns:hwpunitchar=\"http://www.hancom.co.kr/hwpml/2016/HwpUnitChar\" xmlns:epub=\"http://www.idpf.org/2007/ops\""
           " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\"";
}

StyleSheet::StyleSheet()
{
    for (const NamedStyle style : kHwpxStyles) { // the named styles come first, so that 0 is the normal text
        character(characterOf(style));
        paragraph(paragraphOf(style));
    }
}

int StyleSheet::character(const CharacterShape& shape)
{
    return indexIn(m_characters, shape);
}

int StyleSheet::paragraph(const ParagraphShape& shape)
{
    return indexIn(m_paragraphs, shape);
}

CharacterShape StyleSheet::characterOf(NamedStyle style)
{
    switch (style) {
    case NamedStyle::Heading1:
        return {.height = 1600, .face = Face::Dotum, .bold = true};
    case NamedStyle::Heading2:
        return {.height = 1300, .face = Face::Dotum, .bold = true};
    case NamedStyle::Heading3:
        return {.height = 1150, .face = Face::Dotum, .bold = true};
    case NamedStyle::Heading4:
        return {.height = 1050, .face = Face::Dotum, .bold = true};
    case NamedStyle::Title:
        return {.height = 2200, .face = Face::Dotum, .bold = true};
    case NamedStyle::Caption:
        return {.height = 950, .face = Face::Dotum, .bold = true};
    case NamedStyle::Note:
        return {.height = 900, .color = "#4A5563"};
    case NamedStyle::Footnote:
        return {.height = 850};
    default:
        return {};
    }
}

ParagraphShape StyleSheet::paragraphOf(NamedStyle style)
{
    switch (style) {
    case NamedStyle::Heading1:
        return {.align = "LEFT", .before = 2000, .after = 700, .outline = 0, .keepWithNext = true};
    case NamedStyle::Heading2:
        return {.align = "LEFT", .before = 1400, .after = 500, .outline = 1, .keepWithNext = true};
    case NamedStyle::Heading3:
        return {.align = "LEFT", .before = 1000, .after = 400, .outline = 2, .keepWithNext = true};
    case NamedStyle::Heading4:
        return {.align = "LEFT", .before = 800, .after = 300, .outline = 3, .keepWithNext = true};
    case NamedStyle::Title:
        return {.align = "CENTER", .before = 2000, .after = 800, .keepWithNext = true};
    case NamedStyle::Caption:
        return {.align = "LEFT", .before = 700, .after = 200, .keepWithNext = true};
    case NamedStyle::Footnote:
        return {.lineSpacing = 130};
    default:
        return {.after = 400};
    }
}

std::string StyleSheet::header(std::size_t sections) const
{
    return xmlStart() + "<hh:head" + namespaces() + fmt::format(" version=\"1.4\" secCnt=\"{}\">", sections) +
           "<hh:beginNum page=\"1\" footnote=\"1\" endnote=\"1\" pic=\"1\" tbl=\"1\" equation=\"1\"/><hh:refList>" + fonts() + borders() +
           characters() + tabs() + numberings() + paragraphs() + styles() +
           "</hh:refList><hh:compatibleDocument targetProgram=\"HWP201X\"><hh:layoutCompatibility/></hh:compatibleDocument>"
           "<hh:docOption><hh:linkinfo path=\"\" pageInherit=\"0\" footnoteInherit=\"0\"/></hh:docOption>"
           "<hh:trackchageConfig flags=\"56\"/></hh:head>"; // spelled so in the format
}

std::string StyleSheet::fonts() const
{
    // The faces of Hangul word processors, each with one that is found where they are not installed.
    struct Font {
        const char* face;
        const char* fallback;
        const char* family;
    };
    static constexpr std::array kFonts = {Font{"함초롬바탕", "나눔명조", "FCAT_MYEONGJO"}, Font{"함초롬돋움", "나눔고딕", "FCAT_GOTHIC"},
                                          Font{"D2Coding", "나눔고딕코딩", "FCAT_GOTHIC"}};
    std::string out = fmt::format("<hh:fontfaces itemCnt=\"{}\">", kLanguages.size());
    for (const char* language : kLanguages) {
        out += fmt::format("<hh:fontface lang=\"{}\" fontCnt=\"{}\">", language, kFonts.size());
        for (std::size_t i = 0; i < kFonts.size(); ++i)
            out +=
                fmt::format("<hh:font id=\"{}\" face=\"{}\" type=\"TTF\" isEmbedded=\"0\"><hh:substFont face=\"{}\" type=\"TTF\" "
                            "isEmbedded=\"0\" binaryItemIDRef=\"\"/><hh:typeInfo familyType=\"{}\" weight=\"6\" proportion=\"4\" "
                            "contrast=\"0\" strokeVariation=\"1\" armStyle=\"1\" letterform=\"1\" midline=\"1\" xHeight=\"1\"/></hh:font>",
                            i, kFonts[i].face, kFonts[i].fallback, kFonts[i].family);
        out += "</hh:fontface>";
    }
    return out + "</hh:fontfaces>";
}

std::string StyleSheet::borders() const
{
    // The lines above and below the title of a document.
    std::string rules = borderFill(static_cast<int>(Border::TitleRules), false, nullptr);
    for (const char* side : {"<hh:topBorder type=\"", "<hh:bottomBorder type=\""}) {
        const std::string plain = std::string(side) + "NONE\" width=\"0.12 mm\" color=\"#000000\"";
        rules.replace(rules.find(plain), plain.size(), std::string(side) + "SOLID\" width=\"0.7 mm\" color=\"#1F3F78\"");
    }
    return "<hh:borderFills itemCnt=\"5\">" + borderFill(1, false, nullptr) + borderFill(2, true, nullptr) +
           borderFill(3, true, "#E9EEF5") + borderFill(4, false, "#F1F3F6") + rules + "</hh:borderFills>";
}

std::string StyleSheet::characters() const
{
    std::string out = fmt::format("<hh:charProperties itemCnt=\"{}\">", m_characters.size());
    for (std::size_t i = 0; i < m_characters.size(); ++i) {
        const CharacterShape& shape = m_characters[i];
        out += fmt::format("<hh:charPr id=\"{}\" height=\"{}\" textColor=\"{}\" shadeColor=\"none\" useFontSpace=\"0\" useKerning=\"0\" "
                           "symMark=\"NONE\" borderFillIDRef=\"1\">",
                           i, shape.height, shape.color);
        out += sevenOf("fontRef", static_cast<int>(shape.face)) + sevenOf("ratio", 100) + sevenOf("spacing", 0) + sevenOf("relSz", 100) +
               sevenOf("offset", 0);
        out += shape.italic ? "<hh:italic/>" : "";
        out += shape.bold ? "<hh:bold/>" : "";
        out += "<hh:underline type=\"NONE\" shape=\"SOLID\" color=\"#000000\"/><hh:strikeout shape=\"NONE\" color=\"#000000\"/>"
               "<hh:outline type=\"NONE\"/><hh:shadow type=\"NONE\" color=\"#C0C0C0\" offsetX=\"10\" offsetY=\"10\"/>";
        out += shape.superscript ? "<hh:supscript/>" : "";
        out += "</hh:charPr>";
    }
    return out + "</hh:charProperties>";
}

std::string StyleSheet::tabs() const
{
    return fmt::format(
        "<hh:tabProperties itemCnt=\"2\"><hh:tabPr id=\"0\" autoTabLeft=\"0\" autoTabRight=\"0\"/><hh:tabPr id=\"{0}\" autoTabLeft=\"0\" "
        "autoTabRight=\"0\"><hp:switch><hp:case hp:required-namespace=\"http://www.hancom.co.kr/hwpml/2016/HwpUnitChar\"><hh:tabItem "
        "pos=\"{1}\" type=\"RIGHT\" leader=\"DOT\" unit=\"HWPUNIT\"/></hp:case><hp:default><hh:tabItem pos=\"{2}\" type=\"RIGHT\" "
        "leader=\"DOT\"/></hp:default></hp:switch></hh:tabPr></hh:tabProperties>",
        static_cast<int>(Tabs::Contents), contentWidth(false), 2 * contentWidth(false));
}

std::string StyleSheet::numberings() const
{
    // Numbers stand in the text of the headings, as in every other format; the outline itself prints none.
    std::string out = "<hh:numberings itemCnt=\"1\"><hh:numbering id=\"1\" start=\"0\">";
    for (int level = 1; level <= kOutlineLevels; ++level)
        out += fmt::format("<hh:paraHead start=\"1\" level=\"{}\" align=\"LEFT\" useInstWidth=\"0\" autoIndent=\"0\" widthAdjust=\"0\" "
                           "textOffsetType=\"PERCENT\" textOffset=\"0\" numFormat=\"DIGIT\" charPrIDRef=\"{}\" checkable=\"0\"/>",
                           level, kNoCharacterShape);
    return out + "</hh:numbering></hh:numberings>";
}

std::string StyleSheet::paragraphs() const
{
    std::string out = fmt::format("<hh:paraProperties itemCnt=\"{}\">", m_paragraphs.size());
    const auto margins = [](const ParagraphShape& shape, int scale) {
        return fmt::format("<hh:margin><hc:intent value=\"{}\" unit=\"HWPUNIT\"/><hc:left value=\"{}\" unit=\"HWPUNIT\"/><hc:right "
                           "value=\"{}\" unit=\"HWPUNIT\"/><hc:prev value=\"{}\" unit=\"HWPUNIT\"/><hc:next value=\"{}\" "
                           "unit=\"HWPUNIT\"/></hh:margin><hh:lineSpacing type=\"PERCENT\" value=\"{}\" unit=\"HWPUNIT\"/>",
                           shape.intent * scale, shape.left * scale, shape.right * scale, shape.before * scale, shape.after * scale,
                           shape.lineSpacing);
    };
    for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
        const ParagraphShape& shape = m_paragraphs[i];
        out += fmt::format("<hh:paraPr id=\"{}\" tabPrIDRef=\"{}\" condense=\"0\" fontLineHeight=\"0\" snapToGrid=\"1\" "
                           "suppressLineNumbers=\"0\" checked=\"0\"><hh:align horizontal=\"{}\" vertical=\"BASELINE\"/>",
                           i, shape.tab, shape.align);
        out += shape.outline < 0 ? std::string("<hh:heading type=\"NONE\" idRef=\"0\" level=\"0\"/>")
                                 : fmt::format("<hh:heading type=\"OUTLINE\" idRef=\"0\" level=\"{}\"/>", shape.outline);
        out += fmt::format("<hh:breakSetting breakLatinWord=\"{}\" breakNonLatinWord=\"KEEP_WORD\" widowOrphan=\"0\" keepWithNext=\"{}\" "
                           "keepLines=\"0\" pageBreakBefore=\"0\" lineWrap=\"BREAK\"/><hh:autoSpacing eAsianEng=\"0\" eAsianNum=\"0\"/>",
                           "BREAK_WORD", shape.keepWithNext ? 1 : 0);
        // Files of the word processor give lengths twice: plain, and doubled for older readers.
        out += "<hp:switch><hp:case hp:required-namespace=\"http://www.hancom.co.kr/hwpml/2016/HwpUnitChar\">" + margins(shape, 1) +
               "</hp:case><hp:default>" + margins(shape, 2) + "</hp:default></hp:switch>";
        out += fmt::format("<hh:border borderFillIDRef=\"{}\" offsetLeft=\"0\" offsetRight=\"0\" offsetTop=\"0\" offsetBottom=\"0\" "
                           "connect=\"0\" ignoreMargin=\"0\"/></hh:paraPr>",
                           shape.border);
    }
    return out + "</hh:paraProperties>";
}

std::string StyleSheet::styles() const
{
    std::string out = fmt::format("<hh:styles itemCnt=\"{}\">", kHwpxStyles.size());
    for (const NamedStyle style : kHwpxStyles) {
        const auto character = std::find(m_characters.begin(), m_characters.end(), characterOf(style)) - m_characters.begin();
        const auto paragraph = std::find(m_paragraphs.begin(), m_paragraphs.end(), paragraphOf(style)) - m_paragraphs.begin();
        const StyleName name = nameOf(style);
        out += fmt::format("<hh:style id=\"{0}\" type=\"PARA\" name=\"{1}\" engName=\"{2}\" paraPrIDRef=\"{3}\" charPrIDRef=\"{4}\" "
                           "nextStyleIDRef=\"{5}\" langID=\"1042\" lockForm=\"0\"/>",
                           static_cast<int>(style), name.korean, name.english, paragraph, character,
                           style == NamedStyle::Footnote ? static_cast<int>(style) : 0);
    }
    return out + "</hh:styles>";
}

} // namespace naru::reports::hwpx
