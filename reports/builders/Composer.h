#pragma once

#include "reports/builders/ReportInput.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace naru::reports {

/// Puts blocks one after the other; the words come from the texts of the document's language.
class Composer {
public:
    Composer(core::ReportModel& model, const ReportInput& input, const core::Texts& texts);

    [[nodiscard]] const ReportInput& input() const { return m_input; }
    [[nodiscard]] const core::Texts& texts() const { return m_texts; }
    [[nodiscard]] const std::string& language() const { return m_texts.language(); }
    [[nodiscard]] std::string say(std::string_view key, const core::TextArgs& args = {}) const { return m_texts.text(key, args); }
    [[nodiscard]] std::string say(const core::LocalText& text) const { return text.in(language()); }

    void heading(int level, std::string_view key, const core::TextArgs& args = {});
    void headingText(int level, std::string text, std::string anchor = {});
    /// A clause: its text is the person's when they edited the clause of this key.
    void paragraph(std::string_view key, const core::TextArgs& args = {}, core::ParagraphStyle style = core::ParagraphStyle::Body);
    /// The same with a text that is made already, e.g. from a template.
    void clause(const std::string& id, std::string text, core::ParagraphStyle style = core::ParagraphStyle::Body);
    /// The words of a clause: the person's, or those made. Does not list it.
    [[nodiscard]] std::string worded(const std::string& id, const std::string& made) const;
    /// Lists a clause for the person who edits the document.
    void listClause(const std::string& id, const std::string& made, bool gap = false);
    /// A list that is one clause, a line for each item; "- " before an item puts it a level deeper.
    void listClauseItems(const std::string& id, const std::vector<std::string>& lines);
    void paragraphText(std::string text, core::ParagraphStyle style = core::ParagraphStyle::Body);
    void gap(std::string_view key, const core::TextArgs& args = {}) { paragraph(key, args, core::ParagraphStyle::Gap); }
    void list(const std::vector<std::string>& items, bool ordered = false);
    void figure(std::string svg, std::string_view captionKey, std::string alternative, double width, double height);
    void add(core::Block block) { m_model.blocks.push_back(std::move(block)); }

private:
    core::ReportModel& m_model;
    const ReportInput& m_input;
    const core::Texts& m_texts;
    std::string m_place; ///< the last heading
};

/// Text with "[[note:...]]" as a footnote and "[[ref:anchor]]" as a reference to a heading, table or figure.
core::Runs runsOf(std::string_view text);

/// Builds a table row by row.
class TableBuilder {
public:
    /// `columns` are text keys of the header cells; `widths` are relative.
    TableBuilder(const Composer& composer, std::string_view captionKey, std::initializer_list<std::string_view> columns,
                 std::vector<double> widths);

    TableBuilder& cell(std::string text, core::Alignment alignment = core::Alignment::Start);
    TableBuilder& number(std::string text) { return cell(std::move(text), core::Alignment::End); }
    TableBuilder& number(std::size_t value) { return number(grouped(std::to_string(value))); }
    TableBuilder& code(std::string text);
    TableBuilder& next(); ///< ends the row
    [[nodiscard]] bool empty() const { return m_table.rows.size() <= 1; }
    [[nodiscard]] core::ReportTable take() { return std::move(m_table); }

    /// "1234567.5" as "1,234,567.5"; what is no number stays as it is.
    static std::string grouped(const std::string& number);

private:
    core::ReportTable m_table;
    std::vector<core::Cell> m_row;
};

/// The parts in one line.
std::string joined(const std::vector<std::string>& parts, const std::string& separator = ", ");

/// "file:line" of a piece of evidence, or its source, or its text.
std::string where(const core::Evidence& evidence);
/// The same of a finding; one that no file shows is seen in the tree as a whole.
std::string where(const Composer& composer, const core::Finding& finding);

} // namespace naru::reports
