#include "reports/qt/PdfWriter.h"

#include "reports/qt/DocumentBuilder.h"
#include "reports/qt/PdfFinish.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>

#include <cmath>
#include <unistd.h>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr int kResolution = 1200;
constexpr double kScale = kResolution / 72.0;

QString koreanFamily()
{
    for (const char* name : {"NanumGothic", "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "UnDotum"}) {
        const QString family = QString::fromLatin1(name);
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    const QStringList any = QFontDatabase::families(QFontDatabase::Korean);
    return any.isEmpty() ? QString() : any.first();
}

QPageLayout pageLayout(bool landscape)
{
    return {QPageSize(QPageSize::A4), landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()};
}

int pagesOf(const PageRun& run)
{
    return static_cast<int>(std::ceil(run.document->size().height() / DocumentBuilder::contentSize(run.landscape).height() - 1e-6));
}

std::map<const Heading*, int> layOut(std::vector<PageRun>& runs)
{
    std::map<const Heading*, int> pages;
    int first = 1;
    for (PageRun& run : runs) {
        const QSizeF size = DocumentBuilder::contentSize(run.landscape);
        run.document->setPageSize(size);
        for (const auto& [position, heading] : run.headings) {
            const QTextBlock block = run.document->findBlock(position);
            const double top = run.document->documentLayout()->blockBoundingRect(block).top();
            pages[heading] = first + static_cast<int>(top / size.height());
        }
        first += pagesOf(run);
    }
    return pages;
}

void drawPage(QPainter& painter, const PageRun& run, int page, int number, const QString& family)
{
    const QSizeF size = DocumentBuilder::contentSize(run.landscape);
    painter.save();
    painter.scale(kScale, kScale);
    painter.translate(DocumentBuilder::kMargin, DocumentBuilder::kMargin);
    QFont font(family);
    font.setPixelSize(9);
    painter.setFont(font);
    painter.setPen(QColor(0x4a, 0x55, 0x63));
    painter.drawText(QRectF(0, size.height() + 12, size.width(), 16), Qt::AlignCenter, QStringLiteral("- %1 -").arg(number));
    const QRectF view(0, page * size.height(), size.width(), size.height());
    painter.translate(0, -view.top());
    painter.setClipRect(view);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = view;
    context.palette.setColor(QPalette::Text, Qt::black);
    run.document->documentLayout()->draw(&painter, context);
    painter.restore();
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
    const QString family = koreanFamily();
    if (family.isEmpty())
        return failure(ErrorCode::NotFound, "report.pdf.no-font");

    DocumentBuilder builder(model, family);
    std::vector<PageRun> runs = builder.build({});
    const auto pages = layOut(runs); // the contents have one line a heading on both passes, so the pages hold
    runs = builder.build(pages);
    layOut(runs);

    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kResolution);
        writer.setTitle(QString::fromStdString(model.title));
        writer.setCreator(QStringLiteral("Naru"));
        writer.setPageLayout(pageLayout(runs.front().landscape));
        QPainter painter(&writer);
        int number = 1;
        for (const PageRun& run : runs) {
            const int count = pagesOf(run);
            for (int page = 0; page < count; ++page, ++number) {
                if (number > 1) {
                    writer.setPageLayout(pageLayout(run.landscape));
                    writer.newPage();
                }
                drawPage(painter, run, page, number, family);
            }
        }
    }
    return finishPdf(std::string(bytes.constData(), static_cast<std::size_t>(bytes.size())), model, bookmarksOf(model, pages));
}

} // namespace naru::reports
