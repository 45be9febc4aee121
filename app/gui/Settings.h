#pragma once

#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>

namespace naru::gui {

/// Everything the window remembers between runs. One row each in Settings.cpp.
enum class Setting {
    Language,
    Theme,
    UserName,
    RecentProjects,
    LastFolder,
    WindowGeometry,
    WindowState,
    AnalysisHistory,
    AnalysisThreads,
    AnalysisWorkerMemory,
    AnalysisUnitSeconds,
    AnalysisCompileCommands,
    ReportFolder,
    ReportFormats,
};

/// Typed access to the settings table.
class Settings {
public:
    /// The settings of the user.
    Settings();
    /// Settings kept in one INI file, for tests.
    explicit Settings(const QString& file);

    [[nodiscard]] QVariant value(Setting setting) const;
    [[nodiscard]] QString text(Setting setting) const { return value(setting).toString(); }
    [[nodiscard]] bool flag(Setting setting) const { return value(setting).toBool(); }
    void set(Setting setting, const QVariant& value);

    /// Puts a project first in the list of recent ones (at most ten are kept).
    void remember(const QString& projectFile);
    void forget(const QString& projectFile);
    [[nodiscard]] QStringList recent() const { return value(Setting::RecentProjects).toStringList(); }

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace naru::gui
