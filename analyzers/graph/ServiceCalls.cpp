#include "analyzers/graph/ServiceCalls.h"

#include "analyzers/graph/MessageConsumers.h"
#include "core/base/Words.h"

#include <map>
#include <set>
#include <tuple>

namespace naru::analyzers::graph {

using namespace core;

namespace {

bool callsService(std::string_view method, std::string_view receiver)
{
    if (isOneOf(method, {"tpcall", "tpacall", "tpconnect"}))
        return true;
    const std::string_view type = simpleName(receiver);
    if (method == "<init>")
        return isOneOf(type, {"WebtRemoteService", "WebtDialogueService", "JoltRemoteService"});
    return method == "call" && isOneOf(type, {"JoltSession", "SessionPool"});
}

} // namespace

void linkServiceCalls(CodeIndex& index, const CodeLookup& lookup)
{
    CodeModel& model = index.model;
    std::map<std::string_view, EntryPointId> services; // by name: what is advertised, else the function
    std::set<std::tuple<MemberId, Location, std::string_view>> done;
    bool collected = false;
    for (const ExternalCall& call : index.externalCalls) {
        if (!call.from.valid() || call.args.empty() || !call.args.front().valid() || lookup.test(call.at) ||
            !callsService(lookup.text(call.name), lookup.text(call.receiverType)))
            continue;
        for (std::size_t i = 0; !collected && i < model.entryPoints.size(); ++i)
            if (const EntryPoint& entry = model.entryPoints[i]; entry.kind == EntryPointKind::Service) {
                const std::string_view id = model.text(entry.id);
                services.try_emplace(id.substr(id.rfind(' ') + 1), i); // npos + 1 is 0
                if (entry.handler.valid())
                    services.try_emplace(model.text(model[entry.handler].name), i);
            }
        collected = true;
        const std::string_view name = lookup.text(call.args.front());
        const auto found = services.find(name);
        if (!name.empty() && done.emplace(call.from, call.at, name).second)
            addMessage(model, call.from, call.at, name, found == services.end() ? EntryPointId() : found->second, Rule::Message);
    }
}

} // namespace naru::analyzers::graph
