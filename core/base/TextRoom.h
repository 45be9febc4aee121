#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory_resource>
#include <string_view>

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
        if (size == 0)
            return {};
        m_bytes += size;
        char* const begin = static_cast<char*>(m_memory.allocate(size, 1));
        char* next = begin;
        for (const std::string_view part : parts)
            next += part.copy(next, part.size());
        return {begin, size};
    }

    /// Of all that was kept.
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    std::pmr::monotonic_buffer_resource m_memory{std::size_t{64} * 1024};
    std::size_t m_bytes = 0;
};

} // namespace naru::core
