#include "core/storage/Migrations.h"

#include "core/base/Files.h"
#include "core/storage/SafeFile.h"
#include "tests/unit/storage/TempFolder.h"

#include <gtest/gtest.h>

#include <array>

namespace naru::tests {

using namespace core;

namespace {

constexpr std::array kSteps = {
    Migration{1, "CREATE TABLE t (a); INSERT INTO t VALUES (1);"},
    Migration{2, "ALTER TABLE t ADD COLUMN b; UPDATE t SET b = a + 1;"},
    Migration{3, "INSERT INTO t VALUES (5, 6); INSERT INTO no_such_table VALUES (1);"},
};

class MigrationsTest : public testing::Test {
protected:
    SQLite::Database makeAt(int version)
    {
        SQLite::Database database((m_folder / "p.db").native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        EXPECT_TRUE(createSchema(database, std::span(kSteps).first(static_cast<std::size_t>(version))));
        return database;
    }
    static int number(SQLite::Database& database, const char* sql) { return database.execAndGet(sql).getInt(); }
    TempFolder m_folder;
};

TEST_F(MigrationsTest, StepsRunInOrderFromWhereTheFileStands)
{
    SQLite::Database database = makeAt(1);
    const auto before = readFile(m_folder / "p.db");
    const auto migrated = migrate(database, m_folder / "backup.db", std::span(kSteps).first(2));
    ASSERT_TRUE(migrated);
    EXPECT_EQ(*migrated, 1);
    EXPECT_EQ(number(database, "PRAGMA user_version"), 2);
    EXPECT_EQ(number(database, "PRAGMA application_id"), kApplicationId);
    EXPECT_EQ(number(database, "SELECT b FROM t"), 2);
    EXPECT_EQ(*readFile(m_folder / "backup.db"), *before);
}

TEST_F(MigrationsTest, AnUpToDateFileIsLeftAlone)
{
    SQLite::Database database = makeAt(2);
    ASSERT_TRUE(migrate(database, m_folder / "backup.db", std::span(kSteps).first(2)));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "backup.db"));
}

TEST_F(MigrationsTest, AStepThatFailsLeavesTheFileAsItWasBefore)
{
    SQLite::Database database = makeAt(1);
    const auto migrated = migrate(database, m_folder / "backup.db", kSteps);
    ASSERT_FALSE(migrated);
    EXPECT_EQ(migrated.error().code, ErrorCode::Malformed);
    EXPECT_EQ(number(database, "PRAGMA user_version"), 2); // the steps before it are done
    EXPECT_EQ(number(database, "SELECT COUNT(*) FROM t"), 1);
    EXPECT_TRUE(std::filesystem::exists(m_folder / "backup.db"));
}

TEST_F(MigrationsTest, ANewerFileIsRefused)
{
    SQLite::Database database = makeAt(2);
    const auto migrated = migrate(database, m_folder / "backup.db", std::span(kSteps).first(1));
    ASSERT_FALSE(migrated);
    EXPECT_EQ(migrated.error().code, ErrorCode::NewerVersion);
}

TEST_F(MigrationsTest, ResultsOfEarlierVersionsAreKept)
{
    SQLite::Database database((m_folder / "p.db").native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    ASSERT_TRUE(createSchema(database, projectMigrations().first(2)));
    database.exec("INSERT INTO result VALUES (1, 4, '{\"a\": 1}', 'i', 'c'), (2, 4, '{}', 'j', 'd')");
    ASSERT_TRUE(migrate(database, m_folder / "backup.db", projectMigrations()));
    EXPECT_EQ(number(database, "SELECT COUNT(*) FROM result"), 2);
    EXPECT_EQ(database.execAndGet("SELECT value || inputs || content FROM result WHERE system = 1 AND kind = 4").getString(),
              "{\"a\": 1}ic");
    EXPECT_THROW(database.exec("INSERT INTO result (system, kind, inputs, content, value) VALUES (1, 4, '', '', '')"), SQLite::Exception);
}

TEST_F(MigrationsTest, WithoutRoomForTheBackupNothingIsChanged)
{
    SQLite::Database database = makeAt(1);
    const auto migrated = migrate(database, m_folder / "no" / "folder" / "backup.db", std::span(kSteps).first(2));
    ASSERT_FALSE(migrated);
    EXPECT_EQ(migrated.error().code, ErrorCode::NotWritable);
    EXPECT_EQ(number(database, "PRAGMA user_version"), 1);
}

TEST_F(MigrationsTest, VersionsOfTheProjectAreOneAfterTheOther)
{
    for (int expected = 1; const Migration& step : projectMigrations())
        EXPECT_EQ(step.to, expected++);
}

} // namespace

} // namespace naru::tests
