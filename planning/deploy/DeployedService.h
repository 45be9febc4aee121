#pragma once

#include "core/model/AuditReport.h"
#include "core/model/CodeModel.h"
#include "core/model/Deployment.h"
#include "core/model/Partition.h"
#include "planning/deploy/SourceFacts.h"

#include <map>
#include <string>
#include <vector>

namespace naru::planning {

/// A path of the old system that one service answers.
struct Route {
    std::string path;
    bool prefix = false; ///< all paths below it, too
    friend auto operator<=>(const Route&, const Route&) = default;
};

struct ServiceJob {
    std::string entryPoint; ///< id
    std::string name;       ///< DNS label, unique in the service
    std::string cron;       ///< empty when not found
    core::Evidence evidence;
};

/// What is known of a context as a service to be deployed.
struct DeployedService {
    const core::Context* context = nullptr;
    std::string name; ///< DNS label, unique in the split
    std::vector<Route> routes;
    std::vector<std::string> callers; ///< names of services that call it, sorted
    std::vector<std::string> callees;
    std::vector<ConfigKey> keys; ///< that only its code names
    std::vector<ServiceJob> jobs;
    std::vector<core::Evidence> files;    ///< it writes files of the server
    std::vector<core::Evidence> sessions; ///< it keeps state between requests
    bool ownsTables = false;
};

/// One item per context, in the order of the split.
std::vector<DeployedService> deployedServices(const core::Alternative& split, const core::CodeModel& code, const core::AuditReport* audit,
                                              const SourceFacts& facts);

/// Keys that no single service has for itself: they go into the shared configuration.
std::vector<ConfigKey> sharedKeys(const std::vector<DeployedService>& services, const SourceFacts& facts);

/// Names for the contexts: a DNS label (RFC 1123, at most 40 letters) from the Latin letters of the name, the domain words or the
/// id, unique in the split.
std::map<std::string, std::string> serviceNames(const core::Alternative& split);

/// "Db.url" as DB_URL, so that it can be a variable of the environment.
std::string environmentName(const std::string& key);

} // namespace naru::planning
