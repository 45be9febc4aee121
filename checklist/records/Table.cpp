#include "checklist/records/Table.h"

#include "core/base/Encoding.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace naru::checklist {

namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    while (text.starts_with("\u3000"))
        text.remove_prefix(3);
    const auto begin = text.find_first_not_of(kBlank);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

} // namespace

core::Result<std::string> decodeRecords(std::string_view bytes, const std::string& path, std::string* encoding)
{
    if (bytes.find('\0') != std::string_view::npos)
        return core::failure(core::ErrorCode::NotReadable, "checklist.records.binary", {}, path);
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    const bool utf8 = core::countUtf8(bytes).broken == 0;
    if (encoding != nullptr)
        *encoding = utf8 ? "UTF-8" : "CP949";
    if (utf8)
        return std::string(bytes);
    return core::decodeKorean(bytes).text;
}

core::Result<TextTable> parseTable(std::string_view text, const std::string& path)
{
    TextTable table;
    table.separator = core::csvSeparator(text);
    auto rows = core::readCsv(text, path, {.separator = table.separator, .trimmed = true});
    if (!rows)
        return std::unexpected(rows.error());
    table.rows = std::move(*rows);
    if (table.rows.size() < 2)
        return core::failure(core::ErrorCode::Malformed, "checklist.records.empty", {}, path);
    return table;
}

namespace {

struct Unit {
    std::string_view name;
    double factor;
};
/// Longest first, so that 백만원 is not read as 만원.
constexpr std::array kUnits{Unit{"백만원", 1e6}, Unit{"천만원", 1e7}, Unit{"억원", 1e8}, Unit{"천원", 1e3},
                            Unit{"만원", 1e4},   Unit{"백만", 1e6},   Unit{"억", 1e8},   Unit{"천명", 1e3},
                            Unit{"만명", 1e4},   Unit{"만건", 1e4},   Unit{"만", 1e4}};

double unitOf(std::string_view text)
{
    for (const Unit& unit : kUnits)
        if (text.find(unit.name) != std::string_view::npos)
            return unit.factor;
    return 1;
}

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/// 210.000.000: two or more points can only be thousands marks, and then three digits follow each.
std::optional<std::string> withoutThousandsPoints(const std::string& digits)
{
    const auto first = digits.find('.');
    if (first == std::string::npos || digits.find('.', first + 1) == std::string::npos)
        return digits;
    std::string out = digits.substr(0, first);
    for (auto at = first; at < digits.size(); at += 4) {
        const std::string group = digits.substr(at, 4);
        if (group.size() != 4 || group.front() != '.' || !std::all_of(group.begin() + 1, group.end(), digit))
            return std::nullopt;
        out += group.substr(1);
    }
    return out;
}

/// The parts of "2억 5천만원" or "1억 2,500만": each a number with a unit that is smaller than the one before. Empty when it is not so
/// written.
std::optional<double> parseParts(std::string_view text)
{
    static constexpr std::array kParts{Unit{"억", 1e8},   Unit{"천만", 1e7}, Unit{"백만", 1e6},
                                       Unit{"십만", 1e5}, Unit{"만", 1e4},   Unit{"천", 1e3}};
    double sum = 0;
    double last = 1e12;
    while (!text.empty() && text != "원") {
        std::string digits;
        std::size_t at = 0;
        for (; at < text.size() && (digit(text[at]) || text[at] == ',' || text[at] == '.'); ++at)
            if (text[at] != ',')
                digits += text[at];
        double value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size())
            return std::nullopt;
        text = trimmed(text.substr(at));
        const auto unit = std::ranges::find_if(kParts, [text](const Unit& one) { return text.starts_with(one.name); });
        const double factor = unit == kParts.end() ? 1 : unit->factor;
        if (factor >= last)
            return std::nullopt;
        sum += value * factor;
        last = factor;
        text = trimmed(text.substr(unit == kParts.end() ? 0 : unit->name.size()));
    }
    return sum;
}

} // namespace

std::optional<double> parseNumber(std::string_view text)
{
    text = trimmed(text);
    std::string digits;
    if (text.starts_with("\xE2\x82\xA9")) // the won sign
        text = trimmed(text.substr(3));
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (digit(c) || c == '.' || (digits.empty() && (c == '-' || c == '+')))
            digits += c == '+' ? "" : std::string(1, c);
        else if (!((c == ',' || c == ' ' || c == '\'') && at + 1 < text.size() && digit(text[at + 1]) && !digits.empty()))
            break;
    }
    const std::string_view rest = trimmed(text.substr(at));
    if (std::ranges::any_of(rest, digit)) // more than one number, such as 2억 5천만, but not 12/34
        return parseParts(text);
    if (!rest.empty() && rest.find_first_not_of("OolI") == std::string_view::npos)
        return std::nullopt; // letters typed for digits
    const auto plain = withoutThousandsPoints(digits);
    if (!plain)
        return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(plain->data(), plain->data() + plain->size(), value);
    if (error != std::errc() || end != plain->data() + plain->size())
        return std::nullopt;
    return value * unitOf(rest);
}

double headerUnit(std::string_view header)
{
    const auto open = header.find('(');
    return open == std::string_view::npos ? 1 : unitOf(header.substr(open));
}

namespace {

constexpr int kFirstYearOf1900 = 70; ///< years of two digits from here on belong to the last century

/// Days since 1970 in the Gregorian calendar.
int daysOf(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400;
    const int yearOfEra = y - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

std::vector<int> numbersIn(std::string_view text)
{
    std::vector<int> out;
    for (std::size_t i = 0; i < text.size();) {
        if (!digit(text[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && digit(text[end]))
            ++end;
        int value = 0;
        std::from_chars(text.data() + i, text.data() + std::min(end, i + 9), value);
        out.push_back(value);
        i = end;
    }
    return out;
}

} // namespace

std::optional<int> parseDate(std::string_view text)
{
    std::vector<int> numbers = numbersIn(trimmed(text));
    if (numbers.empty() || !digit(trimmed(text)[0]))
        return std::nullopt;
    const std::string_view written = trimmed(text);
    if (numbers.size() > 2 && numbers[0] < 100 && written.size() > 2 && digit(written[1]) && !digit(written[2]))
        numbers[0] += numbers[0] < kFirstYearOf1900 ? 2000 : 1900; // 24.03.05
    else if (numbers[0] >= 19000101 && numbers[0] <= 29991231)
        numbers = {numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100};
    else if (numbers[0] >= 190001 && numbers[0] <= 299912)
        numbers = {numbers[0] / 100, numbers[0] % 100, 1};
    if (numbers[0] < 1900 || numbers[0] > 2999 || numbers.size() < 2)
        return std::nullopt;
    const int day = numbers.size() > 2 ? numbers[2] : 1;
    if (numbers[1] < 1 || numbers[1] > 12 || day < 1)
        return std::nullopt;
    const int out = daysOf(numbers[0], numbers[1], day);
    const int next = numbers[1] == 12 ? daysOf(numbers[0] + 1, 1, 1) : daysOf(numbers[0], numbers[1] + 1, 1);
    return out < next ? std::optional(out) : std::nullopt; // no 31st of February
}

std::optional<int> parseHour(std::string_view text)
{
    const auto mark = std::min(text.find(':'), text.find("시"));
    if (mark == std::string_view::npos || mark == 0 || !digit(text[mark - 1]))
        return std::nullopt;
    const std::size_t begin = mark >= 2 && digit(text[mark - 2]) ? mark - 2 : mark - 1;
    int hour = -1;
    std::from_chars(text.data() + begin, text.data() + mark, hour);
    if (hour < 0 || hour > 24)
        return std::nullopt;
    const auto says = [text](std::initializer_list<std::string_view> words) {
        return std::ranges::any_of(words, [text](std::string_view one) { return text.find(one) != std::string_view::npos; });
    };
    if (hour < 12 && says({"오후", "PM", "pm"}))
        return hour + 12;
    if (hour == 12 && says({"오전", "AM", "am"}))
        return 0;
    return hour % 24;
}

std::optional<int> parseMinuteOfDay(std::string_view text)
{
    const auto hour = parseHour(text);
    if (!hour)
        return std::nullopt;
    const auto colon = text.find(':');
    const std::size_t at = colon < text.find("시") ? colon + 1 : text.find("시") + std::string_view("시").size();
    const std::vector<int> rest = numbersIn(text.substr(at));
    const int minute = rest.empty() ? 0 : rest.front();
    return minute < 60 ? std::optional(*hour * 60 + minute) : std::nullopt;
}

} // namespace naru::checklist
