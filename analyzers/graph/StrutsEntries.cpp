#include "analyzers/graph/StrutsEntries.h"

#include "analyzers/graph/StrutsConvention.h"
#include "analyzers/graph/StrutsHandlers.h"

#include <algorithm>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// What follows the name of an action of Struts 2, for all files: one states it, others are included.
std::string actionExtension(const ProjectFacts& facts)
{
    std::string extension(facts.setting("struts.action.extension"));
    for (const auto& file : facts.struts)
        if (file.facts.two && extension.empty())
            extension = file.facts.extension;
    return extension;
}

class StrutsEntries {
public:
    StrutsEntries(const std::string& pattern, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, const ViewCatalog& views,
                  EntryCollector& entries)
        : m_strutsPattern(pattern),
          m_extension(actionExtension(facts)),
          m_facts(facts),
          m_beans(beans),
          m_model(lookup.index().model),
          m_lookup(lookup),
          m_views(views),
          m_entries(entries)
    {
    }

    std::string strutsUrl(std::string_view path) const
    {
        if (m_strutsPattern.starts_with("*.")) {
            return std::string(path) + m_strutsPattern.substr(1);
        }
        if (m_strutsPattern.ends_with("/*")) {
            return m_strutsPattern.substr(0, m_strutsPattern.size() - 2) + std::string(path);
        }
        return std::string(path) + ".do";
    }

    /// DevOn: commands for Gauce come through its servlet, all others through the general one; each has an extension in web.xml.
    [[nodiscard]] std::string channelOf(TypeId command) const
    {
        bool gauce = false;
        for (const TypeId above : command.valid() ? m_lookup.ancestry(command) : std::vector<TypeId>())
            for (const StringId super : m_model[above].externalSupers)
                gauce = gauce || m_lookup.text(super).contains("Gauce");
        for (const auto& file : m_facts.webXmls)
            for (const config::ServletMapping& mapping : file.facts.mappings)
                if (const auto servlet = std::ranges::find(file.facts.servlets, mapping.name, &config::ServletDeclaration::name);
                    servlet != file.facts.servlets.end() && mapping.pattern.starts_with("*.") && isChannel(servlet->className, gauce))
                    return mapping.pattern.substr(1);
        return {};
    }

    [[nodiscard]] bool isChannel(std::string_view servlet, bool gauce) const
    {
        bool framework = servlet.starts_with("devon");
        bool forGauce = servlet.contains("Gauce");
        const TypeId type = m_lookup.anyType(servlet);
        for (const TypeId above : type.valid() ? m_lookup.ancestry(type) : std::vector<TypeId>())
            for (const StringId super : m_model[above].externalSupers) {
                framework = framework || m_lookup.text(super).starts_with("devon");
                forGauce = forGauce || m_lookup.text(super).contains("Gauce");
            }
        return framework && forGauce == gauce;
    }

    void struts(FileId file, const config::StrutsFile& xml)
    {
        std::set<std::string_view> exact; // an action of just that path comes before one with stars
        for (const config::StrutsAction& action : xml.actions)
            exact.insert(action.path);
        for (const config::StrutsAction& action : xml.actions) {
            if (xml.two || !isWildcard(action)) {
                struts(file, xml, action);
                continue;
            }
            for (const config::StrutsAction& one : wildcardActions(m_lookup, m_beans, action))
                if (!exact.contains(one.path))
                    struts(file, xml, one);
        }
    }

    void struts(FileId file, const config::StrutsFile& xml, const config::StrutsAction& action)
    {
        const Location at{file, action.line};
        if (xml.two && isWildcard(action)) {
            for (const StrutsHandler& handler : wildcardHandlers(m_lookup, m_beans, action)) {
                m_entries.add(EntryPointKind::Action, "*", strutsTwoUrl(handler.path, m_extension), handler.method, {}, at);
            }
            return;
        }
        const TypeId type = actionType(m_lookup, m_beans, action, xml.two);
        const std::string url = xml.two        ? strutsTwoUrl(action.path, m_extension)
                                : xml.commands ? action.path + channelOf(type)
                                               : strutsUrl(action.path);
        const bool library = action.className.empty() || simpleName(action.className) == "ActionSupport";
        if (!type.valid()) {
            const std::string_view forwarder = simpleName(action.className); // of Struts 1: the parameter is the page
            if (!xml.two && action.forwardTo.empty() && (forwarder == "ForwardAction" || forwarder == "IncludeAction")) {
                page(url, action.parameter, at);
            } else if (!action.forwardTo.empty() || (xml.two && library)) {
                page(url, targetOf(action), at);
            }
            return;
        }
        if (!xml.two && dispatches(url, action, type, at))
            return;
        auto found = m_lookup.methodsInherited(type, action.method.empty() ? "execute" : action.method);
        if (found.empty()) {
            found = m_lookup.methodsInherited(type, "perform");
        }
        if (!found.empty()) {
            m_entries.add(EntryPointKind::Action, "*", url, found.front(), ofAction(type, found.front()), at);
        } else if (xml.two && action.method.empty()) {
            page(url, targetOf(action), at); // execute() of ActionSupport
        }
    }

    /// The handler under the name of the action, which may have inherited it.
    [[nodiscard]] std::string ofAction(TypeId type, MemberId handler) const
    {
        return std::string(m_lookup.text(m_model[type].name)) + "." + std::string(m_lookup.text(m_model[handler].name));
    }

    /// An action without code of the system: its page.
    void page(const std::string& url, const std::string& target, Location at)
    {
        const auto view = m_views.named(target, false);
        m_entries.add(EntryPointKind::Action, "*", url, {}, view.empty() ? target : std::string(m_model.text(m_model[view.front()].path)), at);
    }

    /// Where an action leads: forward="...", the result "success", or the first one.
    static std::string targetOf(const config::StrutsAction& action)
    {
        const auto success = std::ranges::find(action.forwards, "success", &config::StrutsForward::name);
        const auto chosen = success != action.forwards.end() ? success : action.forwards.begin();
        return !action.forwardTo.empty() || action.forwards.empty() ? action.forwardTo : chosen->path;
    }

    /// DispatchAction: a request parameter names the method.
    bool dispatches(const std::string& url, const config::StrutsAction& action, TypeId type, Location at)
    {
        const std::vector<MemberId> methods = dispatchMethods(m_lookup, type, action);
        const bool mapped = methods.size() == 1 && m_lookup.text(m_model[methods.front()].name) == action.parameter;
        for (const MemberId method : methods) {
            const std::string name(m_lookup.text(m_model[method].name));
            m_entries.add(EntryPointKind::Action, "*", url, method, ofAction(type, method), at,
                          mapped ? std::string() : "* " + url + "?" + action.parameter + "=" + name);
        }
        return !methods.empty();
    }

private:
    const std::string& m_strutsPattern;
    const std::string m_extension;
    const ProjectFacts& m_facts;
    const BeanNames& m_beans;
    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ViewCatalog& m_views;
    EntryCollector& m_entries;
};

} // namespace

void addStrutsEntries(const ProjectFacts& facts, const std::string& pattern, const CodeLookup& lookup, const BeanNames& beans,
                      const ViewCatalog& views, EntryCollector& entries)
{
    StrutsEntries reader(pattern, lookup, facts, beans, views, entries);
    for (const auto& file : facts.struts)
        reader.struts(file.file, file.facts);
}

void addConventionEntries(const CodeLookup& lookup, const ProjectFacts& facts, EntryCollector& entries)
{
    const std::string extension = actionExtension(facts);
    for (const ConventionAction& action : conventionActions(lookup, facts))
        entries.add(EntryPointKind::Action, "*", strutsTwoUrl(action.path, extension), action.handler, {}, action.at);
}

} // namespace naru::analyzers::graph
