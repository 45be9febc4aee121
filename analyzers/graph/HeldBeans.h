#pragma once

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/ProjectFacts.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

/// A bean that a property of Spring's XML holds: another one by its name, or one inside it, which follows it in the file; null when there is none.
const config::SpringBean* heldBean(const config::SpringBean& of, std::string_view property, const ProjectFacts& facts, const BeanNames& beans);

/// The keys and values of a map or Properties that a property holds: written there, or in the property files that its
/// PropertiesFactoryBean (also <util:properties>) names; a location is found by the end of its path.
std::vector<std::pair<std::string, std::string>> tableOf(const config::SpringBean& of, std::string_view property, const ProjectFacts& facts,
                                                         const BeanNames& beans, const core::CodeModel& model);

} // namespace naru::analyzers::graph
