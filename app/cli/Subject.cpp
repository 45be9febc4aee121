#include "app/cli/Subject.h"

#include "analyzers/spi/SourceTree.h"
#include "core/base/Files.h"

#include <algorithm>
#include <ostream>
#include <system_error>

namespace naru::cli {

namespace fs = std::filesystem;

core::Result<Subject> openSubject(const fs::path& path, const Context& context)
{
    if (analyzers::isSourceRoot(path)) {
        Subject subject;
        subject.folder = path;
        return subject;
    }
    return openProject(path, context);
}

core::Result<Subject> openProject(const fs::path& path, const Context& context)
{
    if (analyzers::isSourceRoot(path))
        return core::failure(core::ErrorCode::InvalidArgument, "cli.project-expected", {}, core::toUtf8(path));
    auto session = core::ProjectSession::open(path);
    if (!session)
        return std::unexpected(session.error());
    Subject subject;
    subject.session = std::move(*session);
    const std::string& systemName = context.options.system;
    const auto& systems = subject.session->project().systems;
    const auto system =
        std::find_if(systems.begin(), systems.end(), [&](const core::System& s) { return systemName.empty() || s.name == systemName; });
    if (system == systems.end())
        return systemName.empty()
                   ? core::failure(core::ErrorCode::NotFound, "cli.no-system", {}, core::toUtf8(path))
                   : core::failure(core::ErrorCode::NotFound, "cli.unknown-system", {{"name", systemName}}, core::toUtf8(path));
    subject.system = system->id;
    if (systemName.empty() && systems.size() > 1)
        context.err << context.texts.text("cli.first-system", {{"count", std::to_string(systems.size())}, {"name", system->name}}) << '\n';
    const auto roots = subject.session->roots(subject.system);
    if (!roots.empty())
        subject.folder = roots.front();
    return subject;
}

core::Result<Subject> openOrCreate(const fs::path& file, const fs::path& folder)
{
    std::error_code error;
    if (!analyzers::isSourceRoot(folder))
        return core::failure(core::ErrorCode::NotFound, "cli.new.no-folder", {}, core::toUtf8(folder));
    const fs::path root = fs::weakly_canonical(folder, error);
    auto opened = service::openOrCreateProject(file, core::toUtf8(root.filename()), root);
    if (!opened)
        return std::unexpected(opened.error());
    return Subject{std::move(opened->session), opened->system, root};
}

} // namespace naru::cli
