#pragma once

#include "checklist/Catalog.h"
#include "checklist/Scoring.h"
#include "checklist/Thresholds.h"
#include "checklist/records/Records.h"
#include "core/model/AuditReport.h"
#include "core/model/CodeModel.h"
#include "core/model/Partition.h"
#include "core/model/SourceHistory.h"

namespace naru::checklist {

/// What may speak for an answer. A null pointer says that it was not looked at.
struct ProposalInput {
    const core::CodeModel* code = nullptr;
    const core::AuditReport* audit = nullptr;
    const core::Partition* partition = nullptr;
    const core::SourceHistory* history = nullptr;
    const Records* records = nullptr;
};

/// Proposed answers of the self-diagnosis with their evidence, one for every item.
///
/// `confidence` is the share of the kinds of evidence that the catalog lists for the item which could be looked at
/// here; it says nothing about how sure the answer is. Where nothing could be looked at, or the evidence does not
/// decide (what an agency wants is never in its code), the proposal is Unknown and says why.
Proposals propose(const Catalog& catalog, const ProposalInput& input, const Thresholds& thresholds);

} // namespace naru::checklist
