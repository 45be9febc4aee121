#include "analyzers/decompose/Layers.h"

#include "analyzers/decompose/Words.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace naru::analyzers::decompose {

using core::CodeModel;
using core::MemberRole;

namespace {

/// More tables than this in one statement are a report, not a relation of each to each.
constexpr std::size_t kJoinedTables = 12;

} // namespace

Layer dataLayer(const MemberFacts& facts, const SplitData& data)
{
    LinkCounter counter;
    for (const TableTouch& touch : facts.touches) {
        const double weight = 1 + std::log(std::max(1, touch.reads + touch.writes));
        counter.add(touch.member, touch.table, weight * (touch.writes > 0 ? data.thresholds.writeFactor : 1), touch.at);
    }
    return counter.summed(LayerId::Data);
}

Layer entityLayer(const CodeModel& code, const MemberSet& set, const NameVectors& names, const WordLists& lists)
{
    LinkCounter counter;
    for (const core::EntityEdge& edge : code.entities)
        counter.add(set.of(edge.from), set.of(edge.to), 1, code[edge.from].at);
    // a class named like the table once what marks data classes is dropped
    const auto key = [&](std::uint32_t m) {
        std::string out;
        for (const std::string& word : names.ordered[m])
            if (!lists.entitySuffixes.contains(word))
                out += word;
        return out;
    };
    std::map<std::string, std::vector<std::uint32_t>> tables;
    for (std::uint32_t m = 0; m < set.size(); ++m)
        if (set.role(m) == MemberRole::Table)
            if (const std::string k = key(m); k.size() >= 3)
                tables[k].push_back(m);
    for (std::uint32_t m = 0; m < set.size(); ++m) {
        if (set.role(m) != MemberRole::Class)
            continue;
        if (const auto it = tables.find(key(m)); it != tables.end())
            for (const std::uint32_t table : it->second)
                counter.add(m, table, 1, code[set.type[m]].at);
    }
    Layer layer = counter.summed(LayerId::Entity);
    for (Link& link : layer.links)
        link.weight = 1;
    return layer;
}

namespace {

/// Members that an association ties: the tables of both entities, or else the classes.
struct Ends {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    const core::AssociationEdge* edge = nullptr;
};

std::vector<Ends> associationEnds(const CodeModel& code, const MemberSet& set)
{
    std::map<core::TypeId, core::TableId> tableOf;
    for (const core::EntityEdge& edge : code.entities)
        tableOf.emplace(edge.from, edge.to);
    std::vector<Ends> out;
    for (const core::AssociationEdge& edge : code.associations) {
        const auto from = tableOf.find(edge.from);
        const auto to = tableOf.find(edge.to);
        if (from != tableOf.end() && to != tableOf.end())
            out.push_back({set.of(from->second), set.of(to->second), &edge});
        else
            out.push_back({set.of(edge.from), set.of(edge.to), &edge});
    }
    return out;
}

} // namespace

Layer relationLayer(const CodeModel& code, const MemberSet& set)
{
    LinkCounter counter;
    for (std::uint32_t t = 0; t < code.tables.size(); ++t)
        for (const core::ForeignKey& key : code.tables[t].foreignKeys)
            counter.add(set.of(core::TableId(t)), set.of(key.target), 1, key.at);
    for (const Ends& ends : associationEnds(code, set))
        counter.add(ends.from, ends.to, 1, ends.edge->at);
    for (const core::Statement& statement : code.statements) {
        if (statement.kind != core::StatementKind::Select || statement.origin == core::StatementOrigin::EntityUse ||
            statement.accesses.size() > kJoinedTables)
            continue;
        for (std::size_t i = 0; i < statement.accesses.size(); ++i)
            for (std::size_t j = i + 1; j < statement.accesses.size(); ++j)
                counter.add(set.of(statement.accesses[i].table), set.of(statement.accesses[j].table), 1, statement.at);
    }
    return counter.logarithmic(LayerId::Rel);
}

namespace {

/// Key columns of a table that say something of ownership.
std::vector<std::string> ownKey(const CodeModel& code, const core::Table& table, const WordLists& lists)
{
    std::vector<std::string> out;
    for (const core::Column& column : table.columns)
        if (column.primaryKey) {
            const auto words = identifierWords(code.text(column.name));
            const bool plain = std::ranges::all_of(words, [&](const std::string& word) { return lists.keyWords.contains(word); });
            out.push_back(plain ? std::string() : std::string(code.text(column.name)));
        }
    std::ranges::sort(out);
    return out;
}

} // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> compositions(const CodeModel& code, const MemberSet& set, const WordLists& lists)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    const auto add = [&](std::uint32_t part, std::uint32_t whole) {
        if (part != whole && part != kNoMember && whole != kNoMember)
            out.emplace_back(part, whole);
    };
    for (const Ends& ends : associationEnds(code, set))
        if (ends.edge->composition)
            add(ends.to, ends.from);
    std::vector<std::vector<std::string>> keys(code.tables.size());
    std::map<std::vector<std::string>, std::vector<std::uint32_t>> owners;
    for (std::uint32_t t = 0; t < code.tables.size(); ++t) {
        keys[t] = ownKey(code, code.tables[t], lists);
        if (!keys[t].empty() && !keys[t].front().empty()) // no plain column among them
            owners[keys[t]].push_back(t);
    }
    for (std::uint32_t t = 0; t < code.tables.size(); ++t) {
        const core::Table& table = code.tables[t];
        for (const core::ForeignKey& key : table.foreignKeys) {
            std::size_t inKey = 0;
            for (const core::StringId column : key.columns)
                inKey += static_cast<std::size_t>(
                    std::ranges::count_if(table.columns, [&](const core::Column& c) { return c.primaryKey && c.name == column; }));
            const bool identifying = inKey > 0 && inKey == key.columns.size() && keys[t].size() == inKey + 1;
            if (key.cascadeDelete || identifying)
                add(set.of(core::TableId(t)), set.of(key.target));
        }
        // one more column than the only table with the rest as its key
        for (std::size_t drop = 0; keys[t].size() >= 2 && drop < keys[t].size(); ++drop) {
            std::vector<std::string> rest = keys[t];
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(drop));
            if (const auto it = owners.find(rest); it != owners.end() && it->second.size() == 1)
                add(set.of(core::TableId(t)), set.of(core::TableId(it->second.front())));
        }
    }
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

Layer compositionLayer(const CodeModel& code, const MemberSet& set, const MemberFacts& facts)
{
    LinkCounter counter;
    for (const auto& [part, whole] : facts.compositions)
        counter.add(part, whole, 1);
    // one record for one record: which of the two is the whole is open, that they belong together is not
    for (const Ends& ends : associationEnds(code, set))
        if (ends.edge->kind == core::AssociationKind::OneToOne)
            counter.add(ends.from, ends.to, 1, ends.edge->at);
    Layer layer = counter.summed(LayerId::Comp);
    for (Link& link : layer.links)
        link.weight = 1;
    return layer;
}

Layer reachLayer(const CodeModel& code, const MemberSet& set, const std::vector<Reach>& reach, const SplitData& data, core::Job& job)
{
    std::vector<SparseVector> vectors(set.size());
    for (std::uint32_t m = 0; m < code.members.size(); ++m)
        if (const std::uint32_t owner = set.owner(code, core::MemberId(m)); owner != kNoMember)
            vectors[owner].insert(vectors[owner].end(), reach[m].begin(), reach[m].end());
    std::vector<double> df(set.size(), 0);
    double reaching = 0;
    for (SparseVector& vector : vectors) {
        normalise(vector);
        reaching += vector.empty() ? 0 : 1;
        for (const auto& [table, strength] : vector)
            df[table] += 1;
    }
    for (SparseVector& vector : vectors)
        for (auto& [table, strength] : vector)
            strength *= static_cast<float>(std::log(1 + reaching / df[table]));
    LinkCounter counter;
    for (const Neighbour& pair :
         nearestNeighbours(vectors, set.size(), data.thresholds.neighbours, job.threads(), data.thresholds.neighbourBackground))
        counter.add(pair.a, pair.b, pair.similarity);
    return counter.summed(LayerId::Reach);
}

} // namespace naru::analyzers::decompose
