#include "reports/writers/MarkdownWriter.h"

#include "reports/writers/Numbering.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace naru::reports {

using namespace naru::core;

namespace {

/// Text in which nothing is taken for markup; line ends become spaces.
std::string escaped(std::string_view text)
{
    constexpr std::string_view kSpecial = "\\`*_[]<>#|";
    std::string out;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20) {
            out += ' ';
            continue;
        }
        if (kSpecial.find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

class MarkdownPage {
public:
    explicit MarkdownPage(const ReportModel& model) : m_model(model), m_numbers(model) {}

    std::string write()
    {
        add("# {}\n\n", escaped(m_model.title));
        for (const FrontLine& line : frontLines(m_model))
            add("{}: {}\n\n", escaped(line.label), escaped(line.text));
        for (const Block& block : m_model.blocks)
            std::visit([this](const auto& b) { put(b); }, block);
        for (std::size_t i = 0; i < m_footnotes.size(); ++i)
            add("[^{}]: {}\n", i + 1, escaped(m_footnotes[i]));
        return std::move(m_out);
    }

private:
    template <typename... Args> void add(fmt::format_string<Args...> pattern, Args&&... args)
    {
        fmt::format_to(std::back_inserter(m_out), pattern, std::forward<Args>(args)...);
    }

    std::string inlineText(const Runs& runs)
    {
        std::string out;
        for (const TextRun& run : runs) {
            std::string text = escaped(run.text);
            if (run.code) // a code span takes the text as it is, but for its own mark
                text = "`" + std::string(run.text) + "`";
            if (!run.refersTo.empty() && run.text.empty())
                text = escaped(m_numbers.reference(run.refersTo));
            const bool visible = text.find_first_not_of(' ') != std::string::npos;
            if (run.bold && visible)
                text = "**" + text + "**";
            if (run.italic && visible)
                text = "*" + text + "*";
            out += text;
            if (!run.footnote.empty()) {
                m_footnotes.push_back(run.footnote);
                out += fmt::format("[^{}]", m_footnotes.size());
            }
        }
        return out;
    }

    /// Lines of a cell stay apart.
    std::string cellText(const Runs& runs)
    {
        std::string out;
        for (TextRun run : runs) {
            std::size_t from = 0;
            const std::string whole = run.text;
            for (std::size_t end = whole.find('\n'); end != std::string::npos && !run.code; end = whole.find('\n', from)) {
                out += escaped(whole.substr(from, end - from)) + "<br>";
                from = end + 1;
            }
            run.text = whole.substr(from);
            out += inlineText({run});
        }
        return out;
    }

    void put(const Heading& heading)
    {
        const std::string number = m_numbers.heading(heading);
        add("{} {}{}{}\n\n", std::string(static_cast<std::size_t>(heading.level) + 1, '#'), number, number.empty() ? "" : " ",
            escaped(heading.text));
    }

    void put(const Paragraph& paragraph)
    {
        const std::string text = escaped(paragraphMark(m_model.language, paragraph.style)) + inlineText(paragraph.runs);
        switch (paragraph.style) {
        case ParagraphStyle::Lead:
            return add("**{}**\n\n", text);
        case ParagraphStyle::Quote:
        case ParagraphStyle::Gap:
            return add("> {}\n\n", text);
        case ParagraphStyle::Source:
            add("```\n");
            for (const TextRun& run : paragraph.runs)
                add("{}\n", run.text);
            return add("```\n\n");
        default:
            return add("{}\n\n", text);
        }
    }

    void put(const List& list)
    {
        for (const ListItem& item : list.items)
            add("{}{} {}\n", std::string(static_cast<std::size_t>(item.level) * 3, ' '), list.ordered ? "1." : "-", inlineText(item.runs));
        add("\n");
    }

    void put(const ReportTable& table)
    {
        add("{}\n\n", escaped(captionText(m_model.language, tableLabel(m_model.language, m_numbers.table(table)), table.caption)));
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            std::size_t columns = 0;
            for (const Cell& cell : table.rows[row]) {
                add("| {} ", cellText(cell.runs));
                for (int span = 1; span < cell.columnSpan; ++span)
                    add("| ");
                columns += static_cast<std::size_t>(std::max(1, cell.columnSpan));
            }
            add("|\n");
            if (row == 0) {
                for (std::size_t i = 0; i < columns; ++i)
                    add("|---");
                add("|\n");
            }
        }
        add("\n");
    }

    void put(const Figure& figure)
    {
        add("{}: {}\n\n", escaped(captionText(m_model.language, figureLabel(m_model.language, m_numbers.figure(figure)), figure.caption)),
            escaped(figure.alternative));
    }

    void put(const Contents&) {} // readers of Markdown make their own
    void put(const PageBreak&) { add("---\n\n"); }
    void put(const Section&) {}

    const ReportModel& m_model;
    Numbering m_numbers;
    std::vector<std::string> m_footnotes;
    std::string m_out;
};

} // namespace

std::string writeMarkdown(const ReportModel& model)
{
    return MarkdownPage(model).write();
}

} // namespace naru::reports
