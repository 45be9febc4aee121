#pragma once

#include "core/base/Diagnostic.h"
#include "core/base/Error.h"
#include "core/base/Fingerprint.h"
#include "core/edit/Edit.h"
#include "core/model/CodeModel.h"
#include "core/model/Project.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace naru::core {

/// The stages whose results a project keeps.
enum class ResultKind { Code, Audit, Split, Count, Estimate, Plan, Assessment, Maturity };

/// A result as JSON (the object the command line prints), with the
/// fingerprints of what it was made from.
struct StoredResult {
    nlohmann::json value;
    Fingerprint inputs;
    bool outOfDate = false; ///< an input has changed since
};

/// What a session needs of the world; tests put in their own.
struct SessionOptions {
    std::string person;                 ///< who edits, when an edit does not say
    std::function<std::string()> clock; ///< now, as ISO 8601 in UTC; empty: the clock of the system
    std::filesystem::path stateFolder;  ///< for working copies that cannot lie beside the file; empty: $XDG_STATE_HOME/naru
};

/// An open project: a working copy beside or away from the file in which every
/// edit is durable at once (it survives kill -9), and a Save that replaces the
/// file whole or not at all. One owner, one thread at a time.
class ProjectSession {
public:
    /// Makes a new project file. Errors: NotWritable, Conflict (a file, or an unsaved working copy of one, is there).
    static Result<std::unique_ptr<ProjectSession>> create(const std::filesystem::path& file, const std::string& name,
                                                          const SessionOptions& options = {});
    /// Opens a project. When a working copy of an earlier crash is found, its edits
    /// are taken over and recovered() is true. Errors: NotFound, NotReadable,
    /// Malformed (not a Naru project), NewerVersion, Conflict (open in another Naru).
    static Result<std::unique_ptr<ProjectSession>> open(const std::filesystem::path& file, const SessionOptions& options = {});
    /// Leaves unsaved edits in the working copy: the next open() recovers them. After a save nothing is left.
    ~ProjectSession();
    ProjectSession(const ProjectSession&) = delete;
    ProjectSession& operator=(const ProjectSession&) = delete;

    [[nodiscard]] const std::filesystem::path& file() const;
    [[nodiscard]] bool recovered() const;
    /// The file cannot be replaced: edits are kept in the working copy, save() is refused, saveAs() works.
    [[nodiscard]] bool readOnly() const;
    [[nodiscard]] bool dirty() const; ///< the working copy has what the file has not

    /// What a person should be told after open(): recovered edits, a file that changed meanwhile, an upgrade, a read-only file.
    [[nodiscard]] const std::vector<Diagnostic>& notices() const;
    /// The file on disk is not the one that was opened or last saved here: save() will be refused.
    [[nodiscard]] bool fileChanged() const;

    /// Name written into edits that do not say who made them.
    void setPerson(const std::string& person);

    /// Errors: NotWritable, Conflict (the file changed on disk since it was opened). Nothing is lost then.
    Result<void> save();
    /// As save(), but a file that changed on disk is kept beside as `NAME.other-N.naru`.
    Result<void> saveKeepingOther();
    /// Writes to another file, replacing what is there, and goes on with that one. Errors: NotWritable, Conflict (open elsewhere).
    Result<void> saveAs(const std::filesystem::path& file);
    /// Throws the working copy away: open() then gives the file as last saved. Nothing but
    /// the destructor may be called afterwards.
    void discard();

    [[nodiscard]] const Project& project() const;
    Result<SystemId> addSystem(const std::string& name, const std::vector<std::string>& roots);
    Result<void> updateSystem(const System& system);
    /// Roots of a system as absolute paths.
    [[nodiscard]] std::vector<std::filesystem::path> roots(SystemId system) const;

    /// Applies an edit whose `before` values hold; durable when this returns. Gives
    /// the inverse. Errors: Conflict (a `before` does not hold), NotWritable.
    Result<Edit> apply(const Edit& edit);
    /// An edit that sets one decision (nullopt removes it), with `before` filled from the present state.
    [[nodiscard]] Edit change(SystemId system, std::string_view area, std::string_view key, std::optional<nlohmann::json> after,
                              std::string_view labelKey) const;
    [[nodiscard]] std::vector<Decision> decisions(SystemId system, std::string_view area) const;
    [[nodiscard]] std::optional<nlohmann::json> decision(SystemId system, std::string_view area, std::string_view key) const;
    /// All edits ever applied to decisions of an area, oldest first.
    struct HistoryEntry {
        Change change;
        std::string labelKey, who, when, note;
    };
    [[nodiscard]] std::vector<HistoryEntry> history(SystemId system, std::string_view area) const;
    /// Fingerprint of the decisions of some areas: part of the inputs of a result.
    [[nodiscard]] Fingerprint decisionsFingerprint(SystemId system, const std::vector<std::string>& areas) const;

    [[nodiscard]] std::optional<StoredResult> result(SystemId system, ResultKind kind) const;
    /// Whether a result is stored and its inputs have changed since; cheaper than asking for the result.
    [[nodiscard]] bool outOfDate(SystemId system, ResultKind kind) const;
    /// The value of a result without a copy; nullptr: none. Holds until results are stored or the session ends.
    [[nodiscard]] const nlohmann::json* storedValue(SystemId system, ResultKind kind) const;
    /// Fingerprint of the value itself, by which a caller knows whether what it has made of it is still the stored one.
    [[nodiscard]] std::optional<Fingerprint> storedContent(SystemId system, ResultKind kind) const;
    Result<void> storeResult(SystemId system, ResultKind kind, nlohmann::json value, const Fingerprint& inputs);
    /// What the inputs of a result are now: code and decisions it depends on.
    [[nodiscard]] Fingerprint currentInputs(SystemId system, ResultKind kind) const;

    [[nodiscard]] std::shared_ptr<const CodeModel> codeModel(SystemId system) const;
    /// CodeModel::source of the model that is kept, without reading the model; empty when there is none.
    [[nodiscard]] std::optional<Fingerprint> codeSource(SystemId system) const;
    Result<void> storeCodeModel(SystemId system, const CodeModel& model);

private:
    struct State;
    explicit ProjectSession(std::unique_ptr<State> state);
    Result<void> load();

    std::unique_ptr<State> m_state;
};

} // namespace naru::core
