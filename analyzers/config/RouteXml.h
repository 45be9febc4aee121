#pragma once

#include "analyzers/config/DataDescriptors.h"

namespace naru::analyzers::config {

/// Before the class of an event in a key; its value is the class that works on it.
inline constexpr std::string_view kEventOfRoutes = "event:";

/// Paths and the classes that answer them, of the XML files of a system's own front controller: an element that names both, by attributes
/// or by children with text (<action path="/list.do" class="a.ListAction"/>, <url-mapping
/// url="list.do"><action-class>a.ListAction</action-class>). The key is the path, the value the class. So are classes of
/// events and those that an element <event-mapping> names for them; what else the file says is left.
std::vector<Setting> readRouteXml(std::string_view text, std::string_view path);

} // namespace naru::analyzers::config
