#pragma once

#include "core/base/Error.h"

#include <boost/multiprecision/cpp_int.hpp>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace naru::core {

/// What happens to the part that is cut off.
enum class Rounding {
    HalfEven, ///< to the nearest; a half goes to the even neighbour
    HalfUp,   ///< to the nearest; a half goes away from zero (사사오입)
    Down,     ///< toward zero (절사)
    Up,       ///< away from zero (절상)
};

/// An exact rational number for money and function points, of any size. Nothing is
/// rounded unless rounded() or text(places, ...) asks for it.
class Decimal {
public:
    using Integer = boost::multiprecision::cpp_int;
    using Rational = boost::multiprecision::cpp_rational;

    Decimal() = default;
    Decimal(std::int64_t value) : m_value(value) {} // NOLINT(google-explicit-constructor): a whole number is a decimal
    explicit Decimal(Rational value) : m_value(std::move(value)) {}

    /// Reads "12", "-0.5", "1000.60", "1e3". Errors: InvalidArgument with the text (empty,
    /// not a decimal number), LimitExceeded (more than kMaxDigits digits or such an exponent).
    static Result<Decimal> parse(std::string_view text);
    /// `numerator / denominator`; the denominator must not be 0.
    static Decimal ratio(std::int64_t numerator, std::int64_t denominator) { return Decimal(Rational(numerator, denominator)); }

    [[nodiscard]] const Rational& value() const { return m_value; }
    [[nodiscard]] bool integral() const;
    [[nodiscard]] bool negative() const { return m_value < 0; }
    [[nodiscard]] bool zero() const { return m_value == 0; }

    /// The nearest number with `places` digits after the point; negative places round to tens, hundreds ...
    [[nodiscard]] Decimal rounded(int places, Rounding rounding) const;
    /// The shortest exact text: "87.3", "1000". A number without a finite decimal form
    /// (a third) is shown with kShownPlaces digits, rounded half even.
    [[nodiscard]] std::string text() const;
    /// Exactly `places` digits after the point: "1.2800".
    [[nodiscard]] std::string text(int places, Rounding rounding = Rounding::HalfEven) const;
    /// For drawing and durations only, never for money.
    [[nodiscard]] double approximate() const { return m_value.convert_to<double>(); }

    Decimal& operator+=(const Decimal& other) { return m_value += other.m_value, *this; }
    Decimal& operator-=(const Decimal& other) { return m_value -= other.m_value, *this; }
    Decimal& operator*=(const Decimal& other) { return m_value *= other.m_value, *this; }
    Decimal& operator/=(const Decimal& other) { return m_value /= other.m_value, *this; } ///< other must not be 0
    friend Decimal operator+(Decimal left, const Decimal& right) { return left += right; }
    friend Decimal operator-(Decimal left, const Decimal& right) { return left -= right; }
    friend Decimal operator*(Decimal left, const Decimal& right) { return left *= right; }
    friend Decimal operator/(Decimal left, const Decimal& right) { return left /= right; }
    friend bool operator==(const Decimal& left, const Decimal& right) { return left.m_value == right.m_value; }
    friend std::strong_ordering operator<=>(const Decimal& left, const Decimal& right)
    {
        const int order = left.m_value.compare(right.m_value);
        return order < 0 ? std::strong_ordering::less : order > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
    }

    static constexpr std::size_t kMaxDigits = 400;
    static constexpr int kShownPlaces = 20;

private:
    Rational m_value = 0;
};

} // namespace naru::core
