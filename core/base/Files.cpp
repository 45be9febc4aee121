#include "core/base/Files.h"
#include "core/base/JsonWriter.h"
#include "core/base/OpenFile.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace naru::core {

namespace fs = std::filesystem;

Result<std::string> readFile(const fs::path& path, std::uintmax_t limit)
{
    return OpenFile(AT_FDCWD, path.c_str()).whole(path.native(), limit, {});
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
