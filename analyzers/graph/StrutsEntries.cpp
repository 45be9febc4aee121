#include "analyzers/graph/StrutsEntries.h"

#include "analyzers/graph/StrutsConvention.h"
#include "analyzers/graph/StrutsHandlers.h"

namespace naru::analyzers::graph {

using namespace core;

namespace {

class StrutsEntries {
public:
    StrutsEntries(const std::string& pattern, std::string extension, const CodeLookup& lookup, const BeanNames& beans,
                  const ViewCatalog& views, EntryCollector& entries)
        : m_strutsPattern(pattern),
          m_extension(std::move(extension)),
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

    void struts(FileId file, const config::StrutsFile& xml)
    {
        for (const config::StrutsAction& action : xml.actions) {
            const Location at{file, action.line};
            if (xml.two && isWildcard(action)) {
                for (const StrutsHandler& handler : wildcardHandlers(m_lookup, m_beans, action)) {
                    m_entries.add(EntryPointKind::Action, "*", strutsTwoUrl(handler.path, m_extension), handler.method, {}, at);
                }
                continue;
            }
            const std::string url = xml.two ? strutsTwoUrl(action.path, m_extension) : strutsUrl(action.path);
            const TypeId type = actionType(m_lookup, m_beans, action, xml.two);
            const bool library = action.className.empty() || simpleName(action.className) == "ActionSupport";
            if (!type.valid()) {
                if (!action.forwardTo.empty() || (xml.two && library)) {
                    page(url, action, at);
                }
                continue;
            }
            const std::string method = action.method.empty() ? "execute" : action.method;
            auto found = m_lookup.methodsInherited(type, method);
            if (found.empty()) {
                found = m_lookup.methodsInherited(type, "perform");
            }
            if (!found.empty()) {
                m_entries.add(EntryPointKind::Action, "*", url, found.front(), {}, at);
            } else if (xml.two && action.method.empty()) {
                page(url, action, at); // execute() of ActionSupport
            } else if (!action.parameter.empty()) {
                dispatchActions(url, action.parameter, type, at);
            }
        }
    }

    /// An action without code of the system: its page, that of the result "success" where there are several.
    void page(const std::string& url, const config::StrutsAction& action, Location at)
    {
        std::string target = action.forwardTo;
        for (const config::StrutsForward& forward : action.forwards)
            if (target.empty() || (action.forwardTo.empty() && forward.name == "success"))
                target = forward.path;
        const auto view = m_views.named(target, false);
        m_entries.add(EntryPointKind::Action, "*", url, {}, view.empty() ? target : std::string(m_model.text(m_model[view.front()].path)), at);
    }

    /// DispatchAction: a request parameter names the method.
    void dispatchActions(const std::string& url, const std::string& parameter, TypeId type, Location at)
    {
        for (const MemberId member : m_lookup.members(type)) {
            const MethodDetail* detail = m_lookup.detail(member);
            if (m_model[member].kind == MemberKind::Method && m_lookup.text(m_model[member].valueType).ends_with("ActionForward") &&
                detail && detail->parameters.size() == 4) {
                const std::string name(m_lookup.text(m_model[member].name));
                m_entries.add(EntryPointKind::Action, "*", url, member, {}, at, "* " + url + "?" + parameter + "=" + name);
            }
        }
    }

private:
    const std::string& m_strutsPattern;
    const std::string m_extension;
    const BeanNames& m_beans;
    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ViewCatalog& m_views;
    EntryCollector& m_entries;
};

/// What follows the name of an action of Struts 2, for all files: one states it, others are included.
std::string actionExtension(const ProjectFacts& facts)
{
    std::string extension(facts.setting("struts.action.extension"));
    for (const auto& file : facts.struts)
        if (file.facts.two && extension.empty())
            extension = file.facts.extension;
    return extension;
}

} // namespace

void addStrutsEntries(const ProjectFacts& facts, const std::string& pattern, const CodeLookup& lookup, const BeanNames& beans,
                      const ViewCatalog& views, EntryCollector& entries)
{
    StrutsEntries reader(pattern, actionExtension(facts), lookup, beans, views, entries);
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
