#include "reports/writers/docx/DocxWriter.h"

#include "reports/writers/Zip.h"
#include "reports/writers/docx/DocxBody.h"
#include "reports/writers/docx/DocxParts.h"

namespace naru::reports {

using namespace docx;

core::Result<std::string> writeDocx(const core::ReportModel& model, FigureRasterizer* rasterizer)
{
    Body body(model, rasterizer);
    if (const auto written = body.write(); !written)
        return std::unexpected(written.error());
    std::vector<ZipEntry> entries;
    entries.push_back({"[Content_Types].xml", contentTypes()});
    entries.push_back({"_rels/.rels", packageRelations()});
    entries.push_back({"word/document.xml", body.document()});
    entries.push_back({"word/_rels/document.xml.rels", body.relations()});
    entries.push_back({"word/styles.xml", stylesXml(model.language)});
    entries.push_back({"word/settings.xml", settingsXml()});
    entries.push_back({"word/numbering.xml", numberingXml(body.orderedLists())});
    entries.push_back({"word/footnotes.xml", body.footnotes()});
    entries.push_back({"word/footer1.xml", footerXml()});
    for (std::size_t i = 0; i < body.pictures().size(); ++i)
        entries.push_back({"word/media/image" + std::to_string(i + 1) + ".png", body.pictures()[i]});
    entries.push_back({"docProps/core.xml", coreProperties(model)});
    entries.push_back({"docProps/app.xml", appProperties()});
    return packZip(entries);
}

} // namespace naru::reports
