#pragma once

#include "app/gui/Environment.h"
#include "app/gui/document/Engine.h"
#include "app/gui/window/MainWindow.h"

#include <memory>

namespace naru::gui {

/// Everything of the running program in the order in which it must come and go.
class Desktop {
public:
    /// `settingsFile` empty: the settings of the user. `dialogs` and `engine` must outlive the desktop.
    Desktop(std::filesystem::path resources, const QString& settingsFile, DialogProvider& dialogs, Engine& engine);
    ~Desktop();
    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] Environment& environment() { return m_environment; }

private:
    Settings m_settings;
    Theme m_theme;
    Language m_language;
    JobRunner m_jobs;
    Environment m_environment;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace naru::gui
