#include "analyzers/audit/CycloneDx.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace naru;
using analyzers::audit::cycloneDx;

core::AuditReport report()
{
    core::AuditReport out;
    out.components = {{"", "gpki", "1.0", "jar", "lib/gpki-1.0.jar", 0},
                      {"a.b", "c", "${v}", "provided", "pom.xml", 9},
                      {"org.x", "y+z", "2.1", "compile", "m1/pom.xml", 12},
                      {"org.x", "y+z", "2.1", "compile", "m2/pom.xml", 7}};
    return out;
}

TEST(CycloneDx, eachComponentStandsOnceWithItsPlaces)
{
    const auto bom = cycloneDx(report(), "S", "1", "1.6");
    EXPECT_EQ(bom.at("bomFormat"), "CycloneDX");
    EXPECT_EQ(bom.at("specVersion"), "1.6");
    EXPECT_EQ(bom.at("metadata").at("component").at("name"), "S");
    const auto& all = bom.at("components");
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].at("name"), "gpki");
    EXPECT_FALSE(all[0].contains("purl"));
    EXPECT_EQ(all[1].at("purl"), "pkg:maven/a.b/c");
    EXPECT_FALSE(all[1].contains("version"));
    EXPECT_EQ(all[1].at("scope"), "optional");
    EXPECT_EQ(all[2].at("purl"), "pkg:maven/org.x/y%2Bz@2.1");
    EXPECT_EQ(all[2].at("evidence").at("occurrences").size(), 2U);
    EXPECT_EQ(all[2].at("evidence").at("occurrences")[1].at("line"), 7);
}

TEST(CycloneDx, linesAreNewIn16)
{
    const auto bom = cycloneDx(report(), "", "1", "1.5");
    EXPECT_EQ(bom.at("$schema"), "http://cyclonedx.org/schema/bom-1.5.schema.json");
    EXPECT_EQ(bom.dump().find("\"line\""), std::string::npos);
    EXPECT_FALSE(bom.at("metadata").at("component").at("name").get<std::string>().empty());
}

} // namespace
