#pragma once

#include "reports/builders/Composer.h"
#include "reports/builders/RfpTemplate.h"

namespace naru::reports {

/// The request for proposals: the template's outline with what the results say, missing facts as marked gaps.
void addRfp(Composer& composer, const RfpTemplate& rfp);

} // namespace naru::reports
