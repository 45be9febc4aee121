// The part of IndexWriter that divides a large file of functions into the groups it holds, by what they share.

#include "analyzers/cpp/FunctionGroups.h"
#include "analyzers/cpp/IndexWriter.h"

#include <algorithm>

namespace naru::analyzers::cpp {

using namespace core;

namespace {

/// What more than 60 % of the functions of a file share says nothing about them.
std::size_t mostUsers(std::size_t functions)
{
    return std::max<std::size_t>(4, functions * 3 / 5);
}

} // namespace

/// Ties of the functions of each file: calls within it, its own globals and types that few of them touch.
void IndexWriter::divideModules()
{
    std::map<TypeId, std::vector<std::size_t>> functions; // by module, entries in the order of the file
    for (const auto& [key, same] : m_membersByKey)
        for (const std::size_t i : same) {
            const MemberEntry& entry = m_members[i];
            if (entry.defined && entry.member.kind == MemberKind::Function && !type(entry.owner).valid())
                if (const auto module = m_moduleOfFile.find(entry.member.at.file); module != m_moduleOfFile.end())
                    functions[module->second].push_back(i);
        }
    std::unordered_map<Key, std::pair<TypeId, std::size_t>> placeOf;
    for (auto& [module, list] : functions) {
        std::ranges::sort(list, {}, [&](std::size_t i) { return std::tuple(m_members[i].member.at, m_model.text(m_members[i].key)); });
        for (std::size_t k = 0; k < list.size(); ++k)
            placeOf[m_members[list[k]].key] = {module, k};
    }
    std::map<TypeId, std::map<Key, std::set<std::size_t>>> shared; // by module, what its functions touch
    std::map<TypeId, std::vector<FunctionTie>> ties;
    std::map<TypeId, std::map<std::size_t, std::set<std::size_t>>> callers;
    const auto touch = [&](Key from, Key what) {
        if (const auto place = placeOf.find(from); place != placeOf.end() && what.valid())
            shared[place->second.first][what].insert(place->second.second);
    };
    for (const Access& access : m_accesses) {
        const auto target = m_membersByKey.find(access.to);
        if (target == m_membersByKey.end())
            continue;
        const MemberEntry& entry = m_members[target->second.front()];
        touch(access.from, entry.owner.valid() ? entry.owner : access.to); // a field stands for its struct
    }
    for (const Use& use : m_uses)
        touch(use.from, use.to);
    for (const Call& call : m_calls) {
        const auto from = placeOf.find(call.from);
        const auto to = placeOf.find(call.to);
        if (from != placeOf.end() && to != placeOf.end() && from->second.first == to->second.first)
            callers[from->second.first][to->second.second].insert(from->second.second);
    }
    for (const auto& [module, list] : functions) {
        const std::size_t most = mostUsers(list.size());
        auto& mine = ties[module];
        for (const auto& [to, from] : callers[module])
            if (from.size() <= most)
                for (const std::size_t caller : from)
                    mine.push_back({caller, to, 1.0 / static_cast<double>(from.size())});
        for (const auto& [what, users] : shared[module]) {
            if (users.size() < 2 || users.size() > most)
                continue;
            const std::vector<std::size_t> each(users.begin(), users.end());
            for (std::size_t a = 0; a < each.size(); ++a)
                for (std::size_t b = a + 1; b < each.size(); ++b)
                    mine.push_back({each[a], each[b], 1.0 / static_cast<double>(each.size() - 1)});
        }
        std::ranges::sort(mine, {}, [](const FunctionTie& tie) { return std::tuple(tie.a, tie.b, tie.weight); });
        divideModule(module, list, mine);
    }
}

void IndexWriter::divideModule(TypeId module, const std::vector<std::size_t>& functions, const std::vector<FunctionTie>& ties)
{
    const std::vector<std::size_t> groups = functionGroups(functions.size(), ties);
    std::vector<std::string_view> names;
    for (const std::size_t i : functions)
        names.push_back(m_model.text(m_members[i].member.name));
    const std::vector<std::string> words = groupNames(names, groups);
    std::vector<TypeId> made(words.size(), module);
    for (std::size_t group = 1; group < words.size(); ++group) {
        Type part = m_model[module];
        std::string tail = "_" + words[group];
        const auto taken = [&] { // a file or class of that name
            const std::string name = std::string(m_model.text(part.name)) + tail;
            return std::ranges::any_of(m_model.types, [&](const Type& each) { return m_model.text(each.name) == name; });
        };
        while (taken())
            tail += "_part";
        part.name = m_model.intern(std::string(m_model.text(part.name)) + tail);
        part.simple = m_model.intern(std::string(m_model.text(part.simple)) + tail);
        made[group] = TypeId(m_model.types.size());
        m_model.types.push_back(part);
    }
    for (std::size_t k = 0; k < functions.size(); ++k)
        if (groups[k] != 0)
            m_groupOf.emplace(functions[k], made[groups[k]]);
}

} // namespace naru::analyzers::cpp
