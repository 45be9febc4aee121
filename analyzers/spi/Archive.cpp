#include "analyzers/spi/Archive.h"

#include "analyzers/spi/FileKinds.h"
#include "core/base/Ascii.h"
#include "core/base/Files.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace naru::analyzers {

using core::Diagnostic;
using core::ErrorCode;
using core::failure;
using core::Severity;

namespace {

struct CloseArchive {
    void operator()(archive* handle) const { archive_read_free(handle); }
};

constexpr std::size_t kBlock = std::size_t{64} * 1024;

/// Why an entry could not be read whole.
enum class EntryState { Whole, TooLarge, TotalReached, Broken };

class ArchiveReader {
public:
    ArchiveReader(const std::string& origin, const ArchiveLimits& limits, const std::function<bool(std::string_view)>& wanted,
                  std::vector<Diagnostic>& diagnostics)
        : m_origin(origin),
          m_limits(limits),
          m_wanted(wanted),
          m_diagnostics(diagnostics)
    {
    }

    core::Result<std::vector<ArchiveEntry>> run(const std::filesystem::path& file, const std::string* bytes)
    {
        m_handle.reset(archive_read_new());
        archive_read_support_format_zip(m_handle.get());
        const int opened = bytes != nullptr ? archive_read_open_memory(m_handle.get(), bytes->data(), bytes->size())
                                            : archive_read_open_filename(m_handle.get(), file.c_str(), kBlock);
        if (opened != ARCHIVE_OK)
            return failure(ErrorCode::NotReadable, "analysis.archive.not-readable", {{"detail", message()}}, m_origin);
        std::size_t seen = 0;
        for (archive_entry* entry = nullptr;;) {
            const int state = archive_read_next_header(m_handle.get(), &entry);
            if (state == ARCHIVE_EOF)
                break;
            if (state != ARCHIVE_OK && state != ARCHIVE_WARN) {
                if (seen == 0)
                    return failure(ErrorCode::Malformed, "analysis.archive.malformed", {{"detail", message()}}, m_origin);
                note("analysis.archive.broken", message());
                break;
            }
            if (++seen > m_limits.entries) {
                note("analysis.archive.too-many", std::to_string(m_limits.entries));
                break;
            }
            if (archive_entry_filetype(entry) == AE_IFREG && !readEntry(entry))
                break;
        }
        return std::move(m_entries);
    }

private:
    /// False when nothing more is to be read.
    bool readEntry(archive_entry* entry)
    {
        const char* name = archive_entry_pathname_utf8(entry);
        if (name == nullptr) // not UTF-8, as old tools wrote it
            name = archive_entry_pathname(entry);
        const std::string written = escapeInvalidUtf8(name != nullptr ? name : "");
        const std::string path = safeEntryPath(written);
        if (path.empty()) {
            note("analysis.archive.unsafe-path", written);
            return true;
        }
        if (!m_wanted(path))
            return true;
        if (archive_entry_is_encrypted(entry) != 0) {
            note("analysis.archive.encrypted", path);
            return true;
        }
        std::string bytes;
        switch (contentOf(bytes, isArchiveName(path) ? m_limits.archiveBytes : m_limits.entryBytes)) {
        case EntryState::Whole:
            m_entries.push_back({path, std::move(bytes)});
            return true;
        case EntryState::TooLarge:
            note("analysis.archive.entry-too-large", path);
            return true;
        case EntryState::TotalReached:
            note("analysis.archive.too-large", std::to_string(m_limits.totalBytes >> 20U));
            return false;
        default:
            note("analysis.archive.broken", path);
            return true;
        }
    }

    EntryState contentOf(std::string& bytes, std::uint64_t most)
    {
        std::string block(kBlock, '\0');
        for (;;) {
            const la_ssize_t count = archive_read_data(m_handle.get(), block.data(), block.size());
            if (count == 0)
                return EntryState::Whole;
            if (count < 0)
                return EntryState::Broken;
            const auto read = static_cast<std::uint64_t>(count);
            m_total += read;
            if (m_total > m_limits.totalBytes)
                return EntryState::TotalReached;
            if (bytes.size() + read > most)
                return EntryState::TooLarge; // the sizes that the archive states are not believed
            bytes.append(block, 0, static_cast<std::size_t>(read));
        }
    }

    [[nodiscard]] std::string message() const
    {
        const char* text = archive_error_string(m_handle.get());
        return escapeInvalidUtf8(text != nullptr ? text : "");
    }

    void note(std::string_view code, const std::string& detail)
    {
        m_diagnostics.push_back({Severity::Warning, std::string(code), m_origin, 0, {{"detail", detail}}});
    }

    const std::string& m_origin;
    const ArchiveLimits& m_limits;
    const std::function<bool(std::string_view)>& m_wanted;
    std::vector<Diagnostic>& m_diagnostics;
    std::unique_ptr<archive, CloseArchive> m_handle;
    std::vector<ArchiveEntry> m_entries;
    std::uint64_t m_total = 0;
};

} // namespace

bool isArchiveName(std::string_view path)
{
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos)
        return false;
    const std::string extension = core::smallLetters(path.substr(dot + 1));
    constexpr std::string_view kExtensions[] = {"war", "ear", "jar", "zip", "rar", "sar", "har"};
    return std::ranges::find(kExtensions, extension) != std::end(kExtensions);
}

std::string safeEntryPath(std::string_view path)
{
    std::string safe;
    if (path.starts_with('/') || path.starts_with('\\') || (path.size() > 1 && path[1] == ':'))
        return {};
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find_first_of("/\\", at), path.size());
        const std::string_view part = path.substr(at, end - at);
        at = end + 1;
        if (part == "..")
            return {};
        if (part.empty() || part == ".")
            continue;
        if (std::ranges::any_of(part, [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
            return {};
        if (!safe.empty())
            safe += '/';
        safe += part;
    }
    return safe;
}

core::Result<std::vector<ArchiveEntry>> readArchive(const std::filesystem::path& file, const std::string* bytes, const std::string& origin,
                                                    const ArchiveLimits& limits, const std::function<bool(std::string_view)>& wanted,
                                                    std::vector<Diagnostic>& diagnostics)
{
    return ArchiveReader(origin, limits, wanted, diagnostics).run(file, bytes);
}

} // namespace naru::analyzers
