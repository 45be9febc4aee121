#pragma once

#include <string>
#include <vector>

namespace naru::reports::hwpx {

/// Lengths in HWPX are HWPUNIT: 1/7200 inch, 100 to the point.
constexpr int kPaperWidth = 59528; ///< A4
constexpr int kPaperHeight = 84188;
constexpr int kSideMargin = 8504;
constexpr int kTopMargin = 5668;
constexpr int kEdgeMargin = 4252; ///< bottom, header and footer
constexpr double kUnitsPerMm = 7200.0 / 25.4;

constexpr int contentWidth(bool landscape)
{
    return (landscape ? kPaperHeight : kPaperWidth) - 2 * kSideMargin;
}

enum class Face { Batang, Dotum, Code };

struct CharacterShape {
    int height = 1000;
    Face face = Face::Batang;
    std::string color = "#000000";
    bool bold = false;
    bool italic = false;
    bool superscript = false;
    friend bool operator==(const CharacterShape&, const CharacterShape&) = default;
};

struct ParagraphShape {
    std::string align = "JUSTIFY";
    int left = 0;
    int right = 0;
    int intent = 0; ///< of the first line
    int before = 0;
    int after = 0;
    int lineSpacing = 160; ///< percent
    int outline = -1;      ///< level of an outline heading from 0; -1: none
    bool keepWithNext = false;
    int tab = 0; ///< index of the tab properties
    int border = 1;
    friend bool operator==(const ParagraphShape&, const ParagraphShape&) = default;
};

/// Ids of the border and fill definitions, as written.
enum class Border { None = 1, Cell = 2, HeaderCell = 3, Shade = 4, TitleRules = 5 };

/// Ids of the tab stops: none, and one at the right edge of an upright page with dots before it.
enum class Tabs { None = 0, Contents = 1 };

/// Ids of the named styles, as written.
enum class NamedStyle { Normal, Heading1, Heading2, Heading3, Heading4, Title, Caption, Note, Footnote };

/// Shapes of characters and paragraphs in the order in which a document first needs them; header.xml is written
/// from what was asked for, so no reference can dangle and every count is true.
class StyleSheet {
public:
    StyleSheet();

    int character(const CharacterShape& shape);
    int paragraph(const ParagraphShape& shape);

    static CharacterShape characterOf(NamedStyle style);
    static ParagraphShape paragraphOf(NamedStyle style);

    /// header.xml for a document of `sections` sections.
    [[nodiscard]] std::string header(std::size_t sections) const;

private:
    [[nodiscard]] std::string fonts() const;
    [[nodiscard]] std::string borders() const;
    [[nodiscard]] std::string characters() const;
    [[nodiscard]] std::string tabs() const;
    [[nodiscard]] std::string numberings() const;
    [[nodiscard]] std::string paragraphs() const;
    [[nodiscard]] std::string styles() const;

    std::vector<CharacterShape> m_characters;
    std::vector<ParagraphShape> m_paragraphs;
};

/// XML declaration and the namespaces that Hancom expects on every root.
std::string xmlStart();
std::string namespaces();

} // namespace naru::reports::hwpx
