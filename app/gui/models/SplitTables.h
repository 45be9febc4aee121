#pragma once

#include "app/gui/Language.h"
#include "app/gui/models/SplitRows.h"
#include "app/gui/models/TableModel.h"

namespace naru::gui {

RowsModel<ContextRow>* makeContextsTable(Language& language);
RowsModel<MemberRow>* makeMembersTable(Language& language);
RowsModel<InterfaceRow>* makeInterfacesTable(Language& language);
RowsModel<TransactionRow>* makeTransactionsTable(Language& language);
RowsModel<SharedTableRow>* makeSharedTablesTable(Language& language);
RowsModel<DifferenceRow>* makeDifferencesTable(Language& language);

Subject describe(const core::Context& context, const core::Alternative& alternative, Language& language);
Subject describe(const MemberRow& row, Language& language);

} // namespace naru::gui
