#pragma once

#include "core/model/Evidence.h"

#include <string>
#include <utility>
#include <vector>

namespace naru::core {

/// A service model (IaaS ... SaaS) and who manages each layer of it.
struct ServiceModel {
    std::string id;
    LocalText name;
    LocalText meaning;
    std::vector<std::pair<std::string, std::string>> managedBy; ///< layer id -> agency, shared or provider; in the order of the layers
};

/// Where the services run: public, private or hybrid cloud.
struct DeploymentModel {
    std::string id;
    LocalText name;
    LocalText meaning;
    LocalText infrastructure; ///< who manages servers, storage and network
};

/// A line of the guide's comparison of Cloud Foundry and Kubernetes.
struct PlatformAspect {
    std::string id;
    LocalText name;
    LocalText cloudFoundry;
    LocalText kubernetes;
};

/// Who manages what on the target platform, and what the platforms offer.
struct Responsibility {
    std::string edition;
    LocalText source;
    std::vector<std::pair<std::string, LocalText>> layers; ///< from the application down to the network
    std::vector<ServiceModel> models;
    std::vector<DeploymentModel> deployments;
    std::vector<PlatformAspect> platforms;
    std::string model;      ///< the chosen or proposed one
    std::string deployment; ///< empty: a person must choose
    bool chosen = false;    ///< `model` was chosen by a person, else it is proposed
    LocalText reason;       ///< of the proposal
};

} // namespace naru::core
