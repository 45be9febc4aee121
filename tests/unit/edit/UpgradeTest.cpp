#include "core/base/Files.h"
#include "core/edit/ProjectSession.h"
#include "core/storage/Migrations.h"
#include "tests/unit/storage/SampleModel.h"
#include "tests/unit/storage/TempFolder.h"

#include <gtest/gtest.h>

namespace naru::tests {

using namespace core;
namespace fs = std::filesystem;

namespace {

/// A project as the first released schema wrote it.
void makeOldProject(const fs::path& file)
{
    SQLite::Database database(file.native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    ASSERT_TRUE(createSchema(database, projectMigrations().first(1)));
    database.exec("INSERT INTO meta VALUES ('name', 'old'), ('created', '2025-01-01T00:00:00Z'), ('revision', '4');"
                  "INSERT INTO system VALUES (1, 's');"
                  "INSERT INTO decision VALUES (1, 'answer', '1', '\"yes\"', 'kim', '2025-01-02T00:00:00Z');");
}

TEST(Upgrade, AnOlderProjectIsReadAndKeptBesideWhenSaved)
{
    const TempFolder folder;
    const fs::path file = folder / "p.naru";
    makeOldProject(file);
    const std::string old = *readFile(file);
    {
        auto session = *ProjectSession::open(file);
        ASSERT_EQ(session->notices().size(), 1U);
        EXPECT_EQ(session->notices()[0].code, "core.project.upgraded");
        EXPECT_EQ(session->decision(1, "answer", "1"), nlohmann::json("yes"));
        EXPECT_EQ(*readFile(file), old); // as long as it is not saved
        ASSERT_TRUE(session->storeCodeModel(1, sampleModel()));
    }
    auto session = *ProjectSession::open(file); // recovered with the upgrade still to be written
    EXPECT_TRUE(session->recovered());
    ASSERT_TRUE(session->save());
    EXPECT_EQ(*readFile(folder / "p.version1-1.naru"), old);
    session.reset();
    session = *ProjectSession::open(file);
    EXPECT_TRUE(session->notices().empty());
    EXPECT_NE(session->codeModel(1), nullptr);
    ASSERT_TRUE(session->apply(session->change(0, "plan", "k", 1, "l")));
    ASSERT_TRUE(session->save());
    EXPECT_FALSE(fs::exists(folder / "p.version1-2.naru"));
}

TEST(Upgrade, OpeningAnOlderProjectAndClosingItChangesNothing)
{
    const TempFolder folder;
    const fs::path file = folder / "p.naru";
    makeOldProject(file);
    const std::string old = *readFile(file);
    ASSERT_TRUE(ProjectSession::open(file));
    EXPECT_EQ(*readFile(file), old);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

} // namespace

} // namespace naru::tests
