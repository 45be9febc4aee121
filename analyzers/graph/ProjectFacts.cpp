#include "analyzers/graph/ProjectFacts.h"

#include "analyzers/config/OjbRepository.h"
#include "analyzers/config/QueryXml.h"
#include "analyzers/config/RouteXml.h"
#include "analyzers/config/ServiceDescriptors.h"

#include "analyzers/config/XmlText.h"
#include "analyzers/sql/KnownSql.h"
#include "analyzers/sql/SqlReader.h"
#include "core/base/Blanks.h"
#include "core/base/Fields.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Keeps what may be SQL among the values of a property file.
void keyedTexts(FileId file, const std::vector<config::Setting>& settings, ProjectFacts& out)
{
    std::vector<config::Setting> kept;
    std::ranges::copy_if(settings, std::back_inserter(kept),
                         [](const config::Setting& setting) { return !setting.key.empty() && sql::startsLikeSql(setting.value); });
    if (!kept.empty()) {
        out.keyedTexts.push_back({file, std::move(kept)});
    }
}

/// True when the first line that says anything is `key = value`: a property file under the name of a script.
bool propertiesForm(std::string_view text)
{
    while (!text.empty()) {
        const std::string_view line = core::trimmed(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
        if (line.empty() || line.starts_with('#') || line.starts_with('!') || line.starts_with("--")) {
            continue;
        }
        if (line.starts_with("/*")) { // also one of lines of signs: /* ===== */
            return false;
        }
        const auto end = line.find_first_of(" \t=");
        const auto sign = line.find_first_not_of(" \t", std::min(end, line.size()));
        return sign != std::string_view::npos && line[sign] == '=';
    }
    return false;
}

void serverNames(FileId file, std::string_view text, std::string_view path, ProjectFacts& out)
{
    if (config::ServerNames names = config::readServerNames(text, path); !names.empty()) {
        out.servers.push_back({file, std::move(names)});
    }
}

/// Services of Axis and JAX-WS: what Spring's XML says of end points. False when there are none.
bool services(FileId file, std::string_view text, std::string_view path, ProjectFacts& out)
{
    auto found = config::readServices(text, path);
    if (found.empty()) {
        return false;
    }
    out.springs.push_back({file, {}});
    out.springs.back().facts.endpoints = std::move(found);
    return true;
}

void script(FileId file, std::string_view text, sql::KnownSql* known, ProjectFacts& out)
{
    if (propertiesForm(text)) {
        keyedTexts(file, config::readProperties(text), out);
        return;
    }
    out.scripts.push_back({file, Shared(sql::readDdl(text, known))});
    if (auto routines = sql::readRoutines(text); !routines.empty()) {
        out.routines.push_back({file, Shared(std::move(routines))});
    }
}

void mapper(FileId file, std::string_view text, std::string_view path, sql::KnownSql* known, ProjectFacts& out)
{
    config::MapperFile read = config::readMapper(text, path);
    std::vector<sql::SqlFacts> facts;
    std::vector<std::pair<Fingerprint, std::size_t>> fresh;
    facts.reserve(read.statements.size());
    for (const config::MapperStatement& statement : read.statements) {
        sql::SqlFacts& said = facts.emplace_back();
        if (statement.text.find(config::kIncludeOpen) != std::string::npos) {
            continue; // read when its parts are in place
        }
        const Fingerprint words = known != nullptr ? Fingerprint::of(statement.text) : Fingerprint();
        if (auto before = known != nullptr ? known->findStatement(words) : std::nullopt) {
            said = std::move(*before);
            continue;
        }
        said = sql::readSql(statement.text);
        fresh.emplace_back(words, facts.size() - 1);
    }
    const Shared shared(std::move(facts));
    for (const auto& [words, at] : fresh) {
        if (known != nullptr) {
            known->keepStatement(words, shared, at);
        }
    }
    out.mappers.push_back({file, Shared(std::move(read))});
    out.mapperSql.push_back({file, shared});
}

template <typename T> void append(std::vector<T>& to, std::vector<T>& from)
{
    std::ranges::move(from, std::back_inserter(to));
}

void mergeFacts(ProjectFacts& all, ProjectFacts& part)
{
    append(all.mappers, part.mappers);
    append(all.mapperSql, part.mapperSql);
    append(all.springs, part.springs);
    append(all.webXmls, part.webXmls);
    append(all.struts, part.struts);
    append(all.faces, part.faces);
    append(all.tiles, part.tiles);
    append(all.tagLibraries, part.tagLibraries);
    append(all.mappings, part.mappings);
    append(all.ejbs, part.ejbs);
    append(all.servers, part.servers);
    append(all.settings, part.settings);
    append(all.keyedTexts, part.keyedTexts);
    append(all.scripts, part.scripts);
    append(all.changelogs, part.changelogs);
    append(all.routines, part.routines);
    append(all.views, part.views);
    append(all.pageScripts, part.pageScripts);
}

void takeDiagnostics(const ProjectFacts& facts, CodeModel& model)
{
    const auto add = [&](FileId file, const std::vector<Diagnostic>& diagnostics) {
        model.diagnostics.insert(model.diagnostics.end(), diagnostics.begin(), diagnostics.end());
        if (!diagnostics.empty()) {
            model.files[file.value].state = ParseState::Partial;
        }
    };
    const auto take = [&](const auto& list) {
        for (const auto& entry : list) {
            add(entry.file, entry.facts.diagnostics);
        }
    };
    for (const auto& mapper : facts.mappers) {
        add(mapper.file, mapper.facts->diagnostics);
    }
    take(facts.springs);
    take(facts.webXmls);
    take(facts.struts);
    take(facts.faces);
    take(facts.mappings);
    take(facts.ejbs);
    take(facts.changelogs);
}

/// Components of React and Angular are views; other scripts are what pages and components load.
void javaScript(FileId file, std::string_view text, std::string_view path, ProjectFacts& out)
{
    const bool typed = path.ends_with(".ts");
    const bool markup = path.ends_with("x"); // .jsx, .tsx
    if (typed && text.starts_with('<')) { // translations of Qt
        return;
    }
    web::ScriptFile read = typed || markup || path.ends_with(".mjs") ? web::ScriptFile() : web::readScript(text);
    if (web::isScriptModule(text)) {
        read.module = web::readScriptModule(text, typed ? web::ScriptDialect::Script : web::ScriptDialect::Markup);
    }
    if (read.module.screen) {
        out.views.push_back({file, {}});
        out.views.back().facts.kind = ViewKind::Html;
        out.views.back().facts.module = std::move(read.module);
        read.module = {};
    }
    if (!read.links.empty() || !read.wrappers.empty() || !read.module.empty()) {
        out.pageScripts.push_back({file, Shared(std::move(read))});
    }
}

} // namespace

std::string_view ProjectFacts::setting(std::string_view key) const
{
    for (const auto& file : settings) {
        for (const config::Setting& setting : file.facts) {
            if (setting.key == key) {
                return setting.value;
            }
        }
    }
    return {};
}

namespace {

std::string settledWith(const ProjectFacts& facts, std::string_view text, int depth)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool named = text.substr(i).starts_with("${");
        const auto end = named ? text.find('}', i) : std::string_view::npos;
        if (end == std::string_view::npos) {
            out += text[i];
            continue;
        }
        const std::string_view inside = text.substr(i + 2, end - i - 2);
        const auto colon = inside.find(':');
        const std::string_view known = facts.setting(inside.substr(0, colon));
        if (known.empty())
            out += colon != std::string_view::npos ? inside.substr(colon + 1) : std::string_view("{}");
        else
            out += depth > 0 ? settledWith(facts, known, depth - 1) : std::string(known);
        i = end;
    }
    return out;
}

} // namespace

std::string ProjectFacts::settled(std::string_view text) const
{
    constexpr int kDeepest = 4; // settings that name settings
    return text.find("${") == std::string_view::npos ? std::string(text) : settledWith(*this, text, kDeepest);
}

void readProjectFile(FileId file, Language language, std::string_view path, std::string_view text, ProjectFacts& out,
                     sql::KnownSql* known)
{
    const auto xml = [&] {
        const std::string root = config::rootName(text.substr(0, 65536));
        if (root == "mapper" || root == "sqlMap") {
            mapper(file, text, path, known, out);
        } else if (root == "beans" || (root == "job" && text.contains("ns/ja"))) {
            out.springs.push_back({file, config::readSpring(text, path)});
        } else if (root == "web-app" || root == "web-fragment") {
            out.webXmls.push_back({file, config::readWebXml(text, path)});
            serverNames(file, text, path, out);
        } else if (root == "struts-config" || root == "struts" || root == "navigation-mapper") {
            out.struts.push_back({file, config::readStruts(text, path)});
        } else if (root == "faces-config") {
            out.faces.push_back({file, config::readFacesConfig(text, path)});
        } else if (root == "tiles-definitions" || root == "component-definitions") {
            out.tiles.push_back({file, config::readTiles(text, path)});
        } else if (root == "taglib" || root == "facelet-taglib") {
            out.tagLibraries.push_back({file, config::readTagLibrary(text, path)});
        } else if (root == "hibernate-mapping" || root == "entity-mappings") {
            out.mappings.push_back({file, config::readMapping(text, path)});
        } else if (root == "descriptor-repository") {
            out.mappings.push_back({file, config::readOjbRepository(text, path)});
        } else if (root == "databaseChangeLog") {
            out.changelogs.push_back({file, readXmlChangelog(text, path)});
        } else if (root == "properties") {
            keyedTexts(file, config::readXmlProperties(text, path), out);
        } else if (root == "ejb-jar") {
            out.ejbs.push_back({file, config::readEjbJar(text, path)});
            serverNames(file, text, path, out);
        } else if (config::isServerDescriptor(root) || path.ends_with(".xmi")) {
            serverNames(file, text, path, out);
        } else if (config::isServiceDescriptor(root) && services(file, text, path, out)) {
            return;
        } else if (root == "dwr") {
            out.springs.push_back({file, {}});
            out.springs.back().facts.scriptObjects = config::readScriptObjects(config::XmlText(text, path));
        } else if (root == "TypeDefinition") {
            out.settings.push_back({file, config::readScreenServices(text, path)});
        } else if (root == "ConnectGroup") { // the frame of MiPlatform: prefixes of its screens, and code
            out.settings.push_back({file, config::readScreenServices(text, path)});
            out.views.push_back({file, web::readView(text, ViewKind::Nexacro)});
        } else if (root == "Window" && text.find("ransaction(") != std::string_view::npos) { // a screen of MiPlatform
            out.views.push_back({file, web::readView(text, ViewKind::Nexacro)});
        } else if (root == "FDL" || path.ends_with(".xfdl") || text.substr(0, 65536).contains(":submission") ||
                   text.substr(0, 65536).contains("<submission")) {
            out.views.push_back({file, web::readView(text, web::viewKind(path, text))});
        } else if (root != "html" && root != "project" && root != "schema") { // statements of a framework's own
            keyedTexts(file, config::readQueryXml(text, path), out);
            constexpr std::size_t kLargest = 1U << 20U; // longer ones hold data
            if (text.size() < kLargest && text.find("lass") != std::string_view::npos)
                if (auto routes = config::readRouteXml(text, path); !routes.empty())
                    out.settings.push_back({file, std::move(routes)});
        }
    };
    switch (language) {
    case Language::Xml:
        xml();
        break;
    case Language::Sql:
        script(file, text, known, out);
        break;
    case Language::JavaScript:
        javaScript(file, text, path, out);
        break;
    case Language::Jsp: // also under other names
        out.views.push_back({file, web::readView(text, ViewKind::Jsp)});
        break;
    case Language::Html:
        out.views.push_back({file, web::readView(text, web::viewKind(path, text))});
        if (path.ends_with(".vue")) {
            out.views.back().facts.module = web::readScriptModule(web::scriptsOfComponent(text), web::ScriptDialect::Script);
        }
        break;
    case Language::Properties:
        out.settings.push_back({file, config::readProperties(text)});
        keyedTexts(file, out.settings.back().facts, out);
        break;
    case Language::Yaml: {
        if (mentionsChangelog(text)) {
            out.changelogs.push_back({file, readYamlChangelog(text, path)});
            break;
        }
        std::vector<Diagnostic> ignored; // CI files and the like are no concern of the analysis
        out.settings.push_back({file, config::readYaml(text, path, ignored)});
        break;
    }
    case Language::Other:
        if (path.ends_with(".json") && mentionsChangelog(text)) {
            out.changelogs.push_back({file, readYamlChangelog(text, path)});
        }
        break;
    default:
        break;
    }
}

void setFile(ProjectFacts& facts, FileId file)
{
    eachField(facts, [&](auto& list) {
        for (auto& entry : list) {
            entry.file = file;
        }
    });
}

bool isProjectPart(const SourceFile& file)
{
    const bool readable = file.lines > 0 || (file.bytes == 0 && file.state == ParseState::Parsed);
    return file.language != Language::Java && !file.test && readable;
}

namespace {

/// The *.xmi bindings name elements by the ids of the descriptor beside them; else of the only one that has them.
void joinServerNames(ProjectFacts& all, const CodeModel& model)
{
    const auto split = [&](FileId file) {
        const std::string_view path = model.text(model[file].path);
        const auto slash = path.rfind('/') + 1; // npos + 1 is 0
        return std::pair(path.substr(0, slash), path.substr(slash));
    };
    for (auto& bound : all.servers)
        for (const bool beside : {true, false})
            for (const auto& other : all.servers)
                if (const auto [folder, name] = split(other.file); !bound.facts.bindings.empty() && (!beside || folder == split(bound.file).first))
                    config::resolveBindings(bound.facts, other.facts, name);
}

} // namespace

ProjectFacts joinProjectParts(ProjectParts parts, CodeModel& model)
{
    ProjectFacts all;
    for (ProjectFacts& part : parts.parts) {
        mergeFacts(all, part);
    }
    takeDiagnostics(all, model);
    joinServerNames(all, model);
    return all;
}

} // namespace naru::analyzers::graph
