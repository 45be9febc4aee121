#include "analyzers/audit/Platforms.h"

#include "analyzers/audit/CodeMask.h"
#include "analyzers/audit/Settings.h"
#include "core/base/PathNames.h"

#include <re2/re2.h>

#include <algorithm>

namespace naru::analyzers::audit {

namespace {

constexpr const char* kScope = "platform";

std::string textOf(const pugi::xml_node& node)
{
    std::string out = node.text().get();
    std::erase_if(out, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    return out;
}

bool level(std::string_view version)
{
    return !version.empty() && version[0] >= '1' && version[0] <= '9';
}

/// ${name} through the properties of the same file.
std::string resolved(std::string value, const pugi::xml_node& properties)
{
    for (int guard = 0; guard < 4 && value.starts_with("${") && value.ends_with('}'); ++guard)
        value = textOf(properties.child(value.substr(2, value.size() - 3).c_str()));
    return value;
}

void pomPlatforms(const XmlText& xml, std::vector<Dependency>& out)
{
    const pugi::xml_node project = xml.document().child("project");
    const pugi::xml_node properties = project.child("properties");
    if (const pugi::xml_node parent = project.child("parent"); parent.child("version"))
        out.push_back({textOf(parent.child("groupId")), textOf(parent.child("artifactId")),
                       resolved(textOf(parent.child("version")), properties), kScope, xml.line(parent)});
    const auto java = [&](const pugi::xml_node& node) {
        const std::string version = resolved(textOf(node), properties);
        if (level(version))
            out.push_back({kScope, "java", version, kScope, xml.line(node)});
        return level(version);
    };
    for (const char* name :
         {"maven.compiler.release", "maven.compiler.source", "maven.compiler.target", "java.version", "java-version", "jdk.version", "javaVersion"})
        if (const pugi::xml_node node = properties.child(name); node && java(node))
            return;
    for (const char* list : {"plugins", "pluginManagement"}) {
        const pugi::xml_node build = project.child("build");
        const pugi::xml_node plugins = std::string_view(list) == "plugins" ? build.child(list) : build.child(list).child("plugins");
        for (const pugi::xml_node& plugin : plugins.children("plugin"))
            if (textOf(plugin.child("artifactId")) == "maven-compiler-plugin")
                for (const char* name : {"release", "source", "target"})
                    if (const pugi::xml_node node = plugin.child("configuration").child(name); node && java(node))
                        return;
    }
}

int lineOf(const std::string& text, const char* at)
{
    return 1 + static_cast<int>(std::count(text.data(), at, '\n'));
}

void gradlePlatforms(std::string_view source, std::vector<Dependency>& out)
{
    static const RE2 kJava(
        R"((?:sourceCompatibility|targetCompatibility|languageVersion)\b[^\n\d]*?(?:VERSION_|of\(|["'=\s(])\s*(\d+(?:[._]\d+)?))");
    static const RE2 kPlugin(R"(\bid[\s(]+["']([\w.-]+)["']\)?\s+version\s+["']([\w.-]+)["'])");
    const std::string masked = maskComments(source, Syntax::CLike);
    re2::StringPiece rest(masked);
    std::string version;
    if (RE2::FindAndConsume(&rest, kJava, &version)) {
        std::ranges::replace(version, '_', '.');
        out.push_back({kScope, "java", version, kScope, lineOf(masked, rest.data())});
    }
    rest = masked;
    std::string id;
    while (RE2::FindAndConsume(&rest, kPlugin, &id, &version))
        out.push_back({id, "gradle-plugin", version, kScope, lineOf(masked, rest.data())});
}

/// Before version 2.4 only the document type names the version.
void webPlatforms(const XmlText& xml, std::string_view source, std::vector<Dependency>& out)
{
    const pugi::xml_node web = xml.document().child("web-app");
    std::string version = web.attribute("version").value();
    if (web && version.empty())
        version = source.find("Web Application 2.2") != std::string_view::npos ? "2.2" : "2.3";
    if (web)
        out.push_back({kScope, "servlet", version, kScope, xml.line(web)});
}

/// FROM registry/group/name:tag -> image:name, tag. A tag without a number tells no version.
void imagePlatforms(std::string_view source, std::vector<Dependency>& out)
{
    static const RE2 kFrom(R"((?im)^\s*FROM\s+(?:--platform=\S+\s+)?(?:[\w.:-]+/)*([\w.-]+)(?::([\w.-]+))?)");
    const std::string masked = maskComments(source, Syntax::Hash);
    re2::StringPiece rest(masked);
    std::string name;
    std::string tag;
    while (RE2::FindAndConsume(&rest, kFrom, &name, &tag)) {
        out.push_back({"image", name, level(tag) ? tag : std::string(), kScope, lineOf(masked, rest.data())});
        tag.clear();
    }
}

enum class Kind { None, Gradle, Image, Maven, Web };

Kind kindOf(std::string_view path)
{
    const std::string_view name = core::fileName(path);
    if (isGradleScript(name))
        return Kind::Gradle;
    if (name.starts_with("Dockerfile") || name.starts_with("Containerfile") || name.ends_with(".dockerfile"))
        return Kind::Image;
    return name == "pom.xml" ? Kind::Maven : name == "web.xml" ? Kind::Web : Kind::None;
}

} // namespace

bool namesPlatforms(std::string_view path)
{
    return kindOf(path) != Kind::None;
}

std::vector<Dependency> readPlatforms(std::string_view path, std::string_view source)
{
    std::vector<Dependency> out;
    const Kind kind = kindOf(path);
    if (kind == Kind::Gradle)
        gradlePlatforms(source, out);
    else if (kind == Kind::Image)
        imagePlatforms(source, out);
    else if (kind != Kind::None)
        if (const auto xml = XmlText::parse(source, std::string(path)))
            kind == Kind::Maven ? pomPlatforms(*xml, out) : webPlatforms(*xml, source, out);
    return out;
}

} // namespace naru::analyzers::audit
