#include "app/gui/widgets/PageView.h"

#include <QPageLayout>
#include <QPainter>
#include <QPrinter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace naru::gui {
namespace {

constexpr double kBetween = 14; ///< points between two pages
constexpr double kSmallestPageScale = 0.3;
constexpr double kLargestPageScale = 3;

} // namespace

PageView::PageView(Environment& environment, QWidget* parent) : QAbstractScrollArea(parent), m_env(environment)
{
    setObjectName(QStringLiteral("reportPreview"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(NoFrame);
    connect(&m_env.theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

PageView::~PageView() = default;

void PageView::show(std::shared_ptr<const Preview> preview)
{
    // The same document made anew, e.g. after an edit of a clause, stays where it was.
    const bool same = m_preview && preview && m_preview->report->kind == preview->report->kind;
    const int at = verticalScrollBar()->value();
    m_preview = std::move(preview);
    m_own.clear();
    place();
    verticalScrollBar()->setValue(same ? at : 0);
}

void PageView::clear()
{
    m_preview.reset();
    m_own.clear();
    place();
}

bool PageView::reveal(const std::string& clause)
{
    if (!m_preview)
        return false;
    for (const auto& [paragraph, page] : m_preview->pages.paragraphs)
        if (paragraph->anchor == clause && static_cast<std::size_t>(page) <= m_pages.size()) {
            verticalScrollBar()->setValue(static_cast<int>(m_pages[static_cast<std::size_t>(page) - 1].area.top() * m_scale));
            return true;
        }
    return false;
}

void PageView::print(QPrinter& printer) const
{
    if (!m_preview)
        return;
    QPainter painter;
    int number = 0;
    for (std::size_t at = 0; at < m_preview->pages.pages.size(); ++at) {
        const reports::Page& page = ownPage(at);
        ++number;
        printer.setPageOrientation(page.landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
        if (number == 1 ? !painter.begin(&printer) : !printer.newPage())
            return;
        painter.save();
        const double scale = printer.resolution() / 72.0;
        painter.scale(scale, scale);
        reports::paintPage(painter, page, number, m_preview->style);
        painter.restore();
    }
}

void PageView::place()
{
    m_pages.clear();
    m_extent = {};
    double y = kBetween;
    for (std::size_t page = 0; m_preview && page < m_preview->pages.pages.size(); ++page) {
        const QSizeF size = m_preview->style.paper(m_preview->pages.pages[page].landscape);
        m_pages.push_back({page, QRectF(QPointF(0, y), size)});
        y += size.height() + kBetween;
        m_extent.setWidth(std::max(m_extent.width(), size.width()));
    }
    m_extent.setHeight(y);
    if (m_fit && m_extent.width() > 0)
        m_scale = std::clamp((viewport()->width() - 40) / m_extent.width(), kSmallestPageScale, 1.35);
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
    m_scale = std::clamp(m_scale * factor, kSmallestPageScale, kLargestPageScale);
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
    painter.save();
    painter.translate(sheet.area.topLeft());
    painter.setClipRect(QRectF(QPointF(), sheet.area.size()));
    reports::paintPage(painter, ownPage(sheet.page), static_cast<int>(sheet.page) + 1, m_preview->style);
    painter.restore();
}

const reports::Page& PageView::ownPage(std::size_t page) const
{
    const auto found = m_own.find(page);
    if (found != m_own.end())
        return found->second;
    return m_own.emplace(page, reports::forThisThread(m_preview->pages.pages[page])).first->second;
}

} // namespace naru::gui
