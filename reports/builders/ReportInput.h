#pragma once

#include "core/base/Texts.h"
#include "core/model/Assessment.h"
#include "core/model/AuditReport.h"
#include "core/model/CodeModel.h"
#include "core/model/Estimate.h"
#include "core/model/FunctionPointCount.h"
#include "core/model/Partition.h"
#include "core/model/Plan.h"
#include "core/model/Portfolio.h"
#include "core/model/ReportModel.h"
#include "costing/IspTable.h"
#include "costing/Tariff.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace naru::reports {

/// What stands beside the estimate.
struct CostBeside {
    std::optional<core::Estimate> byIfpug; ///< without API links, whatever was chosen
    std::optional<core::Estimate> withApiLinks;
    std::optional<costing::IspTable> isp;
    std::optional<costing::SizeFormula> sizeFormula; ///< of the edition of the estimate
    std::optional<core::LocalText> roundingName;     ///< of the policy of the estimate
};

/// All that is known of one system when a document is made. What is missing becomes a marked gap.
struct ReportInput {
    std::string projectName;
    std::string systemName;
    std::string date; ///< of the project, ISO 8601 day
    std::shared_ptr<const core::CodeModel> code;
    std::optional<core::Assessment> assessment;
    std::optional<core::AuditReport> audit;
    std::optional<core::Maturity> maturity;
    std::optional<core::Partition> partition;
    std::optional<core::FunctionPointCount> count;
    std::optional<core::Estimate> estimate;
    CostBeside beside;
    std::optional<core::Plan> plan;
    std::optional<core::Portfolio> portfolio;       ///< all systems of the project
    std::map<std::string, std::string> clauses;     ///< clause id -> text as a person edited it
    std::map<std::string, std::string> clauseBases; ///< clause id -> the made text that the person saw then; may lack some
    std::vector<std::string> outOfDate;             ///< text keys of results whose inputs changed
    std::filesystem::path templates;                ///< folder of the document templates; needed for the kind "rfp"
};

/// The kinds of document, in the order in which they are offered.
const std::vector<std::string>& reportKinds();

/// Builds one kind of document in the language of `texts`.
/// Errors: InvalidArgument for an unknown kind (names the kinds there are); those of the template for "rfp".
core::Result<core::ReportModel> buildReport(const std::string& kind, const ReportInput& input, const core::Texts& texts);

} // namespace naru::reports
