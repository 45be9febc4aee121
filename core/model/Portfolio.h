#pragma once

#include "core/model/Evidence.h"
#include "core/model/Plan.h"
#include "core/model/Project.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace naru::core {

/// One system among many.
struct PortfolioSystem {
    SystemId system = 0;
    std::string name;
    int rank = 0;                    ///< 1 is the first to be moved
    std::optional<double> readiness; ///< 0 to 100; none: nothing is known
    std::optional<double> value;
    double score = 0;
    std::vector<std::pair<std::string, double>> parts; ///< criterion id -> 0 to 100
    std::string segment;                               ///< keep, rehost, replatform, refactor, retire; empty: cannot be said yet
    std::string proposedSegment;                       ///< by the rules
    std::string reasonKey;
    std::vector<std::pair<std::string, std::string>> reasonArgs;
    bool overridden = false;
    std::string note; ///< of the person who decided
    std::string functionPoints;
    std::string cost; ///< won; empty: not estimated
    int year = 0;     ///< of the roadmap; 0: none
    bool yearChosen = false;
    std::vector<std::string> gaps; ///< text keys
};

struct RoadmapYear {
    int year = 0;
    double targetPercent = 0; ///< share of all systems that has moved by its end
    int systems = 0;          ///< that move in it
    double reachedPercent = 0;
    std::string budget;  ///< won
    int withoutCost = 0; ///< systems of the year that have no estimate
};

/// An effect that the guide names, and the findings whose removal brings it here.
struct ExpectedEffect {
    std::string id;
    LocalText name;
    LocalText text;
    int findings = 0;
    std::vector<int> factors; ///< whose findings bring it when they are removed; 0: those of no factor
    std::vector<std::pair<std::string, int>> systems; ///< name -> findings, most first
};

struct ContractClause {
    std::string id;
    LocalText title;
    LocalText text;
};

struct StageItem {
    LocalText stage;
    LocalText text;
};

struct Portfolio {
    std::string edition;
    std::vector<PortfolioSystem> systems; ///< by rank
    std::vector<RoadmapYear> roadmap;
    std::vector<ExpectedEffect> effects;
    std::vector<ContractClause> contract;
    std::vector<StageItem> checklist;
    LocalText targetSource;
    std::vector<std::string> notes; ///< text keys
    std::vector<std::string> unmatched;
};

} // namespace naru::core
