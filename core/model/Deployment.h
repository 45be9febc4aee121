#pragma once

#include "core/base/Error.h"
#include "core/model/Evidence.h"

#include <string>
#include <vector>

namespace naru::core {

/// A file that was generated for the target platform.
struct GeneratedFile {
    std::string path;    ///< below the chosen folder, '/' as separator
    std::string service; ///< its service; empty for what all share
    std::string kind;    ///< Deployment, Dockerfile, openapi ...
    std::string text;
};

/// Something that a person must fill in before a generated file can be used.
struct FillItem {
    std::string file; ///< GeneratedFile::path; empty when the file itself could not be made
    int line = 0;
    std::string id; ///< the sentence is planning.fill.<id>
    TextArgs args;
    std::string service;
    std::vector<Evidence> evidence;
};

/// A service of the target architecture and how its name came about.
struct DeployedName {
    std::string context; ///< context id
    std::string title;   ///< of the context
    std::string name;    ///< a DNS label
};

/// Everything generated for one split.
struct DeploymentSet {
    std::vector<DeployedName> services;
    std::vector<GeneratedFile> files; ///< by path
    std::vector<FillItem> fills;      ///< by file and line
    std::vector<std::string> notes;   ///< text keys
};

} // namespace naru::core
