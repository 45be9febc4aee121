#include "reports/qt/DocumentBuilder.h"

#include "reports/qt/SvgObject.h"

#include <QAbstractTextDocumentLayout>
#include <QTextList>
#include <QTextTable>

#include <algorithm>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr double kPointsPerMm = 72.0 / 25.4;
constexpr double kBodySize = 9.5;
constexpr double kTableSize = 8.5;
const QColor kLine(0xb0, 0xb8, 0xc4);
const QColor kHeader(0xee, 0xf2, 0xf7);
const QColor kSoft(0x4a, 0x55, 0x63);
const QColor kGap(0xa8, 0x41, 0x0a);

QString q(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Qt::Alignment alignment(Alignment value)
{
    switch (value) {
    case Alignment::Center:
        return Qt::AlignHCenter;
    case Alignment::End:
        return Qt::AlignRight;
    default:
        return Qt::AlignLeft;
    }
}

std::size_t columnsOf(const ReportTable& table)
{
    std::size_t columns = 1;
    for (const auto& row : table.rows) {
        std::size_t width = 0;
        for (const Cell& cell : row)
            width += static_cast<std::size_t>(std::max(1, cell.columnSpan));
        columns = std::max(columns, width);
    }
    return columns;
}

} // namespace

DocumentBuilder::DocumentBuilder(const ReportModel& model, QString family) : m_model(model), m_numbers(model), m_family(std::move(family))
{
}

QSizeF DocumentBuilder::contentSize(bool landscape)
{
    constexpr double kA4Width = 210 * kPointsPerMm;
    constexpr double kA4Height = 297 * kPointsPerMm;
    const QSizeF portrait(kA4Width - 2 * kMargin, kA4Height - 2 * kMargin);
    return landscape ? QSizeF(kA4Height - 2 * kMargin, kA4Width - 2 * kMargin) : portrait;
}

std::vector<PageRun> DocumentBuilder::build(const std::map<const Heading*, int>& pages)
{
    m_pages = pages;
    m_runs.clear();
    m_footnotes.clear();
    startRun(false);
    putTitle();
    for (const Block& block : m_model.blocks)
        std::visit([this](const auto& b) { put(b); }, block);
    putFootnotes();
    m_cursor.endEditBlock();
    return std::move(m_runs);
}

void DocumentBuilder::startRun(bool landscape)
{
    if (!m_runs.empty())
        m_cursor.endEditBlock();
    PageRun run;
    run.landscape = landscape;
    run.document = std::make_unique<QTextDocument>();
    run.document->setUseDesignMetrics(true);
    run.document->setDocumentMargin(0);
    QFont font(m_family);
    font.setPointSizeF(kBodySize);
    run.document->setDefaultFont(font);
    run.document->documentLayout()->registerHandler(SvgObject::kType, new SvgObject(run.document.get()));
    m_cursor = QTextCursor(run.document.get());
    m_cursor.beginEditBlock(); // one layout at the end, not one after every cell
    m_runs.push_back(std::move(run));
    m_breakBefore = false;
    m_blank = true;
}

QTextBlockFormat DocumentBuilder::block(double above, double below) const
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(below);
    format.setLineHeight(140, QTextBlockFormat::ProportionalHeight);
    return format;
}

QTextCharFormat DocumentBuilder::text(double size, bool bold) const
{
    QTextCharFormat format;
    format.setFontFamilies({m_family});
    format.setFontPointSize(size);
    format.setFontWeight(bold ? QFont::Bold : QFont::Normal);
    return format;
}

void DocumentBuilder::startBlock(const QTextBlockFormat& wanted)
{
    QTextBlockFormat format = wanted;
    if (m_breakBefore && !m_blank) // the first block of a run begins a page anyway
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    m_breakBefore = false;
    m_cursor.movePosition(QTextCursor::End);
    if (m_blank)
        m_cursor.setBlockFormat(format);
    else
        m_cursor.insertBlock(format);
    m_blank = false;
}

void DocumentBuilder::insertRuns(QTextCursor& cursor, const Runs& runs, const QTextCharFormat& base)
{
    for (const TextRun& run : runs) {
        QTextCharFormat format = base;
        if (run.bold)
            format.setFontWeight(QFont::Bold);
        if (run.italic)
            format.setFontItalic(true);
        if (run.code)
            format.setFontFamilies({QStringLiteral("NanumGothicCoding"), QStringLiteral("DejaVu Sans Mono"), m_family});
        const std::string& shown = run.text.empty() && !run.refersTo.empty() ? m_numbers.reference(run.refersTo) : run.text;
        cursor.insertText(q(shown), format);
        if (!run.footnote.empty()) {
            m_footnotes.push_back(run.footnote);
            QTextCharFormat mark = base;
            mark.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
            cursor.insertText(QString::number(m_footnotes.size()), mark);
        }
    }
}

void DocumentBuilder::putTitle()
{
    QTextCharFormat title = text(20, true);
    startBlock(block(24, 6));
    m_cursor.insertText(q(m_model.title), title);
    QTextCharFormat soft = text(10.5);
    soft.setForeground(kSoft);
    for (const std::string* line : {&m_model.subtitle, &m_model.author, &m_model.date}) {
        if (line->empty())
            continue;
        startBlock(block(0, 2));
        m_cursor.insertText(q(*line), soft);
    }
}

void DocumentBuilder::put(const Heading& heading)
{
    static constexpr std::array<double, 4> kSizes = {15, 12.5, 11, 10};
    const double size = kSizes.at(static_cast<std::size_t>(std::clamp(heading.level, 1, 4) - 1));
    QTextBlockFormat format = block(heading.level == 1 ? 22 : 14, 5);
    format.setHeadingLevel(heading.level);
    startBlock(format);
    m_runs.back().headings.emplace_back(m_cursor.position(), &heading);
    const std::string number = m_numbers.heading(heading);
    m_cursor.insertText(q(number.empty() ? heading.text : number + " " + heading.text), text(size, true));
}

void DocumentBuilder::put(const Paragraph& paragraph)
{
    QTextBlockFormat format = block(0, 5);
    QTextCharFormat characters = text(kBodySize);
    switch (paragraph.style) {
    case ParagraphStyle::Lead:
        characters = text(11, true);
        break;
    case ParagraphStyle::Note:
        characters = text(8.5);
        characters.setForeground(kSoft);
        break;
    case ParagraphStyle::Gap:
        characters.setForeground(kGap);
        format.setLeftMargin(10);
        break;
    case ParagraphStyle::Quote:
        characters.setForeground(kSoft);
        format.setLeftMargin(14);
        format.setRightMargin(14);
        break;
    case ParagraphStyle::Source:
        characters.setFontFamilies({QStringLiteral("NanumGothicCoding"), QStringLiteral("DejaVu Sans Mono"), m_family});
        format.setBackground(kHeader);
        break;
    case ParagraphStyle::Body:
        break;
    }
    startBlock(format);
    insertRuns(m_cursor, paragraph.runs, characters);
}

void DocumentBuilder::put(const List& list)
{
    int number = 0;
    for (const ListItem& item : list.items) {
        QTextBlockFormat format = block(0, 2);
        const double indent = 14.0 * (item.level + 1);
        format.setLeftMargin(indent);
        format.setTextIndent(-10);
        startBlock(format);
        const QString mark = list.ordered ? QString::number(++number) + QStringLiteral(". ")
                                          : QString(QChar(item.level % 2 == 0 ? 0x2022 : 0x2013)) + QStringLiteral(" ");
        m_cursor.insertText(mark, text(kBodySize));
        insertRuns(m_cursor, item.runs, text(kBodySize));
    }
}

void DocumentBuilder::put(const ReportTable& table)
{
    if (table.rows.empty())
        return;
    startBlock(block(8, 3));
    m_cursor.insertText(q(tableLabel(m_model.language, m_numbers.table(table)) + ". " + table.caption), text(9, true));

    const auto columns = static_cast<int>(columnsOf(table));
    QTextTableFormat format;
    format.setBorder(1);
    format.setBorderBrush(kLine);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderCollapse(true);
    format.setCellPadding(3);
    format.setCellSpacing(0);
    format.setHeaderRowCount(std::min(table.headerRows, static_cast<int>(table.rows.size())));
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    double sum = 0;
    for (const double width : table.widths)
        sum += width;
    QList<QTextLength> lengths;
    for (int column = 0; column < columns; ++column) {
        const bool given = sum > 0 && static_cast<std::size_t>(column) < table.widths.size();
        const double share = given ? 100 * table.widths[static_cast<std::size_t>(column)] / sum : 100.0 / columns;
        lengths.append(QTextLength(QTextLength::PercentageLength, share));
    }
    format.setColumnWidthConstraints(lengths);

    m_cursor.movePosition(QTextCursor::End);
    QTextTable* made = m_cursor.insertTable(static_cast<int>(table.rows.size()), columns, format);
    std::vector<std::vector<bool>> taken(table.rows.size(), std::vector<bool>(static_cast<std::size_t>(columns)));
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::size_t column = 0;
        for (const Cell& cell : table.rows[row]) {
            while (column < taken[row].size() && taken[row][column])
                ++column;
            if (column >= taken[row].size())
                break;
            const auto rowSpan = std::min(static_cast<std::size_t>(std::max(1, cell.rowSpan)), table.rows.size() - row);
            const auto columnSpan = std::min(static_cast<std::size_t>(std::max(1, cell.columnSpan)), taken[row].size() - column);
            if (rowSpan > 1 || columnSpan > 1)
                made->mergeCells(static_cast<int>(row), static_cast<int>(column), static_cast<int>(rowSpan), static_cast<int>(columnSpan));
            for (std::size_t r = row; r < row + rowSpan; ++r)
                for (std::size_t c = column; c < column + columnSpan; ++c)
                    taken[r][c] = true;
            const bool header = cell.header || row < static_cast<std::size_t>(table.headerRows);
            QTextTableCell place = made->cellAt(static_cast<int>(row), static_cast<int>(column));
            if (header) {
                QTextTableCellFormat shade = place.format().toTableCellFormat();
                shade.setBackground(kHeader);
                place.setFormat(shade);
            }
            QTextCursor inside = place.firstCursorPosition();
            QTextBlockFormat line = block(0, 0);
            line.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
            line.setAlignment(alignment(cell.alignment));
            inside.setBlockFormat(line);
            insertRuns(inside, cell.runs, text(kTableSize, header));
            column += columnSpan;
        }
    }
    m_cursor.movePosition(QTextCursor::End);
    QTextBlockFormat after = block(0, 6);
    after.setLineHeight(4, QTextBlockFormat::FixedHeight);
    m_cursor.setBlockFormat(after);
    m_blank = false;
}

void DocumentBuilder::put(const Figure& figure)
{
    const QSizeF room = runContentSize();
    QSizeF size(figure.width * kPointsPerMm, figure.height * kPointsPerMm);
    size.scale(std::min(size.width(), room.width()), std::min(size.height(), room.height() * 0.85), Qt::KeepAspectRatio);
    QTextBlockFormat format = block(6, 2);
    format.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
    format.setAlignment(Qt::AlignHCenter);
    startBlock(format);
    m_cursor.insertText(QString(QChar::ObjectReplacementCharacter),
                        SvgObject::format(QByteArray(figure.svg.data(), static_cast<qsizetype>(figure.svg.size())), size));
    QTextBlockFormat caption = block(0, 8);
    caption.setAlignment(Qt::AlignHCenter);
    startBlock(caption);
    m_cursor.insertText(q(figureLabel(m_model.language, m_numbers.figure(figure)) + ". " + figure.caption), text(9, true));
}

void DocumentBuilder::put(const Contents&)
{
    startBlock(block(18, 6));
    m_cursor.insertText(m_model.language == "ko" ? QStringLiteral("목차") : QStringLiteral("Contents"), text(13, true));
    for (const Block& b : m_model.blocks) {
        const auto* heading = std::get_if<Heading>(&b);
        if (heading == nullptr || !heading->numbered || heading->level > 2)
            continue;
        QTextBlockFormat format = block(0, 1);
        format.setLeftMargin(12.0 * (heading->level - 1));
        format.setTabPositions({QTextOption::Tab(runContentSize().width() - 12.0 * (heading->level - 1), QTextOption::RightTab)});
        startBlock(format);
        const auto page = m_pages.find(heading);
        const QString number = page == m_pages.end() ? QStringLiteral("00") : QString::number(page->second);
        m_cursor.insertText(q(m_numbers.heading(*heading) + " " + heading->text) + QChar::Tabulation + number, text(kBodySize));
    }
}

void DocumentBuilder::put(const PageBreak&)
{
    m_breakBefore = true;
}

void DocumentBuilder::put(const Section& section)
{
    if (section.landscape != m_runs.back().landscape)
        startRun(section.landscape);
}

void DocumentBuilder::putFootnotes()
{
    for (std::size_t i = 0; i < m_footnotes.size(); ++i) {
        QTextCharFormat soft = text(8);
        soft.setForeground(kSoft);
        startBlock(block(i == 0 ? 16 : 0, 1));
        m_cursor.insertText(QString::number(i + 1) + QStringLiteral(") ") + q(m_footnotes[i]), soft);
    }
}

} // namespace naru::reports
