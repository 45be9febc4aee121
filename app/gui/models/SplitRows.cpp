#include "app/gui/models/SplitRows.h"

#include "app/gui/Language.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <set>

namespace naru::gui {
namespace {

/// Confidence below which a member is worth a second look when the split itself names none.
constexpr double kFence = 0.6;

} // namespace

std::map<std::string, QString> contextNames(const core::Alternative& alternative)
{
    std::map<std::string, QString> names;
    for (const core::Context& context : alternative.contexts)
        names.emplace(context.id, fromUtf8(context.name));
    return names;
}

QString nameIn(const std::map<std::string, QString>& names, const std::string& id)
{
    const auto found = names.find(id);
    return found == names.end() ? fromUtf8(id) : found->second;
}

std::vector<ContextRow> contextRows(const core::Alternative& alternative)
{
    std::vector<ContextRow> rows;
    for (const core::Context& context : alternative.contexts)
        rows.push_back({&context});
    return rows;
}

std::vector<MemberRow> memberRows(const core::Alternative& alternative)
{
    const auto names = contextNames(alternative);
    const std::set<std::string> pinned(alternative.pinned.begin(), alternative.pinned.end());
    const std::set<std::string> fence(alternative.review.begin(), alternative.review.end());
    std::vector<MemberRow> rows;
    const auto add = [&](const core::PartitionMember& member, const QString& place, const std::string& context) {
        MemberRow row;
        row.member = member;
        row.place = place;
        row.context = context;
        row.pinned = pinned.contains(member.id);
        if (const auto why = alternative.why.find(member.id); why != alternative.why.end()) {
            row.why = &why->second;
            row.confidence = row.why->confidence;
            row.nextBest = row.why->nextBest.empty() ? QString() : nameIn(names, row.why->nextBest);
        }
        row.onTheFence = fence.contains(member.id) || (fence.empty() && row.confidence > 0 && row.confidence < kFence);
        rows.push_back(std::move(row));
    };
    for (const core::Context& context : alternative.contexts)
        for (const core::PartitionMember& member : context.members)
            add(member, fromUtf8(context.name), context.id);
    for (const core::PartitionMember& member : alternative.shared)
        add(member, SplitWords::tr("(shared)"), {});
    for (const core::PartitionMember& member : alternative.unused)
        add(member, SplitWords::tr("(unused)"), {});
    for (const core::PartitionMember& member : alternative.unassigned)
        add(member, SplitWords::tr("(not assigned)"), {});
    return rows;
}

std::vector<MemberRow> reviewRows(const core::Alternative& alternative)
{
    std::vector<MemberRow> rows = memberRows(alternative);
    std::erase_if(rows, [](const MemberRow& row) { return !row.onTheFence; });
    std::ranges::stable_sort(rows, {}, &MemberRow::confidence);
    return rows;
}

std::vector<InterfaceRow> interfaceRows(const core::Alternative& alternative)
{
    const auto names = contextNames(alternative);
    std::vector<InterfaceRow> rows;
    for (const core::ContextInterface& face : alternative.interfaces) {
        int calls = 0;
        for (const core::InterfaceFunction& function : face.functions)
            calls += function.calls;
        rows.push_back({&face, nameIn(names, face.from), nameIn(names, face.to), calls});
    }
    return rows;
}

std::vector<TransactionRow> transactionRows(const core::Alternative& alternative)
{
    const auto names = contextNames(alternative);
    std::vector<TransactionRow> rows;
    for (const core::DistributedTransaction& transaction : alternative.distributedTransactions) {
        QStringList contexts;
        for (const std::string& context : transaction.contexts)
            contexts << nameIn(names, context);
        rows.push_back({&transaction, contexts.join(QStringLiteral(" → "))});
    }
    return rows;
}

std::vector<SharedTableRow> sharedTableRows(const core::Alternative& alternative)
{
    const auto names = contextNames(alternative);
    std::vector<SharedTableRow> rows;
    for (const core::SharedTable& table : alternative.sharedTables) {
        QStringList users;
        std::set<std::string> seen;
        for (const auto* list : {&table.writers, &table.readers})
            for (const std::string& context : *list)
                if (seen.insert(context).second)
                    users << nameIn(names, context);
        rows.push_back({&table, nameIn(names, table.proposedOwner), users.join(QStringLiteral(", "))});
    }
    return rows;
}

std::vector<DifferenceRow> differenceRows(const core::Alternative& here, const core::Alternative& there)
{
    std::map<std::string, const core::Context*> hereOf;
    for (const core::Context& context : here.contexts)
        for (const core::PartitionMember& member : context.members)
            hereOf.emplace(member.id, &context);
    // A context of the other side is "the same" as the one with which it shares most members.
    std::map<const core::Context*, const core::Context*> same;
    std::map<const core::Context*, std::pair<const core::Context*, int>> claimed; ///< by context here
    for (const core::Context& context : there.contexts) {
        std::map<const core::Context*, int> common;
        for (const core::PartitionMember& member : context.members)
            if (const auto at = hereOf.find(member.id); at != hereOf.end())
                ++common[at->second];
        const core::Context* best = nullptr;
        int most = 0;
        for (const core::Context& candidate : here.contexts)
            if (const auto n = common.find(&candidate); n != common.end() && n->second > most) {
                best = &candidate;
                most = n->second;
            }
        same[&context] = best;
        // Of several that share most with one context, the one with most in common is that context; the others are new.
        const auto rival = claimed.find(best);
        if (best && rival != claimed.end() && rival->second.second >= most) {
            same[&context] = nullptr;
        } else if (best) {
            if (rival != claimed.end())
                same[rival->second.first] = nullptr;
            claimed[best] = {&context, most};
        }
    }
    std::vector<DifferenceRow> rows;
    for (const core::Context& context : there.contexts)
        for (const core::PartitionMember& member : context.members) {
            const auto at = hereOf.find(member.id);
            const core::Context* now = at == hereOf.end() ? nullptr : at->second;
            if (now != same[&context])
                rows.push_back({member, now ? fromUtf8(now->name) : SplitWords::tr("(in no context)"), fromUtf8(context.name)});
        }
    return rows;
}

} // namespace naru::gui
