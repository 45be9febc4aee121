#include "reports/qt/PdfWriter.h"

#include "reports/qt/PageComposer.h"
#include "reports/qt/PdfFinish.h"
#include "reports/writers/Numbering.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <unistd.h>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr int kResolution = 1200;
constexpr double kScale = kResolution / 72.0;

QPageLayout pageLayout(bool landscape)
{
    return {QPageSize(QPageSize::A4), landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()};
}

std::vector<PdfBookmark> bookmarksOf(const ReportModel& model, const std::map<const Heading*, int>& pages)
{
    const Numbering numbers(model);
    std::vector<PdfBookmark> marks;
    for (const Block& block : model.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading == nullptr)
            continue;
        const std::string number = numbers.heading(*heading);
        const auto page = pages.find(heading);
        marks.push_back(
            {number.empty() ? heading->text : number + " " + heading->text, heading->level, page == pages.end() ? 1 : page->second});
    }
    return marks;
}

/// Where the lines of the contents lead, as PDF counts: from the lower left corner.
std::vector<PdfLink> linksOf(const Pages& pages, const PageStyle& style)
{
    std::vector<PdfLink> links;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const double height = style.paper(pages.pages[i].landscape).height();
        for (const PageLink& link : pages.pages[i].links)
            links.push_back({static_cast<int>(i) + 1, link.page, link.area.left(), height - link.area.bottom(), link.area.right(),
                             height - link.area.top()});
    }
    return links;
}

} // namespace

PaintingSession::PaintingSession()
{
    if (QCoreApplication::instance() != nullptr)
        return;
    static int count = 1; // QGuiApplication keeps references to both
    static char name[] = "naru";
    static char* arguments[] = {name, nullptr};
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")) { // Qt would complain for every document; nothing is kept there
        const QString folder = QDir::tempPath() + QStringLiteral("/naru-runtime-%1").arg(::getuid());
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("XDG_RUNTIME_DIR", folder.toLocal8Bit());
    }
    m_application = std::make_unique<QGuiApplication>(count, arguments);
}

PaintingSession::~PaintingSession() = default;

Result<std::string> writePdf(const ReportModel& model)
{
    const PageStyle style = pageStyle();
    if (style.family.isEmpty())
        return failure(ErrorCode::NotFound, "report.pdf.no-font");
    const Pages pages = composePages(model, style);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kResolution);
        writer.setTitle(QString::fromStdString(model.title));
        writer.setCreator(QStringLiteral("Naru"));
        writer.setPageLayout(pageLayout(!pages.pages.empty() && pages.pages.front().landscape));
        QPainter painter(&writer);
        for (std::size_t i = 0; i < pages.pages.size(); ++i) {
            if (i > 0) {
                writer.setPageLayout(pageLayout(pages.pages[i].landscape));
                writer.newPage();
            }
            painter.save();
            painter.scale(kScale, kScale);
            paintPage(painter, pages.pages[i], static_cast<int>(i) + 1, style);
            painter.restore();
        }
    }
    return finishPdf(std::string(bytes.constData(), static_cast<std::size_t>(bytes.size())), model, bookmarksOf(model, pages.headings),
                     linksOf(pages, style));
}

} // namespace naru::reports
