#include "reports/qt/PageLayout.h"

#include "reports/qt/PageComposer.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr std::size_t kBlocksOfAPage = 40; ///< more never stand on the first page

} // namespace

PageFacts PageLayout::pageFacts(const ReportModel& model, const PageGeometry& geometry)
{
    PageStyle style = pageStyle();
    if (style.family.isEmpty())
        return {};
    style.side = geometry.side;
    style.top = geometry.top;
    style.bottom = geometry.bottom;
    style.body = geometry.body;
    style.table = geometry.table;
    style.lineSpacing = geometry.lineSpacing;
    style.tableSpacing = geometry.tableSpacing;
    const Pages pages = composePages(model, style);
    return {pages.headings, pages.scale};
}

Result<std::string> PageLayout::firstPage(const ReportModel& model, int width)
{
    const PageStyle style = pageStyle();
    if (style.family.isEmpty())
        return failure(ErrorCode::NotFound, "report.pdf.no-font");
    ReportModel front = model;
    if (!model.onePage) {
        front.blocks.resize(std::min(front.blocks.size(), kBlocksOfAPage));
        for (Block& block : front.blocks)
            if (auto* table = std::get_if<ReportTable>(&block))
                table->rows.resize(std::min(table->rows.size(), kBlocksOfAPage));
    }
    const Pages pages = composePages(front, style);
    const QSizeF paper = style.paper(!pages.pages.empty() && pages.pages.front().landscape);
    const double scale = width / paper.width();
    QImage image(width, static_cast<int>(std::lround(paper.height() * scale)), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    if (!pages.pages.empty())
        paintPage(painter, pages.pages.front(), 1, style);
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return std::string(png.constData(), static_cast<std::size_t>(png.size()));
}

} // namespace naru::reports
