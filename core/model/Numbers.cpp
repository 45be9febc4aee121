#include "core/model/Numbers.h"

#include <charconv>
#include <cstdint>

namespace naru::core {

using nlohmann::json;

namespace {

template <typename Number> bool reads(const std::string& text, Number& value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

std::string withoutTrailingZeros(std::string text)
{
    if (text.find('.') == std::string::npos)
        return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

} // namespace

json numberFromText(const std::string& text)
{
    const std::string shortest = withoutTrailingZeros(text);
    std::int64_t whole = 0;
    if (reads(shortest, whole))
        return whole;
    double fraction = 0;
    if (shortest.find('.') != std::string::npos && reads(shortest, fraction) && json(fraction).dump() == shortest)
        return fraction;
    return text;
}

std::string textFromNumber(const json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (!value.is_number())
        return {};
    return withoutTrailingZeros(value.dump());
}

std::string textFromNumber(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found == object.end() ? std::string() : textFromNumber(*found);
}

} // namespace naru::core
