#include "reports/builders/Composer.h"

#include <algorithm>
#include <cctype>

namespace naru::reports {

using namespace naru::core;

Composer::Composer(ReportModel& model, const ReportInput& input, const Texts& texts) : m_model(model), m_input(input), m_texts(texts) {}

void Composer::heading(int level, std::string_view key, const TextArgs& args)
{
    headingText(level, say(key, args), std::string(key));
}

void Composer::headingText(int level, std::string text, std::string anchor)
{
    m_place = text;
    add(Heading{.level = level, .text = std::move(text), .anchor = std::move(anchor)});
}

void Composer::paragraph(std::string_view key, const TextArgs& args, ParagraphStyle style)
{
    clause(std::string(key), say(key, args), style);
}

void Composer::clause(const std::string& id, std::string text, ParagraphStyle style)
{
    listClause(id, text, style == ParagraphStyle::Gap);
    const bool isEdited = m_input.clauses.contains(id);
    if (isEdited && style == ParagraphStyle::Gap)
        style = ParagraphStyle::Body; // what was missing is there now
    add(Paragraph{.runs = runsOf(worded(id, text)), .style = style, .anchor = id, .edited = isEdited});
}

std::string Composer::worded(const std::string& id, const std::string& made) const
{
    const auto edited = m_input.clauses.find(id);
    return edited == m_input.clauses.end() ? made : edited->second;
}

void Composer::listClause(const std::string& id, const std::string& made, bool gap)
{
    Clause clause{.id = id, .place = m_place, .text = worded(id, made), .generated = made};
    clause.edited = m_input.clauses.contains(id);
    clause.gap = gap && !clause.edited;
    const auto basis = m_input.clauseBases.find(id);
    clause.changedSince = clause.edited && basis != m_input.clauseBases.end() && basis->second != made;
    m_model.clauses.push_back(std::move(clause));
}

void Composer::listClauseItems(const std::string& id, const std::vector<std::string>& lines)
{
    const std::string made = joined(lines, "\n");
    listClause(id, made);
    List block;
    const std::string text = worded(id, made);
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        std::string_view line = std::string_view(text).substr(from, end - from);
        const int level = line.starts_with("- ") ? 1 : 0;
        line.remove_prefix(level == 1 ? 2 : 0);
        if (!line.empty())
            block.items.push_back({.runs = runsOf(line), .level = level});
        from = end + 1;
    }
    if (!block.items.empty())
        add(std::move(block));
}

void Composer::paragraphText(std::string text, ParagraphStyle style)
{
    add(Paragraph{.runs = runsOf(text), .style = style});
}

void Composer::list(const std::vector<std::string>& items, bool ordered)
{
    if (items.empty())
        return;
    List block{.ordered = ordered};
    for (const std::string& item : items)
        block.items.push_back({.runs = runsOf(item)});
    add(std::move(block));
}

void Composer::figure(std::string svg, std::string_view captionKey, std::string alternative, double width, double height)
{
    add(Figure{.svg = std::move(svg),
               .caption = say(captionKey),
               .alternative = std::move(alternative),
               .anchor = std::string(captionKey),
               .width = width,
               .height = height});
}

TableBuilder::TableBuilder(const Composer& composer, std::string_view captionKey, std::initializer_list<std::string_view> columns,
                           std::vector<double> widths)
{
    m_table.caption = composer.say(captionKey);
    m_table.anchor = captionKey;
    m_table.widths = std::move(widths);
    for (const std::string_view column : columns)
        m_row.push_back({.runs = {plain(composer.say(column))}, .header = true});
    next();
}

TableBuilder& TableBuilder::cell(std::string text, Alignment alignment)
{
    m_row.push_back({.runs = {plain(std::move(text))}, .alignment = alignment});
    return *this;
}

TableBuilder& TableBuilder::code(std::string text)
{
    m_row.push_back({.runs = {{.text = std::move(text), .code = true}}});
    return *this;
}

TableBuilder& TableBuilder::next()
{
    m_table.rows.push_back(std::move(m_row));
    m_row.clear();
    return *this;
}

std::string TableBuilder::grouped(const std::string& number)
{
    const std::size_t start = number.starts_with('-') ? 1 : 0;
    const std::size_t point = std::min(number.find('.'), number.size());
    const bool digits = point > start && std::all_of(number.begin() + static_cast<std::ptrdiff_t>(start),
                                                     number.begin() + static_cast<std::ptrdiff_t>(point),
                                                     [](unsigned char c) { return std::isdigit(c) != 0; });
    if (!digits)
        return number;
    std::string out = number;
    for (std::size_t i = point; i > start + 3; i -= 3)
        out.insert(i - 3, ",");
    return out;
}

Runs runsOf(std::string_view text)
{
    Runs runs;
    const auto put = [&runs](std::string_view plainText) {
        if (!plainText.empty())
            runs.push_back(plain(std::string(plainText)));
    };
    while (!text.empty()) {
        const std::size_t at = std::min(text.find("[[note:"), text.find("[[ref:"));
        const std::size_t end = at == std::string_view::npos ? at : text.find("]]", at);
        if (end == std::string_view::npos) {
            put(text);
            break;
        }
        put(text.substr(0, at));
        const std::size_t colon = text.find(':', at);
        std::string content(text.substr(colon + 1, end - colon - 1));
        if (text[at + 2] == 'r')
            runs.push_back({.text = {}, .refersTo = std::move(content)});
        else if (!runs.empty())
            runs.back().footnote = std::move(content);
        else
            runs.push_back({.text = {}, .footnote = std::move(content)});
        text.remove_prefix(end + 2);
    }
    if (runs.empty())
        runs.push_back(plain({}));
    return runs;
}

std::string joined(const std::vector<std::string>& parts, const std::string& separator)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : separator) + part;
    return text;
}

std::string where(const Evidence& evidence)
{
    if (!evidence.file.empty())
        return evidence.line > 0 ? evidence.file + ":" + std::to_string(evidence.line) : evidence.file;
    return evidence.source.empty() ? evidence.text : evidence.source;
}

std::string where(const Composer& composer, const Finding& finding)
{
    if (finding.file.empty())
        return composer.say("report.factor.whole-tree");
    return where({.kind = "code", .file = finding.file, .line = finding.line, .text = {}, .source = {}});
}

} // namespace naru::reports
