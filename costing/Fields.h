#pragma once

#include "core/base/Decimal.h"
#include "core/base/JsonDocument.h"
#include "core/model/Evidence.h"

#include <string_view>

namespace naru::costing {

/// An exact number at this place, with bounds given as decimal texts (empty: none).
/// Throws JsonFault with the field, the line and the remedy.
core::Decimal decimalAt(const core::JsonCursor& place, std::string_view lowest = {}, std::string_view highest = {});

/// A whole number within the bounds; "2.5" and 9e99 are faults that name the bounds.
int wholeAt(const core::JsonCursor& place, int lowest, int highest);

/// A string with something in it.
std::string nonEmptyAt(const core::JsonCursor& place);

/// {"ko": ..., "en": ...}, both filled.
core::LocalText localTextAt(const core::JsonCursor& place);

/// Readable name of a place: functions[2].type.
std::string fieldName(const core::JsonCursor& place);

/// Faults at keys that are not known, listing those that are.
void refuseUnknownKeys(const core::JsonCursor& place, const std::vector<std::string_view>& known);

} // namespace naru::costing
