#include "reports/qt/Page.h"

#include "reports/qt/PageStyle.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>

namespace naru::reports {

namespace {

void paint(QPainter& painter, const FillMark& mark)
{
    painter.fillRect(mark.area, mark.colour);
}

void paint(QPainter& painter, const LineMark& mark)
{
    painter.setPen(QPen(mark.colour, mark.width, mark.dotted ? Qt::DotLine : Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(mark.from, mark.to);
}

void paint(QPainter& painter, const DrawingMark& mark)
{
    mark.drawing->render(&painter, mark.area);
}

void paint(QPainter& painter, const TextMark& mark)
{
    painter.setPen(paper::kInk);
    mark.text->lineAt(mark.line).draw(&painter, mark.at);
}

/// One line of a text, set by itself: set as a whole, a text may break elsewhere. Reads only what needs no font of the thread that set it.
std::shared_ptr<QTextLayout> lineAnew(const QTextLayout& text, int number)
{
    const QTextLine line = text.lineAt(number);
    auto own = std::make_shared<QTextLayout>(text.text().mid(line.textStart(), line.textLength()), text.font());
    QTextOption option = text.textOption();
    option.setWrapMode(QTextOption::NoWrap);
    own->setTextOption(option);
    QList<QTextLayout::FormatRange> formats = text.formats();
    for (QTextLayout::FormatRange& format : formats) {
        const int end = std::min(format.start + format.length, line.textStart() + line.textLength());
        format.start = std::max(format.start, line.textStart());
        format.length = std::max(0, end - format.start);
        format.start -= line.textStart();
    }
    formats.removeIf([](const QTextLayout::FormatRange& format) { return format.length == 0; });
    own->setFormats(formats);
    own->setCacheEnabled(true);
    own->beginLayout();
    QTextLine made = own->createLine();
    made.setLineWidth(line.width());
    made.setPosition(line.position());
    own->endLayout();
    return own;
}

} // namespace

Page forThisThread(const Page& page)
{
    Page out = page;
    for (Mark& mark : out.marks)
        if (auto* text = std::get_if<TextMark>(&mark); text != nullptr && text->text) {
            text->text = lineAnew(*text->text, text->line);
            text->line = 0;
        }
    return out;
}

QString koreanFamily()
{
    for (const char* name : {"NanumGothic", "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "UnDotum"}) {
        const QString family = QString::fromLatin1(name);
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    const QStringList any = QFontDatabase::families(QFontDatabase::Korean);
    return any.isEmpty() ? QString() : any.first();
}

PageStyle pageStyle()
{
    PageStyle style;
    style.family = koreanFamily();
    style.monospace = style.family;
    for (const char* name : {"D2Coding", "NanumGothicCoding", "DejaVu Sans Mono"})
        if (QFontDatabase::hasFamily(QString::fromLatin1(name))) {
            style.monospace = QString::fromLatin1(name);
            break;
        }
    return style;
}

void paintPage(QPainter& painter, const Page& page, int number, const PageStyle& style)
{
    painter.save();
    // Backgrounds first: a cell that reaches over several rows has its text in the first of them.
    for (const Mark& mark : page.marks)
        if (const auto* fill = std::get_if<FillMark>(&mark))
            paint(painter, *fill);
    for (const Mark& mark : page.marks)
        if (!std::holds_alternative<FillMark>(mark))
            std::visit([&](const auto& one) { paint(painter, one); }, mark);
    if (page.numbered) {
        const QSizeF sheet = style.paper(page.landscape);
        QFont font(style.family);
        font.setPixelSize(9);
        painter.setFont(font);
        painter.setPen(paper::kSoft);
        painter.drawText(QRectF(0, sheet.height() - style.bottom + 14, sheet.width(), 16), Qt::AlignCenter,
                         QStringLiteral("- %1 -").arg(number));
    }
    painter.restore();
}

} // namespace naru::reports
