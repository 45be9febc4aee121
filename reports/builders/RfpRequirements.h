#pragma once

#include "reports/builders/Composer.h"
#include "reports/builders/RfpTemplate.h"

#include <set>
#include <string>
#include <vector>

namespace naru::reports {

/// One requirement with its number, in the language of the document.
struct Requirement {
    std::string key;  ///< stays the same when numbers change: of the template, with the context it was made for
    std::string code; ///< class
    std::string className;
    std::string id;
    std::string name;
    std::string definition;
    std::vector<std::string> details;
    std::string outputs;
    std::string related;
    std::string source;
    bool official = false;
    std::string madeName; ///< what the template and the results say, where a person said something else
    std::string madeDefinition;
    std::string madeDetails; ///< a line for each
};

/// What the results say, as facts that templates ask for and values that they name.
struct RfpFacts {
    std::set<std::string> facts;
    core::TextArgs values;

    /// All conditions hold.
    [[nodiscard]] bool hold(const std::vector<std::string>& when) const;
};

/// The factor is not met, or only partly.
bool lacking(const core::FactorResult& factor);

/// The split that documents are about; nullptr without one.
const core::Alternative* splitOf(const ReportInput& input);

RfpFacts factsOf(const Composer& composer);

/// The letters of a class of requirements: those of the template, or those a person gave as clause "rfp.code.<code>".
std::string classCode(const Composer& composer, const std::string& code);

/// The requirements that hold, numbered by class, the generated ones expanded. A person's clauses "rfp.req.<key>.name",
/// ".definition" and ".details" (a line for each) replace what the template says.
std::vector<Requirement> requirementsOf(const Composer& composer, const RfpTemplate& rfp, const RfpFacts& facts);

} // namespace naru::reports
