#include "analyzers/graph/ViewCatalog.h"

#include "core/base/PathNames.h"

#include <algorithm>
#include <array>
#include <map>

namespace naru::analyzers::graph {

using namespace core;

std::string webPathOf(std::string_view path)
{
    static constexpr auto kRoots = std::to_array<std::string_view>({"src/main/webapp/", "src/main/resources/static/",
                                                                    "src/main/resources/public/", "src/main/resources/META-INF/resources/",
                                                                    "WebContent/", "WebRoot/", "webapps/", "webapp/", "web/"});
    if (const auto inf = path.find("WEB-INF/"); inf != std::string_view::npos) {
        return "/" + std::string(path.substr(inf));
    }
    for (const std::string_view root : kRoots) {
        const auto at = path.find(root);
        if (at != std::string_view::npos && (at == 0 || path[at - 1] == '/')) {
            return "/" + std::string(path.substr(at + root.size()));
        }
    }
    const auto templates = path.find("templates/");
    if (templates != std::string_view::npos) {
        return "/" + std::string(path.substr(templates));
    }
    return "/" + std::string(path);
}

std::string normalizedPath(std::string_view path)
{
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const auto slash = path.find('/');
        const std::string_view part = path.substr(0, slash);
        if (part == "..") {
            if (!parts.empty()) {
                parts.pop_back();
            }
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
    std::string result;
    for (const std::string_view part : parts) {
        result += '/';
        result += part;
    }
    return result;
}

namespace {

/// Matches `*` and `**` of a tiles name against a view name; fills what the stars stand for.
bool matches(std::string_view pattern, std::string_view name, std::vector<std::string>& stars)
{
    const auto star = pattern.find('*');
    if (star == std::string_view::npos) {
        return pattern == name;
    }
    if (!name.starts_with(pattern.substr(0, star))) {
        return false;
    }
    const bool deep = pattern.substr(star).starts_with("**");
    const std::string_view rest = pattern.substr(star + (deep ? 2 : 1));
    name.remove_prefix(star);
    for (std::size_t length = name.size() + 1; length-- > 0;) {
        if (!deep && name.substr(0, length).find('/') != std::string_view::npos) {
            continue;
        }
        const std::size_t kept = stars.size();
        stars.emplace_back(name.substr(0, length));
        if (matches(rest, name.substr(length), stars)) {
            return true;
        }
        stars.resize(kept);
    }
    return false;
}

std::string substituted(std::string_view text, const std::vector<std::string>& stars)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '1' && text[i + 1] <= '9') {
            const auto index = static_cast<std::size_t>(text[i + 1] - '1');
            result += index < stars.size() ? stars[index] : std::string();
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

} // namespace

ViewCatalog::ViewCatalog(CodeIndex& index, const ProjectFacts& facts) : m_model(index.model), m_addresses(index.model, facts)
{
    for (const auto& file : facts.views) {
        const std::string_view path = m_model.text(m_model[file.file].path);
        if (file.facts.module.screen && !path.ends_with(".vue") && !m_addresses.asks(file.file)) {
            continue; // a part that only draws what it is given
        }
        const ViewId id(m_model.views.size());
        View view;
        view.path = m_model[file.file].path;
        view.title = m_model.intern(file.facts.title);
        view.kind = file.facts.kind;
        view.file = file.file;
        m_model.views.push_back(std::move(view));
        m_viewFacts.push_back(&file.facts);
        m_webPaths.push_back(webPathOf(path));
        m_byWebPath.try_emplace(m_webPaths.back(), id);
        m_byFileName[std::string(core::fileName(path))].push_back(id);
    }
    addResolvers(index, facts);
    addTiles(facts);
}

void ViewCatalog::addResolver(std::string prefix, std::string suffix)
{
    if (prefix.starts_with("classpath:")) {
        prefix.erase(0, 10);
    }
    if (!prefix.starts_with('/')) {
        prefix.insert(prefix.begin(), '/');
    }
    Resolver made{std::move(prefix), std::move(suffix)};
    if (std::ranges::find(m_resolvers, made) == m_resolvers.end()) {
        m_resolvers.push_back(std::move(made));
    }
}

void ViewCatalog::addResolvers(const CodeIndex& index, const ProjectFacts& facts)
{
    for (const auto& file : facts.springs) {
        for (const config::SpringBean& bean : file.facts.beans) {
            const bool resolver = bean.className.ends_with("ViewResolver") || bean.className.ends_with("TemplateResolver");
            if (resolver && (bean.property("prefix") || bean.property("suffix"))) {
                addResolver(bean.value("prefix"), bean.value("suffix"));
            }
        }
    }
    const std::string_view prefix = facts.setting("spring.mvc.view.prefix");
    const std::string_view suffix = facts.setting("spring.mvc.view.suffix");
    if (!prefix.empty() || !suffix.empty()) {
        addResolver(std::string(prefix), std::string(suffix));
    }
    // Java configuration: resolver.setPrefix("/WEB-INF/views/"); resolver.setSuffix(".jsp"); in one method.
    std::map<MemberId, Resolver> configured;
    for (const ExternalCall& call : index.externalCalls) {
        const std::string_view name = m_model.text(call.name);
        if (call.args.empty() || !call.args.front().valid()) {
            continue;
        }
        const std::string_view first = m_model.text(call.args.front());
        if (name == "setPrefix" && first.find('/') != std::string_view::npos) {
            configured[call.from].prefix = first;
        } else if (name == "setSuffix" && first.starts_with('.')) {
            configured[call.from].suffix = first;
        } else if (name == "jsp" && call.args.size() == 2 && call.args[1].valid()) {
            addResolver(std::string(first), std::string(m_model.text(call.args[1])));
        }
    }
    for (const auto& [member, resolver] : configured) {
        if (!resolver.prefix.empty() && !resolver.suffix.empty()) {
            addResolver(resolver.prefix, resolver.suffix);
        }
    }
    addResolver("/templates/", ".html"); // Spring Boot's defaults for templates and plain forwards
    addResolver("/", ".html");
    addResolver("/", ".jsp");
}

void ViewCatalog::addTiles(const ProjectFacts& facts)
{
    for (const auto& file : facts.tiles) {
        for (const config::TilesDefinition& definition : file.facts) {
            m_tiles.push_back(&definition);
        }
    }
}

ViewId ViewCatalog::ending(std::string_view relative) const
{
    const std::string tail = normalizedPath(relative); // begins with a slash
    const auto named = m_byFileName.find(std::string(fileName(tail)));
    ViewId found;
    for (const ViewId view : named == m_byFileName.end() ? std::vector<ViewId>() : named->second) {
        if (m_webPaths[view.value].ends_with(tail)) {
            if (found.valid()) {
                return {};
            }
            found = view;
        }
    }
    return found;
}

ViewId ViewCatalog::at(std::string_view path, ViewId from) const
{
    const auto find = [&](const std::string& key) {
        const auto found = m_byWebPath.find(key);
        return found == m_byWebPath.end() ? ViewId() : found->second;
    };
    if (path.starts_with('/')) {
        return find(normalizedPath(path));
    }
    if (from.valid()) {
        const std::string& base = m_webPaths[from.value];
        if (const ViewId relative = find(normalizedPath(base.substr(0, base.rfind('/') + 1) + std::string(path))); relative.valid()) {
            return relative;
        }
    }
    return find(normalizedPath(path));
}

ViewId ViewCatalog::beside(TypeId page, std::string_view path) const
{
    for (std::size_t i = 0; page.valid() && has(m_model[page].flags, TypeFlag::Page) && i < m_model.views.size(); ++i) {
        if (m_model.views[i].path == m_model[page].name) {
            return at(path, ViewId(i));
        }
    }
    return {};
}

void ViewCatalog::tilesViews(const config::TilesDefinition& definition, const std::vector<std::string>& wildcards, int depth,
                             std::vector<ViewId>& out) const
{
    const auto add = [&](std::string_view path) {
        const ViewId view = at(substituted(path, wildcards));
        if (view.valid() && std::ranges::find(out, view) == out.end()) {
            out.push_back(view);
        }
    };
    for (const std::string& part : definition.parts) {
        add(part);
    }
    add(definition.templatePath);
    if (depth > 0 && !definition.extends.empty()) {
        for (const config::TilesDefinition* parent : m_tiles) {
            if (parent->name == definition.extends) {
                tilesViews(*parent, wildcards, depth - 1, out);
                break;
            }
        }
    }
}

std::vector<ViewId> ViewCatalog::named(std::string_view name, bool guess) const
{
    if (name.empty() || name.size() > 300 || name.find_first_of(" \n<>\"'(),;=") != std::string_view::npos) {
        return {};
    }
    if (const ViewId direct = at(name); direct.valid() && core::fileName(name).find('.') != std::string_view::npos) {
        return {direct};
    }
    const std::string_view relative = name.starts_with('/') ? name.substr(1) : name;
    for (const Resolver& resolver : m_resolvers) {
        if (const ViewId view = at(resolver.prefix + std::string(relative) + resolver.suffix); view.valid()) {
            return {view};
        }
    }
    for (const config::TilesDefinition* definition : m_tiles) {
        std::vector<std::string> stars;
        if (!definition->name.empty() && matches(definition->name, name, stars)) {
            std::vector<ViewId> views;
            tilesViews(*definition, stars, 5, views);
            if (!views.empty()) {
                return views;
            }
        }
    }
    if (!guess) {
        return {};
    }
    for (const std::string_view suffix : {".jsp", ".html", ".xhtml"}) {
        const auto found = m_byFileName.find(std::string(core::fileName(relative)) + std::string(suffix));
        std::vector<ViewId> candidates;
        const std::string tail = "/" + std::string(relative) + std::string(suffix);
        for (const ViewId view : found == m_byFileName.end() ? std::vector<ViewId>() : found->second) {
            if (m_webPaths[view.value].ends_with(tail)) {
                candidates.push_back(view);
            }
        }
        if (candidates.size() == 1) {
            return candidates;
        }
    }
    return {};
}

} // namespace naru::analyzers::graph
