// The part of IndexWriter that knows servers: functions that decide by a code what to do, threads, loops that take requests.

#include "analyzers/cpp/EntryTitle.h"
#include "analyzers/cpp/IndexWriter.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::cpp {

using namespace core;

namespace {

constexpr std::size_t kFewest = 2; ///< values by which a function decides

/// Waits for something that another process sends.
bool takesRequests(std::string_view name)
{
    constexpr std::array<std::string_view, 9> kNames = {"accept", "accept4", "recv",       "recvfrom", "recvmsg",
                                                        "msgrcv", "mq_receive", "SSL_read", "mq_timedreceive"};
    return std::ranges::find(kNames, name) != kNames.end();
}

} // namespace

/// Per function the code by which it decides, the one with the most values.
void IndexWriter::writeDispatches()
{
    std::map<std::pair<MemberId, std::string_view>, std::vector<const Decision*>> found;
    for (const Decision& each : m_decisions)
        if (const MemberId id = member(each.member, each.at); id.valid())
            found[{id, m_model.text(each.parameter)}].push_back(&each);
    std::map<MemberId, std::pair<std::size_t, Dispatch>> best;
    for (auto& [key, list] : found) {
        std::ranges::sort(list, {}, [&](const Decision* each) { return std::tuple(each->at, each->last, m_model.text(each->value)); });
        Dispatch made;
        made.member = key.first;
        made.parameter = list.front()->parameter;
        std::set<std::string_view> values;
        for (const Decision* each : list) {
            const std::string_view value = m_model.text(each->value);
            DispatchBranch branch{value.empty() ? StringId() : each->value, each->at.line, each->last, each->leaves};
            const bool known = std::ranges::any_of(made.branches, [&](const DispatchBranch& other) { // told by several units
                return other.value == branch.value && other.first == branch.first && other.last == branch.last;
            });
            if (!known)
                made.branches.push_back(branch);
            if (!value.empty())
                values.insert(value);
        }
        if (auto& [most, dispatch] = best[key.first]; values.size() >= kFewest && values.size() > most) {
            most = values.size();
            dispatch = std::move(made);
        }
    }
    for (auto& [id, each] : best)
        if (each.first > 0)
            m_index.dispatches.push_back(std::move(each.second));
}

/// A function that only wraps accept() is no way in, its callers are. A thread that takes requests is a service; another one works
/// in the background.
void IndexWriter::placeServers(std::size_t firstEntry)
{
    const auto isServer = [&](const EntryPoint& entry, std::string_view kind) {
        return entry.kind == EntryPointKind::Service && m_model.text(entry.id).starts_with(kind);
    };
    std::unordered_map<MemberId, std::vector<MemberId>> callees;
    std::unordered_map<MemberId, std::vector<MemberId>> callers;
    for (const CallEdge& edge : m_model.calls) {
        callees[edge.from].push_back(edge.to);
        callers[edge.to].push_back(edge.from);
    }
    std::set<MemberId> serving;
    for (const ExternalCall& call : m_index.externalCalls)
        if (call.from.valid() && takesRequests(m_model.text(call.name)))
            serving.insert(call.from);
    for (const Dispatch& dispatch : m_index.dispatches)
        serving.insert(dispatch.member);
    std::vector<EntryPoint> placed(m_model.entryPoints.begin(), m_model.entryPoints.begin() + static_cast<std::ptrdiff_t>(firstEntry));
    std::set<std::string> ids;
    std::set<MemberId> loops;
    const auto put = [&](EntryPoint entry) {
        if (isServer(entry, "service socket "))
            loops.insert(entry.handler);
        if (ids.insert(std::string(m_model.text(entry.id)) + '\n' + std::string(m_model.text(entry.handlerName))).second)
            placed.push_back(entry);
    };
    for (std::size_t i = firstEntry; i < m_model.entryPoints.size(); ++i) {
        EntryPoint entry = m_model.entryPoints[i];
        if (isServer(entry, "service socket ") && !callees.contains(entry.handler) && callers.contains(entry.handler)) {
            const std::set<MemberId> above(callers[entry.handler].begin(), callers[entry.handler].end());
            for (const MemberId loop : above) {
                const Member& function = m_model[loop];
                EntryPoint made = entry;
                const std::string name(m_model.text(function.name));
                made.handler = loop;
                made.handlerName = m_model.intern(std::string(m_model.text(m_model[function.owner].name)) + "." + name);
                made.at = function.at;
                made.title = m_model.intern(function.comment.valid() ? entryTitle(m_model.text(function.comment)) : std::string());
                made.id = m_model.intern("service socket " + name);
                put(made);
            }
            continue;
        }
        if (isServer(entry, "service thread ")) {
            std::set<MemberId> seen{entry.handler};
            std::vector<MemberId> open{entry.handler};
            bool serves = false;
            while (!open.empty() && !serves) {
                const MemberId at = open.back();
                open.pop_back();
                serves = serving.contains(at);
                if (const auto next = callees.find(at); next != callees.end())
                    for (const MemberId each : next->second)
                        if (seen.insert(each).second)
                            open.push_back(each);
            }
            if (!serves) {
                entry.kind = EntryPointKind::Batch;
                entry.id = m_model.intern(m_model.text(entry.id).substr(std::string_view("service ").size()));
            }
        }
        put(entry);
    }
    std::erase_if(placed, [&](const EntryPoint& entry) { // a loop that takes connections in a thread of its own
        return isServer(entry, "service thread ") && loops.contains(entry.handler);
    });
    m_model.entryPoints = std::move(placed);
}

} // namespace naru::analyzers::cpp
