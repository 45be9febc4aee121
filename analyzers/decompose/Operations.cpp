#include "analyzers/decompose/Operations.h"

#include "core/model/CallReach.h"
#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace naru::analyzers::decompose {

using core::CodeModel;
using core::MemberId;
using core::MemberKind;

namespace {

/// Methods that more than this share of the operations run are the frame of the class.
constexpr double kCommon = 0.5;
constexpr double kWriteCounts = 2; ///< of an action's accesses

/// Calls and field uses by the member they start from.
class UsesByMember {
public:
    explicit UsesByMember(const CodeModel& code) : m_start(code.members.size() + 1, 0)
    {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
        pairs.reserve(code.calls.size() + code.fieldAccesses.size());
        for (const core::CallEdge& edge : code.calls)
            pairs.emplace_back(edge.from.value, edge.to.value);
        for (const core::FieldAccessEdge& edge : code.fieldAccesses)
            pairs.emplace_back(edge.from.value, edge.to.value);
        std::ranges::sort(pairs);
        const auto twice = std::ranges::unique(pairs);
        pairs.erase(twice.begin(), twice.end());
        for (const auto& [from, to] : pairs)
            ++m_start[from + 1];
        for (std::size_t i = 1; i < m_start.size(); ++i)
            m_start[i] += m_start[i - 1];
        for (const auto& [from, to] : pairs)
            m_targets.push_back(to);
    }

    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t member) const
    {
        return {m_targets.data() + m_start[member], m_targets.data() + m_start[member + 1]};
    }

private:
    std::vector<std::uint32_t> m_start;
    std::vector<std::uint32_t> m_targets;
};

/// An operation before what all operations of its class share is taken off.
struct Draft {
    std::string name;
    std::set<std::uint32_t> inside;  ///< methods of the class
    std::set<std::uint32_t> outside; ///< what they use elsewhere
    std::map<std::uint32_t, double> tables;
    core::Location at;
};

class Finder {
public:
    Finder(const CodeModel& code, const MemberSet& set, const std::vector<Reach>& reach, const std::vector<char>& candidates)
        : m_code(code),
          m_set(set),
          m_reach(reach),
          m_candidates(candidates),
          m_uses(code),
          m_methods(set.size())
    {
        for (std::uint32_t m = 0; m < code.members.size(); ++m)
            if (const std::uint32_t owner = set.owner(code, MemberId(m)); owner != kNoMember && candidates[owner] != 0)
                m_methods[owner].push_back(m);
        const std::vector<bool> inner = core::innerRemotes(code);
        for (const core::EntryPoint& entry : code.entryPoints)
            if (const std::uint32_t owner = set.owner(code, entry.handler);
                owner != kNoMember && candidates[owner] != 0 && !inner[static_cast<std::size_t>(&entry - code.entryPoints.data())])
                m_handlers[owner].insert(entry.handler.value);
        for (std::uint32_t a = 0; a < code.actions.size(); ++a)
            if (const std::uint32_t owner = set.owner(code, code[code.actions[a].entry].handler);
                owner != kNoMember && candidates[owner] != 0 && code.actions[a].value.valid() &&
                !code.text(code.actions[a].value).empty())
                m_actions[owner].push_back(a);
    }

    std::vector<Operation> run() const
    {
        std::vector<Operation> out;
        for (std::uint32_t m = 0; m < m_set.size(); ++m) {
            if (m_candidates[m] == 0 || m_set.role(m) != core::MemberRole::Class)
                continue;
            std::vector<Draft> drafts = draftsOf(m);
            if (drafts.size() < kLeastOperations)
                continue;
            std::map<std::uint32_t, std::size_t> inside;
            std::map<std::uint32_t, std::size_t> outside;
            for (const Draft& draft : drafts) {
                for (const std::uint32_t method : draft.inside)
                    ++inside[method];
                for (const std::uint32_t used : draft.outside)
                    ++outside[used];
            }
            const double most = std::max(1.0, kCommon * static_cast<double>(drafts.size()));
            for (Draft& draft : drafts) {
                Operation made;
                made.member = m;
                made.name = std::move(draft.name);
                made.at = draft.at;
                for (const std::uint32_t method : draft.inside)
                    if (static_cast<double>(inside[method]) <= most)
                        made.roots.emplace_back(method);
                for (const std::uint32_t used : draft.outside)
                    if (static_cast<double>(outside[used]) <= most)
                        made.calls.emplace_back(used);
                double sum = 0;
                for (const auto& [table, amount] : draft.tables)
                    sum += amount;
                for (const auto& [table, amount] : draft.tables)
                    made.reached.emplace_back(table, static_cast<float>(amount / sum));
                out.push_back(std::move(made));
            }
        }
        return out;
    }

private:
    [[nodiscard]] std::vector<Draft> draftsOf(std::uint32_t member) const
    {
        if (const auto it = m_actions.find(member); it != m_actions.end())
            return ofActions(member, it->second);
        const auto handlers = m_handlers.find(member);
        std::vector<Draft> out;
        if (handlers != m_handlers.end() && handlers->second.size() >= kLeastOperations) {
            for (const std::uint32_t handler : handlers->second)
                out.push_back(ofMethod(member, handler));
        } else if (handlers == m_handlers.end()) {
            for (const std::uint32_t method : m_methods[member])
                if (isFunction(method))
                    out.push_back(ofMethod(member, method));
        }
        return out;
    }

    [[nodiscard]] bool isFunction(std::uint32_t method) const
    {
        const core::Member& member = m_code.members[method];
        return member.kind == MemberKind::Method && !has(member.flags, core::MemberFlag::Private) &&
               !has(member.flags, core::MemberFlag::Abstract) && !m_uses.of(method).empty();
    }

    [[nodiscard]] Draft ofMethod(std::uint32_t member, std::uint32_t method) const
    {
        Draft out;
        out.name = m_code.text(m_code.members[method].name);
        out.at = m_code.members[method].at;
        std::vector<std::uint32_t> queue{method};
        out.inside.insert(method);
        for (std::size_t i = 0; i < queue.size(); ++i)
            for (const std::uint32_t used : m_uses.of(queue[i])) {
                const std::uint32_t owner = m_set.owner(m_code, MemberId(used));
                if (owner == member && m_code.members[used].kind != MemberKind::Field) {
                    if (out.inside.insert(used).second)
                        queue.push_back(used);
                } else if (owner != member && owner != kNoMember) {
                    out.outside.insert(used);
                }
            }
        for (const auto& [table, strength] : m_reach[method])
            out.tables[table] += static_cast<double>(strength);
        return out;
    }

    /// GET and POST of one servlet have the same actions: one operation for each value.
    [[nodiscard]] std::vector<Draft> ofActions(std::uint32_t member, const std::vector<std::uint32_t>& actions) const
    {
        std::map<std::string, Draft> byValue;
        for (const std::uint32_t a : actions) {
            const core::Action& action = m_code.actions[a];
            Draft& draft = byValue[std::string(m_code.text(action.value))];
            if (draft.name.empty()) {
                draft.name = m_code.text(action.value);
                draft.at = action.at;
            }
            std::set<std::uint32_t> reached;
            for (const MemberId method : action.members)
                reached.insert(method.value);
            for (const std::uint32_t method : reached) {
                if (m_set.owner(m_code, MemberId(method)) != member)
                    continue;
                draft.inside.insert(method);
                for (const std::uint32_t used : m_uses.of(method))
                    if (const std::uint32_t owner = m_set.owner(m_code, MemberId(used));
                        owner != member && owner != kNoMember && reached.contains(used))
                        draft.outside.insert(used);
            }
            for (const core::TableAccess& access : action.accesses)
                if (const std::uint32_t table = m_set.of(access.table); table != kNoMember)
                    draft.tables[table] += access.mode == core::AccessMode::Write ? kWriteCounts : 1;
        }
        std::vector<Draft> out;
        for (auto& [value, draft] : byValue)
            out.push_back(std::move(draft));
        return out;
    }

    const CodeModel& m_code;
    const MemberSet& m_set;
    const std::vector<Reach>& m_reach;
    const std::vector<char>& m_candidates;
    UsesByMember m_uses;
    std::vector<std::vector<std::uint32_t>> m_methods;
    std::map<std::uint32_t, std::set<std::uint32_t>> m_handlers;
    std::map<std::uint32_t, std::vector<std::uint32_t>> m_actions;
};

} // namespace

std::vector<Operation> operationsOf(const CodeModel& code, const MemberSet& set, const std::vector<Reach>& reach,
                                    const std::vector<char>& candidates)
{
    return Finder(code, set, reach, candidates).run();
}

std::vector<char> dispersed(const CodeModel& code, const MemberSet& set, const std::vector<Operation>& operations,
                            const std::vector<std::uint32_t>& division, double diversity)
{
    std::map<std::uint32_t, std::map<std::uint32_t, double>> homes; // class -> cluster -> operations
    for (const Operation& operation : operations) {
        std::map<std::uint32_t, double> votes;
        for (const MemberId used : operation.calls)
            if (const std::uint32_t owner = set.owner(code, used); owner != kNoMember && division[owner] != kNoMember)
                votes[division[owner]] += 1;
        for (const auto& [table, share] : operation.reached)
            if (division[table] != kNoMember)
                votes[division[table]] += static_cast<double>(share);
        const auto home = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
        if (home != votes.end())
            homes[operation.member][home->first] += 1;
    }
    std::vector<char> out(set.size(), 0);
    for (const auto& [member, clusters] : homes) {
        double all = 0;
        double same = 0;
        for (const auto& [cluster, count] : clusters) {
            all += count;
            same += count * count;
        }
        out[member] = all >= static_cast<double>(kLeastOperations) && 1 - same / (all * all) >= diversity ? 1 : 0;
    }
    return out;
}

} // namespace naru::analyzers::decompose
