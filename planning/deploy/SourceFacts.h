#pragma once

#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/model/AuditReport.h"
#include "core/model/CodeModel.h"
#include "core/model/Evidence.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace naru::planning {

enum class BuildTool { None, Maven, Gradle, Ant };

/// How the system is built and packaged today. What was not found stays empty.
struct BuildFacts {
    BuildTool tool = BuildTool::None;
    std::string file;        ///< the build file at the top, below the root
    std::string folder;      ///< where the build file at the top lies, "" for the root; what is built is built there
    std::string module;      ///< folder of the module that makes the package, below `folder`; "" for `folder` itself
    std::string packaging;   ///< war, ear or jar
    std::string javaVersion; ///< "8", "11", "17" ...
    bool springBoot = false;
    bool actuator = false; ///< health end points are there
    bool jakarta = false;  ///< jakarta.* instead of javax.*
    bool wrapper = false;  ///< mvnw or gradlew at the root
    std::string baseImage; ///< of a container file that is there
    std::vector<core::Evidence> evidence;
};

/// A configuration key that stands in a file of the system. Its value is never kept.
struct ConfigKey {
    std::string name; ///< as written, e.g. db.url
    std::string file;
    int line = 0;
    bool secret = false;
    bool environment = false; ///< differs from one environment to the next: an address, an account, a port, a place on a disk
    friend auto operator<=>(const ConfigKey&, const ConfigKey&) = default;
};

/// What manifests are made from, read from the files of the system under limits. Nothing is run.
struct SourceFacts {
    BuildFacts build;
    std::vector<ConfigKey> keys;                  ///< by name; without message bundles and test resources
    std::map<std::string, std::string> schedules; ///< entry point id -> cron of five fields
    std::vector<core::Evidence> embeddedDatabases;
    int keysLeftOff = 0; ///< beyond kMostKeys
    static constexpr std::size_t kMostKeys = 200;
};

/// Errors: Cancelled. A file that cannot be read or understood is as good as not there.
core::Result<SourceFacts> readSourceFacts(const std::filesystem::path& root, const core::CodeModel& code, core::Job& job);

/// A cron line of five fields from one of five, six or seven (Quartz, Spring); empty when it is none.
std::string cronOfFive(const std::string& expression);

} // namespace naru::planning
