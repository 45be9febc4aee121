#include "core/base/ByteScan.h"

#include <algorithm>
#include <bit>

namespace naru::core {

namespace {

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | ' ') : c;
}

/// Looks only where the first and the last byte of what is wanted are in place.
template <typename Mask, typename Same>
std::size_t find(std::string_view text, std::string_view wanted, std::size_t from, const Mask& mask, const Same& same)
{
    if (wanted.empty() || from > text.size())
        return from <= text.size() ? from : std::string_view::npos;
    const std::size_t last = wanted.size() - 1;
    std::size_t at = from;
    for (; at + last + Bytes64::kSize <= text.size(); at += Bytes64::kSize) {
        std::uint64_t found = mask(Bytes64(text.data() + at), wanted.front());
        if (found != 0)
            found &= mask(Bytes64(text.data() + at + last), wanted.back());
        for (; found != 0; found &= found - 1) {
            const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(found));
            if (std::ranges::equal(text.substr(place, wanted.size()), wanted, same))
                return place;
        }
    }
    const auto rest = std::ranges::search(text.substr(at), wanted, same);
    return rest.empty() ? std::string_view::npos : static_cast<std::size_t>(rest.data() - text.data());
}

} // namespace

std::size_t findText(std::string_view text, std::string_view wanted, std::size_t from)
{
    return find(
        text, wanted, from, [](const Bytes64& bytes, char c) { return bytes.equal(c); }, [](char a, char b) { return a == b; });
}

std::size_t findAnyCase(std::string_view text, std::string_view upperCase, std::size_t from)
{
    const auto mask = [](const Bytes64& bytes, char c) { return c >= 'A' && c <= 'Z' ? bytes.letter(lower(c)) : bytes.equal(c); };
    return find(text, upperCase, from, mask, [](char a, char b) { return lower(a) == lower(b); });
}

std::vector<std::size_t> lineStarts(std::string_view text)
{
    constexpr std::size_t kUsual = 32; // bytes of a line
    std::vector<std::size_t> starts;
    starts.reserve(text.size() / kUsual + 2);
    starts.push_back(0);
    std::size_t at = 0;
    for (; at + Bytes64::kSize <= text.size(); at += Bytes64::kSize)
        for (std::uint64_t ends = Bytes64(text.data() + at).equal('\n'); ends != 0; ends &= ends - 1)
            starts.push_back(at + static_cast<std::size_t>(std::countr_zero(ends)) + 1);
    for (; at < text.size(); ++at)
        if (text[at] == '\n')
            starts.push_back(at + 1);
    return starts;
}

std::size_t countByte(std::string_view text, char byte)
{
    constexpr std::size_t kBlock = 240; // what a byte can count: compilers add many of them at once
    std::size_t sum = 0;
    for (; text.size() >= kBlock; text.remove_prefix(kBlock)) {
        std::uint8_t found = 0;
        for (std::size_t i = 0; i < kBlock; ++i)
            found = static_cast<std::uint8_t>(found + (text[i] == byte ? 1 : 0));
        sum += found;
    }
    return sum + static_cast<std::size_t>(std::ranges::count(text, byte));
}

} // namespace naru::core
