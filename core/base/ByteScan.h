#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace naru::core {

/// 64 bytes looked at at once: which of them are what is asked for, the first byte in the lowest bit.
class Bytes64 {
public:
    static constexpr std::size_t kSize = 64;

#ifdef __SSE2__
    explicit Bytes64(const char* at)
    {
        for (std::size_t i = 0; i < kParts; ++i)
            m_parts[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at) + i);
    }
    [[nodiscard]] std::uint64_t equal(char c) const
    {
        const __m128i wanted = _mm_set1_epi8(c);
        return bits([&](__m128i part) { return _mm_cmpeq_epi8(part, wanted); });
    }
    /// A letter of ASCII, given in lower case, in either case.
    [[nodiscard]] std::uint64_t letter(char lower) const
    {
        const __m128i wanted = _mm_set1_epi8(lower);
        const __m128i smaller = _mm_set1_epi8(' ');
        return bits([&](__m128i part) { return _mm_cmpeq_epi8(_mm_or_si128(part, smaller), wanted); });
    }
    /// Bytes beyond ASCII.
    [[nodiscard]] std::uint64_t high() const
    {
        return bits([](__m128i part) { return part; });
    }

private:
    template <typename F> [[nodiscard]] std::uint64_t bits(F&& test) const
    {
        std::uint64_t found = 0;
        for (std::size_t i = 0; i < kParts; ++i)
            found |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(test(m_parts[i])))) << (16 * i);
        return found;
    }

    static constexpr std::size_t kParts = 4;
    __m128i m_parts[kParts];
#else
    explicit Bytes64(const char* at) : m_at(at) {}
    [[nodiscard]] std::uint64_t equal(char c) const
    {
        return bits([c](char byte) { return byte == c; });
    }
    [[nodiscard]] std::uint64_t letter(char lower) const
    {
        return bits([lower](char byte) { return static_cast<char>(byte | ' ') == lower; });
    }
    [[nodiscard]] std::uint64_t high() const
    {
        return bits([](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
    }

private:
    template <typename F> [[nodiscard]] std::uint64_t bits(F&& test) const
    {
        std::uint64_t found = 0;
        for (std::size_t i = 0; i < kSize; ++i)
            found |= static_cast<std::uint64_t>(test(m_at[i])) << i;
        return found;
    }

    const char* m_at;
#endif
};

/// Where a text stands in another one, at or behind `from`; npos when it does not.
std::size_t findText(std::string_view text, std::string_view wanted, std::size_t from = 0);

/// The same for a word of ASCII, given in upper case, in any case.
std::size_t findAnyCase(std::string_view text, std::string_view upperCase, std::size_t from = 0);

/// Where the lines of a text begin: 0, and behind each line end.
std::vector<std::size_t> lineStarts(std::string_view text);

/// How often a byte occurs.
std::size_t countByte(std::string_view text, char byte);

} // namespace naru::core
