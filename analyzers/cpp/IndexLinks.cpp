// The part of IndexWriter that connects members: calls, dispatch, slots, accesses, uses, strings, entry points.

#include "analyzers/cpp/EntryTitle.h"
#include "analyzers/cpp/IndexWriter.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace naru::analyzers::cpp {

using namespace core;

namespace {

/// A call that may lead to more places than this says nothing.
constexpr std::size_t kMostOverriders = 32;
constexpr std::size_t kMostFunctions = 400;

} // namespace

bool IndexWriter::below(TypeId sub, TypeId super) const
{
    std::vector<TypeId> open{sub};
    std::set<TypeId> seen;
    while (!open.empty()) {
        const TypeId at = open.back();
        open.pop_back();
        if (at == super)
            return true;
        if (const auto supers = m_supersOf.find(at); supers != m_supersOf.end() && seen.insert(at).second)
            open.insert(open.end(), supers->second.begin(), supers->second.end());
    }
    return false;
}

/// The functions that each slot may hold, through slots that are copied into one another.
void IndexWriter::linkSlots()
{
    std::unordered_map<Key, std::set<Key>> direct;
    for (const Slot& slot : m_slots)
        if (slot.slot.valid() && slot.function.valid())
            direct[slot.slot].insert(slot.function);
    for (const auto& [slot, values] : direct) {
        std::set<Key> functions;
        std::set<Key> seen{slot};
        std::vector<Key> open(values.begin(), values.end());
        while (!open.empty() && functions.size() < kMostFunctions) {
            const Key at = open.back();
            open.pop_back();
            if (!seen.insert(at).second)
                continue;
            if (const auto inner = direct.find(at); inner != direct.end())
                open.insert(open.end(), inner->second.begin(), inner->second.end());
            if (m_membersByKey.contains(at))
                functions.insert(at);
        }
        m_functionsOf[slot].assign(functions.begin(), functions.end());
    }
}

void IndexWriter::addEdge(MemberId from, MemberId to, Location at, Rule rule)
{
    if (from.valid() && to.valid())
        m_model.calls.push_back({from, to, at, rule});
}

void IndexWriter::writeCalls()
{
    const auto others = static_cast<std::ptrdiff_t>(m_model.calls.size()); // those of Java stay in the order in which they run
    for (const Call& call : m_calls)
        writeCall(call);
    std::ranges::sort(m_model.calls.begin() + others, m_model.calls.end());
    m_model.calls.erase(std::unique(m_model.calls.begin() + others, m_model.calls.end()), m_model.calls.end());
}

void IndexWriter::writeCall(const Call& call)
{
    const MemberId from = member(call.from, call.at);
    if (!from.valid())
        return;
    switch (call.form) {
    case CallForm::Service: {
        const auto service = m_services.find(call.to);
        if (service != m_services.end())
            addEdge(from, service->second, call.at, Rule::Injected);
        else
            m_model.unresolved.push_back({UnresolvedReason::MissingHandler, m_model[from].id, call.to, call.at});
        return;
    }
    case CallForm::Pointer:
        if (const auto functions = m_functionsOf.find(call.to); functions != m_functionsOf.end())
            for (const Key function : functions->second)
                addEdge(from, member(function, call.at), call.at, Rule::Dispatch);
        return;
    case CallForm::Candidate:
        addEdge(from, member(call.to, call.at), call.at, Rule::Chain);
        return;
    default:
        break;
    }
    const MemberId to = member(call.to, call.at);
    const bool callable = to.valid() && m_model[to].kind != MemberKind::Field && m_model[to].kind != MemberKind::Global;
    if (!callable) {
        writeExternal(call);
        return;
    }
    const bool same = ownerOf(from) == ownerOf(to);
    const bool free = m_model[to].kind == MemberKind::Function || has(m_model[to].flags, MemberFlag::Static);
    if (call.form == CallForm::Implicit || call.form == CallForm::Signal) {
        addEdge(from, to, call.at, call.form == CallForm::Implicit ? Rule::Implicit : Rule::Signal);
        return;
    }
    addEdge(from, to, call.at, same ? Rule::SameType : free ? Rule::Static : Rule::TypedReceiver);
    if (call.form == CallForm::Virtual)
        dispatch(call, from, to);
}

/// All overriders of a method, one more than are followed when there are too many.
std::set<MemberId> IndexWriter::overridersOf(MemberId to) const
{
    std::set<MemberId> found;
    std::vector<MemberId> open{to};
    while (!open.empty()) {
        const MemberId at = open.back();
        open.pop_back();
        const auto overriders = m_overriders.find(at);
        if (overriders == m_overriders.end())
            continue;
        for (const MemberId each : overriders->second)
            if (found.size() <= kMostOverriders && found.insert(each).second)
                open.push_back(each);
    }
    return found;
}

/// To the overriders, those below the type of the receiver when it is known.
void IndexWriter::dispatch(const Call& call, MemberId from, MemberId to)
{
    const TypeId receiver = type(call.receiver);
    const std::set<MemberId> found = overridersOf(to);
    if (found.size() > kMostOverriders) {
        m_model.unresolved.push_back({UnresolvedReason::UnknownMember, m_model[from].id, m_model[to].id, call.at});
        return;
    }
    for (const MemberId each : found)
        if (!receiver.valid() || below(ownerOf(each), receiver))
            addEdge(from, each, call.at, Rule::Dispatch);
}

void IndexWriter::writeExternal(const Call& call)
{
    if (!call.name.valid() || call.form == CallForm::Service)
        return;
    const MemberId from = member(call.from, call.at);
    ExternalCall made{};
    made.from = from;
    made.fromType = ownerOf(from);
    made.receiverType = call.receiverName.valid() ? call.receiverName : StringId();
    made.name = call.name;
    made.args.assign(call.args.begin(), call.args.end());
    made.argTypes.resize(call.args.size());
    made.at = call.at;
    m_index.externalCalls.push_back(std::move(made));
}

void IndexWriter::writeRest()
{
    std::set<FieldAccessEdge> accesses;
    for (const Access& access : m_accesses) {
        const MemberId from = member(access.from, access.at);
        const MemberId to = member(access.to, access.at);
        if (from.valid() && to.valid() && from != to)
            accesses.insert({from, to, access.mode, access.at});
    }
    m_model.fieldAccesses.insert(m_model.fieldAccesses.end(), accesses.begin(), accesses.end());
    std::set<std::tuple<TypeId, TypeId, UseKind, Location>> uses;
    const auto ownerType = [&](Key key, Location at) {
        const TypeId own = type(key);
        return own.valid() ? own : ownerOf(member(key, at));
    };
    for (const Use& use : m_uses) {
        const TypeId from = ownerType(use.from, use.at);
        const TypeId to = type(use.to);
        if (from.valid() && to.valid() && from != to)
            uses.emplace(from, to, use.kind, use.at);
    }
    for (const Include& include : m_includes) {
        const auto from = m_moduleOfFile.find(include.from);
        const auto to = m_moduleOfFile.find(include.to);
        if (from != m_moduleOfFile.end() && to != m_moduleOfFile.end() && from->second != to->second)
            uses.emplace(from->second, to->second, UseKind::Include, Location{include.from, 1});
    }
    for (const auto& [from, to, kind, at] : uses)
        m_model.typeUses.push_back({from, to, kind, 1, at});
    std::set<MemberId> boundaries;
    for (const auto& [key, file] : m_boundaries)
        if (const MemberId id = member(key, {file, 0}); id.valid())
            boundaries.insert(id);
    m_index.boundaries.insert(m_index.boundaries.end(), boundaries.begin(), boundaries.end());
}

void IndexWriter::writeStrings()
{
    std::set<std::tuple<MemberId, std::string_view, Location, int>> told;
    for (std::size_t i = 0; i < m_strings.size(); ++i) {
        StringUse use = m_strings[i].second;
        use.in = member(m_strings[i].first, use.at);
        use.inType = ownerOf(use.in);
        use.calleeMember = member(m_stringCallees[i].second, use.at);
        if (!use.in.valid() || !told.emplace(use.in, m_model.text(use.text), use.at, use.argument).second)
            continue;
        m_index.strings.push_back(use);
    }
    std::set<std::tuple<MemberId, std::string_view>> statements;
    for (auto& [key, sql] : m_sql) {
        sql.in = member(key, sql.at);
        if (sql.in.valid() && statements.emplace(sql.in, m_model.text(sql.text)).second)
            m_index.embeddedSql.push_back(sql);
    }
}

// --- entry points ----------------------------------------------------------------------------------------------------

void IndexWriter::addEntry(const Entry& entry, MemberId handler)
{
    if (!handler.valid())
        return;
    const Member& member = m_model[handler];
    if (m_model[member.at.file].test)
        return;
    EntryPoint made;
    made.kind = entry.kind;
    made.handler = handler;
    const std::string type(m_model.text(m_model[member.owner].name));
    const std::string name(m_model.text(member.name));
    made.handlerName = m_model.intern(type + "." + name);
    made.at = member.at;
    if (const std::string title = member.comment.valid() ? entryTitle(m_model.text(member.comment)) : std::string(); !title.empty())
        made.title = m_model.intern(title);
    if (const auto title = m_slotTitles.find(handler); title != m_slotTitles.end() && (!made.title.valid() || m_model.text(made.title).empty()))
        made.title = title->second;
    std::string given(entry.name.valid() ? m_model.text(entry.name) : std::string_view());
    switch (entry.kind) {
    case EntryPointKind::Http:
    case EntryPointKind::Rest: {
        const std::string path = given == "cgi" ? "/cgi-bin/" + std::string(m_model.text(m_model[member.owner].simple)) : given;
        const std::string method(entry.method.valid() && !m_model.text(entry.method).empty() ? m_model.text(entry.method) : "*");
        made.method = m_model.intern(method);
        made.path = m_model.intern(path);
        made.id = m_model.intern(method + " " + path);
        break;
    }
    case EntryPointKind::Main:
        made.id = m_model.intern("main " + type);
        break;
    case EntryPointKind::Action:
        made.id = m_model.intern("slot " + type + "." + name);
        break;
    case EntryPointKind::Scheduled:
        made.id = m_model.intern("cron " + (given.empty() ? type : given));
        break;
    default:
        given = given == "thread" ? "thread " + name : given;
        made.id = m_model.intern((entry.kind == EntryPointKind::Remote ? "rpc " : "service ") + (given.empty() ? name : given));
    }
    m_model.entryPoints.push_back(made);
}

void IndexWriter::writeEntries(const std::set<std::string>& scheduled)
{
    std::vector<std::pair<MemberId, Entry>> found;
    for (const Entry& entry : m_entries)
        if (const MemberId handler = member(entry.member, entry.at); handler.valid())
            found.emplace_back(handler, entry);
    for (const Entry& entry : std::vector<Entry>(m_entries))
        if (const MemberId handler = entry.kind == EntryPointKind::Main ? member(entry.member, entry.at) : MemberId(); handler.valid()) {
            const StringId program = m_model[m_model[handler].owner].simple;
            if (scheduled.contains(std::string(m_model.text(program))))
                found.emplace_back(handler, Entry{entry.member, program, StringId(), EntryPointKind::Scheduled, entry.at});
        }
    // A table of names and functions that is called through: a dispatch table.
    std::set<Key> called;
    for (const Call& call : m_calls)
        if (call.form == CallForm::Pointer)
            called.insert(call.to);
    for (const Slot& slot : m_slots) {
        const bool named = slot.label.valid() && !m_model.text(slot.label).empty();
        const MemberId handler = named && called.contains(slot.slot) ? member(slot.function, slot.at) : MemberId();
        if (handler.valid() && m_model[handler].kind == MemberKind::Function)
            found.emplace_back(handler, Entry{slot.function, slot.label, StringId(), EntryPointKind::Service, slot.at});
    }
    std::ranges::sort(found, {}, [&](const auto& each) {
        const auto& [handler, entry] = each;
        return std::tuple(entry.kind, handler, m_model.text(entry.name), m_model.text(entry.method), entry.at);
    });
    std::set<std::tuple<EntryPointKind, MemberId, std::string_view, std::string_view>> told;
    std::set<MemberId> services;
    for (const auto& [handler, entry] : found) {
        if (entry.kind != EntryPointKind::Service || m_model.text(entry.name).empty())
            continue;
        services.insert(handler);
        m_services.try_emplace(entry.name, handler);
    }
    for (const auto& [handler, entry] : found) {
        const bool plain = m_model.text(entry.name).empty(); // a service under the name of its function, unless another name is known
        if (entry.kind == EntryPointKind::Service && plain) {
            if (services.contains(handler))
                continue;
            m_services.try_emplace(m_model[handler].name, handler);
        }
        if (told.emplace(entry.kind, handler, m_model.text(entry.name), m_model.text(entry.method)).second)
            addEntry(entry, handler);
    }
}

} // namespace naru::analyzers::cpp
