#include "checklist/UseCycles.h"

#include <algorithm>

namespace naru::checklist {

using core::TypeId;

namespace {

/// Tarjan's strongly connected components without recursion: real systems have chains of thousands of types.
class Components {
public:
    explicit Components(const std::vector<std::vector<std::uint32_t>>& edges)
        : m_edges(edges),
          m_index(edges.size(), kUnseen),
          m_low(edges.size(), 0),
          m_onStack(edges.size(), false)
    {
        for (std::uint32_t v = 0; v < edges.size(); ++v)
            if (m_index[v] == kUnseen)
                visit(v);
    }
    [[nodiscard]] const std::vector<std::uint32_t>& largest() const { return m_largest; }

private:
    static constexpr std::uint32_t kUnseen = ~std::uint32_t{0};
    struct Frame {
        std::uint32_t node;
        std::size_t next;
    };

    void enter(std::uint32_t v)
    {
        m_index[v] = m_low[v] = m_counter++;
        m_stack.push_back(v);
        m_onStack[v] = true;
        m_frames.push_back({v, 0});
    }
    void visit(std::uint32_t root)
    {
        enter(root);
        while (!m_frames.empty()) {
            const std::uint32_t v = m_frames.back().node;
            if (m_frames.back().next < m_edges[v].size()) {
                const std::uint32_t w = m_edges[v][m_frames.back().next++];
                if (m_index[w] == kUnseen)
                    enter(w);
                else if (m_onStack[w])
                    m_low[v] = std::min(m_low[v], m_index[w]);
                continue;
            }
            m_frames.pop_back();
            if (!m_frames.empty())
                m_low[m_frames.back().node] = std::min(m_low[m_frames.back().node], m_low[v]);
            if (m_low[v] == m_index[v])
                close(v);
        }
    }
    void close(std::uint32_t v)
    {
        std::vector<std::uint32_t> component;
        std::uint32_t w = 0;
        do {
            w = m_stack.back();
            m_stack.pop_back();
            m_onStack[w] = false;
            component.push_back(w);
        } while (w != v);
        std::ranges::sort(component);
        if (component.size() > 1 && component.size() > m_largest.size())
            m_largest = std::move(component);
    }

    const std::vector<std::vector<std::uint32_t>>& m_edges;
    std::vector<std::uint32_t> m_index;
    std::vector<std::uint32_t> m_low;
    std::vector<bool> m_onStack;
    std::vector<std::uint32_t> m_stack;
    std::vector<Frame> m_frames;
    std::vector<std::uint32_t> m_largest;
    std::uint32_t m_counter = 0;
};

} // namespace

TypeId outermostType(const core::CodeModel& code, TypeId type)
{
    for (int guard = 0; guard < 64 && code[type].outer.valid(); ++guard)
        type = code[type].outer;
    return type;
}

std::vector<TypeId> largestUseCycle(const core::CodeModel& code)
{
    std::vector<std::vector<std::uint32_t>> edges(code.types.size());
    const auto counts = [&code](TypeId type) {
        const core::Location& at = code[type].at;
        return at.file.valid() && !code[at.file].test;
    };
    for (const core::TypeUseEdge& use : code.typeUses) {
        const TypeId from = outermostType(code, use.from);
        const TypeId to = outermostType(code, use.to);
        if (from != to && counts(from) && counts(to))
            edges[from.value].push_back(to.value);
    }
    std::vector<TypeId> out;
    const Components components(edges);
    for (const std::uint32_t type : components.largest())
        out.emplace_back(type);
    return out;
}

} // namespace naru::checklist
