#pragma once

#include "core/base/JsonDocument.h"
#include "core/model/Evidence.h"

namespace naru::core {

/// A text in both languages from a data file: an object with `ko` and `en` and nothing else, neither of them empty.
/// For use inside of readData(), which turns a fault into a Result.
LocalText localText(const JsonCursor& at);
/// The same of an object that has other keys, too.
LocalText localTextWithin(const JsonCursor& at);
/// A localText() under a key that may be missing.
LocalText localTextOr(const JsonCursor& at, std::string_view key);

} // namespace naru::core
