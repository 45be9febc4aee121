#pragma once

#include "core/model/Partition.h"

#include <QCoreApplication>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace naru::gui {

// Rows point into the alternative they were made of, which must outlive them: RowsModel::setRows() keeps it.

/// Words of the tables of a split.
struct SplitWords {
    Q_DECLARE_TR_FUNCTIONS(naru::gui::SplitTables)
};

struct ContextRow {
    const core::Context* context = nullptr;
};

/// A member and where it is; the same things as on the map, for the keyboard.
struct MemberRow {
    core::PartitionMember member;
    QString place;       ///< context name, or shared, unused, unassigned
    std::string context; ///< id, empty when in none
    QString nextBest;
    double confidence = 0; ///< 0: not known
    bool pinned = false;
    bool onTheFence = false;
    const core::MemberWhy* why = nullptr; ///< null: not known
};

struct InterfaceRow {
    const core::ContextInterface* face = nullptr;
    QString from;
    QString to;
    int calls = 0;
};

struct TransactionRow {
    const core::DistributedTransaction* transaction = nullptr;
    QString contexts;
};

struct SharedTableRow {
    const core::SharedTable* table = nullptr;
    QString owner;
    QString users;
};

/// A member that stands elsewhere in another alternative.
struct DifferenceRow {
    core::PartitionMember member;
    QString here;
    QString there;
};

/// Context id -> name.
std::map<std::string, QString> contextNames(const core::Alternative& alternative);
/// The name of a context in the map of contextNames(); its id when it is in none.
QString nameIn(const std::map<std::string, QString>& names, const std::string& id);

std::vector<ContextRow> contextRows(const core::Alternative& alternative);
std::vector<MemberRow> memberRows(const core::Alternative& alternative);
/// The members on the fence, the least certain first.
std::vector<MemberRow> reviewRows(const core::Alternative& alternative);
std::vector<InterfaceRow> interfaceRows(const core::Alternative& alternative);
std::vector<TransactionRow> transactionRows(const core::Alternative& alternative);
std::vector<SharedTableRow> sharedTableRows(const core::Alternative& alternative);
/// Members that move when `there` is taken instead of `here`. Contexts are matched by their common members.
std::vector<DifferenceRow> differenceRows(const core::Alternative& here, const core::Alternative& there);

} // namespace naru::gui
