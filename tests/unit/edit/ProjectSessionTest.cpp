#include "core/edit/ProjectSession.h"

#include "core/base/Files.h"
#include "tests/unit/storage/SampleModel.h"
#include "tests/unit/storage/TempFolder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace naru::tests {

using namespace core;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

class ProjectSessionTest : public testing::Test {
protected:
    SessionOptions options()
    {
        SessionOptions options;
        options.person = "kim";
        options.stateFolder = m_folder / "state";
        options.clock = [this] { return "2026-01-01T00:00:0" + std::to_string(m_ticks++ % 10) + "Z"; };
        return options;
    }
    std::unique_ptr<ProjectSession> create()
    {
        auto session = ProjectSession::create(m_file, "총무", options());
        EXPECT_TRUE(session) << session.error().key;
        return std::move(*session);
    }
    std::unique_ptr<ProjectSession> open()
    {
        auto session = ProjectSession::open(m_file, options());
        EXPECT_TRUE(session) << session.error().key;
        return std::move(*session);
    }
    static Edit set(ProjectSession& session, SystemId system, const char* area, const char* key, std::optional<json> value)
    {
        const auto applied = session.apply(session.change(system, area, key, std::move(value), "edit.test"));
        EXPECT_TRUE(applied) << applied.error().key;
        return *applied;
    }
    [[nodiscard]] bool workingFolderLeft() const
    {
        return fs::exists(m_folder / ".p.naru-work") || !fs::is_empty(m_folder / "state" / "work");
    }

    TempFolder m_folder;
    fs::path m_file = m_folder / "p.naru";
    int m_ticks = 0;
};

TEST_F(ProjectSessionTest, ANewProjectIsAFileThatCanBeOpened)
{
    {
        auto session = create();
        EXPECT_FALSE(session->dirty());
        EXPECT_TRUE(fs::is_regular_file(m_file));
        EXPECT_EQ(session->project().name, "총무");
    }
    EXPECT_FALSE(fs::exists(m_folder / ".p.naru-work"));
    auto session = open();
    EXPECT_EQ(session->project().name, "총무");
    EXPECT_EQ(session->project().created, "2026-01-01T00:00:00Z");
    EXPECT_FALSE(session->recovered());
    EXPECT_TRUE(session->notices().empty());
}

TEST_F(ProjectSessionTest, CreateNeverReplacesAFile)
{
    std::ofstream(m_file) << "precious";
    const auto session = ProjectSession::create(m_file, "x", options());
    ASSERT_FALSE(session);
    EXPECT_EQ(session.error().code, ErrorCode::Conflict);
    EXPECT_EQ(*readFile(m_file), "precious");
}

TEST_F(ProjectSessionTest, SystemsAndRootsAreKept)
{
    {
        auto session = create();
        const auto id = session->addSystem("법제", {"src/main", "/abs/../other"});
        ASSERT_TRUE(id);
        EXPECT_EQ(session->roots(*id), (std::vector<fs::path>{m_folder / "src/main", "/other"}));
        EXPECT_TRUE(session->dirty());
        System changed = session->project().systems[0];
        changed.name = "법제2";
        changed.roots = {"b"};
        ASSERT_TRUE(session->updateSystem(changed));
        EXPECT_EQ(session->updateSystem({77, "none", {}}).error().code, ErrorCode::NotFound);
        ASSERT_TRUE(session->save());
        EXPECT_FALSE(session->dirty());
    }
    auto session = open();
    ASSERT_EQ(session->project().systems.size(), 1U);
    EXPECT_EQ(session->project().systems[0].name, "법제2");
    EXPECT_EQ(session->project().systems[0].roots, std::vector<std::string>{"b"});
    EXPECT_TRUE(session->roots(99).empty());
}

TEST_F(ProjectSessionTest, AnEditIsAppliedAndItsInverseTakesItBack)
{
    auto session = create();
    const SystemId system = *session->addSystem("s", {});
    const Edit back = set(*session, system, "answer", "self/1", json{{"value", "yes"}});
    EXPECT_EQ(session->decision(system, "answer", "self/1"), json({{"value", "yes"}}));
    const Edit again = set(*session, system, "answer", "self/1", json{{"value", "no"}});
    ASSERT_TRUE(session->apply(again));
    EXPECT_EQ(session->decision(system, "answer", "self/1"), json({{"value", "yes"}}));
    const auto forward = session->apply(back);
    ASSERT_TRUE(forward);
    EXPECT_FALSE(session->decision(system, "answer", "self/1"));
    ASSERT_TRUE(session->apply(*forward));
    EXPECT_EQ(session->decision(system, "answer", "self/1"), json({{"value", "yes"}}));
}

TEST_F(ProjectSessionTest, AnEditWhoseBeforeDoesNotHoldChangesNothing)
{
    auto session = create();
    const SystemId system = *session->addSystem("s", {});
    const Edit stale = session->change(system, "member", "class:a.B", "c2", "edit.move");
    set(*session, system, "member", "class:a.B", "c1");
    Edit two = stale;
    two.changes.insert(two.changes.begin(), Change{system, "member", "class:a.C", std::nullopt, "c2"});
    const auto applied = session->apply(two);
    ASSERT_FALSE(applied);
    EXPECT_EQ(applied.error().code, ErrorCode::Conflict);
    EXPECT_EQ(session->decision(system, "member", "class:a.B"), json("c1"));
    EXPECT_FALSE(session->decision(system, "member", "class:a.C"));
    EXPECT_EQ(session->history(system, "member").size(), 1U);
}

TEST_F(ProjectSessionTest, EditsOfUnknownSystemsOrNoAreaAreRefused)
{
    auto session = create();
    EXPECT_EQ(session->apply({"l", {{5, "member", "k", {}, "x"}}, "", ""}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(session->apply({"l", {{0, "", "k", {}, "x"}}, "", ""}).error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(session->apply({"l", {{0, "plan", "k", {}, "x"}}, "", ""}));
    EXPECT_TRUE(session->apply({"l", {}, "", ""}));
    EXPECT_EQ(session->history(0, "plan").size(), 1U);
}

TEST_F(ProjectSessionTest, DecisionsSayWhoAndWhenAndHistoryKeepsAll)
{
    auto session = create();
    const SystemId system = *session->addSystem("s", {});
    set(*session, system, "answer", "self/1", "yes");
    session->setPerson("lee");
    Edit edit = session->change(system, "answer", "self/1", "no", "edit.answer");
    edit.note = "asked again";
    ASSERT_TRUE(session->apply(edit));
    set(*session, system, "answer2", "self/1", "other area");
    const auto decisions = session->decisions(system, "answer");
    ASSERT_EQ(decisions.size(), 1U);
    EXPECT_EQ(decisions[0].who, "lee");
    EXPECT_EQ(decisions[0].when, "2026-01-01T00:00:02Z");
    const auto history = session->history(system, "answer");
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].who, "kim");
    EXPECT_FALSE(history[0].change.before);
    EXPECT_EQ(history[1].change.before, json("yes"));
    EXPECT_EQ(history[1].change.after, json("no"));
    EXPECT_EQ(history[1].note, "asked again");
    EXPECT_EQ(history[1].labelKey, "edit.answer");
    EXPECT_LT(history[0].when, history[1].when);
}

TEST_F(ProjectSessionTest, UnsavedEditsAreRecoveredAndDiscardDropsThem)
{
    create()->discard();
    {
        auto session = open();
        set(*session, 0, "plan", "k", 1);
    }
    {
        auto session = open();
        EXPECT_TRUE(session->recovered());
        EXPECT_TRUE(session->dirty());
        ASSERT_EQ(session->notices().size(), 1U);
        EXPECT_EQ(session->notices()[0].code, "core.project.recovered");
        EXPECT_EQ(session->decision(0, "plan", "k"), json(1));
        session->discard();
    }
    auto session = open();
    EXPECT_FALSE(session->recovered());
    EXPECT_FALSE(session->decision(0, "plan", "k"));
}

TEST_F(ProjectSessionTest, SaveRefusesAFileThatChangedAndKeepsBothOnDemand)
{
    create();
    auto session = open();
    set(*session, 0, "plan", "k", 1);
    std::ofstream(m_file, std::ios::binary | std::ios::app) << "someone else";
    EXPECT_TRUE(session->fileChanged());
    const std::string others = *readFile(m_file);
    const auto saved = session->save();
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::Conflict);
    EXPECT_EQ(*readFile(m_file), others);
    ASSERT_TRUE(session->saveKeepingOther());
    EXPECT_EQ(*readFile(m_folder / "p.other-1.naru"), others);
    EXPECT_FALSE(session->dirty());
    session.reset();
    EXPECT_EQ(open()->decision(0, "plan", "k"), json(1));
}

TEST_F(ProjectSessionTest, ATouchedFileIsNotAChangedFile)
{
    auto session = create();
    set(*session, 0, "plan", "k", 1);
    fs::last_write_time(m_file, fs::last_write_time(m_file) + std::chrono::hours(1));
    EXPECT_FALSE(session->fileChanged());
    EXPECT_TRUE(session->save());
}

TEST_F(ProjectSessionTest, ARemovedFileIsWrittenAgain)
{
    auto session = create();
    set(*session, 0, "plan", "k", 1);
    fs::remove(m_file);
    ASSERT_TRUE(session->save());
    session.reset();
    EXPECT_EQ(open()->decision(0, "plan", "k"), json(1));
}

TEST_F(ProjectSessionTest, EditsSurviveTheLossOfTheFile)
{
    {
        auto session = create();
        set(*session, 0, "plan", "k", 1);
    }
    fs::remove(m_file);
    EXPECT_EQ(ProjectSession::create(m_file, "x", options()).error().key, "core.project.leftover");
    auto session = open();
    EXPECT_TRUE(session->recovered());
    EXPECT_EQ(session->notices().back().code, "core.project.recovered-changed");
    EXPECT_EQ(session->decision(0, "plan", "k"), json(1));
}

TEST_F(ProjectSessionTest, RecoveredEditsMeetAChangedFileAndBothAreKept)
{
    {
        auto session = create();
        set(*session, 0, "plan", "k", 1);
    }
    const fs::path other = m_folder / "other.naru";
    {
        auto session = *ProjectSession::create(other, "other", options());
        set(*session, 0, "plan", "k", 2);
        ASSERT_TRUE(session->save());
    }
    fs::rename(other, m_file);
    auto session = open();
    EXPECT_TRUE(session->recovered());
    EXPECT_EQ(session->notices().back().code, "core.project.recovered-changed");
    EXPECT_EQ(session->save().error().code, ErrorCode::Conflict);
    ASSERT_TRUE(session->saveAs(m_folder / "mine.naru"));
    EXPECT_EQ(session->decision(0, "plan", "k"), json(1));
    session.reset();
    EXPECT_EQ(open()->decision(0, "plan", "k"), json(2));
}

TEST_F(ProjectSessionTest, AProjectIsOpenOnce)
{
    auto session = create();
    const auto second = ProjectSession::open(m_file, options());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Conflict);
    EXPECT_EQ(second.error().key, "core.project.in-use");
    set(*session, 0, "plan", "k", 1);
    ASSERT_TRUE(session->save());
    session.reset();
    EXPECT_EQ(open()->decision(0, "plan", "k"), json(1));
}

TEST_F(ProjectSessionTest, SaveAsGoesOnWithTheNewFile)
{
    auto session = create();
    set(*session, 0, "plan", "k", 1);
    const fs::path other = m_folder / "새 이름.naru";
    std::ofstream(other) << "to be replaced";
    ASSERT_TRUE(session->saveAs(other));
    EXPECT_EQ(session->file(), other);
    EXPECT_FALSE(session->dirty());
    set(*session, 0, "plan", "k", 2);
    ASSERT_TRUE(session->save());
    session.reset();
    EXPECT_FALSE(open()->decision(0, "plan", "k"));
    m_file = other;
    EXPECT_EQ(open()->decision(0, "plan", "k"), json(2));
    for (const auto& entry : fs::directory_iterator(m_folder.path()))
        EXPECT_NE(entry.path().filename().string()[0], '.') << entry.path();
}

TEST_F(ProjectSessionTest, AReadOnlyFileCanBeEditedAndSavedElsewhere)
{
    create();
    fs::permissions(m_file, fs::perms::owner_read);
    auto session = open();
    EXPECT_TRUE(session->readOnly());
    ASSERT_EQ(session->notices().size(), 1U);
    EXPECT_EQ(session->notices()[0].code, "core.project.read-only");
    set(*session, 0, "plan", "k", 1);
    EXPECT_EQ(session->save().error().code, ErrorCode::NotWritable);
    ASSERT_TRUE(session->saveAs(m_folder / "q.naru"));
    EXPECT_FALSE(session->readOnly());
}

TEST_F(ProjectSessionTest, InAReadOnlyFolderTheWorkingCopyLiesInTheStateFolder)
{
    create();
    fs::permissions(m_folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    SessionOptions away = options();
    TempFolder state;
    away.stateFolder = state.path();
    {
        auto session = ProjectSession::open(m_file, away);
        ASSERT_TRUE(session) << session.error().key;
        EXPECT_TRUE((*session)->readOnly());
        set(**session, 0, "plan", "k", 1);
    }
    fs::permissions(m_folder.path(), fs::perms::owner_all);
    auto session = ProjectSession::open(m_file, away); // found where it was left, though there is a better place now
    ASSERT_TRUE(session);
    EXPECT_TRUE((*session)->recovered());
    EXPECT_FALSE((*session)->readOnly());
    ASSERT_TRUE((*session)->save());
    session->reset();
    EXPECT_EQ(open()->decision(0, "plan", "k"), json(1));
}

TEST_F(ProjectSessionTest, ValuesThatJsonCannotHoldAreTheSameBeforeAndAfterReopening)
{
    const std::string broken = "a\xFF";
    std::optional<json> before;
    {
        auto session = create();
        set(*session, 0, "plan", "nan", std::nan(""));
        set(*session, 0, "plan", "bytes", broken);
        before = session->decision(0, "plan", "bytes");
        EXPECT_EQ(session->decision(0, "plan", "nan"), json(nullptr));
        set(*session, 0, "plan", "bytes", "changed"); // `before` of this edit still holds
    }
    EXPECT_EQ(open()->history(0, "plan")[2].change.before, before);
}

TEST_F(ProjectSessionTest, TheCodeModelIsKept)
{
    const CodeModel model = sampleModel();
    SystemId system = 0;
    {
        auto session = create();
        system = *session->addSystem("s", {"src"});
        EXPECT_EQ(session->codeModel(system), nullptr);
        ASSERT_TRUE(session->storeCodeModel(system, model));
        EXPECT_EQ(session->storeCodeModel(99, model).error().code, ErrorCode::NotFound);
        ASSERT_TRUE(session->save());
    }
    auto session = open();
    const auto read = session->codeModel(system);
    ASSERT_NE(read, nullptr);
    EXPECT_EQ(describeModel(*read), describeModel(model));
    EXPECT_EQ(session->codeModel(system), read);
}

} // namespace

} // namespace naru::tests
