#pragma once

#include "core/base/Diagnostic.h"
#include "core/base/Error.h"
#include "core/base/Fingerprint.h"
#include "core/model/Project.h"
#include "core/storage/ProjectStore.h"
#include "core/storage/WorkingFolder.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace naru::core {

/// An open project file: the database in the working folder, what it was made from,
/// and the way back into the file. Every change in the database is durable at once, so
/// whatever ends the process, the next open() finds it.
class WorkingCopy {
public:
    /// Makes the file and opens it. Errors: Conflict (a file or an unsaved working copy is there), NotWritable.
    static Result<std::unique_ptr<WorkingCopy>> create(const std::filesystem::path& file, const Project& project,
                                                       const std::filesystem::path& stateFolder);
    /// Opens a file, or takes over what a crash left. Errors: see ProjectSession::open.
    static Result<std::unique_ptr<WorkingCopy>> open(const std::filesystem::path& file, const std::filesystem::path& stateFolder);
    ~WorkingCopy(); ///< keeps the working folder only when it has what the file has not
    WorkingCopy(const WorkingCopy&) = delete;
    WorkingCopy& operator=(const WorkingCopy&) = delete;

    [[nodiscard]] ProjectStore& store() { return *m_store; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] bool recovered() const { return m_recovered; }
    [[nodiscard]] bool readOnly() const { return m_readOnly; }
    [[nodiscard]] bool dirty() const;
    /// What a person should know after open(): recovery, a changed file, an upgrade.
    [[nodiscard]] const std::vector<Diagnostic>& notices() const { return m_notices; }
    /// Whether the file is another one than the working copy was made from.
    [[nodiscard]] bool fileChanged() const;

    enum class OnChange { Refuse, KeepBoth };
    /// Writes the file. When it was changed by someone else: Refuse gives Conflict; KeepBoth
    /// moves the other's file to `NAME.other-N.naru` first.
    Result<void> save(OnChange onChange = OnChange::Refuse);
    /// Writes to another file, replacing it, and goes on with that one.
    Result<void> saveAs(const std::filesystem::path& file);
    /// Ends the working copy without saving; the object is of no use afterwards but to be destroyed.
    void discard();

private:
    /// What the working copy was made from; kept beside it.
    struct Origin {
        Fingerprint content;       ///< of the file; empty when there is none
        std::int64_t revision = 0; ///< of the database when it equalled the file
        int migratedFrom = 0;      ///< schema version of the file when it is older than ours
    };

    WorkingCopy(std::filesystem::path file, std::filesystem::path stateFolder, WorkingFolder folder);
    Result<void> takeFile();
    Result<bool> takeOver();
    Result<void> openStore();
    Result<void> judgeFile();
    void notice(Severity severity, const char* code, TextArgs args = {});
    Result<void> readOrigin();
    Result<void> writeOrigin();
    Result<void> checkUnchanged() const;
    Result<void> keepOlderVersion() const;
    Result<void> keepOthersFile() const;
    Result<void> install(const std::filesystem::path& written);

    std::filesystem::path m_file;
    std::filesystem::path m_target; ///< m_file with links resolved
    std::filesystem::path m_stateFolder;
    WorkingFolder m_folder;
    std::unique_ptr<ProjectStore> m_store;
    Origin m_origin;
    bool m_recovered = false;
    bool m_readOnly = false;
    bool m_discarded = false;
    bool m_keepFolder = false;
    std::vector<Diagnostic> m_notices;
};

} // namespace naru::core
