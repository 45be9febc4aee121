#include "analyzers/audit/CycloneDx.h"

#include <nlohmann/json.hpp>

#include <map>
#include <vector>

namespace naru::analyzers::audit {

using core::Component;
using nlohmann::json;

namespace {

/// Percent-encoding of the parts of a package URL.
std::string encoded(const std::string& text)
{
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '.' || c == '-' || c == '_' || c == '~') {
            out += c;
        } else {
            out += '%';
            out += kHex[byte >> 4U];
            out += kHex[byte & 15U];
        }
    }
    return out;
}

/// A version that the build fills in is none.
std::string versionOf(const Component& component)
{
    return component.version.find("${") == std::string::npos ? component.version : std::string();
}

std::string packageUrl(const Component& component)
{
    if (component.group.empty())
        return {};
    const std::string version = versionOf(component);
    return "pkg:maven/" + encoded(component.group) + "/" + encoded(component.name) + (version.empty() ? "" : "@" + encoded(version));
}

const char* scopeOf(const std::string& scope)
{
    if (scope == "test" || scope.starts_with("test"))
        return "excluded";
    return scope == "provided" || scope == "compileOnly" || scope == "optional" ? "optional" : "required";
}

json componentJson(const std::string& ref, const std::vector<const Component*>& same, bool lines)
{
    const Component& first = *same.front();
    json out{{"type", "library"}, {"bom-ref", ref}, {"name", first.name}, {"scope", scopeOf(first.scope)}};
    if (!first.group.empty())
        out["group"] = first.group;
    if (const std::string version = versionOf(first); !version.empty())
        out["version"] = version;
    if (const std::string url = packageUrl(first); !url.empty())
        out["purl"] = url;
    out["properties"] = json::array({{{"name", "naru:declaredScope"}, {"value", first.scope}}});
    json places = json::array();
    for (const Component* one : same) {
        json place{{"location", one->file}};
        if (lines && one->line > 0)
            place["line"] = one->line;
        places.push_back(std::move(place));
    }
    out["evidence"] = {{"occurrences", std::move(places)}};
    return out;
}

} // namespace

json cycloneDx(const core::AuditReport& report, const std::string& system, const std::string& naruVersion, const std::string& specVersion)
{
    std::map<std::string, std::vector<const Component*>> byRef;
    for (const Component& component : report.components) {
        const std::string url = packageUrl(component);
        byRef[url.empty() ? "naru:" + component.name + "@" + component.version + ":" + component.file : url].push_back(&component);
    }
    json components = json::array();
    for (const auto& [ref, same] : byRef)
        components.push_back(componentJson(ref, same, specVersion != "1.5"));
    const json tool{{"type", "application"}, {"name", "Naru"}, {"version", naruVersion}};
    return {{"$schema", "http://cyclonedx.org/schema/bom-" + specVersion + ".schema.json"},
            {"bomFormat", "CycloneDX"},
            {"specVersion", specVersion},
            {"version", 1},
            {"metadata",
             {{"tools", {{"components", json::array({tool})}}},
              {"component", {{"type", "application"}, {"bom-ref", "naru:system"}, {"name", system.empty() ? "system" : system}}}}},
            {"components", components}};
}

} // namespace naru::analyzers::audit
