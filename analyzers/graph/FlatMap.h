#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace naru::analyzers::graph {

inline constexpr std::uint32_t kNoIndex = std::numeric_limits<std::uint32_t>::max();

/// A hash map from 64-bit keys to indices with open addressing: the tables of names are asked millions of times.
/// Keys are made of ids, never of UINT64_MAX. Readable from several threads while nobody writes.
class FlatMap {
public:
    [[nodiscard]] std::uint32_t find(std::uint64_t key) const
    {
        if (m_slots.empty())
            return kNoIndex;
        for (std::size_t at = place(key);; at = (at + 1) & m_mask) {
            if (m_slots[at].key == key)
                return m_slots[at].value;
            if (m_slots[at].key == kEmpty)
                return kNoIndex;
        }
    }
    /// Keeps the first value of a key; returns the value that stands.
    std::uint32_t insert(std::uint64_t key, std::uint32_t value)
    {
        std::uint32_t& slot = reference(key);
        if (slot == kNoIndex)
            slot = value;
        return slot;
    }
    /// The value of a key, kNoIndex when it is new.
    std::uint32_t& reference(std::uint64_t key)
    {
        if ((m_used + 1) * 2 > m_slots.size())
            grow();
        std::size_t at = place(key);
        while (m_slots[at].key != key && m_slots[at].key != kEmpty)
            at = (at + 1) & m_mask;
        if (m_slots[at].key == kEmpty) {
            m_slots[at].key = key;
            ++m_used;
        }
        return m_slots[at].value;
    }
    [[nodiscard]] static std::uint64_t key(std::uint32_t high, std::uint32_t low) { return (std::uint64_t{high} << 32U) | low; }

private:
    static constexpr std::uint64_t kEmpty = std::numeric_limits<std::uint64_t>::max();
    struct Slot {
        std::uint64_t key = kEmpty;
        std::uint32_t value = kNoIndex;
    };

    [[nodiscard]] std::size_t place(std::uint64_t key) const
    {
        key ^= key >> 32U;
        key *= 0x9E3779B97F4A7C15U;
        return static_cast<std::size_t>(key >> 20U) & m_mask;
    }
    void grow()
    {
        std::vector<Slot> old;
        old.swap(m_slots);
        m_slots.resize(old.empty() ? 16 : old.size() * 2);
        m_mask = m_slots.size() - 1;
        for (const Slot& slot : old) {
            if (slot.key == kEmpty)
                continue;
            std::size_t at = place(slot.key);
            while (m_slots[at].key != kEmpty)
                at = (at + 1) & m_mask;
            m_slots[at] = slot;
        }
    }

    std::vector<Slot> m_slots;
    std::size_t m_mask = 0;
    std::size_t m_used = 0;
};

} // namespace naru::analyzers::graph
