#include "analyzers/graph/ScriptAddresses.h"

#include "analyzers/graph/ViewCatalog.h"
#include "core/base/Words.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr int kDeepestConstant = 5;   ///< constants of constants, functions that call functions
constexpr std::size_t kMostTexts = 6; ///< that one name may stand for

/// Segments of a path that are told.
std::ptrdiff_t literalSegments(std::string_view url)
{
    std::ptrdiff_t count = 0;
    for (std::size_t at = 0; at < url.size(); at = std::min(url.find('/', at), url.size() - 1) + 1)
        count += url[at] != '/' && url[at] != '{' && url[at] != web::kParameterMark ? 1 : 0;
    return count;
}

/// What stands before the first parameter, without names that other places tell; everything when there is none.
std::string beforeParameter(std::string_view text)
{
    std::string out;
    bool name = false;
    for (const char c : text.substr(0, text.find(web::kParameterMark))) {
        name = c == web::kNameMark ? !name : name;
        if (!name && c != web::kNameMark)
            out += c;
    }
    return out;
}

/// A function that is given the address, or all of it but a prefix, has such a text: BASE + path, `api/${path}`.
bool isGiven(std::string_view text)
{
    return text.find(web::kParameterMark) != std::string_view::npos && literalSegments(beforeParameter(text)) <= 1;
}

std::string joined(std::string_view base, std::string_view url)
{
    const bool both = base.ends_with('/') && url.starts_with('/');
    const bool none = !base.ends_with('/') && !url.starts_with('/');
    return std::string(base) + (none ? "/" : "") + std::string(both ? url.substr(1) : url);
}

} // namespace

ScriptAddresses::ScriptAddresses(const CodeModel& model, const ProjectFacts& facts) : m_modules(model, facts)
{
    std::map<std::string, std::uint32_t> pages; // by path
    for (const auto& view : facts.views)
        pages.emplace("/" + std::string(model.text(model[view.file].path)), view.file.value);
    const auto add = [&](FileId file) {
        const std::uint32_t module = m_modules.of(file);
        if (module == ScriptModules::kNone)
            return;
        const web::ScriptModule& read = m_modules.at(module);
        m_requests.resize(std::max<std::size_t>(m_requests.size(), module + 1));
        m_requests[module].resize(read.regions.size());
        for (std::uint32_t i = 0; i < read.requests.size(); ++i)
            m_requests[module][read.requests[i].region].push_back(i);
        for (const web::ScriptBase& base : read.bases)
            if (!base.callee.empty())
                m_bases.emplace_back(module, &base);
        const std::string_view path = m_modules.path(module);
        for (const std::string& page : read.templates)
            if (const auto found = pages.find(normalizedPath(std::string(path.substr(0, path.rfind('/') + 1)) + page)); found != pages.end())
                m_pages[found->second].push_back(module);
    };
    for (const auto& view : facts.views)
        add(view.file);
    for (const auto& script : facts.pageScripts)
        add(script.file);
    for (const auto& file : facts.settings)
        for (const config::Setting& setting : file.facts)
            if (isOneOf(setting.key, {"server.servlet.context-path", "server.servlet.contextPath", "server.context-path", "server.contextPath", "quarkus.http.root-path"}) && setting.value.size() > 1)
                m_contexts.push_back(setting.value.substr(0, setting.value.find_last_not_of('/') + 1));
}

std::vector<AskedAddress> ScriptAddresses::of(FileId file) const
{
    std::vector<std::uint32_t> roots;
    if (const std::uint32_t own = m_modules.of(file); own != ScriptModules::kNone)
        roots.push_back(own);
    if (const auto found = m_pages.find(file.value); found != m_pages.end())
        std::ranges::copy(found->second, std::back_inserter(roots));
    std::vector<AskedAddress> all;
    std::set<std::tuple<std::string, std::string, std::uint32_t>> seen;
    for (const std::uint32_t root : roots)
        for (const Place place : m_modules.reached(root)) {
            std::vector<AskedAddress> some;
            if (place.region != 0 || place.module == root)
                for (const std::uint32_t request : m_requests[place.module][place.region])
                    expand(place, m_modules.at(place.module).requests[request], some);
            for (AskedAddress& address : some)
                if (seen.emplace(address.url, address.method, address.file.value).second)
                    all.push_back(std::move(address));
        }
    return all;
}

/// An address as far as it is told; what functions of the application make of it where they are given it.
void ScriptAddresses::expand(Place from, const web::ScriptRequest& request, std::vector<AskedAddress>& out) const
{
    const auto add = [&](const std::string& made, const std::string& method) {
        const auto mark = made.find(web::kMethodMark);
        const std::string url = made.substr(0, mark);
        if (url.size() > 1)
            out.push_back({url, mark != std::string::npos && method.empty() ? made.substr(mark + 1) : method, m_modules.file(from.module), request.line, request.link});
    };
    std::vector<std::string> args;
    for (const std::string& arg : request.args)
        args.push_back(web::filledIn(arg, {}));
    std::vector<Found> made;
    if (!request.link && !request.args.empty() && !request.callee.empty())
        throughFunctions(from, request, args, 0, made);
    for (const Found& found : made)
        for (const std::string& url : found.urls)
            add(url, found.method);
    if (!made.empty() || request.url.empty() || request.url.starts_with(web::kParameterMark))
        return;
    const std::ptrdiff_t least = !isGiven(request.url) ? 0 : (literalSegments(beforeParameter(request.url)) == 0 ? 2 : 1); // `${ORDERS}/${id}`
    const std::string base = request.link ? std::string() : baseOf(from, request.callee);
    for (const std::string& url : filled(from.module, web::filledIn(request.url, {}), 0))
        if (literalSegments(url) >= least)
            add(base.empty() || url.find("://") != std::string::npos ? url : joined(base, url), request.method);
}

/// What the functions that a call means ask for with the arguments that it gives.
void ScriptAddresses::throughFunctions(Place from, const web::ScriptRequest& request, const std::vector<std::string>& args, int depth,
                                       std::vector<Found>& out) const
{
    if (depth > kDeepestConstant || out.size() > kMostTexts)
        return;
    std::set<Place> callees;
    m_modules.meant(from, request.callee, [&](Place place) { callees.insert(place); });
    const std::set<Place> all = callees; // of a method, not of its whole class
    std::erase_if(callees, [&](Place outer) {
        return std::ranges::any_of(all, [&](Place inner) { return inner != outer && inner.module == outer.module && m_modules.within(inner.module, inner.region, outer.region); });
    });
    std::vector<std::vector<std::string>> ways{{}}; // with the names of this module told
    for (const std::string& arg : args) {
        const Texts texts = filled(from.module, arg, 0);
        const std::vector<std::vector<std::string>> before = std::exchange(ways, {});
        for (const auto& way : before)
            for (std::size_t i = 0; i < std::max<std::size_t>(texts.size(), 1) && ways.size() < kMostTexts; ++i) {
                ways.push_back(way);
                ways.back().push_back(texts.empty() ? "{}" : texts[i]);
            }
    }
    for (const Place callee : callees)
        for (const auto& given : ways)
            ofFunction(from, callee, request.method, given, depth, out);
}

/// What a function asks for with the arguments that it is given.
void ScriptAddresses::ofFunction(Place from, Place callee, const std::string& method, const std::vector<std::string>& given, int depth, std::vector<Found>& out) const
{
    if (callee == from || (callee.module == from.module && m_modules.within(from.module, from.region, callee.region)))
        return;
    const auto& regions = m_requests[callee.module];
    const auto& spans = m_modules.at(callee.module).regions;
    for (std::uint32_t region = callee.region; region < regions.size(); ++region) { // what stands within follows
        if (region > callee.region && spans[region].parent < callee.region)
            break;
        for (const std::uint32_t index : regions[region]) {
            const web::ScriptRequest& inner = m_modules.at(callee.module).requests[index];
            if (inner.link)
                continue;
            std::vector<std::string> handed;
            for (const std::string& arg : inner.args)
                handed.push_back(web::filledIn(arg, given));
            const bool hands = std::ranges::any_of(inner.args, isGiven);
            const std::size_t before = out.size();
            if (hands)
                throughFunctions({callee.module, region}, inner, handed, depth + 1, out);
            if (out.size() > before || !isGiven(inner.url))
                continue;
            const std::string base = baseOf({callee.module, region}, inner.callee);
            Texts urls;
            for (const std::string& url : filled(callee.module, web::filledIn(inner.url, given), 0))
                if (url.find('/') != std::string::npos && url != "{}/{}" && url != "/{}")
                    urls.push_back(base.empty() ? url : joined(base, url));
            if (!urls.empty())
                out.push_back({std::move(urls), inner.method.empty() || !method.empty() ? method : inner.method});
        }
    }
}

/// The text with the values of the names in it; `{}` for what nothing tells.
ScriptAddresses::Texts ScriptAddresses::filled(std::uint32_t module, const std::string& text, int depth) const
{
    const auto start = text.find(web::kNameMark);
    const auto end = start == std::string::npos ? start : text.find(web::kNameMark, start + 1);
    if (end == std::string::npos)
        return {text};
    Texts values = valuesOf(module, std::string_view(text).substr(start + 1, end - start - 1), depth + 1);
    if (values.empty())
        values.emplace_back("{}");
    Texts out;
    for (const std::string& value : values)
        for (const std::string& rest : depth < kDeepestConstant ? filled(module, text.substr(end + 1), depth + 1) : Texts{"{}"})
            if (out.size() < kMostTexts)
                out.push_back(text.substr(0, start) + value + rest);
    return out;
}

ScriptAddresses::Texts ScriptAddresses::valuesOf(std::uint32_t module, std::string_view name, int depth) const
{
    if (depth > kDeepestConstant)
        return {};
    const web::ScriptModule& facts = m_modules.at(module);
    const auto under = [&](std::string_view wanted) {
        Texts all;
        for (const web::ScriptConstant& constant : facts.constants)
            if (constant.name == wanted && all.size() < kMostTexts)
                for (std::string& value : filled(module, web::filledIn(constant.value, {}), depth))
                    if (std::ranges::find(all, value) == all.end())
                        all.push_back(std::move(value));
        return all;
    };
    if (Texts own = under(name); !own.empty())
        return own;
    const auto dot = name.find('.');
    const std::string_view root = name.substr(0, dot);
    const std::string_view rest = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
    if (const std::size_t import = m_modules.importOf(module, root); import != ScriptModules::kNoImport) {
        const web::ScriptImport& named = facts.imports[import];
        const std::uint32_t target = named.module.empty() ? module : m_modules.imported(module, import);
        if (target == ScriptModules::kNone || (target == module && named.name == root))
            return {};
        const std::string inner = named.name == "*" ? std::string(rest) : named.name + (rest.empty() ? "" : "." + std::string(rest));
        return exportedValues(target, inner, depth + 1);
    }
    for (const web::ScriptAlias& alias : facts.aliases)
        if (root == "this" ? rest.substr(0, rest.find('.')) == alias.name && rest.find('.') != std::string_view::npos : alias.name == root && !rest.empty())
            if (const std::string_view member = root == "this" ? rest.substr(rest.find('.') + 1) : rest; alias.target.find('.') == std::string::npos)
                if (Texts of = valuesOf(module, alias.target + "." + std::string(member), depth + 1); !of.empty())
                    return of;
    const auto last = name.rfind('.');
    return last == std::string_view::npos ? Texts() : under(name.substr(last));
}

/// A name that a module exports, also what it gives on.
ScriptAddresses::Texts ScriptAddresses::exportedValues(std::uint32_t module, std::string_view name, int depth) const
{
    if (depth > kDeepestConstant)
        return {};
    if (Texts own = valuesOf(module, name, depth); !own.empty())
        return own;
    const web::ScriptModule& facts = m_modules.at(module);
    for (std::size_t i = 0; i < facts.imports.size(); ++i)
        if (facts.imports[i].local == "*" && m_modules.imported(module, i) != ScriptModules::kNone)
            if (Texts given = exportedValues(m_modules.imported(module, i), name, depth + 1); !given.empty())
                return given;
    const auto dot = name.find('.'); // a field of a class: Orders.BASE is this.BASE
    return dot == std::string_view::npos ? Texts() : valuesOf(module, "this." + std::string(name.substr(dot + 1)), depth + 1);
}

/// The address of a client without its host, where it leads to the path under which an application of the system runs by its settings:
/// https://dev.acme.kr/api/v1 beside context-path: /api/v1.
std::string ScriptAddresses::ownPath(std::string base) const
{
    const auto scheme = base.find("://");
    const auto slash = scheme == std::string::npos ? scheme : base.find('/', scheme + 3);
    if (slash == std::string::npos)
        return base;
    const std::string path = base.substr(slash, base.find_last_not_of('/') + 1 - slash);
    return std::ranges::find(m_contexts, path) == m_contexts.end() ? base : path;
}

/// What the client of a call puts before its addresses.
std::string ScriptAddresses::baseOf(Place from, std::string_view callee) const
{
    const auto first = [&](std::uint32_t module, const web::ScriptBase& base) {
        const Texts texts = filled(module, web::filledIn(base.value, {}), 0);
        return texts.empty() ? std::string() : ownPath(texts.front());
    };
    const std::string_view root = callee.substr(0, callee.find('.'));
    if (root.empty())
        return {};
    std::uint32_t module = from.module;
    std::string_view name = root;
    for (int depth = 0; depth < kDeepestConstant; ++depth) {
        const std::size_t import = m_modules.importOf(module, name);
        if (import == ScriptModules::kNoImport)
            break;
        const web::ScriptImport& named = m_modules.at(module).imports[import];
        const std::uint32_t target = named.module.empty() ? module : m_modules.imported(module, import);
        if (target == ScriptModules::kNone) { // of a package, with a base that is set anywhere beside
            for (const auto& [where, base] : m_bases)
                if (base->callee == root && m_modules.path(where).substr(0, m_modules.path(where).find('/')) == m_modules.path(from.module).substr(0, m_modules.path(from.module).find('/')))
                    return first(where, *base);
            return {};
        }
        if (target == module && named.name == name)
            break;
        module = target;
        name = named.name;
    }
    for (const web::ScriptBase& base : m_modules.at(module).bases)
        if (base.callee.empty())
            return first(module, base);
    return {};
}

} // namespace naru::analyzers::graph
