#include "planning/deploy/ServiceManifests.h"

#include <algorithm>

namespace naru::planning {

namespace {

Yaml labels(const DeployedService& service, const ManifestFrame& frame)
{
    return {{"app.kubernetes.io/name", service.name}, {"app.kubernetes.io/part-of", frame.system}};
}

Yaml selector(const std::string& service)
{
    return {{"app.kubernetes.io/name", service}};
}

Yaml head(const char* version, const char* kind, const std::string& name, const Yaml& labelsOf)
{
    return {{"apiVersion", version}, {"kind", kind}, {"metadata", {{"name", name}, {"labels", labelsOf}}}};
}

/// One object after the other of one service.
class ServiceWriter {
public:
    ServiceWriter(const DeployedService& service, const ManifestFrame& frame, FileSet& out)
        : m_service(service),
          m_frame(frame),
          m_out(out),
          m_embedded(service.ownsTables && !frame.input.facts->embeddedDatabases.empty())
    {
    }

    void all()
    {
        workload();
        networkService();
        if (!m_service.routes.empty())
            ingress();
        configuration();
        secret();
        if (!m_embedded)
            autoscaler();
        if (!m_service.files.empty())
            volumeClaim();
        for (const ServiceJob& job : m_service.jobs)
            cronJob(job);
        networkPolicy();
        put("kustomization.yaml", "Kustomization",
            {{"apiVersion", "kustomize.config.k8s.io/v1beta1"}, {"kind", "Kustomization"}, {"resources", m_resources}});
    }

private:
    std::string pathOf(const std::string& file) const { return "base/" + m_service.name + "/" + file; }

    void put(const std::string& file, const char* kind, const Yaml& value)
    {
        m_out.yaml(pathOf(file), m_service.name, kind, value);
        if (file != "kustomization.yaml")
            m_resources.push_back(file);
    }

    Yaml probe(const char* path) const
    {
        if (m_frame.input.facts->build.actuator)
            return {{"httpGet", {{"path", m_frame.defaults.managementPath + path}, {"port", "http"}}}};
        return {{"tcpSocket", {{"port", "http"}}}};
    }

    Yaml timed(Yaml probeOf, int period, int failures) const
    {
        probeOf["periodSeconds"] = period;
        probeOf["failureThreshold"] = failures;
        return probeOf;
    }

    static Yaml podSecurity() { return {{"runAsNonRoot", true}, {"fsGroup", 10001}, {"seccompProfile", {{"type", "RuntimeDefault"}}}}; }

    static Yaml containerSecurity() { return {{"allowPrivilegeEscalation", false}, {"capabilities", {{"drop", Yaml::array({"ALL"})}}}}; }

    Yaml environment() const
    {
        return Yaml::array({{{"configMapRef", {{"name", m_frame.system + "-common"}}}},
                            {{"secretRef", {{"name", m_frame.system + "-common"}}}},
                            {{"configMapRef", {{"name", m_service.name}}}},
                            {{"secretRef", {{"name", m_service.name}}}}});
    }

    Yaml container() const
    {
        const DeployDefaults& defaults = m_frame.defaults;
        Yaml out = {
            {"name", m_service.name},
            {"image", fillIn(defaults.registry + "/" + m_frame.system + "/" + m_service.name + ":0.1.0", "image-registry")},
            {"ports", Yaml::array({{{"name", "http"}, {"containerPort", m_frame.port}}})},
            {"envFrom", environment()},
            {"resources",
             {{"requests", {{"cpu", fillIn(defaults.requestCpu, "resources")}, {"memory", fillIn(defaults.requestMemory, "resources")}}},
              {"limits", {{"cpu", fillIn(defaults.limitCpu, "resources")}, {"memory", fillIn(defaults.limitMemory, "resources")}}}}}};
        const bool health = m_frame.input.facts->build.actuator;
        out["startupProbe"] = timed(probe(""), 5, 60);
        out["readinessProbe"] = timed(probe("/readiness"), 10, 3);
        out["livenessProbe"] = timed(probe("/liveness"), 20, 3);
        if (!health)
            out["readinessProbe"]["tcpSocket"]["port"] = fillIn("http", "health-probe");
        out["lifecycle"] = {{"preStop", {{"exec", {{"command", Yaml::array({"sh", "-c", "sleep 10"})}}}}}};
        out["securityContext"] = containerSecurity();
        if (!m_service.files.empty() || m_embedded)
            out["volumeMounts"] = Yaml::array({{{"name", "data"}, {"mountPath", fillIn(defaults.volumeMount, "volume-path")}}});
        return out;
    }

    void workload()
    {
        Yaml pod = {{"securityContext", podSecurity()}, {"terminationGracePeriodSeconds", 45}, {"containers", Yaml::array({container()})}};
        if (!m_service.files.empty() && !m_embedded)
            pod["volumes"] = Yaml::array({{{"name", "data"}, {"persistentVolumeClaim", {{"claimName", m_service.name + "-data"}}}}});
        Yaml spec;
        if (m_embedded) {
            spec["serviceName"] = m_service.name;
            spec["replicas"] = fillIn(1, "embedded-database");
        }
        spec["selector"] = {{"matchLabels", selector(m_service.name)}};
        spec["template"] = {{"metadata", {{"labels", labels(m_service, m_frame)}}}, {"spec", pod}};
        if (m_embedded)
            spec["volumeClaimTemplates"] =
                Yaml::array({{{"metadata", {{"name", "data"}}},
                              {"spec",
                               {{"accessModes", Yaml::array({"ReadWriteOnce"})},
                                {"resources", {{"requests", {{"storage", fillIn(m_frame.defaults.volumeSize, "volume-size")}}}}}}}}});
        const char* kind = m_embedded ? "StatefulSet" : "Deployment";
        const std::string file = m_embedded ? "statefulset.yaml" : "deployment.yaml";
        Yaml whole = head("apps/v1", kind, m_service.name, labels(m_service, m_frame));
        whole["spec"] = spec;
        put(file, kind, whole);
        m_out.explain(pathOf(file), "volume-path", {}, m_embedded ? m_frame.input.facts->embeddedDatabases : m_service.files);
        m_out.explain(pathOf(file), "embedded-database", {}, m_frame.input.facts->embeddedDatabases);
    }

    void networkService()
    {
        Yaml whole = head("v1", "Service", m_service.name, labels(m_service, m_frame));
        whole["spec"] = {{"selector", selector(m_service.name)},
                         {"ports", Yaml::array({{{"name", "http"}, {"port", 80}, {"targetPort", "http"}}})}};
        if (!m_service.sessions.empty())
            whole["spec"]["sessionAffinity"] = fillIn("ClientIP", "session-state");
        put("service.yaml", "Service", whole);
        m_out.explain(pathOf("service.yaml"), "session-state", {}, m_service.sessions);
    }

    void ingress()
    {
        Yaml paths = Yaml::array();
        for (const Route& route : m_service.routes)
            paths.push_back({{"path", route.path},
                             {"pathType", route.prefix ? "Prefix" : "Exact"},
                             {"backend", {{"service", {{"name", m_service.name}, {"port", {{"name", "http"}}}}}}}});
        Yaml whole = head("networking.k8s.io/v1", "Ingress", m_service.name, labels(m_service, m_frame));
        whole["spec"] = {{"ingressClassName", fillIn(m_frame.defaults.ingressClass, "ingress-class")},
                         {"rules", Yaml::array({{{"host", fillIn(m_frame.system + "." + m_frame.defaults.domain, "host")},
                                                 {"http", {{"paths", paths}}}}})}};
        put("ingress.yaml", "Ingress", whole);
    }

    void configuration()
    {
        Yaml data = {{"SERVER_PORT", std::to_string(m_frame.port)}};
        if (m_service.ownsTables && m_frame.database) {
            data["DATABASE_URL"] = fillIn("jdbc:FILL-IN", "database-url");
            data["DATABASE_USER"] = fillIn("FILL-IN", "database-user");
        }
        for (const std::string& callee : m_service.callees)
            data[environmentName(callee) + "_URL"] = "http://" + callee;
        for (const ConfigKey& key : m_service.keys)
            if (!key.secret && key.environment)
                data[environmentName(key.name)] = fillIn("FILL-IN", "configuration");
        Yaml whole = head("v1", "ConfigMap", m_service.name, labels(m_service, m_frame));
        whole["data"] = data;
        put("configmap.yaml", "ConfigMap", whole);
        explainKeys("configmap.yaml", "configuration", false);
    }

    void explainKeys(const std::string& file, const char* id, bool secret)
    {
        std::vector<core::Evidence> evidence;
        for (const ConfigKey& key : m_service.keys)
            if (key.secret == secret && (secret || key.environment))
                evidence.push_back({.kind = "config", .file = key.file, .line = key.line, .text = key.name});
        m_out.explain(pathOf(file), id, {}, evidence);
    }

    void secret()
    {
        Yaml data = Yaml::object();
        if (m_service.ownsTables && m_frame.database)
            data["DATABASE_PASSWORD"] = fillIn("FILL-IN", "database-password");
        for (const ConfigKey& key : m_service.keys)
            if (key.secret)
                data[environmentName(key.name)] = fillIn("FILL-IN", "secret");
        Yaml whole = head("v1", "Secret", m_service.name, labels(m_service, m_frame));
        whole["type"] = "Opaque";
        whole["stringData"] = data;
        put("secret.yaml", "Secret", whole);
        explainKeys("secret.yaml", "secret", true);
    }

    void autoscaler()
    {
        const DeployDefaults& defaults = m_frame.defaults;
        const auto known = m_frame.input.instances.find(m_service.context->id);
        const bool planned = known != m_frame.input.instances.end() && known->second.most > 0;
        const int least = planned ? std::max(1, known->second.least) : defaults.leastReplicas;
        const int most = planned ? std::max(least, known->second.most) : std::max(defaults.leastReplicas, defaults.mostReplicas);
        Yaml whole = head("autoscaling/v2", "HorizontalPodAutoscaler", m_service.name, labels(m_service, m_frame));
        whole["spec"] = {
            {"scaleTargetRef", {{"apiVersion", "apps/v1"}, {"kind", "Deployment"}, {"name", m_service.name}}},
            {"minReplicas", planned ? Yaml(least) : fillIn(least, "replicas")},
            {"maxReplicas", planned ? Yaml(most) : fillIn(most, "replicas")},
            {"metrics",
             Yaml::array(
                 {{{"type", "Resource"},
                   {"resource", {{"name", "cpu"}, {"target", {{"type", "Utilization"}, {"averageUtilization", defaults.cpuPercent}}}}}}})}};
        put("hpa.yaml", "HorizontalPodAutoscaler", whole);
    }

    void volumeClaim()
    {
        if (m_embedded)
            return; // the StatefulSet has its own
        Yaml whole = head("v1", "PersistentVolumeClaim", m_service.name + "-data", labels(m_service, m_frame));
        whole["spec"] = {{"accessModes", Yaml::array({"ReadWriteMany"})},
                         {"storageClassName", fillIn("standard", "storage-class")},
                         {"resources", {{"requests", {{"storage", fillIn(m_frame.defaults.volumeSize, "volume-size")}}}}}};
        put("pvc.yaml", "PersistentVolumeClaim", whole);
        m_out.explain(pathOf("pvc.yaml"), "volume-size", {}, m_service.files);
    }

    void cronJob(const ServiceJob& job)
    {
        const bool found = !job.cron.empty();
        Yaml pod = {{"restartPolicy", "Never"},
                    {"securityContext", podSecurity()},
                    {"containers",
                     Yaml::array({{{"name", job.name},
                                   {"image", fillIn(m_frame.defaults.registry + "/" + m_frame.system + "/" + m_service.name + ":0.1.0",
                                                    "image-registry")},
                                   {"command", fillIn(Yaml::array({"sh", "-c", "exit 1"}), "job-command")},
                                   {"envFrom", environment()},
                                   {"securityContext", containerSecurity()}}})}};
        Yaml whole = head("batch/v1", "CronJob", m_service.name + "-" + job.name, labels(m_service, m_frame));
        whole["metadata"]["name"] = (m_service.name + "-" + job.name).substr(0, 52);
        whole["spec"] = {{"schedule", found ? Yaml(job.cron) : fillIn("0 3 * * *", "schedule")},
                         {"suspend", fillIn(true, "job-suspended")},
                         {"concurrencyPolicy", "Forbid"},
                         {"jobTemplate", {{"spec", {{"backoffLimit", 1}, {"template", {{"spec", pod}}}}}}}};
        const std::string file = "cronjob-" + job.name + ".yaml";
        put(file, "CronJob", whole);
        for (const char* id : {"job-command", "schedule", "job-suspended"})
            m_out.explain(pathOf(file), id, {{"job", job.entryPoint}}, {job.evidence});
    }

    void networkPolicy()
    {
        Yaml in = Yaml::array();
        Yaml sources = Yaml::array();
        if (!m_service.routes.empty())
            sources.push_back({{"namespaceSelector",
                                {{"matchLabels", {{"kubernetes.io/metadata.name", fillIn("ingress-nginx", "ingress-namespace")}}}}}});
        for (const std::string& caller : m_service.callers)
            sources.push_back({{"podSelector", {{"matchLabels", selector(caller)}}}});
        if (!sources.empty())
            in.push_back({{"from", sources}, {"ports", Yaml::array({{{"protocol", "TCP"}, {"port", m_frame.port}}})}});
        Yaml out = Yaml::array(
            {{{"to", Yaml::array({{{"namespaceSelector", {{"matchLabels", {{"kubernetes.io/metadata.name", "kube-system"}}}}}}})},
              {"ports", Yaml::array({{{"protocol", "UDP"}, {"port", 53}}, {{"protocol", "TCP"}, {"port", 53}}})}}});
        Yaml targets = Yaml::array();
        for (const std::string& callee : m_service.callees)
            targets.push_back({{"podSelector", {{"matchLabels", selector(callee)}}}});
        if (!targets.empty())
            out.push_back({{"to", targets}, {"ports", Yaml::array({{{"protocol", "TCP"}, {"port", m_frame.port}}})}});
        if (m_service.ownsTables && m_frame.database)
            out.push_back({{"to", Yaml::array({{{"ipBlock", {{"cidr", fillIn("192.0.2.0/24", "database-address")}}}}})}});
        Yaml whole = head("networking.k8s.io/v1", "NetworkPolicy", m_service.name, labels(m_service, m_frame));
        whole["spec"] = {{"podSelector", {{"matchLabels", selector(m_service.name)}}},
                         {"policyTypes", Yaml::array({"Ingress", "Egress"})},
                         {"ingress", in},
                         {"egress", out}};
        put("networkpolicy.yaml", "NetworkPolicy", whole);
    }

    const DeployedService& m_service;
    const ManifestFrame& m_frame;
    FileSet& m_out;
    bool m_embedded;
    Yaml m_resources = Yaml::array();
};

} // namespace

void addServiceManifests(const DeployedService& service, const ManifestFrame& frame, FileSet& out)
{
    ServiceWriter(service, frame, out).all();
}

} // namespace naru::planning
