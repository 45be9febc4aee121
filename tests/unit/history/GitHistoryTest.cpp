#include "analyzers/history/GitHistory.h"

#include "tests/unit/history/TestRepository.h"

#include <gtest/gtest.h>

namespace naru::tests {

using namespace core;
using namespace analyzers::history;

namespace {

constexpr std::int64_t kDay = 86'400;

HistoryReading read(const std::filesystem::path& root, const HistoryOptions& options = {})
{
    Job job;
    auto reading = readGitHistory(root, options, job);
    EXPECT_TRUE(reading);
    return *reading;
}

TEST(GitHistory, FilesThatChangeTogetherArePairs)
{
    TestRepository repository;
    repository.commit({{"a", "1"}, {"b", "1"}, {"c", "1"}}, "kim", kDay);
    repository.commit({{"a", "2"}, {"b", "2"}}, "lee", 2 * kDay);
    repository.commit({{"a", "3"}, {"b", "3"}}, "kim", 3 * kDay);
    repository.commit({{"c", "2"}}, "kim", 4 * kDay);
    const auto history = read(repository.path()).history;
    ASSERT_TRUE(history.found);
    EXPECT_EQ(history.changes.commits, 4U);
    EXPECT_EQ(history.changes.pairs, (std::vector<CoChange>{{"a", "b", 3, 0.5 + 1 + 1}}));
    EXPECT_EQ(history.files,
              (std::vector<FileHistory>{{"a", 3, 2, kDay, 3 * kDay}, {"b", 3, 2, kDay, 3 * kDay}, {"c", 2, 1, kDay, 4 * kDay}}));
    EXPECT_EQ(history.authors, (std::vector<AuthorHistory>{{"kim", 3, kDay, 4 * kDay}, {"lee", 1, 2 * kDay, 2 * kDay}}));
    EXPECT_EQ(history.first, kDay);
    EXPECT_EQ(history.last, 4 * kDay);
    EXPECT_EQ(history.activeMonths, 1U);
}

TEST(GitHistory, LargeCommitsGiveNoPairsButCountForTheFiles)
{
    TestRepository repository;
    for (int i = 0; i < 3; ++i)
        repository.commit({{"a", std::to_string(i)}, {"b", std::to_string(i)}, {"c", std::to_string(i)}}, "kim", kDay * (i + 1));
    HistoryOptions options;
    options.filesPerCommit = 2;
    const auto history = read(repository.path(), options).history;
    EXPECT_TRUE(history.changes.pairs.empty());
    EXPECT_EQ(history.files.at(0).commits, 3U);
}

TEST(GitHistory, ARenamedFileKeepsItsHistory)
{
    TestRepository repository;
    repository.commit({{"old", "content of some length"}, {"b", "1"}}, "kim", kDay);
    repository.commit({{"old", "content of some length, changed"}, {"b", "2"}}, "kim", 2 * kDay);
    repository.commit({{"old", std::nullopt}, {"new", "content of some length, changed"}}, "kim", 3 * kDay);
    const auto history = read(repository.path()).history;
    EXPECT_EQ(history.changes.pairs, (std::vector<CoChange>{{"b", "new", 2, 2.0}}));
    EXPECT_EQ(history.files.back(), (FileHistory{"new", 3, 1, kDay, 3 * kDay}));
}

TEST(GitHistory, AMovedFolderKeepsTheHistoryOfItsFiles)
{
    TestRepository repository;
    repository.commit({{"src/a/One", "same"}, {"src/a/Two", "same"}, {"src/b", "a file"}}, "kim", kDay);
    repository.commit({{"src/a/One", std::nullopt}, {"src/a/Two", std::nullopt}, {"lib/deep/Two", "same"}, {"lib/deep/One", "same"}}, "kim",
                      2 * kDay);
    repository.commit({{"src/b", std::nullopt}}, "kim", 3 * kDay);
    repository.commit({{"src/b/c", "now a folder"}}, "lee", 4 * kDay);
    const auto history = read(repository.path()).history;
    EXPECT_EQ(history.files,
              (std::vector<FileHistory>{
                  {"lib/deep/One", 2, 1, kDay, 2 * kDay}, {"lib/deep/Two", 2, 1, kDay, 2 * kDay}, {"src/b/c", 1, 1, 4 * kDay, 4 * kDay}}));
    EXPECT_EQ(history.changes.pairs, (std::vector<CoChange>{{"lib/deep/One", "lib/deep/Two", 2, 2.0}}));
}

TEST(GitHistory, FilesThatAreGoneAreLeftOut)
{
    TestRepository repository;
    repository.commit({{"a", "1"}, {"gone", "1"}}, "kim", kDay);
    repository.commit({{"a", "2"}, {"gone", "2"}}, "kim", 2 * kDay);
    repository.commit({{"gone", std::nullopt}}, "kim", 3 * kDay);
    const auto history = read(repository.path()).history;
    EXPECT_TRUE(history.changes.pairs.empty());
    EXPECT_EQ(history.files.size(), 1U);
    EXPECT_EQ(history.changes.commits, 2U); // the last one concerns nothing that is there
}

TEST(GitHistory, ARootBelowTheTopSeesItsPartOnly)
{
    TestRepository repository;
    repository.commit({{"sub/a", "1"}, {"sub/b", "1"}, {"other", "1"}}, "kim", kDay);
    repository.commit({{"sub/a", "2"}, {"sub/b", "2"}, {"other", "2"}}, "kim", 2 * kDay);
    const auto history = read(repository.path() / "sub").history;
    EXPECT_EQ(history.changes.pairs, (std::vector<CoChange>{{"a", "b", 2, 2.0}}));
}

TEST(GitHistory, OnlyTheFilesThatMatter)
{
    TestRepository repository;
    for (int i = 0; i < 2; ++i)
        repository.commit({{"a", std::to_string(i)}, {"b", std::to_string(i)}, {"c", std::to_string(i)}}, "kim", kDay * (i + 1));
    HistoryOptions options;
    options.files = {"c", "a", "no such"};
    const auto history = read(repository.path(), options).history;
    ASSERT_EQ(history.changes.pairs.size(), 1U);
    EXPECT_EQ(history.changes.pairs[0].first + history.changes.pairs[0].second, "ac");
}

TEST(GitHistory, TagsGiveTheRhythmOfReleases)
{
    TestRepository repository;
    const int days[] = {0, 10, 40, 45};
    for (int i = 0; i < 4; ++i) {
        repository.commit({{"a", std::to_string(i)}}, "kim", kDay * (days[i] + 1));
        repository.tag(("v" + std::to_string(i)).c_str());
    }
    repository.tag("v3-again");
    const auto history = read(repository.path()).history;
    ASSERT_EQ(history.tags.size(), 5U);
    EXPECT_EQ(history.tags.front(), (ReleaseTag{"v0", kDay}));
    EXPECT_EQ(history.tags.back().name, "v3-again");
    EXPECT_DOUBLE_EQ(history.medianTagDays, 10); // of 10, 30 and 5
    EXPECT_EQ(history.activeMonths, 2U);
}

TEST(GitHistory, TheLimitOfCommitsIsSaid)
{
    TestRepository repository;
    for (int i = 0; i < 4; ++i)
        repository.commit({{"a", std::to_string(i)}}, "kim", kDay * (i + 1));
    HistoryOptions options;
    options.commits = 3;
    const auto reading = read(repository.path(), options);
    EXPECT_EQ(reading.history.changes.commits, 3U);
    EXPECT_EQ(reading.history.first, 2 * kDay); // the newest ones were taken
    ASSERT_EQ(reading.diagnostics.size(), 1U);
    EXPECT_EQ(reading.diagnostics[0].code, "history.git.limited");
}

TEST(GitHistory, NoVersionControlIsSaidAndNoFailure)
{
    const TempFolder folder;
    const auto reading = read(folder.path());
    EXPECT_FALSE(reading.history.found);
    ASSERT_EQ(reading.diagnostics.size(), 1U);
    EXPECT_EQ(reading.diagnostics[0].code, "history.git.none");
    EXPECT_FALSE(read(folder / "no such folder").history.found);
}

TEST(GitHistory, EmptyUntrackedAndBrokenRepositoriesAreSaid)
{
    TestRepository empty;
    EXPECT_EQ(read(empty.path()).diagnostics.at(0).code, "history.git.no-commits");
    TestRepository tracked;
    tracked.commit({{"a", "1"}}, "kim", kDay);
    std::filesystem::create_directory(tracked.path() / "untracked");
    EXPECT_EQ(read(tracked.path() / "untracked").diagnostics.at(0).code, "history.git.not-tracked");
    for (const auto& object : std::filesystem::recursive_directory_iterator(tracked.path() / ".git" / "objects"))
        if (object.is_regular_file()) {
            std::filesystem::permissions(object.path(), std::filesystem::perms::owner_all);
            std::ofstream(object.path()) << "garbage";
        }
    const auto broken = read(tracked.path());
    EXPECT_FALSE(broken.history.found);
    EXPECT_EQ(broken.diagnostics.at(0).code, "history.git.unreadable");
}

TEST(GitHistory, CanBeCancelled)
{
    TestRepository repository;
    repository.commit({{"a", "1"}}, "kim", kDay);
    std::stop_source stop;
    stop.request_stop();
    Job job(1, stop.get_token());
    const auto reading = readGitHistory(repository.path(), {}, job);
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().code, ErrorCode::Cancelled);
}

TEST(GitHistory, TheSameTwice)
{
    TestRepository repository;
    for (int i = 0; i < 20; ++i)
        repository.commit({{"f" + std::to_string(i % 5), std::to_string(i)}, {"g" + std::to_string(i % 3), std::to_string(i)}}, "kim",
                          kDay);
    const auto first = read(repository.path()).history;
    const auto second = read(repository.path()).history;
    EXPECT_FALSE(first.changes.pairs.empty());
    EXPECT_EQ(first.changes.pairs, second.changes.pairs);
    EXPECT_EQ(first.files, second.files);
}

} // namespace

} // namespace naru::tests
