#include "core/base/Files.h"
#include "core/edit/ProjectSession.h"
#include "core/storage/SafeFile.h"
#include "tests/support/FileSizeLimit.h"
#include "tests/unit/storage/TempFolder.h"

#include <gtest/gtest.h>

namespace naru::tests {

using namespace core;
namespace fs = std::filesystem;

namespace {

TEST(FullDisk, TheOldFileStaysWholeAndTheSessionGoesOnAfterwards)
{
    constexpr std::size_t kBig = 200'000;
    int failedEdits = 0;
    int failedSaves = 0;
    for (rlim_t limit = 0; limit < 700'000; limit += limit < 20'000 ? 2'000 : 30'000) {
        const TempFolder folder;
        const fs::path file = folder / "p.naru";
        auto session = *ProjectSession::create(file, "p");
        ASSERT_TRUE(session->apply(session->change(0, "plan", "first", std::string(kBig, 'a'), "l")));
        ASSERT_TRUE(session->save());
        const Fingerprint before = *fingerprintOf(file);
        bool edited = false;
        bool saved = false;
        {
            const FileSizeLimit full(limit);
            const auto applied = session->apply(session->change(0, "plan", "second", std::string(kBig, 'b'), "l"));
            edited = applied.has_value();
            if (!edited) {
                EXPECT_EQ(applied.error().code, ErrorCode::NotWritable) << applied.error().key;
            }
            const auto result = session->save();
            saved = result.has_value();
            if (!saved) {
                EXPECT_EQ(result.error().code, ErrorCode::NotWritable) << result.error().key;
            }
        }
        failedEdits += edited ? 0 : 1;
        failedSaves += saved ? 0 : 1;
        if (!saved) {
            EXPECT_EQ(*fingerprintOf(file), before) << limit;
        }
        EXPECT_EQ(session->decision(0, "plan", "second").has_value(), edited) << limit;
        ASSERT_TRUE(session->apply(session->change(0, "plan", "third", 3, "l"))) << limit;
        ASSERT_TRUE(session->save()) << limit;
        session.reset();
        const auto again = *ProjectSession::open(file);
        EXPECT_FALSE(again->recovered());
        EXPECT_EQ(again->decision(0, "plan", "second").has_value(), edited);
        EXPECT_EQ(again->decision(0, "plan", "third"), nlohmann::json(3));
        for (const auto& entry : fs::directory_iterator(folder.path()))
            EXPECT_FALSE(entry.path().filename().string().ends_with("-saving")) << limit;
    }
    EXPECT_GT(failedEdits, 3);
    EXPECT_GT(failedSaves, 3);
}

TEST(FullDisk, CreateAndSaveAsLeaveNothingHalfDone)
{
    const TempFolder folder;
    {
        const FileSizeLimit full(1'000);
        const auto session = ProjectSession::create(folder / "new.naru", "p");
        ASSERT_FALSE(session);
        EXPECT_EQ(session.error().code, ErrorCode::NotWritable) << session.error().key;
    }
    EXPECT_TRUE(fs::is_empty(folder.path()));
    auto session = *ProjectSession::create(folder / "p.naru", "p");
    ASSERT_TRUE(session->apply(session->change(0, "plan", "k", 1, "l")));
    {
        const FileSizeLimit full(1'000);
        EXPECT_EQ(session->saveAs(folder / "copy.naru").error().code, ErrorCode::NotWritable);
    }
    EXPECT_FALSE(fs::exists(folder / "copy.naru"));
    EXPECT_EQ(session->file(), folder / "p.naru");
    ASSERT_TRUE(session->save());
}

TEST(FullDisk, AProjectThatCannotBeCopiedIsNotOpenedAndNotChanged)
{
    const TempFolder folder;
    const fs::path file = folder / "p.naru";
    ASSERT_TRUE(ProjectSession::create(file, "p"));
    const Fingerprint before = *fingerprintOf(file);
    {
        const FileSizeLimit full(5'000);
        const auto session = ProjectSession::open(file);
        ASSERT_FALSE(session);
        EXPECT_EQ(session.error().code, ErrorCode::NotWritable);
    }
    EXPECT_EQ(*fingerprintOf(file), before);
    EXPECT_TRUE(ProjectSession::open(file));
}

} // namespace

} // namespace naru::tests
