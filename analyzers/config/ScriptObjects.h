#pragma once

#include "analyzers/config/XmlText.h"

#include <cstdint>
#include <string>
#include <vector>

namespace naru::analyzers::config {

/// An object of the server whose methods scripts of pages call by DWR.
struct ScriptObject {
    std::string name; ///< in scripts; empty where that of the class is meant
    std::string bean; ///< that Spring or JSF makes; empty for none
    std::string className;
    std::vector<std::string> included; ///< methods; all where none is named
    std::vector<std::string> excluded;
    std::uint32_t line = 0;
};

/// The objects of a dwr.xml (<create>), or of a Spring file (<dwr:create>, <dwr:remote> of a bean).
std::vector<ScriptObject> readScriptObjects(const XmlText& xml);

} // namespace naru::analyzers::config
