#include "analyzers/audit/Dependencies.h"

#include "analyzers/audit/CodeMask.h"
#include "analyzers/audit/Settings.h"
#include "core/base/PathNames.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>

namespace naru::analyzers::audit {

namespace {

std::string childText(const pugi::xml_node& node, const char* name)
{
    std::string out = node.child(name).text().get();
    const auto begin = out.find_first_not_of(" \t\r\n");
    return begin == std::string::npos ? "" : out.substr(begin, out.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string filled(std::string text, const std::map<std::string, std::string>& properties)
{
    for (int guard = 0; guard < 8; ++guard) {
        const auto begin = text.find("${");
        const auto end = begin == std::string::npos ? begin : text.find('}', begin);
        if (end == std::string::npos)
            break;
        const auto value = properties.find(text.substr(begin + 2, end - begin - 2));
        if (value == properties.end())
            break;
        text.replace(begin, end - begin + 1, value->second);
    }
    return text;
}

std::vector<Dependency> readPom(const XmlText& xml)
{
    const pugi::xml_node project = xml.document().child("project");
    std::map<std::string, std::string> properties;
    for (const pugi::xml_node& property : project.child("properties").children())
        properties[property.name()] = property.text().get();
    std::vector<Dependency> out;
    const auto read = [&](const pugi::xml_node& list) {
        for (const pugi::xml_node& node : list.children("dependency")) {
            Dependency one{filled(childText(node, "groupId"), properties), filled(childText(node, "artifactId"), properties),
                           filled(childText(node, "version"), properties), childText(node, "scope"), xml.line(node)};
            if (one.scope.empty())
                one.scope = "compile";
            if (const pugi::xml_node scope = node.child("scope"))
                one.line = xml.line(scope);
            out.push_back(std::move(one));
        }
    };
    read(project.child("dependencies"));
    for (const pugi::xml_node& profile : project.child("profiles").children("profile"))
        read(profile.child("dependencies"));
    return out;
}

std::vector<Dependency> readIvy(const XmlText& xml)
{
    std::vector<Dependency> out;
    for (const pugi::xml_node& node : xml.document().child("ivy-module").child("dependencies").children("dependency"))
        out.push_back(
            {node.attribute("org").value(), node.attribute("name").value(), node.attribute("rev").value(), "compile", xml.line(node)});
    return out;
}

std::vector<Dependency> readGradle(std::string_view text)
{
    static const RE2 kString(R"((\w+)\s*\(?\s*["']([\w.\-]+):([\w.\-]+)(?::([\w.\-${}]+))?["'])");
    const std::string masked = maskComments(text, Syntax::CLike);
    std::vector<Dependency> out;
    re2::StringPiece rest(masked);
    std::string scope;
    std::string group;
    std::string name;
    std::string version;
    while (RE2::FindAndConsume(&rest, kString, &scope, &group, &name, &version)) {
        const auto offset = static_cast<std::ptrdiff_t>(rest.data() - masked.data());
        const int line = 1 + static_cast<int>(std::count(masked.begin(), masked.begin() + offset, '\n'));
        out.push_back({group, name, version, scope, line});
        version.clear();
    }
    return out;
}

} // namespace

bool isGradleScript(std::string_view path)
{
    return path.ends_with(".gradle") || path.ends_with(".gradle.kts");
}

bool declaresDependencies(std::string_view path)
{
    const std::string_view name = core::fileName(path);
    return isGradleScript(name) || name == "pom.xml" || name == "ivy.xml";
}

std::vector<Dependency> readDependencies(std::string_view path, std::string_view text)
{
    if (!declaresDependencies(path))
        return {};
    const std::string_view name = core::fileName(path);
    if (isGradleScript(name))
        return readGradle(text);
    const bool pom = name == "pom.xml";
    const auto xml = XmlText::parse(text, std::string(path));
    if (!xml)
        return {};
    return pom ? readPom(*xml) : readIvy(*xml);
}

Dependency dependencyOfJar(std::string_view path)
{
    std::string_view stem = core::fileName(path);
    stem = stem.substr(0, stem.rfind('.'));
    Dependency out{"", std::string(stem), "", "jar", 0};
    for (std::size_t i = 0; i + 1 < stem.size(); ++i)
        if (stem[i] == '-' && stem[i + 1] >= '0' && stem[i + 1] <= '9') {
            out.name = stem.substr(0, i);
            out.version = stem.substr(i + 1);
            break;
        }
    return out;
}

} // namespace naru::analyzers::audit
