#pragma once

#include "core/base/Error.h"

#include <filesystem>
#include <optional>

namespace naru::core {

/// The hidden folder in which an open project lives, locked against a second
/// Naru: `.NAME-work` beside the file, or a folder of the user's state directory
/// when the place beside the file cannot be written. The lock goes with the process.
class WorkingFolder {
public:
    /// Finds or makes the folder of `file` and locks it. `stateFolder` stands for
    /// $XDG_STATE_HOME/naru; empty: taken from the environment. Errors: Conflict (open in
    /// another Naru), NotWritable (neither place can be used).
    static Result<WorkingFolder> acquire(const std::filesystem::path& file, const std::filesystem::path& stateFolder);
    /// The folder that already exists for `file` and holds a working copy, if any.
    static std::optional<std::filesystem::path> existing(const std::filesystem::path& file, const std::filesystem::path& stateFolder);

    WorkingFolder(WorkingFolder&& other) noexcept;
    WorkingFolder& operator=(WorkingFolder&& other) noexcept;
    ~WorkingFolder(); ///< unlocks, and keeps the folder

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] bool beside() const { return m_beside; } ///< on the file system of the project file
    [[nodiscard]] std::filesystem::path database() const { return m_path / "work.db"; }
    [[nodiscard]] std::filesystem::path origin() const { return m_path / "origin.json"; }
    [[nodiscard]] bool holdsCopy() const;

    /// Moves a working copy that cannot be used to a folder of its own, so that nothing is lost; gives that folder.
    Result<std::filesystem::path> setAside();
    /// Removes the folder with all that is in it and unlocks.
    void remove();

private:
    WorkingFolder(std::filesystem::path path, bool beside, int lock) : m_path(std::move(path)), m_beside(beside), m_lock(lock) {}
    static Result<WorkingFolder> lock(const std::filesystem::path& folder, bool beside);

    std::filesystem::path m_path;
    bool m_beside = true;
    int m_lock = -1;
};

} // namespace naru::core
