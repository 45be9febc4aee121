#pragma once

#include "checklist/AnswerSheet.h"

namespace naru::checklist {

/// Proposals by item id, see checklist/Proposals.h.
using Proposals = std::map<std::string, core::Proposal>;

/// Scores answers against a catalog.
///
/// `yes` counts the items whose answer speaks for adoption (for the self-diagnosis: YES). With the
/// self-diagnosis 6 or more YES give adopt and 3 or fewer keep (guide for procurers, NIA 2021); 4 or 5 are
/// not defined there and give review, which is Naru's own reading.
///
/// The verdict is Incomplete
///   - as long as an item is unanswered, even when the others already decide: a half-done diagnosis is never shown as done;
///   - when items answered with 'unknown' could change the verdict. An 'unknown' counts neither as YES nor as NO.
/// `missing` then lists what is open, `possible` what the verdict can still become. An answer that was given under another edition of
/// the catalog counts, and is marked for review; an answer to an item that the catalog does not have is named in `strangers`.
core::Assessment score(const Catalog& catalog, const AnswerSheet& sheet, const Proposals& proposals = {});

} // namespace naru::checklist
