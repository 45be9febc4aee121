#include "tests/gui/GuiTest.h"

#include "app/gui/theme/Colours.h"

#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace naru::test {
namespace {

TEST(Translation, KoreanIsCompleteAndKeepsThePlaceholders)
{
    QFile file(QString::fromStdString((resources() / "translations" / "naru_ko.ts").string()));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    int messages = 0;
    const auto placeholders = [](const QString& text) {
        QStringList found;
        static const QRegularExpression pattern(QStringLiteral("%\\d"));
        for (auto match = pattern.globalMatch(text); match.hasNext();)
            found << match.next().captured();
        found.sort();
        found.removeDuplicates();
        return found;
    };
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1StringView("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1StringView("translation")) {
            EXPECT_FALSE(xml.attributes().hasAttribute(QStringLiteral("type"))) << source.toStdString();
            const QString text = xml.readElementText();
            EXPECT_FALSE(text.isEmpty()) << source.toStdString();
            EXPECT_EQ(placeholders(text), placeholders(source)) << source.toStdString();
            ++messages;
        }
    }
    EXPECT_FALSE(xml.hasError());
    EXPECT_GT(messages, 300);
}

TEST(Translation, TheWelcomeSpeaksKorean)
{
    Program program(QStringLiteral("ko"));
    static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
    int texts = 0;
    for (const QPushButton* button : program.window().findChildren<QPushButton*>())
        if (button->isVisible() && !button->text().isEmpty()) {
            EXPECT_TRUE(button->text().contains(hangul)) << button->objectName().toStdString();
            ++texts;
        }
    EXPECT_GE(texts, 3);
}

/// Colours have their names in Colours.h; a number anywhere else would not follow the theme.
TEST(Colours, NoneIsWrittenOutsideThePaletteFile)
{
    static const QRegularExpression colour(
        QStringLiteral("#[0-9A-Fa-f]{6}\\b|QColor\\(\\s*\\d|Qt::(red|blue|green|black|white|gray|yellow|darkGray)\\b"));
    QDirIterator files(QStringLiteral(NARU_SOURCE_DIR "/app/gui"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                       QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().endsWith(QStringLiteral("/Colours.cpp")))
            continue;
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_FALSE(colour.match(QString::fromUtf8(file.readAll())).hasMatch()) << file.fileName().toStdString();
        ++looked;
    }
    EXPECT_GT(looked, 40);
}

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
    };
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

TEST(Colours, TextCanBeReadInBothThemes)
{
    for (const gui::Colours* s : {&gui::lightColours(), &gui::darkColours()}) {
        for (const QColor& ground : {s->window, s->base, s->raised})
            for (const QColor& text : {s->text, s->muted, s->accent, s->good, s->warn, s->bad})
                EXPECT_GE(contrast(text, ground), 4.5) << text.name().toStdString() << " on " << ground.name().toStdString();
        EXPECT_GE(contrast(s->accentText, s->accent), 4.5);
        EXPECT_GE(contrast(s->text, s->accentSoft), 4.5);
        for (const QColor& risk : s->risk)
            EXPECT_GE(contrast(risk, s->base), 4.5) << risk.name().toStdString();
        for (const QColor& area : s->kindSoft)
            EXPECT_GE(contrast(s->text, area), 4.5);
    }
}

} // namespace
} // namespace naru::test
