#pragma once

#include "app/gui/Language.h"
#include "app/gui/models/TableModel.h"
#include "core/model/CodeModel.h"

#include <memory>
#include <string>
#include <vector>

namespace naru::gui {

/// One element of a code model, by index.
struct CodeRow {
    const core::CodeModel* code = nullptr;
    std::uint32_t index = 0;
};

using CodeTable = RowsModel<CodeRow>;

/// The tables of the Code page. Each shows one list of a code model.
CodeTable* makeTypesTable(Language& language);
CodeTable* makeTablesTable(Language& language);
CodeTable* makeEntryPointsTable(Language& language);
CodeTable* makeViewsTable(Language& language);
CodeTable* makeUnresolvedTable(Language& language);
CodeTable* makeDiagnosticsTable(Language& language);

/// Rows for every element of a list with `count` elements.
std::vector<CodeRow> allRows(const core::CodeModel& code, std::size_t count);
/// Rows for the types; the code of pages is shown with the views.
std::vector<CodeRow> typeRows(const core::CodeModel& code);
/// Rows for what could not be followed, one reason after the other, the most frequent first.
std::vector<CodeRow> unresolvedRows(const core::CodeModel& code);

/// Inspector view of an entry point: handler, tables, statements, the views that it shows and those that ask it.
Subject describeEntryPoint(const core::CodeModel& code, std::uint32_t index);

} // namespace naru::gui
