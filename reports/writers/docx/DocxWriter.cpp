#include "reports/writers/docx/DocxWriter.h"

#include "reports/writers/Zip.h"
#include "reports/writers/docx/DocxBody.h"
#include "reports/writers/docx/DocxParts.h"

namespace naru::reports {

namespace {

constexpr double kDocxSafeScale = 0.94; ///< other fonts may run wider than ours

/// The document as a word processor will set it: its margins, and the type of DocxParts.
constexpr PageGeometry kDocxGeometry = {.body = 10, .table = 8.5, .lineSpacing = 1.66, .tableSpacing = 1.35};

} // namespace

core::Result<std::string> writeDocx(const core::ReportModel& model, FigureRasterizer* rasterizer, PageSource* pages)
{
    using namespace docx;
    PageFacts facts;
    if (pages != nullptr)
        facts = pages->pageFacts(model, kDocxGeometry);
    if (model.onePage)
        facts.scale *= kDocxSafeScale;
    const double scale = facts.scale;
    Body body(model, rasterizer, std::move(facts));
    if (const auto written = body.write(); !written)
        return std::unexpected(written.error());
    std::vector<ZipEntry> entries;
    entries.push_back({"[Content_Types].xml", contentTypes()});
    entries.push_back({"_rels/.rels", packageRelations()});
    entries.push_back({"word/document.xml", body.document()});
    entries.push_back({"word/_rels/document.xml.rels", body.relations()});
    entries.push_back({"word/styles.xml", stylesXml(model.language, scale)});
    entries.push_back({"word/settings.xml", settingsXml()});
    entries.push_back({"word/numbering.xml", numberingXml(model.language, body.orderedLists())});
    entries.push_back({"word/footnotes.xml", body.footnotes()});
    entries.push_back({"word/footer1.xml", footerXml()});
    for (std::size_t i = 0; i < body.pictures().size(); ++i) {
        entries.push_back({"word/media/image" + std::to_string(i + 1) + ".png", body.pictures()[i]});
        entries.push_back({"word/media/image" + std::to_string(i + 1) + ".svg", body.drawings()[i]});
    }
    entries.push_back({"docProps/core.xml", coreProperties(model)});
    entries.push_back({"docProps/app.xml", appProperties()});
    return packZip(entries);
}

} // namespace naru::reports
