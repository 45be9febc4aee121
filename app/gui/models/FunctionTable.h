#pragma once

#include "app/gui/Environment.h"
#include "app/gui/models/TableModel.h"
#include "core/model/FunctionPointCount.h"

namespace naru::gui {

/// The function inventory: number, name, type, size, state.
RowsModel<core::CountedFunction>* makeFunctionTable(Environment& environment);
RowsModel<core::DroppedFunction>* makeDroppedTable(Environment& environment);

Subject describe(const core::CountedFunction& function, Language& language);

} // namespace naru::gui
