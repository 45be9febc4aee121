#pragma once

#include "core/model/Deployment.h"
#include "planning/deploy/YamlText.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::planning {

/// Collects generated files and the places in them that a person must fill in.
class FileSet {
public:
    /// A YAML document; its marks become fill items with the evidence given for their id.
    void yaml(std::string path, std::string service, std::string kind, const Yaml& value);
    /// Any text; lines with "FILL-IN: <id>" become fill items.
    void text(std::string path, std::string service, std::string kind, std::string content);
    /// Something without a place in a file.
    void missing(std::string service, std::string id, core::TextArgs args = {}, std::vector<core::Evidence> evidence = {});
    /// Arguments and evidence for the fill items of one file and id.
    void explain(std::string_view path, std::string_view id, core::TextArgs args, std::vector<core::Evidence> evidence = {});
    void note(const char* key) { m_set.notes.emplace_back(key); }

    /// Files by path, fills by file and line.
    [[nodiscard]] core::DeploymentSet take();

private:
    core::DeploymentSet m_set;
};

} // namespace naru::planning
