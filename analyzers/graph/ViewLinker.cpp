#include "analyzers/graph/ViewLinker.h"

#include "analyzers/graph/PageLinks.h"
#include "analyzers/graph/StrutsConvention.h"
#include "analyzers/graph/StrutsHandlers.h"
#include "analyzers/graph/ViewTypes.h"
#include "analyzers/web/Scriptlets.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

bool rendersArgument(std::string_view callee)
{
    static constexpr auto kNames = std::to_array<std::string_view>({"ForwardResolution", "ModelAndView", "RequestDispatcher", "forward",
                                                                    "getNamedDispatcher", "getRequestDispatcher", "include",
                                                                    "requestDispatch", "sendRedirect", "setUrl", "setView", "setViewName"});
    return std::ranges::binary_search(kNames, callee);
}

bool viewFile(std::string_view text)
{
    return text.ends_with(".jsp") || text.ends_with(".html") || text.ends_with(".xhtml") || text.ends_with(".jspx") ||
           text.ends_with(".htm") || text.ends_with(".faces") || text.ends_with(".jsf");
}

std::string_view withoutQuery(std::string_view text)
{
    return text.substr(0, text.find('?'));
}

class ViewLinker {
public:
    ViewLinker(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, const ViewCatalog& views)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_views(views),
          m_beans(beans)
    {
        for (const EntryPoint& entry : m_model.entryPoints) {
            if (entry.handler.valid() && entry.kind != EntryPointKind::Rest) { // which answer data
                m_handlers.insert(entry.handler.value);
            }
            if (entry.handler.valid() && entry.kind == EntryPointKind::Action && !entry.path.valid()) {
                m_faces.insert(entry.handler.value);
            }
        }
    }

    void run()
    {
        m_convention = conventionActions(m_lookup, m_facts);
        strutsTwoResults();
        names();
        defaults();
        strutsForwards();
        conventionResults();
    }

private:
    // --- renders ---------------------------------------------------------------------------------------------------

    void render(MemberId from, ViewId to, Location at, Rule rule = Rule::ViewName)
    {
        if (m_rendered.emplace(from.value, to.value).second) {
            m_model.renders.push_back({from, to, at, rule});
        }
    }

    bool answersBody(MemberId member) const
    {
        const TypeId owner = m_model[member].owner;
        return m_lookup.annotation(member, "ResponseBody") ||
               (owner.valid() && (m_lookup.annotation(owner, "RestController") || m_lookup.annotation(owner, "ResponseBody")));
    }

    bool inController(MemberId member) const
    {
        const TypeId owner = m_model[member].owner;
        return owner.valid() && (m_lookup.annotation(owner, "Controller") || m_handlers.contains(member.value) ||
                                 m_lookup.annotation(owner, "ControllerAdvice"));
    }

    void names()
    {
        for (const StringUse& use : m_index.strings) {
            if (!use.in.valid() || m_lookup.test(use.at) || m_model[use.in].kind == MemberKind::Field) {
                continue;
            }
            name(use);
        }
        for (const ExternalCall& call : m_index.externalCalls) { // arguments that the strings do not repeat
            if (!call.from.valid() || call.args.empty() || !call.args.front().valid() || m_lookup.test(call.at)) {
                continue;
            }
            std::string_view callee = m_lookup.text(call.name);
            callee = callee == "<init>" ? simpleName(m_lookup.text(call.receiverType)) : callee;
            if (rendersArgument(callee) && m_model[call.from].kind != MemberKind::Field) {
                explicitName(call.from, m_lookup.text(call.args.front()), call.at, call.args.front(), ruleOf(callee));
            }
        }
    }

    void name(const StringUse& use)
    {
        const std::string_view text = m_lookup.text(use.text);
        if (use.context == StringContext::Argument) {
            if (const std::string_view callee = simpleName(m_lookup.text(use.callee)); rendersArgument(callee)) {
                explicitName(use.in, text, use.at, use.text, ruleOf(callee));
            } else if (viewFile(withoutQuery(text)) && !use.dynamic && !web::comparesText(m_lookup.text(use.callee))) {
                direct(use.in, text, use.at);
            }
            return;
        }
        if (viewFile(withoutQuery(text)) && !use.dynamic) {
            direct(use.in, text, use.at);
            return;
        }
        if (m_faces.contains(use.in.value)) {
            outcome(use.in, text, use.at);
            return;
        }
        const bool returned = use.context == StringContext::Return;
        if (const auto results = m_results.find(use.in.value); results != m_results.end()) {
            if (returned && !use.dynamic)
                result(results->second, use);
            return;
        }
        const bool assigned = use.context == StringContext::Local || use.context == StringContext::Other;
        const std::string_view result = m_lookup.text(m_model[use.in].valueType);
        if ((!returned && !assigned) || result != "String" || !inController(use.in) || answersBody(use.in) || use.dynamic) {
            return;
        }
        if (text.starts_with("redirect:") || (text.starts_with("forward:") && !viewFile(withoutQuery(text)))) {
            return;
        }
        const std::string_view name = text.starts_with("forward:") ? text.substr(8) : text;
        const auto found = m_views.named(withoutQuery(name.substr(0, name.find("::"))), returned);
        for (const ViewId view : found) {
            render(use.in, view, use.at);
        }
        if (returned && found.empty() && m_handlers.contains(use.in.value) && text.size() > 1 && text.find(' ') == std::string_view::npos) {
            m_model.unresolved.push_back({UnresolvedReason::MissingView, m_model[use.in].id, use.text, use.at});
        }
    }

    /// What actions of Struts 2 give back names a result, not a view.
    struct Results {
        std::set<std::string_view> names;
        std::vector<std::string> views; ///< by the convention: folder and name of the action
    };

    void strutsTwoResults()
    {
        const auto add = [&](MemberId handler, const std::vector<config::StrutsForward>& forwards) -> Results& {
            Results& results = m_results[handler.value];
            for (const config::StrutsForward& forward : forwards)
                results.names.insert(forward.name);
            return results;
        };
        for (const ConventionAction& action : m_convention)
            add(action.handler, action.forwards).views.push_back(action.viewFolder + "/" + action.viewName);
        for (const auto& file : m_facts.struts) {
            if (!file.facts.two)
                continue;
            for (const config::StrutsForward& forward : file.facts.globals)
                m_globalResults.insert(forward.name);
            for (const config::StrutsAction& action : file.facts.actions)
                for (const StrutsHandler& handler : strutsHandlers(m_lookup, m_beans, action, file.facts.two, m_handlers))
                    add(handler.method, action.forwards);
        }
    }

    void result(const Results& results, const StringUse& use)
    {
        const std::string_view name = m_lookup.text(use.text);
        bool known = results.names.contains(name) || m_globalResults.contains(name) || name == "none" || name == "success";
        for (const std::string& stem : results.views)
            for (const std::string_view suffix : {".jsp", ".html", ".ftl", ".vm"})
                if (const ViewId view = m_views.at(stem + "-" + std::string(name) + std::string(suffix)); view.valid()) {
                    known = true;
                    if (!results.names.contains(name))
                        render(use.in, view, use.at, Rule::Convention);
                }
        if (!known && !name.empty())
            m_model.unresolved.push_back({UnresolvedReason::MissingView, m_model[use.in].id, use.text, use.at});
    }

    /// JSF: an outcome leads to the view of a navigation case, or names the view itself.
    void outcome(MemberId from, std::string_view text, Location at)
    {
        for (const auto& file : m_facts.faces) {
            for (const config::NavigationCase& entry : file.facts.cases) {
                if (const ViewId view = entry.outcome == text ? m_views.at(entry.toView) : ViewId(); view.valid()) {
                    render(from, view, at, Rule::Declared);
                    return;
                }
            }
        }
        if (const ViewId view = m_views.at("/" + std::string(text) + ".xhtml"); view.valid()) {
            render(from, view, at);
        }
    }

    void direct(MemberId from, std::string_view text, Location at)
    {
        if (const ViewId view = m_views.at(withoutQuery(text)); view.valid()) {
            render(from, view, at);
        } else if (const auto found = m_views.named(withoutQuery(text), false); found.size() == 1) {
            render(from, found.front(), at);
        } else if (const ViewId beside = text.starts_with('/') ? ViewId() : m_views.ending(withoutQuery(text)); beside.valid()) {
            render(from, beside, at); // a servlet names pages from the folder of its address
        }
    }

    /// The browser asks anew for what it is redirected to.
    static Rule ruleOf(std::string_view callee) { return callee == "sendRedirect" ? Rule::Url : Rule::ViewName; }

    void explicitName(MemberId from, std::string_view text, Location at, StringId id, Rule rule)
    {
        if (text.starts_with("redirect:") || text.empty()) {
            return;
        }
        const std::string_view name = withoutQuery(text.starts_with("forward:") ? text.substr(8) : text);
        auto found = m_views.named(name, true);
        if (const ViewId beside = found.empty() ? m_views.beside(m_model[from].owner, name) : ViewId(); beside.valid()) {
            found.push_back(beside);
        }
        for (const ViewId view : found) {
            render(from, view, at, rule);
        }
        if (found.empty() && viewFile(name)) {
            m_model.unresolved.push_back({UnresolvedReason::MissingView, m_model[from].id, id, at});
        }
    }

    /// A Spring handler without a view name renders the view that is called like its path.
    void defaults()
    {
        std::unordered_set<std::uint32_t> rendering;
        for (const RenderEdge& edge : m_model.renders) {
            rendering.insert(edge.from.value);
        }
        for (const EntryPoint& entry : m_model.entryPoints) {
            if (!entry.handler.valid() || entry.kind != EntryPointKind::Http || rendering.contains(entry.handler.value)) {
                continue;
            }
            const std::string_view result = m_lookup.text(m_model[entry.handler].valueType);
            const bool nameless = result == "void" || result == "Map" || result == "Model" || result == "ModelMap";
            if (!nameless || answersBody(entry.handler) || writesResponse(entry.handler)) {
                continue;
            }
            std::string_view path = m_lookup.text(entry.path);
            path = path.substr(0, path.rfind('.') > path.rfind('/') ? path.rfind('.') : path.size());
            for (const ViewId view : m_views.named(path.starts_with('/') ? path.substr(1) : path, false)) {
                render(entry.handler, view, entry.at, Rule::Convention);
            }
        }
    }

    bool writesResponse(MemberId member) const
    {
        const MethodDetail* detail = m_lookup.detail(member);
        return detail && std::ranges::any_of(detail->parameters, [&](const Parameter& parameter) {
                   const std::string_view type = m_lookup.text(parameter.type);
                   return type.ends_with("HttpServletResponse") || type.ends_with("OutputStream") || type.ends_with("Writer");
               });
    }

    void strutsForwards()
    {
        for (const auto& file : m_facts.struts) {
            for (const config::StrutsAction& action : file.facts.actions) {
                for (const StrutsHandler& handler : strutsHandlers(m_lookup, m_beans, action, file.facts.two, m_handlers)) {
                    for (const config::StrutsForward& forward : action.forwards) {
                        strutsForward(handler.method, {forward.name, withStars(forward.path, handler), forward.type, forward.line}, file.file);
                    }
                    for (const config::StrutsForward& forward : file.facts.globals) {
                        if (mentions(handler.method, forward.name)) {
                            strutsForward(handler.method, forward, file.file);
                        }
                    }
                }
            }
        }
    }

    /// Struts 2 by annotations and names: results that are written, else the views that are called like the action.
    void conventionResults()
    {
        for (const ConventionAction& action : m_convention) {
            for (const config::StrutsForward& forward : action.forwards) {
                const ViewId beside = m_views.at(action.viewFolder + "/" + std::string(withoutQuery(forward.path)));
                if (beside.valid() && (forward.type.empty() || forward.type == "dispatcher"))
                    render(action.handler, beside, {action.at.file, forward.line}, Rule::Declared);
                else
                    strutsForward(action.handler, forward, action.at.file);
            }
            for (const std::string_view suffix : {".jsp", ".html", ".ftl", ".vm", "-success.jsp", "-input.jsp"})
                if (const ViewId view = m_views.at(action.viewFolder + "/" + action.viewName + std::string(suffix)); view.valid())
                    render(action.handler, view, action.at, Rule::Convention);
        }
    }

    bool mentions(MemberId member, std::string_view text)
    {
        if (m_mentions.empty()) {
            for (const StringUse& use : m_index.strings) {
                if (use.in.valid()) {
                    m_mentions.emplace(use.in.value, use.text.value);
                }
            }
        }
        const StringId id = m_model.strings->find(text);
        return id.valid() && m_mentions.contains({member.value, id.value});
    }

    void strutsForward(MemberId handler, const config::StrutsForward& forward, FileId file)
    {
        if (forward.type.starts_with("redirect") || forward.type == "chain" || forward.type == "stream" || forward.type == "json") {
            return;
        }
        if (!forward.name.empty() && forward.name != "success" && !mentions(handler, forward.name) && forward.name != "input") {
            return;
        }
        for (const ViewId view : m_views.named(withoutQuery(forward.path), false)) {
            render(handler, view, {file, forward.line}, Rule::Declared);
        }
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    const ViewCatalog& m_views;
    const BeanNames& m_beans;
    std::unordered_set<std::uint32_t> m_handlers;
    std::unordered_set<std::uint32_t> m_faces; ///< JSF actions
    std::vector<ConventionAction> m_convention;
    std::unordered_map<std::uint32_t, Results> m_results; ///< handler of Struts 2
    std::set<std::string_view> m_globalResults;
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_rendered;
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_mentions;
};

} // namespace

void linkViews(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, const ViewCatalog& views)
{
    ViewLinker(index, lookup, facts, beans, views).run();
    linkPages(index.model, lookup, facts, views);
    linkViewTypes(index, lookup, facts, views);
}

} // namespace naru::analyzers::graph
