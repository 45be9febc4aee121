#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace naru::core {

/// 128-bit content hash (XXH3). Says whether two inputs are the same; not for security.
struct Fingerprint {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    [[nodiscard]] static Fingerprint of(std::string_view bytes);
    [[nodiscard]] std::string hex() const;                          ///< 32 lower-case digits
    [[nodiscard]] static Fingerprint fromHex(std::string_view hex); ///< zero when it is not 32 hex digits
    [[nodiscard]] bool empty() const { return high == 0 && low == 0; }
    friend auto operator<=>(const Fingerprint&, const Fingerprint&) = default;
};

/// Fingerprint of a sequence of parts, in which ("ab","c") and ("a","bc") differ.
class FingerprintBuilder {
public:
    FingerprintBuilder& add(std::string_view part);
    FingerprintBuilder& add(const Fingerprint& part) { return add(part.hex()); }
    FingerprintBuilder& add(std::int64_t number) { return add(std::to_string(number)); }
    [[nodiscard]] Fingerprint finish() const { return Fingerprint::of(m_bytes); }

private:
    std::string m_bytes;
};

} // namespace naru::core
