#include "Damage.h"

#include <algorithm>
#include <array>

namespace naru::tests {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Damage::kCount)> kNames{
    "cut", "headless", "flip", "lose", "repeat", "mix", "zeros", "nest", "join", "wide", "noise", "empty"};

/// A part of the text: where it begins, and its length.
struct Part {
    std::size_t begin;
    std::size_t size;
};

Part partOf(std::string_view text, Chance& chance)
{
    const std::size_t begin = chance.below(text.size());
    return {begin, 1 + chance.below(text.size() - begin)};
}

void flip(std::string& text, Chance& chance)
{
    for (std::size_t left = 1 + chance.below(1 + text.size() / 50); left > 0 && !text.empty(); --left)
        text[chance.below(text.size())] = static_cast<char>(chance.next());
}

/// Many of what opens something, where one such stands.
void nest(std::string& text, Chance& chance)
{
    constexpr std::size_t many = 10'000;
    constexpr std::string_view openers = "({[<\"'`*/+-!,;?:@$%#&|=";
    const std::size_t from = chance.below(text.size());
    std::size_t at = text.find_first_of(openers, from);
    if (at == std::string::npos)
        at = text.find_first_of(openers);
    if (at == std::string::npos)
        return;
    const std::string one = text.substr(at, 1 + chance.below(12)); // a sign, a tag, the begin of a call
    std::string all;
    for (std::size_t i = 0; i < many; ++i)
        all += one;
    text.insert(at, all);
}

std::string wide(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        out += c;
        out += '\0';
    }
    return out;
}

} // namespace

std::uint64_t Chance::next()
{
    m_state += 0x9E3779B97F4A7C15U;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

std::string_view nameOf(Damage damage)
{
    return kNames.at(static_cast<std::size_t>(damage));
}

std::string damaged(std::string text, std::string_view other, Damage damage, Chance& chance)
{
    if (text.empty() && damage != Damage::Noise && damage != Damage::Mix)
        return text;
    switch (damage) {
    case Damage::Cut:
        return text.substr(0, chance.below(text.size()));
    case Damage::Headless:
        return text.substr(chance.below(text.size()));
    case Damage::Flip:
        flip(text, chance);
        return text;
    case Damage::Lose: {
        const Part part = partOf(text, chance);
        return text.erase(part.begin, part.size);
    }
    case Damage::Repeat: {
        const Part part = partOf(text, chance);
        return text.insert(part.begin, text.substr(part.begin, part.size));
    }
    case Damage::Mix: {
        const Part part = other.empty() ? Part{0, 0} : partOf(other, chance);
        return text.insert(chance.below(text.size()), other.substr(part.begin, part.size));
    }
    case Damage::Zeros: {
        const Part part = partOf(text, chance);
        return text.replace(part.begin, part.size, part.size, '\0');
    }
    case Damage::Nest:
        nest(text, chance);
        return text;
    case Damage::Join:
        std::ranges::replace(text, '\n', ' ');
        return text;
    case Damage::Wide:
        return wide(text);
    case Damage::Noise: {
        std::string noise(1 + chance.below(4096), '\0');
        for (char& c : noise)
            c = static_cast<char>(chance.next());
        return noise;
    }
    default:
        return {};
    }
}

} // namespace naru::tests
