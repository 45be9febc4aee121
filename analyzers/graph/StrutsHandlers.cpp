#include "analyzers/graph/StrutsHandlers.h"

#include "core/base/Words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

using Stars = std::vector<std::string>;

/// The number of a `{n}` at a place of a text, or 0.
std::size_t starAt(std::string_view text, std::size_t at)
{
    const bool star = at + 2 < text.size() && text[at] == '{' && text[at + 1] >= '1' && text[at + 1] <= '9' && text[at + 2] == '}';
    return star ? static_cast<std::size_t>(text[at + 1] - '0') : 0;
}

bool hasStar(std::string_view text)
{
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        if (starAt(text, at) != 0)
            return true;
    return false;
}

/// Puts one text for a star down; false when it stands for another one already.
bool set(Stars& stars, std::size_t number, std::string_view text)
{
    if (stars.size() < number)
        stars.resize(number);
    std::string& known = stars[number - 1];
    if (!known.empty())
        return known == text;
    known = text;
    return true;
}

/// Fits a name to a pattern with {n}, each of at least one character without a dot; the shortest texts that fit.
bool fit(std::string_view pattern, std::string_view name, Stars& stars)
{
    if (pattern.empty())
        return name.empty();
    const std::size_t number = starAt(pattern, 0);
    if (number == 0)
        return !name.empty() && pattern.front() == name.front() && fit(pattern.substr(1), name.substr(1), stars);
    for (std::size_t length = 1; length <= name.size() && name[length - 1] != '.'; ++length) {
        Stars tried = stars;
        if (set(tried, number, name.substr(0, length)) && fit(pattern.substr(3), name.substr(length), tried)) {
            stars = std::move(tried);
            return true;
        }
    }
    return false;
}

/// Struts 1: the bean that is called like the path answers.
bool asksSpring(const config::StrutsAction& action)
{
    return action.className.ends_with("DelegatingActionProxy");
}

bool answersRequests(const CodeLookup& lookup, MemberId member)
{
    const Member& method = lookup.index().model[member];
    const MethodDetail* detail = lookup.detail(member);
    return method.kind == MemberKind::Method && has(method.flags, MemberFlag::Public) && lookup.text(method.valueType) == "String" &&
           detail != nullptr && detail->parameters.empty() && !lookup.text(method.name).starts_with("get");
}

class Matcher {
public:
    Matcher(const CodeLookup& lookup, const BeanNames& beans, const config::StrutsAction& action)
        : m_lookup(lookup),
          m_beans(beans),
          m_action(action)
    {
    }

    std::vector<StrutsHandler> run()
    {
        if (!hasStar(m_action.className)) {
            if (const TypeId type = actionType(m_lookup, m_beans, m_action, true); type.valid())
                ofType(type, {});
            return std::move(m_found);
        }
        const CodeModel& model = m_lookup.index().model;
        for (std::size_t i = 0; i < model.types.size(); ++i) {
            const Type& type = model.types[i];
            if (has(type.flags, TypeFlag::Test) || has(type.flags, TypeFlag::Abstract) || type.kind != TypeKind::Class)
                continue;
            const std::string_view qualified = m_lookup.text(type.name);
            Stars stars;
            if (fit(m_action.className, qualified, stars)) {
                ofType(TypeId(i), stars);
                continue;
            }
            stars.clear(); // with Spring the class names a bean
            if (m_action.className.find('.') == std::string::npos && fit(m_action.className, decapitalized(simpleName(qualified)), stars))
                ofType(TypeId(i), stars);
        }
        return std::move(m_found);
    }

private:
    void ofType(TypeId type, const Stars& known)
    {
        if (!hasStar(m_action.method)) {
            const auto handlers = m_lookup.methodsInherited(type, m_action.method.empty() ? "execute" : m_action.method);
            if (!handlers.empty())
                add(handlers.front(), known);
            return;
        }
        for (const MemberId member : m_lookup.members(type)) {
            Stars stars = known;
            if (answersRequests(m_lookup, member) && fit(m_action.method, m_lookup.text(m_lookup.index().model[member].name), stars))
                add(member, std::move(stars));
        }
    }

    void add(MemberId handler, Stars stars)
    {
        std::string path;
        std::size_t number = 0;
        for (const char c : m_action.path) {
            const bool known = c == '*' && ++number <= stars.size() && !stars[number - 1].empty();
            path += known ? stars[number - 1] : std::string(1, c);
        }
        m_found.push_back({handler, std::move(path), std::move(stars)});
    }

    const CodeLookup& m_lookup;
    const BeanNames& m_beans;
    const config::StrutsAction& m_action;
    std::vector<StrutsHandler> m_found;
};

} // namespace

bool isWildcard(const config::StrutsAction& action)
{
    return action.path.find('*') != std::string::npos && (hasStar(action.className) || hasStar(action.method) || asksSpring(action));
}

std::vector<StrutsHandler> wildcardHandlers(const CodeLookup& lookup, const BeanNames& beans, const config::StrutsAction& action)
{
    return Matcher(lookup, beans, action).run();
}

TypeId actionType(const CodeLookup& lookup, const BeanNames& beans, const config::StrutsAction& action, bool two)
{
    if (two && !action.className.empty() && action.className.find('.') == std::string::npos)
        return beans.typeOf(action.className);
    if (const TypeId type = lookup.anyType(action.className); type.valid() || two)
        return type;
    const bool handedOn = asksSpring(action) || (action.className.empty() && action.forwardTo.empty());
    return handedOn && beans.declared(action.path) != nullptr ? beans.typeOf(action.path) : TypeId();
}

namespace {

/// A base class of another library's for actions, such as those of the portal a system is built on: what its execute() does is not seen.
bool extendsUnknownAction(const CodeLookup& lookup, TypeId type)
{
    const CodeModel& model = lookup.index().model;
    for (const TypeId above : lookup.ancestry(type))
        for (const StringId super : model[above].externalSupers)
            if (const std::string_view name = lookup.text(super); name.find("Action") != std::string_view::npos && !name.starts_with("org.apache.struts") &&
                                                                  !isOneOf(simpleName(name), {"Action", "ActionSupport"}))
                return true;
    return false;
}

} // namespace

namespace {

/// Whether a path is one of those that a path with stars stands for; a star is any text without a slash, two are any text.
bool fitsStars(std::string_view pattern, std::string_view path)
{
    if (pattern.empty() || pattern.front() != '*')
        return pattern.empty() ? path.empty() : !path.empty() && pattern.front() == path.front() && fitsStars(pattern.substr(1), path.substr(1));
    const std::string_view rest = pattern.substr(pattern.starts_with("**") ? 2 : 1);
    for (std::size_t length = 0; length <= path.size(); ++length) {
        if (fitsStars(rest, path.substr(length)))
            return true;
        if (length < path.size() && path[length] == '/' && !pattern.starts_with("**"))
            return false;
    }
    return false;
}

std::string_view withoutSlash(std::string_view path)
{
    return path.substr(path.starts_with('/') ? 1 : 0);
}

} // namespace

std::vector<config::StrutsAction> wildcardActions(const CodeLookup& lookup, const BeanNames& beans, const config::StrutsAction& action)
{
    std::vector<config::StrutsAction> found;
    if (asksSpring(action)) {
        for (const auto& [name, bean] : beans.declared())
            if (name.starts_with('/') && fitsStars(withoutSlash(action.path), withoutSlash(name)))
                found.emplace_back(action).path = name;
        return found;
    }
    const CodeModel& model = lookup.index().model;
    for (const Type& type : model.types) {
        Stars stars;
        if (has(type.flags, TypeFlag::Test) || has(type.flags, TypeFlag::Abstract) || type.kind != TypeKind::Class ||
            !fit(action.className, lookup.text(type.name), stars))
            continue;
        const StrutsHandler put{.method = {}, .path = {}, .stars = stars};
        config::StrutsAction& one = found.emplace_back(action);
        one.className = lookup.text(type.name);
        one.path.clear();
        std::size_t number = 0;
        for (const char c : action.path) {
            const bool known = c == '*' && ++number <= stars.size() && !stars[number - 1].empty();
            one.path += known ? stars[number - 1] : std::string(1, c);
        }
        for (std::string* text : {&one.parameter, &one.forwardTo})
            *text = withStars(*text, put);
        for (config::StrutsForward& forward : one.forwards)
            forward.path = withStars(forward.path, put);
    }
    return found;
}

namespace {

/// Says where to go on, or answers itself.
bool forwards(const CodeLookup& lookup, const Member& method, const MethodDetail& detail)
{
    const std::string_view result = lookup.text(method.valueType);
    return result.ends_with("ActionForward") || (result == "void" && lookup.text(detail.parameters.front().type).ends_with("ActionMapping"));
}

} // namespace

std::vector<MemberId> dispatchMethods(const CodeLookup& lookup, TypeId type, const config::StrutsAction& action)
{
    if (action.parameter.empty())
        return {};
    if (lookup.extendsExternal(type, "MappingDispatchAction"))
        return lookup.methodsInherited(type, action.parameter);
    const bool dispatches = std::ranges::any_of(std::array{"DispatchAction", "LookupDispatchAction", "EventDispatchAction"},
                                                [&](const char* base) { return lookup.extendsExternal(type, base); }) ||
                            extendsUnknownAction(lookup, type) ||
                            (lookup.methodsInherited(type, "execute").empty() && lookup.methodsInherited(type, "perform").empty());
    std::vector<MemberId> found;
    std::set<std::string_view> names{"execute", "perform"};
    for (const TypeId owner : dispatches ? lookup.ancestry(type) : std::vector<TypeId>())
        for (const MemberId member : lookup.members(owner)) {
            const Member& method = lookup.index().model[member];
            const MethodDetail* detail = lookup.detail(member);
            if (method.kind == MemberKind::Method && has(method.flags, MemberFlag::Public) && !has(method.flags, MemberFlag::Abstract) && detail &&
                detail->parameters.size() == 4 && forwards(lookup, method, *detail) &&
                names.insert(lookup.text(method.name)).second)
                found.push_back(member);
        }
    return found;
}

std::vector<StrutsHandler> strutsHandlers(const CodeLookup& lookup, const BeanNames& beans, const config::StrutsAction& action, bool two,
                                          const std::unordered_set<std::uint32_t>& known)
{
    std::vector<StrutsHandler> out;
    if (isWildcard(action)) {
        if (two)
            return wildcardHandlers(lookup, beans, action);
        for (const config::StrutsAction& one : wildcardActions(lookup, beans, action))
            std::ranges::move(strutsHandlers(lookup, beans, one, two, known), std::back_inserter(out));
        return out;
    }
    const TypeId type = actionType(lookup, beans, action, two);
    if (!type.valid())
        return out;
    for (const MemberId method : two ? std::vector<MemberId>() : dispatchMethods(lookup, type, action))
        if (known.contains(method.value))
            out.push_back({method, action.path});
    if (out.empty())
        for (const MemberId method : lookup.methodsInherited(type, action.method.empty() ? "execute" : action.method))
            out.push_back({method, action.path});
    return out;
}

std::string withStars(std::string_view text, const StrutsHandler& handler)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t number = starAt(text, at);
        const bool known = number != 0 && number <= handler.stars.size() && !handler.stars[number - 1].empty();
        out += known ? std::string_view(handler.stars[number - 1]) : text.substr(at, number == 0 ? 1 : 3);
        at += number == 0 ? 1 : 3;
    }
    return out;
}

} // namespace naru::analyzers::graph
