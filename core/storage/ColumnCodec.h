#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace naru::core {

// Columns of whole numbers and of texts as blocks of bytes. A number is kept as its
// difference from the one before, in as few bytes as it needs: neighbours in the code
// model are alike, so most take one byte. A text is kept as what differs from the one before.
// Each block ends with a checksum of what stands before it.

/// Fills one block.
class ColumnEncoder {
public:
    void add(std::int64_t value)
    {
        const auto difference = static_cast<std::uint64_t>(value) - m_last;
        m_last = static_cast<std::uint64_t>(value);
        // Small differences of either sign become small numbers.
        appendVarint((difference << 1U) ^ (0 - (difference >> 63U)));
    }
    void addText(std::string_view text);
    /// The block with its checksum; the encoder starts anew.
    std::string finish();

private:
    void appendVarint(std::uint64_t value)
    {
        while (value >= 0x80U) {
            m_bytes += static_cast<char>(value | 0x80U);
            value >>= 7U;
        }
        m_bytes += static_cast<char>(value);
    }

    std::string m_bytes;
    std::uint64_t m_last = 0;
    std::string m_lastText;
};

/// Reads one block. Whatever the bytes are, nothing outside of them is touched; sound()
/// tells whether all that was asked for was there.
class ColumnDecoder {
public:
    ColumnDecoder() = default;
    explicit ColumnDecoder(std::string_view block);

    std::int64_t next()
    {
        const std::uint64_t coded = nextVarint();
        m_last += (coded >> 1U) ^ (0 - (coded & 1U));
        return static_cast<std::int64_t>(m_last);
    }
    /// Valid until the next call.
    std::string_view nextText();
    /// The checksum fits, and no value was missing so far.
    [[nodiscard]] bool sound() const { return m_sound; }
    [[nodiscard]] bool atEnd() const { return m_next == m_end; }

private:
    std::uint64_t nextVarint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && m_next != m_end; shift += 7) {
            const auto byte = static_cast<unsigned char>(*m_next++);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80U)
                return value;
        }
        m_sound = false;
        return 0;
    }

    const char* m_next = nullptr;
    const char* m_end = nullptr;
    std::uint64_t m_last = 0;
    std::string m_text;
    bool m_sound = false;
};

} // namespace naru::core
