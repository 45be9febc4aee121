#include "core/storage/ProjectStore.h"

#include "core/base/Files.h"
#include "core/storage/Migrations.h"
#include "core/storage/SafeFile.h"
#include "core/storage/SqliteErrors.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <system_error>
#include <utility>

namespace naru::core {

namespace fs = std::filesystem;

namespace {

// Bytes that are no UTF-8 (they can come from a path) are replaced rather than refused.
std::string dumped(const nlohmann::json& value)
{
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void bindOptional(SQLite::Statement& statement, int index, const std::optional<nlohmann::json>& value)
{
    if (value)
        statement.bind(index, dumped(*value));
    else
        statement.bind(index);
}

std::optional<nlohmann::json> optionalColumn(SQLite::Statement& statement, int index)
{
    const SQLite::Column column = statement.getColumn(index);
    if (column.isNull())
        return std::nullopt;
    return nlohmann::json::parse(column.getString());
}

void writeRoots(SQLite::Database& database, const System& system)
{
    SQLite::Statement remove(database, "DELETE FROM root WHERE system = ?");
    remove.bind(1, system.id);
    remove.exec();
    SQLite::Statement insert(database, "INSERT INTO root VALUES (?, ?, ?)");
    for (int position = 0; const std::string& path : system.roots) {
        insert.reset();
        insert.bind(1, system.id);
        insert.bind(2, position++);
        insert.bind(3, path);
        insert.exec();
    }
}

void writeMeta(SQLite::Database& database, const std::string& name, const std::string& value)
{
    SQLite::Statement statement(database, "INSERT OR REPLACE INTO meta VALUES (?, ?)");
    statement.bind(1, name);
    statement.bind(2, value);
    statement.exec();
}

/// Calls `read` and turns what the libraries throw into an Error.
template <typename Out> Result<Out> guarded(const fs::path& file, const std::function<Out()>& read)
{
    try {
        return read();
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, file));
    } catch (const nlohmann::json::exception& exception) {
        return failure(ErrorCode::Malformed, "core.store.damaged", {{"reason", exception.what()}}, toUtf8(file));
    }
}

} // namespace

ProjectStore::ProjectStore(const fs::path& file) : m_file(file), m_database(file.native(), SQLite::OPEN_READWRITE)
{
    // One owner by the lock of the working folder, so no shared memory file is needed.
    m_database.exec("PRAGMA locking_mode=EXCLUSIVE");
    m_database.exec("PRAGMA journal_mode=WAL");
    m_database.exec("PRAGMA synchronous=FULL");
    m_database.exec("PRAGMA foreign_keys=ON");
    m_database.exec("PRAGMA trusted_schema=OFF");
    m_database.exec("PRAGMA cache_size=-65536");
}

Result<std::unique_ptr<ProjectStore>> ProjectStore::open(const fs::path& file)
{
    try {
        return std::unique_ptr<ProjectStore>(new ProjectStore(file));
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, file));
    }
}

Result<void> ProjectStore::makeNew(const fs::path& file, const Project& project)
{
    std::error_code ignored;
    fs::remove(file, ignored);
    try {
        SQLite::Database database(file.native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        if (const auto made = createSchema(database); !made)
            return made;
        SQLite::Transaction transaction(database);
        writeMeta(database, "name", project.name);
        writeMeta(database, "created", project.created);
        writeMeta(database, "revision", "0");
        transaction.commit();
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, file));
    }
    return syncFile(file);
}

Result<std::string> ProjectStore::meta(const std::string& name)
{
    return guarded<std::string>(m_file, [&] {
        SQLite::Statement query(m_database, "SELECT value FROM meta WHERE name = ?");
        query.bind(1, name);
        return query.executeStep() ? query.getColumn(0).getString() : std::string();
    });
}

Result<void> ProjectStore::setMeta(const std::string& name, const std::string& value)
{
    try {
        writeMeta(m_database, name, value);
        return {};
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, m_file));
    }
}

Result<std::int64_t> ProjectStore::revision()
{
    return guarded<std::int64_t>(m_file, [&] {
        SQLite::Statement query(m_database, "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'revision'");
        return query.executeStep() ? query.getColumn(0).getInt64() : 0;
    });
}

Result<Project> ProjectStore::project()
{
    Project project;
    for (const auto& [name, field] : {std::pair{"name", &project.name}, std::pair{"created", &project.created}}) {
        auto value = meta(name);
        if (!value)
            return std::unexpected(value.error());
        *field = std::move(*value);
    }
    return guarded<Project>(m_file, [&] {
        SQLite::Statement systems(m_database, "SELECT id, name FROM system ORDER BY id");
        while (systems.executeStep())
            project.systems.push_back({systems.getColumn(0).getInt64(), systems.getColumn(1).getString(), {}});
        SQLite::Statement roots(m_database, "SELECT path FROM root WHERE system = ? ORDER BY position");
        for (System& system : project.systems) {
            roots.reset();
            roots.bind(1, system.id);
            while (roots.executeStep())
                system.roots.push_back(roots.getColumn(0).getString());
        }
        return project;
    });
}

Result<void> ProjectStore::transact(const std::function<Result<void>(SQLite::Database&)>& work)
{
    try {
        SQLite::Transaction transaction(m_database); // rolls back when it is left without a commit
        if (const auto done = work(m_database); !done)
            return done;
        m_database.exec("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE name = 'revision'");
        transaction.commit();
        return {};
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, m_file));
    }
}

Result<SystemId> ProjectStore::addSystem(const System& system)
{
    SystemId id = 0;
    const auto done = transact([&](SQLite::Database& database) -> Result<void> {
        SQLite::Statement insert(database, "INSERT INTO system (name) VALUES (?)");
        insert.bind(1, system.name);
        insert.exec();
        id = database.getLastInsertRowid();
        writeRoots(database, {id, system.name, system.roots});
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return id;
}

Result<void> ProjectStore::updateSystem(const System& system)
{
    return transact([&](SQLite::Database& database) -> Result<void> {
        SQLite::Statement update(database, "UPDATE system SET name = ? WHERE id = ?");
        update.bind(1, system.name);
        update.bind(2, system.id);
        if (update.exec() == 0)
            return failure(ErrorCode::NotFound, "core.project.no-system", {{"system", std::to_string(system.id)}}, toUtf8(m_file));
        writeRoots(database, system);
        return {};
    });
}

Result<std::vector<Decision>> ProjectStore::decisions()
{
    return guarded<std::vector<Decision>>(m_file, [&] {
        std::vector<Decision> all;
        SQLite::Statement query(m_database, "SELECT system, area, key, value, who, time FROM decision ORDER BY system, area, key");
        while (query.executeStep())
            all.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getString(), query.getColumn(2).getString(),
                           nlohmann::json::parse(query.getColumn(3).getString()), query.getColumn(4).getString(),
                           query.getColumn(5).getString()});
        return all;
    });
}

Result<void> ProjectStore::record(const Edit& edit, const std::string& when)
{
    return transact([&](SQLite::Database& database) -> Result<void> {
        SQLite::Statement header(database, "INSERT INTO edit (label, who, note, time) VALUES (?, ?, ?, ?)");
        header.bind(1, edit.labelKey);
        header.bind(2, edit.who);
        header.bind(3, edit.note);
        header.bind(4, when);
        header.exec();
        const std::int64_t id = database.getLastInsertRowid();
        SQLite::Statement log(database, "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)");
        SQLite::Statement set(database, "INSERT OR REPLACE INTO decision VALUES (?, ?, ?, ?, ?, ?)");
        SQLite::Statement remove(database, "DELETE FROM decision WHERE system = ? AND area = ? AND key = ?");
        for (int position = 0; const Change& change : edit.changes) {
            log.reset();
            log.bind(1, id);
            log.bind(2, position++);
            log.bind(3, change.system);
            log.bind(4, change.area);
            log.bind(5, change.key);
            bindOptional(log, 6, change.before);
            bindOptional(log, 7, change.after);
            log.exec();
            SQLite::Statement& write = change.after ? set : remove;
            write.reset();
            write.bind(1, change.system);
            write.bind(2, change.area);
            write.bind(3, change.key);
            if (change.after) {
                write.bind(4, dumped(*change.after));
                write.bind(5, edit.who);
                write.bind(6, when);
            }
            write.exec();
        }
        return {};
    });
}

Result<std::vector<RecordedChange>> ProjectStore::history(SystemId system, const std::string& area)
{
    return guarded<std::vector<RecordedChange>>(m_file, [&] {
        std::vector<RecordedChange> entries;
        SQLite::Statement query(m_database, "SELECT c.key, c.before, c.after, e.label, e.who, e.note, e.time FROM change c JOIN edit e "
                                            "ON e.id = c.edit WHERE c.system = ? AND c.area = ? ORDER BY c.edit, c.position");
        query.bind(1, system);
        query.bind(2, area);
        while (query.executeStep())
            entries.push_back({{system, area, query.getColumn(0).getString(), optionalColumn(query, 1), optionalColumn(query, 2)},
                               query.getColumn(3).getString(),
                               query.getColumn(4).getString(),
                               query.getColumn(5).getString(),
                               query.getColumn(6).getString()});
        return entries;
    });
}

Result<std::optional<StoredText>> ProjectStore::result(SystemId system, int kind)
{
    return guarded<std::optional<StoredText>>(m_file, [&]() -> std::optional<StoredText> {
        SQLite::Statement query(m_database, "SELECT value, inputs, content FROM result WHERE system = ? AND kind = ?");
        query.bind(1, system);
        query.bind(2, kind);
        if (!query.executeStep())
            return std::nullopt;
        return StoredText{query.getColumn(0).getString(), Fingerprint::fromHex(query.getColumn(1).getString()),
                          Fingerprint::fromHex(query.getColumn(2).getString())};
    });
}

Result<void> ProjectStore::storeResult(SystemId system, int kind, const StoredText& result)
{
    return transact([&](SQLite::Database& database) -> Result<void> {
        SQLite::Statement statement(database,
                                    "INSERT OR REPLACE INTO result (system, kind, value, inputs, content) VALUES (?, ?, ?, ?, ?)");
        statement.bind(1, system);
        statement.bind(2, kind);
        statement.bind(3, result.json);
        statement.bind(4, result.inputs.hex());
        statement.bind(5, result.content.hex());
        statement.exec();
        return {};
    });
}

Result<void> ProjectStore::writeTo(const fs::path& file)
{
    std::error_code ignored;
    fs::remove(file, ignored);
    try {
        SQLite::Statement vacuum(m_database, "VACUUM INTO ?");
        vacuum.bind(1, file.native());
        vacuum.exec();
    } catch (const SQLite::Exception& exception) {
        fs::remove(file, ignored);
        return std::unexpected(errorOf(exception, file));
    }
    return syncFile(file);
}

} // namespace naru::core
