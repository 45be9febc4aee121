#include "core/base/Fingerprint.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <charconv>

namespace naru::core {

Fingerprint Fingerprint::of(std::string_view bytes)
{
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.high64, hash.low64};
}

std::string Fingerprint::hex() const
{
    return fmt::format("{:016x}{:016x}", high, low);
}

Fingerprint Fingerprint::fromHex(std::string_view hex)
{
    constexpr std::size_t kHalf = 16;
    Fingerprint result;
    if (hex.size() != 2 * kHalf)
        return result;
    const char* middle = hex.data() + kHalf;
    const auto first = std::from_chars(hex.data(), middle, result.high, 16);
    const auto second = std::from_chars(middle, middle + kHalf, result.low, 16);
    const bool whole = first.ec == std::errc() && first.ptr == middle && second.ec == std::errc() && second.ptr == middle + kHalf;
    return whole ? result : Fingerprint();
}

FingerprintBuilder& FingerprintBuilder::add(std::string_view part)
{
    m_bytes += std::to_string(part.size());
    m_bytes += ':';
    m_bytes += part;
    return *this;
}

} // namespace naru::core
