#pragma once

#include "core/model/Evidence.h"

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
    Evidence source; ///< tariff edition and clause, or answer
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
};

} // namespace naru::core
