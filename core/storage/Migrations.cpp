#include "core/storage/Migrations.h"

#include "core/base/Files.h"
#include "core/storage/SafeFile.h"
#include "core/storage/SqliteErrors.h"

#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

namespace naru::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kHeaderSize = 100;
constexpr std::size_t kVersionOffset = 60;
constexpr std::size_t kApplicationOffset = 68;
constexpr std::size_t kPageSizeOffset = 16;
constexpr std::size_t kPageCountOffset = 28;

std::uint32_t bigEndian(const unsigned char* at, int bytes)
{
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value = (value << 8U) | at[i];
    return value;
}

Error newer(int found, int newest, const std::string& path)
{
    return {ErrorCode::NewerVersion, "core.project.newer", {{"found", std::to_string(found)}, {"newest", std::to_string(newest)}}, path};
}

void setHeader(SQLite::Database& database, int version)
{
    database.exec("PRAGMA application_id=" + std::to_string(kApplicationId));
    database.exec("PRAGMA user_version=" + std::to_string(version));
}

/// Each step in a transaction of its own; user_version is part of the transaction.
void runSteps(SQLite::Database& database, std::span<const Migration> steps, int from)
{
    for (const Migration& step : steps) {
        if (step.to <= from)
            continue;
        SQLite::Transaction transaction(database);
        database.exec(step.sql);
        setHeader(database, step.to);
        transaction.commit();
    }
}

int newestOf(std::span<const Migration> steps)
{
    return steps.empty() ? 0 : steps.back().to;
}

} // namespace

Result<void> createSchema(SQLite::Database& database, std::span<const Migration> steps)
{
    try {
        runSteps(database, steps, 0);
        return {};
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, database.getFilename()));
    }
}

Result<FileVersion> inspectProjectFile(const fs::path& file, int newest)
{
    const std::string path = toUtf8(file);
    struct stat info = {};
    if (::stat(file.c_str(), &info) != 0)
        return errno == EACCES ? failure(ErrorCode::NotReadable, "core.file.not-readable", {{"reason", std::strerror(errno)}}, path)
                               : failure(ErrorCode::NotFound, "core.project.not-found", {}, path);
    if (!S_ISREG(info.st_mode))
        return failure(ErrorCode::Malformed, "core.project.not-file", {}, path);
    if (info.st_size == 0)
        return failure(ErrorCode::Malformed, "core.project.empty", {}, path);
    std::array<unsigned char, kHeaderSize> header{};
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return failure(ErrorCode::NotReadable, "core.file.not-readable", {{"reason", std::strerror(errno)}}, path);
    const ssize_t got = ::read(handle, header.data(), header.size());
    ::close(handle);
    constexpr std::string_view kMagic("SQLite format 3\0", 16);
    if (got < static_cast<ssize_t>(kMagic.size()) || std::memcmp(header.data(), kMagic.data(), kMagic.size()) != 0)
        return failure(ErrorCode::Malformed, "core.project.not-project", {}, path);
    std::uint64_t page = got < static_cast<ssize_t>(kHeaderSize) ? 0 : bigEndian(header.data() + kPageSizeOffset, 2);
    page = page == 1 ? 65536 : page;
    const std::uint64_t pages = bigEndian(header.data() + kPageCountOffset, 4);
    if (page == 0 || static_cast<std::uint64_t>(info.st_size) < page * pages)
        return failure(ErrorCode::Malformed, "core.project.truncated",
                       {{"size", std::to_string(info.st_size)}, {"expected", std::to_string(page * pages)}}, path);
    if (bigEndian(header.data() + kApplicationOffset, 4) != static_cast<std::uint32_t>(kApplicationId))
        return failure(ErrorCode::Malformed, "core.project.other-program", {}, path);
    const int version = static_cast<int>(bigEndian(header.data() + kVersionOffset, 4));
    if (version > newest)
        return std::unexpected(newer(version, newest, path));
    if (version < 1)
        return failure(ErrorCode::Malformed, "core.project.not-project", {}, path);
    return FileVersion{version};
}

Result<int> migrate(SQLite::Database& database, const fs::path& backup, std::span<const Migration> steps)
{
    const fs::path file = database.getFilename();
    try {
        const int found = database.execAndGet("PRAGMA user_version").getInt();
        if (found > newestOf(steps))
            return std::unexpected(newer(found, newestOf(steps), toUtf8(file)));
        if (found == newestOf(steps))
            return found;
        database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        if (const auto copied = copyDurably(file, backup); !copied)
            return std::unexpected(copied.error());
        runSteps(database, steps, found);
        return found;
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, file));
    }
}

} // namespace naru::core
