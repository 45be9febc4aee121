#pragma once

#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/model/AuditReport.h"
#include "core/model/CodeModel.h"
#include "core/model/Deployment.h"
#include "core/model/Partition.h"
#include "planning/deploy/DeployDefaults.h"
#include "planning/deploy/SourceFacts.h"

#include <map>
#include <string>

namespace naru::planning {

/// Instances that a capacity plan found for a context.
struct InstanceRange {
    int least = 0;
    int most = 0;
};

struct ManifestInput {
    const core::Alternative* split = nullptr;
    const core::CodeModel* code = nullptr;
    const core::AuditReport* audit = nullptr; ///< tells state; may be missing
    const SourceFacts* facts = nullptr;
    std::string system;                             ///< name of the system
    std::map<std::string, InstanceRange> instances; ///< context id -> instances; empty: the defaults
};

/// Manifests for Kubernetes (Kustomize base and overlays), container files, pipelines and API descriptions of every context.
/// Nothing is invented: what was not found is a marked place and an item of `fills`.
/// Errors: InvalidArgument (no split, or one without contexts), Cancelled.
core::Result<core::DeploymentSet> generateDeployment(const ManifestInput& input, const DeployDefaults& defaults, core::Job& job);

} // namespace naru::planning
