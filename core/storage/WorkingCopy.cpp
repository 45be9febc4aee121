#include "core/storage/WorkingCopy.h"

#include "core/base/Files.h"
#include "core/base/LargePages.h"
#include "core/storage/Migrations.h"
#include "core/storage/SafeFile.h"
#include "core/storage/SqliteErrors.h"
#include "core/storage/WorkingPaths.h"

#include <SQLiteCpp/Statement.h>
#include <nlohmann/json.hpp>

#include <system_error>
#include <utility>

namespace naru::core {

namespace fs = std::filesystem;

namespace {

int newestVersion()
{
    return projectMigrations().back().to;
}

/// What a saved file says of the save that made it.
struct Stamp {
    std::string saveId;
    std::int64_t revision = 0;
};

Result<Stamp> stampOf(const fs::path& file)
{
    try {
        SQLite::Database database(file.native(), SQLite::OPEN_READONLY);
        SQLite::Statement query(database, "SELECT name, value FROM meta WHERE name IN ('saveId', 'revision')");
        Stamp stamp;
        while (query.executeStep()) {
            if (query.getColumn(0).getString() == kSaveId)
                stamp.saveId = query.getColumn(1).getString();
            else
                stamp.revision = query.getColumn(1).getInt64();
        }
        return stamp;
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, file));
    }
}

/// Whether a working copy can never be taken over, as opposed to "not now" (a full disk, no permission).
bool unusable(const Error& error)
{
    return error.code == ErrorCode::Malformed || error.code == ErrorCode::NotFound || error.code == ErrorCode::NewerVersion;
}

} // namespace

WorkingCopy::WorkingCopy(fs::path file, fs::path stateFolder, WorkingFolder folder)
    : m_file(std::move(file)),
      m_target(resolved(m_file)),
      m_stateFolder(std::move(stateFolder)),
      m_folder(std::move(folder))
{
    std::error_code ignored;
    const bool there = fs::exists(m_target, ignored);
    m_readOnly = !writable(m_target.parent_path()) || (there && !writable(m_target));
}

WorkingCopy::~WorkingCopy()
{
    const bool unsaved = m_store && dirty();
    m_store.reset();
    if (m_discarded || (!unsaved && !m_keepFolder))
        m_folder.remove();
}

void WorkingCopy::notice(Severity severity, const char* code, TextArgs args)
{
    m_notices.push_back({severity, code, toUtf8(m_file), 0, std::move(args)});
}

Result<std::unique_ptr<WorkingCopy>> WorkingCopy::create(const fs::path& file, const Project& project, const fs::path& stateFolder)
{
    const fs::path target = resolved(file);
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(target, ignored)))
        return failure(ErrorCode::Conflict, "core.project.exists", {}, toUtf8(file));
    if (!fs::is_directory(target.parent_path(), ignored))
        return failure(ErrorCode::NotWritable, "core.project.no-folder", {}, toUtf8(file));
    if (!writable(target.parent_path()))
        return failure(ErrorCode::NotWritable, "core.project.folder-read-only", {}, toUtf8(file));
    auto folder = WorkingFolder::acquire(target, stateFolder);
    if (!folder)
        return std::unexpected(folder.error());
    if (folder->holdsCopy())
        return failure(ErrorCode::Conflict, "core.project.leftover", {{"folder", toUtf8(folder->path())}}, toUtf8(file));
    const fs::path sibling = siblingOf(target);
    auto made = ProjectStore::makeNew(sibling, project);
    if (made)
        made = placeNewFile(sibling, target);
    if (!made) {
        fs::remove(sibling, ignored);
        folder->remove();
        return std::unexpected(made.error());
    }
    std::unique_ptr<WorkingCopy> copy(new WorkingCopy(file, stateFolder, std::move(*folder)));
    if (const auto taken = copy->takeFile(); !taken)
        return std::unexpected(taken.error());
    return copy;
}

Result<std::unique_ptr<WorkingCopy>> WorkingCopy::open(const fs::path& file, const fs::path& stateFolder)
{
    const fs::path target = resolved(file);
    const auto inspected = inspectProjectFile(target, newestVersion());
    if (!inspected && !WorkingFolder::existing(target, stateFolder))
        return std::unexpected(inspected.error());
    auto folder = WorkingFolder::acquire(target, stateFolder);
    if (!folder)
        return std::unexpected(folder.error());
    std::unique_ptr<WorkingCopy> copy(new WorkingCopy(file, stateFolder, std::move(*folder)));
    if (copy->m_folder.holdsCopy()) {
        const auto taken = copy->takeOver();
        if (taken && *taken)
            return copy;
        copy->m_store.reset();
        if (!taken) {
            copy->m_keepFolder = true;
            if (!unusable(taken.error()))
                return std::unexpected(taken.error());
            const auto aside = copy->m_folder.setAside();
            if (!aside)
                return std::unexpected(taken.error());
            copy->m_keepFolder = false;
            copy->notice(Severity::Error, "core.project.copy-damaged", {{"folder", toUtf8(*aside)}});
        }
    }
    if (!inspected)
        return std::unexpected(inspected.error());
    if (const auto taken = copy->takeFile(); !taken)
        return std::unexpected(taken.error());
    if (copy->m_readOnly)
        copy->notice(Severity::Warning, "core.project.read-only");
    return copy;
}

Result<void> WorkingCopy::takeFile()
{
    const auto inspected = inspectProjectFile(m_target, newestVersion());
    if (!inspected)
        return std::unexpected(inspected.error());
    std::error_code ignored;
    for (const char* name : {"work.db", "work.db-wal", "work.db-journal", "work.tmp"})
        fs::remove(m_folder.path() / name, ignored);
    const fs::path fresh = m_folder.path() / "work.tmp";
    if (const auto copied = copyDurably(m_target, fresh); !copied)
        return copied;
    const auto content = fingerprintOf(fresh);
    const auto stamp = stampOf(fresh);
    if (!content || !stamp) {
        Error error = content ? stamp.error() : content.error();
        error.path = toUtf8(m_file);
        return std::unexpected(error);
    }
    m_origin = {*content, stamp->revision, inspected->version < newestVersion() ? inspected->version : 0};
    // The origin is in place before there is a working copy: one without the other cannot be left behind.
    if (const auto written = writeOrigin(); !written)
        return written;
    if (const auto placed = replaceFile(fresh, m_folder.database()); !placed)
        return placed;
    if (m_origin.migratedFrom > 0)
        notice(Severity::Info, "core.project.upgraded",
               {{"from", std::to_string(m_origin.migratedFrom)}, {"to", std::to_string(newestVersion())}});
    return openStore();
}

Result<void> WorkingCopy::openStore()
{
    constexpr std::uintmax_t kLarge = std::uintmax_t{16} << 20U; // its results take some ten times as much where they are read
    std::error_code unknown;
    if (const std::uintmax_t size = fs::file_size(m_folder.database(), unknown); !unknown && size >= kLarge)
        useLargePages();
    auto store = ProjectStore::open(m_folder.database());
    if (!store)
        return std::unexpected(store.error());
    m_store = std::move(*store);
    const auto migrated = migrate(m_store->database(), m_folder.path() / "before-upgrade.db");
    if (!migrated)
        return std::unexpected(migrated.error());
    return {};
}

/// Takes over what an earlier process left. False: it had nothing that the file has not.
Result<bool> WorkingCopy::takeOver()
{
    if (const auto read = readOrigin(); !read)
        return std::unexpected(read.error());
    if (const auto opened = openStore(); !opened)
        return std::unexpected(opened.error());
    if (const auto judged = judgeFile(); !judged)
        return std::unexpected(judged.error());
    const auto revision = m_store->revision();
    if (!revision)
        return std::unexpected(revision.error());
    if (*revision == m_origin.revision)
        return false;
    m_recovered = true;
    notice(Severity::Warning, "core.project.recovered");
    if (fileChanged())
        notice(Severity::Error, "core.project.recovered-changed");
    if (m_readOnly)
        notice(Severity::Warning, "core.project.read-only");
    return true;
}

/// A crash between the rename of Save and the note of it leaves an old origin: the save
/// id, which is in the file and in the working copy, tells that the file is our own.
Result<void> WorkingCopy::judgeFile()
{
    const auto content = fingerprintOf(m_target);
    if (!content || *content == m_origin.content)
        return {};
    const auto saveId = m_store->meta(kSaveId);
    if (!saveId)
        return std::unexpected(saveId.error());
    const auto stamp = stampOf(m_target);
    if (!stamp || stamp->saveId.empty() || stamp->saveId != *saveId)
        return {};
    m_origin = {*content, stamp->revision, 0};
    return writeOrigin();
}

bool WorkingCopy::dirty() const
{
    const auto revision = m_store->revision();
    return !revision || *revision != m_origin.revision;
}

bool WorkingCopy::fileChanged() const
{
    const auto content = fingerprintOf(m_target);
    return !content || *content != m_origin.content;
}

Result<void> WorkingCopy::readOrigin()
{
    const auto json = readJson(m_folder.origin());
    if (!json)
        return std::unexpected(json.error());
    try {
        m_origin = {Fingerprint::fromHex(json->at("content").get<std::string>()), json->at("revision").get<std::int64_t>(),
                    json->at("migratedFrom").get<int>()};
        return {};
    } catch (const nlohmann::json::exception& exception) {
        return failure(ErrorCode::Malformed, "core.json.malformed", {{"detail", exception.what()}}, toUtf8(m_folder.origin()));
    }
}

Result<void> WorkingCopy::writeOrigin()
{
    const nlohmann::json json = {
        {"content", m_origin.content.hex()}, {"revision", m_origin.revision}, {"migratedFrom", m_origin.migratedFrom}};
    if (const auto written = writeFile(m_folder.origin(), json.dump()); !written)
        return written;
    return syncFolder(m_folder.path());
}

void WorkingCopy::discard()
{
    m_discarded = true;
    m_store.reset();
    m_folder.remove();
}

} // namespace naru::core
