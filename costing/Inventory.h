#pragma once

#include "core/base/Decimal.h"
#include "core/base/Error.h"
#include "core/model/FunctionPointCount.h"
#include "costing/Tariff.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace naru::costing {

/// What the guide's API-link rule adds for a transaction (seed 003, 'FP 추가').
enum class ApiLink {
    Unstated, ///< no split is known: taken as Internal when the rule is on, and labelled
    None,     ///< stays inside its service
    Internal, ///< an ILF is added
    External, ///< an EIF is added: the service reads another one's database
};

/// One function of an inventory that was typed in, imported or counted.
struct FunctionEntry {
    std::string name;
    core::FunctionType type = core::FunctionType::EI;
    std::optional<core::Complexity> complexity; ///< as stated
    int det = 0;                                ///< 0: not known
    int ret = 0;
    int ftr = 0;
    ApiLink apiLink = ApiLink::Unstated;
    bool confirmed = false;
};

/// Size of a redevelopment. Source: RedevelopmentTable of the tariff (provisional).
struct Redevelopment {
    core::Decimal newFp;
    core::Decimal changedFp;   ///< reused after change
    core::Decimal unchangedFp; ///< reused as it is
    int structure = 10;        ///< scores, one of those of the tariff
    int documentation = 10;
    core::Decimal testPercent;
};

/// What is estimated: functions, a total, or a redevelopment. Exactly one of them.
struct Inventory {
    core::CountMethod method = core::CountMethod::Simplified;
    std::vector<FunctionEntry> functions;
    std::optional<core::Decimal> totalFp;
    std::optional<Redevelopment> redevelopment;
    /// Functions that the interfaces between contexts add under the guide's rule; empty without a split.
    std::vector<FunctionEntry> apiLinkFunctions;
    bool splitKnown = false; ///< apiLinkFunctions is complete, whatever the entries say
};

/// Reads a functions file (see the command line's contract). Errors name the field, the line and the remedy.
core::Result<Inventory> readFunctionsFile(const std::filesystem::path& path, const Tariff& tariff);
core::Result<Inventory> parseFunctions(std::string_view text, const std::string& origin, const Tariff& tariff);

/// The inventory of a count: rejected functions are left out.
Inventory inventoryOf(const core::FunctionPointCount& count);

/// Complexity of an entry: the one stated, else by the bands of the standard method, else average.
core::Complexity complexityOf(const FunctionEntry& entry, const Tariff& tariff);

/// Size of one entry.
core::Decimal functionPoints(const FunctionEntry& entry, core::CountMethod method, const Tariff& tariff);

/// Difficulty of change: 1 + (structure + documentation) / 100 x span.
core::Decimal difficulty(const Redevelopment& redevelopment, const Tariff& tariff);

struct InventorySize {
    core::Decimal functions; ///< data and transaction functions
    core::Decimal apiLinks;  ///< what the guide's rule adds; 0 when off
    [[nodiscard]] core::Decimal total() const { return functions + apiLinks; }
};

InventorySize sizeOf(const Inventory& inventory, bool apiLinks, const Tariff& tariff);

} // namespace naru::costing
