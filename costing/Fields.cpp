#include "costing/Fields.h"

#include <algorithm>

namespace naru::costing {

using core::Decimal;
using core::ErrorCode;
using core::JsonCursor;

namespace {

constexpr std::size_t kQuoted = 40;

std::string quoted(std::string text)
{
    if (text.size() > kQuoted)
        text = text.substr(0, kQuoted) + "...";
    return text;
}

std::string found(const JsonCursor& place)
{
    return quoted(place.value().is_string() || place.value().is_number()
                      ? place.numberText()
                      : place.value().dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

} // namespace

std::string fieldName(const JsonCursor& place)
{
    std::string name;
    std::string part;
    const auto take = [&] {
        if (!part.empty() && std::ranges::all_of(part, [](unsigned char c) { return c >= '0' && c <= '9'; }))
            name += "[" + part + "]";
        else if (!part.empty())
            name += (name.empty() ? "" : ".") + part;
        part.clear();
    };
    for (const char c : place.pointer())
        if (c == '/')
            take();
        else
            part += c;
    take();
    return name.empty() ? "/" : name;
}

Decimal decimalAt(const JsonCursor& place, std::string_view lowest, std::string_view highest)
{
    if (!place.value().is_number() && !place.value().is_string())
        place.fail(ErrorCode::InvalidArgument, "costing.field.number", {{"field", fieldName(place)}, {"value", found(place)}});
    const auto value = Decimal::parse(place.numberText());
    if (!value)
        place.fail(ErrorCode::InvalidArgument,
                   value.error().code == ErrorCode::LimitExceeded ? "costing.field.too-long" : "costing.field.number",
                   {{"field", fieldName(place)}, {"value", found(place)}});
    const auto low = Decimal::parse(lowest);
    const auto high = Decimal::parse(highest);
    if (low && *value < *low)
        place.fail(ErrorCode::InvalidArgument, "costing.field.too-small",
                   {{"field", fieldName(place)}, {"value", found(place)}, {"lowest", std::string(lowest)}});
    if (high && *value > *high)
        place.fail(ErrorCode::InvalidArgument, "costing.field.too-large",
                   {{"field", fieldName(place)}, {"value", found(place)}, {"highest", std::string(highest)}});
    return *value;
}

int wholeAt(const JsonCursor& place, int lowest, int highest)
{
    const Decimal value = decimalAt(place);
    if (!value.integral() || value < lowest || value > highest)
        place.fail(ErrorCode::InvalidArgument, "costing.field.whole",
                   {{"field", fieldName(place)},
                    {"value", found(place)},
                    {"lowest", std::to_string(lowest)},
                    {"highest", std::to_string(highest)}});
    return std::stoi(value.text());
}

std::string nonEmptyAt(const JsonCursor& place)
{
    if (!place.value().is_string() && !place.value().is_null())
        place.fail(ErrorCode::InvalidArgument, "costing.field.text", {{"field", fieldName(place)}, {"value", found(place)}});
    std::string text = place.value().is_string() ? place.string() : std::string();
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        place.fail(ErrorCode::InvalidArgument, "costing.field.empty", {{"field", fieldName(place)}});
    return text;
}

core::LocalText localTextAt(const JsonCursor& place)
{
    return {.ko = nonEmptyAt(place.at("ko")), .en = nonEmptyAt(place.at("en"))};
}

void refuseUnknownKeys(const JsonCursor& place, const std::vector<std::string_view>& known)
{
    for (const auto& [key, member] : place.members()) {
        if (std::ranges::find(known, std::string_view(key)) != known.end())
            continue;
        std::string all;
        for (const std::string_view one : known)
            all += (all.empty() ? "" : ", ") + std::string(one);
        member.fail(ErrorCode::InvalidArgument, "costing.field.unknown-key", {{"field", fieldName(member)}, {"known", all}});
    }
}

} // namespace naru::costing
