#include "core/storage/WorkingFolder.h"

#include "core/base/Files.h"
#include "core/base/Fingerprint.h"
#include "core/storage/SafeFile.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

namespace naru::core {

namespace fs = std::filesystem;

namespace {

fs::path folderBeside(const fs::path& file)
{
    return file.parent_path() / (fs::path(".") += file.filename()).concat("-work");
}

fs::path folderInState(const fs::path& file, const fs::path& stateFolder)
{
    fs::path state = stateFolder;
    if (state.empty()) {
        const char* given = std::getenv("XDG_STATE_HOME");
        const char* home = std::getenv("HOME");
        if (given != nullptr && *given == '/')
            state = fs::path(given) / "naru";
        else if (home != nullptr && *home == '/')
            state = fs::path(home) / ".local" / "state" / "naru";
        else
            return {};
    }
    return state / "work" / Fingerprint::of(file.native()).hex();
}

bool holdsDatabase(const fs::path& folder)
{
    std::error_code ignored;
    return !folder.empty() && fs::is_regular_file(folder / "work.db", ignored);
}

/// Whether the handle is still the file of that name: another Naru may have removed it in between.
bool sameFile(int handle, const fs::path& path)
{
    struct stat held = {};
    struct stat named = {};
    return ::fstat(handle, &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

} // namespace

std::optional<fs::path> WorkingFolder::existing(const fs::path& file, const fs::path& stateFolder)
{
    for (const fs::path& folder : {folderBeside(file), folderInState(file, stateFolder)})
        if (holdsDatabase(folder))
            return folder;
    return std::nullopt;
}

Result<WorkingFolder> WorkingFolder::lock(const fs::path& folder, bool beside)
{
    const fs::path lockFile = folder / "lock";
    constexpr int kAttempts = 16;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        std::error_code error;
        fs::create_directories(folder, error);
        const int handle = ::open(lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (handle < 0) {
            if (errno == ENOENT)
                continue; // removed by another Naru that has just closed the project
            return failure(ErrorCode::NotWritable, "core.project.no-working-place", {{"reason", std::strerror(errno)}}, toUtf8(folder));
        }
        if (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
            const int reason = errno;
            ::close(handle);
            if (reason == EWOULDBLOCK)
                return failure(ErrorCode::Conflict, "core.project.in-use", {}, toUtf8(folder));
            return failure(ErrorCode::NotWritable, "core.project.no-working-place", {{"reason", std::strerror(reason)}}, toUtf8(folder));
        }
        if (sameFile(handle, lockFile))
            return WorkingFolder(folder, beside, handle);
        ::close(handle);
    }
    return failure(ErrorCode::Conflict, "core.project.in-use", {}, toUtf8(folder));
}

Result<WorkingFolder> WorkingFolder::acquire(const fs::path& file, const fs::path& stateFolder)
{
    const fs::path near = folderBeside(file);
    const fs::path far = folderInState(file, stateFolder);
    const bool leftFar = !holdsDatabase(near) && holdsDatabase(far);
    if (!leftFar && writable(file.parent_path())) {
        auto folder = lock(near, true);
        if (folder || folder.error().code == ErrorCode::Conflict)
            return folder;
    }
    if (far.empty())
        return failure(ErrorCode::NotWritable, "core.project.no-working-place", {{"reason", "HOME"}}, toUtf8(near));
    return lock(far, false);
}

WorkingFolder::WorkingFolder(WorkingFolder&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_beside(other.m_beside),
      m_lock(std::exchange(other.m_lock, -1))
{
}

WorkingFolder& WorkingFolder::operator=(WorkingFolder&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_beside, other.m_beside);
    std::swap(m_lock, other.m_lock);
    return *this;
}

WorkingFolder::~WorkingFolder()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

bool WorkingFolder::holdsCopy() const
{
    return holdsDatabase(m_path);
}

Result<fs::path> WorkingFolder::setAside()
{
    fs::path target;
    std::error_code error;
    for (int number = 1;; ++number) {
        target = fs::path(m_path).concat(".aside-" + std::to_string(number));
        if (fs::create_directory(target, error))
            break;
        if (error)
            return failure(ErrorCode::NotWritable, "core.file.not-writable", {{"reason", error.message()}}, toUtf8(target));
    }
    for (const char* name : {"work.db-wal", "work.db-journal", "origin.json", "work.db"}) {
        fs::rename(m_path / name, target / name, error);
        if (error && error != std::errc::no_such_file_or_directory)
            return failure(ErrorCode::NotWritable, "core.file.not-writable", {{"reason", error.message()}}, toUtf8(target));
    }
    return target;
}

void WorkingFolder::remove()
{
    if (m_lock < 0)
        return;
    std::error_code ignored;
    // The database goes first: a folder without it is no working copy any more.
    fs::remove(database(), ignored);
    fs::remove_all(m_path, ignored);
    ::close(std::exchange(m_lock, -1));
}

} // namespace naru::core
