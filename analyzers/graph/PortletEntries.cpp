#include "analyzers/graph/PortletEntries.h"

#include <algorithm>
#include <array>
#include <span>

namespace naru::analyzers::graph {

using namespace core;

namespace {

struct Way {
    std::string_view name; ///< of an annotation or a method
    std::string_view verb;
    std::string_view path; ///< what stands behind the class where no name is given
};

constexpr std::array<Way, 4> kSpring{{{"RenderMapping", "GET", ""}, {"ActionMapping", "POST", ""}, {"ResourceMapping", "GET", "resource"}, {"EventMapping", "*", "event"}}};
constexpr std::array<Way, 6> kStandard{{{"RenderMode", "GET", ""},
                                        {"RenderMethod", "GET", ""},
                                        {"ProcessAction", "POST", ""},
                                        {"ActionMethod", "POST", ""},
                                        {"ServeResourceMethod", "GET", "resource"},
                                        {"ProcessEvent", "*", ""}}};
constexpr std::array<Way, 6> kMethods{{{"doView", "GET", "view"},
                                       {"doEdit", "GET", "edit"},
                                       {"doHelp", "GET", "help"},
                                       {"processAction", "POST", "action"},
                                       {"serveResource", "GET", "resource"},
                                       {"processEvent", "*", "event"}}};

bool isPortlet(const EntryPointContext& context, TypeId type)
{
    return std::ranges::any_of(std::to_array<std::string_view>({"GenericPortlet", "Portlet", "MVCPortlet", "ResourceServingPortlet"}),
                               [&](std::string_view name) { return context.hasExternalSuper(type, name); });
}

std::string firstOf(const std::vector<std::string>& texts)
{
    return texts.empty() ? std::string() : texts.front();
}

} // namespace

bool isPortletMode(std::string_view path)
{
    static constexpr auto kModes = std::to_array<std::string_view>({"ABOUT", "CONFIG", "EDIT", "EDIT_DEFAULTS", "HELP", "PREVIEW", "PRINT", "VIEW"});
    return std::ranges::binary_search(kModes, path);
}

void portlets(EntryPointContext& context, TypeId type)
{
    const Type& declared = context.model()[type];
    if (declared.kind != TypeKind::Class || has(declared.flags, TypeFlag::Abstract))
        return;
    const std::string base = "/" + std::string(context.text(declared.simple));
    const bool standard = isPortlet(context, type);
    std::vector<std::string_view> overridden;
    for (const TypeId owner : context.hierarchy(type))
        for (const MemberId member : context.members(owner)) {
            const Member& method = context.model()[member];
            if (method.kind != MemberKind::Method || has(method.flags, MemberFlag::Abstract) || context.onMember(member, "RequestMapping") != nullptr)
                continue; // a mapping of Spring's says more, where there is one besides
            bool named = false;
            for (const auto& [ways, keys] : {std::pair(std::span<const Way>(kSpring), "value"), std::pair(std::span<const Way>(kStandard), "name")})
                for (const Way& way : ways)
                    if (const AnnotationUse* use = context.onMember(member, way.name); use != nullptr) {
                        named = true;
                        std::string name = firstOf(context.values(*use, {keys}));
                        if (name.empty())
                            name = firstOf(context.values(*use, {"value", "name", "actionName", "resourceID"}));
                        if (name.empty())
                            name = way.path;
                        context.addHttp(EntryPointKind::Http, way.verb, EntryPointContext::joined(base, name), type, member,
                                        EntryPointContext::condition(context.values(*use, {"params"})));
                    }
            const auto way = std::ranges::find(kMethods, context.text(method.name), &Way::name);
            if (!standard || named || way == kMethods.end() || std::ranges::find(overridden, way->name) != overridden.end())
                continue;
            overridden.push_back(way->name);
            context.addHttp(EntryPointKind::Http, way->verb, EntryPointContext::joined(base, way->path), type, member);
        }
}

} // namespace naru::analyzers::graph
