#include "analyzers/graph/StrutsConvention.h"

#include "analyzers/graph/EntryPointContext.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <span>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr std::string_view kAnnotations = "org.apache.struts2.convention.annotation.";

/// How classes give their actions a name: in words (ShowCartAction is show-cart), or as they are (showCart).
struct ActionNames {
    bool words = true;
    bool lower = true;
    std::string separator = "-";
};

std::string actionName(std::string_view className, const ActionNames& names)
{
    if (className.size() > 6 && className.ends_with("Action"))
        className.remove_suffix(6);
    if (!names.words)
        return names.lower ? decapitalized(className) : std::string(className);
    std::string out;
    for (std::size_t i = 0; i < className.size(); ++i) {
        const auto c = static_cast<unsigned char>(className[i]);
        const bool word = i > 0 && std::isupper(c) != 0 &&
                          (std::islower(static_cast<unsigned char>(className[i - 1])) != 0 ||
                           (i + 1 < className.size() && std::islower(static_cast<unsigned char>(className[i + 1])) != 0));
        if (word)
            out += names.separator;
        out += names.lower ? static_cast<char>(std::tolower(c)) : className[i];
    }
    return out;
}

class Convention {
public:
    Convention(const CodeLookup& lookup, const ProjectFacts& facts)
        : m_model(lookup.index().model),
          m_lookup(lookup),
          m_facts(facts)
    {
        bool described = false;
        for (const auto& file : facts.struts)
            described = described || (file.facts.two && !file.facts.actions.empty());
        m_byName = !described;
        for (const AnnotationUse& use : lookup.index().annotations)
            if (!lookup.test(use.at) && lookup.text(use.name).starts_with(kAnnotations))
                m_annotated = true;
        m_byName = m_byName || m_annotated;
        if (const std::string locators = constant("struts.convention.package.locators"); !locators.empty())
            m_locators = parts(locators);
        m_names.words = !constant("struts.convention.actionNameBuilder").ends_with("efaultActionNameBuilder");
        m_names.lower = constant("struts.convention.action.name.lowercase") != "false";
        if (const std::string separator = constant("struts.convention.action.name.separator"); !separator.empty())
            m_names.separator = separator;
        if (std::string path = constant("struts.convention.result.path"); !path.empty()) {
            while (path.ends_with('/'))
                path.pop_back();
            m_resultPath = path;
        }
    }

    std::vector<ConventionAction> run()
    {
        for (std::size_t i = 0; m_byName && i < m_model.types.size(); ++i) {
            const Type& type = m_model.types[i];
            if (type.kind == TypeKind::Class && (type.flags & (kTest | kAbstract)) == 0)
                actionsOf(TypeId(i));
        }
        return std::move(m_found);
    }

private:
    /// A constant of struts.xml or struts.properties.
    [[nodiscard]] std::string constant(std::string_view name) const
    {
        for (const auto& file : m_facts.struts)
            for (const auto& [key, value] : file.facts.constants)
                if (key == name)
                    return value;
        return std::string(m_facts.setting(name));
    }

    static std::vector<std::string> parts(std::string_view list)
    {
        std::vector<std::string> found;
        while (!list.empty()) {
            const auto comma = std::min(list.find(','), list.size());
            std::string_view part = list.substr(0, comma);
            while (part.starts_with(' '))
                part.remove_prefix(1);
            while (part.ends_with(' '))
                part.remove_suffix(1);
            if (!part.empty())
                found.emplace_back(part);
            list.remove_prefix(std::min(comma + 1, list.size()));
        }
        return found;
    }

    static constexpr std::uint32_t kTest = static_cast<std::uint32_t>(TypeFlag::Test);
    static constexpr std::uint32_t kAbstract = static_cast<std::uint32_t>(TypeFlag::Abstract);

    [[nodiscard]] bool ofPlugin(const AnnotationUse& use, std::string_view name) const
    {
        const std::string_view written = m_lookup.text(use.name);
        return written.size() == kAnnotations.size() + name.size() && written.starts_with(kAnnotations) && written.ends_with(name);
    }

    template <typename Of> [[nodiscard]] const AnnotationUse* find(Of of, std::string_view name) const
    {
        for (const AnnotationUse* use : m_lookup.annotations(of))
            if (ofPlugin(*use, name))
                return use;
        return nullptr;
    }

    [[nodiscard]] std::vector<const AnnotationUse*> actionMarks(const auto& of) const
    {
        std::vector<const AnnotationUse*> found;
        for (const AnnotationUse* use : m_lookup.annotations(of))
            if (m_annotated && ofPlugin(*use, "Action"))
                found.push_back(use);
        return found;
    }

    /// Its own methods and those that it inherits. The plugin maps execute() also beside methods with annotations.
    void actionsOf(TypeId type)
    {
        const auto onType = actionMarks(type);
        if (onType.empty() && find(type, "Namespace") == nullptr && !isAction(type))
            return;
        bool executeNamed = !onType.empty();
        std::set<std::string_view> known; // signatures
        for (const TypeId declaring : m_lookup.ancestry(type))
            for (const MemberId member : m_lookup.members(declaring)) {
                if (m_model[member].kind != MemberKind::Method || !known.insert(signatureOf(m_model, member)).second)
                    continue;
                const auto named = actionMarks(member);
                executeNamed = executeNamed || (!named.empty() && m_lookup.text(m_model[member].name) == "execute");
                for (const AnnotationUse* use : named)
                    add(type, member, argument(m_lookup, *use, "value"), resultsOf(member), use->at);
            }
        const auto handlers = m_lookup.methodsInherited(type, "execute");
        for (const AnnotationUse* use : handlers.empty() ? std::vector<const AnnotationUse*>() : onType)
            add(type, handlers.front(), argument(m_lookup, *use, "value"), {}, use->at);
        if (!executeNamed && !handlers.empty() && packageSpace(type) != kNone)
            add(type, handlers.front(), {}, {}, m_model[handlers.front()].at);
    }

    /// By its name, or by a supertype of the framework.
    [[nodiscard]] bool isAction(TypeId type) const
    {
        bool framework = m_lookup.extendsExternal(type, "ActionSupport");
        for (const TypeId above : m_lookup.ancestry(type))
            for (const StringId super : m_model[above].externalSupers)
                framework = framework || m_lookup.text(super).starts_with("com.opensymphony.xwork2.") ||
                            m_lookup.text(super).starts_with("org.apache.struts2.");
        return framework || (m_annotated && m_lookup.text(m_model[type].simple).ends_with("Action"));
    }

    static constexpr std::string_view kNone = "-"; ///< the package is none of actions

    /// The namespace that a package stands for: what follows the last of struts, struts2, action and actions.
    [[nodiscard]] std::string packageSpace(TypeId type) const
    {
        std::string_view rest = m_lookup.text(m_model[type].package);
        std::string space;
        bool found = false;
        while (!rest.empty()) {
            const auto dot = std::min(rest.find('.'), rest.size());
            const std::string_view part = rest.substr(0, dot);
            rest.remove_prefix(std::min(dot + 1, rest.size()));
            if (std::ranges::find(m_locators, part) != m_locators.end()) {
                found = true;
                space.clear();
            } else if (found) {
                space += "/" + std::string(part);
            }
        }
        return found ? space : std::string(kNone);
    }

    [[nodiscard]] std::string spaceOf(TypeId type) const
    {
        for (const TypeId above : m_lookup.ancestry(type))
            if (const AnnotationUse* use = find(above, "Namespace")) {
                const std::string space = EntryPointContext::joined({}, argument(m_lookup, *use, "value"));
                return space == "/" ? std::string() : space;
            }
        const std::string space = packageSpace(type);
        return space == kNone ? std::string() : space;
    }

    template <typename Of> [[nodiscard]] std::vector<config::StrutsForward> resultsOf(Of of) const
    {
        std::vector<config::StrutsForward> found;
        for (const AnnotationUse* use : m_lookup.annotations(of)) {
            if (!ofPlugin(*use, "Result"))
                continue;
            const std::string_view name = argument(m_lookup, *use, "name");
            const std::string_view location = argument(m_lookup, *use, "location");
            const std::string_view type = argument(m_lookup, *use, "type");
            found.push_back({std::string(name), std::string(location.empty() ? argument(m_lookup, *use, "value") : location),
                             std::string(type), use->at.line});
        }
        return found;
    }

    void add(TypeId type, MemberId handler, std::string_view name, std::vector<config::StrutsForward> results, Location at)
    {
        const std::string space = spaceOf(type);
        ConventionAction made;
        made.handler = handler;
        made.path = name.starts_with('/') ? std::string(name)
                                          : space + "/" + (name.empty() ? actionName(m_lookup.text(m_model[type].simple), m_names) : std::string(name));
        made.forwards = std::move(results);
        for (const TypeId above : m_lookup.ancestry(type)) { // results of a name that is nearer hide those of supertypes
            const std::size_t known = made.forwards.size();
            for (config::StrutsForward& of : resultsOf(above))
                if (std::ranges::none_of(std::span(made.forwards).first(known),
                                         [&](const config::StrutsForward& near) { return near.name == of.name; }))
                    made.forwards.push_back(std::move(of));
        }
        const AnnotationUse* folder = find(type, "ResultPath");
        const auto last = made.path.rfind('/');
        made.viewFolder = (folder == nullptr ? m_resultPath : std::string(argument(m_lookup, *folder, "value"))) +
                          made.path.substr(0, last);
        made.viewName = made.path.substr(last + 1);
        made.at = at;
        m_found.push_back(std::move(made));
    }

    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    std::vector<std::string> m_locators{"struts", "struts2", "action", "actions"};
    std::string m_resultPath = "/WEB-INF/content";
    ActionNames m_names;
    bool m_annotated = false;
    bool m_byName = false;
    std::vector<ConventionAction> m_found;
};

} // namespace

std::vector<ConventionAction> conventionActions(const CodeLookup& lookup, const ProjectFacts& facts)
{
    return Convention(lookup, facts).run();
}

std::string strutsTwoUrl(const std::string& path, const std::string& extension)
{
    const std::string first = extension.empty() ? "action" : extension.substr(0, extension.find(','));
    return first.empty() ? path : path + "." + first;
}

} // namespace naru::analyzers::graph
