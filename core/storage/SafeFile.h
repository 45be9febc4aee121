#pragma once

#include "core/base/Error.h"
#include "core/base/Fingerprint.h"

#include <filesystem>

namespace naru::core {

// File operations that either happen whole or not at all, and that are on the
// disk when they return. Errors carry the reason of the system.

/// Hash of a file's content, read in blocks. Errors: NotFound, NotReadable.
Result<Fingerprint> fingerprintOf(const std::filesystem::path& file);

/// Copies a file and syncs the copy; replaces `to`. Errors: NotFound, NotReadable, NotWritable.
Result<void> copyDurably(const std::filesystem::path& from, const std::filesystem::path& to);

/// Syncs a file that someone else has written. Errors: NotWritable.
Result<void> syncFile(const std::filesystem::path& file);
/// Syncs the entries of a folder, so that a rename in it survives a power cut. Errors: NotWritable.
Result<void> syncFolder(const std::filesystem::path& folder);

/// Puts `from` in the place of `to` in one step and syncs the folder. Both lie on
/// one file system. Errors: NotWritable.
Result<void> replaceFile(const std::filesystem::path& from, const std::filesystem::path& to);
/// As replaceFile, but only when there is no `to` yet. Errors: Conflict, NotWritable.
Result<void> placeNewFile(const std::filesystem::path& from, const std::filesystem::path& to);

/// Whether the permission bits and the system let this process write there. Files
/// that are marked read-only count as such for the administrator, too.
bool writable(const std::filesystem::path& path);

} // namespace naru::core
