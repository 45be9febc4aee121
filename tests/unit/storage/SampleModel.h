#pragma once

#include "core/model/CodeModel.h"

namespace naru::tests {

/// A small model in which no field has its default value and every list has an element.
/// The texts `early` get into its pool first, so that the others have other ids.
core::CodeModel sampleModel(const std::vector<std::string>& early = {});

/// Everything a model says, with texts for string ids, one fact per line: equal text, equal model.
std::string describeModel(const core::CodeModel& model);

} // namespace naru::tests
