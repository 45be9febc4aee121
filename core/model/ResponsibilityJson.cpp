#include "core/model/ResponsibilityJson.h"

#include "core/model/ModelJson.h"

namespace naru::core {

using nlohmann::json;

json toJson(const Responsibility& responsibility)
{
    json layers = json::array();
    for (const auto& [id, name] : responsibility.layers)
        layers.push_back({{"id", id}, {"name", name}});
    json models = json::array();
    for (const ServiceModel& one : responsibility.models) {
        json managed = json::object();
        for (const auto& [layer, who] : one.managedBy)
            managed[layer] = who;
        models.push_back({{"id", one.id}, {"name", one.name}, {"meaning", one.meaning}, {"managedBy", managed}});
    }
    json deployments = json::array();
    for (const DeploymentModel& one : responsibility.deployments)
        deployments.push_back({{"id", one.id}, {"name", one.name}, {"meaning", one.meaning}, {"infrastructure", one.infrastructure}});
    json platforms = json::array();
    for (const PlatformAspect& one : responsibility.platforms)
        platforms.push_back({{"id", one.id}, {"name", one.name}, {"cloudFoundry", one.cloudFoundry}, {"kubernetes", one.kubernetes}});
    return {{"edition", responsibility.edition},
            {"source", responsibility.source},
            {"layers", layers},
            {"models", models},
            {"deployments", deployments},
            {"platforms", platforms},
            {"model", responsibility.model},
            {"deployment", responsibility.deployment},
            {"chosen", responsibility.chosen},
            {"reason", responsibility.reason}};
}

Responsibility responsibilityFrom(const json& value)
{
    Responsibility out{.edition = value.value("edition", ""), .source = value.value("source", LocalText())};
    for (const json& one : value.at("layers"))
        out.layers.emplace_back(one.at("id"), one.at("name").get<LocalText>());
    for (const json& one : value.at("models")) {
        ServiceModel model{.id = one.at("id"), .name = one.value("name", LocalText()), .meaning = one.value("meaning", LocalText())};
        for (const auto& [layer, name] : out.layers)
            model.managedBy.emplace_back(layer, one.at("managedBy").value(layer, ""));
        out.models.push_back(std::move(model));
    }
    for (const json& one : listIn(value, "deployments"))
        out.deployments.push_back({one.at("id"), one.value("name", LocalText()), one.value("meaning", LocalText()),
                                   one.value("infrastructure", LocalText())});
    for (const json& one : listIn(value, "platforms"))
        out.platforms.push_back({one.at("id"), one.value("name", LocalText()), one.value("cloudFoundry", LocalText()),
                                 one.value("kubernetes", LocalText())});
    out.model = value.value("model", "");
    out.deployment = value.value("deployment", "");
    out.chosen = value.value("chosen", false);
    out.reason = value.value("reason", LocalText());
    return out;
}

} // namespace naru::core
