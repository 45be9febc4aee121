#include "analyzers/spi/ZipNames.h"

#include "core/base/OpenFile.h"

#include <algorithm>
#include <cstdint>
#include <fcntl.h>
#include <string_view>

namespace naru::analyzers {

namespace {

/// Any part of an archive on disk or in memory.
class ZipBytes {
public:
    ZipBytes(const std::filesystem::path& file, const std::string* bytes) : m_bytes(bytes)
    {
        if (bytes == nullptr)
            m_file.emplace(AT_FDCWD, file.c_str());
        m_size = bytes != nullptr ? bytes->size() : m_file->size().value_or(0);
    }

    [[nodiscard]] std::uint64_t size() const { return m_size; }

    /// `offset + length` is at most size(); fewer bytes come back where the file became shorter.
    [[nodiscard]] std::string part(std::uint64_t offset, std::size_t length) const
    {
        if (m_bytes != nullptr)
            return m_bytes->substr(static_cast<std::size_t>(offset), length);
        std::string text;
        text.resize_and_overwrite(length, [&](char* to, std::size_t wanted) { return m_file->readAt(offset, to, wanted); });
        return text;
    }

private:
    const std::string* m_bytes;
    std::optional<core::OpenFile> m_file; ///< where the bytes are not at hand
    std::uint64_t m_size = 0;
};

/// A number of `bytes` bytes, the lowest first; 0 behind the end.
std::uint32_t number(std::string_view text, std::size_t at, std::size_t bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes && at + i < text.size(); ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])) << (8 * i);
    return value;
}

constexpr std::size_t kEnd = 22;   ///< bytes of the record at the end, without its comment
constexpr std::size_t kEntry = 46; ///< and of an entry of the directory, without its name

/// Where the directory stands, as the record at the end says.
struct Directory {
    std::uint64_t offset = 0;
    std::size_t size = 0;
    std::size_t entries = 0;
};

std::optional<Directory> directoryOf(const ZipBytes& archive)
{
    constexpr std::size_t kLongestComment = 0xFFFF;
    constexpr std::uint32_t kElsewhere = 0xFFFF; // the larger format says more
    const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(archive.size(), kEnd));
    std::uint64_t begin = archive.size() - length;
    std::string tail = archive.part(begin, length);
    std::size_t at = 0;
    if (!tail.starts_with("PK\x05\x06")) { // behind it stands a comment
        const auto longer = static_cast<std::size_t>(std::min<std::uint64_t>(archive.size(), kEnd + kLongestComment));
        begin = archive.size() - longer;
        tail = archive.part(begin, longer);
        at = tail.rfind("PK\x05\x06");
        if (at == std::string::npos)
            return std::nullopt;
    }
    if (at + kEnd + number(tail, at + 20, 2) != tail.size())
        return std::nullopt;
    const Directory found{number(tail, at + 16, 4), number(tail, at + 12, 4), number(tail, at + 10, 2)};
    const bool split = number(tail, at + 4, 4) != 0 || number(tail, at + 8, 2) != found.entries;
    if (split || found.entries == kElsewhere || found.offset + found.size != begin + at)
        return std::nullopt;
    return found;
}

bool isPlain(std::string_view name)
{
    return !name.empty() && !name.starts_with("__MACOSX/") &&
           std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Whether another name stands beside the one of the entry.
bool hasOtherName(std::string_view extra)
{
    constexpr std::uint32_t kUnicodePath = 0x7075;
    for (std::size_t at = 0; at + 4 <= extra.size(); at += 4 + number(extra, at + 2, 2))
        if (number(extra, at, 2) == kUnicodePath)
            return true;
    return false;
}

/// What the system that wrote the entry says of its kind; where it says nothing, a name that ends in `/` is a folder.
bool isFile(std::string_view directory, std::size_t entry, std::string_view name)
{
    constexpr std::uint32_t kUnix = 3;
    constexpr std::uint32_t kKind = 0170000;
    constexpr std::uint32_t kRegular = 0100000;
    const std::uint32_t kind = number(directory, entry + 5, 1) == kUnix ? number(directory, entry + 40, 2) & kKind : 0;
    return !name.ends_with('/') && (kind == 0 || kind == kRegular);
}

} // namespace

std::optional<std::vector<std::string>> zipNames(const std::filesystem::path& file, const std::string* bytes, std::size_t most)
{
    const ZipBytes archive(file, bytes);
    const std::optional<Directory> directory = directoryOf(archive);
    if (!directory || directory->entries > most)
        return std::nullopt;
    const std::string text = archive.part(directory->offset, directory->size);
    const std::string_view view(text);
    std::vector<std::string> names;
    std::size_t at = 0;
    for (std::size_t i = 0; i < directory->entries; ++i) {
        const std::size_t length = number(view, at + 28, 2);
        const std::size_t extra = number(view, at + 30, 2);
        const std::size_t end = at + kEntry + length + extra + number(view, at + 32, 2);
        if (end > view.size() || !view.substr(at).starts_with("PK\x01\x02"))
            return std::nullopt;
        const std::string_view name = view.substr(at + kEntry, length);
        if (!isPlain(name) || hasOtherName(view.substr(at + kEntry + length, extra)))
            return std::nullopt;
        if (isFile(view, at, name))
            names.emplace_back(name);
        at = end;
    }
    if (at != view.size()) // a signature of the directory
        return std::nullopt;
    return names;
}

} // namespace naru::analyzers
