#include "planning/deploy/BuildFiles.h"

#include "core/base/Blanks.h"
#include "core/base/Files.h"

#include <pugixml.hpp>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>

namespace naru::planning {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kLargestBuildFile = std::uintmax_t{4} << 20;
constexpr int kDeepestModule = 3;

int lineAt(std::string_view text, std::ptrdiff_t offset)
{
    const auto end = std::min<std::size_t>(text.size(), offset < 0 ? 0 : static_cast<std::size_t>(offset));
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
}

/// "1.8" and "8" are the same release; what is no number is nothing.
std::string javaRelease(const std::string& text)
{
    static const RE2 version(R"(^(?:1\.)?([0-9]{1,2})(?:\.[0-9.]*)?$)");
    std::string release;
    return RE2::FullMatch(core::trimmed(text), version, &release) ? release : std::string();
}

struct Pom {
    std::string path; ///< below the root
    std::string folder;
    std::string text;
    pugi::xml_document document;
    std::map<std::string, std::string> properties;

    [[nodiscard]] pugi::xml_node project() const { return document.child("project"); }
};

class MavenReader {
public:
    MavenReader(const fs::path& root, BuildFacts& facts) : m_root(root), m_facts(facts) {}

    void read()
    {
        read("", 0);
        for (const Pom& pom : m_poms)
            note(pom);
        choosePackage();
    }

private:
    void read(const std::string& folder, int depth)
    {
        const std::string path = folder.empty() ? "pom.xml" : folder + "/pom.xml";
        auto text = core::readFile(m_root / path, kLargestBuildFile);
        if (!text)
            return;
        Pom pom{.path = path, .folder = folder, .text = std::move(*text)};
        if (!pom.document.load_buffer(pom.text.data(), pom.text.size()) || !pom.project())
            return;
        if (!m_poms.empty())
            pom.properties = m_poms.front().properties; // those of the aggregator hold below it
        for (const pugi::xml_node& one : pom.project().child("properties").children())
            pom.properties[one.name()] = core::trimmed(one.child_value());
        std::vector<std::string> modules;
        for (const pugi::xml_node& module : pom.project().child("modules").children("module"))
            modules.emplace_back(core::trimmed(module.child_value()));
        m_poms.push_back(std::move(pom));
        if (depth < kDeepestModule)
            for (const std::string& module : modules)
                if (module.find("..") == std::string::npos && !module.starts_with("/"))
                    read(folder.empty() ? module : folder + "/" + module, depth + 1);
    }

    static std::string resolved(const Pom& pom, std::string text)
    {
        static const RE2 reference(R"(^\$\{([^}]+)\}$)");
        for (int hops = 0; hops < 4; ++hops) {
            std::string name;
            if (!RE2::FullMatch(text, reference, &name))
                return text;
            const auto found = pom.properties.find(name);
            if (found == pom.properties.end())
                return {};
            text = found->second;
        }
        return {};
    }

    void noteJava(const Pom& pom, const pugi::xml_node& node, const std::string& value)
    {
        const std::string release = javaRelease(resolved(pom, std::string(core::trimmed(value))));
        if (release.empty() || !m_facts.javaVersion.empty())
            return;
        m_facts.javaVersion = release;
        m_facts.evidence.push_back({.kind = "config",
                                    .file = pom.path,
                                    .line = lineAt(pom.text, node.offset_debug()),
                                    .text = std::string(node.name()) + " " + std::string(core::trimmed(value))});
    }

    void note(const Pom& pom)
    {
        const pugi::xml_node properties = pom.project().child("properties");
        for (const char* name : {"maven.compiler.release", "maven.compiler.target", "java.version", "maven.compiler.source", "jdk.version"})
            if (const pugi::xml_node node = properties.child(name))
                noteJava(pom, node, node.child_value());
        for (const char* holder : {"plugins", "pluginManagement"}) {
            pugi::xml_node plugins = pom.project().child("build").child(holder);
            if (std::string_view(holder) == "pluginManagement")
                plugins = plugins.child("plugins");
            for (const pugi::xml_node& plugin : plugins.children("plugin"))
                if (core::trimmed(plugin.child_value("artifactId")) == "maven-compiler-plugin")
                    for (const char* name : {"release", "target", "source"})
                        if (const pugi::xml_node node = plugin.child("configuration").child(name))
                            noteJava(pom, node, node.child_value());
        }
        const std::string parent(core::trimmed(pom.project().child("parent").child_value("artifactId")));
        m_facts.springBoot =
            m_facts.springBoot || parent == "spring-boot-starter-parent" || pom.text.find("spring-boot-maven-plugin") != std::string::npos;
        m_facts.actuator = m_facts.actuator || pom.text.find("spring-boot-starter-actuator") != std::string::npos;
        m_facts.jakarta = m_facts.jakarta || pom.text.find("jakarta.servlet") != std::string::npos ||
                          pom.text.find("jakarta.platform") != std::string::npos;
    }

    /// The module that is deployed: an ear before a war before a jar; of several the one that is made to be started, then the one that
    /// takes most of the others along.
    void choosePackage()
    {
        const Pom* best = nullptr;
        std::array<int, 3> bestRank = {-1, 0, 0};
        for (const Pom& pom : m_poms) {
            std::string packaging(core::trimmed(pom.project().child_value("packaging")));
            if (packaging.empty())
                packaging = "jar";
            const int kind = packaging == "ear" ? 3 : packaging == "war" ? 2 : packaging == "jar" ? 1 : -1;
            const bool started = pom.text.find("spring-boot-maven-plugin") != std::string::npos;
            const std::array<int, 3> rank = {kind, started ? 1 : 0, modulesUsedBy(pom)};
            if (kind > 0 && rank > bestRank) {
                best = &pom;
                bestRank = rank;
                m_facts.packaging = packaging;
            }
        }
        if (m_poms.empty())
            return;
        m_facts.tool = BuildTool::Maven;
        m_facts.file = m_poms.front().path;
        if (best == nullptr) {
            m_facts.evidence.push_back({.kind = "config", .file = m_facts.file, .line = 1, .text = "packaging ?"});
            return;
        }
        m_facts.module = best->folder;
        const pugi::xml_node packaging = best->project().child("packaging");
        m_facts.evidence.push_back({.kind = "config",
                                    .file = best->path,
                                    .line = packaging ? lineAt(best->text, packaging.offset_debug()) : 1,
                                    .text = "packaging " + m_facts.packaging});
    }

    [[nodiscard]] int modulesUsedBy(const Pom& pom) const
    {
        int used = 0;
        for (const pugi::xml_node& one : pom.project().child("dependencies").children("dependency"))
            used += std::ranges::any_of(m_poms, [&](const Pom& other) {
                return &other != &pom &&
                       core::trimmed(other.project().child_value("artifactId")) == core::trimmed(one.child_value("artifactId"));
            });
        return used;
    }

    const fs::path& m_root;
    BuildFacts& m_facts;
    std::vector<Pom> m_poms;
};

std::optional<std::string> textOf(const fs::path& root, const std::string& path)
{
    auto text = core::readFile(root / path, kLargestBuildFile);
    return text ? std::optional(std::move(*text)) : std::nullopt;
}

void evidenceOf(BuildFacts& facts, const std::string& path, const std::string& text, std::string_view part, std::string shown)
{
    facts.evidence.push_back({.kind = "config",
                              .file = path,
                              .line = lineAt(text, static_cast<std::ptrdiff_t>(std::max<std::size_t>(0, text.find(part)))),
                              .text = std::move(shown)});
}

void readGradle(const fs::path& root, BuildFacts& facts)
{
    for (const char* path : {"build.gradle", "build.gradle.kts"}) {
        const auto text = textOf(root, path);
        if (!text)
            continue;
        facts.tool = BuildTool::Gradle;
        facts.file = path;
        facts.springBoot = text->find("org.springframework.boot") != std::string::npos;
        facts.actuator = text->find("spring-boot-starter-actuator") != std::string::npos;
        facts.jakarta = text->find("jakarta.") != std::string::npos;
        static const RE2 ear(R"((?m)(^\s*(apply plugin:\s*|id[ (]\s*)['"]ear['"]|^\s*ear\s*$))");
        static const RE2 war(R"((?m)(^\s*(apply plugin:\s*|id[ (]\s*)['"]war['"]|^\s*war\s*$))");
        facts.packaging = RE2::PartialMatch(*text, ear) ? "ear" : RE2::PartialMatch(*text, war) ? "war" : "jar";
        evidenceOf(facts, path, *text, facts.packaging, "packaging " + facts.packaging);
        static const RE2 java(
            R"re((?:sourceCompatibility|targetCompatibility|JavaLanguageVersion\.of\(|options\.release)\s*=?\s*\(?\s*['"]?(?:JavaVersion\.VERSION_)?([0-9._]+))re");
        std::string version;
        if (RE2::PartialMatch(*text, java, &version)) {
            std::ranges::replace(version, '_', '.');
            facts.javaVersion = javaRelease(version);
            if (!facts.javaVersion.empty())
                evidenceOf(facts, path, *text, version, "java " + facts.javaVersion);
        }
        return;
    }
}

void readAnt(const fs::path& root, BuildFacts& facts)
{
    const auto text = textOf(root, "build.xml");
    if (!text || text->find("<project") == std::string::npos)
        return;
    facts.tool = BuildTool::Ant;
    facts.file = "build.xml";
    facts.packaging = text->find("<ear") != std::string::npos ? "ear" : text->find("<war") != std::string::npos ? "war" : "jar";
    evidenceOf(facts, facts.file, *text, "<" + facts.packaging, "packaging " + facts.packaging);
    static const RE2 java(R"re(<javac[^>]*\b(?:release|target|source)="([0-9.]+)")re");
    std::string version;
    if (RE2::PartialMatch(*text, java, &version))
        facts.javaVersion = javaRelease(version);
}

/// The image that the last stage of a container file starts from.
void readContainerFile(const fs::path& root, const std::string& folder, BuildFacts& facts)
{
    for (const char* name : {"Dockerfile", "Containerfile", "docker/Dockerfile"}) {
        const std::string path = (folder.empty() ? "" : folder + "/") + name;
        const auto text = textOf(root, path);
        if (!text)
            continue;
        static const RE2 from(R"((?mi)^FROM\s+(?:--platform=\S+\s+)?([A-Za-z0-9._/:@-]+)(?:\s+AS\s+\S+)?\s*$)");
        re2::StringPiece rest(*text);
        std::string image;
        while (RE2::FindAndConsume(&rest, from, &image))
            facts.baseImage = image;
        if (facts.baseImage.empty())
            continue;
        evidenceOf(facts, path, *text, facts.baseImage, "FROM " + facts.baseImage);
        static const RE2 java(R"((?i)(?:jdk|jre|java|temurin|corretto)[:\-]?([0-9]{1,2})\b)");
        if (std::string version; facts.javaVersion.empty() && RE2::PartialMatch(facts.baseImage, java, &version))
            facts.javaVersion = javaRelease(version);
        return;
    }
}

/// What stands in one folder, with paths below it.
BuildFacts readFolder(const fs::path& folder)
{
    BuildFacts facts;
    MavenReader(folder, facts).read();
    if (facts.tool == BuildTool::None)
        readGradle(folder, facts);
    if (facts.tool == BuildTool::None)
        readAnt(folder, facts);
    return facts;
}

/// Folders of the system one or two steps below its root, with the number of files below each.
std::map<std::string, int> upperFolders(const std::vector<std::string>& paths)
{
    std::map<std::string, int> out;
    for (const std::string& path : paths) {
        std::size_t slash = path.find('/');
        for (int depth = 0; depth < 2 && slash != std::string::npos; ++depth) {
            ++out[path.substr(0, slash)];
            slash = path.find('/', slash + 1);
        }
    }
    return out;
}

/// The build file nearest to the root that is not at the root; of several as near, that of the folder with most files.
BuildFacts readBelow(const fs::path& root, const std::vector<std::string>& paths)
{
    BuildFacts best;
    std::pair<int, int> bestRank;
    for (const auto& [folder, files] : upperFolders(paths)) {
        const std::pair rank = {folder.contains('/') ? 0 : 1, files};
        if (best.tool != BuildTool::None && rank <= bestRank)
            continue;
        BuildFacts facts = readFolder(root / folder);
        if (facts.tool == BuildTool::None)
            continue;
        facts.folder = folder;
        facts.file = folder + "/" + facts.file;
        for (core::Evidence& evidence : facts.evidence)
            evidence.file = folder + "/" + evidence.file;
        best = std::move(facts);
        bestRank = rank;
    }
    return best;
}

} // namespace

BuildFacts readBuildFacts(const fs::path& root, const std::vector<std::string>& paths)
{
    BuildFacts facts = readFolder(root);
    if (facts.tool == BuildTool::None)
        if (BuildFacts below = readBelow(root, paths); below.tool != BuildTool::None)
            facts = std::move(below);
    const std::string module = facts.folder + (facts.folder.empty() || facts.module.empty() ? "" : "/") + facts.module;
    for (const std::string& folder : {std::string(), facts.folder, module})
        if (facts.baseImage.empty())
            readContainerFile(root, folder, facts);
    std::error_code error;
    facts.wrapper = fs::is_regular_file(root / facts.folder / (facts.tool == BuildTool::Gradle ? "gradlew" : "mvnw"), error);
    // A deployment descriptor says war where the build file says nothing.
    if (facts.packaging.empty() && std::ranges::any_of(paths, [](const std::string& path) { return path.ends_with("WEB-INF/web.xml"); }))
        facts.packaging = "war";
    return facts;
}

} // namespace naru::planning
