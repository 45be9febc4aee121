#include "analyzers/graph/WebEntryPoints.h"

#include "analyzers/graph/PortletEntries.h"

#include <algorithm>
#include <optional>

namespace naru::analyzers::graph {

using namespace core;

namespace {

using Texts = std::vector<std::string>;

constexpr std::pair<std::string_view, std::string_view> kSpringVerbs[] = {
    {"GetMapping", "GET"}, {"PostMapping", "POST"}, {"PutMapping", "PUT"}, {"DeleteMapping", "DELETE"}, {"PatchMapping", "PATCH"},
};

/// RequestMethod.POST -> POST
Texts verbs(const Texts& written)
{
    Texts found;
    for (const std::string& method : written)
        found.emplace_back(EntryPointContext::lastPart(method));
    return found;
}

struct Mapping {
    Texts paths;
    Texts methods;
    Texts params;
};

std::optional<Mapping> springMapping(const EntryPointContext& context, MemberId member)
{
    if (const AnnotationUse* use = context.onMember(member, "RequestMapping"); use != nullptr)
        return Mapping{context.values(*use, {"value", "path"}), verbs(context.values(*use, {"method"})), context.values(*use, {"params"})};
    for (const auto& [annotation, verb] : kSpringVerbs)
        if (const AnnotationUse* use = context.onMember(member, annotation); use != nullptr)
            return Mapping{context.values(*use, {"value", "path"}), {std::string(verb)}, context.values(*use, {"params"})};
    return std::nullopt;
}

/// The mapping on the type or, as Spring looks for it, on its nearest supertype that has one.
Mapping springTypeMapping(const EntryPointContext& context, TypeId type)
{
    for (const TypeId owner : context.hierarchy(type))
        if (const AnnotationUse* use = context.onType(owner, "RequestMapping"); use != nullptr)
            return {context.values(*use, {"value", "path"}), verbs(context.values(*use, {"method"})), context.values(*use, {"params"})};
    return {};
}

void addSpring(EntryPointContext& context, TypeId type, const Mapping& mapping, MemberId handler)
{
    Mapping base = springTypeMapping(context, type);
    if (base.paths.empty())
        base.paths.emplace_back();
    for (std::string& path : base.paths)
        if (isPortletMode(path))
            path = std::string(context.text(context.model()[type].simple)) + "/" + path;
    const Texts paths = mapping.paths.empty() ? Texts{""} : mapping.paths;
    Texts methods = mapping.methods.empty() ? base.methods : mapping.methods;
    if (methods.empty())
        methods.emplace_back("*");
    const bool rest = context.onType(type, "RestController") != nullptr || context.onType(type, "ResponseBody") != nullptr;
    for (const std::string& prefix : base.paths)
        for (const std::string& path : paths)
            for (const std::string& method : methods)
                context.addHttp(rest ? EntryPointKind::Rest : EntryPointKind::Http, method, EntryPointContext::joined(prefix, path), type,
                                handler, EntryPointContext::condition(mapping.params, base.params));
}

bool isSpringClient(const EntryPointContext& context, TypeId type)
{
    return context.onType(type, "FeignClient") != nullptr || context.onType(type, "HttpExchange") != nullptr;
}

constexpr std::string_view kRestVerbs[] = {"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"};

std::string_view restVerb(const EntryPointContext& context, MemberId member)
{
    for (const std::string_view verb : kRestVerbs)
        if (const AnnotationUse* use = context.onMember(member, verb);
            use != nullptr && (context.text(use->name).contains("ws.rs") || context.text(use->name) == verb))
            return verb;
    return {};
}

std::string firstPath(const EntryPointContext& context, const AnnotationUse* use)
{
    if (use == nullptr)
        return {};
    const Texts paths = context.values(*use, {"value"});
    return paths.empty() ? std::string() : paths.front();
}

bool isResolution(std::string_view type)
{
    return type.ends_with("Resolution");
}

/// After Stripes' NameBasedActionResolver: what stands behind the last of the packages web, www, stripes and action, the class name
/// without ActionBean, Action or Bean, and the suffix .action.
std::string stripesPath(std::string_view qualified)
{
    std::size_t begin = 0;
    for (const std::string_view base : {".web.", ".www.", ".stripes.", ".action."})
        if (const std::size_t at = qualified.rfind(base); at != std::string_view::npos)
            begin = std::max(begin, at + base.size());
    std::string path = "/" + std::string(qualified.substr(begin));
    std::ranges::replace(path, '.', '/');
    for (const std::string_view suffix : {"ActionBean", "Action", "Bean"})
        if (path.ends_with(suffix) && !path.ends_with("/" + std::string(suffix))) {
            path.resize(path.size() - suffix.size());
            break;
        }
    return path + ".action";
}

} // namespace

void springMappings(EntryPointContext& context, TypeId type)
{
    if (isSpringClient(context, type))
        return;
    const Type& declared = context.model()[type];
    for (const MemberId member : context.members(type)) {
        if (context.ofMember(member).empty() || context.model()[member].kind != MemberKind::Method)
            continue;
        const auto mapping = springMapping(context, member);
        if (!mapping)
            continue;
        const bool contract = declared.kind == TypeKind::Interface || has(declared.flags, TypeFlag::Abstract);
        if (!contract) {
            addSpring(context, type, *mapping, member);
            continue;
        }
        for (const TypeId sub : context.family(type)) { // an interface or a base class states the mapping, others handle it
            if (sub == type || context.model()[sub].kind == TypeKind::Interface || has(context.model()[sub].flags, TypeFlag::Abstract))
                continue;
            const MemberId handler = context.implementation(sub, member);
            if (handler.valid() && !(handler != member && springMapping(context, handler)))
                addSpring(context, sub, *mapping, handler);
        }
    }
}

namespace {

/// A method of a resource with a path and without a verb: what it gives back answers below.
bool isLocator(const EntryPointContext& context, MemberId member)
{
    const AnnotationUse* path = context.onMember(member, "Path");
    return path != nullptr && context.model()[member].kind == MemberKind::Method && restVerb(context, member).empty() &&
           (context.text(path->name).contains("ws.rs") || context.text(path->name) == "Path");
}

const AnnotationUse* rootPath(const EntryPointContext& context, TypeId type)
{
    for (const TypeId owner : context.hierarchy(type))
        if (const AnnotationUse* use = context.onType(owner, "Path"); use != nullptr)
            return use;
    return nullptr;
}

constexpr int kDeepestResource = 4;

void resourceBelow(EntryPointContext& context, TypeId type, const std::string& base, bool root, int depth)
{
    std::vector<MemberId> handled;
    for (const TypeId owner : context.hierarchy(type))
        for (const MemberId member : context.members(owner)) {
            const std::string_view verb = restVerb(context, member);
            const AnnotationUse* own = context.onMember(member, "Path");
            const std::string path = EntryPointContext::joined(base, firstPath(context, own));
            if (root && depth < kDeepestResource && isLocator(context, member)) {
                for (const TypeId sub : context.returned(member).valid() ? context.family(context.returned(member)) : std::vector<TypeId>())
                    if (context.model()[sub].kind == TypeKind::Class && !has(context.model()[sub].flags, TypeFlag::Abstract) &&
                        rootPath(context, sub) == nullptr)
                        resourceBelow(context, sub, path, true, depth + 1);
                continue;
            }
            // Without a path of the class: a sub-resource, or one that a configuration makes a root (jaxrs:server).
            if (verb.empty() || (!root && own == nullptr))
                continue;
            const MemberId answers = context.implementation(type, member);
            const MemberId handler = answers.valid() ? answers : member;
            if (std::ranges::find(handled, handler) != handled.end())
                continue;
            handled.push_back(handler);
            context.addHttp(EntryPointKind::Rest, verb, path, type, handler);
        }
}

} // namespace

std::set<TypeId> locatedResources(const EntryPointContext& context)
{
    std::set<TypeId> found;
    for (std::size_t i = 0; i < context.model().types.size(); ++i)
        for (const MemberId member : context.members(TypeId(i)))
            if (!context.ofMember(member).empty() && isLocator(context, member))
                if (const TypeId target = context.returned(member); target.valid())
                    for (const TypeId sub : context.family(target))
                        found.insert(sub);
    return found;
}

void restResources(EntryPointContext& context, TypeId type, const std::set<TypeId>& located)
{
    const Type& declared = context.model()[type];
    if (declared.kind == TypeKind::Interface || has(declared.flags, TypeFlag::Abstract))
        return; // what implements it is the resource; alone it is a client
    const AnnotationUse* root = rootPath(context, type);
    if (root != nullptr || !located.contains(type))
        resourceBelow(context, type, firstPath(context, root), root != nullptr, 0);
}

void servlets(EntryPointContext& context, TypeId type)
{
    const AnnotationUse* use = context.onType(type, "WebServlet");
    if (use == nullptr)
        return;
    constexpr std::pair<std::string_view, std::string_view> kHandlers[] = {{"doGet", "GET"},       {"doPost", "POST"}, {"doPut", "PUT"},
                                                                           {"doDelete", "DELETE"}, {"doHead", "HEAD"}, {"service", "*"}};
    const Texts urls = context.values(*use, {"value", "urlPatterns"});
    std::vector<std::pair<MemberId, std::string_view>> handlers;
    for (const auto& [name, verb] : kHandlers)
        if (const MemberId handler = context.method(type, {name}); handler.valid())
            handlers.emplace_back(handler, verb);
    for (const std::string& url : urls) {
        for (const auto& [handler, verb] : handlers)
            context.addHttp(EntryPointKind::Servlet, verb, EntryPointContext::joined({}, url), type, handler);
        if (handlers.empty())
            context.addHttp(EntryPointKind::Servlet, "*", EntryPointContext::joined({}, url), type, {});
    }
}

void stripesActions(EntryPointContext& context, TypeId type)
{
    const Type& declared = context.model()[type];
    const AnnotationUse* binding = context.onType(type, "UrlBinding");
    if (declared.kind == TypeKind::Interface || has(declared.flags, TypeFlag::Abstract))
        return;
    if (binding == nullptr && !context.hasExternalSuper(type, "ActionBean"))
        return;
    const std::string written = firstPath(context, binding);
    const std::string base = written.empty() ? stripesPath(context.text(declared.name)) : EntryPointContext::joined({}, written);
    for (const TypeId owner : context.hierarchy(type))
        for (const MemberId member : context.members(owner)) {
            const Member& method = context.model()[member];
            const AnnotationUse* event = context.onMember(member, "HandlesEvent");
            const bool handler = method.kind == MemberKind::Method && has(method.flags, MemberFlag::Public) &&
                                 !has(method.flags, MemberFlag::Abstract) && isResolution(context.text(method.valueType)) &&
                                 context.text(method.id).ends_with("()");
            if (!handler && event == nullptr)
                continue;
            const bool isDefault = context.onMember(member, "DefaultHandler") != nullptr;
            const std::string name = event != nullptr ? firstPath(context, event) : std::string(context.text(method.name));
            context.addHttp(EntryPointKind::Action, "*", isDefault ? base : base + "?" + name, type, member);
        }
}

} // namespace naru::analyzers::graph
