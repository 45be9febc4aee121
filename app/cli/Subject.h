#pragma once

#include "app/cli/Verb.h"
#include "app/service/Services.h"

#include <filesystem>
#include <memory>
#include <string>

namespace naru::cli {

/// What a verb was pointed at: a project and one of its systems, or just a folder.
struct Subject {
    std::unique_ptr<core::ProjectSession> session; ///< empty for a folder
    core::SystemId system = 0;
    std::filesystem::path folder; ///< the source tree

    [[nodiscard]] bool isProject() const { return session != nullptr; }
};

/// Opens `path`: a folder stays a folder, a file must be a project. The option --system chooses among several systems; without it the
/// first is taken, which is said.
/// Errors: as ProjectSession::open; NotFound for a system of another name, or a project that has none.
core::Result<Subject> openSubject(const std::filesystem::path& path, const Context& context);

/// As openSubject, but a folder is refused (InvalidArgument): the verb keeps its result in the project.
core::Result<Subject> openProject(const std::filesystem::path& path, const Context& context);

/// The project `file` with the source tree `folder` as one of its systems; both are made when they are not there yet.
core::Result<Subject> openOrCreate(const std::filesystem::path& file, const std::filesystem::path& folder);

} // namespace naru::cli
