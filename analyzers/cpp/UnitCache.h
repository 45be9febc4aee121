#pragma once

#include "analyzers/cpp/CompileCommands.h"
#include "analyzers/cpp/CppFacts.h"
#include "core/model/CodeModel.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

namespace naru::analyzers::cpp {

/// Keeps the facts of units in a folder. An entry counts as long as the command, the contents of all files of the system that the unit
/// read, the size and time of the files outside, and the set of headers of the system are the same. Trouble with the folder costs
/// time only.
class UnitCache {
public:
    /// `folder` empty: nothing is kept.
    UnitCache(std::filesystem::path folder, const core::CodeModel& model, std::string root);

    std::optional<UnitFacts> find(const UnitCommand& unit);
    void keep(const UnitCommand& unit, const UnitFacts& facts);

private:
    [[nodiscard]] std::filesystem::path entry(const UnitCommand& unit) const;
    std::string stateOf(std::string_view path, bool outside);
    std::string statesOf(const UnitFacts& facts);

    std::filesystem::path m_folder;
    const core::CodeModel& m_model;
    std::string m_root;
    std::map<std::string, core::FileId, std::less<>> m_files;
    std::unordered_map<std::string, std::string> m_outside;
    core::Fingerprint m_headers;
};

} // namespace naru::analyzers::cpp
