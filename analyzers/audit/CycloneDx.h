#pragma once

#include "core/model/AuditReport.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace naru::analyzers::audit {

/// The components found as a bill of materials in the JSON format of CycloneDX. `specVersion` is "1.5" or "1.6"; `system` names what the
/// list is of. The same component declared in several files stands once, with every place (line numbers from 1.6 on).
/// There is no serial number and no time in it: the same tree gives the same bytes.
nlohmann::json cycloneDx(const core::AuditReport& report, const std::string& system, const std::string& naruVersion,
                         const std::string& specVersion);

} // namespace naru::analyzers::audit
