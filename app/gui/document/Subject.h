#pragma once

#include "core/model/Evidence.h"

#include <QString>

#include <utility>
#include <vector>

namespace naru::gui {

/// What the inspector shows of whatever is selected: what it is, and where it comes from.
struct Subject {
    QString title;
    QString summary;
    std::vector<std::pair<QString, QString>> facts;
    std::vector<core::Evidence> evidence;
    [[nodiscard]] bool empty() const { return title.isEmpty(); }
};

} // namespace naru::gui
