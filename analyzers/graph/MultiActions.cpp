#include "analyzers/graph/MultiActions.h"

#include "analyzers/graph/HeldBeans.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// @Resource(name = "byParameter") MethodNameResolver resolver, which the controller hands to its base class.
const config::SpringBean* givenInCode(TypeId type, const CodeLookup& lookup, const BeanNames& beans)
{
    const CodeModel& model = lookup.index().model;
    for (const TypeId above : lookup.ancestry(type))
        for (const MemberId member : lookup.members(above)) {
            if (model[member].kind != MemberKind::Field || !lookup.text(model[member].valueType).ends_with("MethodNameResolver"))
                continue;
            std::string_view name = lookup.text(model[member].name);
            for (const auto& [annotation, key] : {std::pair{"Resource", "name"}, std::pair{"Qualifier", "value"}})
                if (const AnnotationUse* use = lookup.annotation(member, annotation); use != nullptr && !argument(lookup, *use, key).empty())
                    name = argument(lookup, *use, key);
            if (const config::SpringBean* bean = beans.declared(name); bean != nullptr && bean->className.ends_with("MethodNameResolver"))
                return bean;
        }
    return nullptr;
}

class MultiActions {
public:
    MultiActions(const std::string& path, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, EntryCollector& entries,
                 Location at)
        : m_path(path.starts_with("**/") ? path.substr(2) : path), // in any folder
          m_lookup(lookup),
          m_model(lookup.index().model),
          m_facts(facts),
          m_beans(beans),
          m_entries(entries),
          m_at(at)
    {
    }

    void run(TypeId type, const config::SpringBean* resolver)
    {
        methods(type);
        const std::string_view kind = resolver == nullptr ? std::string_view() : simpleName(resolver->className);
        if (kind == "ParameterMethodNameResolver")
            byParameter(*resolver);
        else if (kind == "PropertiesMethodNameResolver")
            byTable(*resolver);
        else
            byPath(resolver);
    }

private:
    /// Public methods (request, response ..).
    void methods(TypeId type)
    {
        for (const TypeId above : m_lookup.ancestry(type))
            for (const MemberId member : m_lookup.members(above)) {
                const MethodDetail* detail = m_lookup.detail(member);
                const Member& method = m_model[member];
                if (method.kind == MemberKind::Method && has(method.flags, MemberFlag::Public) && !has(method.flags, MemberFlag::Abstract) &&
                    detail != nullptr && detail->parameters.size() >= 2 &&
                    m_lookup.text(detail->parameters.front().type).ends_with("HttpServletRequest"))
                    m_methods.emplace(m_lookup.text(method.name), member);
            }
    }

    void add(std::string_view method, const std::string& path, const std::string& condition = {})
    {
        if (const auto found = m_methods.find(method); found != m_methods.end())
            m_entries.add(EntryPointKind::Http, "*", path, found->second, {}, m_at, condition.empty() ? std::string() : "* " + path + condition);
    }

    /// One parameter names the method, directly or by a table; or the presence of a parameter does (a button of a form).
    void byParameter(const config::SpringBean& resolver)
    {
        const std::string given = resolver.value("paramName");
        const std::string parameter = given.empty() ? "action" : given;
        const config::SpringProperty* logical = resolver.property("logicalMappings");
        const config::SpringProperty* present = resolver.property("methodParamNames");
        if (logical != nullptr)
            for (const auto& [value, method] : logical->entries)
                add(method, m_path, "?" + parameter + "=" + value);
        if (present != nullptr) {
            std::vector<std::string> names = present->list;
            for (std::string_view rest = present->value; !rest.empty();) { // also separated by commas
                const auto comma = std::min(rest.find(','), rest.size());
                names.emplace_back(rest.substr(0, comma));
                rest.remove_prefix(std::min(comma + 1, rest.size()));
            }
            for (const std::string& name : names)
                add(name, m_path, "?" + name);
        }
        if (logical == nullptr && (present == nullptr || !given.empty()))
            for (const auto& [name, method] : m_methods)
                add(name, m_path, "?" + parameter + "=" + std::string(name));
        add(resolver.value("defaultMethodName"), m_path);
    }

    void byTable(const config::SpringBean& resolver)
    {
        const auto star = m_path.find('*');
        for (const auto& [url, method] : tableOf(resolver, "mappings", m_facts, m_beans, m_model))
            if (star == std::string::npos ? url == m_path : url.starts_with(m_path.substr(0, star)))
                add(method, url);
    }

    /// /emp/list.do calls list, with what the resolver puts before and behind it.
    void byPath(const config::SpringBean* resolver)
    {
        const std::string prefix = resolver == nullptr ? std::string() : resolver->value("prefix");
        const std::string suffix = resolver == nullptr ? std::string() : resolver->value("suffix");
        if (const auto star = m_path.find('*', m_path.rfind('/') + 1); star != std::string::npos) {
            const std::size_t stars = m_path.substr(star).starts_with("**") ? 2 : 1;
            for (const auto& [name, method] : m_methods)
                if (name.size() > prefix.size() + suffix.size() && name.starts_with(prefix) && name.ends_with(suffix)) {
                    std::string own = m_path;
                    own.replace(star, stars, name.substr(prefix.size(), name.size() - prefix.size() - suffix.size()));
                    add(name, own);
                }
            return;
        }
        const std::string file = m_path.substr(m_path.rfind('/') + 1); // npos + 1 is 0
        const std::string named = prefix + file.substr(0, file.find('.')) + suffix;
        if (m_methods.contains(named)) {
            add(named, m_path);
            return;
        }
        for (const auto& [name, method] : m_methods) // something else chooses
            m_entries.add(EntryPointKind::Http, "*", m_path, method, {}, m_at, "* " + m_path + "#" + std::string(name));
    }

    std::string m_path;
    const CodeLookup& m_lookup;
    const CodeModel& m_model;
    const ProjectFacts& m_facts;
    const BeanNames& m_beans;
    EntryCollector& m_entries;
    Location m_at;
    std::map<std::string_view, MemberId> m_methods;
};

} // namespace

void addMultiActions(const std::string& path, const config::SpringBean* controller, TypeId type, const CodeLookup& lookup,
                     const ProjectFacts& facts, const BeanNames& beans, EntryCollector& entries, Location at)
{
    const config::SpringBean* resolver = nullptr;
    if (controller != nullptr) {
        resolver = heldBean(*controller, "methodNameResolver", facts, beans);
        if (const config::SpringBean* delegate = heldBean(*controller, "delegate", facts, beans); delegate != nullptr)
            type = lookup.anyType(delegate->className);
    }
    if (resolver == nullptr && type.valid())
        resolver = givenInCode(type, lookup, beans);
    if (type.valid())
        MultiActions(path, lookup, facts, beans, entries, at).run(type, resolver);
}

} // namespace naru::analyzers::graph
