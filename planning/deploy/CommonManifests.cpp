#include "planning/deploy/ServiceManifests.h"

#include <algorithm>

namespace naru::planning {

namespace {

Yaml kustomization(const Yaml& resources)
{
    return {{"apiVersion", "kustomize.config.k8s.io/v1beta1"}, {"kind", "Kustomization"}, {"resources", resources}};
}

void addShared(const std::vector<DeployedService>& services, const ManifestFrame& frame, FileSet& out)
{
    const std::string name = frame.system + "-common";
    const Yaml labels = {{"app.kubernetes.io/part-of", frame.system}};
    Yaml plain = Yaml::object();
    Yaml secrets = Yaml::object();
    std::vector<core::Evidence> plainFrom;
    std::vector<core::Evidence> secretsFrom;
    for (const ConfigKey& key : sharedKeys(services, *frame.input.facts)) {
        if (!key.secret && !key.environment)
            continue;
        (key.secret ? secrets : plain)[environmentName(key.name)] = fillIn("FILL-IN", key.secret ? "secret" : "configuration");
        (key.secret ? secretsFrom : plainFrom).push_back({.kind = "config", .file = key.file, .line = key.line, .text = key.name});
    }
    out.yaml("base/common/configmap.yaml", "", "ConfigMap",
             {{"apiVersion", "v1"}, {"kind", "ConfigMap"}, {"metadata", {{"name", name}, {"labels", labels}}}, {"data", plain}});
    out.explain("base/common/configmap.yaml", "configuration", {}, plainFrom);
    out.yaml("base/common/secret.yaml", "", "Secret",
             {{"apiVersion", "v1"},
              {"kind", "Secret"},
              {"metadata", {{"name", name}, {"labels", labels}}},
              {"type", "Opaque"},
              {"stringData", secrets}});
    out.explain("base/common/secret.yaml", "secret", {}, secretsFrom);
    out.yaml("base/common/networkpolicy.yaml", "", "NetworkPolicy",
             {{"apiVersion", "networking.k8s.io/v1"},
              {"kind", "NetworkPolicy"},
              {"metadata", {{"name", frame.system + "-deny"}, {"labels", labels}}},
              {"spec", {{"podSelector", Yaml::object()}, {"policyTypes", Yaml::array({"Ingress", "Egress"})}}}});
    out.yaml("base/common/kustomization.yaml", "", "Kustomization",
             kustomization(Yaml::array({"configmap.yaml", "secret.yaml", "networkpolicy.yaml"})));
}

void addOverlay(const OverlayDefaults& overlay, const std::vector<DeployedService>& services, const ManifestFrame& frame, FileSet& out)
{
    const std::string folder = "overlays/" + overlay.id + "/";
    const std::string space = frame.system + "-" + overlay.id;
    out.yaml(folder + "namespace.yaml", "", "Namespace",
             {{"apiVersion", "v1"},
              {"kind", "Namespace"},
              {"metadata", {{"name", space}, {"labels", {{"pod-security.kubernetes.io/enforce", "restricted"}}}}}});
    Yaml images = Yaml::array();
    for (const DeployedService& service : services) {
        const std::string image = frame.defaults.registry + "/" + frame.system + "/" + service.name;
        images.push_back({{"name", image}, {"newName", fillIn(image, "image-registry")}, {"newTag", fillIn("0.1.0", "image-tag")}});
    }
    Yaml whole = kustomization(Yaml::array({"namespace.yaml", "../../base"}));
    whole["namespace"] = space;
    whole["images"] = images;
    const bool scaled = std::ranges::any_of(
        services, [&](const DeployedService& one) { return frame.input.facts->embeddedDatabases.empty() || !one.ownsTables; });
    if (overlay.most > 0 && scaled) {
        out.yaml(folder + "replicas.yaml", "", "Patch",
                 Yaml::array({{{"op", "replace"}, {"path", "/spec/minReplicas"}, {"value", overlay.least}},
                              {{"op", "replace"}, {"path", "/spec/maxReplicas"}, {"value", overlay.most}}}));
        whole["patches"] = Yaml::array({{{"path", "replicas.yaml"}, {"target", {{"kind", "HorizontalPodAutoscaler"}}}}});
    }
    out.yaml(folder + "kustomization.yaml", "", "Kustomization", whole);
}

/// Names the keys that stay as the files in the image have them.
void sayKept(const SourceFacts& facts, FileSet& out)
{
    std::vector<core::Evidence> kept;
    for (const ConfigKey& key : facts.keys)
        if (!key.secret && !key.environment)
            kept.push_back({.kind = "config", .file = key.file, .line = key.line, .text = key.name});
    if (kept.empty())
        return;
    core::TextArgs args = {{"count", std::to_string(kept.size())}};
    out.missing("", "configuration-kept", std::move(args), std::move(kept));
}

} // namespace

void addCommonManifests(const std::vector<DeployedService>& services, const ManifestFrame& frame, FileSet& out)
{
    addShared(services, frame, out);
    Yaml resources = Yaml::array({"common"});
    for (const DeployedService& service : services)
        resources.push_back(service.name);
    out.yaml("base/kustomization.yaml", "", "Kustomization", kustomization(resources));
    for (const OverlayDefaults& overlay : frame.defaults.overlays)
        addOverlay(overlay, services, frame, out);
}

core::Result<core::DeploymentSet> generateDeployment(const ManifestInput& input, const DeployDefaults& defaults, core::Job& job)
{
    if (input.split == nullptr || input.code == nullptr || input.facts == nullptr || input.split->contexts.empty())
        return core::failure(core::ErrorCode::InvalidArgument, "planning.no-split");
    const std::vector<DeployedService> services = deployedServices(*input.split, *input.code, input.audit, *input.facts);
    core::Alternative system;
    system.contexts.push_back({.id = "system", .name = input.system});
    std::string name = serviceNames(system).at("system");
    const ManifestFrame frame{.input = input,
                              .defaults = defaults,
                              .system = std::move(name),
                              .port = containerPort(input.facts->build, defaults),
                              .database = !input.code->tables.empty()};
    FileSet out;
    for (const DeployedService& service : services) {
        if (job.cancelled())
            return core::failure(core::ErrorCode::Cancelled, "planning.cancelled");
        addContainerFile(service, frame, out);
        addServiceManifests(service, frame, out);
    }
    addCommonManifests(services, frame, out);
    addPipelines(services, frame, out);
    addApiDescriptions(services, frame, out);
    if (input.facts->build.tool == BuildTool::None)
        out.missing("", "no-build-file");
    if (input.facts->keysLeftOff > 0)
        out.missing("", "keys-left-off", {{"count", std::to_string(input.facts->keysLeftOff)}});
    sayKept(*input.facts, out);
    if (input.audit == nullptr)
        out.missing("", "no-audit");
    out.note("planning.deploy.note.skeleton");
    out.note("planning.deploy.note.secrets");
    out.note("planning.deploy.note.defaults");
    core::DeploymentSet set = out.take();
    for (const DeployedService& service : services)
        set.services.push_back({service.context->id, service.context->name, service.name});
    return set;
}

} // namespace naru::planning
