#include "analyzers/graph/EventMappings.h"

#include "analyzers/config/RouteXml.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// The methods of a handler that take the event: of its own class before those above, there those that a type above declares without code
/// before others. What a base class does with any event would reach the data of all handlers, so that the own part counts alone.
std::vector<MemberId> takers(const CodeModel& model, const CodeLookup& lookup, TypeId handler, TypeId event)
{
    const std::vector<TypeId> types = lookup.ancestry(event);
    std::vector<MemberId> written;
    std::set<std::string_view> declared;
    for (const TypeId owner : lookup.ancestry(handler))
        for (const MemberId member : lookup.members(owner)) {
            const Member& method = model[member];
            const std::string_view given = parameterTypesOf(model, member);
            const auto takes = [&](TypeId type) { return given == "(" + std::string(lookup.text(model[type].simple)) + ")"; };
            if (method.kind != MemberKind::Method || has(method.flags, MemberFlag::Static) || std::ranges::none_of(types, takes))
                continue;
            if (has(method.flags, MemberFlag::Abstract) || model[owner].kind == TypeKind::Interface)
                declared.insert(signatureOf(model, member));
            else if (has(method.flags, MemberFlag::Public))
                written.push_back(member);
        }
    if (!written.empty()) // the nearest first
        std::erase_if(written, [&, nearest = model[written.front()].owner](MemberId member) { return model[member].owner != nearest; });
    if (std::ranges::any_of(written, [&](MemberId member) { return declared.contains(signatureOf(model, member)); }))
        std::erase_if(written, [&](MemberId member) { return !declared.contains(signatureOf(model, member)); });
    return written;
}

/// The member that makes an object of a class without a written constructor.
MemberId makerOf(const CodeModel& model, const CodeLookup& lookup, const TypeUseEdge& use)
{
    if (std::ranges::any_of(lookup.members(use.to), [&](MemberId member) { return model[member].kind == MemberKind::Constructor; }))
        return {};
    for (const MemberId member : lookup.members(use.from))
        if (model[member].kind != MemberKind::Field && model[member].at.file == use.at.file && model[member].at.line <= use.at.line && use.at.line <= model[member].endLine)
            return member;
    return {};
}

} // namespace

void linkEventMappings(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts)
{
    CodeModel& model = index.model;
    std::map<TypeId, TypeId> handlers; // by event
    for (const auto& file : facts.settings)
        for (const config::Setting& setting : file.facts)
            if (setting.key.starts_with(config::kEventOfRoutes)) {
                const TypeId event = lookup.type(std::string_view(setting.key).substr(config::kEventOfRoutes.size()));
                const TypeId handler = lookup.type(setting.value);
                if (event.valid() && handler.valid())
                    handlers[event] = handler;
            }
    if (handlers.empty())
        return;
    std::vector<CallEdge> more;
    for (const TypeUseEdge& use : model.typeUses) // an event without a written constructor: the first place of each class
        if (const auto found = use.kind == UseKind::New ? handlers.find(use.to) : handlers.end(); found != handlers.end() && !lookup.test(use.at))
            if (const MemberId maker = makerOf(model, lookup, use); maker.valid())
                for (const MemberId taker : takers(model, lookup, found->second, found->first))
                    more.push_back({maker, taker, use.at, Rule::Injected});
    for (const CallEdge& edge : model.calls) {
        const Member& made = model[edge.to];
        const auto found = made.kind == MemberKind::Constructor ? handlers.find(made.owner) : handlers.end();
        if (found == handlers.end() || lookup.test(edge.at))
            continue;
        const std::vector<TypeId> above = lookup.ancestry(model[edge.from].owner);
        if (model[edge.from].kind == MemberKind::Constructor && std::ranges::find(above, made.owner) != above.end())
            continue; // this(..), super(..)
        for (const MemberId taker : takers(model, lookup, found->second, found->first))
            more.push_back({edge.from, taker, edge.at, Rule::Injected});
    }
    model.calls.insert(model.calls.end(), more.begin(), more.end());
}

} // namespace naru::analyzers::graph
