#pragma once

#include "planning/deploy/DeployDefaults.h"
#include "planning/deploy/DeployedService.h"
#include "planning/deploy/FileSet.h"
#include "planning/deploy/Manifests.h"

#include <string>

namespace naru::planning {

/// What all services of a system share when their manifests are written.
struct ManifestFrame {
    const ManifestInput& input;
    const DeployDefaults& defaults;
    std::string system; ///< DNS label
    int port = 0;       ///< of the container
    bool database = false;
};

/// Deployment or StatefulSet, Service, Ingress, ConfigMap, Secret, HorizontalPodAutoscaler, PersistentVolumeClaim, CronJobs,
/// NetworkPolicy and the kustomization of one service, below base/<service>/.
void addServiceManifests(const DeployedService& service, const ManifestFrame& frame, FileSet& out);

/// Configuration that no service has for itself, the namespace-wide policy, base and overlays.
void addCommonManifests(const std::vector<DeployedService>& services, const ManifestFrame& frame, FileSet& out);

/// Dockerfile of one service; none when the package is not known (the gap is listed).
void addContainerFile(const DeployedService& service, const ManifestFrame& frame, FileSet& out);
/// GitLab CI and Jenkins pipelines that build, test, package and deploy every service.
void addPipelines(const std::vector<DeployedService>& services, const ManifestFrame& frame, FileSet& out);
/// Port of the image that the package runs on.
int containerPort(const BuildFacts& build, const DeployDefaults& defaults);

/// OpenAPI for what other contexts call, AsyncAPI for the events; below api/.
void addApiDescriptions(const std::vector<DeployedService>& services, const ManifestFrame& frame, FileSet& out);

} // namespace naru::planning
