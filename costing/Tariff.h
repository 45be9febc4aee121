#pragma once

#include "core/base/Decimal.h"
#include "core/model/Evidence.h"
#include "core/model/FunctionPointCount.h"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace naru::costing {

/// Where a block of a tariff comes from. `mark` is "S" (read in a stored public
/// transcription of the official text) or "R" (recalled or derived: provisional).
struct TariffSource {
    std::string mark;
    core::LocalText clause;
    core::Evidence place; ///< kind "tariff", file and line of the block, edition as source
    [[nodiscard]] bool provisional() const { return mark == "R"; }
};

struct TariffStage {
    std::string id;
    core::Decimal weight;
    core::LocalText name;
};

/// A way to divide development: the schemes never mix.
struct StageScheme {
    std::string id;
    core::LocalText name;
    std::vector<TariffStage> stages;
};

/// Weights of one function type in the standard method.
struct StandardWeights {
    std::array<int, 2> files{};          ///< highest RET or FTR of the first and of the second row
    std::array<int, 2> fields{};         ///< highest DET of the first and of the second column
    std::array<core::Decimal, 3> weight; ///< low, average, high
};

struct FactorLevel {
    core::Decimal value;
    core::LocalText wording;
};

/// An adjustment factor that is chosen by level.
struct TariffFactor {
    std::string id;
    core::LocalText name;
    int neutral = 0; ///< level that stands in while none is chosen
    std::vector<FactorLevel> levels;
    TariffSource source;
};

/// scale x (ln(FP) - center)^2 + base, with fixed values outside of the bounds.
struct SizeFormula {
    core::LocalText name;
    std::string scale, center, base; ///< decimal texts
    int places = 4;
    core::Decimal belowFp, belowValue, aboveFp, aboveValue;
    TariffSource source;
};

struct RoundingPolicy {
    std::string id;
    core::LocalText name;
    core::Rounding mode = core::Rounding::HalfEven;
    bool eachStep = true; ///< false: exact to the end
};

struct ProductivityBand {
    std::optional<core::Decimal> below; ///< function points; none: everything else
    core::Decimal perManMonth;
};

struct MaintenanceLevel {
    std::string id;
    core::Decimal points;
    core::LocalText wording;
};

struct MaintenanceFactor {
    std::string id;
    core::LocalText name;
    std::vector<MaintenanceLevel> levels;
};

struct MaintenanceTable {
    core::Decimal basePercent, spanPercent;
    std::vector<MaintenanceFactor> factors;
    std::vector<core::Decimal> commercialPercentByGrade;
    TariffSource source;
};

struct RedevelopmentTable {
    std::vector<int> scores;
    core::Decimal span, highestTestPercent;
    TariffSource source;
};

/// All figures of one edition of the guide. Data: see resources/tariffs.
struct Tariff {
    std::string edition;
    std::string validFrom; ///< ISO 8601, as exact as known
    core::LocalText name;
    core::Decimal unitPrice; ///< won per function point
    TariffSource unitPriceSource;
    std::vector<StageScheme> schemes;
    std::string defaultScheme;
    TariffSource stageSource;
    std::array<core::Decimal, 5> simplified; ///< by FunctionType
    std::array<StandardWeights, 5> standard;
    std::array<std::array<core::Complexity, 3>, 3> grid{}; ///< row by files, column by fields
    TariffSource weightSource;
    SizeFormula size;
    std::vector<TariffFactor> factors; ///< in the order in which they are applied
    core::Decimal highestProfitPercent;
    TariffSource profitSource;
    core::Decimal vatPercent;
    TariffSource vatSource;
    std::vector<RoundingPolicy> roundings;
    std::string defaultRounding;
    TariffSource roundingSource;
    std::vector<ProductivityBand> productivity;
    TariffSource productivitySource;
    MaintenanceTable maintenance;
    RedevelopmentTable redevelopment;
    std::optional<TariffSource> devops; ///< present when operation may be priced in the same contract
    std::string caveatKey;              ///< text key; empty when none
    std::optional<TariffSource> caveat;

    [[nodiscard]] const core::Decimal& weight(core::FunctionType type, core::CountMethod method, core::Complexity complexity) const;
    /// Complexity of the standard method: `files` is RET or FTR, `fields` DET.
    [[nodiscard]] core::Complexity complexity(core::FunctionType type, int files, int fields) const;
    /// The size factor to `size.places` digits; ln is taken with 50 digits.
    [[nodiscard]] core::Decimal sizeFactor(const core::Decimal& functionPoints) const;
    [[nodiscard]] const core::Decimal& perManMonth(const core::Decimal& functionPoints) const;
    [[nodiscard]] const RoundingPolicy* rounding(std::string_view id) const; ///< empty id: the default
    [[nodiscard]] const TariffFactor* factor(std::string_view id) const;
};

/// The editions that are installed.
class TariffCatalog {
public:
    /// Reads resources/tariffs/*.json. Errors: NotFound, NotReadable, Malformed (file, key, line, expected).
    static core::Result<TariffCatalog> load(const std::filesystem::path& resources);

    /// Errors: InvalidArgument when no edition is named (proposes the newest) or it is unknown (lists them).
    [[nodiscard]] core::Result<Tariff> find(std::string_view edition) const;
    [[nodiscard]] const Tariff& newest() const { return m_tariffs.back(); }
    [[nodiscard]] const std::vector<Tariff>& all() const { return m_tariffs; } ///< by date, the newest last

private:
    std::vector<Tariff> m_tariffs;
};

[[nodiscard]] std::string_view nameOf(core::FunctionType type);     ///< "ILF" ...
[[nodiscard]] std::string_view nameOf(core::Complexity complexity); ///< "low" ...
[[nodiscard]] std::string_view nameOf(core::CountMethod method);    ///< "simplified", "standard"
[[nodiscard]] std::optional<core::FunctionType> functionTypeOf(std::string_view name);
[[nodiscard]] std::optional<core::Complexity> complexityOf(std::string_view name);
[[nodiscard]] std::optional<core::CountMethod> countMethodOf(std::string_view name);
[[nodiscard]] constexpr bool isData(core::FunctionType type)
{
    return type == core::FunctionType::ILF || type == core::FunctionType::EIF;
}

} // namespace naru::costing
