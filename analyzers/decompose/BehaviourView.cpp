#include "analyzers/decompose/Describe.h"
#include "analyzers/decompose/Words.h"
#include "core/model/AtomicUnits.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <span>

namespace naru::analyzers::decompose {

using core::AccessMode;
using core::CodeModel;
using core::StatementKind;

namespace {

std::string_view eventKind(StatementKind kind)
{
    switch (kind) {
    case StatementKind::Insert:
        return "insert";
    case StatementKind::Update:
    case StatementKind::Merge:
        return "update";
    case StatementKind::Delete:
        return "delete";
    default:
        return "other";
    }
}

/// What takes a write back when a later step of a saga fails.
std::string compensation(std::string_view kind, const std::string& table)
{
    if (kind == "insert")
        return "DELETE " + table;
    if (kind == "delete")
        return "INSERT " + table;
    return "UPDATE " + table; // back to the former values
}

class Behaviour {
public:
    Behaviour(const CodeModel& code, const EvidenceBase& base, const SplitData& data, const Division& division, core::Alternative& out)
        : m_code(code),
          m_base(base),
          m_data(data),
          m_division(division),
          m_owners(tableOwners(base, division)),
          m_out(out)
    {
        for (std::uint32_t t = 0; t < code.transactions.size(); ++t)
            m_transactionOf.try_emplace(code.transactions[t].entry, t);
    }

    void run()
    {
        for (std::uint32_t e = 0; e < m_code.entryPoints.size(); ++e)
            entry(core::EntryPointId(e));
        for (core::Context& context : m_out.contexts) {
            std::ranges::sort(context.entryPoints);
            std::ranges::sort(context.commands);
            std::ranges::stable_sort(context.events, {},
                                     [](const core::DomainEvent& event) { return std::tie(event.entryPoint, event.table); });
        }
        std::ranges::stable_sort(m_out.distributedTransactions, {}, &core::DistributedTransaction::entryPoint);
    }

private:
    struct Write {
        std::uint32_t table;
        std::string_view kind;
        std::uint32_t access; ///< among those of the transaction
    };

    [[nodiscard]] std::vector<Write> writesOf(const core::Transaction& transaction) const
    {
        std::vector<Write> out;
        for (std::uint32_t i = 0; i < transaction.accesses.size(); ++i) {
            const core::TableAccess& access = transaction.accesses[i];
            const std::uint32_t table = m_base.set.of(access.table);
            if (access.mode != AccessMode::Write || table == kNoMember)
                continue;
            std::string_view kind = "other";
            for (const core::StatementId id : transaction.statements) {
                const core::Statement& statement = m_code[id];
                if (std::ranges::any_of(statement.accesses, [&](const core::TableAccess& a) {
                        return a.table == access.table && a.mode == AccessMode::Write;
                    })) {
                    kind = eventKind(statement.kind);
                    break;
                }
            }
            out.push_back({table, kind, i});
        }
        return out;
    }

    /// Context of an entry point: that of its class; of its data when the class belongs to none.
    [[nodiscard]] std::uint32_t contextOf(core::EntryPointId entry, const core::Transaction* transaction) const
    {
        const std::uint32_t owner = m_base.set.of(entry);
        if (owner != kNoMember && m_division[owner] != kNoMember)
            return m_division[owner];
        std::map<std::uint32_t, int> votes;
        if (transaction != nullptr)
            for (const core::TableAccess& access : transaction->accesses)
                if (const auto table = m_base.set.of(access.table); table != kNoMember && m_owners[table] != kNoMember)
                    votes[m_owners[table]] += access.mode == AccessMode::Write ? 2 : 1;
        std::uint32_t best = kNoMember;
        int most = 0;
        for (const auto& [context, count] : votes)
            if (count > most) {
                most = count;
                best = context;
            }
        return best;
    }

    void entry(core::EntryPointId id)
    {
        const core::EntryPoint& entry = m_code[id];
        const auto found = m_transactionOf.find(id);
        const core::Transaction* transaction = found == m_transactionOf.end() ? nullptr : &m_code.transactions[found->second];
        const std::uint32_t context = contextOf(id, transaction);
        if (context == kNoMember)
            return;
        const std::string name(m_code.text(entry.id));
        m_out.contexts[context].entryPoints.push_back(name);
        if (transaction == nullptr)
            return;
        const auto writes = writesOf(*transaction);
        if (writes.empty())
            return;
        m_out.contexts[context].commands.push_back(name);
        events(entry, name, context, writes);
        for (const core::AtomicUnit& unit : core::atomicUnits(*transaction)) {
            std::vector<Write> together;
            std::ranges::copy_if(writes, std::back_inserter(together),
                                 [&](const Write& write) { return std::ranges::binary_search(unit.accesses, write.access); });
            distributed(*transaction, unit.opener, context, together);
        }
    }

    /// The verb of the entry point names what happened to its main table; the other tables tell by their statements.
    void events(const core::EntryPoint& entry, const std::string& name, std::uint32_t context, const std::vector<Write>& writes)
    {
        std::vector<std::string> words;
        const auto add = [&](std::string_view text) {
            for (std::string& word : identifierWords(text))
                words.push_back(stemmed(std::move(word)));
        };
        if (entry.handler.valid())
            add(m_code.text(m_code[entry.handler].name));
        add(m_code.text(entry.path));
        std::size_t main = 0;
        for (std::size_t i = writes.size(); i-- > 0;)
            if (m_owners[writes[i].table] == context)
                main = i;
        // Books are deleted, not reserved: what the table is called is a verb only where there is no other.
        const std::vector<std::string>& nouns = m_base.names.ordered[writes[main].table];
        const auto noun = [&](const std::string& word) { return std::ranges::find(nouns, word) != nouns.end(); };
        const auto [first, last] = std::ranges::stable_partition(words, std::not_fn(noun));
        const EventWord* verb = verbOf({words.begin(), first});
        if (verb == nullptr)
            verb = verbOf({first, last});
        for (std::size_t i = 0; i < writes.size(); ++i) {
            const std::uint32_t owner = m_owners[writes[i].table];
            const std::uint32_t home = owner == kNoMember ? context : owner;
            const core::LocalText& what =
                i == main && verb != nullptr ? verb->name : m_data.words.statementEvents.at(std::string(writes[i].kind));
            const auto [subject, korean] = subjectOf(writes[i].table);
            m_out.contexts[home].events.push_back(
                {subject + " " + (korean ? what.ko : what.en), name, m_base.set.members[writes[i].table].name});
        }
    }

    /// The first of the known verbs that is among the words.
    [[nodiscard]] const EventWord* verbOf(std::span<const std::string> words) const
    {
        const auto among = [&](const std::string& verb) { return std::ranges::find(words, verb) != words.end(); };
        const auto found = std::ranges::find_if(m_data.words.events, [&](const EventWord& candidate) { return std::ranges::any_of(candidate.verbs, among); });
        return found == m_data.words.events.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::pair<std::string, bool> subjectOf(std::uint32_t table) const
    {
        const core::Table& info = m_code[m_base.set.table[table]];
        std::string out;
        for (const std::string& word : koreanWords(m_code.text(info.comment), m_data.words))
            out += (out.empty() ? "" : " ") + word;
        if (!out.empty())
            return {out, true};
        for (const std::string& word : m_base.names.ordered[table])
            if (!m_data.words.entitySuffixes.contains(word))
                out += (out.empty() ? "" : " ") + word;
        return {out.empty() ? m_base.set.members[table].name : out, false};
    }

    /// `writes`: what one transaction writes.
    void distributed(const core::Transaction& request, core::MemberId opener, std::uint32_t home, const std::vector<Write>& writes)
    {
        core::DistributedTransaction out;
        out.entryPoint = m_code.text(m_code[request.entry].id);
        out.opener = opener.valid() ? std::string(m_code.text(m_code[opener].id)) : std::string();
        const auto note = [&](const core::Location& at, std::string_view text) {
            if (at.file.valid())
                out.evidence.push_back({.kind = "code",
                                        .file = std::string(m_code.path(at)),
                                        .line = static_cast<int>(at.line),
                                        .text = std::string(text),
                                        .source = {}});
        };
        note(opener.valid() ? m_code[opener].at : m_code[request.entry].at, opener.valid() ? out.opener : out.entryPoint);
        out.coordinator = m_out.contexts[home].id;
        std::set<std::uint32_t> seen;
        for (const Write& write : writes)
            if (m_owners[write.table] != kNoMember) {
                const std::string& context = m_out.contexts[m_owners[write.table]].id;
                if (seen.insert(m_owners[write.table]).second)
                    out.contexts.push_back(context);
                const std::string& table = m_base.set.members[write.table].name;
                out.writes.push_back(table);
                note(request.accesses[write.access].at, table);
                out.compensations.push_back(compensation(write.kind, table));
                out.steps.push_back({context, table, std::string(write.kind), {}, {}});
            }
        if (seen.size() < 2)
            return;
        giveRoles(out);
        std::ranges::reverse(out.compensations);
        m_out.distributedTransactions.push_back(std::move(out));
    }

    /// The last write of the asking context decides; without one, the last write of all.
    static void giveRoles(core::DistributedTransaction& out)
    {
        std::size_t pivot = out.steps.size() - 1;
        for (std::size_t i = 0; i < out.steps.size(); ++i)
            if (out.steps[i].context == out.coordinator)
                pivot = i;
        for (std::size_t i = 0; i < out.steps.size(); ++i) {
            out.steps[i].role = i < pivot ? "compensable" : i == pivot ? "pivot" : "retriable";
            if (i < pivot)
                out.steps[i].compensation = out.compensations[i];
        }
    }

    const CodeModel& m_code;
    const EvidenceBase& m_base;
    const SplitData& m_data;
    const Division& m_division;
    std::vector<std::uint32_t> m_owners;
    core::Alternative& m_out;
    std::map<core::EntryPointId, std::uint32_t> m_transactionOf;
};

} // namespace

void describeBehaviour(const CodeModel& code, const EvidenceBase& base, const SplitData& data, const Division& division,
                       core::Alternative& out)
{
    Behaviour(code, base, data, division, out).run();
}

void describeKinds(const EvidenceBase& base, const SplitData& data, const Placement& placement, core::Alternative& out)
{
    // what a context changes for the business: commands count most, then tables and entry points
    std::vector<double> weight;
    double sum = 0;
    std::vector<char> generic;
    for (const core::Context& context : out.contexts) {
        const std::size_t first = std::min<std::size_t>(context.words.size(), 2);
        generic.push_back(std::any_of(context.words.begin(), context.words.begin() + static_cast<std::ptrdiff_t>(first),
                                      [&](const std::string& word) { return data.words.genericDomains.contains(stemmed(word)); })
                              ? 1
                              : 0);
        weight.push_back(2.0 * static_cast<double>(context.commands.size()) + static_cast<double>(context.owns.size()) +
                         0.5 * static_cast<double>(context.entryPoints.size()));
        sum += weight.back();
    }
    const double mean = out.contexts.empty() ? 0 : sum / static_cast<double>(out.contexts.size());
    (void)base;
    for (std::size_t c = 0; c < out.contexts.size(); ++c) {
        core::Context& context = out.contexts[c];
        if (c < placement.seeds.size() && placement.seeds[c].kind) {
            context.kind = *placement.seeds[c].kind;
            context.kindReasonKey = "split.kind.person";
        } else if (generic[c] != 0) {
            context.kind = core::SubdomainKind::Generic;
            context.kindReasonKey = "split.kind.generic-words";
        } else if (weight[c] > 0 && weight[c] >= mean) {
            context.kind = core::SubdomainKind::Core;
            context.kindReasonKey = "split.kind.core-weight";
        } else {
            context.kind = core::SubdomainKind::Supporting;
            context.kindReasonKey = context.commands.empty() ? "split.kind.supporting-reads" : "split.kind.supporting-weight";
        }
    }
}

} // namespace naru::analyzers::decompose
