#pragma once

#include "analyzers/audit/Rule.h"
#include "core/base/Job.h"

#include <string>
#include <vector>

namespace naru::analyzers::audit {

/// A test beside a rule that did not come out as it says.
struct RuleTestFailure {
    std::string rule;
    std::string test; ///< name, or "positive 1"
    bool positive = true;
    std::vector<std::string> found; ///< "file:line" of the findings of the rule
    std::string file;               ///< of the rule
    int line = 0;
};

struct RuleTestReport {
    int rules = 0;
    int tests = 0;
    std::vector<std::string> withoutTests; ///< rules without both a positive and a negative test
    std::vector<RuleTestFailure> failures;
};

/// Runs the tests that stand beside the rules: every test's files are written to a folder of their own, analysed
/// and audited like any system. Errors: NotWritable, Cancelled, and those of the analysis.
core::Result<RuleTestReport> runRuleTests(const RuleSet& rules, core::Job& job);

} // namespace naru::analyzers::audit
