#pragma once

#include "core/model/ReportModel.h"
#include "reports/qt/Page.h"

#include <memory>
#include <vector>

namespace naru::reports {

struct Box;

/// A table while it is broken over pages: what is repeated, and where its outer lines run.
struct TableFrame {
    std::vector<Box> header; ///< repeated at the top of every further page
    double width = 0;
};

/// The smallest piece that stands on one page: a line, a row of a table, a drawing. Marks are relative to its upper left corner.
struct Box {
    double before = 0; ///< distance to the box above; none at the top of a page
    double height = 0;
    double after = 0;
    bool keepWithNext = false;
    bool breakBefore = false;
    std::vector<Mark> marks;
    std::vector<int> footnotes;
    std::shared_ptr<TableFrame> table; ///< of which this is a row
    const core::Heading* heading = nullptr;
    const core::Paragraph* paragraph = nullptr;
    const core::Heading* leadsTo = nullptr; ///< of a line of the contents
    int block = -1;                         ///< index of the block of the report that begins with this box
};

/// Boxes that follow each other on sheets of one orientation.
struct Strip {
    bool landscape = false;
    bool numbered = true;
    std::vector<Box> boxes;
};

} // namespace naru::reports
