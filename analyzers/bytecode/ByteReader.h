#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace naru::analyzers::bytecode {

/// Reads big-endian numbers; past the end everything is zero and ok() is false.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_bytes(bytes) {}

    std::uint8_t u1() { return static_cast<std::uint8_t>(number(1)); }
    std::uint16_t u2() { return static_cast<std::uint16_t>(number(2)); }
    std::uint32_t u4() { return static_cast<std::uint32_t>(number(4)); }
    std::uint64_t u8() { return number(8); }
    std::int16_t s2() { return static_cast<std::int16_t>(u2()); }
    std::int32_t s4() { return static_cast<std::int32_t>(u4()); }
    std::string_view take(std::size_t count)
    {
        if (count > m_bytes.size() - m_at) {
            m_ok = false;
            m_at = m_bytes.size();
            return {};
        }
        const std::string_view taken = m_bytes.substr(m_at, count);
        m_at += count;
        return taken;
    }
    void skip(std::size_t count) { take(count); }
    void seek(std::size_t at) { m_at = at <= m_bytes.size() ? at : m_bytes.size(); }
    [[nodiscard]] std::size_t at() const { return m_at; }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }

private:
    std::uint64_t number(std::size_t count)
    {
        std::uint64_t value = 0;
        for (const char c : take(count))
            value = (value << 8U) | static_cast<unsigned char>(c);
        return value;
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
    bool m_ok = true;
};

} // namespace naru::analyzers::bytecode
