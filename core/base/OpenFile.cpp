#include "core/base/OpenFile.h"

#include "core/base/Files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace naru::core {

namespace fs = std::filesystem;

namespace {

/// Why a file could not be opened.
std::unexpected<Error> notOpened(const fs::path& path, int reason)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        return failure(ErrorCode::NotFound, "core.file.not-found", {}, toUtf8(path));
    if (!fs::is_regular_file(status))
        return failure(ErrorCode::NotReadable, "core.file.not-regular", {}, toUtf8(path));
    return failure(ErrorCode::NotReadable, "core.file.not-readable", {{"reason", std::strerror(reason)}}, toUtf8(path));
}

/// Calls next(bytes read so far) until all that is wanted is there, or no more comes; gives the number of bytes.
template <typename Next> std::size_t readAll(std::size_t wanted, const Next& next)
{
    std::size_t done = 0;
    while (done < wanted) {
        const ssize_t got = next(done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

} // namespace

OpenFile::OpenFile(int folder, const char* name)
    : m_file(::openat(folder, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)), // a pipe must not keep anyone waiting
      m_reason(m_file < 0 ? errno : 0)
{
}

OpenFile::~OpenFile()
{
    if (m_file >= 0)
        ::close(m_file);
}

std::optional<std::uintmax_t> OpenFile::size() const
{
    struct ::stat status {};
    const bool regular = ::fstat(m_file, &status) == 0 && S_ISREG(status.st_mode);
    return regular ? std::optional(static_cast<std::uintmax_t>(status.st_size)) : std::nullopt;
}

std::size_t OpenFile::read(char* to, std::size_t wanted) const
{
    return readAll(wanted, [&](std::size_t done) { return ::read(m_file, to + done, wanted - done); });
}

std::size_t OpenFile::readAt(std::uint64_t offset, char* to, std::size_t wanted) const
{
    return readAll(wanted, [&](std::size_t done) { return ::pread(m_file, to + done, wanted - done, static_cast<off_t>(offset + done)); });
}

Result<std::string> OpenFile::whole(const std::string& path, std::uintmax_t limit, std::string room) const
{
    if (m_file < 0)
        return notOpened(path, m_reason);
    const std::optional<std::uintmax_t> bytes = size();
    if (!bytes)
        return failure(ErrorCode::NotReadable, "core.file.not-regular", {}, toUtf8(path));
    if (*bytes > limit)
        return failure(ErrorCode::LimitExceeded, "core.file.too-large", {{"size", std::to_string(*bytes)}, {"limit", std::to_string(limit)}},
                       toUtf8(path));
    std::string text = std::move(room); // not filled with zeros first: large trees are read by hundreds of megabytes
    text.clear();
    text.resize_and_overwrite(static_cast<std::size_t>(*bytes), [this](char* data, std::size_t wanted) { return read(data, wanted); });
    return text;
}

} // namespace naru::core
