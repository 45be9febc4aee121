#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <ranges>
#include <span>
#include <type_traits>
#include <utility>

namespace naru::core {

/// A list of plain values of which the first N lie in the list itself: a model has hundred thousands of lists of one or two ids, and an
/// allocation for each would cost more than all else that is done with them.
template <typename T, std::size_t N> class InlineList {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignof(void*));

public:
    using value_type = T;

    InlineList() = default;
    InlineList(std::initializer_list<T> values) { assign(values); }
    InlineList(const InlineList& other) { assign(other); }
    InlineList(InlineList&& other) noexcept { take(other); }
    InlineList& operator=(const InlineList& other)
    {
        if (this != &other)
            assign(other);
        return *this;
    }
    InlineList& operator=(InlineList&& other) noexcept
    {
        if (this != &other) {
            release();
            take(other);
        }
        return *this;
    }
    ~InlineList() { release(); }

    template <std::ranges::sized_range Values> void assign(const Values& values)
    {
        m_size = 0;
        resize(std::ranges::size(values));
        std::ranges::copy(values, data());
    }
    /// New elements are those of T().
    void resize(std::size_t size)
    {
        reserve(size);
        for (std::size_t i = m_size; i < size; ++i)
            std::construct_at(data() + i);
        m_size = static_cast<std::uint32_t>(size);
    }
    void reserve(std::size_t room)
    {
        if (room <= m_room)
            return;
        const std::size_t wanted = std::max<std::size_t>(room, std::size_t{2} * m_room);
        T* const values = std::allocator<T>().allocate(wanted);
        std::memcpy(static_cast<void*>(values), data(), m_size * sizeof(T));
        release();
        ::new (static_cast<void*>(m_place)) T*(values);
        m_room = static_cast<std::uint32_t>(wanted);
    }
    void push_back(T value) // by value: it may be one of its own
    {
        reserve(std::size_t{m_size} + 1);
        std::construct_at(data() + m_size++, value);
    }
    void clear() { m_size = 0; }

    [[nodiscard]] T* data() { return isInline() ? reinterpret_cast<T*>(m_place) : *reinterpret_cast<T**>(m_place); }
    [[nodiscard]] const T* data() const { return isInline() ? reinterpret_cast<const T*>(m_place) : *reinterpret_cast<T* const*>(m_place); }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] T* begin() { return data(); }
    [[nodiscard]] T* end() { return data() + m_size; }
    [[nodiscard]] const T* begin() const { return data(); }
    [[nodiscard]] const T* end() const { return data() + m_size; }
    [[nodiscard]] T& operator[](std::size_t i) { return data()[i]; }
    [[nodiscard]] const T& operator[](std::size_t i) const { return data()[i]; }
    [[nodiscard]] const T& front() const { return *data(); }
    [[nodiscard]] const T& back() const { return data()[m_size - 1]; }
    friend bool operator==(const InlineList& a, const InlineList& b) { return std::ranges::equal(a, b); }

private:
    [[nodiscard]] bool isInline() const { return m_room <= N; }
    void release()
    {
        if (!isInline())
            std::allocator<T>().deallocate(data(), m_room);
        m_room = N;
    }
    /// Of one that has nothing to release.
    void take(InlineList& other)
    {
        std::memcpy(m_place, other.m_place, sizeof m_place);
        m_size = std::exchange(other.m_size, 0);
        m_room = std::exchange(other.m_room, static_cast<std::uint32_t>(N));
    }

    std::uint32_t m_size = 0;
    std::uint32_t m_room = N;
    alignas(void*) std::byte m_place[std::max(N * sizeof(T), sizeof(void*))]; ///< the elements, or where they are
};

} // namespace naru::core
