#include "core/base/Markup.h"

#include "core/base/Encoding.h"

#include <cstdint>

namespace naru::core {

namespace {

struct Character {
    std::size_t bytes = 1;
    bool valid = false;
    std::uint32_t code = 0;
};

Character characterAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const std::uint32_t lead = byte(at);
    if (lead < 0x80)
        return {1, true, lead};
    const std::size_t length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 0;
    if (length == 0 || at + length > text.size())
        return {};
    std::uint32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U)
            return {};
        code = (code << 6U) | (byte(at + i) & 0x3FU);
    }
    static constexpr std::uint32_t kLowest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < kLowest[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return {};
    return {length, true, code};
}

bool allowed(std::uint32_t code)
{
    if (code < 0x20)
        return code == '\t' || code == '\n';
    return code != 0x7F && code != 0xFFFE && code != 0xFFFF && !(code >= 0x80 && code < 0xA0);
}

template <typename Put> void eachCharacter(std::string_view text, Put put)
{
    for (std::size_t at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        if (!character.valid)
            put(kReplacement);
        else if (allowed(character.code))
            put(text.substr(at, character.bytes));
        at += character.bytes;
    }
}

} // namespace

std::string xmlText(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    eachCharacter(text, [&](std::string_view character) {
        switch (character.front()) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&apos;";
            break;
        default:
            out += character;
        }
    });
    return out;
}

std::string cleanText(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    eachCharacter(text, [&](std::string_view character) { out += character; });
    return out;
}

std::size_t characters(std::string_view text)
{
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
    return count;
}

std::string_view firstCharacters(std::string_view text, std::size_t count)
{
    std::size_t at = 0;
    while (at < text.size() && count > 0) {
        at += characterAt(text, at).bytes;
        --count;
    }
    return text.substr(0, at);
}

} // namespace naru::core
