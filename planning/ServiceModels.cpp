#include "planning/ServiceModels.h"

#include "core/base/JsonDocument.h"
#include "core/model/LocalTextData.h"

#include <algorithm>

namespace naru::planning {

using core::JsonCursor;
using core::Responsibility;

namespace {

core::ServiceModel modelAt(const JsonCursor& at, const Responsibility& table)
{
    static const std::vector<std::string_view> kWho = {"agency", "shared", "provider"};
    core::ServiceModel out{
        .id = at.at("id").string(), .name = core::localTextWithin(at.at("name")), .meaning = core::localTextWithin(at.at("meaning"))};
    for (const auto& [layer, name] : table.layers)
        out.managedBy.emplace_back(layer, std::string(kWho[at.at("managedBy").at(layer).choice(kWho)]));
    if (at.at("managedBy").members().size() != table.layers.size())
        at.at("managedBy").expected("the layers of the table");
    return out;
}

} // namespace

core::Result<ServiceModelCatalog> ServiceModelCatalog::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "planning" / "service-models.json", [](const JsonCursor& root) {
        static const std::vector<std::string_view> kSchema = {"naru.service-models/1"};
        (void)root.at("schema").choice(kSchema);
        Responsibility out{.edition = root.at("edition").string(), .source = core::localTextWithin(root.at("source"))};
        for (const JsonCursor& at : root.at("layers").items())
            out.layers.emplace_back(at.at("id").string(), core::localTextWithin(at.at("name")));
        for (const JsonCursor& at : root.at("models").items())
            out.models.push_back(modelAt(at, out));
        for (const JsonCursor& at : root.at("deployments").items())
            out.deployments.push_back({at.at("id").string(), core::localTextWithin(at.at("name")), core::localTextWithin(at.at("meaning")),
                                       core::localTextWithin(at.at("infrastructure"))});
        for (const JsonCursor& at : root.at("platforms").items())
            out.platforms.push_back({at.at("id").string(), core::localTextWithin(at.at("name")),
                                     core::localTextWithin(at.at("cloudFoundry")), core::localTextWithin(at.at("kubernetes"))});
        out.model = root.at("proposal").at("model").string();
        if (std::ranges::find(out.models, out.model, &core::ServiceModel::id) == out.models.end())
            root.at("proposal").at("model").expected("the id of a model");
        out.reason = core::localTextWithin(root.at("proposal").at("reason"));
        return ServiceModelCatalog{std::move(out)};
    });
}

Responsibility responsibilityOf(const ServiceModelCatalog& catalog, const std::vector<core::Decision>& decisions)
{
    Responsibility out = catalog.proposed;
    for (const core::Decision& decision : decisions) {
        if (decision.area != "plan" || !decision.value.is_string())
            continue;
        const auto id = decision.value.get<std::string>();
        if (decision.key == "serviceModel" && std::ranges::find(out.models, id, &core::ServiceModel::id) != out.models.end()) {
            out.model = id;
            out.chosen = true;
        }
        if (decision.key == "deployment" && std::ranges::find(out.deployments, id, &core::DeploymentModel::id) != out.deployments.end())
            out.deployment = id;
    }
    return out;
}

} // namespace naru::planning
