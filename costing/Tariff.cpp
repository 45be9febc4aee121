#include "costing/Tariff.h"

#include <algorithm>
#include <boost/multiprecision/cpp_dec_float.hpp>

namespace naru::costing {

using core::Complexity;
using core::CountMethod;
using core::Decimal;
using core::FunctionType;

namespace {

constexpr std::array<std::string_view, 5> kTypes = {"ILF", "EIF", "EI", "EO", "EQ"};
constexpr std::array<std::string_view, 3> kComplexities = {"low", "average", "high"};
constexpr std::array<std::string_view, 2> kMethods = {"simplified", "standard"};

template <typename Value, std::size_t N> std::optional<Value> valueOf(const std::array<std::string_view, N>& names, std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Value>(found - names.begin()));
}

std::size_t band(const std::array<int, 2>& upper, int value)
{
    return value <= upper[0] ? 0 : value <= upper[1] ? 1 : 2;
}

} // namespace

std::string_view nameOf(FunctionType type)
{
    return kTypes.at(static_cast<std::size_t>(type));
}
std::string_view nameOf(Complexity complexity)
{
    return kComplexities.at(static_cast<std::size_t>(complexity));
}
std::string_view nameOf(CountMethod method)
{
    return kMethods.at(static_cast<std::size_t>(method));
}
std::optional<FunctionType> functionTypeOf(std::string_view name)
{
    return valueOf<FunctionType>(kTypes, name);
}
std::optional<Complexity> complexityOf(std::string_view name)
{
    return valueOf<Complexity>(kComplexities, name);
}
std::optional<CountMethod> countMethodOf(std::string_view name)
{
    return valueOf<CountMethod>(kMethods, name);
}

const Decimal& Tariff::weight(FunctionType type, CountMethod method, Complexity level) const
{
    const auto index = static_cast<std::size_t>(type);
    return method == CountMethod::Simplified ? simplified.at(index) : standard.at(index).weight.at(static_cast<std::size_t>(level));
}

Complexity Tariff::complexity(FunctionType type, int files, int fields) const
{
    const StandardWeights& bands = standard.at(static_cast<std::size_t>(type));
    return grid.at(band(bands.files, files)).at(band(bands.fields, fields));
}

Decimal Tariff::sizeFactor(const Decimal& functionPoints) const
{
    if (functionPoints < size.belowFp)
        return size.belowValue;
    if (functionPoints > size.aboveFp)
        return size.aboveValue;
    using Float = boost::multiprecision::cpp_dec_float_50;
    const Float fp =
        Float(boost::multiprecision::numerator(functionPoints.value())) / Float(boost::multiprecision::denominator(functionPoints.value()));
    const Float distance = boost::multiprecision::log(fp) - Float(size.center);
    const Float factor = Float(size.scale) * distance * distance + Float(size.base);
    const auto exact = Decimal::parse(factor.str(30, std::ios_base::fixed));
    return exact ? exact->rounded(size.places, core::Rounding::HalfUp) : size.belowValue;
}

const Decimal& Tariff::perManMonth(const Decimal& functionPoints) const
{
    const auto found =
        std::ranges::find_if(productivity, [&](const ProductivityBand& one) { return !one.below || functionPoints < *one.below; });
    return found == productivity.end() ? productivity.back().perManMonth : found->perManMonth;
}

const RoundingPolicy* Tariff::rounding(std::string_view id) const
{
    const auto found = std::ranges::find(roundings, id.empty() ? std::string_view(defaultRounding) : id, &RoundingPolicy::id);
    return found == roundings.end() ? nullptr : &*found;
}

const TariffFactor* Tariff::factor(std::string_view id) const
{
    const auto found = std::ranges::find(factors, id, &TariffFactor::id);
    return found == factors.end() ? nullptr : &*found;
}

core::Result<Tariff> TariffCatalog::find(std::string_view edition) const
{
    std::string known;
    for (const Tariff& tariff : m_tariffs) {
        if (tariff.edition == edition)
            return tariff;
        known += (known.empty() ? "" : ", ") + tariff.edition;
    }
    if (edition.empty())
        return core::failure(core::ErrorCode::InvalidArgument, "costing.edition.none", {{"newest", newest().edition}, {"editions", known}});
    return core::failure(core::ErrorCode::InvalidArgument, "costing.edition.unknown",
                         {{"edition", std::string(edition.substr(0, 40))}, {"editions", known}, {"newest", newest().edition}});
}

} // namespace naru::costing
