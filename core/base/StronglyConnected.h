#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace naru::core {

/// The strongly connected components of a directed graph: by node the number of its component, counted from 0, components that are
/// reached before those that reach them. `count(v)` says how many edges leave a node, `target(v, i)` where they lead; a target that is
/// no node is no edge. Tarjan's algorithm (1972), without recursion: real systems have chains of thousands of nodes.
template <typename Count, typename Target>
std::vector<std::uint32_t> stronglyConnected(std::uint32_t nodes, const Count& count, const Target& target)
{
    constexpr std::uint32_t unseen = ~std::uint32_t{0};
    struct Frame {
        std::uint32_t node;
        std::size_t next;
        std::size_t count;
    };
    std::vector<std::uint32_t> component(nodes, unseen);
    std::vector<std::uint32_t> index(nodes, unseen);
    std::vector<std::uint32_t> low(nodes);
    std::vector<std::uint32_t> open;
    std::vector<Frame> frames;
    std::uint32_t entered = 0;
    std::uint32_t closed = 0;
    const auto enter = [&](std::uint32_t v) {
        index[v] = low[v] = entered++;
        open.push_back(v);
        frames.push_back({v, 0, count(v)});
    };
    const auto close = [&](std::uint32_t v) {
        for (std::uint32_t w = unseen; w != v;) {
            w = open.back();
            open.pop_back();
            component[w] = closed;
        }
        ++closed;
    };
    for (std::uint32_t root = 0; root < nodes; ++root) {
        if (index[root] == unseen)
            enter(root);
        while (!frames.empty()) {
            Frame& frame = frames.back();
            const std::uint32_t v = frame.node;
            if (frame.next < frame.count) {
                const std::uint32_t w = target(v, frame.next++);
                if (w >= nodes)
                    continue;
                if (index[w] == unseen)
                    enter(w);
                else if (component[w] == unseen)
                    low[v] = std::min(low[v], index[w]);
                continue;
            }
            frames.pop_back();
            if (!frames.empty())
                low[frames.back().node] = std::min(low[frames.back().node], low[v]);
            if (low[v] == index[v])
                close(v);
        }
    }
    return component;
}

} // namespace naru::core
