#include "analyzers/decompose/Operations.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace naru::analyzers::decompose {

using core::CodeModel;
using core::MemberId;

namespace {

class Tier {
public:
    Tier(const CodeModel& code, const MemberSet& set, const NameVectors& names, const SplitData& data, Operations& out,
         const std::vector<char>& muted)
        : m_code(code),
          m_set(set),
          m_names(names),
          m_data(data),
          m_out(out),
          m_muted(muted)
    {
        for (std::uint32_t o = 0; o < out.list.size(); ++o)
            for (const MemberId root : out.list[o].roots)
                m_byMethod[root.value].push_back(o);
    }

    void run()
    {
        m_out.layers.push_back(nameTies());
        m_out.layers.push_back(callTies());
        m_out.layers.push_back(dataTies());
        m_out.layers.push_back(viewTies());
        m_out.layers.push_back(reachTies());
    }

private:
    [[nodiscard]] std::uint32_t node(std::uint32_t operation) const { return m_set.size() + operation; }

    [[nodiscard]] Layer callTies() const
    {
        LinkCounter counter;
        for (std::uint32_t o = 0; o < m_out.list.size(); ++o)
            for (const MemberId used : m_out.list[o].calls) {
                const std::uint32_t owner = m_set.owner(m_code, used);
                if (const auto it = m_byMethod.find(used.value); it != m_byMethod.end()) { // another dispatcher: its operations
                    for (const std::uint32_t other : it->second)
                        counter.add(node(o), node(other), 1, m_out.list[o].at);
                } else if (m_muted[owner] == 0) {
                    counter.add(node(o), owner, 1, m_out.list[o].at);
                }
            }
        return counter.logarithmic(LayerId::Calls);
    }

    [[nodiscard]] Layer dataTies() const
    {
        LinkCounter counter;
        const auto add = [&](MemberId from, const core::Statement& statement, core::Location at) {
            const auto it = m_byMethod.find(from.value);
            if (it == m_byMethod.end())
                return;
            for (const core::TableAccess& access : statement.accesses)
                if (const std::uint32_t table = m_set.of(access.table); table != kNoMember)
                    for (const std::uint32_t operation : it->second)
                        counter.add(node(operation), table, access.mode == core::AccessMode::Write ? m_data.thresholds.writeFactor : 1, at);
        };
        for (const core::Statement& statement : m_code.statements)
            if (statement.holder.valid())
                add(statement.holder, statement, statement.at);
        for (const core::ExecuteEdge& edge : m_code.executes)
            add(edge.from, m_code[edge.to], edge.at);
        return counter.logarithmic(LayerId::Data);
    }

    [[nodiscard]] Layer viewTies() const
    {
        LinkCounter counter;
        const auto add = [&](MemberId from, std::uint32_t view, core::Location at) {
            if (const auto it = m_byMethod.find(from.value); it != m_byMethod.end() && view != kNoMember && m_muted[view] == 0)
                for (const std::uint32_t operation : it->second)
                    counter.add(node(operation), view, 1, at);
        };
        for (const core::RenderEdge& edge : m_code.renders)
            add(edge.from, m_set.of(edge.to), edge.at);
        for (const core::ViewLinkEdge& edge : m_code.viewLinks)
            if (edge.toEntry.valid() && m_code[edge.toEntry].handler.valid())
                add(m_code[edge.toEntry].handler, m_set.of(edge.from), edge.at);
        return counter.logarithmic(LayerId::View);
    }

    [[nodiscard]] Layer reachTies() const
    {
        LinkCounter counter;
        for (std::uint32_t o = 0; o < m_out.list.size(); ++o)
            for (const auto& [table, share] : m_out.list[o].reached)
                counter.add(node(o), table, static_cast<double>(share), m_out.list[o].at);
        return counter.summed(LayerId::Reach);
    }

    /// The members whose names are nearest to the words of the operation.
    [[nodiscard]] Layer nameTies() const
    {
        std::unordered_map<std::uint32_t, std::vector<std::pair<std::uint32_t, float>>> index;
        std::vector<SparseVector> vectors;
        std::set<std::uint32_t> wanted;
        for (const Operation& operation : m_out.list) {
            vectors.push_back(m_names.vectorOf(operation.name, m_data.thresholds));
            for (const auto& [word, value] : vectors.back())
                wanted.insert(word);
        }
        std::vector<double> norms(m_set.size(), 0);
        for (std::uint32_t m = 0; m < m_set.size(); ++m) {
            norms[m] = norm(m_names.vectors[m]);
            for (const auto& [word, value] : m_names.vectors[m])
                if (wanted.contains(word))
                    index[word].emplace_back(m, value);
        }
        LinkCounter counter;
        std::vector<double> similar(m_set.size(), 0);
        for (std::uint32_t o = 0; o < vectors.size(); ++o) {
            std::vector<std::uint32_t> touched;
            for (const auto& [word, value] : vectors[o])
                for (const auto& [m, other] : index[word]) {
                    if (similar[m] == 0)
                        touched.push_back(m);
                    similar[m] += static_cast<double>(value) * static_cast<double>(other);
                }
            const double length = norm(vectors[o]);
            std::vector<std::pair<double, std::uint32_t>> ranked;
            for (const std::uint32_t m : touched) {
                if (norms[m] > 0 && m != m_out.list[o].member)
                    ranked.emplace_back(-similar[m] / (norms[m] * length), m);
                similar[m] = 0;
            }
            std::ranges::sort(ranked);
            for (std::size_t i = 0; i < ranked.size() && i < static_cast<std::size_t>(m_data.thresholds.neighbours); ++i)
                counter.add(node(o), ranked[i].second, -ranked[i].first, m_out.list[o].at);
        }
        return counter.summed(LayerId::Name);
    }

    const CodeModel& m_code;
    const MemberSet& m_set;
    const NameVectors& m_names;
    const SplitData& m_data;
    Operations& m_out;
    const std::vector<char>& m_muted;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_byMethod; ///< operations by the methods that are theirs
};

} // namespace

Operations tieOperations(const CodeModel& code, const MemberSet& set, const NameVectors& names, const SplitData& data,
                         std::vector<Operation> operations, const std::vector<char>& chosen, const std::vector<char>& muted)
{
    Operations out;
    std::erase_if(operations, [&](const Operation& operation) { return chosen[operation.member] == 0; });
    out.list = std::move(operations);
    out.range.assign(set.size(), {0, 0});
    for (std::uint32_t o = 0; o < out.list.size(); ++o) {
        auto& [first, behind] = out.range[out.list[o].member];
        if (behind == 0)
            first = o;
        behind = o + 1;
    }
    if (!out.empty())
        Tier(code, set, names, data, out, muted).run();
    return out;
}

} // namespace naru::analyzers::decompose
