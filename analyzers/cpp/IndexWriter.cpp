#include "analyzers/cpp/IndexWriter.h"

#include "analyzers/cpp/CommandPlan.h"
#include "analyzers/cpp/IndexPool.h"

#include <algorithm>
#include <set>

namespace naru::analyzers::cpp {

using namespace core;

IndexWriter::IndexWriter(CodeIndex& index) : m_index(index), m_model(index.model)
{
    for (std::size_t i = 0; i < m_model.files.size(); ++i)
        m_files.emplace(m_model.text(m_model.files[i].path), FileId(i));
    m_firstType = m_model.types.size();
    m_firstMember = m_model.members.size();
}

Location IndexWriter::location(const Place& place, const Pool& pool) const
{
    return {place.file < pool.files.size() ? pool.files[place.file] : FileId(), place.line};
}

void IndexWriter::add(const UnitFacts& facts)
{
    const Pool pool(facts, *this);
    addTypes(facts, pool);
    addMembers(facts, pool);
    addCalls(facts, pool);
    addRest(facts, pool);
    addLoose(facts, pool);
}

void IndexWriter::addTypes(const UnitFacts& facts, const Pool& pool)
{
    for (const TypeFact& fact : facts.types) {
        const Location at = location(fact.at, pool);
        if (!at.file.valid() || !pool[fact.key].valid())
            continue;
        TypeEntry entry;
        entry.key = pool[fact.key];
        entry.outer = pool[fact.outer];
        entry.type.name = pool[fact.name];
        entry.type.simple = pool[fact.simple];
        entry.type.package = pool[fact.space];
        entry.type.kind = static_cast<TypeKind>(fact.kind);
        entry.type.flags = fact.flags;
        entry.type.at = at;
        entry.type.endLine = fact.endLine;
        entry.type.comment = pool[fact.comment];
        const auto [known, fresh] = m_typeByKey.try_emplace(entry.key, m_types.size());
        if (fresh)
            m_types.push_back(std::move(entry));
        else if (at < m_types[known->second].type.at) // one definition for each key: the first by path
            m_types[known->second] = std::move(entry);
    }
    for (const SuperFact& fact : facts.supers)
        m_supers.push_back({pool[fact.type], {pool[fact.super], pool[fact.name]}});
}

void IndexWriter::addMembers(const UnitFacts& facts, const Pool& pool)
{
    for (const MemberFact& fact : facts.members) {
        const Location at = location(fact.at, pool);
        if (!at.file.valid() || !pool[fact.key].valid())
            continue;
        MemberEntry entry;
        entry.key = pool[fact.key];
        entry.owner = pool[fact.owner];
        entry.signature = pool[fact.signature];
        entry.defined = fact.defined != 0;
        entry.member.name = pool[fact.name];
        entry.member.valueType = pool[fact.valueType];
        entry.member.kind = static_cast<MemberKind>(fact.kind);
        entry.member.flags = fact.flags;
        entry.member.at = at;
        entry.member.endLine = fact.endLine;
        entry.member.cyclomatic = static_cast<std::uint16_t>(std::min(fact.cyclomatic, 65535U));
        entry.member.cognitive = static_cast<std::uint16_t>(std::min(fact.cognitive, 65535U));
        entry.member.comment = pool[fact.comment];
        auto& same = m_membersByKey[entry.key];
        const bool known =
            std::ranges::any_of(same, [&](std::size_t i) { return m_members[i].member.at == at && m_members[i].defined == entry.defined; });
        if (known)
            continue;
        same.push_back(m_members.size());
        m_members.push_back(std::move(entry));
    }
    for (const OverrideFact& fact : facts.overrides)
        m_overrides.emplace_back(pool[fact.method], pool[fact.overridden]);
}

void IndexWriter::addCalls(const UnitFacts& facts, const Pool& pool)
{
    for (const CallFact& fact : facts.calls) {
        Call call{pool[fact.from],        pool[fact.to],
                  pool[fact.receiver],    pool[fact.receiverName],
                  pool[fact.name],        static_cast<CallForm>(fact.form),
                  fact.outside != 0,      {},
                  location(fact.at, pool)};
        if (!call.at.file.valid())
            continue;
        std::uint32_t last = 0;
        for (std::uint32_t i = 0; i < fact.args; ++i)
            last = facts.args[fact.firstArg + i] != 0 ? i + 1 : last;
        for (std::uint32_t i = 0; i < last; ++i)
            call.args.push_back(pool[facts.args[fact.firstArg + i]]);
        m_calls.push_back(std::move(call));
    }
    for (const SlotFact& fact : facts.slots)
        m_slots.push_back({pool[fact.slot], pool[fact.function], pool[fact.label], location(fact.at, pool)});
}

void IndexWriter::addRest(const UnitFacts& facts, const Pool& pool)
{
    for (const AccessFact& fact : facts.accesses)
        if (const Location at = location(fact.at, pool); at.file.valid())
            m_accesses.push_back({pool[fact.from], pool[fact.to], static_cast<AccessMode>(fact.mode), at});
    for (const UseFact& fact : facts.uses)
        if (const Location at = location(fact.at, pool); at.file.valid())
            m_uses.push_back({pool[fact.from], pool[fact.to], static_cast<UseKind>(fact.kind), at});
    for (const StringFact& fact : facts.strings) {
        StringUse use;
        use.text = pool[fact.text];
        use.context = static_cast<StringContext>(fact.context);
        use.callee = pool[fact.callee];
        use.receiverType = pool[fact.receiver];
        use.argument = static_cast<std::uint16_t>(fact.argument);
        use.dynamic = fact.dynamic != 0;
        use.at = location(fact.at, pool);
        if (!use.at.file.valid())
            continue;
        m_strings.emplace_back(pool[fact.in], use);
        m_stringCallees.emplace_back(pool[fact.in], pool[fact.calleeKey]);
    }
    for (const SqlFact& fact : facts.sql)
        if (const Location at = location(fact.at, pool); at.file.valid())
            m_sql.emplace_back(pool[fact.in], EmbeddedSql{MemberId(), pool[fact.text], at});
    for (const EntryFact& fact : facts.entries)
        if (const Location at = location(fact.at, pool); at.file.valid())
            m_entries.push_back({pool[fact.member], pool[fact.name], pool[fact.method], static_cast<EntryPointKind>(fact.kind), at});
    for (const DispatchFact& fact : facts.dispatches)
        if (const Location at = location(fact.at, pool); at.file.valid())
            m_decisions.push_back({pool[fact.member], pool[fact.parameter], pool[fact.value], fact.last, fact.leaves != 0, at});
    for (const Text boundary : facts.boundaries)
        m_boundaries.emplace_back(pool[boundary], pool.files.empty() ? FileId() : pool.files.front());
    for (const IncludeFact& fact : facts.includes)
        m_includes.push_back({pool.files[fact.from], pool.files[fact.to]});
}

// --- writing ---------------------------------------------------------------------------------------------------------

void IndexWriter::finish(const std::set<std::string>& scheduled)
{
    writeTypes();
    placeLost();
    chooseDefinitions();
    writeModules();
    divideModules();
    writeMembers();
    writeInheritance();
    nameMembers();
    linkSlots();
    writeConnections();
    const std::size_t firstEntry = m_model.entryPoints.size();
    writeEntries(scheduled);
    writeLoose();
    writeCalls();
    writeDispatches();
    placeServers(firstEntry);
    writeRest();
    writeStrings();
}

std::string IndexWriter::folderOf(FileId file) const
{
    const std::string_view path = m_model.text(m_model[file].path);
    const std::size_t slash = path.rfind('/');
    std::string folder(slash == std::string_view::npos ? std::string_view() : path.substr(0, slash));
    std::ranges::replace(folder, '.', '_');
    std::ranges::replace(folder, '/', '.');
    return folder;
}

void IndexWriter::writeTypes()
{
    std::vector<std::size_t> order(m_types.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) {
        return std::tuple(m_model.text(m_types[i].type.name), m_types[i].type.at, m_model.text(m_types[i].key));
    });
    std::unordered_map<StringId, std::size_t> byName; // one name in several programs of the tree is one type
    for (const std::size_t i : order) {
        TypeEntry& entry = m_types[i];
        const auto [known, fresh] = byName.try_emplace(entry.type.name, i);
        if (!fresh) {
            entry.id = m_types[known->second].id;
            continue;
        }
        if (!entry.type.package.valid() || m_model.text(entry.type.package).empty())
            entry.type.package = m_model.intern(folderOf(entry.type.at.file));
        if (m_model[entry.type.at.file].test)
            entry.type.flags |= static_cast<std::uint32_t>(TypeFlag::Test);
        entry.id = TypeId(m_model.types.size());
        m_model.types.push_back(entry.type);
    }
    for (const TypeEntry& entry : m_types)
        if (const TypeId outer = type(entry.outer); outer.valid() && entry.id.valid() && outer != entry.id)
            m_model.types[entry.id.value].outer = outer;
}

/// Declarations lend their flags and comment to the definition; what stands in several source files stays apart.
void IndexWriter::chooseDefinitions()
{
    for (auto& [key, same] : m_membersByKey) {
        std::ranges::sort(same, {}, [&](std::size_t i) { return std::tuple(!m_members[i].defined, m_members[i].member.at); });
        std::vector<std::size_t> kept;
        for (const std::size_t i : same) {
            MemberEntry& entry = m_members[i];
            const bool apart = entry.defined && !entry.owner.valid() && !isHeader(m_model.text(m_model[entry.member.at.file].path));
            if (kept.empty() || apart) {
                kept.push_back(i);
                continue;
            }
            MemberEntry& chosen = m_members[kept.front()];
            chosen.member.flags |= entry.member.flags;
            if (!chosen.member.comment.valid() || m_model.text(chosen.member.comment).empty())
                chosen.member.comment = entry.member.comment;
            if (!chosen.owner.valid())
                chosen.owner = entry.owner;
        }
        same = std::move(kept);
    }
}

std::string IndexWriter::moduleStem(FileId file) const
{
    const std::string_view path = m_model.text(m_model[file].path);
    const std::size_t slash = path.rfind('/');
    const std::size_t dot = path.rfind('.');
    const bool extension = dot != std::string_view::npos && (slash == std::string_view::npos || dot > slash);
    return std::string(extension ? path.substr(0, dot) : path);
}

/// Functions and globals of no class belong to the module of their file: a source and its header are one.
void IndexWriter::writeModules()
{
    std::map<std::string, FileId> found;
    for (const auto& [key, same] : m_membersByKey)
        for (const std::size_t i : same)
            if (!type(m_members[i].owner).valid()) {
                const FileId file = m_members[i].member.at.file;
                const auto [known, fresh] = found.try_emplace(moduleStem(file), file);
                const auto rank = [&](FileId f) { return std::tuple(isHeader(m_model.text(m_model[f].path)), f); };
                if (!fresh && rank(file) < rank(known->second))
                    known->second = file;
            }
    std::set<std::string, std::less<>> names;
    for (const Type& each : m_model.types)
        names.emplace(m_model.text(each.name));
    for (const auto& [stem, file] : found) {
        Type made;
        made.kind = TypeKind::Module;
        std::string name = stem;
        std::ranges::replace(name, '.', '_');
        std::ranges::replace(name, '/', '.');
        if (!names.insert(name).second) { // a class has the same name
            const std::string_view path = m_model.text(m_model[file].path);
            name += "_" + std::string(path.substr(path.rfind('.') + 1));
            names.insert(name);
        }
        made.name = m_model.intern(name);
        made.simple = m_model.intern(name.substr(name.rfind('.') + 1));
        made.package = m_model.intern(folderOf(file));
        made.flags = static_cast<std::uint32_t>(TypeFlag::Public);
        if (m_model[file].test)
            made.flags |= static_cast<std::uint32_t>(TypeFlag::Test);
        made.at = {file, 1};
        made.endLine = m_model[file].lines;
        m_modules.emplace(stem, TypeId(m_model.types.size()));
        m_model.types.push_back(made);
    }
    for (std::size_t i = 0; i < m_model.files.size(); ++i)
        if (const auto known = m_modules.find(moduleStem(FileId(i))); known != m_modules.end())
            m_moduleOfFile.emplace(FileId(i), known->second);
}

void IndexWriter::writeMembers()
{
    std::vector<std::size_t> order;
    for (const auto& [key, same] : m_membersByKey)
        order.insert(order.end(), same.begin(), same.end());
    for (const std::size_t i : order) {
        Member& made = m_members[i].member;
        const TypeId owner = type(m_members[i].owner);
        const auto group = m_groupOf.find(i);
        made.owner = owner.valid() ? owner : group != m_groupOf.end() ? group->second : m_moduleOfFile[made.at.file];
    }
    std::ranges::sort(order, {}, [&](std::size_t i) {
        const MemberEntry& entry = m_members[i];
        return std::tuple(m_model.text(m_model[entry.member.owner].name), entry.member.at, m_model.text(entry.key));
    });
    std::set<std::string> ids;
    for (const std::size_t i : order) {
        MemberEntry& entry = m_members[i];
        const std::string base =
            std::string(m_model.text(m_model[entry.member.owner].name)) + "#" + std::string(m_model.text(entry.signature));
        std::string id = base;
        for (int n = 2; !ids.insert(id).second; ++n) // overloads that differ in const, references or templates only
            id = base + "~" + std::to_string(n);
        entry.member.id = m_model.intern(id);
        entry.id = MemberId(m_model.members.size());
        m_model.members.push_back(entry.member);
    }
}

void IndexWriter::writeInheritance()
{
    std::set<std::pair<TypeId, TypeId>> told;
    std::set<std::pair<TypeId, std::string>> external;
    for (const auto& [from, super] : m_supers) {
        const TypeId sub = type(from);
        if (!sub.valid())
            continue;
        const TypeId to = type(super.super);
        if (to.valid() && to != sub) {
            if (told.emplace(sub, to).second) {
                m_model.inherits.push_back({sub, to, false});
                m_supersOf[sub].push_back(to);
            }
        } else if (super.name.valid()) {
            external.emplace(sub, m_model.text(super.name));
        }
    }
    for (const auto& [sub, name] : external)
        m_model.types[sub.value].externalSupers.push_back(m_model.intern(name));
    std::set<std::pair<MemberId, MemberId>> pairs;
    for (const auto& [method, overridden] : m_overrides) {
        const MemberId from = member(overridden, {});
        const MemberId to = member(method, {});
        if (from.valid() && to.valid() && from != to)
            pairs.emplace(from, to);
    }
    for (const auto& [from, to] : pairs)
        m_overriders[from].push_back(to);
}

TypeId IndexWriter::type(Key key) const
{
    const auto found = key.valid() ? m_typeByKey.find(key) : m_typeByKey.end();
    return found == m_typeByKey.end() ? TypeId() : m_types[found->second].id;
}

TypeId IndexWriter::ownerOf(MemberId id) const
{
    return id.valid() ? m_model[id].owner : TypeId();
}

/// Length of the common path.
std::size_t IndexWriter::nearness(FileId a, FileId b) const
{
    const std::string_view x = m_model.text(m_model[a].path);
    const std::string_view y = m_model.text(m_model[b].path);
    std::size_t common = 0;
    for (std::size_t i = 0; i < x.size() && i < y.size() && x[i] == y[i]; ++i)
        common = x[i] == '/' ? i + 1 : common;
    return common;
}

/// The member of a key; of several definitions (programs of one tree) the nearest to the place that names it.
MemberId IndexWriter::member(Key key, Location from) const
{
    auto found = key.valid() ? m_membersByKey.find(key) : m_membersByKey.end();
    if (const auto lost = found == m_membersByKey.end() ? m_lostKeys.find(key) : m_lostKeys.end(); lost != m_lostKeys.end())
        found = m_membersByKey.find(lost->second);
    if (found == m_membersByKey.end() || found->second.empty())
        return {};
    const auto& same = found->second;
    std::size_t best = same.front();
    if (same.size() > 1 && from.file.valid())
        for (const std::size_t i : same) {
            const auto rank = [&](std::size_t k) {
                const FileId file = m_members[k].member.at.file;
                return std::pair(file == from.file, nearness(file, from.file));
            };
            if (rank(i) > rank(best))
                best = i;
        }
    return m_members[best].id;
}

} // namespace naru::analyzers::cpp
