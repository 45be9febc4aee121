#include "app/cli/Subject.h"
#include "app/cli/TextTable.h"
#include "app/cli/Verb.h"

#include "core/model/PortfolioJson.h"
#include "reports/builders/Composer.h"

#include <fmt/format.h>

#include <memory>

namespace naru::cli {

namespace {

std::string portfolioSummary(const core::Portfolio& portfolio, const core::Texts& texts)
{
    using reports::TableBuilder;
    const auto shown = [](const std::optional<double>& value) { return value ? fmt::format("{:.0f}", *value) : std::string("-"); };
    TextTable table({">#", texts.text("cli.portfolio.column.system"), ">" + texts.text("cli.portfolio.column.readiness"),
                     ">" + texts.text("cli.portfolio.column.value"), texts.text("cli.portfolio.column.segment"),
                     ">" + texts.text("cli.portfolio.column.year"), ">" + texts.text("cli.portfolio.column.cost")});
    for (const core::PortfolioSystem& one : portfolio.systems)
        table.row({std::to_string(one.rank), one.name, shown(one.readiness), shown(one.value),
                   one.segment.empty() ? "-" : texts.text("planning.segment." + one.segment), one.year > 0 ? std::to_string(one.year) : "-",
                   one.cost.empty() ? "-" : TableBuilder::grouped(one.cost)});
    TextTable years({">" + texts.text("cli.portfolio.column.year"), ">" + texts.text("cli.portfolio.column.target"),
                     ">" + texts.text("cli.portfolio.column.reached"), ">" + texts.text("cli.portfolio.column.systems"),
                     ">" + texts.text("cli.portfolio.column.cost")});
    for (const core::RoadmapYear& one : portfolio.roadmap)
        years.row({std::to_string(one.year), fmt::format("{:.0f} %", one.targetPercent), fmt::format("{:.0f} %", one.reachedPercent),
                   std::to_string(one.systems), TableBuilder::grouped(one.budget)});
    return table.text() + "\n" + years.text();
}

core::Result<Outcome> runPortfolio(const std::string& path, const std::string& systems, const Context& context)
{
    auto session = core::ProjectSession::open(path);
    if (!session)
        return std::unexpected(session.error());
    service::ProjectService service(**session, context.resources);
    if (!systems.empty()) {
        if (const auto added = service.addSystems(systems); !added)
            return std::unexpected(added.error());
        if (const auto saved = (*session)->save(); !saved)
            return std::unexpected(saved.error());
    }
    const auto portfolio = service.portfolio();
    if (!portfolio)
        return std::unexpected(portfolio.error());
    return Outcome{core::toJson(*portfolio), portfolioSummary(*portfolio, context.texts)};
}

} // namespace

Verb declarePortfolio(CLI::App& app, const core::Texts& texts)
{
    auto path = std::make_shared<std::string>();
    auto systems = std::make_shared<std::string>();
    CLI::App* verb = app.add_subcommand("portfolio", texts.text("cli.portfolio.about"));
    verb->add_option("file", *path, texts.text("cli.argument.project"))->required();
    verb->add_option("--systems", *systems, texts.text("cli.portfolio.systems"));
    return {"portfolio", [path, systems](const Context& context) { return runPortfolio(*path, *systems, context); }};
}

} // namespace naru::cli
