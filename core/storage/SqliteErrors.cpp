#include "core/storage/SqliteErrors.h"

#include "core/base/Files.h"

#include <sqlite3.h>

namespace naru::core {

Error errorOf(int sqliteCode, const char* detail, const std::filesystem::path& file)
{
    const TextArgs reason = {{"reason", detail == nullptr ? "" : detail}};
    const std::string path = toUtf8(file);
    constexpr int kPrimary = 0xFF;
    switch (sqliteCode & kPrimary) {
    case SQLITE_FULL:
        return {ErrorCode::NotWritable, "core.store.full", reason, path};
    case SQLITE_IOERR:
        return {ErrorCode::NotWritable, "core.store.io", reason, path};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return {ErrorCode::NotWritable, "core.store.not-writable", reason, path};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Conflict, "core.store.busy", reason, path};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: // our statements are sound, so a table or column is not as it should be
        return {ErrorCode::Malformed, "core.store.damaged", reason, path};
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
        return {ErrorCode::LimitExceeded, "core.store.too-big", reason, path};
    default:
        return {ErrorCode::Internal, "core.store.internal", reason, path};
    }
}

Error errorOf(const SQLite::Exception& exception, const std::filesystem::path& file)
{
    return errorOf(exception.getErrorCode(), exception.what(), file);
}

} // namespace naru::core
