#include "reports/writers/hwpx/HwpxWriter.h"

#include "core/base/Markup.h"
#include "reports/writers/Numbering.h"
#include "reports/writers/Zip.h"
#include "reports/writers/hwpx/HwpxBody.h"
#include "reports/writers/hwpx/HwpxCheck.h"

#include <fmt/format.h>

namespace naru::reports {

using namespace naru::core;
using namespace hwpx;

namespace {

constexpr std::size_t kPreviewCharacters = 1000;
constexpr int kPreviewWidth = 724;  ///< pixels, as the word processor has it
constexpr double kHwpxSafeScale = 0.95; ///< other fonts may run wider than ours

/// The document as the word processor will set it: its paper, and the type of HwpxStyles.
constexpr PageGeometry kHwpxGeometry = {.side = kSideMargin / 100.0,
                                        .top = (kTopMargin + kEdgeMargin) / 100.0,
                                        .bottom = 2 * kEdgeMargin / 100.0,
                                        .body = 10,
                                        .table = 9,
                                        .lineSpacing = 1.6,
                                        .tableSpacing = 1.3};

std::string sectionName(std::size_t index)
{
    return "section" + std::to_string(index);
}

std::string versionXml()
{
    return xmlStart() +
           "<hv:HCFVersion xmlns:hv=\"http://www.hancom.co.kr/hwpml/2011/version\" tagetApplication=\"WORDPROCESSOR\" major=\"5\" "
           "minor=\"1\" micro=\"1\" buildNumber=\"0\" os=\"1\" xmlVersion=\"1.4\" application=\"Naru\" appVersion=\"0.1\"/>";
}

std::string settingsXml()
{
    return xmlStart() +
           "<ha:HWPApplicationSetting xmlns:ha=\"http://www.hancom.co.kr/hwpml/2011/app\" "
           "xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\"><ha:CaretPosition listIDRef=\"0\" paraIDRef=\"0\" "
           "pos=\"0\"/></ha:HWPApplicationSetting>";
}

std::string containerXml()
{
    return xmlStart() + "<ocf:container xmlns:ocf=\"urn:oasis:names:tc:opendocument:xmlns:container\" "
                        "xmlns:hpf=\"http://www.hancom.co.kr/schema/2011/hpf\"><ocf:rootfiles><ocf:rootfile "
                        "full-path=\"Contents/content.hpf\" media-type=\"application/hwpml-package+xml\"/><ocf:rootfile "
                        "full-path=\"Preview/PrvText.txt\" media-type=\"text/plain\"/></ocf:rootfiles></ocf:container>";
}

std::string manifestXml()
{
    return xmlStart() + "<odf:manifest xmlns:odf=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
}

std::string packageXml(const ReportModel& model, std::size_t sections, std::size_t pictures)
{
    const auto meta = [](const char* name, const std::string& value) {
        return fmt::format("<opf:meta name=\"{}\" content=\"text\">{}</opf:meta>", name, core::xmlText(value));
    };
    const std::string moment = model.date.empty() ? std::string() : model.date + "T00:00:00Z";
    std::string out = xmlStart() + "<opf:package" + namespaces() + " version=\"\" unique-identifier=\"\" id=\"\"><opf:metadata>" +
                      fmt::format("<opf:title>{}</opf:title><opf:language>{}</opf:language>", core::xmlText(model.title), model.language) +
                      meta("creator", model.author) + meta("subject", model.subtitle) + meta("CreatedDate", moment) +
                      meta("ModifiedDate", moment) +
                      "</opf:metadata><opf:manifest>"
                      "<opf:item id=\"header\" href=\"Contents/header.xml\" media-type=\"application/xml\"/>";
    for (std::size_t i = 0; i < pictures; ++i)
        out += fmt::format("<opf:item id=\"{0}\" href=\"BinData/{0}.png\" media-type=\"image/png\" isEmbeded=\"1\"/>", pictureId(i));
    for (std::size_t i = 0; i < sections; ++i)
        out += fmt::format("<opf:item id=\"{0}\" href=\"Contents/{0}.xml\" media-type=\"application/xml\"/>", sectionName(i));
    out += "<opf:item id=\"settings\" href=\"settings.xml\" media-type=\"application/xml\"/></opf:manifest><opf:spine><opf:itemref "
           "idref=\"header\" linear=\"yes\"/>";
    for (std::size_t i = 0; i < sections; ++i)
        out += fmt::format("<opf:itemref idref=\"{}\" linear=\"yes\"/>", sectionName(i));
    return out + "</opf:spine></opf:package>";
}

/// What a file manager shows without opening the document.
std::string previewText(const ReportModel& model)
{
    std::string text = core::cleanText(model.title) + "\r\n";
    for (const FrontLine& line : frontLines(model))
        text += core::cleanText(line.label + ": " + line.text) + "\r\n";
    for (const Block& block : model.blocks) {
        if (text.size() > kPreviewCharacters * 3)
            break;
        if (const auto* heading = std::get_if<Heading>(&block))
            text += core::cleanText(heading->text) + "\r\n";
        else if (const auto* paragraph = std::get_if<Paragraph>(&block))
            for (const TextRun& run : paragraph->runs)
                text += core::cleanText(run.text) + "\r\n";
    }
    return std::string(core::firstCharacters(text, kPreviewCharacters));
}

} // namespace

Result<std::string> writeHwpx(const ReportModel& model, FigureRasterizer* rasterizer, PageSource* pages)
{
    PageFacts facts;
    std::string preview;
    if (pages != nullptr) {
        facts = pages->pageFacts(model, kHwpxGeometry);
        if (model.onePage)
            facts.scale *= kHwpxSafeScale;
        if (auto picture = pages->firstPage(model, kPreviewWidth)) // without fonts there is none, and none is needed
            preview = std::move(*picture);
    }
    Body body(model, rasterizer, std::move(facts));
    if (const auto written = body.write(); !written)
        return std::unexpected(written.error());
    const std::size_t sections = body.sections().size();
    std::vector<ZipEntry> entries; // in the order of the word processor
    entries.push_back({"mimetype", "application/hwp+zip", true});
    entries.push_back({"version.xml", versionXml()});
    entries.push_back({"Contents/header.xml", body.styles().header(sections)});
    for (std::size_t i = 0; i < body.pictures().size(); ++i)
        entries.push_back({"BinData/" + pictureId(i) + ".png", body.pictures()[i]});
    for (std::size_t i = 0; i < sections; ++i)
        entries.push_back({"Contents/" + sectionName(i) + ".xml", body.sections()[i]});
    entries.push_back({"Preview/PrvText.txt", previewText(model)});
    entries.push_back({"settings.xml", settingsXml()});
    if (!preview.empty())
        entries.push_back({"Preview/PrvImage.png", preview});
    entries.push_back({"META-INF/container.xml", containerXml()});
    entries.push_back({"Contents/content.hpf", packageXml(model, sections, body.pictures().size())});
    entries.push_back({"META-INF/manifest.xml", manifestXml()});
    auto bytes = packZip(entries);
    if (!bytes)
        return bytes;
    const auto faults = checkHwpx(*bytes);
    if (!faults.empty())
        return failure(ErrorCode::Internal, "report.hwpx.faulty", {{"fault", faults.front().rule}, {"part", faults.front().part}});
    return bytes;
}

} // namespace naru::reports
