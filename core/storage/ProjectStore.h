#pragma once

#include "core/base/Error.h"
#include "core/base/Fingerprint.h"
#include "core/model/Edit.h"
#include "core/model/Project.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace naru::core {

/// A stored result as text of JSON with the fingerprints of its inputs and of itself.
struct StoredText {
    std::string json;
    Fingerprint inputs;
    Fingerprint content;
};

/// One change of a decision with the edit it belonged to.
struct RecordedChange {
    Change change;
    std::string labelKey;
    std::string who;
    std::string note;
    std::string when;
};

/// The project database: rows in, rows out. Every writing function is one durable
/// transaction; it either happened or changed nothing. Errors: NotWritable, LimitExceeded,
/// Malformed (a damaged file), Internal.
class ProjectStore {
public:
    /// Opens a database that exists already, as it lies in a working copy: WAL, synced at each commit.
    static Result<std::unique_ptr<ProjectStore>> open(const std::filesystem::path& file);
    /// Makes an empty project in a file that does not exist yet, in rollback mode and synced: what Save also writes.
    static Result<void> makeNew(const std::filesystem::path& file, const Project& project);

    [[nodiscard]] SQLite::Database& database() { return m_database; }

    [[nodiscard]] Result<Project> project();
    /// Number of write transactions so far.
    [[nodiscard]] Result<std::int64_t> revision();
    [[nodiscard]] Result<std::string> meta(const std::string& name);
    Result<void> setMeta(const std::string& name, const std::string& value);

    Result<SystemId> addSystem(const System& system);
    Result<void> updateSystem(const System& system);

    [[nodiscard]] Result<std::vector<Decision>> decisions();
    /// Writes the changes of an edit and records it. The caller has checked `before`.
    Result<void> record(const Edit& edit, const std::string& when);
    [[nodiscard]] Result<std::vector<RecordedChange>> history(SystemId system, const std::string& area);

    [[nodiscard]] Result<std::optional<StoredText>> result(SystemId system, int kind);
    Result<void> storeResult(SystemId system, int kind, const StoredText& result);

    /// Runs `work` in one transaction that also counts the revision.
    Result<void> transact(const std::function<Result<void>(SQLite::Database&)>& work);

    /// Writes everything into a new file, compact and in rollback mode, and syncs it.
    Result<void> writeTo(const std::filesystem::path& file);

private:
    explicit ProjectStore(const std::filesystem::path& file);

    std::filesystem::path m_file;
    SQLite::Database m_database;
};

} // namespace naru::core
