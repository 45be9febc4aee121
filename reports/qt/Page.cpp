#include "reports/qt/Page.h"

#include "reports/qt/PageStyle.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>
#include <QSvgRenderer>

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

/// Reads only what needs no font of the thread that set the text.
std::shared_ptr<QTextLayout> setAnew(const QTextLayout& text)
{
    auto own = std::make_shared<QTextLayout>(text.text(), text.font());
    own->setTextOption(text.textOption());
    own->setFormats(text.formats());
    own->setCacheEnabled(true);
    own->beginLayout();
    for (int at = 0; at < text.lineCount(); ++at) {
        QTextLine line = own->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(text.lineAt(at).width());
        line.setPosition(text.lineAt(at).position());
    }
    own->endLayout();
    return own;
}

} // namespace

Page forThisThread(const Page& page)
{
    Page out = page;
    std::map<const QTextLayout*, std::shared_ptr<QTextLayout>> made;
    for (Mark& mark : out.marks)
        if (auto* text = std::get_if<TextMark>(&mark); text != nullptr && text->text) {
            auto& own = made[text->text.get()];
            if (!own)
                own = setAnew(*text->text);
            text->text = own;
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
