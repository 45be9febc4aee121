#include "core/base/JsonWriter.h"

#include <array>
#include <charconv>

namespace naru::core {

std::size_t utf8Length(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (text.empty())
        return 0;
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) > 0x9F;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool beyond = first == 0xF4 && byte(1) > 0x8F;
        return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

namespace {

void appendControl(std::string& out, unsigned char c)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\t':
        out += "\\t";
        return;
    case '\r':
        out += "\\r";
        return;
    default:
        out += "\\u00";
        out += kDigits[c >> 4U];
        out += kDigits[c & 0xFU];
    }
}

} // namespace

void appendJsonString(std::string& out, std::string_view text)
{
    out += '"';
    std::size_t plain = 0; // start of the stretch that is copied as it is
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool special = c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
        const std::size_t length = special ? 0 : (c < 0x80 ? 1 : utf8Length(text.substr(i)));
        if (length > 0) {
            i += length;
            continue;
        }
        out.append(text, plain, i - plain);
        if (special)
            appendControl(out, c);
        else
            out += "\xEF\xBF\xBD";
        plain = ++i;
    }
    out.append(text, plain);
    out += '"';
}

void JsonWriter::comma()
{
    if (m_needsComma)
        m_out += ',';
    m_needsComma = true;
}

void JsonWriter::open(char bracket)
{
    comma();
    m_out += bracket;
    m_needsComma = false;
}

void JsonWriter::close(char bracket)
{
    m_out += bracket;
    m_needsComma = true;
}

void JsonWriter::key(std::string_view name)
{
    comma();
    m_out += '"';
    m_out += name;
    m_out += "\":";
    m_needsComma = false;
}

void JsonWriter::value(std::string_view text)
{
    comma();
    appendJsonString(m_out, text);
}

void JsonWriter::value(bool flag)
{
    comma();
    m_out += flag ? "true" : "false";
}

void JsonWriter::integer(std::int64_t number)
{
    comma();
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    m_out.append(digits.data(), end);
}

void JsonWriter::raw(std::string_view json)
{
    comma();
    m_out += json;
}

} // namespace naru::core
