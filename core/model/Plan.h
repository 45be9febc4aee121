#pragma once

#include "core/model/Capacity.h"
#include "core/model/Evidence.h"
#include "core/model/Responsibility.h"
#include "core/model/RunningCost.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace naru::core {

struct PlanStep { // one strangler step of a context
    std::string id;
    std::string kind; ///< api, data, cutover, traffic, removal, rollback-check ...
    std::string textKey;
    std::vector<std::pair<std::string, std::string>> args;
    std::string rollbackKey;
    std::vector<std::string> after; ///< step ids that must be done before; never cyclic
};

struct PlannedContext {
    std::string context; ///< context id
    std::string name;
    double pull = 0;                                   ///< what speaks for doing it early
    double hold = 0;                                   ///< what speaks against
    std::vector<std::pair<std::string, double>> parts; ///< named parts of pull (+) and hold (-)
    std::string functionPoints;                        ///< decimal text, empty when not counted
    double personMonths = 0;
    std::vector<PlanStep> steps;
    std::string reasonKey; ///< why it is in this wave
    std::vector<std::pair<std::string, std::string>> reasonArgs;
    bool moved = false;                             ///< a person put it there
    std::string cost;                               ///< won; empty without an estimate
    std::vector<std::pair<std::string, int>> facts; ///< interfacesIn, interfacesOut, sharedTables, distributedTransactions, members ...
    std::vector<std::string> testsFirst;            ///< entry point ids whose behaviour tests must hold before it moves
    std::vector<std::string> compatible;            ///< what stays compatible: entry point ids other contexts or screens call
};

/// What breaks, or could not be kept, in words with its names.
struct PlanBreak {
    std::string textKey;
    std::vector<std::pair<std::string, std::string>> args;
    std::vector<std::string> contexts; ///< context ids
    friend bool operator==(const PlanBreak&, const PlanBreak&) = default;
};

struct Wave {
    int number = 0; ///< 0 is the preparation (refactoring architecture)
    std::string nameKey;
    bool pilot = false;
    std::vector<PlannedContext> contexts;
    double durationMonths = 0;
    std::vector<std::string> warnings; ///< text keys, each once
    std::vector<PlanBreak> breaks;     ///< the same one by one
    std::vector<PlanStep> steps;       ///< of the wave itself: the preparation
    double startMonth = 0;             ///< from the start of the migration
    double personMonths = 0;
};

struct ArchitectureElement {
    std::string area; ///< execution, backing, development, operation, infrastructure
    std::string id;
    LocalText name;
    LocalText product; ///< proposed open-source product
    LocalText reason;
    std::vector<Evidence> evidence;
    bool inner = false;                    ///< part of each service; else of the surroundings
    std::vector<std::string> alternatives; ///< other products
    LocalText cloudFoundry;                ///< what stands there on Cloud Foundry
    LocalText kubernetes;
};

struct Plan {
    std::vector<Wave> waves;
    std::vector<ArchitectureElement> architecture;
    std::vector<std::string> gaps; ///< text keys of facts a person must add
    std::vector<std::string> notes;
    std::vector<std::pair<std::string, double>> weights; ///< of the order: part -> weight
    std::string weightsEdition;
    double teamSize = 0;                ///< people per wave
    double fpPerManMonth = 0;           ///< function points a person month: effort is function points by this
    Evidence productivity;              ///< where that figure comes from: the tariff of the estimate, the weights, or a person
    std::vector<std::string> unmatched; ///< context ids of decisions that are no longer there
    std::vector<PlanBreak> conflicts;   ///< wishes of a person that contradict each other
    std::optional<Capacity> capacity;   ///< when a load profile is known
    std::optional<RunningCost> runningCost;
    std::optional<Responsibility> responsibility; ///< service models and who manages what
};

} // namespace naru::core
