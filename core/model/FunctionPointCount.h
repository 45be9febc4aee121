#pragma once

#include "core/model/Evidence.h"

#include <string>
#include <vector>

namespace naru::core {

enum class FunctionType { ILF, EIF, EI, EO, EQ };
enum class Complexity { Low, Average, High };
enum class FunctionState { Proposed, Confirmed, Rejected };
enum class CountMethod { Simplified, Standard };

struct CountedFunction {
    std::string id; ///< stable: type and table or entry point
    std::string name;
    FunctionType type = FunctionType::EI;
    int det = 0; ///< 0 when not known
    int ret = 0; ///< data functions only
    int ftr = 0; ///< transactions only
    Complexity complexity = Complexity::Average;
    std::string fp; ///< exact decimal text, e.g. "7.5"
    FunctionState state = FunctionState::Proposed;
    bool manual = false;
    std::string context; ///< context id when a split is known
    std::vector<Evidence> evidence;
    std::vector<std::string> tables;              ///< data: those of the logical file; transactions: those touched, by name
    std::vector<std::string> entryPoints;         ///< transactions: ids of all entry points that were merged into it
    std::vector<std::string> reasonKeys;          ///< text keys: why this type, what was merged, what is uncertain
    FunctionType proposedType = FunctionType::EI; ///< before a person's decision
    std::string note;                             ///< of the person who decided
};

/// A counting convention that people decide differently, as it was applied.
struct ConventionSetting {
    std::string id;
    std::string value;
    bool isDefault = true;
    LocalText name;
    LocalText meaning;
};

struct DroppedFunction {
    std::string name;
    std::string whyKey; ///< text key
    Evidence evidence;
    std::string kind; ///< table or entryPoint
};

struct FunctionPointCount {
    CountMethod method = CountMethod::Simplified;
    std::string convention; ///< named convention in force
    std::string weightsEdition;
    std::vector<CountedFunction> functions;
    std::vector<DroppedFunction> dropped;
    std::string total;                                       ///< exact decimal text
    std::vector<std::pair<std::string, std::string>> byType; ///< ILF .. EQ -> exact decimal text
    std::vector<std::string> notes;                          ///< text keys
    LocalText conventionName;
    std::vector<ConventionSetting> conventions;
    std::vector<CountedFunction> apiLinks; ///< what the guide's API-link rule would add for the split; not in the total
    std::string apiLinksTotal = "0";       ///< exact decimal text
    bool splitKnown = false;               ///< apiLinks were looked for
    std::vector<std::string> unmatched;    ///< ids of decisions whose function is no longer found
};

} // namespace naru::core
