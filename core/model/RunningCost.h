#pragma once

#include "core/model/Evidence.h"

#include <string>
#include <utility>
#include <vector>

namespace naru::core {

/// One line of the comparison. Amounts are exact decimal text in won; empty: a person has not entered what it needs.
struct RunningCostItem {
    std::string id;
    bool container = false; ///< of the container side; else of virtual machines
    std::string period;     ///< once, month or year
    LocalText name;
    LocalText unit;
    std::string quantity;
    std::string price;
    LocalText factorName; ///< what the quantity is multiplied by besides, e.g. hours of care a machine; empty: nothing
    std::string factor;
    std::string formula; ///< with its figures: "12 x 350000 x 12"
    std::string firstYear;
    std::string total; ///< over all years
};

struct RunningCostYear {
    int year = 1;
    std::string machines; ///< of the year
    std::string containers;
    std::string machinesSum; ///< since the beginning
    std::string containersSum;
};

/// Virtual machines against containers.
struct RunningCost {
    std::string edition;
    int years = 0;
    std::string growthPercent; ///< of quantities, per year
    std::vector<RunningCostItem> items;
    std::vector<RunningCostYear> perYear;
    std::string machines; ///< totals; empty while something is missing
    std::string containers;
    std::string difference;           ///< machines less containers
    int breakEvenMonth = 0;           ///< first month from which containers have cost less in all; 0: not within the years
    std::vector<std::string> missing; ///< item ids
    std::vector<std::string> notes;   ///< text keys
};

} // namespace naru::core
