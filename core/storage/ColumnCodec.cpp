#include "core/storage/ColumnCodec.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace naru::core {

namespace {

constexpr std::size_t kChecksum = sizeof(std::uint64_t);

/// The same on every machine, whatever its byte order.
std::uint64_t checksumOf(std::string_view bytes)
{
    return XXH3_64bits(bytes.data(), bytes.size());
}

} // namespace

void ColumnEncoder::addText(std::string_view text)
{
    const auto differs = std::ranges::mismatch(m_lastText, text);
    const auto shared = static_cast<std::size_t>(differs.in1 - m_lastText.begin());
    appendVarint(shared);
    appendVarint(text.size() - shared);
    m_bytes += text.substr(shared);
    m_lastText.resize(shared);
    m_lastText += text.substr(shared);
}

std::string ColumnEncoder::finish()
{
    std::uint64_t checksum = checksumOf(m_bytes);
    for (std::size_t i = 0; i < kChecksum; ++i, checksum >>= 8U)
        m_bytes += static_cast<char>(checksum & 0xFFU);
    m_last = 0;
    m_lastText.clear();
    return std::exchange(m_bytes, {});
}

ColumnDecoder::ColumnDecoder(std::string_view block)
{
    if (block.size() < kChecksum)
        return;
    const std::string_view body = block.substr(0, block.size() - kChecksum);
    std::uint64_t checksum = 0;
    for (std::size_t i = kChecksum; i > 0; --i)
        checksum = (checksum << 8U) | static_cast<unsigned char>(block[body.size() + i - 1]);
    if (checksum != checksumOf(body))
        return;
    m_sound = true;
    m_next = body.data();
    m_end = body.data() + body.size();
}

std::string_view ColumnDecoder::nextText()
{
    const std::uint64_t shared = nextVarint();
    const std::uint64_t own = nextVarint();
    if (!m_sound || shared > m_text.size() || own > static_cast<std::uint64_t>(m_end - m_next)) {
        m_sound = false;
        return {};
    }
    m_text.resize(shared);
    m_text.append(m_next, own);
    m_next += own;
    return m_text;
}

} // namespace naru::core
