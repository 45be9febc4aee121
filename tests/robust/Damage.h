#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace naru::tests {

/// Numbers that are the same on every machine for the same seed (SplitMix64).
class Chance {
public:
    explicit Chance(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next();
    /// A number below `end`; 0 when that is 0.
    std::size_t below(std::size_t end) { return end == 0 ? 0 : static_cast<std::size_t>(next() % end); }

private:
    std::uint64_t m_state;
};

/// What happens to files on their way from one machine to another, and what people and generators write.
enum class Damage : std::uint8_t {
    Cut,      ///< ends in the middle
    Headless, ///< begins in the middle
    Flip,     ///< single bytes are others
    Lose,     ///< a part is missing
    Repeat,   ///< a part stands there twice
    Mix,      ///< a part of another file stands in the middle
    Zeros,    ///< a part is zeros, as after a crash of a disk
    Nest,     ///< thousands of the brackets, quotes or tags that it has
    Join,     ///< all in one line
    Wide,     ///< UTF-16 without a mark
    Noise,    ///< nothing but random bytes
    Empty,
    kCount
};

std::string_view nameOf(Damage damage);

/// `text` after the damage; `other`: some other file of the same system.
std::string damaged(std::string text, std::string_view other, Damage damage, Chance& chance);

} // namespace naru::tests
