#pragma once

#include "core/base/Decimal.h"
#include "core/model/RunningCost.h"

#include <filesystem>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace naru::planning {

/// One kind of cost. Data: resources/planning/running-cost.json.
struct CostItemKind {
    std::string id;
    bool container = false;
    std::string period; ///< once, month or year
    core::LocalText name;
    core::LocalText unit;
    bool grows = false;     ///< its quantity follows the growth
    std::string quantityOf; ///< its quantity is that of another item unless it is entered
    std::string priceOf;    ///< the same of its price
    core::LocalText factor; ///< what the quantity is multiplied by besides, e.g. hours of care a machine; empty: nothing
};

struct RunningCostCatalog {
    std::string edition;
    core::LocalText source;
    int years = 5;
    std::string growthPercent;
    std::vector<CostItemKind> items;

    /// Errors: NotFound, NotReadable, Malformed (file, key, line, expected).
    static core::Result<RunningCostCatalog> load(const std::filesystem::path& resources);
};

/// What a person entered: quantities and prices by item, as exact decimals.
struct RunningPrices {
    std::map<std::string, core::Decimal> quantities;
    std::map<std::string, core::Decimal> prices;
    std::map<std::string, core::Decimal> factors;
    int years = 0; ///< 3 to 5; 0: as in the catalog
    std::optional<core::Decimal> growthPercent;
};

/// Reads {"years": 5, "growthPercent": "2", "items": {"vm.server": {"quantity": "12", "price": "350000"}, "vm.care": {"factor": "4", ...}}};
/// numbers may be strings. Errors: Malformed (origin), InvalidArgument (unknown key or item, negative amount, years outside 3 to 5).
core::Result<RunningPrices> pricesFromJson(const nlohmann::json& value, const RunningCostCatalog& catalog, const std::string& origin);
/// What a file of prices holds, when it can be used; errors of pricesFromJson name the line. Errors: NotFound, NotReadable, too.
core::Result<nlohmann::json> readPrices(const std::filesystem::path& file, const RunningCostCatalog& catalog);

/// Cost of the year y: quantity x (1 + growth)^(y-1), rounded up to whole units, x factor x price x 12 for monthly prices. Totals stay
/// empty as long as an item lacks its quantity or price; an item that does not apply is entered with the quantity 0.
core::RunningCost compareRunningCost(const RunningPrices& prices, const RunningCostCatalog& catalog);

} // namespace naru::planning
