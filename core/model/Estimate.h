#pragma once

#include "core/model/Evidence.h"

#include <optional>
#include <string>
#include <vector>

namespace naru::core {

/// Money is exact: integer won as decimal text of any length.
using Won = std::string;

struct EstimateFactors { // levels as in the tariff, 1-based
    int linkage = 0;     ///< 0: not chosen yet
    int performance = 0;
    int environment = 0;
    int security = 0;
    std::string profitPercent = "25";
    Won directExpenses = "0";
    std::vector<std::string> stages = {"analysis", "design", "implementation", "test"};
    bool vat = true;
    std::string apiLinks = "none"; ///< none or guide
    std::string rounding;          ///< policy id; empty: the default of the tariff
    friend bool operator==(const EstimateFactors&, const EstimateFactors&) = default;
};

struct EstimateStep {
    std::string name;      ///< text key, e.g. cost.step.before
    std::string operation; ///< e.g. "x 1.2800"
    Won value;
    Evidence source;  ///< place in the tariff (file, line, edition) or "answer"
    LocalText clause; ///< the tariff's own words on where the figure comes from
    bool provisional = false;
};

/// A factor of the tariff as it was applied.
struct AppliedFactor {
    std::string id;
    LocalText name;
    int level = 0;      ///< 1-based; 0 for size, which is computed
    bool chosen = true; ///< false: not chosen yet, the neutral level stands in
    std::string value;  ///< decimal text, e.g. "0.94"
    LocalText wording;  ///< of the level
    LocalText clause;
};

/// Yearly maintenance by rate (요율제 유지관리비).
struct MaintenanceEstimate {
    Won developmentCost;                                     ///< re-estimated
    std::vector<std::pair<std::string, std::string>> levels; ///< factor -> simple, normal, complex
    std::string points;                                      ///< TMP
    std::string ratePercent;
    Won fee;
    Won directExpenses;
    Won total;
};

/// Operation within a DevOps contract, by man-months (2025 edition).
struct OperationEstimate {
    std::string manMonths;
    Won monthlyRate;
    Won cost;
};

struct Estimate {
    std::string edition;
    std::string fp;
    Won unitPrice;
    Won before;
    std::vector<std::pair<std::string, std::string>> factors; ///< size, linkage ... -> decimal text
    std::vector<EstimateStep> steps;
    Won after;
    Won profit;
    Won directExpenses;
    Won developmentCost;
    Won vat;
    Won total;
    std::string rounding;
    std::string apiLinksFp;               ///< function points that API links add, "0" when off
    std::vector<std::string> provisional; ///< text keys of figures that are provisional
    LocalText editionName;
    std::string method;      ///< simplified, standard, or empty for a total typed in
    std::string stageScheme; ///< id in the tariff
    std::string stageSum;    ///< decimal text
    std::vector<AppliedFactor> applied;
    std::string manMonths;    ///< effort: function points by the tariff's productivity, two places
    std::string productivity; ///< function points per man-month
    std::string profitPercent;
    std::optional<MaintenanceEstimate> maintenance;
    std::optional<OperationEstimate> operation; ///< is part of the total
};

} // namespace naru::core
