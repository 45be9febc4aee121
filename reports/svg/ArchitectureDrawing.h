#pragma once

#include "core/base/Texts.h"
#include "core/model/Plan.h"

#include <string>

namespace naru::reports {

/// The target architecture of a plan after the reference model of the guide: the services of the split with their inner elements, and
/// around them what the surroundings bring, by area. A self-contained SVG document; same plan, same bytes.
std::string architectureSvg(const core::Plan& plan, const core::Texts& texts);

} // namespace naru::reports
