#include "analyzers/graph/NamedServices.h"

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/EntryCollector.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr std::string_view kGetBean = "getBean";

/// The classes of the objects that members hand to methods of beans, both named by what only run time knows.
std::map<MemberId, TypeId> dispatchers(const CodeIndex& index, const CodeLookup& lookup)
{
    std::map<MemberId, TypeId> looking;
    for (const ExternalCall& call : index.externalCalls)
        if (call.from.valid() && call.args.size() == 2 && !call.args.front().valid() && call.argTypes.size() == 2 && call.argTypes[1].valid() &&
            lookup.text(call.name) == "getMethod" && !lookup.test(call.at))
            looking.try_emplace(call.from, call.argTypes[1]);
    if (looking.empty())
        return looking;
    std::set<MemberId> invoking;
    std::set<MemberId> asking;
    for (const ExternalCall& call : index.externalCalls) {
        if (!looking.contains(call.from))
            continue;
        const std::string_view name = lookup.text(call.name);
        if (name == "invoke")
            invoking.insert(call.from);
        else if (name == kGetBean && !call.args.empty() && !call.args.front().valid())
            asking.insert(call.from);
    }
    for (const CallEdge& call : index.model.calls) // of a helper of the system
        if (looking.contains(call.from) && lookup.text(index.model[call.to].name) == kGetBean)
            asking.insert(call.from);
    std::erase_if(looking, [&](const auto& entry) { return !invoking.contains(entry.first) || !asking.contains(entry.first); });
    return looking;
}

/// Only what requests reach: handlers, and what they call themselves.
std::set<TypeId> handedByRequests(const CodeModel& model, const std::map<MemberId, TypeId>& dispatchers)
{
    std::set<MemberId> handlers;
    for (const EntryPoint& entry : model.entryPoints)
        if (entry.handler.valid() && (entry.kind == EntryPointKind::Http || entry.kind == EntryPointKind::Rest || entry.kind == EntryPointKind::Servlet))
            handlers.insert(entry.handler);
    std::set<TypeId> handed;
    for (const auto& [member, type] : dispatchers)
        if (handlers.contains(member))
            handed.insert(type);
    for (const CallEdge& call : model.calls)
        if (const auto found = dispatchers.find(call.to); found != dispatchers.end() && handlers.contains(call.from))
            handed.insert(found->second);
    return handed;
}

/// Beans with their names: components by annotation, and those of Spring's XML.
std::map<TypeId, std::string> beansOf(const CodeLookup& lookup, const ProjectFacts& facts)
{
    std::map<TypeId, std::string> beans;
    for (const AnnotationUse& use : lookup.index().annotations)
        if (isComponent(lookup, use) && use.type.valid())
            beans.try_emplace(use.type, componentName(lookup, use));
    for (const auto& file : facts.springs)
        for (const config::SpringBean& bean : file.facts.beans)
            if (const TypeId type = bean.id.empty() || bean.className.empty() ? TypeId() : lookup.anyType(bean.className); type.valid())
                beans.try_emplace(type, bean.id);
    return beans;
}

/// A public method of an object that is given one of these alone.
bool answers(MemberId member, const std::set<TypeId>& handed, const CodeLookup& lookup)
{
    const CodeModel& model = lookup.index().model;
    const Member& method = model[member];
    const MethodDetail* detail = method.kind == MemberKind::Method && has(method.flags, MemberFlag::Public) ? lookup.detail(member) : nullptr;
    return detail != nullptr && !has(method.flags, MemberFlag::Static) && !has(method.flags, MemberFlag::Abstract) && detail->parameters.size() == 1 &&
           std::ranges::any_of(handed, [&](TypeId type) { return simpleName(lookup.text(detail->parameters.front().type)) == simpleName(lookup.text(model[type].name)); });
}

} // namespace

void linkNamedServices(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
{
    const std::set<TypeId> handed = handedByRequests(index.model, dispatchers(index, lookup));
    if (handed.empty())
        return;
    EntryCollector entries(index.model, lookup);
    for (const auto& [type, bean] : beansOf(lookup, facts)) {
        if (has(index.model[type].flags, TypeFlag::Abstract) || lookup.test(index.model[type].at))
            continue;
        for (const MemberId member : lookup.members(type))
            if (answers(member, handed, lookup))
                entries.add(EntryPointKind::Action, "*", "/" + bean + "/" + std::string(lookup.text(index.model[member].name)), member, {}, index.model[member].at);
    }
}

} // namespace naru::analyzers::graph
