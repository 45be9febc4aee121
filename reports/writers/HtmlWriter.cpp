#include "reports/writers/HtmlWriter.h"

#include "core/base/Markup.h"
#include "reports/writers/Numbering.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr const char* kStyle = R"css(
:root{--ink:#1c2430;--soft:#5a6675;--line:#c9d0d9;--accent:#1f5fa8;--head:#eef2f7;--gap:#b3470b;--paper:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e4e8ee;--soft:#a7b1bf;--line:#47515f;--accent:#7db3ee;--head:#2a323d;--gap:#f0a060;--paper:#1b2028}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:2rem 1.5rem 4rem;color:var(--ink);background:var(--paper);
 font:1rem/1.65 "Noto Sans KR","Malgun Gothic","NanumGothic",sans-serif;word-break:keep-all;overflow-wrap:anywhere}
header{border-bottom:3px solid var(--accent);margin-bottom:2rem;padding-bottom:1rem}
header dl{margin:.4rem 0;color:var(--soft)}header dl div{display:flex;gap:.6rem}dt::after{content:":"}dd{margin:0}dd.missing{color:var(--gap)}
h1{font-size:1.9rem;line-height:1.3;margin:.3rem 0}
h2{font-size:1.4rem;margin:2.6rem 0 .8rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}
h3{font-size:1.15rem;margin:1.8rem 0 .6rem}h4,h5{font-size:1rem;margin:1.4rem 0 .4rem}
nav ol{list-style:none;padding-left:0}nav li.l2{padding-left:1.4rem}nav li.l3,nav li.l4{padding-left:2.8rem}
ul.ko{list-style-type:"○ "}ul.ko ul{list-style-type:"- "}
a{color:var(--accent);text-decoration:none}a:hover,a:focus{text-decoration:underline}
.lead{font-size:1.12rem;font-weight:600}.note{color:var(--soft);font-size:.93rem}
.gap{border-left:4px solid var(--gap);padding-left:.8rem;color:var(--gap)}
blockquote{margin:.8rem 0;padding:.1rem 1rem;border-left:4px solid var(--line);color:var(--soft)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.4rem 0 1.4rem;font-size:.93rem}
caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{border:1px solid var(--line);padding:.35rem .55rem;vertical-align:top;text-align:left;white-space:pre-line}
th{background:var(--head)}.end{text-align:right;font-variant-numeric:tabular-nums}.center{text-align:center}
figure{margin:1.2rem 0;background:#fff;color:#1c2430}figure svg{max-width:100%;height:auto}figcaption{font-weight:600;background:var(--paper);color:var(--ink)}
code,pre{font-family:"D2Coding","NanumGothicCoding",monospace;font-size:.9em}pre{background:var(--head);padding:.6rem;overflow-x:auto}
.footnotes{border-top:1px solid var(--line);margin-top:3rem;font-size:.9rem}
@page{size:A4;margin:20mm 18mm}@page wide{size:A4 landscape}
.wide{page:wide}
@media print{:root{--ink:#000;--soft:#333;--line:#888;--accent:#000;--head:#eee;--gap:#000;--paper:#fff}
 body{max-width:none;padding:0;font-size:10pt}h2,h3,h4{break-after:avoid}tr,figure{break-inside:avoid}thead{display:table-header-group}
 .break{break-before:page}nav{break-after:page}header.cover{break-after:page;padding-top:20vh;text-align:center}header.cover div{justify-content:center}.scroll{overflow:visible}}
)css";

class HtmlPage {
public:
    explicit HtmlPage(const ReportModel& model) : m_model(model), m_numbers(model) {}

    std::string write()
    {
        add("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, "
            "initial-scale=1\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
            m_model.language, core::xmlText(m_model.title), kStyle);
        add("<header class=\"{}\">\n<h1>{}</h1>\n<dl>\n", m_model.cover ? "cover" : "head", core::xmlText(m_model.title));
        for (const FrontLine& line : frontLines(m_model))
            add("<div><dt>{}</dt><dd{}>{}</dd></div>\n", core::xmlText(line.label), line.missing ? " class=\"missing\"" : "",
                core::xmlText(line.text));
        add("</dl>\n</header>\n<main>\n");
        for (const Block& block : m_model.blocks)
            std::visit([this](const auto& b) { put(b); }, block);
        if (m_wide)
            add("</div>\n");
        add("</main>\n");
        putFootnotes();
        add("</body>\n</html>\n");
        return std::move(m_out);
    }

private:
    template <typename... Args> void add(fmt::format_string<Args...> pattern, Args&&... args)
    {
        fmt::format_to(std::back_inserter(m_out), pattern, std::forward<Args>(args)...);
    }

    /// The anchor as a name that HTML allows: without blanks.
    static std::string named(const std::string& anchor)
    {
        std::string name = anchor;
        std::ranges::replace_if(name, [](unsigned char c) { return c <= ' '; }, '-');
        return core::xmlText(name);
    }

    /// Of the first with that name; a clause can stand in two chapters.
    std::string id(const std::string& anchor)
    {
        return anchor.empty() || !m_ids.insert(anchor).second ? std::string() : fmt::format(" id=\"{}\"", named(anchor));
    }

    std::string inlineText(const Runs& runs)
    {
        std::string out;
        for (const TextRun& run : runs) {
            std::string text = core::xmlText(run.text);
            if (!run.refersTo.empty()) {
                const std::string number = m_numbers.reference(run.refersTo);
                text = fmt::format("<a href=\"#{}\">{}</a>", named(run.refersTo), run.text.empty() ? core::xmlText(number) : text);
            }
            if (run.code)
                text = "<code>" + text + "</code>";
            if (run.bold)
                text = "<strong>" + text + "</strong>";
            if (run.italic)
                text = "<em>" + text + "</em>";
            out += text;
            if (!run.footnote.empty()) {
                m_footnotes.push_back(run.footnote);
                const std::size_t n = m_footnotes.size();
                out += fmt::format("<sup><a id=\"fnref{0}\" href=\"#fn{0}\">{0}</a></sup>", n);
            }
        }
        return out;
    }

    void put(const Heading& heading)
    {
        const int level = heading.level + 1; // the title is the h1
        const std::string number = m_numbers.heading(heading);
        add("<h{0}{1}>{2}{3}{4}</h{0}>\n", level, id(anchorOf(heading)), number, number.empty() ? "" : " ", core::xmlText(heading.text));
    }

    std::string anchorOf(const Heading& heading) const
    {
        return heading.anchor.empty() && heading.numbered ? "h" + m_numbers.heading(heading) : heading.anchor;
    }

    void put(const Paragraph& paragraph)
    {
        const std::string mark = core::xmlText(paragraphMark(m_model.language, paragraph.style));
        const std::string text =
            (paragraph.style == ParagraphStyle::Gap ? "<strong>" + mark + "</strong>" : mark) + inlineText(paragraph.runs);
        const std::string anchor = id(paragraph.anchor);
        switch (paragraph.style) {
        case ParagraphStyle::Body:
            return add("<p{}>{}</p>\n", anchor, text);
        case ParagraphStyle::Lead:
            return add("<p class=\"lead\"{}>{}</p>\n", anchor, text);
        case ParagraphStyle::Note:
            return add("<p class=\"note\"{}>{}</p>\n", anchor, text);
        case ParagraphStyle::Gap:
            return add("<p class=\"gap\"{}>{}</p>\n", anchor, text);
        case ParagraphStyle::Quote:
            return add("<blockquote{}><p>{}</p></blockquote>\n", anchor, text);
        case ParagraphStyle::Source:
            return add("<pre{}>{}</pre>\n", anchor, text);
        }
    }

    /// Nested lists: a deeper item opens a list inside the item before it.
    void put(const List& list)
    {
        const char* tag = list.ordered ? "ol" : "ul";
        int depth = -1;
        for (const ListItem& item : list.items) {
            if (item.level > depth) {
                for (; depth < item.level; ++depth)
                    add("<{}{}>{}", tag, !list.ordered && m_model.language == "ko" ? " class=\"ko\"" : "",
                        depth + 1 < item.level ? "<li>" : "");
            } else {
                for (; depth > item.level; --depth)
                    add("</li></{}>", tag);
                add("</li>");
            }
            add("<li>{}", inlineText(item.runs));
        }
        for (; depth >= 0; --depth)
            add("</li></{}>", tag);
        add("\n");
    }

    void put(const ReportTable& table)
    {
        add("<div class=\"scroll\"><table{}>\n", id(table.anchor));
        if (!table.caption.empty())
            add("<caption>{}</caption>\n",
                core::xmlText(captionText(m_model.language, tableLabel(m_model.language, m_numbers.table(table)), table.caption)));
        double sum = 0;
        for (const double width : table.widths)
            sum += width;
        if (sum > 0) {
            add("<colgroup>");
            for (const double width : table.widths)
                add("<col style=\"width:{:.1f}%\">", 100 * width / sum);
            add("</colgroup>\n");
        }
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const auto headers = static_cast<std::size_t>(table.headerRows);
            if (row == 0 && headers > 0)
                add("<thead>\n");
            if (row == headers)
                add("{}<tbody>\n", headers > 0 ? "</thead>\n" : "");
            putRow(table.rows[row], row < headers);
        }
        add("{}</table></div>\n", table.rows.size() > static_cast<std::size_t>(table.headerRows) ? "</tbody>\n" : "</thead>\n");
    }

    void putRow(const std::vector<Cell>& cells, bool headerRow)
    {
        add("<tr>");
        for (const Cell& cell : cells) {
            const bool header = headerRow || cell.header;
            const char* tag = header ? "th" : "td";
            add("<{}", tag);
            if (header)
                add(" scope=\"{}\"", headerRow ? "col" : "row");
            if (cell.rowSpan > 1)
                add(" rowspan=\"{}\"", cell.rowSpan);
            if (cell.columnSpan > 1)
                add(" colspan=\"{}\"", cell.columnSpan);
            if (cell.alignment != Alignment::Start)
                add(" class=\"{}\"", cell.alignment == Alignment::End ? "end" : "center");
            add(">{}</{}>", inlineText(cell.runs), tag);
        }
        add("</tr>\n");
    }

    void put(const Figure& figure)
    {
        add("<figure{} role=\"group\"><div role=\"img\" aria-label=\"{}\">{}</div>\n<figcaption>{}</figcaption></figure>\n",
            id(figure.anchor), core::xmlText(figure.alternative), figure.svg,
            core::xmlText(captionText(m_model.language, figureLabel(m_model.language, m_numbers.figure(figure)), figure.caption)));
    }

    void put(const Contents&)
    {
        add("<nav aria-label=\"{0}\"><h2>{0}</h2>\n<ol>\n", contentsTitle(m_model.language));
        for (const Block& block : m_model.blocks) {
            const auto* heading = std::get_if<Heading>(&block);
            if (heading != nullptr && heading->numbered && heading->level <= 3)
                add("<li class=\"l{}\"><a href=\"#{}\">{} {}</a></li>\n", heading->level, named(anchorOf(*heading)),
                    m_numbers.heading(*heading), core::xmlText(heading->text));
        }
        add("</ol></nav>\n");
    }

    void put(const PageBreak&) { add("<div class=\"break\"></div>\n"); }

    void put(const Section& section)
    {
        if (m_wide != section.landscape)
            add("{}", section.landscape ? "<div class=\"wide\">\n" : "</div>\n");
        m_wide = section.landscape;
    }

    void putFootnotes()
    {
        if (m_footnotes.empty())
            return;
        add("<footer class=\"footnotes\"><ol>\n");
        for (std::size_t i = 0; i < m_footnotes.size(); ++i)
            add("<li id=\"fn{0}\">{1} <a href=\"#fnref{0}\" aria-label=\"{2}\">↩</a></li>\n", i + 1, core::xmlText(m_footnotes[i]),
                m_model.language == "ko" ? "본문으로 돌아가기" : "back to the text");
        add("</ol></footer>\n");
    }

    const ReportModel& m_model;
    Numbering m_numbers;
    std::vector<std::string> m_footnotes;
    std::set<std::string> m_ids;
    std::string m_out;
    bool m_wide = false;
};

} // namespace

std::string writeHtml(const ReportModel& model)
{
    return HtmlPage(model).write();
}

} // namespace naru::reports
