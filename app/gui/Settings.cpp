#include "app/gui/Settings.h"

#include <array>

namespace naru::gui {
namespace {

struct Row {
    Setting setting;
    const char* key;
    QVariant fallback;
};

const Row& row(Setting setting)
{
    static const std::array rows = {
        Row{Setting::Language, "view/language", QString()}, // empty: that of the system
        Row{Setting::Theme, "view/theme", QStringLiteral("system")},
        Row{Setting::UserName, "user/name", QString()},
        Row{Setting::RecentProjects, "projects/recent", QStringList()},
        Row{Setting::LastFolder, "projects/folder", QString()},
        Row{Setting::WindowGeometry, "window/geometry", QByteArray()},
        Row{Setting::WindowState, "window/state", QByteArray()},
        Row{Setting::AnalysisHistory, "analysis/history", true},
        Row{Setting::AnalysisThreads, "analysis/threads", 0}, // 0: as many as there are processors
        Row{Setting::AnalysisWorkerMemory, "analysis/worker-memory", 0},                  // megabytes; 0: the limit of Naru
        Row{Setting::AnalysisUnitSeconds, "analysis/unit-seconds", 0},                    // 0: the limit of Naru
        Row{Setting::AnalysisCompileCommands, "analysis/compile-commands", QString()}, // empty: looked for
        Row{Setting::ReportFolder, "report/folder", QString()},
        Row{Setting::ReportFormats, "report/formats", QStringList{QStringLiteral("html"), QStringLiteral("pdf")}},
    };
    for (const Row& candidate : rows)
        if (candidate.setting == setting)
            return candidate;
    return rows.front();
}

constexpr int kRecent = 10;

} // namespace

Settings::Settings() : m_store(std::make_unique<QSettings>(QStringLiteral("Naru"), QStringLiteral("naru-desktop"))) {}

Settings::Settings(const QString& file) : m_store(std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

QVariant Settings::value(Setting setting) const
{
    const Row& r = row(setting);
    return m_store->value(QLatin1StringView(r.key), r.fallback);
}

void Settings::set(Setting setting, const QVariant& value)
{
    m_store->setValue(QLatin1StringView(row(setting).key), value);
}

void Settings::remember(const QString& projectFile)
{
    QStringList list = recent();
    list.removeAll(projectFile);
    list.prepend(projectFile);
    set(Setting::RecentProjects, list.mid(0, kRecent));
}

void Settings::forget(const QString& projectFile)
{
    QStringList list = recent();
    list.removeAll(projectFile);
    set(Setting::RecentProjects, list);
}

} // namespace naru::gui
