#pragma once

#include "core/model/ReportModel.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QTextLayout>

#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

class QPainter;
class QSvgRenderer;

namespace naru::reports {

struct PageStyle;

/// One line of a laid-out text, its top left at `at`.
struct TextMark {
    std::shared_ptr<QTextLayout> text;
    int line = 0;
    QPointF at;
};

struct FillMark {
    QRectF area;
    QColor colour;
};

struct LineMark {
    QPointF from;
    QPointF to;
    QColor colour;
    double width = 0.6;
    bool dotted = false;
};

struct DrawingMark {
    std::shared_ptr<QSvgRenderer> drawing;
    QRectF area;
};

using Mark = std::variant<FillMark, LineMark, DrawingMark, TextMark>;

/// A place on a page that leads to another page.
struct PageLink {
    QRectF area;
    int page = 1; ///< 1-based
};

/// A sheet, ready to be painted. Lengths in points from its upper left corner.
struct Page {
    bool landscape = false;
    bool numbered = true;
    std::vector<Mark> marks;
    std::vector<PageLink> links;
    int firstBlock = -1; ///< index of the first block of the report that begins here; -1: none
};

/// A report as pages. Points into the report and its texts, which must outlive it.
struct Pages {
    std::vector<Page> pages;
    std::map<const core::Heading*, int> headings;     ///< page each stands on, 1-based
    std::map<const core::Paragraph*, int> paragraphs; ///< the same for paragraphs
    double scale = 1;                                 ///< at which the type was set
};

/// The page with its texts set anew, line by line as they are. A set text belongs to the thread that made it, as its fonts do: to
/// paint a page of another thread without this is undefined once that thread has ended.
Page forThisThread(const Page& page);

/// Paints one sheet in points; `number` is printed below when the page has one.
void paintPage(QPainter& painter, const Page& page, int number, const PageStyle& style);

} // namespace naru::reports
