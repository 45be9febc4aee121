#include "analyzers/graph/PageEntries.h"

#include "analyzers/graph/EntryCollector.h"

#include <algorithm>
#include <ranges>
#include <unordered_map>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class PageEntries {
public:
    PageEntries(CodeIndex& index, const CodeLookup& lookup, const ViewCatalog& views)
        : m_model(index.model),
          m_lookup(lookup),
          m_views(views),
          m_ofView(index.model.views.size())
    {
    }

    std::vector<CallEdge> run()
    {
        if (!findPages()) {
            return {};
        }
        std::vector<bool> used(m_model.views.size(), false);
        const auto shown = [](const RenderEdge& edge) { return edge.rule != Rule::Url; }; // else it is asked for anew
        for (const RenderEdge& edge : m_model.renders | std::views::filter(shown)) {
            used[edge.to.value] = true;
            step(edge.from, edge.to, edge.at);
        }
        includes(used);
        for (const RenderEdge& edge : m_model.renders | std::views::filter(shown)) {
            inside(edge.from, edge.to, edge.at);
        }
        addEntries(used);
        return std::move(m_steps);
    }

private:
    bool findPages()
    {
        std::unordered_map<std::uint32_t, ViewId> byPath;
        for (std::size_t i = 0; i < m_model.views.size(); ++i) {
            byPath.emplace(m_model.views[i].path.value, i);
        }
        bool any = false;
        for (std::size_t i = 0; i < m_model.types.size(); ++i) {
            if (!has(m_model.types[i].flags, TypeFlag::Page)) {
                continue;
            }
            const auto view = byPath.find(m_model.types[i].name.value);
            const auto methods = m_lookup.methods(TypeId(i), "service");
            if (view != byPath.end() && !methods.empty()) {
                m_ofView[view->second.value] = methods.front();
                any = true;
            }
        }
        return any;
    }

    void step(MemberId from, ViewId to, Location at)
    {
        if (const MemberId page = m_ofView[to.value]; page.valid() && page != from) {
            m_steps.push_back({from, page, at, Rule::ViewName});
        }
    }

    /// Includes, also of tag files: a page with code runs what it includes; of one without, who renders it does.
    void includes(std::vector<bool>& used)
    {
        for (const ViewLinkEdge& edge : m_model.viewLinks) {
            if (edge.rule != Rule::Include || !edge.toView.valid() || edge.toView == edge.from) {
                continue;
            }
            used[edge.toView.value] = true;
            if (m_ofView[edge.from.value].valid()) {
                step(m_ofView[edge.from.value], edge.toView, edge.at);
            } else {
                m_inside[edge.from.value].push_back(edge.toView);
            }
        }
    }

    /// The pages with code that are in a page without code, over any number of includes.
    void inside(MemberId from, ViewId outer, Location at)
    {
        std::vector<ViewId> open{outer};
        for (std::size_t i = 0; i < open.size(); ++i) {
            const auto parts = m_inside.find(open[i].value);
            for (const ViewId part : parts == m_inside.end() ? std::vector<ViewId>() : parts->second) {
                if (std::ranges::find(open, part) == open.end()) {
                    open.push_back(part);
                    step(from, part, at);
                }
            }
        }
    }

    void addEntries(const std::vector<bool>& used)
    {
        const std::vector<bool> reading = reaching([](const Statement&) { return true; });
        const std::vector<bool> writing = reaching([](const Statement& statement) {
            return std::ranges::any_of(statement.accesses, [](const TableAccess& access) { return access.mode == AccessMode::Write; });
        });
        std::vector<bool> holding(m_model.members.size(), false); // SQL in the page itself
        for (const ExecuteEdge& edge : m_model.executes) {
            holding[edge.from.value] = true;
        }
        std::vector<std::size_t> candidates;
        for (std::size_t i = 0; i < m_ofView.size(); ++i) {
            const std::string& path = m_views.webPath(ViewId(i));
            if (m_ofView[i].valid() && !used[i] && reading[m_ofView[i].value] && !path.starts_with("/WEB-INF/") && !path.ends_with(".jspf")) {
                candidates.push_back(i);
            }
        }
        std::vector<bool> showing(m_model.members.size(), false); // a servlet that only gives data back says nothing of pages
        for (const RenderEdge& edge : m_model.renders) {
            showing[edge.from.value] = true;
        }
        const auto others = static_cast<std::size_t>(std::ranges::count_if(m_model.entryPoints, [&](const EntryPoint& entry) {
            return entry.kind == EntryPointKind::Http || entry.kind == EntryPointKind::Action || entry.kind == EntryPointKind::Rest ||
                   (entry.kind == EntryPointKind::Servlet && (!named(entry) || showing[entry.handler.value]));
        }));
        const bool pagesLead = candidates.size() > others;
        EntryCollector entries(m_model, m_lookup);
        for (const std::size_t i : candidates) {
            const MemberId page = m_ofView[i];
            const auto members = m_lookup.members(m_model[page].owner);
            const bool own = std::ranges::any_of(members, [&](MemberId member) { return holding[member.value]; });
            if (pagesLead || own || writing[page.value]) {
                entries.add(EntryPointKind::Http, "*", m_views.webPath(ViewId(i)), page, {}, m_model[page].at);
                m_model.entryPoints.back().title = m_model.views[i].title;
                m_model.renders.push_back({page, ViewId(i), m_model[page].at});
            }
        }
    }

    /// A servlet that is asked for by the name of its class.
    [[nodiscard]] bool named(const EntryPoint& entry) const
    {
        const std::string_view handler = m_lookup.text(entry.handlerName);
        return entry.handler.valid() && m_lookup.text(entry.path).ends_with("/" + std::string(handler.substr(0, handler.rfind('.'))));
    }

    /// Members from which a statement of a kind is reached.
    template <typename Wanted> [[nodiscard]] std::vector<bool> reaching(const Wanted& wanted) const
    {
        std::vector<std::vector<std::uint32_t>> callers(m_model.members.size());
        for (const auto* edges : std::initializer_list<const std::vector<CallEdge>*>{&m_model.calls, &m_steps}) {
            for (const CallEdge& edge : *edges) {
                callers[edge.to.value].push_back(edge.from.value);
            }
        }
        std::vector<bool> reached(m_model.members.size(), false);
        std::vector<std::uint32_t> open;
        const auto reach = [&](std::uint32_t member) {
            if (!reached[member]) {
                reached[member] = true;
                open.push_back(member);
            }
        };
        for (const ExecuteEdge& edge : m_model.executes) {
            if (wanted(m_model[edge.to])) {
                reach(edge.from.value);
            }
        }
        while (!open.empty()) {
            const std::uint32_t member = open.back();
            open.pop_back();
            for (const std::uint32_t caller : callers[member]) {
                reach(caller);
            }
        }
        return reached;
    }

    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ViewCatalog& m_views;
    std::vector<MemberId> m_ofView;
    std::unordered_map<std::uint32_t, std::vector<ViewId>> m_inside; ///< page without code -> what it includes
    std::vector<CallEdge> m_steps;
};

} // namespace

std::vector<CallEdge> linkPageCode(CodeIndex& index, const CodeLookup& lookup, const ViewCatalog& views)
{
    return PageEntries(index, lookup, views).run();
}

} // namespace naru::analyzers::graph
