#include "core/base/Files.h"
#include "core/base/Texts.h"
#include "core/edit/ProjectSession.h"
#include "tests/unit/storage/SampleModel.h"
#include "tests/unit/storage/TempFolder.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include <fstream>
#include <functional>

namespace naru::tests {

using namespace core;
namespace fs = std::filesystem;

namespace {

void writeBytes(const fs::path& file, std::string_view bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void execOn(const fs::path& file, const char* sql)
{
    SQLite::Database(file.native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

/// A saved project with something of everything in it.
void makeProject(const fs::path& file)
{
    auto session = *ProjectSession::create(file, "p");
    const SystemId system = *session->addSystem("s", {"src"});
    ASSERT_TRUE(session->storeCodeModel(system, sampleModel()));
    ASSERT_TRUE(session->apply(session->change(system, "answer", "1", "yes", "l")));
    ASSERT_TRUE(session->storeResult(system, ResultKind::Audit, {{"text", std::string(50'000, 'x')}}, {}));
    ASSERT_TRUE(session->save());
}

struct BadFile {
    const char* name;
    std::function<void(const fs::path&)> make;
    ErrorCode code;
    const char* key;
};

const BadFile kBadFiles[] = {
    {"missing", [](const fs::path& file) { fs::remove(file); }, ErrorCode::NotFound, "core.project.not-found"},
    {"empty", [](const fs::path& file) { writeBytes(file, ""); }, ErrorCode::Malformed, "core.project.empty"},
    {"text", [](const fs::path& file) { writeBytes(file, "a letter, not a project"); }, ErrorCode::Malformed, "core.project.not-project"},
    {"garbage", [](const fs::path& file) { writeBytes(file, std::string(70'000, '\xA5')); }, ErrorCode::Malformed,
     "core.project.not-project"},
    {"header only", [](const fs::path& file) { fs::resize_file(file, 100); }, ErrorCode::Malformed, "core.project.truncated"},
    {"half a header", [](const fs::path& file) { fs::resize_file(file, 50); }, ErrorCode::Malformed, "core.project.truncated"},
    {"cut in half", [](const fs::path& file) { fs::resize_file(file, fs::file_size(file) / 2); }, ErrorCode::Malformed,
     "core.project.truncated"},
    {"one byte short", [](const fs::path& file) { fs::resize_file(file, fs::file_size(file) - 1); }, ErrorCode::Malformed,
     "core.project.truncated"},
    {"newer", [](const fs::path& file) { execOn(file, "PRAGMA user_version=99"); }, ErrorCode::NewerVersion, "core.project.newer"},
    {"other program", [](const fs::path& file) { execOn(file, "PRAGMA application_id=7"); }, ErrorCode::Malformed,
     "core.project.other-program"},
    {"no version", [](const fs::path& file) { execOn(file, "PRAGMA user_version=0"); }, ErrorCode::Malformed, "core.project.not-project"},
    {"no tables", [](const fs::path& file) { execOn(file, "DROP TABLE decision"); }, ErrorCode::Malformed, "core.store.damaged"},
    {"folder", [](const fs::path& file) { fs::remove(file), fs::create_directory(file); }, ErrorCode::Malformed, "core.project.not-file"},
    {"pipe", [](const fs::path& file) { fs::remove(file), ::mkfifo(file.c_str(), 0600); }, ErrorCode::Malformed, "core.project.not-file"},
    {"link to nothing", [](const fs::path& file) { fs::remove(file), fs::create_symlink("nowhere", file); }, ErrorCode::NotFound,
     "core.project.not-found"},
    {"link to itself", [](const fs::path& file) { fs::remove(file), fs::create_symlink(file.filename(), file); }, ErrorCode::NotFound,
     "core.project.not-found"},
};

TEST(BadFiles, EachGivesItsOwnClearErrorAndIsNotTouched)
{
    const auto english = Texts::load(NARU_RESOURCES, "en");
    const auto korean = Texts::load(NARU_RESOURCES, "ko");
    for (const BadFile& bad : kBadFiles) {
        const TempFolder folder;
        const fs::path file = folder / "p.naru";
        makeProject(file);
        bad.make(file);
        const bool regular = fs::is_regular_file(fs::symlink_status(file));
        const std::string before = regular ? *readFile(file) : "";
        const auto session = ProjectSession::open(file);
        ASSERT_FALSE(session) << bad.name;
        EXPECT_EQ(session.error().code, bad.code) << bad.name << " " << session.error().key;
        EXPECT_EQ(session.error().key, bad.key) << bad.name;
        EXPECT_EQ(session.error().path, file.string()) << bad.name;
        EXPECT_TRUE(english->has(session.error().key) && korean->has(session.error().key)) << session.error().key;
        EXPECT_EQ(english->text(session.error()).find('{'), std::string::npos) << english->text(session.error());
        EXPECT_EQ(regular ? *readFile(file) : "", before) << bad.name;
        EXPECT_FALSE(fs::exists(folder / ".p.naru-work")) << bad.name;
    }
}

TEST(BadFiles, DamagedPagesAreAnErrorOrReadAsTheyAreButNeverACrash)
{
    const TempFolder folder;
    const fs::path file = folder / "p.naru";
    makeProject(file);
    const std::string good = *readFile(file);
    constexpr std::size_t kPage = 4096;
    int refused = 0;
    for (std::size_t page = 0; page * kPage < good.size(); ++page) {
        std::string bad = good;
        const std::size_t start = std::max<std::size_t>(page * kPage, 100);
        std::fill(bad.begin() + static_cast<std::ptrdiff_t>(start), bad.begin() + static_cast<std::ptrdiff_t>((page + 1) * kPage), '\xEE');
        writeBytes(file, bad);
        auto session = ProjectSession::open(file);
        if (!session) {
            EXPECT_EQ(session.error().code, ErrorCode::Malformed) << session.error().key;
            ++refused;
            continue;
        }
        (void)(*session)->codeModel(1);
        (void)(*session)->result(1, ResultKind::Audit);
        (void)(*session)->history(1, "answer");
        EXPECT_EQ(*readFile(file), bad);
    }
    EXPECT_GT(refused, 0);
}

TEST(BadFiles, PathsOfEveryKindCanBeUsed)
{
    const TempFolder folder;
    for (const char* name : {"총무 관리 시스템.naru", "with 'quotes' and \"more\".naru", "percent%20 ?#&.naru", "bytes \xFF\xFE.naru",
                             "-dash.naru", "no-extension", ".hidden"}) {
        const fs::path file = folder / name;
        makeProject(file);
        auto session = ProjectSession::open(file);
        ASSERT_TRUE(session) << toUtf8(file) << session.error().key;
        ASSERT_TRUE((*session)->apply((*session)->change(0, "plan", "k", 1, "l")));
        ASSERT_TRUE((*session)->save()) << toUtf8(file);
        session->reset();
        EXPECT_EQ((*ProjectSession::open(file))->decision(0, "plan", "k"), nlohmann::json(1));
    }
}

TEST(BadFiles, ANameThatLeavesNoRoomForTheWorkingFolderUsesTheStateFolder)
{
    const TempFolder folder;
    const fs::path file = folder / (std::string(244, 'n') + ".naru"); // a name may have 255 bytes
    SessionOptions options;
    options.stateFolder = folder / "state";
    const auto session = ProjectSession::create(file, "p", options);
    if (session) {
        EXPECT_TRUE((*session)->save());
    } else {
        EXPECT_EQ(session.error().code, ErrorCode::NotWritable);
        EXPECT_FALSE(fs::exists(file));
    }
}

TEST(BadFiles, ALinkIsFollowedAndStays)
{
    const TempFolder folder;
    fs::create_directory(folder / "real");
    makeProject(folder / "real" / "p.naru");
    fs::create_symlink("real/p.naru", folder / "link.naru");
    auto session = *ProjectSession::open(folder / "link.naru");
    ASSERT_TRUE(session->apply(session->change(0, "plan", "k", 1, "l")));
    EXPECT_EQ(ProjectSession::open(folder / "real" / "p.naru").error().key, "core.project.in-use");
    ASSERT_TRUE(session->save());
    session.reset();
    EXPECT_TRUE(fs::is_symlink(folder / "link.naru"));
    EXPECT_EQ((*ProjectSession::open(folder / "real" / "p.naru"))->decision(0, "plan", "k"), nlohmann::json(1));
}

TEST(BadFiles, SavingKeepsThePermissionsOfTheFile)
{
    const TempFolder folder;
    makeProject(folder / "p.naru");
    fs::permissions(folder / "p.naru", fs::perms::owner_read | fs::perms::owner_write);
    auto session = *ProjectSession::open(folder / "p.naru");
    ASSERT_TRUE(session->apply(session->change(0, "plan", "k", 1, "l")));
    ASSERT_TRUE(session->save());
    EXPECT_EQ(fs::status(folder / "p.naru").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(BadFiles, CreateSaysWhyItCannot)
{
    const TempFolder folder;
    EXPECT_EQ(ProjectSession::create(folder / "none" / "p.naru", "p").error().key, "core.project.no-folder");
    EXPECT_EQ(ProjectSession::create(folder.path(), "p").error().code, ErrorCode::Conflict);
    fs::create_directory(folder / "closed");
    fs::permissions(folder / "closed", fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_EQ(ProjectSession::create(folder / "closed" / "p.naru", "p").error().key, "core.project.folder-read-only");
}

TEST(BadFiles, AWorkingCopyThatCannotBeReadIsSetAsideAndTheFileOpened)
{
    for (const char* victim : {"work.db", "origin.json"}) {
        const TempFolder folder;
        const fs::path file = folder / "p.naru";
        makeProject(file);
        {
            auto session = *ProjectSession::open(file);
            ASSERT_TRUE(session->apply(session->change(0, "plan", "k", 1, "l")));
        }
        writeBytes(folder / ".p.naru-work" / victim, std::string(9000, '?'));
        auto session = ProjectSession::open(file);
        ASSERT_TRUE(session) << session.error().key;
        EXPECT_FALSE((*session)->recovered());
        ASSERT_EQ((*session)->notices().size(), 1U);
        EXPECT_EQ((*session)->notices()[0].code, "core.project.copy-damaged");
        EXPECT_EQ(readFile(folder / ".p.naru-work.aside-1" / victim)->size(), 9000U);
    }
}

} // namespace

} // namespace naru::tests
