#pragma once

#include "reports/builders/Composer.h"

namespace naru::reports {

// One function a part of the documents. Each says what is missing instead of leaving it out silently.

void addSummary(Composer& composer);
void addSystem(Composer& composer);
void addDiagnosis(Composer& composer);
void addReadiness(Composer& composer);
void addMaturity(Composer& composer);
void addSplit(Composer& composer);
void addCount(Composer& composer);
void addEstimate(Composer& composer);
void addPlan(Composer& composer);
void addSources(Composer& composer);

} // namespace naru::reports
