#pragma once

#include <QString>

#include <filesystem>

namespace naru::gui {

/// A path as the window writes it, for the layers below.
inline std::filesystem::path toPath(const QString& text)
{
    const std::string utf8 = text.toStdString();
    return std::filesystem::path(reinterpret_cast<const char8_t*>(utf8.c_str()));
}

} // namespace naru::gui
