#include "app/gui/widgets/PageView.h"

#include "reports/qt/DocumentBuilder.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace naru::gui {
namespace {

constexpr double kBetween = 14; ///< points between two pages
constexpr double kSmallest = 0.3;
constexpr double kLargest = 3;

QSizeF pageSize(bool landscape)
{
    const QSizeF content = reports::DocumentBuilder::contentSize(landscape);
    const double margins = 2 * reports::DocumentBuilder::kMargin;
    return {content.width() + margins, content.height() + margins};
}

int pagesOf(const reports::PageRun& run)
{
    return static_cast<int>(
        std::ceil(run.document->size().height() / reports::DocumentBuilder::contentSize(run.landscape).height() - 1e-6));
}

/// Breaks the documents into pages and says on which page each heading stands.
std::map<const core::Heading*, int> layOut(std::vector<reports::PageRun>& runs)
{
    std::map<const core::Heading*, int> pages;
    int first = 1;
    for (reports::PageRun& run : runs) {
        const QSizeF size = reports::DocumentBuilder::contentSize(run.landscape);
        run.document->setPageSize(size);
        for (const auto& [position, heading] : run.headings) {
            const double top = run.document->documentLayout()->blockBoundingRect(run.document->findBlock(position)).top();
            pages[heading] = first + static_cast<int>(top / size.height());
        }
        first += pagesOf(run);
    }
    return pages;
}

} // namespace

PageView::PageView(Environment& environment, QWidget* parent) : QAbstractScrollArea(parent), m_env(environment)
{
    setObjectName(QStringLiteral("reportPreview"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(NoFrame);
    connect(&m_env.theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

PageView::~PageView() = default;

void PageView::show(std::shared_ptr<core::ReportModel> report)
{
    m_report = std::move(report);
    // The second pass knows the pages for the table of contents.
    const QString family = QApplication::font().family();
    m_runs = reports::DocumentBuilder(*m_report, family).build({});
    const auto pages = layOut(m_runs);
    m_runs = reports::DocumentBuilder(*m_report, family).build(pages);
    layOut(m_runs);
    place();
    verticalScrollBar()->setValue(0);
}

void PageView::clear()
{
    m_report.reset();
    m_runs.clear();
    place();
}

void PageView::place()
{
    m_pages.clear();
    m_extent = {};
    double y = kBetween;
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        const QSizeF size = pageSize(m_runs[run].landscape);
        for (int page = 0; page < pagesOf(m_runs[run]); ++page) {
            m_pages.push_back({run, page, QRectF(QPointF(0, y), size)});
            y += size.height() + kBetween;
            m_extent.setWidth(std::max(m_extent.width(), size.width()));
        }
    }
    m_extent.setHeight(y);
    if (m_fit && m_extent.width() > 0)
        m_scale = std::clamp((viewport()->width() - 40) / m_extent.width(), kSmallest, 1.35);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_extent.height() * m_scale) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(40);
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_extent.width() * m_scale) + 40 - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    viewport()->update();
}

void PageView::zoom(double factor)
{
    m_fit = false;
    const double at = m_extent.height() > 0 ? verticalScrollBar()->value() / (m_extent.height() * m_scale) : 0;
    m_scale = std::clamp(m_scale * factor, kSmallest, kLargest);
    place();
    verticalScrollBar()->setValue(static_cast<int>(at * m_extent.height() * m_scale));
}

void PageView::fitWidth()
{
    m_fit = true;
    place();
}

void PageView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    place();
}

void PageView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier)
        zoom(event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1);
    else
        QAbstractScrollArea::wheelEvent(event);
}

void PageView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_env.theme.colours().raised);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    const double left = std::max(20.0, (viewport()->width() - m_extent.width() * m_scale) / 2) - horizontalScrollBar()->value();
    painter.translate(left, -verticalScrollBar()->value());
    painter.scale(m_scale, m_scale);
    const double top = verticalScrollBar()->value() / m_scale;
    const double bottom = top + viewport()->height() / m_scale;
    for (const Sheet& sheet : m_pages)
        if (sheet.area.bottom() >= top && sheet.area.top() <= bottom)
            paintSheet(painter, sheet);
}

void PageView::paintSheet(QPainter& painter, const Sheet& sheet) const
{
    // Paper is white in both themes: this is what will be printed.
    const Colours& paper = lightColours();
    painter.fillRect(sheet.area, paper.base);
    painter.setPen(QPen(m_env.theme.colours().line, 0));
    painter.drawRect(sheet.area);
    const reports::PageRun& run = m_runs[sheet.run];
    const QSizeF content = reports::DocumentBuilder::contentSize(run.landscape);
    const QRectF part(0, sheet.page * content.height(), content.width(), content.height());
    painter.save();
    painter.translate(sheet.area.left() + reports::DocumentBuilder::kMargin,
                      sheet.area.top() + reports::DocumentBuilder::kMargin - part.top());
    painter.setClipRect(part.adjusted(-2, 0, 2, 0));
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = part;
    context.palette.setColor(QPalette::Text, paper.text);
    run.document->documentLayout()->draw(&painter, context);
    painter.restore();
}

} // namespace naru::gui
