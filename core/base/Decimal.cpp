#include "core/base/Decimal.h"

#include <algorithm>
#include <cctype>

namespace naru::core {

namespace {

using Integer = Decimal::Integer;

Integer powerOfTen(unsigned exponent)
{
    return boost::multiprecision::pow(Integer(10), exponent);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::unexpected<Error> malformed(std::string_view text)
{
    constexpr std::size_t kQuoted = 60;
    return failure(ErrorCode::InvalidArgument, "core.decimal.malformed", {{"text", std::string(text.substr(0, kQuoted))}});
}

std::unexpected<Error> tooLong()
{
    return failure(ErrorCode::LimitExceeded, "core.decimal.too-long", {{"limit", std::to_string(Decimal::kMaxDigits)}});
}

/// The integer part of a quotient of magnitudes, rounded as asked.
Integer divideRounded(const Integer& numerator, const Integer& denominator, Rounding rounding)
{
    Integer quotient;
    Integer rest;
    boost::multiprecision::divide_qr(numerator, denominator, quotient, rest);
    if (rest == 0)
        return quotient;
    const Integer twice = rest * 2;
    const bool up = rounding == Rounding::Up || (rounding == Rounding::HalfUp && twice >= denominator) ||
                    (rounding == Rounding::HalfEven && (twice > denominator || (twice == denominator && (quotient & 1) != 0)));
    return up ? Integer(quotient + 1) : quotient;
}

/// Digits after the point of a finite decimal with this denominator; -1 when there is no end.
int finitePlaces(Integer denominator)
{
    int twos = 0;
    int fives = 0;
    for (; denominator % 2 == 0; denominator /= 2)
        ++twos;
    for (; denominator % 5 == 0; denominator /= 5)
        ++fives;
    return denominator == 1 ? std::max(twos, fives) : -1;
}

/// Reads the digits from `text[at]` on and appends them; returns how many there were.
std::size_t takeDigits(std::string_view text, std::size_t& at, std::string& digits)
{
    const std::size_t start = at;
    for (; at < text.size() && isDigit(text[at]); ++at)
        digits += text[at];
    return at - start;
}

} // namespace

Result<Decimal> Decimal::parse(std::string_view text)
{
    if (text.size() > kMaxDigits * 2)
        return tooLong();
    std::size_t at = 0;
    const bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+'))
        ++at;
    std::string digits;
    const std::size_t whole = takeDigits(text, at, digits);
    std::size_t fraction = 0;
    if (at < text.size() && text[at] == '.') {
        ++at;
        fraction = takeDigits(text, at, digits);
        if (fraction == 0)
            return malformed(text);
    }
    if (whole == 0)
        return malformed(text);
    long exponent = 0;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        const bool down = at < text.size() && text[at] == '-';
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        std::string power;
        if (takeDigits(text, at, power) == 0)
            return malformed(text);
        if (power.size() > 6 || std::stol(power) > static_cast<long>(kMaxDigits))
            return tooLong();
        exponent = down ? -std::stol(power) : std::stol(power);
    }
    if (at != text.size())
        return malformed(text);
    if (digits.size() > kMaxDigits)
        return tooLong();
    exponent -= static_cast<long>(fraction);
    // A leading zero would make cpp_int read octal digits.
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    const Integer number(digits);
    const Integer scale = powerOfTen(static_cast<unsigned>(std::abs(exponent)));
    const Rational value = exponent < 0 ? Rational(number, scale) : Rational(Integer(number * scale));
    return Decimal(negative ? Rational(-value) : value);
}

bool Decimal::integral() const
{
    return boost::multiprecision::denominator(m_value) == 1;
}

Decimal Decimal::rounded(int places, Rounding rounding) const
{
    const Integer scale = powerOfTen(static_cast<unsigned>(std::abs(places)));
    Integer numerator = boost::multiprecision::abs(boost::multiprecision::numerator(m_value));
    Integer denominator = boost::multiprecision::denominator(m_value);
    (places >= 0 ? numerator : denominator) *= scale;
    const Integer whole = divideRounded(numerator, denominator, rounding);
    const Rational magnitude = places >= 0 ? Rational(whole, scale) : Rational(Integer(whole * scale));
    return Decimal(negative() ? Rational(-magnitude) : magnitude);
}

std::string Decimal::text() const
{
    const int places = finitePlaces(boost::multiprecision::denominator(m_value));
    if (places >= 0)
        return text(places);
    std::string shown = text(kShownPlaces);
    shown.erase(shown.find_last_not_of('0') + 1);
    if (shown.back() == '.')
        shown.pop_back();
    return shown;
}

std::string Decimal::text(int places, Rounding rounding) const
{
    const int digitsAfter = std::max(places, 0);
    const Decimal shown = rounded(digitsAfter, rounding);
    const Rational scaled = shown.m_value * Rational(powerOfTen(static_cast<unsigned>(digitsAfter)));
    std::string digits = Integer(boost::multiprecision::abs(boost::multiprecision::numerator(scaled))).str();
    const auto wanted = static_cast<std::size_t>(digitsAfter) + 1;
    if (digits.size() < wanted)
        digits.insert(0, wanted - digits.size(), '0');
    if (digitsAfter > 0)
        digits.insert(digits.size() - static_cast<std::size_t>(digitsAfter), ".");
    return shown.negative() ? "-" + digits : digits;
}

} // namespace naru::core
