#pragma once

#include "app/gui/Language.h"
#include "app/gui/Settings.h"
#include "app/gui/dialogs/DialogProvider.h"
#include "app/gui/jobs/JobRunner.h"
#include "app/gui/theme/Theme.h"

#include <filesystem>

namespace naru::gui {

/// What every part of the window needs, made once in main and handed down.
struct Environment {
    std::filesystem::path resources;
    Settings& settings;
    Language& language;
    Theme& theme;
    DialogProvider& dialogs;
    JobRunner& jobs;
};

} // namespace naru::gui
