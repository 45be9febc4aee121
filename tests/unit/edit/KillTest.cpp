#include "core/edit/ProjectSession.h"
#include "tests/unit/storage/TempFolder.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <random>
#include <string>
#include <thread>

namespace naru::tests {

using namespace core;
namespace fs = std::filesystem;

namespace {

/// When the editing process is killed: some time after it has confirmed so many edits, which
/// on a busy machine takes longer than on an idle one.
struct Moment {
    long edits = 0;
    std::chrono::microseconds later{};
};

/// Runs the editing process, kills it, and gives the number of the last edit it confirmed; `last` when none.
long runAndKill(const fs::path& file, long last, const Moment& moment)
{
    std::array<int, 2> pipe{};
    EXPECT_EQ(::pipe(pipe.data()), 0);
    const std::string next = std::to_string(last + 1);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(pipe[1], STDOUT_FILENO);
        ::close(pipe[0]);
        ::close(pipe[1]);
        ::execl(NARU_EDIT_LOOP, "edit_loop", file.c_str(), next.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(pipe[1]);
    std::string confirmed;
    std::array<char, 4096> block{};
    const auto readMore = [&] {
        const ssize_t got = ::read(pipe[0], block.data(), block.size());
        confirmed.append(block.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        return got > 0;
    };
    while (std::ranges::count(confirmed, '\n') < moment.edits && readMore()) {
    }
    std::this_thread::sleep_for(moment.later);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "ended by itself with " << WEXITSTATUS(status);
    while (readMore()) {
    }
    ::close(pipe[0]);
    const std::size_t end = confirmed.rfind('\n');
    if (end == std::string::npos)
        return last;
    const std::size_t start = confirmed.rfind('\n', end - 1);
    return std::stol(confirmed.substr(start == std::string::npos ? 0 : start + 1));
}

TEST(Kill, NoConfirmedEditIsLostAtAnyMoment)
{
    const TempFolder folder(true);
    const fs::path file = folder / "p.naru";
    ASSERT_TRUE(ProjectSession::create(file, "p"));
    std::mt19937 random(20261121);
    constexpr int kKills = 80;
    constexpr int kEnough = 20;
    long last = 0;
    int recoveries = 0;
    int rounds = 0;
    for (; rounds < kKills; ++rounds) {
        // From "hardly started" to "in the middle of edits and saves".
        const long longest = std::array<long, 3>{2'000, 10'000, 40'000}[random() % 3];
        last = runAndKill(file, last, {static_cast<long>(random() % 8), std::chrono::microseconds(static_cast<long>(random()) % longest)});
        auto session = ProjectSession::open(file);
        ASSERT_TRUE(session) << "round " << rounds << ": " << session.error().key;
        recoveries += (*session)->recovered() ? 1 : 0;
        EXPECT_FALSE((*session)->fileChanged()) << "round " << rounds << ": our own save was taken for another's";
        for (long number = 1; number <= last; ++number)
            ASSERT_EQ((*session)->decision(0, "plan", "k" + std::to_string(number)), nlohmann::json(number)) << "round " << rounds;
        // One more may be there that was durable when the process died before it could say so.
        if ((*session)->decision(0, "plan", "k" + std::to_string(last + 1)))
            ++last;
        EXPECT_EQ((*session)->decisions(0, "plan").size(), static_cast<std::size_t>(last)) << "round " << rounds;
        if (rounds % 2 == 0) {
            ASSERT_TRUE((*session)->save()) << "round " << rounds;
        }
    }
    EXPECT_GT(last, kKills);
    EXPECT_GT(recoveries, kEnough) << "the kills came at the wrong moments to test anything";
}

} // namespace

} // namespace naru::tests
