#include "reports/writers/Zip.h"

#include <zip.h>

#include <memory>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr zip_uint16_t kNoTime = 0;              // 00:00:00
constexpr zip_uint16_t kFirstDay = (1 << 5) | 1; // 1980-01-01, the first day that ZIP knows

struct SourceFree {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct ArchiveDiscard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FileClose {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Source = std::unique_ptr<zip_source_t, SourceFree>;
using Archive = std::unique_ptr<zip_t, ArchiveDiscard>;

std::unexpected<Error> packFailure(const char* detail)
{
    return failure(ErrorCode::Internal, "report.zip.failed", {{"detail", detail == nullptr ? "" : detail}});
}

Result<void> addEntry(zip_t* archive, const ZipEntry& entry)
{
    zip_source_t* content = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
    if (content == nullptr)
        return packFailure(zip_strerror(archive));
    const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), content, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(content);
        return packFailure(zip_strerror(archive));
    }
    const auto at = static_cast<zip_uint64_t>(index);
    if (zip_set_file_compression(archive, at, entry.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 6) != 0 ||
        zip_file_set_dostime(archive, at, kNoTime, kFirstDay, 0) != 0)
        return packFailure(zip_strerror(archive));
    return {};
}

Result<std::string> contentOf(zip_source_t* source)
{
    zip_stat_t stat{};
    if (zip_source_open(source) != 0 || zip_source_stat(source, &stat) != 0)
        return packFailure(zip_error_strerror(zip_source_error(source)));
    std::string bytes(static_cast<std::size_t>(stat.size), '\0');
    const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (got < 0 || static_cast<std::size_t>(got) != bytes.size())
        return packFailure("short read");
    return bytes;
}

} // namespace

Result<std::string> packZip(const std::vector<ZipEntry>& entries)
{
    zip_error_t error;
    zip_error_init(&error);
    Source buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!buffer)
        return packFailure(zip_error_strerror(&error));
    zip_source_keep(buffer.get()); // the archive takes one reference, this function keeps the other
    Archive archive(zip_open_from_source(buffer.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
    if (!archive) {
        zip_source_free(buffer.get());
        return packFailure(zip_error_strerror(&error));
    }
    for (const ZipEntry& entry : entries)
        if (const auto added = addEntry(archive.get(), entry); !added)
            return std::unexpected(added.error());
    if (zip_close(archive.get()) != 0)
        return packFailure(zip_strerror(archive.get()));
    (void)archive.release(); // closed
    return contentOf(buffer.get());
}

Result<std::vector<ZipEntry>> unpackZip(const std::string& bytes, std::size_t limit)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr)
        return failure(ErrorCode::Malformed, "report.zip.unreadable", {{"detail", zip_error_strerror(&error)}});
    Archive archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!archive) {
        zip_source_free(source);
        return failure(ErrorCode::Malformed, "report.zip.unreadable", {{"detail", zip_error_strerror(&error)}});
    }
    std::vector<ZipEntry> entries;
    std::size_t total = 0;
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat{};
        const auto index = static_cast<zip_uint64_t>(i);
        if (zip_stat_index(archive.get(), index, 0, &stat) != 0)
            return failure(ErrorCode::Malformed, "report.zip.unreadable", {{"detail", zip_strerror(archive.get())}});
        if (stat.size > limit || (total += static_cast<std::size_t>(stat.size)) > limit)
            return failure(ErrorCode::LimitExceeded, "report.zip.too-large", {{"limit", std::to_string(limit)}});
        const std::unique_ptr<zip_file_t, FileClose> file(zip_fopen_index(archive.get(), index, 0));
        std::string content(static_cast<std::size_t>(stat.size), '\0');
        if (!file || zip_fread(file.get(), content.data(), content.size()) != static_cast<zip_int64_t>(content.size()))
            return failure(ErrorCode::Malformed, "report.zip.unreadable", {{"detail", stat.name}});
        entries.push_back({.name = stat.name, .bytes = std::move(content), .stored = stat.comp_method == ZIP_CM_STORE});
    }
    return entries;
}

} // namespace naru::reports
