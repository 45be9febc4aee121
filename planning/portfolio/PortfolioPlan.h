#pragma once

#include "core/base/Decimal.h"
#include "core/base/Error.h"
#include "core/model/Portfolio.h"
#include "core/model/Project.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace naru::planning {

/// What is known of a system; each figure may be missing.
struct SystemFacts {
    core::SystemId system = 0;
    std::string name;
    std::map<std::string, double> measures; ///< criterion id -> 0 to 100
    std::string verdict;                    ///< adopt, review, keep, incomplete; empty: not diagnosed
    std::string functionPoints;
    std::string cost;            ///< won
    std::map<int, int> findings; ///< factor (0: none) -> findings
};

struct Criterion {
    std::string id;
    double weight = 1;
    core::LocalText name;
};

/// A rule that puts a system into a segment; the first that fits counts.
struct SegmentRule {
    std::string segment;
    std::string verdict;
    std::optional<double> valueFrom, valueBelow, readinessFrom, readinessBelow;
};

/// Data: resources/planning/portfolio.json.
struct PortfolioRules {
    std::string edition;
    std::vector<Criterion> readiness, value;
    double readinessWeight = 0.5, valueWeight = 0.5;
    std::vector<SegmentRule> segments;
    std::vector<std::string> moving; ///< segments that count toward the target shares
    int startYear = 0;
    std::map<int, double> targets; ///< year -> percent
    core::LocalText targetSource;
    std::vector<std::pair<std::vector<int>, core::ExpectedEffect>> effects; ///< factors -> effect
    std::vector<core::ContractClause> contract;

    /// Errors: NotFound, NotReadable, Malformed (file, key, line, expected).
    static core::Result<PortfolioRules> load(const std::filesystem::path& resources);
};

/// Ranks systems, puts each into a segment, and spreads those that move over the years until the target shares are met.
/// `decisions`: area "portfolio", key "segment" ({segment, note} or text), "year", of each system; "startYear" and
/// "target/<year>" of the project (system 0). Budgets are exact sums. Errors: InvalidArgument (no systems).
core::Result<core::Portfolio> planPortfolio(const std::vector<SystemFacts>& systems, const PortfolioRules& rules,
                                            const std::vector<core::Decision>& decisions);

/// Systems as typed in a CSV file with a header: name, and any of yes (0 to 10), level (0 to 3), value (0 to 100), fp, cost.
/// Errors: NotFound, NotReadable, Malformed (file, line).
core::Result<std::vector<SystemFacts>> readSystemsCsv(const std::filesystem::path& file);

} // namespace naru::planning
