#include "checklist/Catalog.h"

#include "core/base/Files.h"
#include "tests/support/TempFile.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

namespace {

using namespace naru;
using namespace naru::checklist;
namespace fs = std::filesystem;

const fs::path kFolder = fs::path(NARU_RESOURCES) / "questionnaires";

fs::path writeCatalog(const std::string& name, const std::string& text)
{
    const fs::path file = tests::tempFile(name);
    EXPECT_TRUE(core::writeFile(file, text));
    return file;
}

TEST(Catalogs, allShippedOnesLoad)
{
    const auto catalogs = loadCatalogs(kFolder);
    ASSERT_TRUE(catalogs) << catalogs.error().path << ":" << catalogs.error().line << " " << catalogs.error().key;
    std::set<std::string> ids;
    for (const Catalog& catalog : *catalogs)
        ids.insert(catalog.id);
    EXPECT_EQ(ids, (std::set<std::string>{"adoption-conditions", "adoption-considerations", "cloud-profile", "platform-facts",
                                          "self-diagnosis", "stage-checklist", "target-business"}));
}

TEST(Catalogs, selfDiagnosisHasTheTenItemsInFourGoals)
{
    const auto catalog = findCatalog(kFolder, "self-diagnosis");
    ASSERT_TRUE(catalog);
    ASSERT_EQ(catalog->items.size(), 10U);
    std::map<std::string, int> perGroup;
    for (std::size_t i = 0; i < 10; ++i) {
        EXPECT_EQ(catalog->items[i].id, std::to_string(i + 1));
        EXPECT_FALSE(catalog->items[i].wordingSource.empty());
        EXPECT_FALSE(catalog->items[i].indicators.empty());
        ++perGroup[catalog->items[i].group];
    }
    EXPECT_EQ(perGroup, (std::map<std::string, int>{{"stable", 3}, {"change", 3}, {"quality", 2}, {"time", 2}}));
    EXPECT_TRUE(catalog->items[0].rider);
    EXPECT_EQ(catalog->scoring.adoptAt, 6);
    EXPECT_EQ(catalog->scoring.keepAt, 3);
}

TEST(Catalogs, conflictingReadingDefaultsToTheOfficialOne)
{
    const auto catalog = findCatalog(kFolder, "target-business");
    ASSERT_TRUE(catalog);
    const Item* common = catalog->find("common");
    ASSERT_NE(common, nullptr);
    ASSERT_EQ(common->readings.size(), 2U);
    EXPECT_EQ(common->readings[0].id, "2021");
    EXPECT_EQ(common->favours, core::Answer::No);
    EXPECT_EQ(common->readings[1].favours, core::Answer::Yes);
}

TEST(Catalogs, brokenFileIsNamedWithLineKeyAndExpectation)
{
    auto text = core::readFile(kFolder / "self-diagnosis.json");
    ASSERT_TRUE(text);
    const auto at = text->find("\"adoptAt\": 6");
    ASSERT_NE(at, std::string::npos);
    const int line = 1 + static_cast<int>(std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    text->replace(at, 12, "\"adoptAt\": \"six\"");
    const auto broken = loadCatalog(writeCatalog("broken-catalog.json", *text));
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().key, "core.json.expected");
    EXPECT_EQ(broken.error().line, line);
    EXPECT_EQ(broken.error().args[0].second, "/scoring/adoptAt");
    EXPECT_EQ(broken.error().args[1].second, "a whole number");
}

TEST(Catalogs, unknownIdListsTheKnownOnes)
{
    const auto none = findCatalog(kFolder, "no-such");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, core::ErrorCode::NotFound);
    EXPECT_NE(none.error().args[1].second.find("self-diagnosis"), std::string::npos);
}

TEST(DataFiles, keepTheirSchemas)
{
    std::string command = "python3 " NARU_SOURCE_DIR "/tests/support/validate_schemas.py " NARU_RESOURCES "/schemas";
    std::size_t files = 0;
    for (const char* folder : {"questionnaires", "questionnaires/examples", "rules", "ladders", "thresholds", "records", "templates"})
        for (const auto& entry : fs::directory_iterator(fs::path(NARU_RESOURCES) / folder))
            if (entry.path().extension() == ".json") {
                command += " '" + entry.path().string() + "'";
                ++files;
            }
    EXPECT_GE(files, 18U);
    EXPECT_EQ(std::system(command.c_str()), 0);
}

} // namespace
