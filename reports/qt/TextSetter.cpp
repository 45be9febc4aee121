#include "reports/qt/TextSetter.h"

#include <QFontInfo>
#include <QTextOption>

namespace naru::reports {

using namespace naru::core;

namespace {

QString shown(const std::string& text)
{
    QString out = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (QChar& c : out)
        if (c == QLatin1Char('\n'))
            c = QChar::LineSeparator;
        else if (c < QLatin1Char(' ') && c != QLatin1Char('\t'))
            c = QLatin1Char(' ');
    return out;
}

bool isAscii(QChar c)
{
    return c > QLatin1Char(' ') && c < QChar(0x7f);
}

/// Whether a name may end a line before `at`: behind a mark, or where a word of it begins.
bool isJoint(QStringView text, qsizetype at)
{
    const QChar before = text[at - 1];
    const QChar after = text[at];
    return QStringView(u"/_.-:,;#").contains(before) ? after.isLetterOrNumber() : before.isLower() && after.isUpper();
}

/// The length of a line in whose second half a long name can be parted at a joint, where the setter had parted it anywhere; else 0.
int lengthToJoint(const QString& text, const QTextLine& line)
{
    const qsizetype end = line.textStart() + line.textLength();
    if (end >= text.size() || !isAscii(text[end - 1]) || !isAscii(text[end]) || isJoint(text, end))
        return 0;
    const qsizetype least = line.textStart() + line.textLength() / 2;
    for (qsizetype at = end - 1; at > least && isAscii(text[at - 1]); --at)
        if (isJoint(text, at))
            return static_cast<int>(at - line.textStart());
    return 0;
}

} // namespace

TextSetter::TextSetter(const PageStyle& style, const Numbering& numbers) : m_style(style), m_numbers(numbers)
{
    QFont probe(style.family);
    probe.setPointSizeF(72);
    const int pixels = QFontInfo(probe).pixelSize();
    m_pointsPerUnit = pixels > 0 ? 72.0 / pixels : 1;
}

QFont TextSetter::font(const TextLook& look) const
{
    QFont font(look.monospace ? m_style.monospace : m_style.family);
    font.setPointSizeF(look.size * m_style.scale * m_pointsPerUnit);
    font.setBold(look.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

SetText TextSetter::set(const Runs& runs, const TextLook& look, double width)
{
    SetText out;
    QString whole;
    QList<QTextLayout::FormatRange> ranges;
    const auto append = [&](const QString& text, const TextLook& one, bool italic, bool raised) {
        QTextCharFormat format;
        format.setFont(font(one));
        format.setFontItalic(italic);
        format.setForeground(one.colour);
        if (raised)
            format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        ranges.append({static_cast<int>(whole.size()), static_cast<int>(text.size()), format});
        whole += text;
    };
    for (const TextRun& run : runs) {
        TextLook one = look;
        one.bold = look.bold || run.bold;
        one.monospace = look.monospace || run.code;
        append(shown(run.text.empty() && !run.refersTo.empty() ? m_numbers.reference(run.refersTo) : run.text), one, run.italic, false);
        if (!run.footnote.empty()) {
            m_footnotes.push_back(run.footnote);
            out.footnotes.push_back(static_cast<int>(m_footnotes.size()));
            append(QString::number(m_footnotes.size()) + QLatin1Char(')'), one, false, true);
        }
    }
    out.layout = std::make_shared<QTextLayout>(whole, font(look));
    QTextOption option(look.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    out.layout->setTextOption(option);
    out.layout->setFormats(ranges);
    out.layout->setCacheEnabled(true);
    out.lineHeight = look.size * look.spacing * m_style.scale;
    out.layout->beginLayout();
    for (QTextLine line = out.layout->createLine(); line.isValid(); line = out.layout->createLine()) {
        line.setLineWidth(width);
        if (const int length = lengthToJoint(whole, line); length > 0)
            line.setNumColumns(length, width);
        // The line stands in the middle of its height, whichever fonts it fell back on.
        line.setPosition({0, (out.lineHeight - line.height()) / 2});
    }
    out.layout->endLayout();
    return out;
}

} // namespace naru::reports
