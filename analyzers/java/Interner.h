#pragma once

#include "core/base/StringPool.h"

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace naru::analyzers::java {

/// A small cache before the shared pool: most names of a file were seen before by the same thread,
/// so that neither a lock nor the pool's index is touched. One per thread.
class Interner {
public:
    explicit Interner(core::StringPool& pool) : m_pool(pool), m_slots(kSlots) {}

    core::StringId operator()(std::string_view text)
    {
        if (text.empty() || text.size() > kLongest)
            return m_pool.intern(text);
        const std::uint64_t hash = hashOf(text);
        Slot& slot = m_slots[hash >> (64U - kBits)];
        if (slot.hash == hash && slot.text == text)
            return slot.id;
        const core::StringId id = m_pool.intern(text);
        slot = {hash, m_pool.view(id), id};
        return id;
    }
    [[nodiscard]] core::StringPool& pool() { return m_pool; }

private:
    static constexpr unsigned kBits = 14;
    static constexpr std::size_t kSlots = std::size_t{1} << kBits;
    static constexpr std::size_t kLongest = 64;

    struct Slot {
        std::uint64_t hash = 0;
        std::string_view text;
        core::StringId id;
    };

    static std::uint64_t hashOf(std::string_view text)
    {
        constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;
        std::uint64_t hash = text.size() * kMultiplier;
        const char* data = text.data();
        std::size_t left = text.size();
        for (; left >= 8; data += 8, left -= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, data, 8);
            hash = (hash ^ word) * kMultiplier;
            hash ^= hash >> 29U;
        }
        std::uint64_t rest = 0;
        std::memcpy(&rest, data, left);
        hash = (hash ^ rest) * kMultiplier;
        hash ^= hash >> 32U;
        return hash * kMultiplier;
    }

    core::StringPool& m_pool;
    std::vector<Slot> m_slots;
};

} // namespace naru::analyzers::java
