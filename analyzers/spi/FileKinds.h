#pragma once

#include "core/model/CodeModel.h"

#include <string>
#include <string_view>

namespace naru::analyzers {

/// The language of a file by its name; Other when no front end reads it.
[[nodiscard]] core::Language languageOf(std::string_view path);

/// A compiled Java class; its language is Java, but it has no text.
[[nodiscard]] bool isClassFile(std::string_view path);

/// Files without a front end whose text is still kept for the audit (scripts, container files, JSON ...).
[[nodiscard]] bool isConfigurationText(std::string_view path);

/// Test code by the conventions of Maven and Gradle (src/test ...), or by a test's file name below a folder `test` or `tests`.
[[nodiscard]] bool isTestPath(std::string_view path);

/// Bytes that are no UTF-8 as \xNN, so that every path is valid UTF-8.
[[nodiscard]] std::string escapeInvalidUtf8(std::string_view bytes);

} // namespace naru::analyzers
