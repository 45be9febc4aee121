#include "app/cli/Subject.h"
#include "app/cli/Verb.h"
#include "app/service/Questionnaires.h"

#include "checklist/KonveyorQuestionnaire.h"
#include "core/base/Files.h"

#include <memory>

namespace naru::cli {

namespace {

struct CatalogArguments {
    std::string what;
    std::string format;
    std::string out;
    std::string project;
};

nlohmann::json catalogJson(const checklist::Catalog& catalog)
{
    nlohmann::json groups = nlohmann::json::array();
    for (const checklist::Group& group : catalog.groups)
        groups.push_back({{"id", group.id}, {"title", {{"ko", group.title.ko}, {"en", group.title.en}}}});
    nlohmann::json items = nlohmann::json::array();
    for (const checklist::Item& item : catalog.items)
        items.push_back(item.id);
    return {{"id", catalog.id},
            {"edition", catalog.edition},
            {"source", catalog.source},
            {"title", {{"ko", catalog.title.ko}, {"en", catalog.title.en}}},
            {"groups", std::move(groups)},
            {"items", std::move(items)}};
}

core::Result<checklist::Catalog> chosenCatalog(const CatalogArguments& given, const Context& context, const Subject* subject)
{
    std::error_code error;
    if (std::filesystem::is_regular_file(given.what, error))
        return service::readCatalog(given.what);
    return subject != nullptr ? service::catalogOf(*subject->session, subject->system, context.resources, given.what)
                              : checklist::findCatalog(context.resources / "questionnaires", given.what);
}

core::Result<void> write(const checklist::Catalog& catalog, const CatalogArguments& given, const std::string& language)
{
    if (given.format != "json" && given.format != "konveyor")
        return core::failure(core::ErrorCode::InvalidArgument, "cli.catalog.format", {{"format", given.format}});
    if (given.out.empty())
        return core::failure(core::ErrorCode::InvalidArgument, "cli.catalog.no-out");
    return core::writeFile(given.out,
                           given.format == "json" ? checklist::catalogText(catalog) : checklist::konveyorText(catalog, language));
}

Outcome listed(const std::vector<checklist::Catalog>& catalogs, const core::Texts& texts)
{
    Outcome outcome;
    outcome.json = {{"schema", "naru.catalog/1"}, {"catalogs", nlohmann::json::array()}};
    for (const checklist::Catalog& one : catalogs) {
        outcome.json["catalogs"].push_back(catalogJson(one));
        outcome.text += texts.text("cli.catalog.line", {{"id", one.id},
                                                        {"edition", one.edition},
                                                        {"items", std::to_string(one.items.size())},
                                                        {"title", one.title.in(texts.language())}}) +
                        "\n";
    }
    return outcome;
}

core::Result<Outcome> runCatalog(const CatalogArguments& given, const Context& context)
{
    std::optional<Subject> subject;
    if (!given.project.empty()) {
        auto opened = openProject(given.project, context);
        if (!opened)
            return std::unexpected(opened.error());
        subject = std::move(*opened);
    }
    if (given.what.empty()) {
        const auto all = subject ? service::catalogsOf(*subject->session, subject->system, context.resources)
                                 : checklist::loadCatalogs(context.resources / "questionnaires");
        return all ? core::Result<Outcome>(listed(*all, context.texts)) : std::unexpected(all.error());
    }
    const auto catalog = chosenCatalog(given, context, subject ? &*subject : nullptr);
    if (!catalog)
        return std::unexpected(catalog.error());
    if (!given.format.empty())
        if (const auto written = write(*catalog, given, context.texts.language()); !written)
            return std::unexpected(written.error());
    if (subject && std::filesystem::is_regular_file(given.what)) {
        const auto edit = service::catalogEdit(*subject->session, subject->system, context.resources, *catalog);
        if (!edit)
            return std::unexpected(edit.error());
        if (const auto done = subject->session->apply(*edit); !done)
            return std::unexpected(done.error());
        if (const auto saved = subject->session->save(); !saved)
            return std::unexpected(saved.error());
    }
    return listed({*catalog}, context.texts);
}

} // namespace

Verb declareCatalog(CLI::App& app, const core::Texts& texts)
{
    auto given = std::make_shared<CatalogArguments>();
    CLI::App* verb = app.add_subcommand("catalog", texts.text("cli.catalog.about"));
    verb->add_option("what", given->what, texts.text("cli.catalog.what"));
    verb->add_option("--export", given->format, texts.text("cli.catalog.export"));
    verb->add_option("--out", given->out, texts.text("cli.catalog.out"));
    verb->add_option("--add-to", given->project, texts.text("cli.catalog.add"));
    return {"catalog", [given](const Context& context) { return runCatalog(*given, context); }};
}

} // namespace naru::cli
