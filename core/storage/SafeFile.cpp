#include "core/storage/SafeFile.h"

#include "core/base/Files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

namespace naru::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 20;

/// An open file that closes itself.
class OpenFile {
public:
    OpenFile(const fs::path& path, int flags, mode_t mode = 0) : m_file(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    [[nodiscard]] bool valid() const { return m_file >= 0; }
    [[nodiscard]] int get() const { return m_file; }
    /// Closes and gives the errno, 0 when all is well.
    int close() { return ::close(std::exchange(m_file, -1)) == 0 ? 0 : errno; }

private:
    int m_file;
};

std::unexpected<Error> notWritable(const fs::path& path, int reason)
{
    return failure(ErrorCode::NotWritable, "core.file.not-writable", {{"reason", std::strerror(reason)}}, toUtf8(path));
}

std::unexpected<Error> notReadable(const fs::path& path, int reason)
{
    if (reason == ENOENT || reason == ENOTDIR)
        return failure(ErrorCode::NotFound, "core.file.not-found", {}, toUtf8(path));
    return failure(ErrorCode::NotReadable, "core.file.not-readable", {{"reason", std::strerror(reason)}}, toUtf8(path));
}

ssize_t readBlock(int file, std::vector<char>& block)
{
    ssize_t got = 0;
    do
        got = ::read(file, block.data(), block.size());
    while (got < 0 && errno == EINTR);
    return got;
}

int writeAll(int file, const char* bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t written = ::write(file, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : EIO;
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
    return 0;
}

} // namespace

Result<Fingerprint> fingerprintOf(const fs::path& file)
{
    const OpenFile in(file, O_RDONLY);
    if (!in.valid())
        return notReadable(file, errno);
    const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(), XXH3_freeState);
    XXH3_128bits_reset(state.get());
    std::vector<char> block(kBlock);
    for (;;) {
        const ssize_t got = readBlock(in.get(), block);
        if (got < 0)
            return notReadable(file, errno);
        if (got == 0)
            break;
        XXH3_128bits_update(state.get(), block.data(), static_cast<std::size_t>(got));
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return Fingerprint{hash.high64, hash.low64};
}

Result<void> copyDurably(const fs::path& from, const fs::path& to)
{
    const OpenFile in(from, O_RDONLY);
    if (!in.valid())
        return notReadable(from, errno);
    OpenFile out(to, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (!out.valid())
        return notWritable(to, errno);
    std::vector<char> block(kBlock);
    int reason = 0;
    while (reason == 0) {
        const ssize_t got = readBlock(in.get(), block);
        if (got < 0)
            return notReadable(from, errno);
        if (got == 0)
            break;
        reason = writeAll(out.get(), block.data(), static_cast<std::size_t>(got));
    }
    if (reason == 0 && ::fsync(out.get()) != 0)
        reason = errno;
    const int closing = out.close();
    if (reason == 0)
        reason = closing;
    if (reason == 0)
        return {};
    ::unlink(to.c_str());
    return notWritable(to, reason);
}

Result<void> syncFile(const fs::path& file)
{
    const OpenFile open(file, O_RDWR);
    if (!open.valid() || ::fsync(open.get()) != 0)
        return notWritable(file, errno);
    return {};
}

Result<void> syncFolder(const fs::path& folder)
{
    const fs::path place = folder.empty() ? fs::path(".") : folder;
    const OpenFile open(place, O_RDONLY | O_DIRECTORY);
    if (!open.valid())
        return notWritable(place, errno);
    // Some network file systems cannot sync a folder; they order renames themselves.
    if (::fsync(open.get()) != 0 && errno != EINVAL && errno != ENOTSUP)
        return notWritable(place, errno);
    return {};
}

Result<void> replaceFile(const fs::path& from, const fs::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return notWritable(to, errno);
    return syncFolder(to.parent_path());
}

Result<void> placeNewFile(const fs::path& from, const fs::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return syncFolder(to.parent_path());
    if (errno == EEXIST)
        return failure(ErrorCode::Conflict, "core.project.exists", {}, toUtf8(to));
    if (errno != EINVAL && errno != ENOSYS)
        return notWritable(to, errno);
    // The file system does not know the flag: a hard link refuses to replace as well.
    if (::link(from.c_str(), to.c_str()) != 0) {
        if (errno == EEXIST)
            return failure(ErrorCode::Conflict, "core.project.exists", {}, toUtf8(to));
        return notWritable(to, errno);
    }
    ::unlink(from.c_str());
    return syncFolder(to.parent_path());
}

bool writable(const fs::path& path)
{
    struct stat info = {};
    const fs::path place = path.empty() ? fs::path(".") : path;
    if (::stat(place.c_str(), &info) != 0)
        return false;
    constexpr mode_t kAnyWrite = S_IWUSR | S_IWGRP | S_IWOTH;
    return (info.st_mode & kAnyWrite) != 0 && ::access(place.c_str(), W_OK) == 0;
}

} // namespace naru::core
