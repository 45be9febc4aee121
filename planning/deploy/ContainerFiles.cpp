#include "planning/deploy/ServiceManifests.h"

#include "core/base/Texts.h"

#include <algorithm>
#include <optional>

namespace naru::planning {

namespace {

const char* nameOf(BuildTool tool)
{
    switch (tool) {
    case BuildTool::Maven:
        return "maven";
    case BuildTool::Gradle:
        return "gradle";
    case BuildTool::Ant:
        return "ant";
    case BuildTool::None:
        break;
    }
    return "";
}

/// The nearest release there is an image for, upwards first.
std::string release(const std::string& wanted, const std::vector<std::string>& offered)
{
    if (offered.empty() || std::ranges::find(offered, wanted) != offered.end())
        return wanted;
    const auto number = [](const std::string& text) { return text.empty() ? 0 : std::stoi(text); };
    for (const std::string& one : offered)
        if (number(one) >= number(wanted))
            return one;
    return offered.back();
}

struct Runtime {
    std::string image;
    std::string target;
    int port = 0;
    bool unpack = false;
    bool asFound = false; ///< the image of a container file that is there
    bool exact = true;    ///< for the release found
};

std::optional<Runtime> runtimeOf(const BuildFacts& build, const DeployDefaults& defaults)
{
    const std::string packaging = build.packaging == "war" && build.springBoot ? "jar" : build.packaging;
    const auto runs = [](const RuntimeImage& image, const std::string& package) {
        return std::ranges::find(image.packagings, package) != image.packagings.end();
    };
    if (!build.baseImage.empty())
        for (const RuntimeImage& one : defaults.baseImages)
            if (build.baseImage.find(one.image) != std::string::npos && (runs(one, build.packaging) || runs(one, packaging)))
                return Runtime{build.baseImage, one.target, one.port, one.unpack, true, true};
    const std::string java = build.javaVersion.empty() ? defaults.defaultJava : build.javaVersion;
    for (const RuntimeImage& one : defaults.runtimes) {
        if (!runs(one, packaging) || (!one.api.empty() && one.api != (build.jakarta ? "jakarta" : "javax")))
            continue;
        const std::string chosen = release(java, one.java);
        return Runtime{core::fillPlaceholders(one.image, {{"java", chosen}}),
                       one.target,
                       one.port,
                       one.unpack,
                       false,
                       chosen == java && !build.javaVersion.empty()};
    }
    return std::nullopt;
}

std::string buildCommand(const BuildFacts& build)
{
    switch (build.tool) {
    case BuildTool::Maven:
        return "mvn -B -DskipTests package";
    case BuildTool::Gradle:
        return "gradle --no-daemon assemble";
    case BuildTool::Ant:
        return "ant";
    case BuildTool::None:
        break;
    }
    return {};
}

std::string testCommand(const BuildFacts& build)
{
    switch (build.tool) {
    case BuildTool::Maven:
        return "mvn -B verify";
    case BuildTool::Gradle:
        return "gradle --no-daemon check";
    case BuildTool::Ant:
        return "ant test";
    case BuildTool::None:
        break;
    }
    return "exit 1";
}

std::string buildImage(const BuildFacts& build, const DeployDefaults& defaults)
{
    const auto found = defaults.buildImages.find(nameOf(build.tool));
    if (found == defaults.buildImages.end())
        return {};
    const std::string java = release(build.javaVersion.empty() ? defaults.defaultJava : build.javaVersion, defaults.buildJava);
    return core::fillPlaceholders(found->second, {{"java", java}});
}

std::string packagePath(const BuildFacts& build)
{
    const std::string folder = build.tool == BuildTool::Gradle ? "build/libs" : build.tool == BuildTool::Ant ? "dist" : "target";
    const std::string module = build.module.empty() ? "" : build.module + "/";
    return "/src/" + module + folder + "/*." + build.packaging;
}

} // namespace

int containerPort(const BuildFacts& build, const DeployDefaults& defaults)
{
    const auto runtime = runtimeOf(build, defaults);
    return runtime ? runtime->port : defaults.port;
}

void addContainerFile(const DeployedService& service, const ManifestFrame& frame, FileSet& out)
{
    const BuildFacts& build = frame.input.facts->build;
    const auto runtime = runtimeOf(build, frame.defaults);
    if (build.tool == BuildTool::None || !runtime) {
        out.missing(service.name, build.tool == BuildTool::None ? "no-dockerfile" : "no-runtime", {{"packaging", build.packaging}},
                    build.evidence);
        return;
    }
    const bool folder = runtime->target.ends_with('/') && !runtime->unpack;
    const std::string target = folder ? runtime->target + service.name + "." + build.packaging : runtime->target;
    std::string text = "# " + service.name + "\n";
    for (const core::Evidence& evidence : build.evidence)
        text += "# " + evidence.file + ":" + std::to_string(evidence.line) + ": " + evidence.text + "\n";
    text += "# FILL-IN: service-source\n";
    text += "FROM " + buildImage(build, frame.defaults) + " AS build\nWORKDIR /src\nCOPY . .\n";
    text += "RUN " + buildCommand(build) + " \\\n    && mkdir -p /out \\\n    && cp " + packagePath(build) + " /out/app." +
            build.packaging + "\n";
    if (runtime->unpack)
        text += "WORKDIR /out/app\nRUN jar -xf /out/app." + build.packaging + "\n";
    text += "\n";
    if (build.javaVersion.empty())
        text += "# FILL-IN: java-version\n";
    text += runtime->asFound ? "# FILL-IN: base-image-found\n" : runtime->exact ? "" : "# FILL-IN: java-image\n";
    if (!runtime->asFound && !build.baseImage.empty())
        text += "# FILL-IN: base-image-replaced\n";
    text += "FROM " + runtime->image + "\n";
    text += "LABEL org.opencontainers.image.title=\"" + service.name + "\"\n";
    text += "ENV JAVA_TOOL_OPTIONS=\"-XX:MaxRAMPercentage=70\"\n";
    text += "COPY --from=build --chown=10001:0 /out/app" + (runtime->unpack ? "/" : "." + build.packaging) + " " + target + "\n";
    text += "EXPOSE " + std::to_string(runtime->port) + "\n";
    text += "USER 10001\n";
    if (runtime->target.ends_with("app.jar"))
        text += "ENTRYPOINT [\"java\", \"-jar\", \"/app/app.jar\"]\n";
    const std::string path = "services/" + service.name + "/Dockerfile";
    out.text(path, service.name, "Dockerfile", std::move(text));
    for (const char* id : {"service-source", "java-version", "java-image", "base-image-found"})
        out.explain(path, id, {}, build.evidence);
    out.explain(path, "base-image-replaced", {{"image", build.baseImage}}, build.evidence);
}

void addPipelines(const std::vector<DeployedService>& services, const ManifestFrame& frame, FileSet& out)
{
    const BuildFacts& build = frame.input.facts->build;
    const std::string image = buildImage(build, frame.defaults);
    Yaml gitlab;
    gitlab["stages"] = Yaml::array({"test", "image", "deploy"});
    gitlab["variables"] = {{"REGISTRY", fillIn(frame.defaults.registry + "/" + frame.system, "image-registry")},
                           {"OVERLAY", fillIn("dev", "overlay")}};
    for (const DeployedService& service : services) {
        const std::string folder = "services/" + service.name;
        gitlab["test:" + service.name] = {{"stage", "test"},
                                          {"image", image.empty() ? fillIn("FILL-IN", "build-image") : Yaml(image)},
                                          {"rules", Yaml::array({{{"changes", Yaml::array({folder + "/**/*"})}}})},
                                          {"script", Yaml::array({"cd " + folder, testCommand(build)})}};
        gitlab["image:" + service.name] = {
            {"stage", "image"},
            {"image", {{"name", "gcr.io/kaniko-project/executor:v1.23.2-debug"}, {"entrypoint", Yaml::array({""})}}},
            {"rules", Yaml::array({{{"if", "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}, {"changes", Yaml::array({folder + "/**/*"})}}})},
            {"script", Yaml::array({"/kaniko/executor --context " + folder + " --destination \"$REGISTRY/" + service.name +
                                    ":$CI_COMMIT_SHORT_SHA\""})}};
    }
    gitlab["deploy"] = {{"stage", "deploy"},
                        {"image", "alpine/k8s:1.30.6"},
                        {"environment", {{"name", "$OVERLAY"}}},
                        {"rules", Yaml::array({{{"if", "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}, {"when", "manual"}}})},
                        {"script", Yaml::array({"kubectl apply -k overlays/$OVERLAY",
                                                fillIn("kubectl rollout status deployment --timeout=300s -n " + frame.system + "-$OVERLAY",
                                                       "smoke-test")})}};
    out.yaml("ci/gitlab-ci.yml", "", "Pipeline", gitlab);

    std::string jenkins = "pipeline {\n    agent any\n    parameters {\n        choice(name: 'OVERLAY', choices: [";
    for (const OverlayDefaults& overlay : frame.defaults.overlays)
        jenkins += (jenkins.ends_with('[') ? "'" : ", '") + overlay.id + "'";
    jenkins += "])\n        choice(name: 'SERVICE', choices: [";
    for (const DeployedService& service : services)
        jenkins += (jenkins.ends_with('[') ? "'" : ", '") + service.name + "'";
    jenkins += "])\n    }\n    environment {\n        REGISTRY = '" + frame.defaults.registry + "/" + frame.system +
               "' // FILL-IN: image-registry\n    }\n    stages {\n";
    const auto stage = [&](const char* name, const std::string& command) {
        jenkins += std::string("        stage('") + name + "') {\n            steps {\n                sh '''" + command +
                   "'''\n            }\n        }\n";
    };
    stage("Test", "cd services/$SERVICE && " + testCommand(build));
    stage("Image", "docker build -t $REGISTRY/$SERVICE:$BUILD_NUMBER services/$SERVICE && docker push $REGISTRY/$SERVICE:$BUILD_NUMBER");
    stage("Deploy", "cd overlays/$OVERLAY && kustomize edit set image $REGISTRY/$SERVICE:$BUILD_NUMBER && kubectl apply -k .");
    jenkins += "    }\n    post {\n        failure {\n            echo 'FILL-IN' // FILL-IN: alarm\n        }\n    }\n}\n";
    out.text("ci/Jenkinsfile", "", "Pipeline", std::move(jenkins));
}

} // namespace naru::planning
