#include "analyzers/graph/ScriptModules.h"

#include "analyzers/graph/ViewCatalog.h"
#include "core/base/PathNames.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr int kDeepestName = 8; ///< names that stand for names

std::string_view withoutEnding(std::string_view path)
{
    const auto dot = path.rfind('.');
    return dot == std::string_view::npos || dot < path.rfind('/') + 1 ? path : path.substr(0, dot); // npos + 1 is 0
}

std::vector<std::string_view> partsOf(std::string_view chain)
{
    std::vector<std::string_view> parts;
    while (!chain.empty()) {
        const auto dot = std::min(chain.find('.'), chain.size());
        parts.push_back(chain.substr(0, dot));
        chain.remove_prefix(std::min(dot + 1, chain.size()));
    }
    return parts;
}

std::vector<std::string_view> behind(const std::vector<std::string_view>& parts, std::size_t count)
{
    return {parts.begin() + static_cast<std::ptrdiff_t>(std::min(count, parts.size())), parts.end()};
}

bool isCapital(std::string_view name)
{
    return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
}

} // namespace

ScriptModules::ScriptModules(const CodeModel& model, const ProjectFacts& facts)
{
    const auto pathOf = [&](FileId file) { return model.text(model[file].path); };
    for (const auto& view : facts.views)
        if (!view.facts.module.empty())
            add(view.file, pathOf(view.file), view.facts.module);
    for (const auto& script : facts.pageScripts)
        if (!script.facts->module.empty())
            add(script.file, pathOf(script.file), script.facts->module);
    for (Module& module : m_modules) {
        module.imports.reserve(module.facts->imports.size());
        for (const web::ScriptImport& import : module.facts->imports)
            module.imports.push_back(import.module.empty() ? kNone : find(module.path, import.module));
    }
}

void ScriptModules::add(FileId file, std::string_view path, const web::ScriptModule& facts)
{
    const auto index = static_cast<std::uint32_t>(m_modules.size());
    m_modules.push_back({file, path, &facts, {}, {}});
    for (std::uint32_t i = 1; i < facts.regions.size(); ++i)
        m_modules.back().regions[facts.regions[i].name].push_back(i);
    m_byFile.emplace(file.value, index);
    const std::string_view stem = withoutEnding(path);
    std::vector<std::string_view> names{path, stem};
    if (stem.ends_with("/index"))
        names.push_back(stem.substr(0, stem.size() - 6));
    for (const std::string_view name : names) {
        m_byPath.emplace("/" + std::string(name), index);
        m_byName[std::string(fileName(name))].push_back(index);
    }
}

std::uint32_t ScriptModules::of(FileId file) const
{
    const auto found = m_byFile.find(file.value);
    return found == m_byFile.end() ? kNone : found->second;
}

/// By the path beside the importing file; else, as `@/api/order` and `app/order` name a folder that settings of the build tool tell, the
/// module whose path ends so and that lies nearest.
std::uint32_t ScriptModules::find(std::string_view from, std::string_view name) const
{
    if (name.starts_with('.')) {
        const std::string path = normalizedPath(std::string(from.substr(0, from.rfind('/') + 1)) + std::string(name));
        const auto found = m_byPath.find(path);
        if (found != m_byPath.end())
            return found->second;
        const auto stem = m_byPath.find(std::string(withoutEnding(path))); // './order.js' of order.ts
        return stem == m_byPath.end() || path.ends_with(".css") ? kNone : stem->second;
    }
    name = name.starts_with("/@") || name.starts_with("/~") || name.starts_with("/#") ? name.substr(1) : name;
    const bool alias = name.starts_with('@') || name.starts_with('~') || name.starts_with('#');
    std::string_view tail = alias ? name.substr(1) : name;
    tail = tail.starts_with('/') ? tail.substr(1) : tail;
    if (tail.empty() || (!alias && tail.find('/') == std::string_view::npos))
        return kNone;
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto same = m_byName.find(std::string(fileName(tail)));
        std::uint32_t best = kNone;
        std::ptrdiff_t nearest = 0;
        for (const std::uint32_t candidate : same == m_byName.end() ? std::vector<std::uint32_t>() : same->second) {
            const std::string_view path = m_modules[candidate].path;
            const std::string_view stem = withoutEnding(path);
            const auto ends = [&](std::string_view whole) { return ("/" + std::string(whole)).ends_with("/" + std::string(tail)); };
            if (!ends(path) && !ends(stem) && !(stem.ends_with("/index") && ends(stem.substr(0, stem.size() - 6))))
                continue;
            const auto common = std::ranges::mismatch(from, path).in1 - from.begin();
            if (common > nearest) {
                best = candidate;
                nearest = common;
            }
        }
        if (best != kNone || !alias || name.starts_with("@/") || tail.find('/') == std::string_view::npos)
            return best;
        tail = tail.substr(tail.find('/') + 1); // @app/order: `app` is the name of a folder
        if (tail.find('/') == std::string_view::npos && tail.size() < 4)
            return kNone;
    }
    return kNone;
}

std::size_t ScriptModules::importOf(std::uint32_t module, std::string_view local) const
{
    const auto& imports = at(module).imports;
    const auto found = std::ranges::find(imports, local, [](const web::ScriptImport& import) { return std::string_view(import.local); });
    return found == imports.end() ? kNoImport : static_cast<std::size_t>(found - imports.begin());
}

bool ScriptModules::within(std::uint32_t module, std::uint32_t region, std::uint32_t outer) const
{
    while (region != outer && region != 0)
        region = at(module).regions[region].parent;
    return region == outer;
}

void ScriptModules::meant(Place from, std::string_view chain, const PlaceVisitor& f) const
{
    resolve(from, partsOf(chain), 0, f);
}

void ScriptModules::resolve(Place from, const Parts& parts, int depth, const PlaceVisitor& f) const
{
    if (depth > kDeepestName || parts.empty())
        return;
    const auto aliased = [&](std::string_view name, const Parts& rest) {
        for (const web::ScriptAlias& alias : at(from.module).aliases)
            if (alias.name == name) {
                Parts target = partsOf(alias.target);
                if (target.front() == name)
                    continue;
                std::ranges::copy(rest, std::back_inserter(target));
                resolve(from, target, depth + 1, f);
            }
    };
    const bool self = parts[0] == "this";
    if (self && parts.size() < 2)
        return;
    const std::string_view name = self ? parts[1] : parts[0];
    const Parts rest = behind(parts, self ? 2 : 1);
    if (!self)
        if (const std::size_t import = importOf(from.module, name); import != kNoImport) {
            ofImport(from.module, import, rest, depth, f);
            return;
        }
    const auto& regions = at(from.module).regions;
    bool found = false;
    eachNamed(from.module, name, [&](std::uint32_t i) {
        if (!within(from.module, from.region, regions[i].parent)) // of the functions around
            return;
        found = true;
        if (rest.empty())
            f({from.module, i});
        else
            inside({from.module, i}, rest, depth, f);
    });
    if (!rest.empty() || !found)
        aliased(name, rest);
}

void ScriptModules::ofImport(std::uint32_t module, std::size_t import, const Parts& rest, int depth, const PlaceVisitor& f) const
{
    const web::ScriptImport& named = at(module).imports[import];
    if (named.module.empty()) { // a name of this module under another one
        if (named.name == named.local)
            return;
        Parts parts{named.name};
        std::ranges::copy(rest, std::back_inserter(parts));
        resolve({module, 0}, parts, depth + 1, f);
        return;
    }
    const std::uint32_t target = imported(module, import);
    if (target == kNone || target == module)
        return;
    if (named.name == "*" && !rest.empty())
        exported(target, rest[0], behind(rest, 1), depth + 1, f) || exported(target, "default", rest, depth + 1, f);
    else if (named.name != "*")
        exported(target, named.name, rest, depth + 1, f);
}

/// Whether a module has such a name; what it means goes to `f`.
bool ScriptModules::exported(std::uint32_t module, std::string_view name, const Parts& rest, int depth, const PlaceVisitor& f) const
{
    if (depth > kDeepestName)
        return false;
    const web::ScriptModule& facts = at(module);
    bool found = false;
    eachNamed(module, name, [&](std::uint32_t i) {
        if (facts.regions[i].parent != 0)
            return;
        found = true;
        if (rest.empty())
            f({module, i});
        else
            inside({module, i}, rest, depth, f);
    });
    if (found)
        return true;
    if (const std::size_t import = importOf(module, name); import != kNoImport) {
        ofImport(module, import, rest, depth, f);
        return true;
    }
    for (std::size_t i = 0; i < facts.imports.size(); ++i)
        if (facts.imports[i].local == "*" && imported(module, i) != kNone && exported(imported(module, i), name, rest, depth + 1, f))
            return true;
    return false;
}

/// A member of an object, class or of what a function gives back.
bool ScriptModules::inside(Place outer, const Parts& rest, int depth, const PlaceVisitor& f) const
{
    const auto& regions = at(outer.module).regions;
    f(outer);
    bool found = false;
    for (std::uint32_t i = outer.region + 1; i < regions.size() && regions[i].parent >= outer.region; ++i) // what stands within follows
        if (regions[i].name == rest[0] || regions[i].name == "constructor") {
            found = found || regions[i].name == rest[0];
            f({outer.module, i});
            if (rest.size() > 1 && regions[i].name == rest[0])
                inside({outer.module, i}, behind(rest, 1), depth + 1, f);
        }
    if (found || depth > kDeepestName)
        return found;
    for (const std::string& use : regions[outer.region].uses) { // { list } in an object, or a class that it extends
        if (use.find('.') != std::string::npos || use == regions[outer.region].name || (use != rest[0] && !isCapital(use)))
            continue;
        Parts parts{use};
        std::ranges::copy(use == rest[0] ? behind(rest, 1) : rest, std::back_inserter(parts));
        resolve({outer.module, outer.region}, parts, depth + (use == rest[0] ? 2 : kDeepestName / 2), f); // few bases: any name may be one
    }
    return found;
}

std::set<ScriptModules::Place> ScriptModules::reached(std::uint32_t module) const
{
    std::set<Place> places;
    std::vector<Place> open;
    const auto reach = [&](Place place) {
        const bool drawn = at(place.module).screen && place.module != module && isCapital(at(place.module).regions[place.region].name); // another screen
        if (!drawn && places.insert(place).second)
            open.push_back(place);
    };
    for (std::uint32_t i = 0; i < at(module).regions.size(); ++i)
        reach({module, i});
    while (!open.empty()) {
        const Place place = open.back();
        open.pop_back();
        for (const std::string& use : at(place.module).regions[place.region].uses)
            meant(place, use, reach);
    }
    return places;
}

} // namespace naru::analyzers::graph
