#include "analyzers/graph/TagLinks.h"

#include <algorithm>
#include <map>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class TagLinks {
public:
    TagLinks(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views)
        : m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_views(views)
    {
    }

    std::vector<CallEdge> run()
    {
        libraries();
        preludes();
        inclusions();
        for (std::size_t i = 0; i < m_views.size(); ++i)
            if (!m_views.facts(ViewId(i)).tagUses.empty())
                view(ViewId(i));
        if (!m_called.empty())
            steps();
        return std::move(m_steps);
    }

private:
    /// Libraries are known by their URI, by the path of the file, and by what web.xml calls them.
    void libraries()
    {
        std::map<std::string, const config::TagLibrary*, std::less<>> byPath;
        for (const auto& file : m_facts.tagLibraries) {
            m_libraries.emplace(file.facts.uri, &file.facts);
            byPath.emplace(webPathOf(m_model.text(m_model[file.file].path)), &file.facts);
        }
        for (const auto& [path, library] : byPath)
            m_libraries.emplace(path, library);
        for (const auto& file : m_facts.webXmls)
            for (const auto& [uri, location] : file.facts.tagLibraries)
                if (const auto found = byPath.find(location); found != byPath.end())
                    m_libraries.emplace(uri, found->second);
    }

    /// Pages that web.xml puts before others: <url-pattern>*.jsp</url-pattern><include-prelude>/WEB-INF/tags.jspf</include-prelude>
    void preludes()
    {
        for (const auto& file : m_facts.webXmls)
            for (const auto& [pattern, path] : file.facts.preludes)
                if (const ViewId put = m_views.at(path); put.valid())
                    for (std::size_t i = 0; i < m_views.size(); ++i) {
                        const std::string_view page = m_views.webPath(ViewId(i));
                        const bool fits = pattern.starts_with("*.")   ? page.ends_with(std::string_view(pattern).substr(1))
                                          : pattern.ends_with("/*") ? page.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1))
                                                                    : page == pattern;
                        if (fits && ViewId(i) != put && m_views.facts(ViewId(i)).kind == ViewKind::Jsp)
                            m_model.viewLinks.push_back({ViewId(i), put, {}, m_model.intern(path), {m_model[ViewId(i)].file, 1}, Rule::Include});
                    }
    }

    void inclusions()
    {
        for (const ViewLinkEdge& edge : m_model.viewLinks)
            if (edge.rule == Rule::Include && edge.toView.valid()) {
                m_includes[edge.from].push_back(edge.toView);
                m_includedBy[edge.toView].push_back(edge.from);
            }
    }

    /// What a prefix means in a page: as the page declares it, what is put into it, or the pages that it is put into.
    [[nodiscard]] std::string libraryOf(ViewId from, std::string_view prefix) const
    {
        constexpr std::size_t kMostPages = 64;
        std::vector<ViewId> around{from};
        std::set<ViewId> seen{from};
        for (std::size_t outer = 0; outer < around.size() && seen.size() < kMostPages; ++outer) {
            std::vector<ViewId> open{around[outer]};
            for (std::size_t i = 0; i < open.size(); ++i) {
                const auto& own = m_views.facts(open[i]).libraries;
                if (const auto found = std::ranges::find(own, prefix, [](const auto& one) { return std::string_view(one.first); }); found != own.end())
                    return found->second;
                if (const auto next = m_includes.find(open[i]); next != m_includes.end())
                    for (const ViewId below : next->second)
                        if (seen.insert(below).second)
                            open.push_back(below);
            }
            if (const auto next = m_includedBy.find(around[outer]); next != m_includedBy.end())
                for (const ViewId above : next->second)
                    if (seen.insert(above).second)
                        around.push_back(above);
        }
        return {};
    }

    void view(ViewId from)
    {
        const web::ViewFacts& facts = m_views.facts(from);
        std::set<TypeId> types;
        std::map<std::string_view, std::string> uris; // by prefix
        for (const web::NameUse& use : facts.tagUses) {
            const auto colon = use.name.find(':');
            const std::string_view prefix = std::string_view(use.name).substr(0, colon);
            const auto [uri, first] = uris.try_emplace(prefix);
            if (first)
                uri->second = libraryOf(from, prefix);
            const std::string& library = uri->second;
            const Location at{m_model[from].file, use.line};
            const std::string tag = use.name.substr(colon + 1);
            if (library.starts_with("/WEB-INF/tags")) { // a folder of tag files
                for (const std::string_view extension : {".tag", ".tagx"})
                    tagFile(from, library + "/" + tag + std::string(extension), at);
                continue;
            }
            const auto known = library.empty() ? m_libraries.end() : m_libraries.find(library);
            if (known == m_libraries.end())
                continue;
            for (const config::TagEntry& entry : known->second->entries)
                if (entry.name == tag && entry.path.empty())
                    called(from, entry, at, types);
                else if (entry.name == tag)
                    tagFile(from, entry.path, at);
        }
    }

    /// The text of a tag file becomes part of the page.
    void tagFile(ViewId from, const std::string& path, Location at)
    {
        if (const ViewId tag = m_views.at(path, from); tag.valid() && tag != from && m_tagFiles.emplace(from, tag).second)
            m_model.viewLinks.push_back({from, tag, {}, m_model.intern(path), at, Rule::Include});
    }

    void called(ViewId from, const config::TagEntry& entry, Location at, std::set<TypeId>& types)
    {
        const TypeId type = m_lookup.anyType(entry.className);
        if (!type.valid())
            return;
        if (types.insert(type).second)
            m_model.viewTypes.push_back({from, type, Rule::TagFunction, at});
        for (const MemberId member : methodsOf(entry, type))
            m_called[from].emplace_back(member, at);
    }

    [[nodiscard]] std::vector<MemberId> methodsOf(const config::TagEntry& entry, TypeId type) const
    {
        std::vector<MemberId> found;
        if (entry.function) {
            found = m_lookup.methodsInherited(type, entry.method.empty() ? entry.name : entry.method);
            if (found.size() > 1)
                std::erase_if(found, [&](MemberId member) {
                    const MethodDetail* detail = m_lookup.detail(member);
                    return detail != nullptr && detail->parameters.size() != entry.parameters;
                });
            return found;
        }
        for (const std::string_view name : {"doStartTag", "doInitBody", "doAfterBody", "doEndTag", "doTag", "encodeBegin", "encodeEnd", "apply"})
            for (const MemberId member : m_lookup.methodsInherited(type, name))
                found.push_back(member);
        return found;
    }

    /// A page with code calls; else who renders it does.
    void steps()
    {
        std::map<StringId, MemberId> pages;
        for (std::size_t i = 0; i < m_model.types.size(); ++i)
            if (has(m_model.types[i].flags, TypeFlag::Page))
                if (const auto methods = m_lookup.methods(TypeId(i), "service"); !methods.empty())
                    pages.emplace(m_model.types[i].name, methods.front());
        std::map<ViewId, std::set<ViewId>> includedBy;
        for (const ViewLinkEdge& edge : m_model.viewLinks)
            if (edge.rule == Rule::Include && edge.toView.valid())
                includedBy[edge.toView].insert(edge.from);
        std::map<ViewId, std::vector<const RenderEdge*>> renderers;
        for (const RenderEdge& edge : m_model.renders)
            renderers[edge.to].push_back(&edge);
        for (const auto& [view, members] : m_called) {
            if (const auto page = pages.find(m_model[view].path); page != pages.end()) {
                for (const auto& [member, at] : members)
                    m_model.calls.push_back({page->second, member, at, Rule::TagFunction});
                continue;
            }
            std::vector<ViewId> open{view};
            for (std::size_t i = 0; i < open.size(); ++i) {
                for (const ViewId outer : includedBy[open[i]])
                    if (std::ranges::find(open, outer) == open.end())
                        open.push_back(outer);
                for (const RenderEdge* edge : renderers[open[i]])
                    for (const auto& [member, at] : members)
                        m_steps.push_back({edge->from, member, edge->at, Rule::TagFunction});
            }
        }
    }

    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    const ViewCatalog& m_views;
    std::map<std::string, const config::TagLibrary*, std::less<>> m_libraries;
    std::map<ViewId, std::vector<ViewId>> m_includes;
    std::map<ViewId, std::vector<ViewId>> m_includedBy;
    std::map<ViewId, std::vector<std::pair<MemberId, Location>>> m_called;
    std::set<std::pair<ViewId, ViewId>> m_tagFiles; ///< page and tag file that it uses
    std::vector<CallEdge> m_steps;
};

} // namespace

std::vector<CallEdge> linkTags(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views)
{
    return TagLinks(index, lookup, facts, views).run();
}

} // namespace naru::analyzers::graph
