#pragma once

#include "core/base/StringPool.h"

#include <string>
#include <string_view>

namespace naru::core {

/// All texts of a pool, so that another pool can give them the same ids. Nobody may intern meanwhile.
std::string savePool(const StringPool& pool);

/// Fills a new pool with saved texts. False when the bytes are not what savePool wrote or an id came out differently.
bool restorePool(StringPool& pool, std::string_view bytes);

} // namespace naru::core
