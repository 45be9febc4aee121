#include "analyzers/decompose/Describe.h"

#include <algorithm>
#include <map>
#include <set>

namespace naru::analyzers::decompose {

using core::MemberRole;

namespace {

struct TableUse {
    std::map<std::uint32_t, int> reads; ///< context -> statements
    std::map<std::uint32_t, int> writes;
};

std::map<std::uint32_t, TableUse> usesOfTables(const EvidenceBase& base, const Division& division)
{
    std::map<std::uint32_t, TableUse> out;
    for (const TableTouch& touch : base.facts.touches) {
        if (division[touch.member] == kNoMember)
            continue;
        TableUse& use = out[touch.table];
        if (touch.reads > 0)
            use.reads[division[touch.member]] += touch.reads;
        if (touch.writes > 0)
            use.writes[division[touch.member]] += touch.writes;
    }
    return out;
}

/// Key with the largest count; the smallest key of equals.
std::uint32_t mostOf(const std::map<std::uint32_t, int>& counts)
{
    std::uint32_t best = kNoMember;
    int most = 0;
    for (const auto& [context, count] : counts)
        if (count > most) {
            most = count;
            best = context;
        }
    return best;
}

void describeSharing(const EvidenceBase& base, const Division& division, core::Alternative& out)
{
    for (const auto& [table, use] : usesOfTables(base, division)) {
        std::set<std::uint32_t> contexts;
        for (const auto& [context, count] : use.reads)
            contexts.insert(context);
        for (const auto& [context, count] : use.writes)
            contexts.insert(context);
        if (division[table] != kNoMember)
            contexts.insert(division[table]);
        if (contexts.size() < 2)
            continue;
        core::SharedTable shared;
        shared.table = base.set.members[table].name;
        for (const auto& [context, count] : use.reads)
            shared.readers.push_back(out.contexts[context].id);
        for (const auto& [context, count] : use.writes)
            shared.writers.push_back(out.contexts[context].id);
        const std::uint32_t writer = mostOf(use.writes);
        const std::uint32_t home = division[table];
        std::uint32_t owner = writer;
        if (use.writes.size() == 1) {
            shared.reasonKey = "split.owner.only-writer";
        } else if (home != kNoMember && (writer == kNoMember || use.writes.contains(home))) {
            owner = home;
            shared.reasonKey = use.writes.empty() ? "split.owner.home" : "split.owner.home-writes";
        } else if (writer != kNoMember) {
            shared.reasonKey = "split.owner.most-writes";
        } else {
            owner = mostOf(use.reads);
            shared.reasonKey = "split.owner.most-reads";
        }
        if (owner != kNoMember)
            shared.proposedOwner = out.contexts[owner].id;
        out.sharedTables.push_back(std::move(shared));
    }
    std::ranges::sort(out.sharedTables, {}, &core::SharedTable::table);
}

/// Tables that live and die together, by their root.
void describeAggregates(const EvidenceBase& base, const std::vector<std::uint32_t>& owners, core::Alternative& out)
{
    std::map<std::uint32_t, std::uint32_t> whole;
    for (const auto& [part, of] : base.facts.compositions)
        if (base.set.role(part) == MemberRole::Table && base.set.role(of) == MemberRole::Table && owners[part] != kNoMember &&
            owners[part] == owners[of])
            whole.try_emplace(part, of);
    const auto rootOf = [&](std::uint32_t table) {
        std::set<std::uint32_t> seen; // keys may run in a ring
        for (auto it = whole.find(table); it != whole.end() && seen.insert(table).second; it = whole.find(table))
            table = it->second;
        return table;
    };
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::string>> tables;
    for (std::uint32_t m = 0; m < base.set.size(); ++m)
        if (base.set.role(m) == MemberRole::Table && owners[m] != kNoMember)
            tables[{owners[m], rootOf(m)}].push_back(base.set.members[m].name);
    for (auto& [key, names] : tables)
        out.contexts[key.first].aggregates.push_back({base.set.members[key.second].name, std::move(names)});
}

} // namespace

std::vector<std::uint32_t> tableOwners(const EvidenceBase& base, const Division& division)
{
    std::vector<std::uint32_t> out(base.set.size(), kNoMember);
    const auto uses = usesOfTables(base, division);
    for (std::uint32_t m = 0; m < base.set.size(); ++m) {
        if (base.set.role(m) != MemberRole::Table)
            continue;
        out[m] = division[m];
        if (const auto it = uses.find(m); out[m] == kNoMember && it != uses.end())
            out[m] = mostOf(it->second.writes.empty() ? it->second.reads : it->second.writes);
    }
    return out;
}

void describeData(const EvidenceBase& base, const SplitData&, const Division& division, core::Alternative& out)
{
    const auto owners = tableOwners(base, division);
    for (std::uint32_t m = 0; m < base.set.size(); ++m)
        if (base.set.role(m) == MemberRole::Table && owners[m] != kNoMember)
            out.contexts[owners[m]].owns.push_back(base.set.members[m].name);
    std::set<std::pair<std::uint32_t, std::uint32_t>> foreign;
    for (const TableTouch& touch : base.facts.touches)
        if (division[touch.member] != kNoMember && division[touch.member] != owners[touch.table])
            foreign.emplace(division[touch.member], touch.table);
    for (const auto& [context, table] : foreign)
        out.contexts[context].reads.push_back(base.set.members[table].name);
    describeAggregates(base, owners, out);
    describeSharing(base, division, out);
}

} // namespace naru::analyzers::decompose
