#pragma once

#include "core/base/Error.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace naru::planning {

/// An image that a package runs on, and where the package goes in it. "{java}" stands for the release.
struct RuntimeImage {
    std::vector<std::string> packagings; ///< what it can run
    std::string api; ///< javax or jakarta; empty: either
    std::string image;
    std::string target;  ///< a folder ends in '/'
    bool unpack = false; ///< the package is unpacked into the folder: who runs the container may not write beside it
    int port = 0;
    std::vector<std::string> java; ///< releases there is an image for
};

struct OverlayDefaults {
    std::string id;
    int least = 0; ///< instances; 0: as in the base
    int most = 0;
};

/// What manifests start from; a person adjusts it. Data: resources/planning/deployment.json.
struct DeployDefaults {
    std::string edition;
    std::string registry;
    std::string domain;
    int port = 8080;
    std::string managementPath;
    std::string ingressClass;
    int leastReplicas = 2;
    int mostReplicas = 6;
    int cpuPercent = 70;
    std::string requestCpu, requestMemory, limitCpu, limitMemory;
    std::string volumeSize, volumeMount;
    std::string defaultJava;
    std::map<std::string, std::string> buildImages; ///< maven, gradle, ant
    std::vector<std::string> buildJava;
    std::vector<RuntimeImage> runtimes;
    std::vector<RuntimeImage> baseImages; ///< by a part of the image's name
    std::vector<OverlayDefaults> overlays;

    /// Errors: NotFound, NotReadable, Malformed (file, key, line, expected).
    static core::Result<DeployDefaults> load(const std::filesystem::path& resources);
};

} // namespace naru::planning
