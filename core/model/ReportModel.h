#pragma once

#include <string>
#include <variant>
#include <vector>

namespace naru::core {

/// A document without a format: what is said, in which order, and how the parts
/// refer to each other. Writers turn it into HTML, PDF, HWPX, DOCX, XLSX or Markdown.

struct TextRun {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool code = false;
    std::string footnote; ///< text of a footnote that hangs on this run
    std::string refersTo; ///< anchor of a heading, table or figure
};

using Runs = std::vector<TextRun>;

enum class ParagraphStyle {
    Body,
    Lead,   ///< the sentence that says the result
    Note,   ///< how to read it, what was not looked at
    Quote,  ///< official wording; its source stands in the text
    Gap,    ///< a fact that a person must still add
    Source, ///< lines of source code
};

struct Heading {
    int level = 1; ///< 1 to 4
    std::string text;
    std::string anchor;
    bool numbered = true;
};

struct Paragraph {
    Runs runs;
    ParagraphStyle style = ParagraphStyle::Body;
    std::string anchor;  ///< clause id; edits of a person are kept under it
    bool edited = false; ///< the text is a person's
};

struct ListItem {
    Runs runs;
    int level = 0;
};

struct List {
    bool ordered = false;
    std::vector<ListItem> items;
};

enum class Alignment { Start, Center, End };

struct Cell {
    Runs runs;
    int rowSpan = 1;
    int columnSpan = 1;
    bool header = false;
    Alignment alignment = Alignment::Start;
};

struct ReportTable {
    std::string caption;
    std::string anchor;
    std::vector<double> widths; ///< relative; empty: even
    int headerRows = 1;         ///< repeated on every page
    std::vector<std::vector<Cell>> rows;
};

struct Figure {
    std::string svg; ///< one SVG document
    std::string caption;
    std::string alternative; ///< text for those who do not see it
    std::string anchor;
    double width = 160; ///< millimetres
    double height = 90;
};

struct Contents {}; ///< table of contents of all numbered headings
struct PageBreak {};
struct Section { ///< what follows is set on pages of this orientation
    bool landscape = false;
};

using Block = std::variant<Heading, Paragraph, List, ReportTable, Figure, Contents, PageBreak, Section>;

/// A cell of a calculation sheet. A formula (as in a spreadsheet, without the equals sign) also carries the value
/// that it must give, so that it can be read where nothing calculates.
struct SheetCell {
    enum class Kind { Empty, Text, Number, Formula };
    enum class Style { Plain, Header, Title, Note, Total };
    Kind kind = Kind::Empty;
    std::string text;    ///< text, or the value as decimal text
    std::string formula; ///< for Kind::Formula
    std::string format;  ///< number format, e.g. "#,##0"
    Style style = Style::Plain;
};

/// A sheet of a workbook that goes on calculating in the reader's hands.
struct Sheet {
    std::string name;
    std::vector<double> widths; ///< in characters
    int headerRow = 0;          ///< 0-based row of the column titles; frozen and repeated in print; -1: none
    bool filter = false;
    std::vector<std::vector<SheetCell>> rows;
};

/// A text of the document that a person may change. Their words survive every new making of the document.
struct Clause {
    std::string id;
    std::string place;     ///< the heading it stands under
    std::string text;      ///< as it stands in the document
    std::string generated; ///< as it is made from the results
    bool gap = false;      ///< a fact is missing here
    bool edited = false;
    bool changedSince = false; ///< what is made is no longer what the person saw when they changed it
};

struct ReportModel {
    std::string kind;
    std::string language; ///< ko or en
    std::string title;
    std::string subtitle;
    std::string author;
    std::string date;             ///< of the project, never of the clock
    bool cover = false;           ///< a front page of its own, then the contents
    bool onePage = false;         ///< everything is set on a single sheet
    bool officialNumbers = false; ///< headings as in official documents: Ⅰ. 1. 가. 1); else 1, 1.1, 1.1.1
    std::vector<Block> blocks;
    std::vector<Clause> clauses; ///< in the order of the document
    std::vector<Sheet> sheets;   ///< for a spreadsheet; empty: a sheet for each table
};

/// A run of plain text.
inline TextRun plain(std::string text)
{
    return {.text = std::move(text)};
}

} // namespace naru::core
