#pragma once

#include "core/edit/ProjectSession.h"
#include "core/model/AuditReport.h"

#include <filesystem>

namespace naru::service {

/// Marks the findings that a person accepted in the project (area "suppress"), as long as their day has not passed by the clock of the
/// machine, and reckons the report anew. Rules that cannot be read leave the report as it is.
void acceptDecided(const core::ProjectSession& session, core::SystemId system, const std::filesystem::path& resources,
                   core::AuditReport& report);

} // namespace naru::service
