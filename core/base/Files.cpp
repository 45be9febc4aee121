#include "core/base/Files.h"
#include "core/base/JsonWriter.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

namespace naru::core {

namespace fs = std::filesystem;

namespace {

/// An open file; closed at the end.
class OpenFile {
public:
    explicit OpenFile(const fs::path& path) : m_file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {}
    ~OpenFile()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    [[nodiscard]] bool opened() const { return m_file >= 0; }
    /// Its size in bytes; nothing when it is no regular file.
    [[nodiscard]] std::optional<std::uintmax_t> size() const
    {
        struct ::stat status {};
        const bool regular = ::fstat(m_file, &status) == 0 && S_ISREG(status.st_mode);
        return regular ? std::optional(static_cast<std::uintmax_t>(status.st_size)) : std::nullopt;
    }
    /// At most `wanted` bytes, fewer when the file ends before.
    std::size_t read(char* to, std::size_t wanted) const
    {
        std::size_t done = 0;
        while (done < wanted) {
            const ssize_t got = ::read(m_file, to + done, wanted - done);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                break;
            done += static_cast<std::size_t>(got);
        }
        return done;
    }

private:
    int m_file;
};

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

} // namespace

Result<std::string> readFile(const fs::path& path, std::uintmax_t limit, std::string buffer)
{
    const OpenFile in(path);
    if (!in.opened())
        return notOpened(path, errno);
    const std::optional<std::uintmax_t> size = in.size();
    if (!size)
        return failure(ErrorCode::NotReadable, "core.file.not-regular", {}, toUtf8(path));
    if (*size > limit)
        return failure(ErrorCode::LimitExceeded, "core.file.too-large", {{"size", std::to_string(*size)}, {"limit", std::to_string(limit)}},
                       toUtf8(path));
    std::string bytes = std::move(buffer); // not filled with zeros first: large trees are read by hundreds of megabytes
    bytes.clear();
    bytes.resize_and_overwrite(static_cast<std::size_t>(*size), [&in](char* data, std::size_t wanted) { return in.read(data, wanted); });
    return bytes;
}

namespace {

std::unexpected<Error> notWritable(const fs::path& path, int reason)
{
    return failure(ErrorCode::NotWritable, "core.file.not-writable", {{"reason", std::strerror(reason)}}, toUtf8(path));
}

/// Writes all bytes and syncs them; returns 0 or the errno.
int writeAndSync(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : EIO;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0 ? 0 : errno;
}

} // namespace

Result<void> writeFile(const fs::path& path, std::string_view bytes)
{
    const fs::path sibling = fs::path(path) += ".part";
    const int file = ::open(sibling.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0)
        return notWritable(path, errno);
    int reason = writeAndSync(file, bytes);
    if (::close(file) != 0 && reason == 0)
        reason = errno;
    if (reason == 0 && ::rename(sibling.c_str(), path.c_str()) != 0)
        reason = errno;
    if (reason != 0) {
        ::unlink(sibling.c_str());
        return notWritable(path, reason);
    }
    return {};
}

Result<nlohmann::json> parseJson(std::string_view text, const std::string& origin)
{
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
        const auto line = 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
        return failure(ErrorCode::Malformed, "core.json.malformed", {{"detail", error.what()}}, origin, line);
    } catch (const nlohmann::json::exception& error) { // a number beyond what a double can hold
        return failure(ErrorCode::Malformed, "core.json.malformed", {{"detail", error.what()}}, origin);
    }
}

Result<nlohmann::json> readJson(const fs::path& path)
{
    const auto text = readFile(path);
    if (!text)
        return std::unexpected(text.error());
    return parseJson(*text, toUtf8(path));
}

std::string toUtf8(const fs::path& path)
{
    const std::u8string bytes = path.u8string();
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8Length(text.substr(i));
        if (length > 0)
            out += text.substr(i, length);
        else
            out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[i]));
        i += std::max<std::size_t>(length, 1);
    }
    return out;
}

} // namespace naru::core
