#include "app/cli/Verb.h"

#include "analyzers/spi/SourceTree.h"
#include "core/base/Files.h"
#include "core/edit/ProjectSession.h"

#include <memory>
#include <system_error>

namespace naru::cli {

namespace fs = std::filesystem;

namespace {

struct NewArguments {
    std::string file;
    std::string name;
    std::vector<std::string> systems;
    std::vector<std::string> roots;
};

core::Result<Outcome> createProject(const NewArguments& given, const Context& context)
{
    if (given.systems.size() != given.roots.size())
        return core::failure(core::ErrorCode::InvalidArgument, "cli.new.pairs",
                             {{"systems", std::to_string(given.systems.size())}, {"roots", std::to_string(given.roots.size())}});
    for (const std::string& root : given.roots) {
        if (!analyzers::isSourceRoot(root))
            return core::failure(core::ErrorCode::NotFound, "cli.new.no-folder", {}, root);
    }
    auto session = core::ProjectSession::create(given.file, given.name);
    if (!session)
        return std::unexpected(session.error());
    for (std::size_t i = 0; i < given.systems.size(); ++i) {
        std::error_code error;
        const std::string root = core::toUtf8(fs::absolute(given.roots[i], error).lexically_normal());
        if (const auto added = (*session)->addSystem(given.systems[i], {root}); !added)
            return std::unexpected(added.error());
    }
    if (const auto saved = (*session)->save(); !saved)
        return std::unexpected(saved.error());

    nlohmann::json json = {{"schema", "naru.new/1"}, {"name", given.name}, {"systems", given.systems}};
    return Outcome{std::move(json),
                   context.texts.text("cli.new.done", {{"file", given.file}, {"count", std::to_string(given.systems.size())}}) + "\n"};
}

} // namespace

Verb declareNew(CLI::App& app, const core::Texts& texts)
{
    auto given = std::make_shared<NewArguments>();
    CLI::App* verb = app.add_subcommand("new", texts.text("cli.new.about"));
    verb->add_option("file", given->file, texts.text("cli.new.file"))->required();
    verb->add_option("--name", given->name, texts.text("cli.new.name"))->required();
    verb->add_option("--system", given->systems, texts.text("cli.new.system"));
    verb->add_option("--root", given->roots, texts.text("cli.new.root"));
    return {"new", [given](const Context& context) { return createProject(*given, context); }};
}

} // namespace naru::cli
