#include "app/gui/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace naru::gui {

Language::Language(std::filesystem::path resources, QObject* parent) : QObject(parent), m_resources(std::move(resources)) {}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::choose(const QString& code)
{
    QString wanted = code;
    if (wanted != QLatin1StringView("ko") && wanted != QLatin1StringView("en"))
        wanted = QLocale::system().language() == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en");
    if (wanted == m_code)
        return;
    m_code = wanted;
    m_stdCode = wanted.toStdString();
    m_locale = QLocale(wanted == QLatin1StringView("ko") ? QLocale::Korean : QLocale::English);
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(QStringLiteral("qtbase_") + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(QStringLiteral(":/translations/naru_") + wanted + QStringLiteral(".qm")))
        QCoreApplication::installTranslator(&m_ours);
    if (auto texts = core::Texts::load(m_resources, m_stdCode))
        m_texts = std::move(*texts);
    emit changed();
}

QString Language::text(std::string_view key, const core::TextArgs& args) const
{
    return fromUtf8(m_texts.text(key, args));
}

QString Language::text(const core::Error& error) const
{
    return fromUtf8(m_texts.text(error));
}

QString Language::text(const core::Diagnostic& diagnostic) const
{
    return fromUtf8(m_texts.text(diagnostic));
}

QString Language::text(const core::LocalText& text) const
{
    const std::string& own = text.in(m_stdCode);
    return fromUtf8(own.empty() ? (m_stdCode == "ko" ? text.en : text.ko) : own);
}

QString Language::grouped(const std::string& decimal)
{
    const std::size_t start = !decimal.empty() && decimal.front() == '-' ? 1 : 0;
    std::size_t end = decimal.find('.');
    if (end == std::string::npos)
        end = decimal.size();
    std::string out = decimal.substr(0, start);
    for (std::size_t i = start; i < end; ++i) {
        if (i != start && (end - i) % 3 == 0)
            out += ',';
        out += decimal[i];
    }
    out += decimal.substr(end);
    return fromUtf8(out);
}

QString Language::won(const std::string& amount) const
{
    if (amount.empty())
        return {};
    return tr("KRW %1").arg(grouped(amount));
}

Words::Words(Language& language, QObject* parent) : QObject(parent)
{
    connect(&language, &Language::changed, this, [this] {
        for (const auto& sentence : m_sentences)
            sentence();
    });
}

void Words::say(std::function<void()> sentence)
{
    sentence();
    m_sentences.push_back(std::move(sentence));
}

QString joined(const std::vector<std::string>& texts, qsizetype most)
{
    QStringList list;
    for (const std::string& text : texts) {
        if (most >= 0 && list.size() == most) {
            list << QStringLiteral("…");
            break;
        }
        list << fromUtf8(text);
    }
    return list.join(QStringLiteral(", "));
}

} // namespace naru::gui
