#pragma once

#include "core/model/Estimate.h"
#include "costing/Inventory.h"
#include "costing/Tariff.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::costing {

/// Yearly maintenance by rate. Levels by factor id; each must be given.
struct MaintenanceInput {
    std::optional<core::Decimal> developmentCost; ///< won; none: the cost of this estimate
    std::vector<std::pair<std::string, std::string>> levels;
    core::Decimal directExpenses;
};

/// Operation by man-months in a DevOps contract.
struct OperationInput {
    core::Decimal manMonths;
    core::Decimal monthlyRate; ///< won, all overheads in it
};

/// The factors of an estimate as chosen by a person.
struct FactorChoices {
    core::EstimateFactors factors;
    std::optional<MaintenanceInput> maintenance;
    std::optional<OperationInput> operation;
};

struct EstimateInput {
    Inventory inventory;
    FactorChoices choices;
};

/// Reads a factors file (see the command line's contract). Errors name the field, the line and the remedy.
core::Result<FactorChoices> readFactorsFile(const std::filesystem::path& path, const Tariff& tariff);
core::Result<FactorChoices> parseFactors(std::string_view text, const std::string& origin, const Tariff& tariff);

/// The chain of the guide: FP x price x stages, five factors, profit, direct expenses, VAT; exact, with every
/// step. Money is whole won after the rounding policy; a factor that was not chosen counts with its neutral
/// level and is named in `provisional`. Errors: InvalidArgument (levels out of range, stages unknown, twice,
/// of two schemes or none, profit above the cap, negative amounts, nothing to estimate).
core::Result<core::Estimate> estimate(const EstimateInput& input, const Tariff& tariff);

/// Maintenance by rate: (base + span x points / 100) % of the development cost, plus direct expenses.
core::Result<core::MaintenanceEstimate> maintenance(const MaintenanceInput& input, const core::Decimal& developmentCost,
                                                    const RoundingPolicy& rounding, const Tariff& tariff);

/// The stages as a sum of weights, with the id of their scheme.
struct StageChoice {
    std::string scheme;
    core::Decimal sum;
};
core::Result<StageChoice> chooseStages(const std::vector<std::string>& stages, const Tariff& tariff);

} // namespace naru::costing
