#include "app/gui/Desktop.h"

#include <QApplication>
#include <QFontDatabase>

namespace naru::gui {
namespace {

/// A face with Korean letters of even weight, when the desktop has none of its own choice.
void chooseFont(QApplication& application)
{
    QFont font = QApplication::font();
    const QStringList families = QFontDatabase::families(QFontDatabase::Korean);
    if (!families.contains(font.family()))
        for (const char* wanted : {"NanumGothic", "Noto Sans CJK KR", "Malgun Gothic"})
            if (families.contains(QString::fromLatin1(wanted))) {
                font.setFamily(QString::fromLatin1(wanted));
                break;
            }
    font.setPointSize(std::max(10, font.pointSize()));
    application.setFont(font);
}

} // namespace

Desktop::Desktop(std::filesystem::path resources, const QString& settingsFile, DialogProvider& dialogs, Engine& engine)
    : m_settings(settingsFile.isEmpty() ? Settings() : Settings(settingsFile)),
      m_language(resources),
      m_environment{std::move(resources), m_settings, m_language, m_theme, dialogs, m_jobs}
{
    chooseFont(*qApp);
    m_theme.choose(m_settings.text(Setting::Theme));
    m_language.choose(m_settings.text(Setting::Language));
    m_jobs.setThreads(m_settings.value(Setting::AnalysisThreads).toInt());
    m_window = std::make_unique<MainWindow>(m_environment, engine);
}

Desktop::~Desktop() = default;

} // namespace naru::gui
