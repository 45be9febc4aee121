#pragma once

// The inside of a ProjectSession, shared by its source files only.

#include "core/edit/ProjectSession.h"
#include "core/storage/CodeModelStore.h"
#include "core/storage/WorkingCopy.h"

#include <map>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

namespace naru::core {

using DecisionKey = std::tuple<SystemId, std::string, std::string>;
using ResultKey = std::pair<SystemId, ResultKind>;

/// JSON text; bytes that are no UTF-8 are replaced.
std::string dumped(const nlohmann::json& value);
/// The value as it will be read back: NaN becomes null, bytes that are no UTF-8 are replaced.
std::optional<nlohmann::json> asStored(const std::optional<nlohmann::json>& value);

struct ProjectSession::State {
    struct CachedResult {
        nlohmann::json value;
        Fingerprint inputs;
        Fingerprint content;
    };

    std::unique_ptr<WorkingCopy> copy;
    SessionOptions options;
    Project project;
    std::map<DecisionKey, Decision> decisions;
    // What was read or written is kept, as pages ask for it again and again. An empty entry: there is none.
    std::map<ResultKey, std::optional<CachedResult>> results;
    std::map<SystemId, std::shared_ptr<const CodeModel>> code;
    std::map<SystemId, std::optional<CodeOrigin>> codeOrigins;

    [[nodiscard]] std::string now() const;
    /// Null when there is no such system.
    [[nodiscard]] const System* system(SystemId id) const;
    /// Roots of a system, one per line: kept with the code to see whether they have changed.
    [[nodiscard]] std::string joinedRoots(SystemId id) const;

    const std::optional<CachedResult>& result(SystemId system, ResultKind kind);
    const std::optional<CodeOrigin>& codeOrigin(SystemId system);
    void addSplitNames(FingerprintBuilder& builder, SystemId system);
    Fingerprint codeFingerprint(SystemId system);
    Fingerprint inputs(SystemId system, ResultKind kind);
    [[nodiscard]] Fingerprint fingerprint(SystemId system, std::span<const std::string_view> areas) const;
    Result<void> checkBefore(const Edit& edit) const;
};

} // namespace naru::core
