#pragma once

#include "core/model/Edit.h"

namespace naru::core {

/// The edit that takes `edit` back: the changes turned round, last one first.
Edit inverse(const Edit& edit);

} // namespace naru::core
