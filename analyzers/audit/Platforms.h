#pragma once

#include "analyzers/audit/Dependencies.h"

#include <string_view>
#include <vector>

namespace naru::analyzers::audit {

/// Such a file may name platforms, by its name.
[[nodiscard]] bool namesPlatforms(std::string_view path);

/// What a system is built for and runs on, as its files say it: the Java level ("platform:java"), the version of the servlet specification
/// ("platform:servlet"), the parent of a Maven project and the plugins of a Gradle build that bring a framework ("org.springframework.boot:
/// spring-boot-starter-parent"), and the images of a container file ("image:tomcat"). Their scope is "platform". Versions that are variables
/// of the same file are filled in; text that cannot be understood gives nothing.
std::vector<Dependency> readPlatforms(std::string_view path, std::string_view text);

} // namespace naru::analyzers::audit
