#include "analyzers/graph/ServletUses.h"

#include "core/model/CallReach.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// All that a servlet comes to, up to the commands: the methods of several classes that are given the request.
void follow(const CodeModel& model, const CodeLookup& lookup, const CallsByMember& calls, TypeId servlet, Uses& uses)
{
    std::vector<MemberId> order;
    std::unordered_set<std::uint32_t> seen;
    for (const TypeId above : lookup.ancestry(servlet)) {
        uses.above.insert(above.value);
        for (const MemberId member : lookup.members(above))
            if (seen.insert(member.value).second)
                order.push_back(member);
    }
    uses.types = uses.above;
    const std::size_t own = order.size();
    std::unordered_set<std::uint32_t> asked;
    for (std::size_t i = 0; i < order.size(); ++i)
        for (const CallEdge* call : callsOf(calls, order[i])) {
            if (call->rule == Rule::Dispatch && takesRequest(lookup, call->to))
                continue;
            uses.types.insert(model[call->to].owner.value);
            if (call->rule != Rule::Dispatch && model[call->to].kind == MemberKind::Method && asked.insert(call->to.value).second)
                uses.asked.push_back({call->to, i < own});
            if (seen.insert(call->to.value).second)
                order.push_back(call->to);
        }
}

/// What the own code of servlets makes.
void addObjects(const CodeModel& model, std::map<std::uint32_t, Uses>& all)
{
    std::map<std::uint32_t, std::vector<Uses*>> of; // type -> servlets that have its members
    for (auto& [servlet, uses] : all)
        for (const std::uint32_t above : uses.above)
            of[above].push_back(&uses);
    for (const TypeUseEdge& use : model.typeUses)
        if (const auto found = of.find(use.from.value); found != of.end() && use.kind == UseKind::New)
            for (Uses* uses : found->second)
                uses->types.insert(use.to.value);
}

/// The entry points of some kind by the type that answers.
std::vector<Servlet> byType(const CodeModel& model, const CodeLookup& lookup, const auto& wanted)
{
    const std::vector<TypeId> answers = answeringTypes(model);
    std::map<std::uint32_t, Servlet> found;
    for (std::size_t i = 0; i < model.entryPoints.size(); ++i) {
        const EntryPoint& entry = model.entryPoints[i];
        if (!entry.handler.valid() || !wanted(entry) || lookup.test(model[entry.handler].at))
            continue;
        found[answers[i].value].type = answers[i]; // the handler may be inherited
        found[answers[i].value].entries.push_back(i);
    }
    std::vector<Servlet> all;
    for (auto& [type, servlet] : found)
        all.push_back(std::move(servlet));
    return all;
}

} // namespace

std::vector<Servlet> servletsOf(const CodeModel& model, const CodeLookup& lookup)
{
    return byType(model, lookup, [](const EntryPoint& entry) { return entry.kind == EntryPointKind::Servlet; });
}

void addActionsWithTables(const CodeModel& model, const CodeLookup& lookup, const CallsByMember& calls,
                          const std::vector<CommandTable>& tables, std::vector<Servlet>& servlets)
{
    std::unordered_set<std::uint32_t> owners;
    for (const CommandTable& table : tables)
        if (table.owner.valid())
            owners.insert(table.owner.value);
    if (owners.empty())
        return;
    const auto hasTable = [&](TypeId action) {
        for (const TypeId above : lookup.ancestry(action)) {
            if (owners.contains(above.value))
                return true;
            for (const MemberId member : lookup.members(above))
                for (const CallEdge* call : callsOf(calls, member))
                    if (call->rule != Rule::Dispatch && owners.contains(model[call->to].owner.value))
                        return true;
        }
        return false;
    };
    // a method that a parameter names is chosen already
    for (Servlet& action : byType(model, lookup, [&](const EntryPoint& entry) {
             return entry.kind == EntryPointKind::Action && takesRequest(lookup, entry.handler) && !lookup.text(entry.id).contains('?');
         }))
        if (hasTable(action.type))
            servlets.push_back(std::move(action));
}

bool takesRequest(const CodeLookup& lookup, MemberId method)
{
    const MethodDetail* detail = lookup.detail(method);
    return detail != nullptr && std::ranges::any_of(detail->parameters, [&](const Parameter& parameter) {
               return lookup.text(parameter.type).ends_with("Request");
           });
}

std::map<std::uint32_t, Uses> usesOf(const CodeIndex& index, const CodeLookup& lookup, const CallsByMember& calls,
                                     const std::vector<Servlet>& servlets)
{
    std::map<std::uint32_t, Uses> all;
    for (const Servlet& servlet : servlets)
        follow(index.model, lookup, calls, servlet.type, all[servlet.type.value]);
    addObjects(index.model, all);
    for (const StringUse& string : index.strings)
        if (lookup.text(string.callee) == "getParameter")
            for (auto& [servlet, uses] : all) {
                if (uses.above.contains(string.inType.value))
                    uses.parameters.push_back(string.text);
                if (uses.types.contains(string.inType.value))
                    uses.read.insert(string.text);
            }
    for (const ExternalCall& call : index.externalCalls)
        if (call.fromType.valid() && lookup.text(call.name) == "forName" && lookup.text(call.receiverType).ends_with("Class"))
            for (auto& [servlet, uses] : all)
                uses.byName = uses.byName || uses.types.contains(call.fromType.value);
    return all;
}

bool reachesDataBeside(const CodeModel& model, const CallsByMember& calls, MemberId method, const std::set<MemberId>& handedTo)
{
    std::unordered_set<std::uint32_t> executing;
    for (const ExecuteEdge& edge : model.executes)
        executing.insert(edge.from.value);
    std::set<std::string_view> signatures;
    for (const MemberId one : handedTo)
        signatures.insert(signatureOf(model, one));
    std::unordered_set<std::uint32_t> met{method.value};
    std::vector<MemberId> open{method};
    while (!open.empty()) {
        const MemberId member = open.back();
        open.pop_back();
        if (executing.contains(member.value))
            return true;
        for (const CallEdge* edge : callsOf(calls, member))
            if (!handedTo.contains(edge->to) && !(edge->rule == Rule::Dispatch && signatures.contains(signatureOf(model, edge->to))) &&
                met.insert(edge->to.value).second)
                open.push_back(edge->to);
    }
    return false;
}

} // namespace naru::analyzers::graph
