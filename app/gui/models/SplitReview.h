#pragma once

#include "app/gui/Language.h"
#include "app/gui/models/TableModel.h"
#include "core/edit/ProjectSession.h"
#include "core/model/Partition.h"

#include <map>
#include <string>
#include <vector>

namespace naru::gui {

/// One decision of a person about the split.
struct HistoryRow {
    core::ProjectSession::HistoryEntry entry;
    QString object; ///< what it is about, in words
    QString value;  ///< what was decided; empty: taken back
};

/// A context beside its counterpart in another alternative.
struct MatchRow {
    QString here;
    QString there;
    int membersHere = 0;
    int membersThere = 0;
    int common = 0;
};

/// A figure of two alternatives.
struct FigureRow {
    QString name;
    double here = 0;
    double there = 0;
    int decimals = 0;
    int better = 0; ///< 1: more is better, -1: less is better
};

/// Something asked for that could not be kept.
struct UnmetRow {
    core::Unmet unmet;
    QString reason;
};

RowsModel<HistoryRow>* makeHistoryTable(Language& language);
RowsModel<MatchRow>* makeMatchTable(Language& language);
RowsModel<FigureRow>* makeFigureTable(Language& language);
RowsModel<UnmetRow>* makeUnmetTable(Language& language);

std::vector<HistoryRow> historyRows(const std::vector<core::ProjectSession::HistoryEntry>& entries, const core::Alternative& alternative);
/// Every context of both sides once; those with most in common stand in one row.
std::vector<MatchRow> matchRows(const core::Alternative& here, const core::Alternative& there);
std::vector<FigureRow> figureRows(const core::Alternative& here, const core::Alternative& there);
std::vector<UnmetRow> unmetRows(const core::Alternative& alternative, const Language& language);

/// The metrics of an alternative, and figures that the window counts itself: ".contexts", ".remote", ".shared", ".transactions".
std::map<std::string, double> splitFigures(const core::Alternative& alternative);

} // namespace naru::gui
