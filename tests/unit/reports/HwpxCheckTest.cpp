// Each defect that a word processor would reject is put into a sound package; the closure check must name it.

#include "reports/writers/hwpx/HwpxCheck.h"
#include "reports/writers/Zip.h"
#include "reports/writers/hwpx/HwpxWriter.h"

#include "tests/support/SampleReport.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

using namespace naru;
using reports::ZipEntry;

namespace {

using Entries = std::vector<ZipEntry>;

std::string& part(Entries& entries, const std::string& name)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const ZipEntry& entry) { return entry.name == name; });
    EXPECT_NE(found, entries.end()) << name;
    return found->bytes;
}

void replace(std::string& text, const std::string& from, const std::string& to)
{
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
}

void remove(Entries& entries, const std::string& name)
{
    std::erase_if(entries, [&](const ZipEntry& entry) { return entry.name == name; });
}

struct Defect {
    std::string name;
    std::string rule;
    std::function<void(Entries&)> make;
};

void PrintTo(const Defect& defect, std::ostream* out)
{
    *out << defect.name;
}

class InjectedDefect : public ::testing::TestWithParam<Defect> {};

const std::string kHeader = "Contents/header.xml";
const std::string kSection = "Contents/section0.xml";

std::vector<Defect> defects()
{
    return {
        {"WrongMimetype", "mimetype.content", [](Entries& e) { e.front().bytes = "application/zip"; }},
        {"MimetypeWithNewline", "mimetype.content", [](Entries& e) { e.front().bytes += "\n"; }},
        {"CompressedMimetype", "mimetype.stored", [](Entries& e) { e.front().stored = false; }},
        {"MimetypeNotFirst", "mimetype.first", [](Entries& e) { std::swap(e[0], e[1]); }},
        {"MissingHeader", "part.missing", [](Entries& e) { remove(e, kHeader); }},
        {"DanglingCharPrIDRef", "reference.charPrIDRef",
         [](Entries& e) { replace(part(e, kSection), "charPrIDRef=\"0\"", "charPrIDRef=\"999\""); }},
        {"DanglingParaPrIDRef", "reference.paraPrIDRef",
         [](Entries& e) { replace(part(e, kSection), "paraPrIDRef=\"0\"", "paraPrIDRef=\"999\""); }},
        {"DanglingBorderFillIDRef", "reference.borderFillIDRef",
         [](Entries& e) { replace(part(e, kSection), "borderFillIDRef=\"3\"", "borderFillIDRef=\"77\""); }},
        {"WrongItemCnt", "count.charProperties",
         [](Entries& e) { replace(part(e, kHeader), "<hh:charProperties itemCnt=\"", "<hh:charProperties itemCnt=\"9"); }},
        {"PrefixedAttributes", "xml.prefixed-attribute",
         [](Entries& e) { replace(part(e, kHeader), "<hh:charPr id=", "<hh:charPr hh:id="); }},
        {"MissingSecPr", "section.secPr",
         [](Entries& e) {
             std::string& text = part(e, kSection);
             const auto from = text.find("<hp:secPr");
             const auto to = text.find("</hp:secPr>");
             text.erase(from, to + 11 - from);
         }},
        {"MissingCellSz", "cell.cellSz",
         [](Entries& e) {
             std::string& text = part(e, kSection);
             const auto from = text.find("<hp:cellSz");
             text.erase(from, text.find("/>", from) + 2 - from);
         }},
        {"MalformedXml", "xml.malformed", [](Entries& e) { replace(part(e, kSection), "</hs:sec>", "</hs:se>"); }},
        {"MissingManifest", "part.missing", [](Entries& e) { remove(e, "META-INF/manifest.xml"); }},
        {"MissingContainer", "part.missing", [](Entries& e) { remove(e, "META-INF/container.xml"); }},
        {"NotStandalone", "xml.standalone", [](Entries& e) { replace(part(e, kSection), " standalone=\"yes\"", ""); }},
        {"MissingNamespace", "xml.namespace",
         [](Entries& e) { replace(part(e, kSection), " xmlns:hp10=\"http://www.hancom.co.kr/hwpml/2016/paragraph\"", ""); }},
        {"EmptyControl", "ctrl.empty", [](Entries& e) { replace(part(e, kSection), "<hp:t>", "<hp:ctrl/><hp:t>"); }},
        {"StaleLines", "linesegarray", [](Entries& e) { replace(part(e, kSection), "</hp:p>", "<hp:linesegarray/></hp:p>"); }},
        {"CellsLeaveAHole", "cell.hole", [](Entries& e) { replace(part(e, kSection), "colSpan=\"2\"", "colSpan=\"1\""); }},
        {"WrongSectionCount", "count.sections", [](Entries& e) { replace(part(e, kHeader), "secCnt=\"3\"", "secCnt=\"1\""); }},
        {"UnlistedSection", "manifest.unlisted",
         [](Entries& e) {
             replace(part(e, "Contents/content.hpf"), "<opf:itemref idref=\"section1\" linear=\"yes\"/>", "");
             replace(part(e, "Contents/content.hpf"),
                     "<opf:item id=\"section1\" href=\"Contents/section1.xml\" media-type=\"application/xml\"/>", "");
         }},
    };
}

} // namespace

TEST_P(InjectedDefect, IsCaught)
{
    const auto sound = reports::writeHwpx(tests::sampleReport(), nullptr);
    ASSERT_TRUE(sound);
    ASSERT_TRUE(reports::checkHwpx(*sound).empty());
    auto entries = reports::unpackZip(*sound);
    ASSERT_TRUE(entries);
    GetParam().make(*entries);
    const auto broken = reports::packZip(*entries);
    ASSERT_TRUE(broken);
    const auto faults = reports::checkHwpx(*broken);
    const bool named = std::any_of(faults.begin(), faults.end(), [&](const auto& fault) { return fault.rule == GetParam().rule; });
    EXPECT_TRUE(named) << "faults found: " << faults.size() << (faults.empty() ? "" : ", first " + faults.front().rule);
}

INSTANTIATE_TEST_SUITE_P(Hwpx, InjectedDefect, ::testing::ValuesIn(defects()),
                         [](const ::testing::TestParamInfo<Defect>& tested) { return tested.param.name; });

TEST(HwpxCheck, NamesWhatIsNoPackage)
{
    const auto faults = reports::checkHwpx("no archive");
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults.front().rule, "zip");
}
