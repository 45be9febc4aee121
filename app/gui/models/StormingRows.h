#pragma once

#include "core/model/CodeModel.h"
#include "core/model/Partition.h"

#include <QString>

#include <string>
#include <vector>

namespace naru::gui {

/// The six steps of event storming, as views of one split.
enum class StormingStep { Events, Commands, Triggers, Aggregates, Contexts, Map };
inline constexpr int kStormingSteps = 6;

/// One note on the wall of a step: what it is, what it belongs to, what it leads to, and the context it lies in.
struct StormingRow {
    QString what;
    QString from;
    QString to;
    QString context;
    std::string contextId;
    std::string file; ///< of the handler, empty when there is none
    int line = 0;
};

/// `code` gives places and titles of entry points; it may be missing.
std::vector<StormingRow> stormingRows(const core::Alternative& alternative, const core::CodeModel* code, StormingStep step);

} // namespace naru::gui
