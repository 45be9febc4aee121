// The part of IndexWriter that finds what is known by its written name only: calls of units that clang understood in part, functions
// that it left out, slots that are connected by name.

#include "analyzers/cpp/IndexPool.h"
#include "analyzers/cpp/IndexWriter.h"

#include <algorithm>

namespace naru::analyzers::cpp {

using namespace core;

namespace {

/// Names that libraries use as well: alone they do not tell whose function is meant.
constexpr std::size_t kShortestName = 6;

/// "A<B<C>, D>::E" as its words: A, B, C, D, E.
std::vector<std::string> words(std::string_view written)
{
    std::vector<std::string> out(1);
    for (const char c : written)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_')
            out.back() += c;
        else if (!out.back().empty())
            out.emplace_back();
    if (out.back().empty())
        out.pop_back();
    return out;
}

/// What people read of "&Open...".
std::string plainTitle(std::string_view text)
{
    std::string out;
    for (const char c : text)
        if (c != '&')
            out += c;
    while (out.ends_with('.'))
        out.pop_back();
    return out;
}

} // namespace

void IndexWriter::addLoose(const UnitFacts& facts, const Pool& pool)
{
    const std::size_t first = m_loose.size();
    for (const LooseFact& fact : facts.loose) {
        Loose call;
        call.from = pool[fact.from];
        call.name = pool[fact.name];
        call.root = facts.text(fact.root);
        const std::string_view fields = facts.text(fact.fields);
        for (std::size_t at = 0; at < fields.size();) {
            const std::size_t dot = std::min(fields.find('.', at), fields.size());
            call.fields.emplace_back(fields.substr(at, dot - at));
            at = dot + 1;
        }
        call.rootKind = static_cast<LooseRoot>(fact.rootKind);
        call.rootCall = first + fact.rootCall;
        call.element = fact.element != 0;
        call.told = fact.told != 0;
        call.args = fact.args;
        call.at = location(fact.at, pool);
        m_loose.push_back(std::move(call));
    }
    for (const LostFact& fact : facts.lost)
        if (const Location at = location(fact.at, pool); at.file.valid())
            m_lost.push_back({pool[fact.key], std::string(facts.text(fact.scope)), pool[fact.name], pool[fact.signature], at, fact.endLine});
    for (const ConnectionFact& fact : facts.connections)
        if (const Location at = location(fact.at, pool); at.file.valid())
            m_connections.push_back({pool[fact.from], pool[fact.signal], pool[fact.slot], pool[fact.title], std::string(facts.text(fact.sender)),
                                     std::string(facts.text(fact.receiver)), static_cast<LooseRoot>(fact.senderKind),
                                     static_cast<LooseRoot>(fact.receiverKind), at});
}

/// A function that clang left out defines a method of its class when one of that name is declared only; else it is a member of its own.
void IndexWriter::placeLost()
{
    for (std::size_t i = m_firstType; i < m_model.types.size(); ++i)
        m_typesBySimple[std::string(m_model.text(m_model.types[i].simple))].push_back(TypeId(i));
    std::map<std::pair<TypeId, StringId>, std::vector<Key>> declared;
    for (const auto& [key, same] : m_membersByKey) {
        const bool defined = std::ranges::any_of(same, [&](std::size_t i) { return m_members[i].defined; });
        const MemberEntry& entry = m_members[same.front()];
        if (const TypeId owner = type(entry.owner); owner.valid() && !defined)
            declared[{owner, entry.member.name}].push_back(key);
    }
    for (auto& [name, keys] : declared)
        std::ranges::sort(keys, {}, [&](Key key) { return m_model.text(key); });
    std::ranges::sort(m_lost, {}, [&](const Lost& lost) { return std::tuple(lost.at, m_model.text(lost.key)); });
    for (const Lost& lost : m_lost) {
        MemberEntry entry;
        entry.key = lost.key;
        entry.signature = lost.signature;
        entry.defined = true;
        const TypeId owner = lost.scope.empty() ? TypeId() : typeNamed(lost.scope, false, lost.at);
        std::vector<Key>* open = nullptr;
        if (const auto found = declared.find({owner, lost.name}); owner.valid() && found != declared.end() && !found->second.empty())
            open = &found->second;
        if (open != nullptr) { // of several overloads the one with the same parameters, else the first
            auto best = std::ranges::find_if(*open, [&](Key key) { return m_members[m_membersByKey[key].front()].signature == lost.signature; });
            best = best == open->end() ? open->begin() : best;
            entry = m_members[m_membersByKey[*best].front()];
            entry.defined = true;
            m_lostKeys.emplace(lost.key, *best);
            open->erase(best);
        } else if (owner.valid()) {
            for (const TypeEntry& each : m_types)
                if (each.id == owner) {
                    entry.owner = each.key;
                    break;
                }
        }
        if (open == nullptr) {
            entry.member.name = lost.name;
            entry.member.kind = owner.valid() ? MemberKind::Method : MemberKind::Function;
            if (!owner.valid() && !lost.scope.empty())
                entry.signature = m_model.intern(lost.scope + "." + std::string(m_model.text(lost.signature)));
        }
        entry.member.at = lost.at;
        entry.member.endLine = lost.endLine;
        entry.member.cyclomatic = 1;
        m_membersByKey[entry.key].push_back(m_members.size());
        m_members.push_back(std::move(entry));
    }
}

void IndexWriter::nameMembers()
{
    for (std::size_t i = m_firstType; i < m_model.types.size(); ++i) // modules are known by now, too
        if (m_model.types[i].kind == TypeKind::Module)
            m_typesBySimple["module " + std::string(m_model.text(m_model.types[i].simple))].push_back(TypeId(i));
    for (std::size_t i = m_firstMember; i < m_model.members.size(); ++i) {
        const Member& each = m_model.members[i];
        m_membersByName[{each.owner, each.name}].push_back(MemberId(i));
        m_anyByName[each.name].push_back(MemberId(i));
    }
}

/// The type of the system that a written type names: of several of one name the nearest. `element`: what it holds, when it is none itself.
TypeId IndexWriter::typeNamed(std::string_view written, bool element, Location near) const
{
    const std::vector<std::string> parts = words(written);
    const auto named = [&](const std::string& simple) {
        const auto found = m_typesBySimple.find(simple);
        TypeId best;
        if (found == m_typesBySimple.end())
            return best;
        for (const TypeId each : found->second)
            if (!best.valid() || (near.file.valid() && nearness(m_model[each].at.file, near.file) > nearness(m_model[best].at.file, near.file)))
                best = each;
        return best;
    };
    if (parts.empty())
        return {};
    if (const auto plain = words(written.substr(0, written.find('<'))); !plain.empty())
        if (const TypeId whole = named(plain.back()); whole.valid())
            return whole;
    const std::size_t open = written.find('<');
    const bool iterates = written.find("terator") != std::string_view::npos || written.find("tr<") != std::string_view::npos;
    if (open == std::string_view::npos || (!element && !iterates))
        return {};
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) // of a map the value
        if (const TypeId inner = named(*part); inner.valid())
            return inner;
    return {};
}

/// The member of that name in a type or the nearest supertype; of overloads the one with the fewest parameters that takes the arguments.
MemberId IndexWriter::memberNamed(TypeId type, StringId name, bool function, std::size_t arguments) const
{
    const auto parameters = [&](MemberId id) {
        const std::string_view text = m_model.text(m_model[id].id);
        const std::size_t open = text.find('(');
        const bool none = open == std::string_view::npos || text.substr(open).starts_with("()");
        return none ? std::size_t{0} : static_cast<std::size_t>(std::ranges::count(text.substr(open), ',')) + 1;
    };
    std::vector<TypeId> open{type};
    std::set<TypeId> seen;
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (!open[i].valid() || !seen.insert(open[i]).second)
            continue;
        if (const auto found = m_membersByName.find({open[i], name}); found != m_membersByName.end())
        {
            MemberId best;
            std::pair<bool, std::size_t> bestRank;
            for (const MemberId each : found->second) {
                const bool value = m_model[each].kind == MemberKind::Field || m_model[each].kind == MemberKind::Global;
                const std::size_t count = function ? parameters(each) : 0;
                const std::pair rank(count < arguments, count);
                if (value != function && (!best.valid() || rank < bestRank)) {
                    best = each;
                    bestRank = rank;
                }
            }
            if (best.valid())
                return best;
        }
        if (const auto supers = m_supersOf.find(open[i]); supers != m_supersOf.end())
            open.insert(open.end(), supers->second.begin(), supers->second.end());
    }
    return {};
}

/// A function or variable of no class: in the same file, else the nearest that other files can see.
MemberId IndexWriter::freeNamed(StringId name, bool function, Location near) const
{
    const auto found = m_anyByName.find(name);
    if (found == m_anyByName.end())
        return {};
    MemberId best;
    for (const MemberId each : found->second) {
        const Member& member = m_model[each];
        if (member.kind != (function ? MemberKind::Function : MemberKind::Global))
            continue;
        if (member.at.file == near.file)
            return each;
        if (has(member.flags, MemberFlag::Static))
            continue;
        if (!best.valid() || nearness(member.at.file, near.file) > nearness(m_model[best].at.file, near.file))
            best = each;
    }
    return best;
}

/// Whether a file includes another, directly or through others: without its class no function of an object can be called.
bool IndexWriter::sees(FileId from, FileId file)
{
    if (from == file)
        return true;
    if (m_includesOf.empty())
        for (const Include& include : m_includes)
            m_includesOf[include.from].push_back(include.to);
    const auto [known, fresh] = m_seen.try_emplace(from);
    std::vector<bool>& reached = known->second;
    if (fresh) {
        reached.resize(m_model.files.size());
        std::vector<FileId> open{from};
        while (!open.empty()) {
            const auto next = m_includesOf.find(open.back());
            open.pop_back();
            if (next == m_includesOf.end())
                continue;
            for (const FileId each : next->second)
                if (!reached[each.value]) {
                    reached[each.value] = true;
                    open.push_back(each);
                }
        }
    }
    return reached[file.value];
}

/// The method of that name when the system has one only that the file can see, not counting overriders; a name that says little names
/// nothing.
MemberId IndexWriter::onlyNamed(StringId name, FileId near)
{
    const auto found = m_anyByName.find(name);
    if (found == m_anyByName.end() || m_model.text(name).size() < kShortestName)
        return {};
    MemberId best;
    for (const MemberId each : found->second) {
        if (m_model[each].kind != MemberKind::Method)
            continue;
        const TypeId owner = ownerOf(each);
        if (!best.valid() || owner == ownerOf(best))
            best = best.valid() ? best : each;
        else if (below(ownerOf(best), owner))
            best = each;
        else if (!below(owner, ownerOf(best)))
            return {};
    }
    if (best.valid() && !sees(near, m_model[ownerOf(best)].at.file))
        return {};
    return best;
}

TypeId IndexWriter::rootType(LooseRoot kind, const std::string& root, bool element, MemberId from, Location at) const
{
    switch (kind) {
    case LooseRoot::This:
        return ownerOf(from);
    case LooseRoot::Type:
        return typeNamed(root, element, at);
    case LooseRoot::Name: {
        const StringId name = m_model.intern(root);
        MemberId variable = memberNamed(ownerOf(from), name, false);
        variable = variable.valid() ? variable : freeNamed(name, false, at);
        return variable.valid() ? typeNamed(m_model.text(m_model[variable].valueType), element, at) : TypeId();
    }
    default:
        return {};
    }
}

void IndexWriter::resolve(Loose& call)
{
    const MemberId from = member(call.from, call.at);
    if (!from.valid())
        return;
    MemberId to;
    Rule rule = Rule::Written;
    if (call.rootKind == LooseRoot::None) {
        to = memberNamed(ownerOf(from), call.name, true, call.args);
        to = to.valid() ? to : freeNamed(call.name, true, call.at);
        if (!to.valid())
            if (const TypeId made = typeNamed(m_model.text(call.name), false, call.at); made.valid()) {
                to = memberNamed(made, call.name, true, call.args);
                call.result = m_model[made].simple;
            }
    } else {
        TypeId receiver = rootType(call.rootKind, call.root, call.element && call.fields.empty(), from, call.at);
        bool known = receiver.valid() || call.rootKind == LooseRoot::Type; // a type that is not of the system has its own functions
        if (call.rootKind == LooseRoot::Call && call.rootCall < m_loose.size()) {
            const Loose& prior = m_loose[call.rootCall];
            receiver = prior.result.valid() ? typeNamed(m_model.text(prior.result), false, call.at) : TypeId();
            known = prior.result.valid();
        }
        for (const std::string& field : call.fields) {
            const MemberId value = receiver.valid() ? memberNamed(receiver, m_model.intern(field), false) : MemberId();
            receiver = value.valid() ? typeNamed(m_model.text(m_model[value].valueType), call.element, call.at) : TypeId();
            known = value.valid() || (known && receiver.valid());
        }
        if (receiver.valid())
            to = memberNamed(receiver, call.name, true, call.args);
        else if (!known || (call.rootKind == LooseRoot::Type && call.element)) {
            to = onlyNamed(call.name, call.at.file);
            rule = Rule::NameOnly;
        }
        if (to.valid() && receiver.valid() && !call.told)
            for (const MemberId each : overridersOf(to))
                if (below(ownerOf(each), receiver))
                    addEdge(from, each, call.at, Rule::Dispatch);
    }
    if (!to.valid())
        return;
    if (!call.result.valid())
        call.result = m_model[to].valueType;
    if (!call.told && to != from)
        addEdge(from, to, call.at, rule);
}

void IndexWriter::writeLoose()
{
    for (Loose& call : m_loose)
        resolve(call);
}

/// A signal leads to the slots that are connected to it; where the signal is one of a library, the function that connects does.
void IndexWriter::writeConnections()
{
    std::ranges::sort(m_connections, {}, [&](const Connection& each) { return std::tuple(each.at, m_model.text(each.slot)); });
    for (const Connection& each : m_connections) {
        const MemberId from = member(each.from, each.at);
        if (!from.valid())
            continue;
        const TypeId receiver = rootType(each.receiverKind, each.receiver, true, from, each.at);
        MemberId slot = receiver.valid() ? memberNamed(receiver, each.slot, true) : MemberId();
        if (!slot.valid() && each.receiverKind != LooseRoot::Type)
            slot = onlyNamed(each.slot, each.at.file);
        if (!slot.valid())
            continue;
        MemberId signal;
        if (each.signal.valid()) {
            const TypeId sender = rootType(each.senderKind, each.sender, true, from, each.at);
            signal = sender.valid() ? memberNamed(sender, each.signal, true) : MemberId();
        }
        addEdge(signal.valid() ? signal : from, slot, each.at, Rule::Signal);
        if (each.title.valid() && !m_model.text(each.title).empty())
            m_slotTitles.try_emplace(slot, m_model.intern(plainTitle(m_model.text(each.title))));
    }
}

} // namespace naru::analyzers::cpp
