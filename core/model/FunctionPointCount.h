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
};

struct DroppedFunction {
    std::string name;
    std::string whyKey; ///< text key
    Evidence evidence;
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
};

} // namespace naru::core
