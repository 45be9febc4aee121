#include "analyzers/graph/PageScripts.h"

#include "analyzers/web/ScriptLinks.h"
#include "core/base/PathNames.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr std::uint32_t kNoScript = 0xffffffff;

} // namespace

PageScripts::PageScripts(const CodeModel& model, const ProjectFacts& facts, const ViewCatalog& views, const EntryIndex& entries)
    : m_model(model),
      m_facts(facts),
      m_views(views)
{
    addScripts(model, entries);
    if (!m_byPath.empty()) {
        addPages();
    }
}

/// Only scripts with a link that leads somewhere: libraries hold many texts that look like URLs, and many functions.
void PageScripts::addScripts(const CodeModel& model, const EntryIndex& entries)
{
    std::unordered_set<std::string> pages; // names of files
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const std::string& path = m_views.webPath(ViewId(i));
        pages.emplace(fileName(path));
    }
    const auto leads = [&](const web::ScriptLink& link) {
        const std::string& url = link.link.url;
        return pages.contains(url.substr(url.rfind('/') + 1)) || !entries.at(url, "GET").empty();
    };
    for (std::uint32_t i = 0; i < m_facts.pageScripts.size(); ++i) {
        if (std::ranges::none_of(m_facts.pageScripts[i].facts->links, leads)) {
            continue;
        }
        const std::string path = webPathOf(model.text(model[m_facts.pageScripts[i].file].path));
        m_byPath.try_emplace(path, i);
        m_byName[std::string(fileName(path))].push_back(i);
        const auto& functions = m_facts.pageScripts[i].facts->functions;
        for (std::uint32_t f = 1; f < functions.size(); ++f) {
            m_functions[web::wordHash(functions[f].name)].push_back({i, f});
        }
    }
}

/// By its path below the web root or beside the page; else the only script of that name.
std::uint32_t PageScripts::scriptAt(const std::string& url, ViewId from) const
{
    const std::string& base = m_views.webPath(from);
    const std::string path =
        normalizedPath(url.starts_with('/') ? std::string_view(url) : std::string_view(base.substr(0, base.rfind('/') + 1) + url));
    for (const std::string& candidate : {path, normalizedPath(url)}) {
        if (const auto found = m_byPath.find(candidate); found != m_byPath.end()) {
            return found->second;
        }
    }
    if (url.starts_with("@/") || url.starts_with("~/") || url.starts_with('.')) { // a module: its name may lack the end
        const std::string tail = url.starts_with('.') ? path : url.substr(1);
        for (const std::string_view end : {"", ".js", "/index.js"}) {
            const std::string wanted = tail + std::string(end);
            const auto same = m_byName.find(wanted.substr(wanted.rfind('/') + 1));
            for (const auto& script : same == m_byName.end() ? std::vector<std::uint32_t>() : same->second) {
                if (webPathOf(m_model.text(m_model[m_facts.pageScripts[script].file].path)).ends_with(wanted)) {
                    return script;
                }
            }
        }
        return kNoScript;
    }
    const auto named = m_byName.find(url.substr(url.rfind('/') + 1));
    return named != m_byName.end() && named->second.size() == 1 ? named->second.front() : kNoScript;
}

void PageScripts::addPages()
{
    m_own.resize(m_views.size());
    m_included.resize(m_views.size());
    m_includers.resize(m_views.size());
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const ViewId view(i);
        const web::ViewFacts& facts = m_views.facts(view);
        for (const std::string& url : facts.scripts) {
            if (const std::uint32_t script = scriptAt(url, view); script != kNoScript) {
                m_own[i].push_back(script);
            }
        }
        for (const web::ViewLink& link : facts.links) {
            if (link.kind != web::LinkKind::Include) {
                continue;
            }
            ViewId target = m_views.at(link.url, view);
            if (!target.valid()) {
                const auto named = m_views.named(link.url, false);
                target = named.size() == 1 ? named.front() : ViewId();
            }
            if (target.valid() && target != view) {
                m_included[i].push_back(target);
                m_includers[target.value].push_back(view);
            }
        }
    }
    for (std::size_t i = 0; i < m_views.size(); ++i) { // a page that a script loads into another one
        for (const std::uint32_t script : m_own[i]) {
            for (const web::ScriptLink& link : m_facts.pageScripts[script].facts->links) {
                if (const ViewId loaded = m_views.at(link.link.url, ViewId(i)); loaded.valid() && loaded != ViewId(i)) {
                    m_includers[loaded.value].push_back(ViewId(i));
                }
            }
        }
    }
}

std::vector<std::uint32_t> PageScripts::scriptsOf(ViewId view, const std::vector<std::vector<ViewId>>& next) const
{
    constexpr std::size_t kMostPages = 200;
    std::vector<ViewId> pages{view};
    for (std::size_t i = 0; i < pages.size() && pages.size() < kMostPages; ++i) {
        for (const ViewId other : next[pages[i].value]) {
            if (std::ranges::find(pages, other) == pages.end()) {
                pages.push_back(other);
            }
        }
    }
    std::vector<std::uint32_t> scripts;
    for (const ViewId page : pages) {
        for (const std::uint32_t script : m_own[page.value]) {
            if (std::ranges::find(scripts, script) == scripts.end()) {
                scripts.push_back(script);
            }
        }
    }
    return scripts;
}

std::vector<LoadedLink> PageScripts::links(ViewId view) const
{
    if (m_own.empty()) {
        return {};
    }
    const std::vector<std::uint32_t> loaded = scriptsOf(view, m_included);
    std::vector<std::uint32_t> all = loaded;
    for (const std::uint32_t script : scriptsOf(view, m_includers)) {
        if (std::ranges::find(all, script) == all.end()) {
            all.push_back(script);
        }
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> reached;
    std::vector<Place> open;
    const auto reach = [&](std::uint32_t script, std::uint32_t function) {
        if (reached.emplace(script, function).second) {
            open.push_back({script, function});
        }
    };
    const auto reachNamed = [&](const std::vector<std::uint64_t>& words) {
        for (const std::uint64_t word : words) {
            const auto named = m_functions.find(word);
            for (std::size_t i = 0; named != m_functions.end() && i < named->second.size(); ++i) {
                if (const Place place = named->second[i]; std::ranges::find(all, place.script) != all.end()) {
                    reach(place.script, place.function);
                }
            }
        }
    };
    for (const std::uint32_t script : loaded) {
        reach(script, 0);
    }
    reachNamed(m_views.facts(view).words);
    while (!open.empty()) {
        const Place place = open.back();
        open.pop_back();
        reachNamed(m_facts.pageScripts[place.script].facts->functions[place.function].words);
    }
    std::vector<LoadedLink> found;
    for (const std::uint32_t script : all) {
        for (const web::ScriptLink& link : m_facts.pageScripts[script].facts->links) {
            if (reached.contains({script, link.function})) {
                found.push_back({&link.link, m_facts.pageScripts[script].file});
            }
        }
    }
    return found;
}

} // namespace naru::analyzers::graph
