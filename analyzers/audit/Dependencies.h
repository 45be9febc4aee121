#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::audit {

/// A component that a build file declares or that is checked in as a jar.
struct Dependency {
    std::string group;
    std::string name;
    std::string version;
    std::string scope; ///< compile when nothing is said; "jar" for a checked-in file
    int line = 0;
    [[nodiscard]] std::string id() const { return group.empty() ? name : group + ":" + name; }
};

/// A build script of Gradle, by its name.
[[nodiscard]] bool isGradleScript(std::string_view path);

/// Such a file may declare dependencies, by its name.
[[nodiscard]] bool declaresDependencies(std::string_view path);

/// Dependencies of a Maven pom.xml (properties of the same file filled in; plugins and management apart), Ivy file or
/// Gradle script; empty for anything else. Text that cannot be understood gives nothing.
std::vector<Dependency> readDependencies(std::string_view path, std::string_view text);

/// Name and version of a jar file name: commons-io-2.4.jar.
Dependency dependencyOfJar(std::string_view path);

} // namespace naru::analyzers::audit
