#pragma once

#include "core/model/Assessment.h"

#include <string>
#include <vector>

namespace naru::checklist {

/// One item whose answer is not the same on both dates.
struct ChangedItem {
    std::string id;
    core::LocalText question;
    core::GivenAnswer before;
    core::GivenAnswer after;
};

/// Two states of the same questionnaire.
struct AssessmentComparison {
    core::Assessment before;
    core::Assessment after;
    std::vector<ChangedItem> changed; ///< in the order of the questionnaire
};

/// What changed between two states. Items are met by id; one that only one state has counts as unanswered in the other.
AssessmentComparison compare(core::Assessment before, core::Assessment after);

} // namespace naru::checklist
