#pragma once

#include "core/model/ReportModel.h"
#include "reports/writers/Numbering.h"

#include <QString>
#include <QTextCursor>
#include <QTextDocument>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace naru::reports {

/// Pages of one orientation: a text document laid out for them.
struct PageRun {
    bool landscape = false;
    std::unique_ptr<QTextDocument> document;
    std::vector<std::pair<int, const core::Heading*>> headings; ///< position in the document
};

/// Turns a report into laid-out text documents, one for each stretch of pages with
/// the same orientation. Lengths are in points.
class DocumentBuilder {
public:
    DocumentBuilder(const core::ReportModel& model, QString family);

    /// `pages` gives the page of each heading for the table of contents; empty on the first pass.
    std::vector<PageRun> build(const std::map<const core::Heading*, int>& pages);

    static QSizeF contentSize(bool landscape); ///< A4 without margins
    static constexpr double kMargin = 56.7;    ///< 20 mm

private:
    void startRun(bool landscape);
    void putTitle();
    void put(const core::Heading& heading);
    void put(const core::Paragraph& paragraph);
    void put(const core::List& list);
    void put(const core::ReportTable& table);
    void put(const core::Figure& figure);
    void put(const core::Contents& contents);
    void put(const core::PageBreak& pageBreak);
    void put(const core::Section& section);
    void putFootnotes();

    QTextBlockFormat block(double above, double below) const;
    QTextCharFormat text(double size, bool bold = false) const;
    void startBlock(const QTextBlockFormat& format);
    void insertRuns(QTextCursor& cursor, const core::Runs& runs, const QTextCharFormat& base);
    QSizeF runContentSize() const { return contentSize(m_runs.back().landscape); }

    const core::ReportModel& m_model;
    Numbering m_numbers;
    QString m_family;
    std::map<const core::Heading*, int> m_pages;
    std::vector<PageRun> m_runs;
    std::vector<std::string> m_footnotes;
    QTextCursor m_cursor;
    bool m_breakBefore = false;
    bool m_blank = true; ///< the document still has only its first, empty block
};

} // namespace naru::reports
