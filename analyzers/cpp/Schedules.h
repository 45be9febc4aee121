#pragma once

#include "analyzers/spi/SourceTexts.h"
#include "core/model/CodeModel.h"

#include <set>
#include <string>

namespace naru::analyzers::cpp {

/// Names of the programs that the crontabs of a system start, without folders: fields of time, then a command. Also programs that the
/// command hands to a shell.
std::set<std::string> scheduledPrograms(const core::CodeModel& model, const SourceTexts& texts);

} // namespace naru::analyzers::cpp
