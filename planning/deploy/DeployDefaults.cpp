#include "planning/deploy/DeployDefaults.h"

#include "core/base/JsonDocument.h"

namespace naru::planning {

using core::JsonCursor;

namespace {

std::vector<RuntimeImage> imagesAt(const JsonCursor& place, bool base)
{
    std::vector<RuntimeImage> out;
    for (const JsonCursor& at : place.items())
        out.push_back({.packagings = base ? at.at("packagings").strings() : std::vector{at.at("packaging").string()},
                       .api = at.stringOr("namespace", ""),
                       .image = at.at("image").string(),
                       .target = at.at("target").string(),
                       .unpack = at.booleanOr("unpack", false),
                       .port = at.at("port").integer(),
                       .java = at.stringsOr("java")});
    return out;
}

} // namespace

core::Result<DeployDefaults> DeployDefaults::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "planning" / "deployment.json", [](const JsonCursor& root) {
        static const std::vector<std::string_view> kSchema = {"naru.deployment/1"};
        (void)root.at("schema").choice(kSchema);
        DeployDefaults out;
        out.edition = root.at("edition").string();
        out.registry = root.at("registry").string();
        out.domain = root.at("domain").string();
        out.port = root.at("port").integer();
        out.managementPath = root.at("managementPath").string();
        out.ingressClass = root.at("ingressClass").string();
        const JsonCursor replicas = root.at("replicas");
        out.leastReplicas = replicas.at("least").integer();
        out.mostReplicas = replicas.at("most").integer();
        out.cpuPercent = replicas.at("cpuPercent").integer();
        const JsonCursor resourcesAt = root.at("resources");
        out.requestCpu = resourcesAt.at("requests").at("cpu").string();
        out.requestMemory = resourcesAt.at("requests").at("memory").string();
        out.limitCpu = resourcesAt.at("limits").at("cpu").string();
        out.limitMemory = resourcesAt.at("limits").at("memory").string();
        out.volumeSize = root.at("volume").at("size").string();
        out.volumeMount = root.at("volume").at("mount").string();
        out.defaultJava = root.at("defaultJava").string();
        for (const auto& [tool, image] : root.at("buildImages").members())
            out.buildImages[tool] = image.string();
        out.buildJava = root.at("buildJava").strings();
        out.runtimes = imagesAt(root.at("runtimes"), false);
        out.baseImages = imagesAt(root.at("baseImageTargets"), true);
        for (const JsonCursor& at : root.at("overlays").items())
            out.overlays.push_back({.id = at.at("id").string(), .least = at.at("least").integer(), .most = at.at("most").integer()});
        return out;
    });
}

} // namespace naru::planning
