#pragma once

#include "core/base/Error.h"
#include "core/model/AuditReport.h"
#include "core/model/CodeModel.h"
#include "core/model/Evidence.h"
#include "costing/Conventions.h"

#include <filesystem>
#include <string>
#include <vector>

namespace naru::costing {

/// A level of an adjustment factor that the source speaks for. A person decides; nothing is applied by itself.
struct FactorProposal {
    std::string factor;                 ///< linkage, security
    int level = 0;                      ///< 1-based
    std::vector<core::LocalText> found; ///< agencies or measures
    std::vector<core::Evidence> evidence;
    std::string reasonKey; ///< text key
};

/// What speaks for a level. Data: resources/costing/factor-evidence.json.
struct FactorEvidence {
    struct Measure {
        std::string id;
        core::LocalText name;
        NamePatterns names;
    };
    std::string edition;
    core::LocalText source;
    std::vector<int> linkageBands; ///< highest number of agencies of each level but the last
    NamePatterns ignoredHosts;
    std::vector<Measure> measures;

    /// Errors: NotFound, NotReadable, Malformed.
    static core::Result<FactorEvidence> load(const std::filesystem::path& resources);
};

/// Linkage from hosts and database links of other organisations that the audit found in the source, security from measures in
/// code and libraries. Performance and environment cannot be seen in source: they get no proposal.
std::vector<FactorProposal> proposeFactors(const core::CodeModel& model, const core::AuditReport& audit, const FactorEvidence& rules);

/// The organisation behind a host: data.go.kr of apis.data.go.kr, example.com of www.example.com.
std::string agencyOf(std::string_view host);

} // namespace naru::costing
