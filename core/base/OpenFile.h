#pragma once

#include "core/base/Error.h"

#include <cstdint>
#include <optional>
#include <string>

namespace naru::core {

/// A file open for reading; closed at the end.
class OpenFile {
public:
    /// `name` below an open folder, or any path where `folder` is AT_FDCWD.
    OpenFile(int folder, const char* name);
    ~OpenFile();
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    /// All bytes, in the room of `room`. Errors as of readFile(), which name the file by `path`.
    Result<std::string> whole(const std::string& path, std::uintmax_t limit, std::string room) const;

    /// Its size in bytes; nothing when it is no regular file, or could not be opened.
    [[nodiscard]] std::optional<std::uintmax_t> size() const;
    /// At most `wanted` bytes from `offset` on, fewer when the file ends before.
    std::size_t readAt(std::uint64_t offset, char* to, std::size_t wanted) const;

private:
    /// At most `wanted` bytes, fewer when the file ends before.
    std::size_t read(char* to, std::size_t wanted) const;

    int m_file;
    int m_reason; ///< errno when it could not be opened
};

} // namespace naru::core
