#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <vector>

namespace naru::core {

/// Texts that stay where they are as long as the room: one block for many of them, where each would cost an allocation of its own.
class TextRoom {
public:
    /// The parts one behind the other, kept.
    std::string_view keep(std::initializer_list<std::string_view> parts)
    {
        std::size_t size = 0;
        for (const std::string_view part : parts)
            size += part.size();
        if (size > m_room)
            grow(size);
        char* const begin = m_next;
        for (const std::string_view part : parts) {
            if (!part.empty())
                std::memcpy(m_next, part.data(), part.size());
            m_next += part.size();
        }
        m_room -= size;
        return {begin, size};
    }
    /// Of all blocks.
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    static constexpr std::size_t kBlock = std::size_t{64} * 1024;

    void grow(std::size_t least)
    {
        const std::size_t size = std::max(kBlock, least);
        m_blocks.push_back(std::make_unique_for_overwrite<char[]>(size));
        m_next = m_blocks.back().get();
        m_room = size;
        m_bytes += size;
    }

    std::vector<std::unique_ptr<char[]>> m_blocks;
    char* m_next = nullptr;
    std::size_t m_room = 0;
    std::size_t m_bytes = 0;
};

} // namespace naru::core
