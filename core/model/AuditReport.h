#pragma once

#include "core/base/Diagnostic.h"
#include "core/model/Duplication.h"
#include "core/model/Evidence.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace naru::core {

enum class Risk { Info, Low, Medium, High, Critical };

struct EffortRange { // person days, once per root cause
    double low = 0;
    double high = 0;
};

struct Finding {
    std::string rule;
    int factor = 0; ///< 1 to 12, 0 when none
    Risk risk = Risk::Medium;
    std::string file;
    int line = 0;
    std::string quote; ///< the line of source
    LocalText message;
    std::vector<int> cwe;
    std::string iso5055; ///< characteristic of ISO/IEC 5055 that its rule touches (Security, Reliability ...); empty when none
    std::string rootCause; ///< findings with the same root cause are repaired together
    EffortRange effort;
    std::string fingerprint; ///< stable over line shifts
    bool suppressed = false; ///< by a baseline or a decision
    std::string suppressedWhy; ///< reason given there
};

/// What a rule is called.
struct RuleTitle {
    std::string rule; ///< its id
    LocalText title;
};

/// Findings that one repair takes away; its effort is counted once.
struct RootCause {
    std::string id;
    std::string rule;
    int findings = 0; ///< not suppressed
    EffortRange effort;
};

enum class FactorState { Met, Violated, Partly, NotDetectable };

struct FactorResult {
    int id = 0;
    LocalText name;
    FactorState state = FactorState::NotDetectable;
    int violations = 0; ///< findings that count against it; the evidence names the first of them, and what speaks for it
    std::vector<Evidence> evidence;
    LocalText asIs; ///< what the evidence says of today, and what the target looks like
    LocalText toBe;
    LocalText manualQuestion; ///< what a person must add where code cannot tell

    /// How many places speak of it, against or for it.
    [[nodiscard]] std::size_t places() const { return std::max(static_cast<std::size_t>(violations), evidence.size()); }
};

/// A library that the system declares or carries.
struct Component {
    std::string group; ///< empty when not known
    std::string name;
    std::string version;
    std::string scope; ///< as declared; "jar" for a checked-in file
    std::string file;
    int line = 0;
    friend auto operator<=>(const Component&, const Component&) = default;
};

struct AuditReport {
    std::string rulesEdition;
    std::vector<Finding> findings; ///< by rule, file, line
    std::vector<RuleTitle> titles; ///< of the rules that found something, by id; empty in results of older versions
    std::vector<RootCause> rootCauses; ///< by id; without those whose findings are all suppressed
    EffortRange effort;                ///< sum over root causes, person days
    std::vector<FactorResult> factors;
    std::vector<Component> components; ///< by group, name, version
    std::vector<Component> platforms;  ///< what it is built for and runs on: Java level, servlet version, parents, images; by group, name
    Duplication duplication;
    int filesScanned = 0;
    int sourcesScanned = 0; ///< of these, files with program code (no tests): with none, no rule on code has said anything
    int filesSkipped = 0;
    std::vector<Diagnostic> diagnostics;
};

enum class CriterionState { Met, Unmet, Unknown };

struct CriterionResult {
    std::string id;
    int level = 0;
    std::string view; ///< application or infrastructure
    LocalText text;
    CriterionState state = CriterionState::Unknown;
    std::vector<Evidence> evidence;
};

/// Level reached: the highest whose criteria, and those of all levels below, are all met.
struct LadderResult {
    std::string id;
    LocalText name;
    int level = 0;
    int lowest = 0; ///< number of the lowest level of this ladder
    int highest = 3;
    LocalText levelName;
    std::vector<CriterionResult> criteria;
    std::vector<std::string> missingForNext; ///< criterion ids
};

struct Maturity {
    std::vector<LadderResult> ladders;
};

} // namespace naru::core
